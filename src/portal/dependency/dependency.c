#include "portal/dependency/dependency.h"

#include "base/text.h"
#include "portal/once.h"
#include "portal/page.h"
#include "record/vocabulary.h"
#include "session/session.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <string.h>

static const struct field fields[] = {
	{.name = "needed", .type = FIELD_TEXT, .label = N_("What is needed"), .required = true, .max = 500},
	{.name = "used_for", .type = FIELD_MARKDOWN, .label = N_("What it is used for"), .max = 2000},
	{.name = "provider_project",
     .type = FIELD_CODE,
     .label = N_("Project that delivers it"),
     .help = N_("Its code, if it is a project of this portal: its leader is then asked to agree."),
     .max = 40,
     .column = "provider_project_id"},
	{.name = "provider_organisation",
     .type = FIELD_REFERENCE,
     .label = N_("Organisation that delivers it"),
     .column = "provider_organisation_id"},
	{.name = "provider_name", .type = FIELD_TEXT, .label = N_("Deliverer in words"), .max = 200},
	{.name = "criticality", .type = FIELD_CHOICE, .label = N_("Criticality"), .required = true, .choices = levels},
	{.name = "due_on", .type = FIELD_DATE, .label = N_("Due")},
	{.name = "light", .type = FIELD_CHOICE, .label = N_("Light"), .required = true, .choices = lights},
	{.name = "comment", .type = FIELD_MARKDOWN, .label = N_("Comment"), .max = 2000},
	{.name = "agreed_by_project", .type = FIELD_BOOLEAN, .label = N_("We have agreed to the plan")},
	{.name = "agreed_by_provider",
     .type = FIELD_BOOLEAN,
     .label = N_("The deliverer has agreed to the plan"),
     .help = N_("A project of this portal answers for itself; for anybody else, note their answer here.")},
};

const struct record_type dependency_type = {"dependency", N_("Dependency"), fields, sizeof fields / sizeof *fields};

static const struct field answer_fields[] = {
	{.name = "agreed_by_provider", .type = FIELD_BOOLEAN, .label = N_("We deliver this, by then")},
	{.name = "provider_comment", .type = FIELD_MARKDOWN, .label = N_("Comment"), .max = 2000},
};

const struct record_type dependency_answer_type = {"dependency", N_("Answer to a dependency"), answer_fields,
                                                   sizeof answer_fields / sizeof *answer_fields};

static const struct constraint_message constraints[] = {
	{"dependency_has_provider", "provider_project", N_("Say who delivers it: a project, an organisation, or in words."),
     RULE_NONE, NULL, NULL},
	{"dependency_not_on_itself", "provider_project", N_("A project cannot depend on itself."), RULE_NONE, NULL, NULL},
	{"provider_project", "provider_project", N_("There is no project with this code."), RULE_NONE, NULL, NULL},
	{NULL, NULL, NULL, RULE_NONE, NULL, NULL},
};

const struct record_pages dependency_pages = {
	.type = &dependency_type,
	.collection = "dependencies",
	.title_new = N_("New dependency"),
	.title_edit = N_("Edit the dependency"),
	.select = &sql_dependency_record,
	.insert = &sql_dependency_insert,
	.update = &sql_dependency_update,
	.remove = &sql_dependency_remove,
	.choices = &sql_dependency_choices,
	.constraints = constraints,
};

static int load(struct request *r, struct json_object **current, const char **version, struct error *e)
{
	const char *document, *n = request_capture(r, "n");
	if (!text_is_small_number(n))
		return error_set(e, 404, "%s", _("There is no such record, or you may not see it."));
	const char *const parameters[] = {request_capture(r, "code"), request_capture(r, "project"), n};
	if (page_query(r, &sql_dependency_asked, parameters, &document, version, e))
		return -1;
	*current = page_parse(r, document, e);
	return *current ? 0 : -1;
}

static int send_form(struct request *r, struct response *out, struct json_object *current, const char *version,
                     const struct record_input *in, bool conflict, struct error *e)
{
	struct json_object *form = record_form(&dependency_answer_type, current, in, NULL, r->arena);
	json_object_object_add(current, "form", json_object_get(form));
	json_object_object_add(current, "version", json_object_new_string(version));
	json_object_object_add(current, "conflict", json_object_new_boolean(conflict));
	json_object_object_add(current, "action", json_object_new_string(r->path));
	json_object_object_add(current, "provider", json_object_new_string(request_capture(r, "code")));
	return page_object(r, out, _("Answer to a dependency"), tpl_dependency_answer, current, e);
}

int dependency_answer_form(struct request *r, struct response *out, struct error *e)
{
	struct json_object *current;
	const char *version;
	if (load(r, &current, &version, e))
		return -1;
	return send_form(r, out, current, version, NULL, false, e);
}

/* 1: written and answered; 0: another version stands there; -1. */
static int write_answer(struct request *r, struct response *out, const char *version, const struct record_input *in,
                        struct error *e)
{
	struct json_object *current;
	struct db_result *result;
	const char *const parameters[] = {request_capture(r, "code"), request_capture(r, "project"),
	                                  request_capture(r, "n"), version,
	                                  json_object_to_json_string_ext(in->values, JSON_C_TO_STRING_PLAIN)};
	int rc = once_begin(r, out, e);
	if (rc)
		return rc;
	if (db_query(r->site->db, &sql_dependency_answer, parameters, r->arena, &result, e))
		return -1;
	if (!db_rows(result)) {
		once_abandon(r);
		return 0;
	}
	r->once->place = r->path;
	if (r->format == FORMAT_HTML) {
		response_see_other(out, r->arena, r->site->config->base,
		                   arena_printf(r->arena, "/projects/%s?saved=yes#needed-by", request_capture(r, "code")));
	} else {
		if (load(r, &current, &version, e))
			return -1;
		page_etag(r, out, version);
		if (page_object(r, out, "", NULL, current, e))
			return -1;
	}
	return once_commit(r, out, e) ? -1 : 1;
}

/* What was sent cannot be saved: it has errors, or what is asked has changed. */
static int send_refused(struct request *r, struct response *out, struct json_object *current, const char *version,
                        const struct record_input *in, struct error *e)
{
	bool conflict = !in->error_count;
	if (r->format == FORMAT_JSON)
		return page_problem(r, out, conflict ? 412 : 422,
		                    conflict
		                        ? _("What is asked has changed since you opened it. Read it again.")
		                        : _("Something in the form must be corrected; each error stands beside its field."),
		                    in->errors, in->error_count);
	out->status = conflict ? 409 : 422;
	return send_form(r, out, current, version, in, conflict, e);
}

int dependency_answer(struct request *r, struct response *out, struct error *e)
{
	struct json_object *current;
	struct record_input in;
	const char *version, *seen;
	if (load(r, &current, &version, e) || record_read_body(r, &dependency_answer_type, &in, e))
		return -1;
	if (page_seen(r, version, &seen, e))
		return -1;
	if (in.error_count || strcmp(seen, version))
		return send_refused(r, out, current, version, &in, e);
	int rc = write_answer(r, out, version, &in, e);
	if (rc)
		return rc < 0 ? -1 : 0;
	/* Somebody was faster than our writing. */
	return load(r, &current, &version, e) ? -1 : send_refused(r, out, current, version, &in, e);
}
