#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"
#include "statements.h"
#include "templates.h"

static const struct field fields[] = {
	FIELD("code", CODE, N_("Code"), .required = true, .max = 40, .in_list = true,
          .help = N_("Short and lasting: it stands in the address. Capital letters, digits, - and _.")),
	FIELD("name", TEXT, N_("Name"), .required = true, .max = 200, .in_list = true, .translated = true),
	FIELD("kind", TERM, N_("Kind"), .required = true, .term = "body_kind", .in_list = true),
	FIELD("mandate", MARKDOWN, N_("Mandate"), .max = 10000, .translated = true,
          .help = N_("What it decides or answers for, and who has said so.")),
	FIELD("project", REFERENCE, N_("Of the project"), .to = &to_project, .column = "project_id", .in_list = true),
	FIELD("parent", REFERENCE, N_("Part of the body"), .to = &to_any_body, .column = "parent_id", .in_list = true),
	FIELD("organisation", REFERENCE, N_("Organisation"), .to = &to_organisation, .column = "organisation_id",
          .in_list = true),
	FIELD("appointed_on", TIME, N_("Appointed")),
	FIELD("ends_on", TIME, N_("Until")),
	FIELD("visibility", CHOICE, N_("Visible to"), .choices = visibilities, .initial = "'public'"),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("body_code_key", "code", N_("This code is taken. Choose another.")),
	CONSTRAINT("body_no_cycle", "parent", N_("Nothing can be placed below itself. Choose another parent.")),
	CONSTRAINT("body_not_too_deep", "parent",
               N_("It would stand too deep in the tree. Choose a parent nearer the top.")),
	CONSTRAINT("body_ends_after_start", "ends_on", N_("The end lies before the start."), .rule = RULE_NOT_BEFORE,
               .first = "appointed_on", .second = "ends_on"),
	{.constraint = NULL},
};

const struct record_type body_type = {
	.name = "body",
	.subject = true,
	.collection = "bodies",
	.label = N_("Body"),
	.label_many = N_("Bodies"),
	.title_new = N_("New body"),
	.title_edit = N_("Edit the body"),
	.called = "name",
	.placed_by = "project",
	.words_of = "organisation",
	.order = "name",
	.right = "body.edit",
	.own = {.beside = &sql_subject_beside},
	.page = tpl_subject_page,
	.own_page = "?saved=yes",
	FIELDS(fields),
	.constraints = constraints,
};
