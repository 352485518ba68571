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

int directory_ping(struct directory *d, int64_t deadline, struct error *e)
{
	struct error why = {0};
	if (connection_check(d, deadline, &why) == 0)
		return 0;
	error_detail(e, "%s", why.detail);
	return error_set(e, 503, "%s", why.detail);
}
