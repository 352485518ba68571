#include "portal/milestone/milestone.h"

#include "base/text.h"
#include "record/vocabulary.h"
#include "statements.h"

static const struct field fields[] = {
	{.name = "title", .type = FIELD_TEXT, .label = N_("Title"), .required = true, .max = 200},
	{.name = "kind", .type = FIELD_CHOICE, .label = N_("Kind"), .required = true, .choices = milestone_kinds},
	{.name = "planned_on", .type = FIELD_DATE, .label = N_("Planned"), .required = true},
	{.name = "forecast_on", .type = FIELD_DATE, .label = N_("Forecast")},
	{.name = "reached_on", .type = FIELD_DATE, .label = N_("Reached")},
	{.name = "comment", .type = FIELD_MARKDOWN, .label = N_("Comment"), .max = 2000},
};

const struct record_type milestone_type = {"milestone", N_("Milestone"), fields, sizeof fields / sizeof *fields};

const struct record_pages milestone_pages = {
	.type = &milestone_type,
	.collection = "milestones",
	.title_new = N_("New milestone"),
	.title_edit = N_("Edit the milestone"),
	.select = &sql_milestone_record,
	.insert = &sql_milestone_insert,
	.update = &sql_milestone_update,
	.remove = &sql_milestone_remove,
};
