/* Where projects touch. It stands on the page of each (project.sql). */
#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

static const struct link_table projects = {"interface_project", "interface_id", "other_id"};

static const struct field fields[] = {
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true),
	FIELD("projects", REFERENCE, N_("With the projects"), .required = true, .to = &to_project, .through = &projects,
          .help = N_("It is shown on the page of each.")),
	FIELD("state", CHOICE, N_("State"), .required = true, .choices = interface_states, .initial = "'identified'",
          .in_list = true),
	FIELD("owner", REFERENCE, N_("Who answers for it"), .to = &to_person, .column = "owner_id", .in_list = true),
	FIELD("handled_by", REFERENCE, N_("Handled by the body"), .to = &to_any_body, .column = "handled_by_id",
          .in_list = true),
	FIELD("description", MARKDOWN, N_("Description"), .max = 10000),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("interface_is_between_two", "projects", N_("A project has no interface with itself. Choose others.")),
	{.constraint = NULL},
};

const struct record_type interface_type = {
	.name = "interface",
	.collection = "interfaces",
	.parent = &project_type,
	.on_page = true,
	.label = N_("Interface"),
	.label_many = N_("Interfaces"),
	.title_new = N_("New interface"),
	.title_edit = N_("Edit the interface"),
	.called = "title",
	.right = "project.edit",
	FIELDS(fields),
	.constraints = constraints,
};
