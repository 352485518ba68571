#include "base/text.h"
#include "i18n/format.h"
#include "record/field_parse.h"
#include "record/json_read.h"

#include <json-c/json.h>
#include <string.h>

/* A field of the document as people read it, "" for none. */
static const char *readable(const struct field *f, struct json_object *document, const struct formats *formats,
                            struct arena *a)
{
	struct json_object *value = NULL;
	json_object_object_get_ex(document, f->name, &value);
	if (!value)
		return "";
	const char *text = json_object_get_string(value);
	switch (f->type) {
	case FIELD_BOOLEAN:
		return json_object_get_boolean(value) ? _("Yes") : _("No");
	case FIELD_CHOICE:
		return choice_label(f->choices, text);
	case FIELD_DATE:
	case FIELD_TIME:
		return format_date(formats, a, text);
	case FIELD_INTEGER:
	case FIELD_DECIMAL:
		return format_number(formats, a, text);
	default:
		return text;
	}
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
