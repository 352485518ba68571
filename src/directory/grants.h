/* grants.h: groups → grants, by the configuration's rules, and why. */
#ifndef DIRECTORY_GRANTS_H
#define DIRECTORY_GRANTS_H

#include "base/arena.h"
#include "base/config.h"
#include "base/error.h"

#include <json-c/json_types.h>

/* The grants that the rules give to somebody in these groups (normalised DNs, NULL at the end):
 *   [{"role":"leader","scope":"project","key":"DHO","group":"cn=…","rule":"cn=project-{key}-leaders,…"}]
 * `group` and `rule` are the why. Each role@scope:key comes once, by the first rule that gives it.
 * Everybody who signs in has {"role":"staff","scope":"portal","key":"","group":"","rule":""} first.
 * DNs are compared normalised and case-insensitively. The result belongs to `a`. */
struct json_object *grants_of(const struct config *c, const char *const *groups, struct arena *a);

/* NULL, or a sentence that says what is wrong with a rule (unknown role or scope, a pattern that is no DN,
 * {key} twice, a project rule that has neither key nor {key}). */
const char *grant_rule_problem(const struct grant_rule *rule, struct arena *a);

/* All rules of the configuration: 0, or -1 with a sentence about the first that is wrong. Call it at start. */
int grants_check(const struct config *c, struct error *e);

#endif
