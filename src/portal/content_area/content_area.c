#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

static const struct link_table projects = {"content_area_project", "content_area_id", "other_id"};

static const struct field fields[] = {
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true),
	FIELD("description", MARKDOWN, N_("Description"), .max = 10000),
	FIELD("track", CHOICE, N_("Worked out"), .required = true, .choices = content_tracks, .in_list = true),
	FIELD("joint_from", TIME, N_("Jointly from"), .in_list = true),
	FIELD("projects", REFERENCE, N_("Shared with the projects"), .to = &to_project, .through = &projects),
	FIELD("position", INTEGER, N_("Place among its like"), .max = 1000, .initial = "0"),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("content_area_is_shared_with_another", "projects", N_("This is the project's own. Choose others.")),
	{.constraint = NULL},
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
                                              FIELDS(fields),
                                              .constraints = constraints};
