#include "base/text.h"
#include "i18n/format.h"
#include "record/field_parse.h"
#include "record/json_read.h"
#include "record/terms.h"

#include <json-c/json.h>
#include <string.h>

/* "HSO-4, HSO-5" */
static const char *joined(struct json_object *list, struct arena *a)
{
	const char *text = "";
	for (size_t i = 0; i < json_object_array_length(list); i++)
		text =
			arena_printf(a, "%s%s%s", text, i ? ", " : "", json_object_get_string(json_object_array_get_idx(list, i)));
	return text;
}

static const char *term_or_text(const struct field *f, const char *text)
{
	const char *label = term_label(f->term, text, "");
	return label ? label : text;
}

const char *field_shown(const struct field *f, const char *text, const struct formats *formats, struct arena *a)
{
	switch (f->type) {
	case FIELD_BOOLEAN:
		return text_equal(text, "true") ? _("Yes") : _("No");
	case FIELD_CHOICE:
		return choice_label(f->choices, text);
	case FIELD_TERM:
		return term_or_text(f, text);
	case FIELD_DATE:
	case FIELD_TIME:
		return format_date(formats, a, text);
	case FIELD_MOMENT:
		return format_datetime(formats, a, text);
	case FIELD_INTEGER:
	case FIELD_DECIMAL:
		return format_number(formats, a, text);
	default:
		return text;
	}
}

/* A field of the document as people read it, "" for none. */
static const char *readable(const struct field *f, struct json_object *document, const struct formats *formats,
                            struct arena *a)
{
	struct json_object *value = NULL;
	json_object_object_get_ex(document, f->name, &value);
	if (!value)
		return "";
	if (json_object_is_type(value, json_type_array))
		return joined(value, a);
	if (f->type == FIELD_FILE && json_object_is_type(value, json_type_object))
		value = json_object_object_get(value, "name");
	return field_shown(f, json_object_get_string(value), formats, a);
}

struct json_object *record_difference(const struct record_type *t, struct json_object *before,
                                      struct json_object *after, const struct formats *f, struct arena *a)
{
	struct json_object *list = json_keep(a, json_object_new_array());
	for (size_t i = 0; i < t->field_count; i++) {
		const struct field *field = &t->fields[i];
		const char *was = readable(field, before, f, a), *is = readable(field, after, f, a);
		if (strcmp(was, is) == 0)
			continue;
		struct json_object *o = json_object_new_object();
		json_object_object_add(o, "name", json_object_new_string(field->name));
		json_object_object_add(o, "label", json_object_new_string(_(field->label)));
		json_object_object_add(o, "before", json_object_new_string(was));
		json_object_object_add(o, "after", json_object_new_string(is));
		json_object_array_add(list, o);
	}
	return list;
}
