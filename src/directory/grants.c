#include "directory/grants.h"

#include "base/text.h"
#include "directory/ldap_text.h"

#include <json-c/json.h>
#include <string.h>

static const char KEY[] = "{key}";

static const char *const roles[] = {"member",    "leader", "steering", "coordinator",
                                    "portfolio", "admin",  "auditor",  "editor"};
static const char *const scopes[] = {"portal", "organisation", "project", "service", "region"};

static bool is_one_of(const char *s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text_equal(s, words[i]))
			return true;
	return false;
}

static bool is_key_character(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("_.-", c));
}

static const char *as_key(struct arena *a, const char *s, size_t n)
{
	char *key = arena_strndup(a, s, n);
	for (char *c = key; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 0x20);
	return key;
}

static bool is_key(const char *s)
{
	size_t n = 0;
	while (is_key_character(s[n]))
		n++;
	return n > 0 && !s[n];
}

/* Does the group's name fit the rule's? Both folded. *key is what {key} stands for, or the rule's own. */
static bool fits(const struct grant_rule *rule, const char *pattern, const char *group, struct arena *a,
                 const char **key)
{
	const char *hole = strstr(pattern, KEY);
	if (!hole) {
		*key = rule->key ? as_key(a, rule->key, strlen(rule->key)) : "";
		return strcmp(pattern, group) == 0;
	}
	size_t before = (size_t)(hole - pattern), after = strlen(hole + strlen(KEY)), length = strlen(group);
	if (length <= before + after || strncmp(pattern, group, before) != 0 ||
	    strcmp(hole + strlen(KEY), group + length - after) != 0)
		return false;
	*key = as_key(a, group + before, length - before - after);
	return is_key(*key);
}

static bool is_there(struct json_object *grants, const char *role, const char *scope, const char *key)
{
	for (size_t i = 0; i < json_object_array_length(grants); i++) {
		struct json_object *grant = json_object_array_get_idx(grants, i);
		if (strcmp(json_object_get_string(json_object_object_get(grant, "role")), role) == 0 &&
		    strcmp(json_object_get_string(json_object_object_get(grant, "scope")), scope) == 0 &&
		    strcmp(json_object_get_string(json_object_object_get(grant, "key")), key) == 0)
			return true;
	}
	return false;
}

static void add(struct json_object *grants, const char *role, const char *scope, const char *key, const char *group,
                const char *rule)
{
	if (is_there(grants, role, scope, key))
		return;
	struct json_object *grant = json_object_new_object();
	json_object_object_add(grant, "role", json_object_new_string(role));
	json_object_object_add(grant, "scope", json_object_new_string(scope));
	json_object_object_add(grant, "key", json_object_new_string(key));
	json_object_object_add(grant, "group", json_object_new_string(group));
	json_object_object_add(grant, "rule", json_object_new_string(rule));
	json_object_array_add(grants, grant);
}

static const char *pattern_of(const struct grant_rule *rule)
{
	return rule->group ? rule->group : rule->group_name;
}

static void release(void *grants)
{
	json_object_put(grants);
}

/* One of a person's groups, as rules see it. */
struct group {
	const char *dn, *name; /* name is NULL where a group_name must not match */
};

static struct group *groups_seen(const char *const *groups, struct arena *a, size_t *count)
{
	size_t n = 0;
	while (groups[n])
		n++;
	struct group *seen = arena_alloc(a, (n + 1) * sizeof *seen);
	*count = 0;
	for (size_t i = 0; i < n; i++) {
		seen[*count] = (struct group){ldap_dn_normalised(a, groups[i]), ldap_first_value(a, groups[i])};
		*count += seen[*count].dn != NULL;
	}
	return seen;
}

struct json_object *grants_of(const struct config *c, const char *const *groups, struct arena *a)
{
	size_t count;
	struct json_object *grants = json_object_new_array();
	const struct group *seen = groups_seen(groups, a, &count);
	arena_defer(a, release, grants);
	add(grants, "staff", "portal", "", "", "");
	for (size_t i = 0; i < c->grant_rule_count; i++) {
		const struct grant_rule *rule = &c->grant_rules[i];
		/* A rule with a mistake gives nothing; grants_check() has told the administrator. */
		if (grant_rule_problem(rule, a))
			continue;
		const char *pattern = rule->group ? ldap_dn_normalised(a, rule->group) : ldap_folded(a, rule->group_name), *key;
		for (size_t k = 0; k < count; k++) {
			const char *name = rule->group ? seen[k].dn : seen[k].name;
			if (name && fits(rule, pattern, name, a, &key))
				add(grants, rule->role, rule->scope, key, seen[k].dn, pattern_of(rule));
		}
	}
	return grants;
}

const char *grant_rule_problem(const struct grant_rule *rule, struct arena *a)
{
	const char *named = pattern_of(rule), *hole = strstr(named, KEY);
	bool portal = text_equal(rule->scope, "portal"), keyed = rule->key && *rule->key;
	if (!is_one_of(rule->role, roles, sizeof roles / sizeof *roles))
		return arena_printf(a,
		                    _("The role \"%s\" is none of member, leader, steering, coordinator, portfolio, admin, "
		                      "auditor, editor."),
		                    rule->role);
	if (!is_one_of(rule->scope, scopes, sizeof scopes / sizeof *scopes))
		return arena_printf(a, _("The scope \"%s\" is none of portal, organisation, project, service, region."),
		                    rule->scope);
	if (rule->group && !ldap_dn_normalised(a, rule->group))
		return arena_printf(a,
		                    _("The group \"%s\" is no distinguished name such as cn=admins,ou=groups,dc=example. "
		                      "One with backslashes stands as the directory shows it between single quotes."),
		                    rule->group);
	if (rule->group_name && strchr(rule->group_name, ',') && ldap_dn_normalised(a, rule->group_name))
		return arena_printf(a, "The group_name \"%s\" is a whole distinguished name: write it as group.", named);
	if (hole && strstr(hole + 1, KEY))
		return arena_printf(a, _("The group \"%s\" holds {key} twice; once is enough."), named);
	if (portal && (hole || keyed))
		return arena_printf(a,
		                    _("The group \"%s\" has a key, but a right in the whole portal has none: remove it, or "
		                      "change the scope."),
		                    named);
	if (!portal && hole && keyed)
		return arena_printf(a, _("The group \"%s\" has both {key} and a fixed key: remove one of them."), named);
	if (!portal && !hole && !keyed)
		return arena_printf(a,
		                    _("The group \"%s\" has no key: put {key} into its name, or give a fixed key, such as "
		                      "key = \"DHO\"."),
		                    named);
	if (keyed && !is_key(rule->key))
		return arena_printf(a, _("The key \"%s\" may hold letters A to Z, digits, _ . and - only."), rule->key);
	return NULL;
}

int grants_check(const struct config *c, struct error *e)
{
	struct arena *a = arena_new();
	const char *problem = NULL;
	for (size_t i = 0; i < c->grant_rule_count && !problem; i++) {
		problem = grant_rule_problem(&c->grant_rules[i], a);
		if (problem)
			error_set(e, 500, _("Grant rule %zu of the configuration: %s"), i + 1, problem);
	}
	arena_free(a);
	return problem ? -1 : 0;
}
