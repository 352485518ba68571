#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

static const struct field fields[] = {
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true),
	FIELD("description", MARKDOWN, N_("Description"), .max = 10000),
	FIELD("track", CHOICE, N_("Worked out"), .required = true, .choices = content_tracks, .in_list = true),
	FIELD("joint_from", TIME, N_("Jointly from"), .in_list = true),
	FIELD("position", INTEGER, N_("Place among its like"), .max = 1000, .initial = "0"),
};

const struct record_type content_area_type = {.name = "content_area",
                                              .collection = "content-areas",
                                              .parent = &project_type,
                                              .label = N_("Content area"),
                                              .label_many = N_("Content areas"),
                                              .title_new = N_("New content area"),
                                              .title_edit = N_("Edit the content area"),
                                              .called = "title",
                                              .order = "position",
                                              .right = "project.edit",
                                              FIELDS(fields)};
