/* The correction of a published report: one field, which the form shows as it stands now, above the field's own control
 * with the same in it. Both versions are so before one's eyes until it is published, and one page is enough. */
#include "base/text.h"
#include "i18n/format.h"
#include "portal/members.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "portal/record_pages.h"
#include "portal/record_types.h"
#include "portal/status_report/status_report.h"
#include "record/field_parse.h"
#include "record/terms.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <string.h>
#include <strings.h>

/* What a correction may correct, with the reports' own labels. */
static const struct choice correctable[] = {
	{"summary", N_("Summary")},
	{"status_label", N_("Overall status")},
	{"light", N_("Light")},
	{"delay_weeks", N_("Delay in weeks")},
	{"causes", N_("Causes")},
	{"going_well", N_("What goes well")},
	{"coming_next", N_("What comes next")},
	{"risk_level", N_("Overall risk")},
	{"risk_text", N_("Why the risk is so")},
	{"reported_on", N_("Day of the report")},
	{"decision_needed", N_("Decision needed")},
	{"decision_from", N_("Decided by whom")},
	{"decision_by", N_("Decision needed by")},
	{"progress_light", N_("Progress")},
	{"progress_text", N_("Progress in words")},
	{"economy_light", N_("Economy")},
	{"economy_text", N_("Economy in words")},
	{"quality_light", N_("Quality")},
	{"quality_text", N_("Quality in words")},
	{"scope_light", N_("Scope")},
	{"scope_text", N_("Scope in words")},
	{"risk_light", N_("Risk")},
	{"benefit_light", N_("Benefit")},
	{"benefit_text", N_("Benefit in words")},
	{NULL, NULL},
};

enum { FIELD, AFTER, REASON, FIELDS };

static const struct field fields[FIELDS] = {
	[FIELD] = FIELD("field", CHOICE, N_("What is to be corrected"), .required = true, .choices = correctable),
	[AFTER] = FIELD("after", MARKDOWN, N_("How it should read"), .max = 10000),
	[REASON] = FIELD("reason", TEXT, N_("Why"), .required = true, .max = 1000),
};

static const struct constraint_message unfit[] = {
	CONSTRAINT("correction_says_this", "after", N_("The report says this already.")),
	CONSTRAINT("SB005", "after", N_("The corrected value does not fit its field.")),
	{.constraint = NULL},
};

static int changeable(struct json_object *report, struct error *e)
{
	if (text_equal(text_at(report, "state"), "published"))
		return 0;
	return error_set(e, 409, "%s", _("Only a published report is corrected. Change the draft itself."));
}

static void take_label(struct record_input *in);
static int show_what_stands(struct request *r, struct json_object *document, struct error *e);

const struct record_type correction_type = {
	.name = "correction",
	.collection = "reports",
	.parent = &project_type,
	.on_page = true,
	.label = N_("Correction"),
	.title_edit = N_("Correct a published report"),
	FIELDS(fields),
	.constraints = unfit,
	.own = {.select = &sql_status_report_page, .update = &sql_correction_insert},
	.changeable = changeable,
	.understand = take_label,
	.form = tpl_report_correct,
	.beside_form = show_what_stands,
	.own_page = "?saved=corrected#corrections",
	.adds = true,
	.lasting = true,
};

static bool is_correctable(const char *name)
{
	for (const struct choice *c = correctable; name && c->value; c++)
		if (!strcmp(c->value, name))
			return true;
	return false;
}

static const struct field *field_of(const char *name)
{
	return is_correctable(name) ? field_find(&status_report_type, name) : NULL;
}

/* ---- words for values ---- */

/* The value that is called so, of a field whose values are a list; NULL. */
static const char *value_called(const struct field *f, const char *label)
{
	if (f && f->type == FIELD_TERM)
		return term_called(f->term, label);
	for (const struct choice *c = f ? f->choices : NULL; c && c->value; c++)
		if (!strcasecmp(_(c->label), label))
			return c->value;
	return NULL;
}

/* Programs may send "Major deviation" in their own language; the database keeps major_deviation. */
static void take_label(struct record_input *in)
{
	const struct field *f = field_of(text_at(in->values, "field"));
	const char *value = f ? value_called(f, text_at(in->values, "after")) : NULL;
	if (value)
		json_object_object_add(in->values, "after", json_object_new_string(value));
}

static void name_value(struct json_object *correction, const char *key, const struct field *f, const char *owner)
{
	struct json_object *value;
	if (!f || (!f->choices && !f->term) || !json_object_object_get_ex(correction, key, &value))
		return;
	const char *text = json_object_get_string(value), *label = f->term ? term_label(f->term, text, owner) : NULL;
	json_object_object_add(correction, key,
	                       json_object_new_string(label        ? label
	                                              : f->choices ? choice_label(f->choices, text)
	                                                           : text));
}

