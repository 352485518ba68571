#include "base/text.h"
#include "record/field_parse.h"
#include "record/json_read.h"

#include <json-c/json.h>

void record_input_start(struct record_input *in, struct arena *a)
{
	in->typed = json_keep(a, json_object_new_object());
	in->values = json_keep(a, json_object_new_object());
	in->error_count = 0;
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

static bool holds(struct json_object *list, struct json_object *value)
{
	for (size_t i = 0; i < json_object_array_length(list); i++)
		if (json_object_equal(json_object_array_get_idx(list, i), value))
			return true;
	return false;
}

void record_input_set_many(struct record_input *in, const struct field *field, const char *const *texts, size_t n,
                           const struct formats *f, struct arena *a)
{
	struct json_object *list = json_object_new_array(), *value;
	struct field one = *field;
	bool wrong = false;
	one.required = false;
	for (size_t i = 0; i < n; i++) {
		const char *problem = field_parse(&one, texts[i], f, a, &value);
		wrong = wrong || problem;
		if (problem)
			record_error(in, field->name, problem);
		else if (value && !holds(list, value))
			json_object_array_add(list, json_object_get(value));
		json_object_put(value);
	}
	if (field->required && !json_object_array_length(list) && !wrong)
		record_error(in, field->name, _("This must be filled in."));
	json_object_object_add(in->values, field->name, list);
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
