/* What a collection can be asked: declared by its type's fields. */
#include "base/log.h"
#include "base/text.h"
#include "record/record_expressions.h"
#include "record/record_list_sql.h"
#include "record/record_sql.h"

#include <stdlib.h>
#include <string.h>

/* For as long as the process lives. */
static struct arena *arena;
static struct record_list *lists;
static size_t list_count;

static const struct choice yes_or_no[] = {{"true", N_("Yes")}, {"false", N_("No")}, {NULL, NULL}};

bool list_has(const struct field *f)
{
	return f->in_list && !f->through && !f->part;
}

/* What an address says besides. */
static const char *name_in_address(const struct field *f)
{
	static const char *const taken[] = {"q", "sort", "after", "at", "language"};
	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
		if (text_equal(f->name, taken[i]))
			return arena_printf(arena, "%s_is", f->name);
	return f->name;
}

static void add(struct record_list *l, struct field *fields, struct list_ask ask, struct field field)
{
	if (l->filter.field_count == LIST_ASKS_MAX) {
		log_error("the list of %s has more than %d filters", l->type->name, LIST_ASKS_MAX);
		abort();
	}
	l->asks[l->filter.field_count] = ask;
	fields[l->filter.field_count++] = field;
}

/* Whatever stands there may be asked for, also what no form offers any more. */
static const struct reference *to_any(const struct reference *to)
{
	struct reference *any = arena_alloc(arena, sizeof *any);
	*any = *to;
	any->offered = NULL;
	return any;
}

static void add_asks(struct record_list *l, struct field *fields, const struct field *f)
{
	struct list_ask is = {ASK_IS, f}, from = {ASK_FROM, f}, until = {ASK_UNTIL, f};
	struct field asked = {.name = name_in_address(f), .type = f->type, .label = f->label};
	switch (f->type) {
	case FIELD_BOOLEAN:
		asked.type = FIELD_CHOICE;
		asked.choices = yes_or_no;
		break;
	case FIELD_CHOICE:
		asked.choices = f->choices;
		break;
	case FIELD_TERM:
		asked.term = f->term;
		break;
	case FIELD_REFERENCE:
		if (f->to->within)
			return;
		asked.to = to_any(f->to);
		break;
	case FIELD_DATE:
	case FIELD_TIME:
		asked.type = FIELD_DATE;
		asked.name = arena_printf(arena, "%s_from", f->name);
		add(l, fields, from, asked);
		asked.name = arena_printf(arena, "%s_to", f->name);
		add(l, fields, until, asked);
		return;
	default:
		return;
	}
	add(l, fields, is, asked);
}

static const struct choice *sorts_of(const struct record_type *t)
{
	struct choice *sorts = arena_alloc(arena, (2 * t->field_count + 1) * sizeof *sorts);
	size_t n = 0;
	for (size_t i = 0; i < t->field_count; i++) {
		const struct field *f = &t->fields[i];
		if (!list_has(f))
			continue;
		sorts[n++] = (struct choice){f->name, f->label};
		sorts[n++] = (struct choice){arena_printf(arena, "-%s", f->name), f->label};
	}
	return sorts;
}

/* Over all of them: those that hang on this project, or on what is below it. */
static const struct reference to_above = {
	.table = "project", .key = "x.code", .label = "x.title", .collection = "projects", .many = true};

static void ask_below(struct record_list *l, struct field *fields, const struct record_type *t)
{
	const struct anchor *up = anchor_of(t);
	if (up && text_equal(up->column, "subject_id") && !t->no_list)
		add(l, fields, (struct list_ask){ASK_BELOW, NULL},
		    (struct field){
				.name = "below", .type = FIELD_REFERENCE, .label = N_("Below the project"), .to = &to_above});
}

static void make_list(struct record_list *l, const struct record_type *t)
{
	struct field *fields = arena_alloc(arena, LIST_ASKS_MAX * sizeof *fields);
	l->type = t;
	l->filter =
		(struct record_type){.name = arena_printf(arena, "%s_list", t->name), .label = N_("Filter"), .fields = fields};
	for (size_t i = 0; t->called && i < t->field_count; i++)
		if (text_equal(t->fields[i].name, t->called))
			add(l, fields, (struct list_ask){ASK_WORDS, &t->fields[i]},
			    (struct field){.name = "q", .type = FIELD_TEXT, .label = N_("Text"), .max = 200});
	for (size_t i = 0; i < t->field_count; i++)
		if (list_has(&t->fields[i]))
			add_asks(l, fields, &t->fields[i]);
	ask_below(l, fields, t);
	add(l, fields, (struct list_ask){ASK_SORT, NULL},
	    (struct field){.name = "sort", .type = FIELD_CHOICE, .label = N_("Sort by"), .choices = sorts_of(t)});
	record_sql_make_meant(&l->filter, &l->sql);
}

void record_lists_start(const struct record_type *const *types)
{
	if (lists)
		return;
	arena = arena_new();
	while (types[list_count])
		list_count++;
	lists = arena_alloc(arena, list_count * sizeof *lists);
	for (size_t i = 0; i < list_count; i++)
		make_list(&lists[i], types[i]);
}

const struct record_list *record_list_of(const struct record_type *t)
{
	for (size_t i = 0; i < list_count; i++)
		if (lists[i].type == t)
			return &lists[i];
	return NULL;
}

const struct record_list *record_list_named(const char *type)
{
	for (size_t i = 0; i < list_count; i++)
		if (text_equal(lists[i].type->name, type))
			return &lists[i];
	return NULL;
}
