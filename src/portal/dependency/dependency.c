#include "portal/dependency/dependency.h"

#include "base/text.h"
#include "portal/record_pages.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"
#include "statements.h"
#include "templates.h"

static const struct field fields[] = {
	FIELD("needed", TEXT, N_("What is needed"), .required = true, .max = 500, .in_list = true),
	FIELD("used_for", MARKDOWN, N_("What it is used for"), .max = 2000),
	FIELD("provider_project", REFERENCE, N_("Project that delivers it"), .to = &to_project, .in_list = true,
          .column = "provider_project_id",
          .help = N_("If it is a project of this portal, its leader is then asked to agree.")),
	FIELD("provider_organisation", REFERENCE, N_("Organisation that delivers it"), .to = &to_organisation,
          .column = "provider_organisation_id", .in_list = true),
	FIELD("provider_name", TEXT, N_("Deliverer in words"), .max = 200),
	FIELD("criticality", CHOICE, N_("Criticality"), .required = true, .choices = levels, .in_list = true,
          .in_sheet = true),
	FIELD("due_on", TIME, N_("Due"), .in_list = true, .in_sheet = true),
	FIELD("light", CHOICE, N_("Light"), .required = true, .choices = lights, .in_list = true, .in_sheet = true),
	FIELD("comment", MARKDOWN, N_("Comment"), .max = 2000),
	FIELD("agreed_by_project", BOOLEAN, N_("We have agreed to the plan")),
	FIELD("agreed_by_provider", BOOLEAN, N_("The deliverer has agreed to the plan"), .decided_by = "provider_project",
          .help = N_("A project of this portal answers for itself; for anybody else, note their answer here.")),
	FIELD("provider_comment", MARKDOWN, N_("The deliverer’s comment"), .max = 2000, .decided = true),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("dependency_has_provider", "provider_project",
               N_("Say who delivers it: a project, an organisation, or in words.")),
	CONSTRAINT("dependency_not_on_itself", "provider_project", N_("A project cannot depend on itself.")),
	{.constraint = NULL},
};

const struct record_type dependency_type = {
	.name = "dependency",
	.collection = "dependencies",
	.parent = &project_type,
	.on_page = true,
	.label = N_("Dependency"),
	.label_many = N_("Dependencies"),
	.title_new = N_("New dependency"),
	.title_edit = N_("Edit the dependency"),
	.called = "needed",
	.order = "due_on",
	.right = "project.edit",
	FIELDS(fields),
	.constraints = constraints,
};

/* The same row as its provider sees it. Its key is PROJECT/N, of the project that needs it. */
static const struct field answer_fields[] = {
	FIELD("agreed_by_provider", BOOLEAN, N_("We deliver this, by then")),
	FIELD("provider_comment", MARKDOWN, N_("Comment"), .max = 2000),
};

static const struct record_type reply_type = {
	.name = "dependency",
	.collection = "needed-by",
	.parent = &project_type,
	.on_page = true,
	.label = N_("Answer to a dependency"),
	.title_edit = N_("Answer to a dependency"),
	.called = "needed",
	FIELDS(answer_fields),
	.own = {.select = &sql_dependency_asked, .update = &sql_dependency_answer},
	.form = tpl_dependency_answer,
	.lasting = true,
};

int dependency_answer_form(struct request *r, struct response *out, struct error *e)
{
	return record_edit_as(r, out, &reply_type, e);
}

int dependency_answer(struct request *r, struct response *out, struct error *e)
{
	return record_change_as(r, out, &reply_type, e);
}
