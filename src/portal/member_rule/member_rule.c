/* Who is a member of a body because of a role: its page names them (subject.sql). It grants nothing: only the directory
 * does. */
#include "base/text.h"
#include "portal/record_types.h"

static const struct field fields[] = {
	FIELD("role", REFERENCE, N_("Whoever is"), .required = true, .to = &to_role, .column = "held_role_id",
          .in_list = true),
	FIELD("below", REFERENCE, N_("On this, or on something below it"), .required = true, .to = &to_subject,
          .column = "below_id", .in_list = true, .help = N_("A programme, a project or a service.")),
	FIELD("note", TEXT, N_("Note"), .max = 500),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("member_rule_once", "below", N_("This is said already.")),
	{.constraint = NULL},
};

const struct record_type member_rule_type = {
	.name = "member_rule",
	.collection = "member-rules",
	.parent = &subject_type,
	.on = {"body"},
	.on_page = true,
	.label = N_("Members by role"),
	.label_many = N_("Members by role"),
	.title_new = N_("Members by role"),
	.title_edit = N_("Edit who are members by role"),
	.called = "role",
	.right = "edit",
	FIELDS(fields),
	.constraints = constraints,
};
