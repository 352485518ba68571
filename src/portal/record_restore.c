/* What was, again: a removed record under its number, and the form of a record filled with an older version of it. */
#include "base/text.h"
#include "i18n/format.h"
#include "portal/members.h"
#include "portal/once.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "portal/record_pages.h"
#include "portal/record_types.h"
#include "record/json_read.h"
#include "record/record_expressions.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <string.h>

/* ---- what an old version names and is there no more ---- */

static const char *gone_message(struct request *r, const char *called)
{
	return called[0]
	           ? arena_printf(r->arena, _("“%s” is no longer there. Choose another, or leave this empty."), called)
	           : _("What stood here is no longer there. Choose another, or leave this empty.");
}

void restore_say_gone(struct request *r, const struct attempt *t, struct json_object *form)
{
	struct json_object *fields = member(form, "fields"), *errors = member(form, "errors");
	for (size_t i = 0; t->gone && i < json_object_array_length(fields); i++) {
		struct json_object *one = json_object_array_get_idx(fields, i), *error;
		if (!json_object_object_get_ex(t->gone, text_at(one, "name"), NULL))
			continue;
		const char *message = gone_message(r, text_at(t->gone, text_at(one, "name")));
		put(one, "error", message);
		error = json_object_new_object();
		put(error, "field", text_at(one, "name"));
		put(error, "label", text_at(one, "label"));
		put(error, "message", message);
		json_object_array_add(errors, error);
		put_bool(form, "has_errors", true);
	}
}

/* ---- an older version in the form ---- */

int restore_fill(struct request *r, struct attempt *t, const char *version, struct error *e)
{
	struct json_object *seen = attempt_seen(r, t, version);
	if (!seen)
		return error_set(e, 404, "%s", _("There is no such version of it, or you may not see it."));
	t->filled = seen;
	t->gone = member(seen, "gone");
	t->notice = arena_printf(
		r->arena, _("The form holds what stood there until %s. Saving puts it in the place of what stands there now."),
		format_datetime(formats_of(r->language), r->arena, text_at(seen, "ended_at")));
	return 0;
}

/* ---- a removed record ---- */

/* "risk 3 title,cause": what the row that is inserted next continues, and which columns it brings itself. */
static const char *continued(struct request *r, const struct attempt *t, struct json_object *removed)
{
	struct buf b;
	buf_init(&b, 16 * 1024);
	buf_printf(&b, "%s %s version", t->type->name, text_at(removed, "id"));
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		bool kept = f->type == FIELD_FILE && !member(t->in.values, f->name);
		if (!field_written(t->type, f) || kept)
			continue;
		buf_printf(&b, ",%s", field_column(f));
		if (f->type == FIELD_TIME)
			buf_printf(&b, ",%s_precision", field_column(f));
		if (f->type == FIELD_FILE)
			buf_printf(&b, ",%s_name,%s_kind,%s_size,%s_sha256", f->name, f->name, f->name, f->name);
	}
	const char *text = arena_strdup(r->arena, buf_text(&b));
	buf_free(&b);
	return text;
}

/* The last that is known of it; 409 when it is there. */
static int load_removed(struct request *r, struct attempt *t, struct error *e)
{
	struct error absent = {0};
	const char *document;
	const char *const parameters[] = {t->code, t->n};
	if (page_query(r, t->sql->removed, attempt_parameters(t, parameters), &document, NULL, e)) {
		if (attempt_load(r, t, &absent) || attempt_check_sides(r, t, e))
			return -1;
		return error_set(e, 409, "%s", _("It is not removed: there is nothing to undo."));
	}
	t->current = page_parse(r, document, e);
	return t->current ? attempt_check_sides(r, t, e) : -1;
}

/* Its fields, and over them what a program sends. */
static struct json_object *body_of(struct request *r, const struct attempt *t, struct error *e)
{
	struct json_object *body = page_new_object(r), *sent = NULL;
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		if (!f->decided && f->type != FIELD_FILE)
			json_object_object_add(body, f->name, json_object_get(member(t->current, f->name)));
	}
	if (!r->json_body || !r->body_length)
		return body;
	if (json_read(r->body, r->body_length, r->arena, &sent, e))
		return NULL;
	if (!json_object_is_type(sent, json_type_object)) {
		error_set(e, 400, "%s", _("The body must be a JSON object."));
		return NULL;
	}
	json_object_object_foreach(sent, key, value)
	{
		json_object_object_add(body, key, json_object_get(value));
		json_object_object_del(t->gone, key);
	}
	return body;
}

