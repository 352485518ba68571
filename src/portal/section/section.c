#include "portal/section/section.h"

#include "base/text.h"
#include "record/vocabulary.h"
#include "statements.h"

static const struct field fields[] = {
	{.name = "kind", .type = FIELD_CHOICE, .label = N_("Kind"), .required = true, .choices = section_kinds},
	{.name = "heading", .type = FIELD_TEXT, .label = N_("Heading"), .required = true, .max = 200},
	{.name = "body", .type = FIELD_MARKDOWN, .label = N_("Text"), .required = true, .max = 10000},
	{.name = "position",
     .type = FIELD_INTEGER,
     .label = N_("Place among the sections"),
     .help = N_("Sections stand in the order of this number."),
     .min = 0,
     .max = 1000},
	{.name = "language",
     .type = FIELD_CHOICE,
     .label = N_("Language of the texts"),
     .required = true,
     .choices = content_languages},
};

const struct record_type section_type = {"section", N_("Section"), fields, sizeof fields / sizeof *fields};

const struct record_pages section_pages = {
	.type = &section_type,
	.collection = "sections",
	.title_new = N_("New section"),
	.title_edit = N_("Edit the section"),
	.select = &sql_section_record,
	.insert = &sql_section_insert,
	.update = &sql_section_update,
	.remove = &sql_section_remove,
	.suggest = &sql_section_suggest,
};
