/* What is measured, and what the measurements say. */
#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

static const struct field fields[] = {
	FIELD("title", TEXT, N_("What is measured"), .required = true, .max = 200, .in_list = true),
	FIELD("unit", TEXT, N_("Counted in"), .max = 40, .in_list = true),
	FIELD("source", TEXT, N_("Source"), .max = 300, .in_list = true,
          .help = N_("Who has said it, or where it is from.")),
	FIELD("goal", REFERENCE, N_("For the goal"), .to = &to_own_goal, .column = "goal_id",
          .help = N_("Of a strategy: which goal it shows the success of.")),
	FIELD("direction", CHOICE, N_("Better is"), .choices = indicator_directions, .in_list = true),
	FIELD("target", DECIMAL, N_("Goal"), .in_list = true),
};

const struct record_type indicator_type = {
	.name = "indicator",
	.collection = "indicators",
	.parent = &subject_type,
	.on = {"project", "service", "organisation", "strategy"},
	.label = N_("Indicator"),
	.label_many = N_("Indicators"),
	.title_new = N_("New indicator"),
	.title_edit = N_("Edit the indicator"),
	.called = "title",
	.right = "edit",
	FIELDS(fields),
};

static const struct field measurement_fields[] = {
	FIELD("indicator", REFERENCE, N_("Indicator"), .required = true, .to = &to_indicator, .column = "indicator_id",
          .in_list = true),
	FIELD("value", DECIMAL, N_("Value"), .required = true, .in_list = true),
	FIELD("organisation", REFERENCE, N_("Organisation"), .to = &to_organisation, .column = "organisation_id",
          .in_list = true, .help = N_("The unit whose figure it is; empty: of the whole.")),
	FIELD("period_from", DATE, N_("From"), .in_list = true),
	FIELD("period_to", DATE, N_("Until, or on the day"), .required = true, .in_list = true),
	FIELD("source", TEXT, N_("Source"), .max = 300, .in_list = true),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("measurement_once", "period_to", N_("This is measured for that day already. Edit that measurement.")),
	CONSTRAINT("measurement_ends_after_start", "period_to", N_("The end lies before the start."),
               .rule = RULE_NOT_BEFORE, .first = "period_from", .second = "period_to"),
	{.constraint = NULL},
};

const struct record_type measurement_type = {
	.name = "measurement",
	.collection = "measurements",
	.parent = &subject_type,
	.on = {"project", "service", "organisation", "strategy"},
	.label = N_("Measurement"),
	.label_many = N_("Measurements"),
	.title_new = N_("New measurement"),
	.title_edit = N_("Edit the measurement"),
	.called = "indicator",
	.order = "-period_to",
	.right = "edit",
	FIELDS(measurement_fields),
	.constraints = constraints,
};
