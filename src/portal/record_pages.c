#include "portal/record_pages.h"

#include "base/text.h"
#include "i18n/format.h"
#include "portal/once.h"
#include "portal/page.h"
#include "record/json_read.h"
#include "record/vocabulary.h"
#include "session/session.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

/* One attempt to write a record: what was sent, against what stands there. */
struct attempt {
	const struct record_pages *pages;
	const char *code, *n;          /* n: "" for a new one */
	const char *version;           /* that the sender saw; "" for a new one */
	struct json_object *current;   /* the record as it stands; NULL for a new one */
	const char *document;          /* the same as it is sent */
	struct json_object *suggested; /* what a new one begins with; NULL: nothing */
	const char *current_version;
	struct json_object *choices;
	struct record_input in;
};

static const struct record_pages *pages_of(const struct request *r)
{
	return r->route->about;
}

/* A record's place: on its project's page, or the project itself. */
static const char *place_of(struct request *r, const struct attempt *t, const char *n)
{
	return t->pages->top ? arena_printf(r->arena, "/projects/%s", n)
	                     : arena_printf(r->arena, "/projects/%s/%s/%s", t->code, t->pages->collection, n);
}

static int start(struct request *r, struct attempt *t, struct error *e)
{
	*t = (struct attempt){
		.pages = pages_of(r), .code = request_capture(r, "code"), .n = request_capture(r, "n"), .version = ""};
	if (t->pages->top)
		t->n = t->code;
	else if (t->n[0] && !text_is_small_number(t->n))
		return error_set(e, 404, "%s", _("There is no such record, or you may not see it."));
	return 0;
}

static int load(struct request *r, struct attempt *t, struct error *e)
{
	const char *const parameters[] = {t->code, t->n};
	if (!t->n[0])
		return 0;
	if (page_query(r, t->pages->select, parameters, &t->document, &t->current_version, e))
		return -1;
	t->current = page_parse(r, t->document, e);
	return t->current ? 0 : -1;
}

/* What stands there, for who wants to change it. */
static int load_to_change(struct request *r, struct attempt *t, struct error *e)
{
	if (load(r, t, e))
		return -1;
	return t->current && t->pages->changeable ? t->pages->changeable(t->current, e) : 0;
}

static void translate_names(struct json_object *options)
{
	for (size_t i = 0; i < json_object_array_length(options); i++) {
		struct json_object *one = json_object_array_get_idx(options, i), *label = json_object_object_get(one, "label");
		json_object_object_add(one, "label",
		                       json_object_new_string(vocabulary_role_name(json_object_get_string(label))));
	}
}

static int load_choices(struct request *r, struct attempt *t, struct error *e)
{
	const char *document;
	const char *const parameters[] = {t->code};
	if (!t->pages->choices)
		return 0;
	if (page_query(r, t->pages->choices, parameters, &document, NULL, e))
		return -1;
	t->choices = page_parse(r, document, e);
	if (!t->choices)
		return -1;
	for (size_t i = 0; i < t->pages->type->field_count; i++)
		if (t->pages->type->fields[i].named)
			translate_names(json_object_object_get(t->choices, t->pages->type->fields[i].name));
	return 0;
}

