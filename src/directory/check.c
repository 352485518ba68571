/* What `styrbord check` asks of the directory: it may be reached, and yet be configured so that nobody gets in, or
 * nobody any right. */
#include "base/clock.h"
#include "base/text.h"
#include "directory/certificate.h"
#include "directory/connection.h"
#include "directory/directory.h"
#include "directory/grants.h"
#include "directory/groups.h"
#include "directory/ldap_text.h"
#include "directory/person.h"

#include <json-c/json.h>
#include <string.h>

enum { SAMPLE = 50 };

struct check {
	struct directory *d;
	int64_t deadline;
	struct arena *arena;
	directory_note *note;
	void *to;
};

static void note(const struct check *k, const char *sentence)
{
	if (k->note)
		k->note(k->to, sentence);
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

/* ---- people ---- */

/* How many of a sample lack what the portal asks of an entry; the first of them. */
struct lacking {
	const char *option, *attribute, *consequence;
	bool wrong; /* without it nobody can be signed in, or it does not say who they are */
	int count;
	const char *first;
};

static const char *value_for(const char *option, const struct directory_person *p)
{
	return !strcmp(option, "attribute_id") ? p->id : !strcmp(option, "attribute_account") ? p->account : p->name;
}

static int tell_lacking(const struct check *k, const struct lacking *l, int seen, struct error *e)
{
	if (!l->count)
		return 0;
	const char *sentence =
		arena_printf(k->arena,
	                 "%d of the first %d people have no %s that the service account may read, as %s: %s. "
	                 "Check %s.",
	                 l->count, seen, l->attribute, l->first, l->consequence, l->option);
	if (!l->wrong)
		note(k, sentence);
	return l->wrong ? error_detail(e, "%s", sentence) : 0;
}

static int count_lacking(const struct check *k, LDAPMessage *result, struct error *e)
{
	const struct config *c = k->d->config;
	struct lacking all[] = {
		{"attribute_id", c->attribute_id, "they cannot sign in", true, 0, NULL},
		{"attribute_account", c->attribute_account, "pages and log cannot say who they are", true, 0, NULL},
		{"attribute_name", c->attribute_name, "their account is shown instead", false, 0, NULL}};
	int seen = 0;
	for (LDAPMessage *m = ldap_first_entry(k->d->service.ld, result); m && seen < SAMPLE;
	     m = ldap_next_entry(k->d->service.ld, m), seen++) {
		struct directory_person p = {0};
		struct error ignored = {0};
		person_read(c, k->d->service.ld, m, k->arena, &p, &ignored);
		for (size_t i = 0; i < sizeof all / sizeof *all; i++)
			if (!value_for(all[i].option, &p)[0] && !all[i].count++)
				all[i].first = p.server_dn;
	}
	if (!seen)
		return error_detail(e,
		                    "Nobody below %s is found by %s, whatever the account: check directory_person_base, "
		                    "directory_person_filter, and what the service account may read.",
		                    c->directory_person_base, c->directory_person_filter);
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (tell_lacking(k, &all[i], seen, e))
			return -1;
	return 0;
}

static int check_people(const struct check *k, struct error *e)
{
	const struct config *c = k->d->config;
	const struct search s = {.base = c->directory_person_base,
	                         .filter = person_filter_for_all(c->directory_person_filter, "{account}", k->arena),
	                         .shown = c->directory_person_filter,
	                         .scope = LDAP_SCOPE_SUBTREE,
	                         .attributes = person_attributes(c, k->arena),
	                         .size_limit = SAMPLE};
	LDAPMessage *result = NULL;
	if (connection_search(k->d, &s, k->deadline, &result, e))
		return -1;
	int rc = count_lacking(k, result, e);
	ldap_msgfree(result);
	return rc;
}

/* ---- rules ---- */

/* (cn=project-*-leaders): what a group is called that the rule means. NULL: its name has no plain first part. */
static const char *filter_of(const struct grant_rule *rule, struct arena *a)
{
	static const char key[] = "{key}";
	const char *value = rule->group ? ldap_first_value(a, rule->group) : rule->group_name;
	size_t attribute = rule->group ? strcspn(rule->group, "=") : 0;
	const char *hole = value ? strstr(value, key) : NULL;
	if (!value)
		return NULL;
	const char *name = rule->group ? arena_strndup(a, rule->group, attribute) : "cn";
	if (!hole)
		return arena_printf(a, "(%s=%s)", name, ldap_filter_escape(a, value, strlen(value)));
	const char *after = hole + strlen(key);
	return arena_printf(a, "(%s=%s*%s)", name, ldap_filter_escape(a, value, (size_t)(hole - value)),
	                    ldap_filter_escape(a, after, strlen(after)));
}

/* Does any of these entries give what the rule promises? */
static bool is_met(const struct check *k, const struct grant_rule *rule, LDAPMessage *result)
{
	struct config one = *k->d->config;
	bool met = false;
	one.grant_rules = rule;
	one.grant_rule_count = 1;
	for (LDAPMessage *m = ldap_first_entry(k->d->service.ld, result); m && !met;
	     m = ldap_next_entry(k->d->service.ld, m)) {
		char *dn = ldap_get_dn(k->d->service.ld, m);
		const char *const groups[] = {dn, NULL};
		met = dn && json_object_array_length(grants_of(&one, groups, k->arena)) > 1;
		ldap_memfree(dn);
	}
	return met;
}

/* A rule without {key} means one group, which must be there; one with {key} waits for groups to come. */
static int check_rule(const struct check *k, const struct grant_rule *rule, struct error *e)
{
	static const char *const nothing[] = {LDAP_NO_ATTRS, NULL};
	const struct config *c = k->d->config;
	const char *filter = filter_of(rule, k->arena), *name = rule->group ? rule->group : rule->group_name;
	const struct search s = {.base = c->directory_group_base,
	                         .filter = filter ? filter : "(objectClass=*)",
	                         .shown = filter,
	                         .scope = LDAP_SCOPE_SUBTREE,
	                         .attributes = nothing,
	                         .size_limit = SAMPLE};
	LDAPMessage *result = NULL;
	if (!filter)
		return 0;
	if (connection_search(k->d, &s, k->deadline, &result, e))
		return -1;
	bool met = is_met(k, rule, result), waits = strstr(name, "{key}");
	ldap_msgfree(result);
	if (met)
		return 0;
	const char *sentence = arena_printf(
		k->arena, "The rule that makes somebody %s names %s, and no such group is below %s%s", rule->role, name,
		c->directory_group_base, waits ? " yet." : ": it gives nobody anything. Make the group, or mend the rule.");
	if (waits)
		note(k, sentence);
	return waits ? 0 : error_detail(e, "%s", sentence);
}

static int check_rules(const struct check *k, struct error *e)
{
	for (size_t i = 0; i < k->d->config->grant_rule_count; i++)
		if (check_rule(k, &k->d->config->grant_rules[i], e))
			return -1;
	return 0;
}

/* ---- all of it ---- */

static void tell_certificates(const struct check *k)
{
	for (size_t i = 0; i < k->d->server_count; i++) {
		const char *told = certificate_told(k->d->config, k->d->servers[i].uri, k->deadline, k->arena);
		if (told)
			note(k, told);
	}
}

static int check_in_order(const struct check *k, struct error *e)
{
	struct directory *d = k->d;
	return check_entry(d, d->config->directory_person_base, k->deadline, e) ||
	               check_entry(d, d->config->directory_group_base, k->deadline, e) ||
	               check_in_chain(d, k->deadline, e) || check_limits(d, k->deadline, e) || check_people(k, e) ||
	               check_rules(k, e)
	           ? -1
	           : 0;
}

int directory_check(struct directory *d, int64_t deadline, directory_note *say, void *to, struct error *e)
{
	struct error why = {0};
	const struct check k = {d, deadline, arena_new(), say, to};
	/* First, since it is what most often keeps the portal from reaching the server. */
	tell_certificates(&k);
	int rc = directory_ping(d, deadline, e);
	if (!rc && check_in_order(&k, &why)) {
		error_detail(e, "%s", why.detail);
		rc = error_set(e, 503, "%s", why.detail);
	}
	arena_free(k.arena);
	return rc;
}
