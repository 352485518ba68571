#include "base/text.h"
#include "portal/record_types.h"

static const struct field fields[] = {
	FIELD("role", REFERENCE, N_("Role"), .required = true, .to = &to_role, .column = "role_id", .in_list = true),
	FIELD("person", REFERENCE, N_("Person"), .to = &to_person, .column = "person_id", .in_list = true,
          .help = N_("Left empty, the role is shown as an empty chair.")),
	FIELD("organisation", REFERENCE, N_("Organisation"), .to = &to_organisation, .column = "organisation_id",
          .in_list = true),
	FIELD("body", REFERENCE, N_("In the body"), .to = &to_body, .column = "body_id",
          .help = N_("The steering group or another body that the role belongs to.")),
	FIELD("holder_body", REFERENCE, N_("Held by the group"), .to = &to_any_body, .column = "holder_body_id",
          .help = N_("Where no person has the role but a group of experts or a team.")),
	FIELD("holder_organisation", REFERENCE, N_("Held by the unit"), .to = &to_organisation,
          .column = "holder_organisation_id"),
	FIELD("topic", TEXT, N_("Answers for"), .max = 200, .in_list = true,
          .help = N_("Of several with one role: which of them to ask about what.")),
	FIELD("starts_on", DATE, N_("From"), .in_list = true),
	FIELD("ends_on", DATE, N_("Until"), .in_list = true),
	FIELD("project_time_only", BOOLEAN, N_("Only while the project lasts")),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("assignment_ends_after_start", "ends_on", N_("The end lies before the start."), .rule = RULE_NOT_BEFORE,
               .first = "starts_on", .second = "ends_on"),
	CONSTRAINT("assignment_has_one_holder", "person",
               N_("A role is held by a person, by a group or by a unit: leave the others empty.")),
	{.constraint = NULL},
};

const struct record_type assignment_type = {
	.name = "assignment",
	.collection = "people",
	.parent = &subject_type,
	.on_page = true,
	.label = N_("Person and role"),
	.label_many = N_("People and roles"),
	.title_new = N_("Somebody in a role"),
	.title_edit = N_("Edit who has the role"),
	.order = "role",
	.right = "edit",
	.no_list = "/people is the list of people",
	FIELDS(fields),
	.constraints = constraints,
};
