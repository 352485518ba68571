#include "base/text.h"
#include "record/field_file.h"
#include "record/field_parse.h"
#include "record/json_read.h"

#include <json-c/json.h>

void record_input_start(struct record_input *in, struct arena *a)
{
	in->typed = json_keep(a, json_object_new_object());
	in->values = json_keep(a, json_object_new_object());
	in->error_count = 0;
	in->matches = NULL;
}

void record_input_set(struct record_input *in, const struct field *field, const char *text, const struct formats *f,
                      struct arena *a)
{
	struct json_object *value;
	const char *problem = field_parse(field, text, f, a, &value);
	if (problem)
		record_error(in, field->name, problem);
	json_object_object_add(in->values, field->name, value);
}

void record_input_file(struct record_input *in, const struct field *f, const char *name, const char *base64,
                       struct arena *a)
{
	struct json_object *value = NULL;
	const char *problem = name ? field_file_parse(name, base64, f->max, a, &value) : NULL;
	if (problem)
		record_error(in, f->name, problem);
	if (name)
		json_object_object_add(in->typed, f->name, json_object_new_string(name));
	json_object_object_add(in->values, f->name, value);
}

static struct json_object *each_once(struct json_object *values)
{
	struct json_object *list = json_object_new_array();
	for (size_t i = 0; i < json_object_array_length(values); i++) {
		struct json_object *value = json_object_array_get_idx(values, i);
		bool there = false;
		for (size_t k = 0; k < json_object_array_length(list); k++)
			there |= json_object_equal(json_object_array_get_idx(list, k), value);
		if (!there)
			json_object_array_add(list, json_object_get(value));
	}
	return list;
}

void record_input_list(struct record_input *in, const struct field *f, struct json_object *typed,
                       struct json_object *values)
{
	if (f->through) {
		json_object_object_add(in->typed, f->name, json_object_get(typed));
		json_object_object_add(in->values, f->name, each_once(values));
		return;
	}
	typed = json_object_array_get_idx(typed, 0);
	if (typed)
		json_object_object_add(in->typed, f->name, json_object_get(typed));
	json_object_object_add(in->values, f->name, json_object_get(json_object_array_get_idx(values, 0)));
}

void record_error(struct record_input *in, const char *field, const char *message)
{
	if (in->error_count < RECORD_ERRORS_MAX)
		in->errors[in->error_count++] = (struct field_error){.field = field, .message = message};
}

const char *choice_label(const struct choice *choices, const char *value)
{
	for (const struct choice *c = choices; c && c->value; c++)
		if (text_equal(c->value, value))
			return _(c->label);
	return value;
}
