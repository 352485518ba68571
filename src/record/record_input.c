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

void record_input_set(struct record_input *in, const struct field *f, const char *text, bool typed_by_hand,
                      struct arena *a)
{
	struct json_object *value;
	const char *problem = field_parse(f, text, typed_by_hand, a, &value);
	if (problem)
		record_error(in, f->name, problem);
	json_object_object_add(in->values, f->name, value);
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
