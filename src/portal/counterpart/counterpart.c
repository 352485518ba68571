/* Who answers to whom in a programme that several organisations carry. */
#include "base/text.h"
#include "portal/record_types.h"

static const struct field fields[] = {
	FIELD("role", REFERENCE, N_("Role"), .required = true, .to = &to_role, .column = "held_role_id", .in_list = true),
	FIELD("organisation", REFERENCE, N_("In the organisation"), .to = &to_organisation, .column = "organisation_id",
          .in_list = true, .help = N_("Empty: in each of them.")),
	FIELD("other_role", REFERENCE, N_("Its counterpart"), .required = true, .to = &to_role, .column = "other_role_id",
          .in_list = true),
	FIELD("other_organisation", REFERENCE, N_("Of the organisation"), .to = &to_organisation,
          .column = "other_organisation_id", .in_list = true),
	FIELD("note", TEXT, N_("Note"), .max = 500),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("counterpart_of_another", "other_role", N_("A role is not its own counterpart. Choose another.")),
	CONSTRAINT("counterpart_once", "other_role", N_("This is said already.")),
	{.constraint = NULL},
};

const struct record_type counterpart_type = {
	.name = "counterpart",
	.collection = "counterparts",
	.parent = &project_type,
	.label = N_("Counterpart"),
	.label_many = N_("Counterparts"),
	.title_new = N_("New counterpart"),
	.title_edit = N_("Edit the counterpart"),
	.called = "role",
	.right = "project.edit",
	FIELDS(fields),
	.constraints = constraints,
};
