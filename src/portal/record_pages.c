#include "portal/record_pages.h"

#include "base/text.h"
#include "i18n/format.h"
#include "portal/once.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "portal/record_types.h"
#include "session/session.h"
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
	take_from_query(r, &t);
	return attempt_send_form(r, out, &t, false, e);
}

int record_edit_as(struct request *r, struct response *out, const struct record_type *type, struct error *e)
{
	struct attempt t;
	if (attempt_start(r, &t, type, e) || attempt_load_to_change(r, &t, e) || attempt_load_choices(r, &t, e))
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
	json_object_object_add(document, "list",
	                       t.up && !t.type->on_page ? json_object_new_string(attempt_collection(r, &t)) : NULL);
	json_object_object_add(document, "list_label", json_object_new_string(_(t.type->label_many)));
	json_object_object_add(document, "saved", json_object_new_boolean(request_query(r, "saved") != NULL));
	json_object_object_add(document, "path", json_object_new_string(attempt_place(r, &t, t.n)));
	json_object_object_add(document, "may_edit", json_object_new_boolean(attempt_may_change(r, &t)));
	/* Every field with its label, as people read it: what it has that an empty record has not. */
	struct json_object *labelled = attempt_labelled(r, &t, t.current);
	json_object_object_add(document, "name", json_object_new_string(name_of(&t, labelled)));
	json_object_object_add(
		document, "fields",
		json_object_get(record_difference(t.type, NULL, labelled, formats_of(r->language), r->arena)));
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

/* What is referred to stays: the error says by what. */
static int referred_to(const struct request *r, struct error *e)
{
	const struct record_type *by = record_type_named(db_table(r->site->db));
	if (strcmp(db_sqlstate(r->site->db), "23503") || !by)
		return -1;
	return error_set(e, 409, _("It cannot be removed while others refer to it: %s. Change or remove those first."),
	                 _(by->label_many));
}

int record_remove(struct request *r, struct response *out, struct error *e)
{
	struct attempt t;
	struct db_result *result;
	const char *version;
	if (attempt_start(r, &t, r->route->about, e) || attempt_load(r, &t, e) || attempt_check_sides(r, &t, e) ||
	    removed_version(r, &t, &version, e))
		return -1;
	const char *const parameters[] = {t.code, t.n, version};
	int rc = once_begin(r, out, e);
	if (rc)
		return rc < 0 ? -1 : 0;
	if (db_query(r->site->db, t.sql->remove, attempt_parameters(&t, parameters), r->arena, &result, e))
		return referred_to(r, e);
	if (!db_rows(result))
		return changed_meanwhile(r, e);
	if (r->format == FORMAT_JSON) {
		out->status = 204;
		out->content_type = NULL;
	} else {
		response_see_other(out, r->arena, r->site->config->base,
		                   !t.up ? attempt_up(r, &t)
		                   : t.type->on_page
		                       ? arena_printf(r->arena, "%s?saved=yes#%s", attempt_up(r, &t), t.type->collection)
		                       : arena_printf(r->arena, "%s?saved=yes", attempt_collection(r, &t)));
	}
	return once_commit(r, out, e);
}
