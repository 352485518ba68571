/* A project or service on its way to an organisation, and what it asks of it. */
#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

static const struct field fields[] = {
	FIELD("organisation", REFERENCE, N_("To the organisation"), .required = true, .to = &to_organisation,
          .column = "organisation_id", .in_list = true),
	FIELD("kind", CHOICE, N_("What is rolled out"), .choices = rollout_kinds, .in_list = true,
          .help = N_("As it was assessed: it decides how much there is to prepare.")),
	FIELD("planning_stage", TERM, N_("Planning"), .required = true, .term = "planning_stage",
          .initial = "'not_started'", .in_list = true),
	FIELD("contact_made_on", DATE, N_("Contact made"), .in_list = true),
	FIELD("contact_by", REFERENCE, N_("Contact made by"), .to = &to_person, .column = "contact_by_id"),
	FIELD("early_from", TIME, N_("Early from"), .in_list = true, .help = N_("From when a few can begin, as a pilot.")),
	FIELD("broad_from", TIME, N_("Broadly from"), .in_list = true, .help = N_("From when everybody can.")),
	FIELD("planned_on", TIME, N_("Planned for"), .in_list = true),
	FIELD("done_on", DATE, N_("In use since"), .in_list = true),
	FIELD("url", TEXT, N_("Where it is described"), .max = 1000),
	FIELD("note", MARKDOWN, N_("Note"), .max = 10000),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("rollout_once", "organisation", N_("This organisation has its rollout already. Edit that one.")),
	CONSTRAINT("rollout_broad_after_early", "broad_from", N_("A broad rollout cannot begin before the early one."),
               .rule = RULE_NOT_BEFORE, .first = "early_from", .second = "broad_from"),
	CONSTRAINT("rollout_url_check", "url", N_("Write a whole address, beginning with https:// or http://.")),
	{.constraint = NULL},
};

const struct record_type rollout_type = {
	.name = "rollout",
	.collection = "rollouts",
	.parent = &subject_type,
	.on = {"project", "service"},
	.other_side = "organisation",
	.label = N_("Rollout"),
	.label_many = N_("Rollouts"),
	.title_new = N_("New rollout"),
	.title_edit = N_("Edit the rollout"),
	.called = "organisation",
	.order = "planned_on",
	.right = "rollout.edit",
	FIELDS(fields),
	.constraints = constraints,
};

static const struct field adaptation_fields[] = {
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true),
	FIELD("kind", CHOICE, N_("Kind"), .required = true, .choices = adaptation_kinds, .in_list = true),
	FIELD("description", MARKDOWN, N_("Description"), .max = 10000),
	FIELD("due_on", TIME, N_("Needed by"), .in_list = true),
	FIELD("owner", REFERENCE, N_("Who answers for it"), .to = &to_person, .column = "owner_id", .in_list = true),
};

const struct record_type adaptation_type = {
	.name = "adaptation",
	.collection = "adaptations",
	.parent = &subject_type,
	.on = {"project", "service"},
	.label = N_("Adaptation"),
	.label_many = N_("Adaptations"),
	.title_new = N_("New adaptation"),
	.title_edit = N_("Edit the adaptation"),
	.called = "title",
	.order = "due_on",
	.right = "adaptation.edit",
	FIELDS(adaptation_fields),
};

static const struct reference to_adaptation = {.table = "adaptation",
                                               .key = "x.n::text",
                                               .label = "x.title",
                                               .find = "(x.subject_id = p.id AND x.n::text = @)",
                                               .offered = "x.subject_id = p.id",
                                               .within = true};

static const struct field state_fields[] = {
	FIELD("adaptation", REFERENCE, N_("Adaptation"), .required = true, .to = &to_adaptation, .column = "adaptation_id",
          .in_list = true),
	FIELD("organisation", REFERENCE, N_("Organisation"), .required = true, .to = &to_organisation,
          .column = "organisation_id", .in_list = true,
          .help = N_("Who has to do it: an organisation, a unit, or a group of them.")),
	FIELD("state", CHOICE, N_("State"), .required = true, .choices = adaptation_states, .in_list = true,
          .initial = "'not_started'"),
	FIELD("since", DATE, N_("Since"), .in_list = true),
	FIELD("note", TEXT, N_("Note"), .max = 2000),
};

static const struct constraint_message state_constraints[] = {
	CONSTRAINT("adaptation_state_once", "organisation",
               N_("It is said already how far this organisation has come. Edit that.")),
	{.constraint = NULL},
};

const struct record_type adaptation_state_type = {
	.name = "adaptation_state",
	.collection = "adaptation-states",
	.parent = &subject_type,
	.on = {"project", "service"},
	.other_side = "organisation",
	.label = N_("State of an adaptation"),
	.label_many = N_("States of adaptations"),
	.title_new = N_("Say how far an organisation has come"),
	.title_edit = N_("Edit how far it has come"),
	.called = "organisation",
	.right = "adaptation.edit",
	FIELDS(state_fields),
	.constraints = state_constraints,
};
