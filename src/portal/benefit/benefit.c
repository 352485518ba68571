#include "base/text.h"
#include "portal/record_types.h"

static const struct link_table indicators = {"benefit_indicator", "benefit_id", "indicator_id"};

static const struct field fields[] = {
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true),
	FIELD("description", MARKDOWN, N_("Description"), .max = 10000),
	FIELD("owner", REFERENCE, N_("Benefit owner"), .to = &to_person, .column = "owner_id", .in_list = true),
	FIELD("expected_on", TIME, N_("Expected"), .in_list = true),
	FIELD("indicators", REFERENCE, N_("Seen by the indicators"), .to = &to_indicator, .through = &indicators),
};

const struct record_type benefit_type = {
	.name = "benefit",
	.collection = "benefits",
	.parent = &subject_type,
	.on = {"project", "service"},
	.label = N_("Benefit"),
	.label_many = N_("Benefits"),
	.title_new = N_("New benefit"),
	.title_edit = N_("Edit the benefit"),
	.called = "title",
	.order = "expected_on",
	.right = "edit",
	FIELDS(fields),
};
