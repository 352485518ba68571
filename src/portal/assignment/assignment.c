#include "portal/assignment/assignment.h"

#include "base/text.h"
#include "statements.h"

static const struct field fields[] = {
	{.name = "role",
     .type = FIELD_REFERENCE,
     .label = N_("Role"),
     .required = true,
     .named = true,
     .column = "role_id"},
	{.name = "person",
     .type = FIELD_REFERENCE,
     .label = N_("Person"),
     .help = N_("Left empty, the role is shown as an empty chair."),
     .column = "person_id"},
	{.name = "organisation", .type = FIELD_REFERENCE, .label = N_("Organisation"), .column = "organisation_id"},
	{.name = "body",
     .type = FIELD_REFERENCE,
     .label = N_("In the body"),
     .help = N_("The steering group or another body that the role belongs to."),
     .column = "body_id"},
	{.name = "starts_on", .type = FIELD_DATE, .label = N_("From")},
	{.name = "ends_on", .type = FIELD_DATE, .label = N_("Until")},
	{.name = "project_time_only", .type = FIELD_BOOLEAN, .label = N_("Only while the project lasts")},
};

const struct record_type assignment_type = {"assignment", N_("Person and role"), fields,
                                            sizeof fields / sizeof *fields};

static const struct constraint_message constraints[] = {
	{"assignment_ends_after_start", "ends_on", N_("The end lies before the start."), RULE_NOT_BEFORE, "starts_on",
     "ends_on"},
	{NULL, NULL, NULL, RULE_NONE, NULL, NULL},
};

const struct record_pages assignment_pages = {
	.type = &assignment_type,
	.collection = "people",
	.title_new = N_("New role in the project"),
	.title_edit = N_("Edit the role in the project"),
	.select = &sql_assignment_record,
	.insert = &sql_assignment_insert,
	.update = &sql_assignment_update,
	.remove = &sql_assignment_remove,
	.choices = &sql_assignment_choices,
	.constraints = constraints,
};
