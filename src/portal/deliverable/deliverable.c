#include "base/text.h"
#include "portal/record_types.h"

static const struct link_table partners = {"made_with", "deliverable_id", "organisation_id"};

static const struct field fields[] = {
	FIELD("code", CODE, N_("Code"), .required = true, .max = 40, .in_list = true),
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true),
	FIELD("description", MARKDOWN, N_("Description"), .max = 10000),
	FIELD("step", TEXT, N_("Step"), .max = 100, .help = N_("The part of the plan it belongs to, as “step 2”.")),
	FIELD("planned_on", TIME, N_("Planned"), .in_list = true, .in_sheet = true),
	FIELD("forecast_on", TIME, N_("Forecast"), .in_list = true, .in_sheet = true,
          .help = N_("When it is now expected, if not as planned.")),
	FIELD("finished", BOOLEAN, N_("Finished and delivered"), .in_list = true, .in_sheet = true),
	FIELD("delivered_on", DATE, N_("Delivered"), .in_list = true, .in_sheet = true),
	FIELD("partners", REFERENCE, N_("Done together with"), .to = &to_organisation, .through = &partners),
	FIELD("acceptance_criteria", MARKDOWN, N_("Acceptance criteria"), .max = 10000),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("deliverable_project_id_code_key", "code", N_("The project has a deliverable with this code already.")),
	CONSTRAINT("deliverable_delivered_is_finished", "delivered_on",
               N_("What has a day of delivery is finished: mark it so, or leave the day out."), .rule = RULE_NEEDS,
               .first = "delivered_on", .second = "finished"),
	{.constraint = NULL},
};

const struct record_type deliverable_type = {
	.name = "deliverable",
	.collection = "deliverables",
	.parent = &project_type,
	.on_page = true,
	.label = N_("Deliverable"),
	.label_many = N_("Deliverables"),
	.title_new = N_("New deliverable"),
	.title_edit = N_("Edit the deliverable"),
	.remarked = true,
	.called = "title",
	.order = "planned_on",
	.right = "project.edit",
	FIELDS(fields),
	.constraints = constraints,
};
