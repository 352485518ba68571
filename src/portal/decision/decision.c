/* What a body has decided: who, when, on what ground, about what. */
#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

static const struct reference to_meeting_here = {.table = "meeting",
                                                 .key = "x.n::text",
                                                 .label = "x.title",
                                                 .find = "(x.subject_id = p.id AND x.n::text = @)",
                                                 .offered = "x.subject_id = p.id",
                                                 .within = true};

static const struct field fields[] = {
	FIELD("title", TEXT, N_("What was decided"), .required = true, .max = 300, .in_list = true),
	FIELD("decided_on", DATE, N_("Decided on"), .required = true, .in_list = true),
	FIELD("kind", CHOICE, N_("Kind"), .required = true, .choices = decision_kinds, .initial = "'other'",
          .in_list = true),
	FIELD("about", REFERENCE, N_("About"), .to = &to_subject, .column = "about_id", .in_list = true),
	FIELD("meeting", REFERENCE, N_("In the meeting"), .to = &to_meeting_here, .column = "meeting_id",
          .help = N_("Where the meeting is kept here. A decision needs none.")),
	FIELD("text", MARKDOWN, N_("Text"), .max = 10000),
	FIELD("ground", MARKDOWN, N_("On what ground"), .max = 2000),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("decision_decided_on_has_been", "decided_on",
               N_("That day is still to come. Write when it was decided.")),
	{.constraint = NULL},
};

const struct record_type decision_type = {
	.name = "decision",
	.collection = "decisions",
	.parent = &subject_type,
	.on = {"body"},
	.on_page = true,
	.label = N_("Decision"),
	.label_many = N_("Decisions"),
	.title_new = N_("New decision"),
	.title_edit = N_("Edit the decision"),
	.called = "title",
	.order = "-decided_on",
	.right = "decision.edit",
	FIELDS(fields),
	.constraints = constraints,
};
