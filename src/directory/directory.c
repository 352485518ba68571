#include "directory/directory.h"

#include "base/log.h"
#include "base/text.h"
#include "directory/connection.h"
#include "directory/groups.h"
#include "directory/ldap_text.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

enum { ACCOUNT_MAX = 256, PASSWORD_MAX = 1024, VALUE_MAX = 256, RETRY_AFTER_S = 30 };

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

static int not_right(struct error *e)
{
	return error_set(e, 401, _("The account or the password is not right. Try again, or ask your help desk."));
}

/* Active Directory's identifier is 16 bytes that are no text: RFC 4512 has no syntax for it to tell by. */
static bool id_is_binary(const struct config *c)
{
	return strcasecmp(c->attribute_id, "objectGUID") == 0;
}

/* The first value as text, "" when there is none or it is not fit to be shown. */
static const char *value_of(LDAP *ld, LDAPMessage *entry, const char *attribute, struct arena *a)
{
	struct berval **values = ldap_get_values_len(ld, entry, attribute);
	const char *text = "";
	if (values && values[0] && values[0]->bv_len <= VALUE_MAX * 4 &&
	    text_is_clean(values[0]->bv_val, values[0]->bv_len))
		text = arena_strndup(a, values[0]->bv_val, values[0]->bv_len);
	ldap_value_free_len(values);
	return text_length(text) <= VALUE_MAX ? text : "";
}

static const char *id_of(const struct config *c, LDAP *ld, LDAPMessage *entry, struct arena *a)
{
	if (!id_is_binary(c))
		return value_of(ld, entry, c->attribute_id, a);
	struct berval **values = ldap_get_values_len(ld, entry, c->attribute_id);
	const char *id = values && values[0] ? ldap_hex(a, values[0]->bv_val, values[0]->bv_len) : "";
	ldap_value_free_len(values);
	return id;
}

/* A lock that ends by itself is the server's to enforce at the bind: the attribute stays after its time, and
 * anybody could end somebody's session by typing wrong passwords. Only a lock for good counts here. */
static bool is_disabled(LDAP *ld, LDAPMessage *entry, struct arena *a)
{
	enum { ACCOUNTDISABLE = 2 };
	long control = strtol(value_of(ld, entry, "userAccountControl", a), NULL, 10);
	return (control & ACCOUNTDISABLE) || strcasecmp(value_of(ld, entry, "nsAccountLock", a), "true") == 0 ||
	       strcmp(value_of(ld, entry, "pwdAccountLockedTime", a), "000001010000Z") == 0;
}

/* *server_dn is the entry's name as the server spells it, which binds and group searches use. */
static int read_person(struct directory *d, LDAPMessage *entry, struct arena *a, struct directory_person *p,
                       const char **server_dn, struct error *e)
{
	const struct config *c = d->config;
	LDAP *ld = d->service.ld;
	char *dn = ldap_get_dn(ld, entry);
	*server_dn = arena_strdup(a, dn ? dn : "");
	ldap_memfree(dn);
	p->dn = ldap_dn_normalised(a, *server_dn);
	p->id = id_of(c, ld, entry, a);
	p->account = value_of(ld, entry, c->attribute_account, a);
	p->name = value_of(ld, entry, c->attribute_name, a);
	p->mail = value_of(ld, entry, c->attribute_mail, a);
	p->title = value_of(ld, entry, c->attribute_title, a);
	p->disabled = is_disabled(ld, entry, a);
	if (!p->dn)
		return error_detail(e, "The directory gave an entry a name that is none: \"%s\".", *server_dn);
	if (!*p->id)
		return error_detail(e, "%s has no attribute %s that the service account may read: check attribute_id.", p->dn,
		                    c->attribute_id);
	return 0;
}

