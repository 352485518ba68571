/* A field of a subject, or of what hangs on it, in another language than its own. */
#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

#include <json-c/json.h>
#include <string.h>

static const struct field fields[] = {
	FIELD("of", TEXT, N_("Translation of"), .required = true, .max = 60, .in_list = true,
          .help =
              N_("The type of the subject itself, such as project, or what hangs on it with its number: section/3.")),
	FIELD("field", CHOICE, N_("Which part of it"), .required = true, .choices = translated_fields, .in_list = true),
	FIELD("language", CHOICE, N_("Language"), .required = true, .choices = content_languages, .in_list = true),
	FIELD("text", MARKDOWN, N_("Translation"), .required = true, .max = 10000),
	FIELD("published_at", MOMENT, N_("Published"), .decided = true),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("translation_type_record_id_field_language_key", "language",
               N_("This is translated into that language already: edit that translation.")),
	CONSTRAINT("translation_into_another", "language", N_("It is written in that language. Choose another.")),
	CONSTRAINT("translation_field_check", "field", N_("This has no such part that can be translated. Choose another.")),
	{.constraint = NULL},
};

static const char *value(const struct record_input *in, const char *name)
{
	struct json_object *o = json_object_object_get(in->values, name);
	return o ? json_object_get_string(o) : "";
}

/* What a translation may say is what the field that it is of may say. */
static void check_field(struct record_input *in, const struct record_type *type)
{
	const char *name = value(in, "field"), *text = value(in, "text");
	const struct field *f = NULL;
	for (size_t i = 0; i < type->field_count; i++)
		if (type->fields[i].translated && !strcmp(type->fields[i].name, name))
			f = &type->fields[i];
	if (!name[0])
		return;
	if (!f) {
		record_error(in, "field", _("This has no such part that can be translated. Choose another."));
		return;
	}
	if (text_length(text) > (size_t)f->max)
		record_error(in, "text", _("This is longer than what it is a translation of may be. Shorten it."));
	else if (f->type == FIELD_TEXT && strpbrk(text, "\t\r\n"))
		record_error(in, "text", _("Write this on one line, without tabs."));
}

/* Which record of the subject it is, the database finds (styrbord.translation_of). */
static void understand(struct record_input *in)
{
	const char *of = value(in, "of"), *slash = strchr(of, '/');
	size_t length = slash ? (size_t)(slash - of) : strlen(of);
	if (!of[0])
		return;
	for (const struct record_type *const *t = record_types; *t; t++) {
		bool hangs = (*t)->parent && ((*t)->parent == &subject_type || (*t)->parent->subject);
		if (strlen((*t)->name) != length || strncmp((*t)->name, of, length) || !(slash ? hangs : (*t)->subject))
			continue;
		check_field(in, *t);
		return;
	}
	record_error(in, "of", _("There is no such record, or you may not see it."));
}

const struct record_type translation_type = {
	.name = "translation",
	.collection = "translations",
	.parent = &subject_type,
	.on_page = true,
	.label = N_("Translation"),
	.label_many = N_("Translations"),
	.title_new = N_("New translation"),
	.title_edit = N_("Edit the translation"),
	.called = "of",
	.order = "n",
	.right = "edit",
	.understand = understand,
	FIELDS(fields),
	.constraints = constraints,
};
