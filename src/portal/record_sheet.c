/* All records of a collection in one table: what is often changed, of several at once. */
#include "base/text.h"
#include "http/params.h"
#include "i18n/format.h"
#include "portal/members.h"
#include "portal/once.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "portal/record_pages.h"
#include "record/record_sql.h"
#include "templates.h"

#include <json-c/json.h>
#include <string.h>

struct sheet {
	struct record_type type; /* with the fields of the table alone */
	struct attempt on;       /* what all hang on */
	struct attempt *rows;
	size_t row_count;
	bool gone;    /* somebody has removed one of those that the sender saw */
	bool refused; /* a row has an error */
	bool asks;    /* what was saved contradicts itself: the page that is led to says so */
};

/* The type as the table knows it. */
static struct record_type narrowed(struct request *r, const struct record_type *type)
{
	struct record_type narrow = *type;
	struct field *fields = arena_alloc(r->arena, type->field_count * sizeof *fields);
	narrow.fields = fields;
	narrow.field_count = 0;
	for (size_t i = 0; i < type->field_count; i++)
		if (type->fields[i].in_sheet)
			fields[narrow.field_count++] = type->fields[i];
	return narrow;
}

static int load(struct request *r, struct sheet *s, struct error *e)
{
	const char *document;
	const struct record_type *type = r->route->about;
	*s = (struct sheet){.type = narrowed(r, type)};
	if (attempt_start(r, &s->on, type, e))
		return -1;
	const char *const parameters[] = {s->on.code};
	if (page_query(r, s->on.sql->sheet, parameters, &document, NULL, e))
		return -1;
	struct json_object *all = page_parse(r, document, e);
	if (!all)
		return -1;
	s->row_count = json_object_array_length(all);
	s->rows = arena_alloc(r->arena, s->row_count * sizeof *s->rows);
	for (size_t i = 0; i < s->row_count; i++) {
		struct json_object *one = json_object_array_get_idx(all, i);
		s->rows[i] = s->on;
		s->rows[i].current = one;
		s->rows[i].n = text_at(one, "n");
		s->rows[i].version = s->rows[i].current_version = text_at(one, "version");
	}
	return 0;
}

/* ---- the table ---- */

/* "L3 – Startmøte": what a row is called. */
static const char *called(struct request *r, const struct attempt *t)
{
	const char *code = text_at(t->current, "code"), *title = text_at(t->current, t->type->called);
	return code[0] ? arena_printf(r->arena, "%s – %s", code, title) : title;
}

/* Names a row's fields after the row, "forecast_on.3", and its errors after both. */
static struct json_object *row_form(struct request *r, struct sheet *s, const struct attempt *t, bool sent)
{
	struct json_object *form = record_form(&s->type, t->current, sent ? &t->in : NULL, NULL, r->arena);
	struct json_object *fields = member(form, "fields"), *errors = member(form, "errors");
	for (size_t i = 0; i < json_object_array_length(fields); i++) {
		struct json_object *one = json_object_array_get_idx(fields, i);
		put(one, "name", arena_printf(r->arena, "%s.%s", text_at(one, "name"), t->n));
	}
	for (size_t i = 0; i < json_object_array_length(errors); i++) {
		struct json_object *one = json_object_array_get_idx(errors, i);
		put(one, "field", arena_printf(r->arena, "%s.%s", text_at(one, "field"), t->n));
		put(one, "label", arena_printf(r->arena, "%s, %s", called(r, t), text_at(one, "label")));
	}
	return form;
}

static void add_rows(struct request *r, struct sheet *s, struct json_object *document, bool sent)
{
	struct json_object *rows = json_object_new_array(), *errors = json_object_new_array();
	for (size_t i = 0; i < s->row_count; i++) {
		const struct attempt *t = &s->rows[i];
		struct json_object *row = json_object_new_object();
		/* A row that was not in the table when it was sent is shown as it is. */
		struct json_object *form = row_form(r, s, t, sent && t->in.typed), *wrong = member(form, "errors");
		for (size_t k = 0; k < json_object_array_length(wrong); k++)
			json_object_array_add(errors, json_object_get(json_object_array_get_idx(wrong, k)));
		put(row, "n", t->n);
		put(row, "called", called(r, t));
		put(row, "place", attempt_place(r, t, t->n));
		/* What others have changed is told: the next press is meant. */
		put(row, "row_version", t->conflict ? t->current_version : t->version);
		json_object_object_add(row, "cells", json_object_get(member(form, "fields")));
		json_object_array_add(rows, row);
	}
	put_bool(document, "has_errors", json_object_array_length(errors));
	json_object_object_add(document, "errors", errors);
	json_object_object_add(document, "rows", rows);
}

static int send_table(struct request *r, struct response *out, struct sheet *s, bool sent, struct error *e)
{
	struct json_object *document = page_new_object(r), *columns = json_object_new_array();
	const char *title = _(s->type.label_many);
	for (size_t i = 0; i < s->type.field_count; i++)
		json_object_array_add(columns, json_object_new_string(_(s->type.fields[i].label)));
	r->shows_form = true;
	put(document, "title", title);
	put(document, "called_label", _(s->type.label));
	put(document, "notice",
	    s->gone
	        ? _("Somebody has removed one of these since you opened the table. Press Save again to save the others.")
	    : r->as_typed ? r->as_typed
	                  : "");
	put_bool(document, "is_cut", s->row_count == SHEET_ROWS_MAX);
	put(document, "action", arena_printf(r->arena, "%s/edit", attempt_collection(r, &s->on)));
	put(document, "collection", s->type.collection);
	attempt_add_crumbs(r, &s->on, document);
	attempt_add_up(r, &s->on, document);
	json_object_object_add(document, "columns", columns);
	add_rows(r, s, document, sent);
	return page_object(r, out, s->refused ? arena_printf(r->arena, _("Error: %s"), title) : title, tpl_record_sheet,
	                   document, e);
}

