#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

static const struct field fields[] = {
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true),
	FIELD("kind", TERM, N_("Kind"), .required = true, .term = "milestone_kind", .in_list = true),
	FIELD("planned_on", TIME, N_("Planned"), .in_list = true, .in_sheet = true),
	FIELD("forecast_on", TIME, N_("Forecast"), .in_list = true, .in_sheet = true),
	FIELD("reached_on", DATE, N_("Reached"), .in_list = true, .in_sheet = true),
	FIELD("comment", MARKDOWN, N_("Comment"), .max = 2000),
};

const struct record_type milestone_type = {
	.name = "milestone",
	.collection = "milestones",
	.parent = &project_type,
	.on_page = true,
	.label = N_("Milestone"),
	.label_many = N_("Milestones"),
	.title_new = N_("New milestone"),
	.title_edit = N_("Edit the milestone"),
	.remarked = true,
	.called = "title",
	.order = "planned_on",
	.right = "project.edit",
	FIELDS(fields),
};