/* The form as a document; also what is answered when something is wrong with what was sent. */
static int send_form(struct request *r, struct response *out, struct attempt *t, bool sent, bool conflict,
                     struct error *e)
{
	const struct record_pages *p = t->pages;
	struct json_object *document = page_new_object(r);
	const char *title = t->current ? _(p->title_edit) : _(p->title_new);
	const char *action = t->current ? place_of(r, t, t->n)
	                     : p->top   ? "/projects"
	                                : arena_printf(r->arena, "/projects/%s/%s", t->code, p->collection);
	json_object_object_add(document, "title", json_object_new_string(title));
	json_object_object_add(document, "project", json_object_new_string(t->code));
	json_object_object_add(document, "action", json_object_new_string(action));
	json_object_object_add(document, "version", json_object_new_string(t->current_version ? t->current_version : ""));
	json_object_object_add(document, "removable", json_object_new_boolean(t->current && p->remove));
	json_object_object_add(document, "conflict", json_object_new_boolean(conflict));
	json_object_object_add(document, "sent_before", json_object_new_boolean(r->once && r->once->other));
	json_object_object_add(document, "form",
	                       json_object_get(record_form(p->type, t->current ? t->current : t->suggested,
	                                                   sent ? &t->in : NULL, t->choices, r->arena)));
	json_object_object_add(document, "differences",
	                       conflict ? json_object_get(record_difference(p->type, t->current, t->in.values,
	                                                                    formats_of(r->language), r->arena))
	                                : json_object_new_array());
	return page_object(r, out, title, tpl_record_form, document, e);
}

static bool offered(struct json_object *choices, const char *field, const char *value)
{
	struct json_object *list, *one;
	if (!choices || !json_object_object_get_ex(choices, field, &list))
		return false;
	for (size_t i = 0; i < json_object_array_length(list); i++)
		if (json_object_object_get_ex(json_object_array_get_idx(list, i), "value", &one) &&
		    !strcmp(json_object_get_string(one), value))
			return true;
	return false;
}

/* A reference names one of the records that the form offered. */
static void check_references(struct attempt *t)
{
	for (size_t i = 0; i < t->pages->type->field_count; i++) {
		const struct field *f = &t->pages->type->fields[i];
		struct json_object *value, *now = NULL;
		if (f->type != FIELD_REFERENCE || !json_object_object_get_ex(t->in.values, f->name, &value) || !value)
			continue;
		/* Somebody who has left the directory is no longer offered, but may stay where they stand. */
		bool unchanged =
			t->current && json_object_object_get_ex(t->current, f->name, &now) && json_object_equal(now, value);
		if (!unchanged && !offered(t->choices, f->name, json_object_get_string(value)))
			record_error(&t->in, f->name, _("Choose one of the listed values."));
	}
}

/* Merge patch (RFC 7396) onto the record as it stands. */
static struct json_object *merged(struct request *r, const struct attempt *t, struct json_object *patch)
{
	struct json_object *whole = page_new_object(r);
	for (size_t i = 0; i < t->pages->type->field_count; i++) {
		const char *name = t->pages->type->fields[i].name;
		struct json_object *value;
		if (t->current && json_object_object_get_ex(t->current, name, &value))
			json_object_object_add(whole, name, json_object_get(value));
	}
	json_object_object_foreach(patch, key, value)
	{
		if (value)
			json_object_object_add(whole, key, json_object_get(value));
		else
			json_object_object_del(whole, key);
	}
	return whole;
}

int record_read_body(struct request *r, const struct record_type *type, struct record_input *in, struct error *e)
{
	struct json_object *body;
	if (!r->json_body) {
		record_read_form(type, r->form, r->form_count, formats_of(r->language), r->arena, in);
		return 0;
	}
	r->format = FORMAT_JSON;
	if (json_read(r->body, r->body_length, r->arena, &body, e))
		return -1;
	record_read_json(type, body, false, r->arena, in);
	return 0;
}

static int read_json(struct request *r, struct attempt *t, struct error *e)
{
	struct json_object *body;
	if (json_read(r->body, r->body_length, r->arena, &body, e))
		return -1;
	if (!json_object_is_type(body, json_type_object))
		return error_set(e, 400, "%s", _("The body must be a JSON object."));
	if (t->n[0]) {
		if (page_seen(r, t->current_version, &t->version, e))
			return -1;
		body = merged(r, t, body);
	}
	record_read_json(t->pages->type, body, false, r->arena, &t->in);
	return 0;
}