/* Finds the one person that the filter matches. 0, 1 none, -1 nobody can tell. */
static int find_person(struct directory *d, const char *filter, int64_t deadline, struct arena *a,
                       struct directory_person *p, const char **server_dn, struct error *e)
{
	const struct config *c = d->config;
	const char *attributes[] = {c->attribute_id,   c->attribute_account,   c->attribute_name,
	                            c->attribute_mail, c->attribute_title,     "userAccountControl",
	                            "nsAccountLock",   "pwdAccountLockedTime", NULL};
	struct search s = {c->directory_person_base, filter, LDAP_SCOPE_SUBTREE, attributes, 2};
	LDAPMessage *result = NULL;
	bool more;
	if (connection_search(d, &s, deadline, &result, &more, e) < 0)
		return -1;
	int rc = 1, found = ldap_count_entries(d->service.ld, result);
	if (found > 1)
		rc = error_detail(e,
		                  "More than one entry below %s matches %s: check directory_person_base and "
		                  "directory_person_filter.",
		                  s.base, filter);
	else if (found == 1)
		rc = read_person(d, ldap_first_entry(d->service.ld, result), a, p, server_dn, e);
	ldap_msgfree(result);
	return rc;
}

static bool acceptable(const char *s, size_t max)
{
	size_t n = strnlen(s, max + 1);
	return n > 0 && n <= max && text_is_clean(s, n) && !strpbrk(s, "\t\r\n");
}

/* For the log alone. */
static int refused(const char *reason, struct error *e)
{
	not_right(e);
	return error_detail(e, "%s", reason);
}

int directory_find(struct directory *d, const char *account, int64_t deadline, struct arena *a,
                   struct directory_person *out, struct error *e)
{
	if (!acceptable(account, ACCOUNT_MAX))
		return refused("unknown", e);
	const char *filter = ldap_filter_fill(a, d->config->directory_person_filter, "{account}", account);
	struct directory_person p = {0};
	int rc = find_person(d, filter, deadline, a, &p, &p.server_dn, e);
	if (rc < 0)
		return unavailable(e);
	if (rc > 0)
		return refused("unknown", e);
	*out = p;
	return p.disabled ? refused("disabled", e) : 0;
}

int directory_password(struct directory *d, const struct directory_person *p, const char *password, int64_t deadline,
                       struct error *e)
{
	/* An empty password would be an unauthenticated bind, which succeeds for anybody (RFC 4513, 5.1.2). */
	if (!acceptable(password, PASSWORD_MAX))
		return refused("no password", e);
	int rc = connection_bind_person(d, p->server_dn, password, deadline, e);
	if (rc < 0)
		return unavailable(e);
	return rc > 0 ? refused("wrong password", e) : 0;
}

int directory_groups(struct directory *d, struct directory_person *p, int64_t deadline, struct arena *a,
                     struct error *e)
{
	return groups_of(d, p->server_dn, deadline, a, &p->groups, e) < 0 ? unavailable(e) : 0;
}

/* The filter that finds an id again, or NULL if it cannot be one. */
static const char *id_filter(const struct config *c, const char *id, struct arena *a)
{
	size_t n = strlen(id);
	const void *bytes = id_is_binary(c) ? ldap_unhex(a, id, &n) : id;
	if (!bytes || !acceptable(id, ACCOUNT_MAX))
		return NULL;
	return arena_printf(a, "(%s=%s)", c->attribute_id, ldap_filter_escape(a, bytes, n));
}

int directory_look_up(struct directory *d, const char *id, int64_t deadline, struct arena *a,
                      struct directory_person *out, struct error *e)
{
	struct directory_person p = {0};
	const char *filter = id_filter(d->config, id, a);
	int rc = filter ? find_person(d, filter, deadline, a, &p, &p.server_dn, e) : 1;
	if (rc < 0)
		return unavailable(e);
	if (rc > 0 || p.disabled) {
		error_set(e, 404, _("The directory no longer has this person."));
		return error_detail(e, "%s", rc ? "unknown" : "disabled");
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
	bool more;
	if (connection_search(d, &s, deadline, &result, &more, e))
		return -1;
	ldap_msgfree(result);
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

int directory_check(struct directory *d, int64_t deadline, struct error *e)
{
	struct error why = {0};
	if (directory_ping(d, deadline, e))
		return -1;
	if (check_entry(d, d->config->directory_person_base, deadline, &why) == 0 &&
	    check_entry(d, d->config->directory_group_base, deadline, &why) == 0)
		return 0;
	error_detail(e, "%s", why.detail);
	return error_set(e, 503, "%s", why.detail);
}
