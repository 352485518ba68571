#include "portal/record_pages.h"

#include "base/text.h"
#include "i18n/format.h"
#include "portal/files.h"
#include "portal/members.h"
#include "portal/once.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "portal/record_types.h"
#include "record/json_read.h"
#include "session/session.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <string.h>

/* A link to the form may say what something new begins with: /organisations/new?parent=HSO. What is in `language` the
 * address says with `in`, since `language` is the page's own. */
static void take_from_query(struct request *r, struct attempt *t)
{
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		const char *value = request_query(r, text_equal(f->name, "language") ? "in" : f->name);
		bool plain =
			f->type == FIELD_TEXT || f->type == FIELD_CHOICE || f->type == FIELD_TERM || f->type == FIELD_REFERENCE;
		if (!value || !value[0] || !plain || f->decided || f->through)
			continue;
		if (!t->suggested)
			t->suggested = page_new_object(r);
		json_object_object_add(t->suggested, f->name, json_object_new_string(value));
	}
}

/* The form of a new record with all that the one before it says, but for days: its own begins anew, and one that
 * something was to be done by may have passed. */
static int begin_with_last(struct request *r, struct attempt *t, struct error *e)
{
	struct json_object *last, *value;
	if (attempt_last(r, t, &last, e))
		return -1;
	if (!t->suggested)
		t->suggested = page_new_object(r);
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		if (!f->decided && !f->initial && f->type != FIELD_DATE && json_object_object_get_ex(last, f->name, &value) &&
		    value)
			json_object_object_add(t->suggested, f->name, json_object_get(value));
	}
	return 0;
}

int record_new(struct request *r, struct response *out, struct error *e)
{
	struct attempt t;
	const char *document;
	if (attempt_start(r, &t, r->route->about, e) || attempt_load_choices(r, &t, e))
		return -1;
	if (t.sql->suggest) {
		const char *const parameters[] = {t.code};
		if (page_query(r, t.sql->suggest, attempt_parameters(&t, parameters), &document, NULL, e) ||
		    !(t.suggested = page_parse(r, document, e)))
			return -1;
	}
	if (t.type->own.last && text_equal(request_query(r, "as"), "last") && begin_with_last(r, &t, e))
		return -1;
	take_from_query(r, &t);
	return attempt_send_form(r, out, &t, false, e);
}

int record_edit_as(struct request *r, struct response *out, const struct record_type *type, struct error *e)
{
	struct attempt t;
	const char *version = request_query(r, "version");
	if (attempt_start(r, &t, type, e) || attempt_load_to_change(r, &t, e) || attempt_load_choices(r, &t, e) ||
	    (version && version[0] && restore_fill(r, &t, version, e)))
		return -1;
	return attempt_send_form(r, out, &t, false, e);
}

int record_edit(struct request *r, struct response *out, struct error *e)
{
	return record_edit_as(r, out, r->route->about, e);
}

/* What a record is called; "" when it has no title of its own. */
static const char *name_of(const struct attempt *t, struct json_object *labelled)
{
	struct json_object *value = NULL;
	if (t->type->called)
		json_object_object_get_ex(labelled, t->type->called, &value);
	return value ? json_object_get_string(value) : "";
}

/* Where what a key refers to has its page: "/projects/DHO"; NULL: nowhere. */
static const char *page_of(struct request *r, const struct field *f, const char *key)
{
	const char *code = strchr(key, '/');
	if (!text_equal(f->to->table, subject_type.name)) {
		const struct record_type *type = record_type_named(f->to->table);
		return type && (type->subject || type == &role_type) ? arena_printf(r->arena, "/%s/%s", type->collection, key)
		                                                     : NULL;
	}
	const struct record_type *type =
		code ? record_type_named(arena_strndup(r->arena, key, (size_t)(code - key))) : NULL;
	return type ? arena_printf(r->arena, "/%s%s", type->collection, code) : NULL;
}

static void add_link(struct request *r, struct json_object *links, const struct field *f, struct json_object *key,
                     struct json_object *label)
{
	const char *path = page_of(r, f, json_object_get_string(key));
	struct json_object *link = json_object_new_object();
	json_object_object_add(link, "link_path", path ? json_object_new_string(path) : NULL);
	json_object_object_add(link, "text", json_object_get(label));
	json_object_array_add(links, link);
}

/* The file itself: "Plan.pdf (PDF, 120 kB)". */
static void add_file(struct request *r, const struct attempt *t, struct json_object *links, struct json_object *file)
{
	struct json_object *link = json_object_new_object();
	put(link, "link_path", arena_printf(r->arena, "%s/file", attempt_place(r, t, t->n)));
	put(link, "text", files_called(r, file));
	json_object_array_add(links, link);
}

/* What is referred to is followed by a click. Each of `shown` gets "links", empty for what is no reference. */
static void add_links(struct request *r, const struct attempt *t, struct json_object *labelled,
                      struct json_object *shown)
{
	for (size_t k = 0; k < json_object_array_length(shown); k++) {
		struct json_object *o = json_object_array_get_idx(shown, k), *links = json_object_new_array();
		for (size_t i = 0; i < t->type->field_count; i++) {
			const struct field *f = &t->type->fields[i];
			struct json_object *key = member(t->current, f->name), *label = member(labelled, f->name);
			bool many = json_object_is_type(key, json_type_array);
			if (f->type == FIELD_FILE && text_equal(f->name, text_at(o, "name")))
				add_file(r, t, links, key);
			if (!f->to || !text_equal(f->name, text_at(o, "name")))
				continue;
			for (size_t n = 0; n < (many ? json_object_array_length(key) : 1); n++)
				add_link(r, links, f, many ? json_object_array_get_idx(key, n) : key,
				         many ? json_object_array_get_idx(label, n) : label);
		}
		json_object_object_add(o, "links", links);
	}
}