/* A code stands in addresses that people have written down: it is given once. */
static void keep_code(struct attempt *t)
{
	struct json_object *was, *is;
	if (t->pages->top && t->current && json_object_object_get_ex(t->current, "code", &was) &&
	    json_object_object_get_ex(t->in.values, "code", &is) && is && !json_object_equal(was, is))
		record_error(&t->in, "code", _("A project keeps its code, since it stands in addresses. Leave it as it was."));
}

static int read_sent(struct request *r, struct attempt *t, struct error *e)
{
	if (r->method == METHOD_PATCH && !r->json_body)
		return error_set(e, 415, "%s", _("The portal reads forms and JSON; this is neither."));
	if (r->json_body) {
		r->format = FORMAT_JSON;
		if (read_json(r, t, e))
			return -1;
	} else {
		if (t->n[0] && page_seen(r, t->current_version, &t->version, e))
			return -1;
		record_read_form(t->pages->type, r->form, r->form_count, formats_of(r->language), r->arena, &t->in);
	}
	check_references(t);
	keep_code(t);
	record_check_rules(t->pages->constraints, &t->in);
	return 0;
}

static bool constraint_named(struct request *r, struct attempt *t)
{
	const char *broken = db_constraint(r->site->db);
	for (const struct constraint_message *m = t->pages->constraints; m && m->constraint; m++) {
		if (!strcmp(m->constraint, broken)) {
			record_error(&t->in, m->field, _(m->message));
			return true;
		}
	}
	return false;
}

/* Where somebody goes who has saved with a form. */
static const char *place_after(struct request *r, const struct attempt *t, const char *saved)
{
	if (t->pages->own_page || t->pages->top)
		return arena_printf(r->arena, "%s?saved=yes", place_of(r, t, saved));
	return arena_printf(r->arena, "/projects/%s?saved=yes#%s", t->code, t->pages->collection);
}

/* The answer is made within the transaction: it is kept with what it says. */
static int send_saved(struct request *r, struct response *out, struct attempt *t, const char *saved, struct error *e)
{
	const char *place = place_of(r, t, saved), *document, *version;
	const char *const parameters[] = {t->pages->top ? saved : t->code, saved};
	if (r->format == FORMAT_HTML) {
		response_see_other(out, r->arena, r->site->config->base, place_after(r, t, saved));
		return 0;
	}
	if (page_query(r, t->pages->select, parameters, &document, &version, e))
		return -1;
	page_etag(r, out, version);
	if (!t->n[0]) {
		out->status = 201;
		response_header(out, "Location", arena_printf(r->arena, "%s%s", r->site->config->base, place));
	}
	return page_text(r, out, "", NULL, document, e);
}

/* 1: saved and answered; 0: another version stands there; -1: refused. */
static int save(struct request *r, struct response *out, struct attempt *t, struct error *e)
{
	struct db_result *result;
	const char *values = json_object_to_json_string_ext(t->in.values, JSON_C_TO_STRING_PLAIN);
	const char *const inserted[] = {t->code, values}, *const updated[] = {t->code, t->n, t->version, values};
	int rc = once_begin(r, out, e);
	if (rc)
		return rc;
	if (db_query(r->site->db, t->n[0] ? t->pages->update : t->pages->insert, t->n[0] ? updated : inserted, r->arena,
	             &result, e))
		return -1;
	if (!db_rows(result)) {
		once_abandon(r);
		return t->n[0] ? 0 : error_set(e, 404, "%s", _("There is no project with this code, or you may not see it."));
	}
	const char *saved = db_value(result, 0, 0);
	r->once->place = place_of(r, t, saved);
	if (t->pages->also && t->pages->also(r, t->pages->top ? saved : t->code, t->in.values, e))
		return -1;
	return send_saved(r, out, t, saved, e) || once_commit(r, out, e) ? -1 : 1;
}

static int send_refused(struct request *r, struct response *out, struct attempt *t, int status, struct error *e)
{
	const char *message =
		t->in.error_count
			? _("Something in the form must be corrected; each error stands beside its field.")
			: _("Somebody else has changed this since you opened it. Read both versions, and save again what you want to keep.");
	if (r->format == FORMAT_JSON)
		return page_problem(r, out, status == 409 ? 412 : status, message, t->in.errors, t->in.error_count);
	out->status = status;
	return send_form(r, out, t, true, status == 409, e);
}