void correction_name_all(struct json_object *document)
{
	struct json_object *list = member(document, "corrections");
	const char *owner = text_at(member(document, "owner"), "code");
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		struct json_object *one = json_object_array_get_idx(list, i);
		const char *field = text_at(one, "field");
		put(one, "label", choice_label(correctable, field));
		name_value(one, "before", field_of(field), owner);
		name_value(one, "after", field_of(field), owner);
	}
}

/* ---- the form ---- */

/* The type whose form has the control of the report's own field; the plain one when none is named. */
static const struct record_type *type_of(struct request *r, const char *name)
{
	const struct field *f = r->json_body ? NULL : field_of(name);
	if (!f)
		return &correction_type;
	struct record_type *type = arena_alloc(r->arena, sizeof *type);
	struct field *own = arena_alloc(r->arena, sizeof fields);
	memcpy(own, fields, sizeof fields);
	own[AFTER] = *f;
	own[AFTER].name = fields[AFTER].name;
	own[AFTER].label = fields[AFTER].label;
	own[AFTER].initial = NULL;
	*type = correction_type;
	type->fields = own;
	return type;
}

/* All that may be corrected, as it stands: {"summary": …}. */
static struct json_object *what_stands(struct request *r, struct error *e)
{
	const char *document;
	const char *const parameters[] = {request_capture(r, "code"), request_capture(r, "n")};
	return page_query(r, &sql_correction_stands, parameters, &document, NULL, e) ? NULL : page_parse(r, document, e);
}

static const char *readable(struct request *r, struct json_object *stands, const struct field *f, const char *owner)
{
	const char *text = text_at(stands, f->name), *term = f->term ? term_label(f->term, text, owner) : NULL;
	return term ? term : text[0] ? field_shown(f, text, formats_of(r->language), r->arena) : "";
}

/* Which field it is stands above the form, and goes with it unseen. */
static const char *take_field(struct json_object *document)
{
	struct json_object *list = member(member(document, "form"), "fields"), *first = json_object_array_get_idx(list, 0);
	const char *name = text_at(first, "value");
	const struct field *f = field_of(name);
	if (!f)
		return "";
	json_object_array_del_idx(list, 0, 1);
	return f->name;
}

static int show_what_stands(struct request *r, struct json_object *document, struct error *e)
{
	const char *name = take_field(document);
	const struct field *f = field_of(name);
	struct json_object *stands = what_stands(r, e);
	if (!stands)
		return -1;
	put(document, "field", name);
	put(document, "field_label", f ? choice_label(correctable, name) : "");
	put(document, "before", f ? readable(r, stands, f, text_at(stands, "owner")) : "");
	put(document, "light", f && f->choices ? text_at(stands, f->name) : "");
	put_bool(document, "is_prose", f && f->type == FIELD_MARKDOWN);
	return 0;
}

/* Every field as it stands, each leading to its form. */
static int choose_field(struct request *r, struct response *out, struct attempt *t, struct error *e)
{
	struct json_object *document = page_new_object(r), *list = json_object_new_array(), *stands = what_stands(r, e);
	json_object_object_add(document, "all", list);
	if (!stands)
		return -1;
	for (const struct choice *c = correctable; c->value; c++) {
		const struct field *f = field_of(c->value);
		struct json_object *one = json_object_new_object();
		put(one, "field", c->value);
		put(one, "label", _(c->label));
		put(one, "text", readable(r, stands, f, text_at(stands, "owner")));
		put(one, "light", f->choices ? text_at(stands, f->name) : "");
		json_object_array_add(list, one);
	}
	attempt_add_crumbs(r, t, document);
	put(document, "n", t->n);
	return page_object(r, out, _(t->type->title_edit), tpl_report_correct_which, document, e);
}

int report_correct_form(struct request *r, struct response *out, struct error *e)
{
	struct attempt t;
	const char *name = request_query(r, "field");
	const struct field *f = field_of(name);
	if (attempt_start(r, &t, type_of(r, name), e) || attempt_load_to_change(r, &t, e))
		return -1;
	if (!f)
		return choose_field(r, out, &t, e);
	struct json_object *stands = what_stands(r, e);
	if (!stands)
		return -1;
	t.filled = page_new_object(r);
	put(t.filled, "field", name);
	json_object_object_add(t.filled, "after", json_object_get(member(stands, name)));
	put(t.filled, "owner", text_at(stands, "owner"));
	return attempt_send_form(r, out, &t, false, e);
}

int report_correct(struct request *r, struct response *out, struct error *e)
{
	return record_change_as(r, out, type_of(r, request_form(r, "field")), e);
}
