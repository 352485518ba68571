#include "portal/deliverable/deliverable.h"

#include "base/text.h"
#include "statements.h"

static const struct field fields[] = {
	{.name = "code", .type = FIELD_CODE, .label = N_("Code"), .required = true, .max = 40},
	{.name = "title", .type = FIELD_TEXT, .label = N_("Title"), .required = true, .max = 200},
	{.name = "description", .type = FIELD_MARKDOWN, .label = N_("Description"), .max = 10000},
	{.name = "step",
     .type = FIELD_TEXT,
     .label = N_("Step"),
     .help = N_("The part of the plan it belongs to, as “step 2”."),
     .max = 100},
	{.name = "planned_on", .type = FIELD_DATE, .label = N_("Planned"), .required = true},
	{.name = "forecast_on",
     .type = FIELD_DATE,
     .label = N_("Forecast"),
     .help = N_("When it is now expected, if not as planned.")},
	{.name = "finished", .type = FIELD_BOOLEAN, .label = N_("Finished and delivered")},
	{.name = "delivered_on", .type = FIELD_DATE, .label = N_("Delivered")},
	{.name = "acceptance_criteria", .type = FIELD_MARKDOWN, .label = N_("Acceptance criteria"), .max = 10000},
};

const struct record_type deliverable_type = {"deliverable", N_("Deliverable"), fields, sizeof fields / sizeof *fields};

static const struct constraint_message constraints[] = {
	{"deliverable_project_id_code_key", "code", N_("The project has a deliverable with this code already."), RULE_NONE,
     NULL, NULL},
	{"deliverable_delivered_is_finished", "delivered_on",
     N_("What has a day of delivery is finished: mark it so, or leave the day out."), RULE_NEEDS, "delivered_on",
     "finished"},
	{NULL, NULL, NULL, RULE_NONE, NULL, NULL},
};

const struct record_pages deliverable_pages = {
	.type = &deliverable_type,
	.collection = "deliverables",
	.title_new = N_("New deliverable"),
	.title_edit = N_("Edit the deliverable"),
	.select = &sql_deliverable_record,
	.insert = &sql_deliverable_insert,
	.update = &sql_deliverable_update,
	.remove = &sql_deliverable_remove,
	.constraints = constraints,
};