int record_sheet(struct request *r, struct response *out, struct error *e)
{
	struct sheet s;
	return load(r, &s, e) ? -1 : send_table(r, out, &s, false, e);
}

/* ---- saving ---- */

/* What was sent of one row, by the names that its fields have: "forecast_on" for "forecast_on.3". */
static const struct form_pair *pairs_of(struct request *r, const char *n, size_t *count)
{
	struct form_pair *pairs = arena_alloc(r->arena, (r->form_count + 1) * sizeof *pairs);
	*count = 0;
	for (size_t i = 0; i < r->form_count; i++) {
		const char *dot = strrchr(r->form[i].name, '.');
		if (!dot || strcmp(dot + 1, n))
			continue;
		pairs[*count] = r->form[i];
		pairs[(*count)++].name = arena_strndup(r->arena, r->form[i].name, (size_t)(dot - r->form[i].name));
	}
	return pairs;
}

/* Both have written: the field keeps mine, and says what theirs is. */
static void tell_conflicts(struct request *r, struct attempt *t)
{
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		if (!t->conflicts[i])
			continue;
		const char *theirs = field_shown(f, text_at(t->current, f->name), formats_of(r->language), r->arena);
		record_error(
			&t->in, f->name,
			arena_printf(r->arena,
		                 _("Somebody else has written “%s” here since you opened the table. Save again to keep yours."),
		                 theirs));
	}
}

static int read_row(struct request *r, struct sheet *s, struct attempt *t, struct error *e)
{
	size_t count;
	const struct form_pair *pairs = pairs_of(r, t->n, &count);
	const char *version = params_get(pairs, count, "_version");
	if (!version)
		return 0;
	t->version = version;
	record_read_form(&s->type, pairs, count, formats_of(r->language), r->arena, &t->in);
	t->in.values = attempt_patched(r, t, t->in.values);
	record_check_rules(t->type->constraints, &t->in);
	if (!t->in.error_count && strcmp(t->version, t->current_version) && attempt_merge(r, t, e))
		return -1;
	tell_conflicts(r, t);
	s->refused |= t->in.error_count > 0;
	return 0;
}

/* Does the table still hold every row that was sent? */
static bool is_whole(const struct request *r, const struct sheet *s)
{
	for (size_t i = 0; i < r->form_count; i++) {
		bool stands = !text_starts_with(r->form[i].name, "_version.");
		for (size_t k = 0; k < s->row_count; k++)
			stands |= !strcmp(r->form[i].name + strlen("_version."), s->rows[k].n);
		if (!stands)
			return false;
	}
	return true;
}

/* All that has changed. 1: done; 0: a row was refused, which says why; -1: all was. */
static int write_rows(struct request *r, struct sheet *s, struct error *e)
{
	for (size_t i = 0; i < s->row_count; i++) {
		struct attempt *t = &s->rows[i];
		const char *saved;
		if (!t->in.typed || attempt_unchanged(t))
			continue;
		int rc = attempt_write(r, t, &saved, e);
		if (rc > 0)
			continue;
		once_abandon(r);
		if (!rc)
			record_error(
				&t->in, s->type.fields[0].name,
				_("Somebody else has changed this since you opened it. Read both versions, and save again what you want to keep."));
		return rc && !attempt_refused(r, t) ? -1 : 0;
	}
	return 1;
}

/* The same, and whether what was saved contradicts itself. */
static int write_and_look(struct request *r, struct sheet *s, struct error *e)
{
	struct json_object *before, *after;
	if (attempt_remarks_all(r, &s->on, &before, e))
		return -1;
	int rc = write_rows(r, s, e);
	if (rc > 0 && attempt_remarks_all(r, &s->on, &after, e))
		return -1;
	s->asks = rc > 0 && attempt_remarks_new(before, after);
	return rc;
}

int record_save_sheet(struct request *r, struct response *out, struct error *e)
{
	struct sheet s;
	if (load(r, &s, e))
		return -1;
	for (size_t i = 0; i < s.row_count; i++)
		if (read_row(r, &s, &s.rows[i], e))
			return -1;
	s.gone = !is_whole(r, &s);
	if (r->as_typed)
		return send_table(r, out, &s, true, e);
	if (!s.refused && !s.gone) {
		int rc = once_begin(r, out, e);
		if (rc)
			return rc < 0 ? -1 : 0;
		rc = write_and_look(r, &s, e);
		if (rc < 0)
			return -1;
		if (rc) {
			response_see_other(out, r->arena, r->site->config->base,
			                   arena_printf(r->arena, "%s?saved=yes#%s", attempt_up(r, &s.on),
			                                s.asks ? "remarks" : s.type.collection));
			return once_commit(r, out, e);
		}
		s.refused = true;
	}
	out->status = s.refused ? 422 : 409;
	return send_table(r, out, &s, true, e);
}
