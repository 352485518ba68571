#include "portal/record_attempt.h"

#include "base/text.h"
#include "i18n/format.h"
#include "portal/members.h"
#include "portal/once.h"
#include "portal/page.h"
#include "portal/record_types.h"
#include "portal/words.h"
#include "record/field_parse.h"
#include "record/json_read.h"
#include "record/record_sql.h"
#include "session/session.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <string.h>

/* The key is what the address says after the parent: "3", or "NYAPI/3" for what is named by two. */
static const char *key_of(struct request *r, int first)
{
	const char *key = r->capture_count > first ? r->captures[first].value : "";
	for (int i = first + 1; i < r->capture_count; i++)
		key = arena_printf(r->arena, "%s/%s", key, r->captures[i].value);
	return key;
}

/* Of what hangs on subjects of any type the address says on which. */
static void start_up(struct request *r, struct attempt *t)
{
	t->up = t->type->parent;
	t->up_code = r->capture_count ? r->captures[0].value : "";
	t->code = t->up_code;
	if (t->up == &subject_type) {
		t->up = record_type_named(r->route->subject);
		t->code = arena_printf(r->arena, "%s/%s", t->up->name, t->up_code);
	}
}

int attempt_start(struct request *r, struct attempt *t, const struct record_type *type, struct error *e)
{
	*t = (struct attempt){.type = type, .sql = record_sql(type), .code = "", .up_code = "", .version = ""};
	/* The list over all belongs to nothing. */
	if (type->parent && r->capture_count)
		start_up(r, t);
	t->n = key_of(r, type->parent ? 1 : 0);
	if (r->visitor->words_version)
		words_refresh(r);
	const char *last = strrchr(t->n, '/');
	if (!text_equal(record_key(type), "code") && t->n[0] && !text_is_small_number(last ? last + 1 : t->n))
		return error_set(e, 404, "%s", _("There is no such record, or you may not see it."));
	return 0;
}

const char *const *attempt_parameters(const struct attempt *t, const char *const *all)
{
	return t->type->parent ? all : all + 1;
}

const char *attempt_collection(struct request *r, const struct attempt *t)
{
	return t->up ? arena_printf(r->arena, "/%s/%s/%s", t->up->collection, t->up_code, t->type->collection)
	             : arena_printf(r->arena, "/%s", t->type->collection);
}

const char *attempt_place(struct request *r, const struct attempt *t, const char *n)
{
	return arena_printf(r->arena, "%s/%s", attempt_collection(r, t), n);
}

const char *attempt_up(struct request *r, const struct attempt *t)
{
	return t->up ? arena_printf(r->arena, "/%s/%s", t->up->collection, t->up_code)
	             : arena_printf(r->arena, "/%s", t->type->collection);
}

/* What the record hangs on, by its name; by its code where the reader may not see more, or a role has no other. */
static struct json_object *up_of(struct request *r, const struct attempt *t)
{
	const char *document;
	struct error unknown = {0};
	const char *const parameters[] = {t->up->name, t->up_code};
	struct json_object *o = NULL;
	if (t->up != &role_type && !page_query(r, &sql_up_called, parameters, &document, NULL, &unknown))
		o = page_parse(r, document, &unknown);
	if (o)
		return o;
	o = page_new_object(r);
	put(o, "title", words_role(t->up_code, t->up_code));
	put(o, "language", r->language->tag);
	return o;
}

void attempt_add_crumbs(struct request *r, const struct attempt *t, struct json_object *document)
{
	const struct record_type *top = t->up ? t->up : t->type;
	json_object_object_add(document, "up", json_object_new_string(attempt_up(r, t)));
	json_object_object_add(document, "top", json_object_new_string(arena_printf(r->arena, "/%s", top->collection)));
	json_object_object_add(document, "top_label", json_object_new_string(_(top->label_many)));
}

void attempt_add_up(struct request *r, const struct attempt *t, struct json_object *document)
{
	json_object_object_add(document, "up_of", t->up ? json_object_get(up_of(r, t)) : NULL);
}

