/* A service: what a project has made, for as long as it is used. */
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
	FIELD("target_group", TEXT, N_("Target group"), .max = 1000, .translated = true),
	FIELD("owner", REFERENCE, N_("Owner"), .required = true, .to = &to_organisation, .column = "owner_id",
          .in_list = true),
	FIELD("parent", REFERENCE, N_("Part of the service"), .to = &to_service, .column = "parent_id", .in_list = true),
	FIELD("went_live_on", TIME, N_("In use since"), .in_list = true),
	FIELD("ended_on", TIME, N_("Until")),
	FIELD("visibility", CHOICE, N_("Visible to"), .choices = visibilities, .initial = "'public'"),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("service_code_key", "code", N_("This code is taken. Choose another.")),
	CONSTRAINT("service_no_cycle", "parent", N_("Nothing can be placed below itself. Choose another parent.")),
	CONSTRAINT("service_not_too_deep", "parent",
               N_("It would stand too deep in the tree. Choose a parent nearer the top.")),
	CONSTRAINT("service_ends_after_start", "ended_on", N_("The end lies before the start."), .rule = RULE_NOT_BEFORE,
               .first = "went_live_on", .second = "ended_on"),
	{.constraint = NULL},
};

const struct record_type service_type = {
	.name = "service",
	.subject = true,
	.collection = "services",
	.label = N_("Service"),
	.label_many = N_("Services"),
	.title_new = N_("New service"),
	.title_edit = N_("Edit the service"),
	.called = "title",
	.placed_by = "owner",
	.order = "title",
	.right = "service.edit",
	.right_new = "service.create",
	.own = {.beside = &sql_subject_beside},
	.page = tpl_subject_page,
	.own_page = "?saved=yes",
	FIELDS(fields),
	.constraints = constraints,
};
