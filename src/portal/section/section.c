#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

/* A new section is in its subject's language and comes last. */
static const struct field fields[] = {
	FIELD("kind", TERM, N_("Kind"), .required = true, .term = "section_kind", .in_list = true),
	FIELD("heading", TEXT, N_("Heading"), .required = true, .max = 200, .in_list = true, .translated = true),
	FIELD("body", MARKDOWN, N_("Text"), .required = true, .max = 10000, .translated = true),
	FIELD("position", INTEGER, N_("Place among the sections"), .min = 0, .max = 1000, .in_list = true,
          .initial = "(SELECT least(coalesce(max(s.position), 0) + 10, 1000) FROM section s WHERE s.subject_id = p.id)",
          .help = N_("Sections stand in the order of this number.")),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages,
          .initial = "p.language", .in_list = true),
};

const struct record_type section_type = {
	.name = "section",
	.collection = "sections",
	.parent = &subject_type,
	.on_page = true,
	.label = N_("Section"),
	.label_many = N_("Texts"),
	.title_new = N_("New section"),
	.title_edit = N_("Edit the section"),
	.called = "heading",
	.order = "position",
	.right = "edit",
	FIELDS(fields),
};