/* Somebody sent this form, went back, wrote on and sent it again: what is meant is the record that was saved. It is
 * shown with what was written since, to be saved over it. */
static int send_other(struct request *r, struct response *out, struct attempt *t, struct error *e)
{
	const char *last = strrchr(r->once->other, '/');
	t->n = last ? last + 1 : "";
	if (t->pages->top)
		t->code = t->n;
	if (load(r, t, e)) {
		/* Removed since: what was typed may make a new one. */
		t->n = t->pages->top ? t->n : "";
		t->current = NULL;
		out->status = 409;
		return send_form(r, out, t, true, false, e);
	}
	return send_refused(r, out, t, 409, e);
}

/* POST of a new record, POST or PATCH of a changed one. */
int record_change(struct request *r, struct response *out, struct error *e)
{
	struct attempt t;
	if (start(r, &t, e) || load_to_change(r, &t, e) || load_choices(r, &t, e) || read_sent(r, &t, e))
		return -1;
	if (!t.n[0] && r->once && r->once->other)
		return send_other(r, out, &t, e);
	if (t.in.error_count)
		return send_refused(r, out, &t, 422, e);
	if (t.n[0] && strcmp(t.version, t.current_version))
		return send_refused(r, out, &t, 409, e);
	int rc = save(r, out, &t, e);
	if (rc > 0)
		return 0;
	once_abandon(r);
	if (!t.n[0] && r->once->other)
		return send_other(r, out, &t, e);
	if (rc < 0)
		return constraint_named(r, &t) ? send_refused(r, out, &t, 422, e) : -1;
	/* Saved by somebody between our reading and our writing: show theirs as it is now. */
	if (load(r, &t, e))
		return -1;
	return send_refused(r, out, &t, 409, e);
}

int record_create(struct request *r, struct response *out, struct error *e)
{
	return record_change(r, out, e);
}

int record_new(struct request *r, struct response *out, struct error *e)
{
	struct attempt t;
	const char *document;
	if (start(r, &t, e) || load_choices(r, &t, e))
		return -1;
	if (t.pages->suggest) {
		const char *const parameters[] = {t.code};
		if (page_query(r, t.pages->suggest, parameters, &document, NULL, e) ||
		    !(t.suggested = page_parse(r, document, e)))
			return -1;
	}
	return send_form(r, out, &t, false, false, e);
}

int record_edit(struct request *r, struct response *out, struct error *e)
{
	struct attempt t;
	if (start(r, &t, e) || load_to_change(r, &t, e) || load_choices(r, &t, e))
		return -1;
	return send_form(r, out, &t, false, false, e);
}

/* What a record is called; "" when it has no title of its own. */
static const char *name_of(const struct attempt *t)
{
	static const char *const fields[] = {"title", "heading", "needed"};
	struct json_object *value;
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (json_object_object_get_ex(t->current, fields[i], &value) && value)
			return json_object_get_string(value);
	return "";
}

/* The right that changing a record of this type asks for: the route table says it. NULL: nobody changes one. */
static const char *right_to_change(const struct request *r, const struct record_pages *pages)
{
	for (size_t i = 0; i < r->site->route_count; i++)
		if (r->site->routes[i].about == pages && r->site->routes[i].handler == record_change)
			return r->site->routes[i].right;
	return NULL;
}

/* Whether the page offers to edit the record; the past nobody edits. */
static bool may_edit(struct request *r, const struct attempt *t)
{
	struct db_result *result;
	struct error unknown = {0};
	const char *const parameters[] = {right_to_change(r, t->pages), route_subject(r->route), t->code};
	if (r->at[0] || !r->visitor->signed_in)
		return false;
	db_begin(r->site->db, session_identity(r), false, r->deadline);
	if (db_last(r->site->db, &sql_right_on, parameters, r->arena, &result, &unknown))
		return false;
	return db_rows(result) && text_equal(db_value(result, 0, 0), "t");
}

