#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

static const struct field fields[] = {
	FIELD("kind", CHOICE, N_("Kind"), .required = true, .choices = lesson_kinds, .in_list = true),
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true),
	FIELD("text", MARKDOWN, N_("Text"), .max = 10000),
	FIELD("source", TEXT, N_("Source"), .max = 300, .in_list = true,
          .help = N_("Who has said it, or where it is from.")),
	FIELD("addressee", REFERENCE, N_("Addressed to"), .to = &to_subject, .column = "addressee_id", .in_list = true),
	FIELD("owner", REFERENCE, N_("Who answers for it"), .to = &to_person, .column = "owner_id", .in_list = true),
	FIELD("state", CHOICE, N_("State"), .choices = lesson_states, .in_list = true),
	FIELD("due_on", TIME, N_("Needed by"), .in_list = true),
};

const struct record_type lesson_type = {.name = "lesson",
                                        .collection = "lessons",
                                        .parent = &subject_type,
                                        .label = N_("Lesson or recommendation"),
                                        .label_many = N_("Lessons and recommendations"),
                                        .title_new = N_("New lesson or recommendation"),
                                        .title_edit = N_("Edit the lesson or recommendation"),
                                        .called = "title",
                                        .order = "due_on",
                                        .right = "edit",
                                        FIELDS(fields)};