/* Code NULL: anywhere. */
static bool may_on(struct request *r, const char *right, const char *type, const char *code)
{
	struct db_result *result;
	struct error unknown = {0};
	const char *const parameters[] = {right, type, code};
	if (r->at[0] || !r->visitor->signed_in || !right)
		return false;
	db_begin(r->site->db, session_identity(r), false, r->deadline);
	if (db_last(r->site->db, &sql_right_on, parameters, r->arena, &result, &unknown))
		return false;
	return db_rows(result) && text_equal(db_value(result, 0, 0), "t");
}

bool attempt_may(struct request *r, const char *right)
{
	const char *subject = r->route->subject;
	return may_on(r, right, subject, subject ? r->captures[0].value : NULL);
}

bool attempt_may_add(struct request *r, const struct attempt *t)
{
	const char *right = t->type->right_new ? t->type->right_new : t->type->right;
	return t->type->other_side ? may_on(r, right, NULL, NULL) : attempt_may(r, right);
}

bool attempt_may_change(struct request *r, const struct attempt *t)
{
	struct json_object *other = NULL;
	if (attempt_may(r, t->type->right))
		return true;
	if (t->type->other_side)
		json_object_object_get_ex(t->current, t->type->other_side, &other);
	return other && may_on(r, t->type->right, field_find(t->type, t->type->other_side)->to->table,
	                       json_object_get_string(other));
}

int attempt_check_sides(struct request *r, const struct attempt *t, struct error *e)
{
	if (!t->type->other_side || !t->current || attempt_may_change(r, t))
		return 0;
	return error_set(
		e, 403, "%s",
		_("Neither what this is about nor the organisation is yours to edit. The page “What may I do?” says "
	      "which rights you have, and why."));
}

int attempt_load(struct request *r, struct attempt *t, struct error *e)
{
	const char *const parameters[] = {t->code, t->n};
	if (!t->n[0])
		return 0;
	if (page_query(r, t->sql->select, attempt_parameters(t, parameters), &t->document, &t->current_version, e))
		return -1;
	t->current = page_parse(r, t->document, e);
	return t->current ? 0 : -1;
}

int attempt_load_to_change(struct request *r, struct attempt *t, struct error *e)
{
	if (attempt_load(r, t, e) || attempt_check_sides(r, t, e))
		return -1;
	return t->current && t->type->changeable ? t->type->changeable(t->current, e) : 0;
}

static void translate_names(struct json_object *options)
{
	for (size_t i = 0; i < json_object_array_length(options); i++) {
		struct json_object *one = json_object_array_get_idx(options, i), *label = json_object_object_get(one, "label");
		const char *code = json_object_get_string(json_object_object_get(one, "value"));
		json_object_object_add(one, "label", json_object_new_string(words_role(code, json_object_get_string(label))));
	}
}

int attempt_load_choices(struct request *r, struct attempt *t, struct error *e)
{
	const char *document;
	const char *const parameters[] = {t->code, t->n[0] ? t->n : NULL};
	if (!t->sql->choices)
		return 0;
	if (page_query(r, t->sql->choices, attempt_parameters(t, parameters), &document, NULL, e))
		return -1;
	t->choices = page_parse(r, document, e);
	if (!t->choices)
		return -1;
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		if (f->to && f->to->named)
			translate_names(json_object_object_get(t->choices, f->name));
	}
	return 0;
}

/* ---- what references are called ---- */

static struct json_object *label_of(struct json_object *options, struct json_object *key)
{
	size_t n = json_object_is_type(options, json_type_array) ? json_object_array_length(options) : 0;
	for (size_t i = 0; i < n; i++) {
		struct json_object *one = json_object_array_get_idx(options, i);
		if (json_object_equal(json_object_object_get(one, "value"), key))
			return json_object_object_get(one, "label");
	}
	return key;
}

struct json_object *attempt_labelled(struct request *r, const struct attempt *t, struct json_object *document)
{
	struct json_object *copy = page_new_object(r);
	json_object_object_foreach(document, name, member) json_object_object_add(copy, name, json_object_get(member));
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		struct json_object *value, *options = NULL;
		if (!f->to || !json_object_object_get_ex(copy, f->name, &value) || !value)
			continue;
		json_object_object_get_ex(t->choices, f->name, &options);
		if (!json_object_is_type(value, json_type_array)) {
			json_object_object_add(copy, f->name, json_object_get(label_of(options, value)));
			continue;
		}
		struct json_object *labels = json_object_new_array();
		for (size_t k = 0; k < json_object_array_length(value); k++)
			json_object_array_add(labels, json_object_get(label_of(options, json_object_array_get_idx(value, k))));
		json_object_object_add(copy, f->name, labels);
	}
	return copy;
}