/* A reference is kept as a code or an account; people read the name that the form offers for it. */
static struct json_object *named_fields(struct request *r, const struct attempt *t)
{
	struct json_object *list = record_difference(t->pages->type, NULL, t->current, formats_of(r->language), r->arena);
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		struct json_object *shown = json_object_array_get_idx(list, i), *choices, *value, *label;
		const char *code = json_object_get_string(json_object_object_get(shown, "after"));
		if (!t->choices || !json_object_object_get_ex(
							   t->choices, json_object_get_string(json_object_object_get(shown, "name")), &choices))
			continue;
		for (size_t k = 0; k < json_object_array_length(choices); k++) {
			struct json_object *choice = json_object_array_get_idx(choices, k);
			if (json_object_object_get_ex(choice, "value", &value) &&
			    json_object_object_get_ex(choice, "label", &label) && text_equal(json_object_get_string(value), code)) {
				json_object_object_add(shown, "after", json_object_get(label));
				break;
			}
		}
	}
	return list;
}

int record_show(struct request *r, struct response *out, struct error *e)
{
	struct attempt t;
	if (start(r, &t, e) || load(r, &t, e) || (r->format == FORMAT_HTML && load_choices(r, &t, e)))
		return -1;
	page_etag(r, out, t.current_version);
	if (r->format == FORMAT_JSON)
		return page_text(r, out, "", NULL, t.document, e);
	struct json_object *document = page_new_object(r);
	const char *title = _(t.pages->type->label);
	json_object_object_add(document, "title", json_object_new_string(title));
	json_object_object_add(document, "project", json_object_new_string(t.code));
	json_object_object_add(document, "path", json_object_new_string(place_of(r, &t, t.n)));
	json_object_object_add(document, "name", json_object_new_string(name_of(&t)));
	json_object_object_add(document, "may_edit", json_object_new_boolean(may_edit(r, &t)));
	/* Every field with its label, as people read it: what it has that an empty record has not. */
	json_object_object_add(document, "fields", json_object_get(named_fields(r, &t)));
	return page_object(r, out, title, tpl_record_page, document, e);
}

static int changed_meanwhile(const struct request *r, struct error *e)
{
	return error_set(e, r->format == FORMAT_JSON ? 412 : 409, "%s",
	                 _("Somebody else has changed this since you opened it. Read it again before you remove it."));
}

/* The version that is to be removed, as the sender saw it. -1 with 428, 409 or 412. */
static int removed_version(struct request *r, const struct attempt *t, const char **version, struct error *e)
{
	if (r->method == METHOD_DELETE || r->json_body)
		r->format = FORMAT_JSON;
	if (page_seen(r, t->current_version, version, e))
		return -1;
	return strcmp(*version, t->current_version) ? changed_meanwhile(r, e) : 0;
}

int record_remove(struct request *r, struct response *out, struct error *e)
{
	struct attempt t;
	struct db_result *result;
	const char *version;
	if (start(r, &t, e) || load(r, &t, e) || removed_version(r, &t, &version, e))
		return -1;
	const char *const parameters[] = {t.code, t.n, version};
	int rc = once_begin(r, out, e);
	if (rc)
		return rc < 0 ? -1 : 0;
	if (db_query(r->site->db, t.pages->remove, parameters, r->arena, &result, e))
		return -1;
	if (!db_rows(result))
		return changed_meanwhile(r, e);
	if (r->format == FORMAT_JSON) {
		out->status = 204;
		out->content_type = NULL;
	} else {
		response_see_other(out, r->arena, r->site->config->base,
		                   arena_printf(r->arena, "/projects/%s?saved=yes#%s", t.code, t.pages->collection));
	}
	return once_commit(r, out, e);
}
