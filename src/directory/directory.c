#include "directory/directory.h"

#include "base/text.h"
#include "directory/connection.h"
#include "directory/groups.h"
#include "directory/person.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

enum { PASSWORD_MAX = 1024, RETRY_AFTER_S = 30 };

struct directory *directory_new(const struct config *c)
{
	/* libldap would read /etc/ldap/ldap.conf, ~/.ldaprc and LDAP… variables, which could weaken what is set here;
	 * and it writes to sockets that the peer may have closed. */
	setenv("LDAPNOINIT", "1", 1);
	signal(SIGPIPE, SIG_IGN);
	struct arena *arena = arena_new();
	struct directory *d = arena_alloc(arena, sizeof *d);
	d->arena = arena;
	d->config = c;
	while (c->directory_uris[d->server_count])
		d->server_count++;
	d->servers = arena_alloc(arena, d->server_count * sizeof *d->servers);
	for (size_t i = 0; i < d->server_count; i++)
		d->servers[i].uri = c->directory_uris[i];
	return d;
}

void directory_free(struct directory *d)
{
	if (!d)
		return;
	connection_close(&d->service);
	connection_close(&d->person);
	arena_free(d->arena);
}

static int unavailable(struct error *e)
{
	if (e)
		e->retry_after = RETRY_AFTER_S;
	return error_set(e, 503, _("The organisation's directory cannot be asked right now. Try again in a few minutes."));
}

/* The reason is for the log alone. */
static int refused(const char *reason, struct error *e)
{
	error_detail(e, "%s", reason);
	return error_set(e, 401, _("The account or the password is not right. Try again, or ask your help desk."));
}

/* The one person whom the filter (NULL: nobody) matches. 0 with *reason, which is NULL when there is none against this
 * person; -1 nobody can tell. *out is zeroed when the reason is "unknown", and with -1. */
static int find_person(struct directory *d, const char *filter, int64_t deadline, struct arena *a,
                       struct directory_person *out, const char **reason, struct error *e)
{
	const struct config *c = d->config;
	const struct search s = {.base = c->directory_person_base,
	                         .filter = filter,
	                         .shown = c->directory_person_filter,
	                         .scope = LDAP_SCOPE_SUBTREE,
	                         .attributes = person_attributes(c, a),
	                         .size_limit = 2};
	LDAPMessage *result = NULL;
	struct directory_person p = {0};
	int rc = 0;
	*out = p;
	*reason = "unknown";
	if (!filter)
		return 0;
	if (connection_search(d, &s, deadline, &result, e))
		return unavailable(e);
	int found = ldap_count_entries(d->service.ld, result);
	if (found > 1)
		rc = error_detail(e,
		                  "More than one entry below %s matches %s: check directory_person_base and "
		                  "directory_person_filter.",
		                  s.base, s.shown);
	else if (found == 1)
		rc = person_read(c, d->service.ld, ldap_first_entry(d->service.ld, result), a, &p, e);
	ldap_msgfree(result);
	if (rc)
		return unavailable(e);
	*out = p;
	if (found == 1)
		*reason = p.refusal;
	return 0;
}

int directory_find(struct directory *d, const char *account, int64_t deadline, struct arena *a,
                   struct directory_person *out, struct error *e)
{
	const char *reason;
	if (find_person(d, person_filter_by_account(d->config, account, a), deadline, a, out, &reason, e))
		return -1;
	return reason ? refused(reason, e) : 0;
}

int directory_password(struct directory *d, const struct directory_person *p, const char *password, int64_t deadline,
                       struct error *e)
{
	/* An empty password would be an unauthenticated bind, which succeeds for anybody (RFC 4513, 5.1.2). */
	size_t n = strnlen(password, PASSWORD_MAX + 1);
	if (n == 0 || n > PASSWORD_MAX || !text_is_clean(password, n) || strpbrk(password, "\t\r\n"))
		return refused("wrong password", e);
	const char *reason;
	int rc = connection_bind_person(d, p->server_dn, password, deadline, &reason, e);
	if (rc < 0)
		return unavailable(e);
	return rc > 0 ? refused(reason, e) : 0;
}

int directory_groups(struct directory *d, struct directory_person *p, int64_t deadline, struct arena *a,
                     struct error *e)
{
	int rc = groups_of(d, p, deadline, a, e);
	if (rc < 0)
		return unavailable(e);
	if (e)
		e->retry_after = 0;
	if (rc == SEARCH_LIMITED)
		return error_set(e, 503,
		                 _("This account is in more groups than the directory gives the portal at once. Trying again "
		                   "does not help: tell the portal's administrator."));
	return 0;
}

