#include "portal/history/history.h"

#include "base/text.h"
#include "i18n/format.h"
#include "portal/members.h"
#include "portal/page.h"
#include "portal/record_types.h"
#include "record/field_parse.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <string.h>

/* What people read instead of two rows: which fields changed, from what to what. */
static void add_changes(struct request *r, struct json_object *item)
{
	struct json_object *name, *before, *after;
	json_object_object_get_ex(item, "type", &name);
	json_object_object_get_ex(item, "before", &before);
	json_object_object_get_ex(item, "after", &after);
	const struct record_type *type = record_type_named(json_object_get_string(name));
	struct json_object *was = NULL, *is = NULL;
	json_object_object_get_ex(before, "state", &was);
	/* Who may not see a report's drafts sees it begin with its publication. */
	bool stepped = !strcmp(json_object_get_string(name), "status_report") &&
	               json_object_object_get_ex(after, "state", &is) &&
	               (before ? !json_object_equal(was, is) : !strcmp(json_object_get_string(is), "published"));
	json_object_object_add(item, "restored", json_object_new_boolean(text_equal(text_at(item, "what"), "restored")));
	json_object_object_add(item, "created",
	                       json_object_new_boolean(text_equal(text_at(item, "what"), "created") && !stepped));
	json_object_object_add(item, "removed", json_object_new_boolean(!after));
	json_object_object_add(item, "label", json_object_new_string(record_type_label(json_object_get_string(name))));
	struct json_object *changes =
		type && before && after ? record_difference(type, before, after, formats_of(r->language), r->arena) : NULL;
	json_object_object_add(item, "changes", changes ? json_object_get(changes) : json_object_new_array());
	json_object_object_add(item, "step", stepped ? json_object_get(is) : NULL);
}

/* 'edit' is the right to edit the subject itself. */
static bool holds(struct json_object *document, const struct record_type *of, const char *right)
{
	return right && page_has_right(document, text_equal(right, "edit") ? of->right : right);
}

/* What goes from step to step stays as it was sent, or is a step back: no form puts an older version in its place. */
static bool has_steps(const struct record_type *type)
{
	const struct field *state = field_find(type, "state");
	return type->changeable || (state && state->decided);
}

/* Where an older version is put in the place of what stands there (`again`), or a removal undone (`undo`); "" where
 * that cannot be, or not by who reads. */
static void add_ways(struct request *r, const struct record_type *of, struct json_object *item,
                     struct json_object *document)
{
	const struct record_type *type = record_type_named(text_at(item, "type"));
	const char *stands = text_at(item, "stands"), *n = text_at(item, "n"), *code = request_capture(r, "code");
	bool own = type == of, known = !r->at[0] && (own || (type && n[0] && record_type_hangs_on(type, of)));
	bool undone = known && !type->lasting && text_equal(stands, "last") && text_equal(text_at(item, "what"), "removed");
	bool older = known && !has_steps(type) && text_equal(stands, "there") && text_at(item, "version")[0];
	const char *place =
		known ? arena_printf(r->arena, own ? "/%s/%s" : "/%s/%s/%s/%s", of->collection, code, type->collection, n) : "";
	put(item, "undo",
	    undone && holds(document, of, type->right_new ? type->right_new : type->right)
	        ? arena_printf(r->arena, "%s/restore", place)
	        : "");
	put(item, "again", older && holds(document, of, type->right) ? arena_printf(r->arena, "%s/edit", place) : "");
}

int history_page(struct request *r, struct response *out, struct error *e)
{
	const char *document;
	const struct record_type *type = record_type_named(r->route->subject);
	const char *const parameters[] = {type->name, request_capture(r, "code"), request_query(r, "before")};
	if (page_query(r, &sql_history_page, parameters, &document, NULL, e))
		return -1;
	if (r->format == FORMAT_JSON)
		return page_text(r, out, "", NULL, document, e);
	struct json_object *o = page_parse(r, document, e), *items;
	if (!o)
		return -1;
	json_object_object_get_ex(o, "items", &items);
	for (size_t i = 0; i < json_object_array_length(items); i++) {
		add_changes(r, json_object_array_get_idx(items, i));
		add_ways(r, type, json_object_array_get_idx(items, i), o);
	}
	json_object_object_add(o, "top", json_object_new_string(type->collection));
	json_object_object_add(o, "top_label", json_object_new_string(_(type->label_many)));
	return page_object(r, out, _("History"), tpl_history_page, o, e);
}
