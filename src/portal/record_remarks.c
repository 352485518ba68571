/* What contradicts itself is asked about while it is saved, and refuses nothing (portal/remark/remark.sql finds it). A
 * form is shown once more, with what it says and a place for the reason: the next press saves it, with a reason or
 * without. JSON saves, and says it in the answer. */
#include "base/text.h"
#include "http/params.h"
#include "i18n/format.h"
#include "portal/members.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "portal/record_types.h"
#include "record/field_parse.h"
#include "record/json_read.h"
#include "record/record_sql.h"
#include "record/vocabulary.h"
#include "statements.h"

#include <json-c/json.h>
#include <string.h>

void attempt_take_reasons(struct attempt *t, struct json_object *body)
{
	struct json_object *reasons = NULL;
	if (!t->type->remarked)
		return;
	if (json_object_object_get_ex(body, "remark_reason", &reasons))
		t->reasons = json_object_get(reasons);
	json_object_object_del(body, "remark_reason");
	json_object_object_del(body, "remarks");
}

/* The project that the record belongs to, or is. */
static const char *project_of(const struct attempt *t, const char *saved)
{
	return t->type->parent ? t->code : saved;
}

/* Of a project, and of the report with this number (""): what contradicts itself and has no reason yet, [{"rule", "of",
 * "message"}]; with `of` that of one record. NULL: *e says why not. */
static struct json_object *found(struct request *r, const char *project, const char *report, const char *of,
                                 struct error *e)
{
	const char *document;
	const char *const parameters[] = {project, report};
	if (page_query(r, &sql_contradictions, parameters, &document, NULL, e))
		return NULL;
	struct json_object *all = page_parse(r, document, e), *items = member(all, "items");
	struct json_object *open = all ? json_keep(r->arena, json_object_new_array()) : NULL;
	for (size_t i = 0; open && i < json_object_array_length(items); i++) {
		struct json_object *one = json_object_array_get_idx(items, i), *told;
		const char *rule = text_at(one, "rule");
		if ((of && strcmp(text_at(one, "of"), of)) || member(one, "reason"))
			continue;
		told = json_object_new_object();
		put(told, "rule", rule);
		put(told, "of", text_at(one, "of"));
		put(told, "message", choice_label(remark_rules, rule));
		json_object_array_add(open, told);
	}
	return open;
}

static struct json_object *found_in(struct request *r, const struct attempt *t, const char *saved, struct error *e)
{
	return found(r, project_of(t, saved), t->type == &status_report_type ? saved : "",
	             t->type->parent ? arena_printf(r->arena, "%s/%s", t->type->name, saved) : t->type->name, e);
}

int attempt_remarks_all(struct request *r, const struct attempt *t, struct json_object **all, struct error *e)
{
	*all = t->type->remarked ? found(r, t->code, "", NULL, e) : json_keep(r->arena, json_object_new_array());
	return *all ? 0 : -1;
}

static bool holds(struct json_object *list, struct json_object *one)
{
	for (size_t i = 0; i < json_object_array_length(list); i++)
		if (json_object_equal(json_object_array_get_idx(list, i), one))
			return true;
	return false;
}

bool attempt_remarks_new(struct json_object *before, struct json_object *after)
{
	for (size_t i = 0; i < json_object_array_length(after); i++)
		if (!holds(before, json_object_array_get_idx(after, i)))
			return true;
	return false;
}

int attempt_remarks_before(struct request *r, struct attempt *t, struct error *e)
{
	if (!t->type->remarked || r->format == FORMAT_JSON || !t->n[0])
		return 0;
	t->known = found_in(r, t, t->n, e);
	return t->known ? 0 : -1;
}

static bool is_known(const struct attempt *t, const char *rule)
{
	for (size_t i = 0; t->known && i < json_object_array_length(t->known); i++)
		if (!strcmp(text_at(json_object_array_get_idx(t->known, i), "rule"), rule))
			return true;
	return false;
}

/* The reason that was sent for a rule, "" for none; NULL when the sender was not asked yet. What comes back as it was
 * is not asked about. */
static const char *reason_for(const struct request *r, const struct attempt *t, const char *rule)
{
	if (r->format == FORMAT_HTML)
		return is_known(t, rule) || t->continues
		           ? ""
		           : params_get(r->form, r->form_count, arena_printf(r->arena, "_remark.%s", rule));
	if (json_object_is_type(t->reasons, json_type_string))
		return json_object_get_string(t->reasons);
	return text_at(t->reasons, rule);
}

/* What was sent as a reason, cleaned; NULL where there is none, or none that can be kept, which is then an error. */
static struct json_object *reason_of(struct request *r, struct attempt *t, const char *text)
{
	struct json_object *value = NULL;
	bool form = r->format == FORMAT_HTML;
	const char *problem =
		field_parse(field_find(&remark_type, "reason"), text, form ? formats_of(r->language) : NULL, r->arena, &value);
	if (problem)
		record_error(&t->in, form ? "" : "remark_reason", problem);
	return value;
}

static int settle(struct request *r, const struct attempt *t, const char *saved, struct json_object *one,
                  struct json_object *reason, struct error *e)
{
	struct json_object *values = page_new_object(r);
	put(values, "rule", text_at(one, "rule"));
	put(values, "of", text_at(one, "of"));
	json_object_object_add(values, "reason", reason);
	const char *const parameters[] = {project_of(t, saved), json_object_to_json_string(values)};
	return db_query(r->site->db, record_sql(&remark_type)->insert, parameters, r->arena, NULL, e);
}

int attempt_remark(struct request *r, struct attempt *t, const char *saved, bool may, struct error *e)
{
	bool ask = false;
	struct json_object *all = t->type->remarked ? found_in(r, t, saved, e) : NULL;
	if (!all)
		return t->type->remarked ? -1 : 0;
	t->remarks = json_keep(r->arena, json_object_new_array());
	for (size_t i = 0; i < json_object_array_length(all); i++) {
		struct json_object *one = json_object_array_get_idx(all, i);
		const char *text = reason_for(r, t, text_at(one, "rule"));
		struct json_object *reason = text && may ? reason_of(r, t, text) : NULL;
		if (reason && settle(r, t, saved, one, reason, e))
			return -1;
		ask |= !text;
		put(one, "typed", text);
		if (!reason && !is_known(t, text_at(one, "rule")))
			json_object_array_add(t->remarks, json_object_get(one));
	}
	return ask || t->in.error_count;
}

struct json_object *attempt_remarks_asked(struct request *r, const struct attempt *t)
{
	if (t->remarks)
		return json_object_get(t->remarks);
	struct json_object *list = json_object_new_array();
	for (size_t i = 0; t->type->remarked && i < r->form_count; i++) {
		const char *rule = r->form[i].name + strlen("_remark.");
		if (!text_starts_with(r->form[i].name, "_remark."))
			continue;
		struct json_object *one = json_object_new_object();
		put(one, "rule", rule);
		put(one, "message", choice_label(remark_rules, rule));
		put(one, "typed", r->form[i].value);
		json_object_array_add(list, one);
	}
	return list;
}