int record_show(struct request *r, struct response *out, struct error *e)
{
	struct attempt t;
	if (attempt_start(r, &t, r->route->about, e))
		return -1;
	if (t.type->page)
		return record_own_page(r, out, &t, e);
	if (attempt_load(r, &t, e) || (r->format == FORMAT_HTML && attempt_load_choices(r, &t, e)))
		return -1;
	page_etag(r, out, t.current_version);
	if (r->format == FORMAT_JSON)
		return page_text(r, out, "", NULL, t.document, e);
	struct json_object *document = page_new_object(r);
	const char *title = _(t.type->label);
	json_object_object_add(document, "title", json_object_new_string(title));
	attempt_add_crumbs(r, &t, document);
	attempt_add_up(r, &t, document);
	json_object_object_add(document, "list",
	                       t.up && !t.type->on_page ? json_object_new_string(attempt_collection(r, &t)) : NULL);
	json_object_object_add(document, "list_label", json_object_new_string(_(t.type->label_many)));
	json_object_object_add(document, "saved", json_object_new_boolean(request_query(r, "saved") != NULL));
	json_object_object_add(document, "path", json_object_new_string(attempt_place(r, &t, t.n)));
	json_object_object_add(document, "may_edit", json_object_new_boolean(attempt_may_change(r, &t)));
	/* Every field with its label, as people read it: what it has that an empty record has not. */
	struct json_object *labelled = attempt_labelled(r, &t, t.current);
	json_object_object_add(document, "name", json_object_new_string(name_of(&t, labelled)));
	struct json_object *fields = record_difference(t.type, NULL, labelled, formats_of(r->language), r->arena);
	add_links(r, &t, labelled, fields);
	json_object_object_add(document, "fields", json_object_get(fields));
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

/* One of those that refer to it: "Interface: Sote-integration (3)", and where it lies. */
static void add_referring(struct request *r, struct json_object *one)
{
	struct json_object *on = member(one, "on"), *lead = json_object_new_object();
	const struct record_type *type = record_type_named(text_at(one, "type")),
							 *up = record_type_named(text_at(on, "type"));
	const char *n = type ? text_at(one, "n") : "", *title = text_at(on, "title"),
			   *label = type ? _(type->label)
	                    : up ? _(up->label)
	                         : "",
			   *place = up ? arena_printf(r->arena, "/%s/%s", up->collection, text_at(on, "code")) : "";
	put(lead, "lead_path", n[0] && place[0] ? arena_printf(r->arena, "%s/%s/%s", place, type->collection, n) : place);
	put(lead, "text", arena_printf(r->arena, n[0] ? "%s: %s (%s)" : "%s: %s", label, title, n));
	json_object_array_add(r->leads, lead);
}

/* What is referred to stays: the error leads to what refers to it, whoever may see that. */
static int referred_to(struct request *r, const struct attempt *t, struct error *e)
{
	const char *document;
	struct error unknown = {0};
	if (strcmp(db_sqlstate(r->site->db), "23503"))
		return -1;
	error_set(e, 409, "%s", _("It cannot be removed while others refer to it. Change or remove those first."));
	once_abandon(r);
	const char *const parameters[] = {t->type->name,
	                                  t->up ? arena_printf(r->arena, "%s/%s", t->up->name, t->up_code) : NULL, t->n};
	r->leads = json_keep(r->arena, json_object_new_array());
	if (page_query(r, &sql_record_referring, parameters, &document, NULL, &unknown))
		return -1;
	struct json_object *all = page_parse(r, document, &unknown);
	for (size_t i = 0; all && i < json_object_array_length(all); i++)
		if (member(json_object_array_get_idx(all, i), "on"))
			add_referring(r, json_object_array_get_idx(all, i));
	return -1;
}

/* Where somebody goes who has removed it: the page says what is gone, and undoes it (layout_start.html). What is gone
 * with its page, not everybody sees who removed it. */
static const char *place_without(struct request *r, const struct attempt *t)
{
	const char *document;
	struct error unknown = {0};
	const char *const parameters[] = {t->code, t->n};
	if (!t->sql->removed ||
	    page_query(r, t->sql->removed, attempt_parameters(t, parameters), &document, NULL, &unknown))
		return arena_printf(r->arena, "%s?saved=yes", attempt_up(r, t));
	return t->up && t->type->on_page ? arena_printf(r->arena, "%s?removed=%s/%s#%s", attempt_up(r, t),
	                                                t->type->collection, t->n, t->type->collection)
	                                 : arena_printf(r->arena, "%s?removed=%s", attempt_collection(r, t), t->n);
}

int record_remove(struct request *r, struct response *out, struct error *e)
{
	struct attempt t;
	struct db_result *result;
	const char *version;
	if (attempt_start(r, &t, r->route->about, e) || attempt_load(r, &t, e) || attempt_check_sides(r, &t, e) ||
	    removed_version(r, &t, &version, e))
		return -1;
	if (attempt_is_kept(&t))
		return error_set(e, 409, "%s", _(t.type->kept_because));
	const char *const parameters[] = {t.code, t.n, version};
	int rc = once_begin(r, out, e);
	if (rc)
		return rc < 0 ? -1 : 0;
	if (db_query(r->site->db, t.sql->remove, attempt_parameters(&t, parameters), r->arena, &result, e))
		return referred_to(r, &t, e);
	if (!db_rows(result))
		return changed_meanwhile(r, e);
	if (r->format == FORMAT_JSON) {
		out->status = 204;
		out->content_type = NULL;
	} else {
		response_see_other(out, r->arena, r->site->config->base, place_without(r, &t));
	}
	return once_commit(r, out, e);
}