static bool holds_fields(const struct request *r)
{
	for (size_t i = 0; i < r->form_count; i++)
		if (r->form[i].name[0] != '_')
			return true;
	return false;
}

/* What the form brought, whose one press undid nothing yet; else what stood there. */
static int read_restored(struct request *r, struct attempt *t, struct error *e)
{
	t->gone = json_keep(r->arena, json_object_get(member(t->current, "gone")));
	if (holds_fields(r)) {
		record_read_form(t->type, r->form, r->form_count, formats_of(r->language), r->arena, &t->in);
	} else {
		struct json_object *body = body_of(r, t, e);
		if (!body)
			return -1;
		record_read_json(t->type, body, false, r->arena, &t->in);
		json_object_object_foreach(t->gone, field, called)
			record_error(&t->in, field, gone_message(r, json_object_get_string(called)));
	}
	t->gone = NULL;
	if (t->type->understand)
		t->type->understand(&t->in);
	if (attempt_resolve(r, t, e))
		return -1;
	attempt_check_decided(t);
	record_check_rules(t->type->constraints, &t->in);
	return 0;
}

int record_restore(struct request *r, struct response *out, struct error *e)
{
	struct attempt t;
	if (r->json_body)
		r->format = FORMAT_JSON;
	if (attempt_start(r, &t, r->route->about, e) || load_removed(r, &t, e) || read_restored(r, &t, e))
		return -1;
	t.removed = t.current;
	t.continues = continued(r, &t, t.removed);
	t.title = _("Undo the removal");
	t.action = arena_printf(r->arena, "%s/restore", attempt_place(r, &t, t.n));
	/* It is written as what is new is. */
	t.current = NULL;
	t.n = "";
	return record_write_new(r, out, &t, e);
}

/* ---- what did not come back with it ---- */

static bool comes_with_it(const struct record_type *type, const char *table)
{
	for (size_t i = 0; i < type->field_count; i++)
		if (type->fields[i].through && text_equal(type->fields[i].through->table, table))
			return true;
	return false;
}

int restore_missing(struct request *r, const struct attempt *t, struct json_object **missing, struct error *e)
{
	const char *document;
	const char *const parameters[] = {t->type->name, text_at(t->removed, "id"), text_at(t->removed, "ended_at")};
	if (page_query(r, &sql_record_removed_with, parameters, &document, NULL, e))
		return -1;
	struct json_object *all = page_parse(r, document, e);
	*missing = json_keep(r->arena, json_object_new_array());
	for (size_t i = 0; all && i < json_object_array_length(all); i++) {
		struct json_object *one = json_object_array_get_idx(all, i);
		if (comes_with_it(t->type, text_at(one, "type")))
			continue;
		put(one, "label", record_type_label(text_at(one, "type")));
		json_object_array_add(*missing, json_object_get(one));
	}
	return all ? 0 : -1;
}

int restore_send(struct request *r, struct response *out, const struct attempt *t, const char *saved, struct error *e)
{
	struct json_object *missing, *document = page_new_object(r);
	const char *place = attempt_place(r, t, saved);
	if (restore_missing(r, t, &missing, e))
		return -1;
	if (!json_object_array_length(missing)) {
		response_see_other(out, r->arena, r->site->config->base, arena_printf(r->arena, "%s?saved=yes", place));
		return 0;
	}
	attempt_add_crumbs(r, t, document);
	attempt_add_up(r, t, document);
	put(document, "label", _(t->type->label));
	put(document, "n", saved);
	put(document, "place", place);
	put(document, "history",
	    t->type->subject || t->up ? arena_printf(r->arena, "%s/history", t->type->subject ? place : attempt_up(r, t))
	                              : "");
	json_object_object_add(document, "missing", json_object_get(missing));
	return page_object(r, out, _("Undo the removal"), tpl_record_restored, document, e);
}
