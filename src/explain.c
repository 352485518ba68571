#include "explain.h"

#include "base/clock.h"
#include "base/text.h"
#include "directory/directory.h"
#include "directory/grants.h"

#include <json-c/json.h>
#include <stdio.h>
#include <string.h>

enum { EXPLAIN_MS = 30000 };

static void line(const char *what, const char *value)
{
	printf("%-14s %s\n", what, value);
}

/* What the portal takes from the entry, by which attribute, and what is missing. */
static void print_attributes(const struct config *c, const struct directory_person *p)
{
	const struct {
		const char *what, *attribute, *value;
	} taken[] = {{"id", c->attribute_id, p->id},
	             {"account", c->attribute_account, p->account},
	             {"name", c->attribute_name, p->name},
	             {"mail", c->attribute_mail, p->mail},
	             {"title", c->attribute_title, p->title}};
	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
		printf("%-14s %s (%s)\n", taken[i].what, taken[i].value[0] ? taken[i].value : "– the entry has none",
		       taken[i].attribute);
}

static size_t print_groups(const struct config *c, const struct directory_person *p, int64_t took)
{
	size_t n = 0;
	while (p->groups[n])
		n++;
	printf("%-14s %zu, in %d ms\n", "groups", n, (int)took);
	for (size_t i = 0; i < n; i++)
		printf("  %-12s %s\n",
		       p->group_levels[i] == 0   ? "primary"
		       : p->group_levels[i] == 1 ? "direct"
		                                 : "in a group",
		       p->groups[i]);
	if (p->groups_cut)
		printf("%-14s Groups in groups were followed %d deep (directory_nested_depth); there may be more above.\n", "",
		       c->directory_nested_depth);
	return n;
}

static const char *text_of(struct json_object *grant, const char *key)
{
	return json_object_get_string(json_object_object_get(grant, key));
}

static void print_rights(struct json_object *grants)
{
	line("rights", "");
	for (size_t i = 0; i < json_object_array_length(grants); i++) {
		struct json_object *one = json_object_array_get_idx(grants, i);
		printf("  %s of %s%s%s\n", text_of(one, "role"), text_of(one, "scope"), text_of(one, "key")[0] ? " " : "",
		       text_of(one, "key"));
		if (text_of(one, "rule")[0])
			printf("      since in %s\n      by the rule %s\n", text_of(one, "group"), text_of(one, "rule"));
		else
			printf("      like everybody who signs in\n");
	}
}

/* Those that give nothing: what a missing right most often is. */
static void print_unnamed(const struct config *c, const struct directory_person *p, struct arena *a)
{
	size_t unnamed = 0;
	line("no rule names", "");
	for (size_t i = 0; p->groups[i]; i++) {
		const char *const alone[] = {p->groups[i], NULL};
		if (json_object_array_length(grants_of(c, alone, a)) > 1)
			continue;
		printf("  %s\n", p->groups[i]);
		unnamed++;
	}
	if (!unnamed)
		printf("  every group is named by a rule\n");
}

static int print_person(const struct config *c, struct directory *d, struct directory_person *p, struct arena *a,
                        struct error *e)
{
	int64_t began = clock_now_ms();
	if (directory_groups(d, p, began + EXPLAIN_MS, a, e))
		return -1;
	size_t n = print_groups(c, p, clock_now_ms() - began);
	print_rights(grants_of(c, p->groups, a));
	if (n)
		print_unnamed(c, p, a);
	return 0;
}

int explain(const struct config *c, const char *account, struct error *e)
{
	struct arena *a = arena_new();
	struct directory *d = directory_new(c);
	struct directory_person p;
	struct error why = {0};
	int64_t began = clock_now_ms();
	int rc = directory_find(d, account, began + EXPLAIN_MS, a, &p, &why);
	bool refused = rc && why.status == 401;
	if (rc && !refused) {
		*e = why;
	} else if (!p.dn) {
		printf("%-14s nobody below %s is found by %s with the account “%s”\n", "entry", c->directory_person_base,
		       c->directory_person_filter, account);
		rc = 1;
	} else {
		printf("%-14s %s, in %d ms\n", "entry", p.server_dn, (int)(clock_now_ms() - began));
		print_attributes(c, &p);
		line("signing in",
		     refused ? why.detail : "nothing in the entry speaks against it; the password is not asked here");
		rc = print_person(c, d, &p, a, e) ? -1 : refused;
	}
	directory_free(d);
	arena_free(a);
	return rc;
}
