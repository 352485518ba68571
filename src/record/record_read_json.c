#include "base/text.h"
#include "record/field_parse.h"
#include "record/json_read.h"

#include <json-c/json.h>
#include <string.h>

/* NULL, or what the field wants instead of a value of this JSON type. */
static const char *wrong_type(const struct field *f, struct json_object *value)
{
	enum json_type type = json_object_get_type(value);
	bool number = type == json_type_int || type == json_type_double;
	if (type == json_type_null)
		return NULL;
	switch (f->type) {
	case FIELD_INTEGER:
		return number ? NULL : _("Send this as a whole JSON number.");
	case FIELD_DECIMAL:
		return number ? NULL : _("Send this as a JSON number.");
	case FIELD_BOOLEAN:
		return type == json_type_boolean ? NULL : _("Send this as true or false.");
	default:
		return type == json_type_string ? NULL : _("Send this as a JSON string.");
	}
}

/* The value's text; of a number its literal. NULL and *problem when it is none for this field. */
static const char *text_of(const struct field *f, struct json_object *value, const char **problem)
{
	const char *text = value ? json_object_get_string(value) : "";
	size_t n = json_object_is_type(value, json_type_string) ? (size_t)json_object_get_string_len(value) : strlen(text);
	*problem = wrong_type(f, value);
	if (!*problem && !text_is_utf8(text, n))
		*problem = _("This contains characters that are not valid text. Remove them.");
	return *problem ? NULL : text;
}

/* A list of keys. */
static void read_many(const struct field *f, struct json_object *value, struct arena *a, struct record_input *in)
{
	struct json_object *all = json_keep(a, json_object_new_array());
	size_t n = json_object_is_type(value, json_type_array) ? json_object_array_length(value) : 0;
	if (value && !json_object_is_type(value, json_type_array))
		record_error(in, f->name, _("Send this as a JSON array of strings."));
	for (size_t i = 0; i < n; i++) {
		struct json_object *parsed = NULL;
		const char *problem, *text = text_of(f, json_object_array_get_idx(value, i), &problem);
		if (text)
			problem = field_parse(f, text, NULL, a, &parsed);
		if (problem)
			record_error(in, f->name, problem);
		if (parsed)
			json_object_array_add(all, parsed);
	}
	if (f->required && !n)
		record_error(in, f->name, _("This must be filled in."));
	record_input_list(in, f, all, all);
}

/* {"name", "content"}; as it was read, {"name", "kind", "size"}, it is the one that is there. */
static void read_file(const struct field *f, struct json_object *value, struct arena *a, struct record_input *in)
{
	struct json_object *name = NULL, *content = NULL;
	json_object_object_get_ex(value, "name", &name);
	bool sent = json_object_object_get_ex(value, "content", &content),
		 good = json_object_is_type(name, json_type_string);
	json_object_object_add(in->values, f->name, NULL);
	if (value && (!good || (sent && !json_object_is_type(content, json_type_string))))
		record_error(in, f->name, _("Send this as an object with a name, and a content in Base64."));
	else if (sent)
		record_input_file(in, f, json_object_get_string(name), json_object_get_string(content), a);
}

static void read_field(const struct field *f, struct json_object *value, struct arena *a, struct record_input *in)
{
	const char *problem, *text = text_of(f, value, &problem);
	if (!text) {
		record_error(in, f->name, problem);
		json_object_object_add(in->values, f->name, NULL);
		return;
	}
	json_object_object_add(in->typed, f->name, json_object_new_string(text));
	record_input_set(in, f, text, NULL, a);
}

void record_read_json(const struct record_type *t, struct json_object *body, bool partial, struct arena *a,
                      struct record_input *in)
{
	record_input_start(in, a);
	if (!json_object_is_type(body, json_type_object)) {
		record_error(in, "", _("Send a JSON object with the fields of the record."));
		return;
	}
	for (size_t i = 0; i < t->field_count; i++) {
		struct json_object *value = NULL;
		bool present = json_object_object_get_ex(body, t->fields[i].name, &value);
		if (t->fields[i].decided || (!present && partial))
			continue;
		if (t->fields[i].through)
			read_many(&t->fields[i], value, a, in);
		else if (t->fields[i].type == FIELD_FILE)
			read_file(&t->fields[i], value, a, in);
		else
			read_field(&t->fields[i], value, a, in);
	}
	json_object_object_foreach(body, name, ignored)
	{
		(void)ignored;
		const struct field *f = field_find(t, name);
		if (f ? f->decided : strcmp(name, "version") != 0)
			record_error(in, arena_strdup(a, name),
			             f ? _("The portal decides this itself. Leave it out, or send it as it was read.")
			               : _("Not a field of this record."));
	}
}