int directory_look_up(struct directory *d, const char *id, int64_t deadline, struct arena *a,
                      struct directory_person *out, struct error *e)
{
	struct directory_person p;
	const char *reason;
	if (find_person(d, person_filter_by_id(d->config, id, a), deadline, a, &p, &reason, e))
		return -1;
	if (reason) {
		error_detail(e, "%s", reason);
		return error_set(e, 404, _("The directory no longer has this person."));
	}
	if (directory_groups(d, &p, deadline, a, e))
		return -1;
	*out = p;
	return 0;
}

/* Is there an entry of this name, which the service account may see? */
static int check_entry(struct directory *d, const char *base, int64_t deadline, struct error *e)
{
	static const char *const nothing[] = {LDAP_NO_ATTRS, NULL};
	const struct search s = {
		.base = base, .filter = "(objectClass=*)", .scope = LDAP_SCOPE_BASE, .attributes = nothing};
	LDAPMessage *result;
	if (connection_search(d, &s, deadline, &result, e))
		return -1;
	ldap_msgfree(result);
	return 0;
}

/* The in-chain rule is Active Directory's; slapd takes it for one that never holds and answers with success. */
static int check_in_chain(struct directory *d, int64_t deadline, struct error *e)
{
	static const char active_directory[] = "1.2.840.113556.1.4.800";
	static const char *const wanted[] = {"supportedCapabilities", NULL};
	static const struct search root = {
		.base = "", .filter = "(objectClass=*)", .scope = LDAP_SCOPE_BASE, .attributes = wanted};
	LDAPMessage *result;
	if (!groups_in_chain(d->config))
		return 0;
	if (d->config->directory_nested_depth > 0)
		return error_detail(e,
		                    "directory_group_filter follows groups in groups itself, by the rule %s: set "
		                    "directory_nested_depth = 0, or the same is asked again for every group.",
		                    GROUPS_IN_CHAIN);
	if (connection_search(d, &root, deadline, &result, e))
		return -1;
	LDAPMessage *entry = ldap_first_entry(d->service.ld, result);
	struct berval **values = entry ? ldap_get_values_len(d->service.ld, entry, wanted[0]) : NULL;
	bool known = false;
	for (size_t i = 0; values && values[i]; i++)
		known = known || strcmp(values[i]->bv_val, active_directory) == 0;
	ldap_value_free_len(values);
	ldap_msgfree(result);
	if (known)
		return 0;
	return error_detail(e,
	                    "directory_group_filter uses Active Directory's rule %s, which this server does not know: it "
	                    "would find no group and call that success. Write (member={dn}) and set "
	                    "directory_nested_depth.",
	                    GROUPS_IN_CHAIN);
}

static int pass_over(LDAP *ld, LDAPMessage *page, void *what, struct error *e)
{
	(void)ld, (void)page, (void)what, (void)e;
	return 0;
}

/* Somebody may be in all the groups there are: may the service account read so many? A filter with a rule of its own
 * (:=) takes no wildcard, so every entry counts there. */
static int check_limits(struct directory *d, int64_t deadline, struct error *e)
{
	static const char *const nothing[] = {LDAP_NO_ATTRS, NULL};
	const struct config *c = d->config;
	struct arena *a = arena_new();
	const char *filter = strstr(c->directory_group_filter, ":=") ? "(objectClass=*)" : c->directory_group_filter;
	filter = person_filter_for_all(person_filter_for_all(filter, "{dn}", a), "{account}", a);
	const struct search s = {
		.base = c->directory_group_base, .filter = filter, .scope = LDAP_SCOPE_SUBTREE, .attributes = nothing};
	int rc = connection_search_all(d, &s, deadline, pass_over, NULL, e);
	arena_free(a);
	return rc ? -1 : 0;
}

int directory_ping(struct directory *d, int64_t deadline, struct error *e)
{
	struct error why = {0};
	if (connection_check(d, deadline, &why) == 0)
		return 0;
	error_detail(e, "%s", why.detail);
	return error_set(e, 503, "%s", why.detail);
}

int directory_check(struct directory *d, int64_t deadline, struct error *e)
{
	struct error why = {0};
	if (directory_ping(d, deadline, e))
		return -1;
	if (check_entry(d, d->config->directory_person_base, deadline, &why) == 0 &&
	    check_entry(d, d->config->directory_group_base, deadline, &why) == 0 &&
	    check_in_chain(d, deadline, &why) == 0 && check_limits(d, deadline, &why) == 0)
		return 0;
	error_detail(e, "%s", why.detail);
	return error_set(e, 503, "%s", why.detail);
}