/* ---- the form ---- */

bool attempt_is_kept(const struct attempt *t)
{
	return t->type->kept_by && text_at(t->current, t->type->kept_by)[0];
}

static bool takes_file(const struct record_type *type)
{
	for (size_t i = 0; i < type->field_count; i++)
		if (type->fields[i].type == FIELD_FILE)
			return true;
	return false;
}

int attempt_last(struct request *r, const struct attempt *t, struct json_object **last, struct error *e)
{
	const char *document;
	const char *const parameters[] = {t->code, t->n};
	if (page_query(r, t->type->own.last, parameters, &document, NULL, e))
		return -1;
	*last = page_parse(r, document, e);
	return *last ? 0 : -1;
}

/* The words of the one before, beside each field. */
static int add_last(struct request *r, const struct attempt *t, struct json_object *document, struct error *e)
{
	struct json_object *last = NULL, *fields = member(member(document, "form"), "fields");
	put(document, "last_on", "");
	if (!t->type->own.last || attempt_last(r, t, &last, e))
		return t->type->own.last ? -1 : 0;
	for (size_t i = 0; i < json_object_array_length(fields); i++) {
		struct json_object *one = json_object_array_get_idx(fields, i);
		const struct field *f = field_find(t->type, text_at(one, "name"));
		const char *text = f ? text_at(last, f->name) : "";
		put(one, "last", text[0] ? field_shown(f, text, formats_of(r->language), r->arena) : "");
	}
	if (!t->current)
		put(document, "last_on", text_at(last, "reported_on"));
	return 0;
}

static const char *action_of(struct request *r, const struct attempt *t)
{
	return t->action       ? t->action
	       : t->type->adds ? r->path
	       : t->current    ? attempt_place(r, t, t->n)
	                       : attempt_collection(r, t);
}

int attempt_send_form(struct request *r, struct response *out, struct attempt *t, bool sent, struct error *e)
{
	const struct record_type *type = t->type;
	struct json_object *document = page_new_object(r);
	const char *title = t->title ? t->title : t->current ? _(type->title_edit) : _(type->title_new);
	r->shows_form = !takes_file(type);
	put(document, "title", title);
	put(document, "notice", r->as_typed ? r->as_typed : t->notice ? t->notice : "");
	attempt_add_crumbs(r, t, document);
	attempt_add_up(r, t, document);
	put(document, "action", action_of(r, t));
	json_object_object_add(document, "takes_file", json_object_new_boolean(takes_file(type)));
	/* What was wrong is sent again as a change of what its sender saw. */
	put(document, "version", sent && !t->conflict ? t->version : t->current_version);
	json_object_object_add(document, "record", json_object_get(t->current));
	json_object_object_add(document, "removable",
	                       json_object_new_boolean(t->current && !type->lasting && !attempt_is_kept(t)));
	json_object_object_add(document, "conflict", json_object_new_boolean(t->conflict));
	json_object_object_add(document, "sent_before", json_object_new_boolean(r->once && r->once->other));
	json_object_object_add(document, "form",
	                       json_object_get(record_form(type,
	                                                   t->filled    ? t->filled
	                                                   : t->current ? t->current
	                                                                : t->suggested,
	                                                   sent ? &t->in : NULL, t->choices, r->arena)));
	restore_say_gone(r, t, member(document, "form"));
	conflict_describe(r, t, document);
	json_object_object_add(document, "remarks", attempt_remarks_asked(r, t));
	put(document, "also", type->also && attempt_may(r, type->also_right) ? _(type->also_label) : "");
	if (add_last(r, t, document, e) || (type->beside_form && type->beside_form(r, document, e)))
		return -1;
	return page_object(r, out, t->in.error_count || t->conflict ? arena_printf(r->arena, _("Error: %s"), title) : title,
	                   type->form ? type->form : tpl_record_form, document, e);
}
