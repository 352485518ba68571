/* What the page of a collection shows: the document's records as rows of a table, and the form of what can be asked. */
#include "base/text.h"
#include "i18n/format.h"
#include "portal/list_filter.h"
#include "portal/members.h"
#include "portal/page.h"
#include "portal/record_list.h"
#include "portal/record_types.h"
#include "portal/translations.h"
#include "portal/words.h"
#include "record/terms.h"
#include "record/vocabulary.h"

#include <json-c/json.h>

/* The field by which a row is called, and which stands first: NULL when the type has none in its list. */
static const struct field *head_of(const struct record_type *t)
{
	const struct field *first = NULL;
	for (size_t i = 0; i < t->field_count; i++) {
		if (!list_has(&t->fields[i]))
			continue;
		if (text_equal(t->fields[i].name, t->called))
			return &t->fields[i];
		first = first ? first : &t->fields[i];
	}
	return first;
}

/* ---- the head of the table ---- */

static void add_column(struct request *r, const struct listing *l, struct json_object *columns, const struct field *f)
{
	const char *order = list_order(l->list, &l->q);
	bool backwards = *order == '-', this = text_equal(order + backwards, f->name);
	const char *const extra[] = {"sort", this && !backwards ? arena_printf(r->arena, "-%s", f->name) : f->name, NULL};
	struct json_object *o = json_object_new_object();
	put(o, "label", _(f->label));
	put(o, "sorted", !this ? "none" : backwards ? "descending" : "ascending");
	json_object_object_add(o, "sort", list_query(r, &l->filter, l->values, extra));
	json_object_array_add(columns, o);
}

/* ---- a row ---- */

/* A value as people read it. */
static const char *shown(struct request *r, const struct field *f, struct json_object *item)
{
	const char *text = text_at(item, f->to ? arena_printf(r->arena, "%s_label", f->name) : f->name);
	if (!*text)
		return "";
	switch (f->type) {
	case FIELD_REFERENCE:
		return f->to->named ? words_role(text_at(item, f->name), text) : text;
	default:
		return field_shown(f, text, formats_of(r->language), r->arena);
	}
}

/* What it hangs on: where that is, and what it is called. */
static void add_parent(struct request *r, struct json_object *o, struct json_object *parent)
{
	const struct record_type *up = parent ? record_type_named(text_at(parent, "type")) : NULL;
	const char *code = text_at(parent, "code"), *title = text_at(parent, "title");
	put(o, "parent_path", up ? arena_printf(r->arena, "/%s/%s", up->collection, code) : "");
	put(o, "parent_code", code);
	put(o, "parent_title", up == &role_type ? words_role(code, title) : title);
	put(o, "parent_language", text_at(parent, "language"));
}

static struct json_object *cell_of(struct request *r, const struct field *f, struct json_object *item,
                                   const char *language)
{
	struct json_object *o = json_object_new_object();
	bool content = f->type == FIELD_TEXT || f->type == FIELD_MARKDOWN;
	put(o, "label", _(f->label));
	put(o, "text", shown(r, f, item));
	put(o, "light", f->choices == lights ? text_at(item, f->name) : "");
	put(o, "cell_language", content && *text_at(o, "text") ? language : "");
	put_bool(o, "when", *text_at(o, "text") && (f->type == FIELD_DATE || f->type == FIELD_TIME));
	return o;
}

static struct json_object *row_of(struct request *r, const struct listing *l, struct json_object *item)
{
	const struct record_type *t = l->t.type;
	const struct field *head = head_of(t);
	struct json_object *o = json_object_new_object(), *cells = json_object_new_array();
	struct json_object *parent = l->q.over_all ? member(item, "parent") : member(l->document, "parent");
	const char *key = text_at(item, record_key(t)), *language = text_at(item, "language"),
			   *called = shown(r, head, item);
	if (t == &role_type)
		called = words_role(key, called);
	/* Words of the portal's lists have a code, and are called otherwise. */
	put(o, "also", t == &term_type ? term_label(text_at(item, "list"), text_at(item, "code"), "") : "");
	language = *language ? language : text_at(parent, "language");
	add_parent(r, o, parent);
	put(o, "path", arena_printf(r->arena, "%s/%s/%s", text_at(o, "parent_path"), t->collection, key));
	/* What is called by something that the reader may not see has a number all the same. */
	put(o, "called", *called ? called : arena_printf(r->arena, "%s %s", _(t->label), key));
	put(o, "row_language", head->type == FIELD_TEXT && *called && t != &role_type ? language : r->language->tag);
	for (size_t i = 0; i < t->field_count; i++)
		if (list_has(&t->fields[i]) && &t->fields[i] != head)
			json_object_array_add(cells, cell_of(r, &t->fields[i], item, language));
	json_object_object_add(o, "cells", cells);
	return o;
}

