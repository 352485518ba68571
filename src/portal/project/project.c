#include "portal/project/project.h"

#include "base/text.h"
#include "i18n/language.h"
#include "portal/page.h"
#include "portal/words.h"
#include "record/terms.h"
#include "record/vocabulary.h"
#include "session/session.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>

static const struct field fields[] = {
	{.name = "code",
     .type = FIELD_CODE,
     .label = N_("Code"),
     .help = N_("Short and lasting: it stands in the address. Capital letters, digits, - and _."),
     .required = true,
     .max = 40},
	{.name = "title", .type = FIELD_TEXT, .label = N_("Title"), .required = true, .max = 200},
	{.name = "purpose",
     .type = FIELD_MARKDOWN,
     .label = N_("Purpose"),
     .help = N_("One or two sentences that somebody outside the project understands."),
     .max = 1000},
	{.name = "language",
     .type = FIELD_CHOICE,
     .label = N_("Language of the texts"),
     .required = true,
     .choices = content_languages},
	{.name = "kind", .type = FIELD_CHOICE, .label = N_("Kind"), .required = true, .choices = project_kinds},
	{.name = "parent",
     .type = FIELD_CODE,
     .label = N_("Part of"),
     .help = N_("The code of the programme or project above it."),
     .max = 40,
     .column = "parent_id"},
	{.name = "owner", .type = FIELD_REFERENCE, .label = N_("Owner"), .required = true, .column = "owner_id"},
	{.name = "contact", .type = FIELD_REFERENCE, .label = N_("Contact person"), .column = "contact_id"},
	{.name = "goal", .type = FIELD_REFERENCE, .label = N_("Strategy goal")},
	{.name = "segment", .type = FIELD_CHOICE, .label = N_("Segment"), .choices = project_segments},
	{.name = "phase", .type = FIELD_CHOICE, .label = N_("Phase"), .required = true, .choices = project_phases},
	{.name = "lifecycle",
     .type = FIELD_CHOICE,
     .label = N_("Lifecycle"),
     .required = true,
     .choices = project_lifecycles},
	{.name = "starts_on", .type = FIELD_DATE, .label = N_("Starts")},
	{.name = "ends_on", .type = FIELD_DATE, .label = N_("Ends")},
	{.name = "cost_frame", .type = FIELD_DECIMAL, .label = N_("Cost frame"), .min = 0, .max = 999999999999},
	{.name = "currency", .type = FIELD_CHOICE, .label = N_("Currency"), .choices = currencies},
	{.name = "funding_code", .type = FIELD_TEXT, .label = N_("Funding code"), .max = 40},
	{.name = "visibility",
     .type = FIELD_CHOICE,
     .label = N_("Visible to"),
     .help = N_("Members are those whom a group of the directory makes members, leaders or steering group."),
     .choices = visibilities},
};

const struct record_type project_type = {"project", N_("Project"), fields, sizeof fields / sizeof *fields};

static int set_goal(struct request *r, const char *code, struct json_object *values, struct error *e)
{
	struct json_object *goal = json_object_object_get(values, "goal");
	const char *const parameters[] = {code, goal ? json_object_get_string(goal) : NULL};
	return db_query(r->site->db, &sql_project_set_goal, parameters, r->arena, NULL, e);
}

static const struct constraint_message constraints[] = {
	{"project_code_key", "code", N_("There is a project with this code already. Choose another."), RULE_NONE, NULL,
     NULL},
	{"parent", "parent", N_("There is no project with this code."), RULE_NONE, NULL, NULL},
	{"project_ends_after_start", "ends_on", N_("The end lies before the start."), RULE_NOT_BEFORE, "starts_on",
     "ends_on"},
	{"project_cost_has_currency", "currency", N_("An amount needs a currency."), RULE_NEEDS, "cost_frame", "currency"},
	{"project_no_cycle", "parent", N_("A project cannot be placed below itself. Choose another parent."), RULE_NONE,
     NULL, NULL},
	{"project_not_too_deep", "parent", N_("The project tree would become too deep. Choose a parent nearer the top."),
     RULE_NONE, NULL, NULL},
	{NULL, NULL, NULL, RULE_NONE, NULL, NULL},
};

const struct record_pages project_pages = {
	.type = &project_type,
	.collection = "projects",
	.title_new = N_("New project"),
	.title_edit = N_("Edit the project"),
	.select = &sql_project_record,
	.insert = &sql_project_insert,
	.update = &sql_project_update,
	.choices = &sql_project_choices,
	.constraints = constraints,
	.also = set_goal,
	.top = true,
};

static void translate_roles(struct request *r, struct json_object *document)
{
	words_refresh(r);
	struct json_object *people, *name, *role;
	json_object_object_get_ex(document, "people", &people);
	for (size_t i = 0; i < json_object_array_length(people); i++) {
		struct json_object *one = json_object_array_get_idx(people, i);
		json_object_object_get_ex(one, "role_name", &name);
		json_object_object_get_ex(one, "role", &role);
		const char *label = term_label("role", json_object_get_string(role), r->language->tag, "");
		json_object_object_add(
			one, "role_name",
			json_object_new_string(label ? label : vocabulary_role_name(json_object_get_string(name))));
	}
}

/* Buttons follow rights: what somebody cannot do is not offered. The past offers nothing. */
static void add_buttons(struct request *r, struct json_object *document)
{
	struct json_object *may = json_object_new_object();
	json_object_object_add(may, "edit", json_object_new_boolean(!r->at[0] && page_has_right(document, "project.edit")));
	json_object_object_add(may, "report",
	                       json_object_new_boolean(!r->at[0] && page_has_right(document, "report.write")));
	json_object_object_add(document, "may", may);
}

int project_page(struct request *r, struct response *out, struct error *e)
{
	const char *document, *version;
	const char *const parameters[] = {request_capture(r, "code")};
	if (page_query(r, &sql_project_page, parameters, &document, &version, e)) {
		if (e->status == 404)
			error_set(e, 404, "%s",
			          r->at[0] ? _("On that day the portal knew no project with this code, or you may not see it.")
			                   : _("There is no project with this code, or you may not see it."));
		return -1;
	}
	page_etag(r, out, version);
	if (r->format == FORMAT_JSON)
		return page_text(r, out, "", NULL, document, e);
	struct json_object *o = page_parse(r, document, e), *title;
	if (!o)
		return -1;
	json_object_object_get_ex(o, "title", &title);
	const char *saved = request_query(r, "saved");
	json_object_object_add(o, "saved", json_object_new_boolean(saved && saved[0]));
	add_buttons(r, o);
	translate_roles(r, o);
	return page_object(r, out, json_object_get_string(title), tpl_project_page, o, e);
}
