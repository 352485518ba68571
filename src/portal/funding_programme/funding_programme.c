/* Who pays, and for what: projects and services name it in a relation, with its code for them. */
#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"
#include "statements.h"
#include "templates.h"

static const struct field fields[] = {
	FIELD("code", CODE, N_("Code"), .required = true, .max = 40, .in_list = true,
          .help = N_("Short and lasting: it stands in the address. Capital letters, digits, - and _.")),
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true, .translated = true),
	FIELD("purpose", MARKDOWN, N_("Purpose"), .max = 1000, .translated = true),
	FIELD("owner", REFERENCE, N_("Owner"), .required = true, .to = &to_organisation, .column = "owner_id",
          .in_list = true),
	FIELD("starts_on", TIME, N_("Starts"), .in_list = true),
	FIELD("ends_on", TIME, N_("Ends"), .in_list = true),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("funding_programme_code_key", "code", N_("This code is taken. Choose another.")),
	CONSTRAINT("funding_programme_ends_after_start", "ends_on", N_("The end lies before the start."),
               .rule = RULE_NOT_BEFORE, .first = "starts_on", .second = "ends_on"),
	{.constraint = NULL},
};

const struct record_type funding_programme_type = {
	.name = "funding_programme",
	.subject = true,
	.collection = "funding-programmes",
	.label = N_("Funding programme"),
	.label_many = N_("Funding programmes"),
	.title_new = N_("New funding programme"),
	.title_edit = N_("Edit the funding programme"),
	.called = "title",
	.placed_by = "owner",
	.order = "title",
	.right = "funding.edit",
	.own = {.beside = &sql_subject_beside},
	.page = tpl_subject_page,
	.own_page = "?saved=yes",
	FIELDS(fields),
	.constraints = constraints,
};