/* ---- the page ---- */

static void add_table(struct request *r, const struct listing *l, struct json_object *page)
{
	const struct record_type *t = l->t.type;
	const struct field *head = head_of(t);
	struct json_object *columns = json_object_new_array(), *rows = json_object_new_array(),
					   *items = member(l->document, "items");
	struct json_object *first = json_object_new_array();
	add_column(r, l, first, head);
	for (size_t i = 0; i < t->field_count; i++)
		if (list_has(&t->fields[i]) && &t->fields[i] != head)
			add_column(r, l, columns, &t->fields[i]);
	for (size_t i = 0; i < json_object_array_length(items); i++)
		json_object_array_add(rows, row_of(r, l, json_object_array_get_idx(items, i)));
	json_object_object_add(page, "first_column", first);
	json_object_object_add(page, "columns", columns);
	json_object_object_add(page, "rows", rows);
}

static void name_roles(const struct listing *l, struct json_object *choices)
{
	for (size_t i = 0; i < l->filter.field_count; i++) {
		const struct field *f = &l->filter.fields[i];
		struct json_object *options = f->to && f->to->named ? member(choices, f->name) : NULL;
		for (size_t k = 0; options && k < json_object_array_length(options); k++) {
			struct json_object *one = json_object_array_get_idx(options, k);
			put(one, "label", words_role(text_at(one, "value"), text_at(one, "label")));
		}
	}
}

static void add_filter(struct request *r, struct listing *l, struct json_object *page)
{
	struct json_object *choices = member(l->document, "choices");
	bool filtered = false;
	for (size_t i = 0; i < l->filter.field_count; i++) {
		bool asked = l->values[i][0] != '\0';
		filtered |= asked && l->list->asks[i].how != ASK_SORT;
	}
	name_roles(l, choices);
	struct record_type form = l->filter;
	/* What they all belong to needs no asking; it stands before what is sorted by. */
	struct field *fields = arena_alloc(r->arena, form.field_count * sizeof *fields);
	form.fields = fields;
	form.field_count = 0;
	for (size_t i = 0; i < l->filter.field_count; i++)
		if (l->q.over_all || l->list->asks[i].how != ASK_BELOW)
			fields[form.field_count++] = l->filter.fields[i];
	struct json_object *shown = record_form(&form, l->in.values, NULL, choices, r->arena);
	json_object_object_add(page, "filter", json_object_get(shown));
	list_add_chosen(r, &l->filter, l->values, shown, page);
	put_bool(page, "filtered", filtered);
	/* Of nothing nothing is asked. */
	put_bool(page, "asks", filtered || json_object_get_int(member(l->document, "total")));
}

/* Below a parent, who may create there; all that stand alone, who may anywhere. */
static bool may_add(struct request *r, const struct listing *l)
{
	const struct record_type *t = l->t.type;
	return !(t->parent && l->q.over_all) && attempt_may_add(r, &l->t);
}

struct json_object *listing_page(struct request *r, struct listing *l)
{
	const struct record_type *t = l->t.type;
	const char *const nothing[] = {"after", "", NULL};
	struct json_object *page = page_new_object(r);
	translations_apply(l->document, l->q.language);
	put(page, "title", _(t->label_many));
	attempt_add_crumbs(r, &l->t, page);
	add_parent(r, page, member(l->document, "parent"));
	put_bool(page, "below", !l->q.over_all && t->parent);
	put_bool(page, "over_all", l->q.over_all && t->parent);
	put(page, "all", t->parent && !t->no_list && !l->q.over_all ? arena_printf(r->arena, "/%s", t->collection) : "");
	put(page, "all_below",
	    *text_at(page, "all") && l->t.up == &project_type ? arena_printf(r->arena, "below=%s", l->t.up_code) : "");
	put(page, "path", attempt_collection(r, &l->t));
	put(page, "title_new", _(t->title_new));
	put_bool(page, "may_add", may_add(r, l));
	put_bool(page, "hidden", page_hides(r, t->name));
	put_bool(page, "follows", l->q.after);
	json_object_object_add(page, "first", list_query(r, &l->filter, l->values, nothing));
	static const char *const kept[] = {"total", "more_than", "next", "left_out"};
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		json_object_object_add(page, kept[i], json_object_get(member(l->document, kept[i])));
	add_table(r, l, page);
	add_filter(r, l, page);
	return page;
}
