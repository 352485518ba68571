/* Templates call each other: the names must be there, and the stack of sections has an end. */
#include "tools/template_compile.h"

#include <stdlib.h>
#include <string.h>

enum { UNKNOWN = -1, BEING_VISITED = -2 };

struct linker {
	const struct template_unit *units;
	size_t n;
	int *depths; /* of each unit, partials included; UNKNOWN, or BEING_VISITED */
	struct error *error;
};

static size_t find(const struct linker *l, const char *name)
{
	size_t i = 0;

	while (i < l->n && strcmp(l->units[i].name, name) != 0)
		i++;
	return i;
}

/* Goes at most TEMPLATE_DEPTH_MAX calls deep: C's stack is bounded as the run-time's is. */
static int visit(struct linker *l, size_t i, int level)
{
	const struct template_unit *u = &l->units[i];
	int depth = u->depth;

	l->depths[i] = BEING_VISITED;
	for (const struct template_partial *p = u->partials; p; p = p->next) {
		size_t other = find(l, p->name);
		if (other == l->n)
			return error_set(l->error, 422, "%s:%d: there is no template “%s”", u->file, p->line, p->name);
		if (l->depths[other] == BEING_VISITED)
			return error_set(l->error, 422, "%s:%d: {{>%s}} leads back to itself", u->file, p->line, p->name);
		if (level == TEMPLATE_DEPTH_MAX)
			return error_set(l->error, 422, "%s:%d: more than %d templates inside one another", u->file, p->line,
			                 TEMPLATE_DEPTH_MAX);
		if (l->depths[other] == UNKNOWN && visit(l, other, level + 1))
			return -1;
		if (p->depth + l->depths[other] > depth)
			depth = p->depth + l->depths[other];
		if (depth > TEMPLATE_DEPTH_MAX)
			return error_set(l->error, 422, "%s:%d: with {{>%s}} there are more than %d sections inside one another",
			                 u->file, p->line, p->name, TEMPLATE_DEPTH_MAX);
	}
	l->depths[i] = depth;
	return 0;
}

static int check_names(const struct linker *l)
{
	for (size_t i = 0; i < l->n; i++) {
		size_t first = find(l, l->units[i].name);
		if (first != i)
			return error_set(l->error, 422, "%s:1: %s is a template of the same name", l->units[i].file,
			                 l->units[first].file);
	}
	return 0;
}

int template_link(const struct template_unit *units, size_t n, struct error *e)
{
	struct linker l = {.units = units, .n = n, .error = e};
	struct arena *a = arena_new();
	int failed = check_names(&l);

	l.depths = arena_alloc(a, (n + 1) * sizeof *l.depths);
	for (size_t i = 0; i < n; i++)
		l.depths[i] = UNKNOWN;
	for (size_t i = 0; !failed && i < n; i++)
		if (l.depths[i] == UNKNOWN)
			failed = visit(&l, i, 1);
	arena_free(a);
	return failed;
}
