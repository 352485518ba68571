#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"
#include "statements.h"
#include "templates.h"

static const struct field fields[] = {
	FIELD("code", CODE, N_("Code"), .required = true, .max = 40, .in_list = true,
          .help = N_("Short and lasting: it stands in the address. Capital letters, digits, - and _.")),
	FIELD("name", TEXT, N_("Name"), .required = true, .max = 200, .in_list = true, .translated = true),
	FIELD("kind", TERM, N_("Kind"), .required = true, .term = "organisation_kind", .in_list = true),
	FIELD("parent", REFERENCE, N_("Part of"), .to = &to_organisation, .column = "parent_id", .in_list = true,
          .help = N_("A unit is part of its organisation, a hospital of its region.")),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages),
	FIELD("starts_on", TIME, N_("Began")),
	FIELD("ends_on", TIME, N_("Ended")),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("organisation_code_key", "code", N_("This code is taken. Choose another.")),
	CONSTRAINT("organisation_no_cycle", "parent", N_("Nothing can be placed below itself. Choose another parent.")),
	CONSTRAINT("organisation_not_too_deep", "parent",
               N_("It would stand too deep in the tree. Choose a parent nearer the top.")),
	CONSTRAINT("organisation_ends_after_start", "ends_on", N_("The end lies before the start."),
               .rule = RULE_NOT_BEFORE, .first = "starts_on", .second = "ends_on"),
	{.constraint = NULL},
};

const struct record_type organisation_type = {
	.name = "organisation",
	.subject = true,
	.collection = "organisations",
	.label = N_("Organisation"),
	.label_many = N_("Organisations"),
	.title_new = N_("New organisation"),
	.title_edit = N_("Edit the organisation"),
	.called = "name",
	.placed_by = "parent",
	.words_of = "code",
	.order = "name",
	.right = "organisation.edit",
	.right_new = "organisation.create",
	.own = {.beside = &sql_subject_beside},
	.page = tpl_subject_page,
	.own_page = "?saved=yes",
	FIELDS(fields),
	.constraints = constraints,
};
