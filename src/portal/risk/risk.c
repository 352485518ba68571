#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

static const struct field fields[] = {
	FIELD("kind", CHOICE, N_("Kind"), .required = true, .choices = risk_kinds, .initial = "'risk'", .in_list = true),
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true),
	FIELD("cause", MARKDOWN, N_("Cause"), .max = 2000),
	FIELD("event", MARKDOWN, N_("Event"), .max = 2000),
	FIELD("effect", MARKDOWN, N_("Effect"), .max = 2000),
	FIELD("probability", INTEGER, N_("Probability"), .squared = "consequence",
          .square = N_("Probability and consequence"), .min = 1, .max = 5, .in_list = true, .in_sheet = true,
          .help = N_("1 is unlikely, 5 almost certain.")),
	FIELD("consequence", INTEGER, N_("Consequence"), .min = 1, .max = 5, .in_list = true, .in_sheet = true,
          .help = N_("1 is slight, 5 critical.")),
	FIELD("mitigation", MARKDOWN, N_("Mitigation"), .max = 10000),
	FIELD("residual_probability", INTEGER, N_("Probability after mitigation"), .squared = "residual_consequence",
          .square = N_("Probability and consequence after mitigation"), .min = 1, .max = 5),
	FIELD("residual_consequence", INTEGER, N_("Consequence after mitigation"), .min = 1, .max = 5),
	FIELD("owner", REFERENCE, N_("Risk owner"), .to = &to_person, .column = "owner_id", .in_list = true),
	FIELD("state", CHOICE, N_("State"), .required = true, .choices = risk_states, .initial = "'open'", .in_list = true,
          .in_sheet = true),
	FIELD("realised_on", DATE, N_("Occurred on"), .in_list = true),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("risk_is_weighed", "probability", N_("Give probability and consequence, or neither."),
               .rule = RULE_TOGETHER, .first = "probability", .second = "consequence"),
	CONSTRAINT("risk_realised_on_has_been", "realised_on", N_("That day is still to come. Write when it happened.")),
	CONSTRAINT("risk_is_realised", "state",
               N_("What has occurred on a day has occurred: choose that state, or leave the day out.")),
	CONSTRAINT("risk_residual_is_whole", "residual_probability", N_("Give both figures after mitigation, or neither."),
               .rule = RULE_TOGETHER, .first = "residual_probability", .second = "residual_consequence"),
	{.constraint = NULL},
};

const struct record_type risk_type = {
	.name = "risk",
	.collection = "risks",
	.parent = &subject_type,
	.on = {"project", "service"},
	.on_page = true,
	.label = N_("Risk"),
	.label_many = N_("Risks"),
	.title_new = N_("New risk"),
	.title_edit = N_("Edit the risk"),
	.called = "title",
	.order = "-probability",
	.right = "edit",
	FIELDS(fields),
	.constraints = constraints,
};
