#include "base/text.h"
#include "http/params.h"
#include "record/field_parse.h"
#include "record/json_read.h"

#include <json-c/json.h>
#include <string.h>

/* The text sent for a field, NULL if none. One sent twice is an error: which of them was meant is anybody's guess. */
static const char *sent(const struct field *f, const struct form_pair *pairs, size_t n, struct record_input *in)
{
	const char *text = NULL;
	for (size_t i = 0; i < n; i++) {
		if (strcmp(pairs[i].name, f->name) != 0)
			continue;
		if (text) {
			record_error(in, f->name, _("This was sent twice. Send it once."));
			break;
		}
		text = pairs[i].value;
	}
	return text;
}

/* Of the square of a matrix the part that is this field's: of "4x3" "4" or "3". What is no square is as it was sent. */
static const char *part_of_square(const char *text, bool second, struct arena *a)
{
	const char *x = text ? strchr(text, 'x') : NULL;
	if (!x)
		return second ? NULL : text;
	return second ? x + 1 : arena_strndup(a, text, (size_t)(x - text));
}

static const char *placed(const struct record_type *t, const struct field *f, const struct form_pair *pairs, size_t n,
                          struct arena *a, struct record_input *in)
{
	const char *text = sent(f, pairs, n, in), *part = NULL;
	if (f->squared)
		return part_of_square(text, false, a);
	for (size_t i = 0; i < t->field_count; i++)
		if (text_equal(t->fields[i].squared, f->name))
			part = part_of_square(params_get(pairs, n, t->fields[i].name), true, a);
	return part ? part : text;
}

/* What was sent for a reference: of a list to choose from and a place to write in one is used. Of many, all. */
static void read_reference(const struct field *field, const struct form_pair *pairs, size_t n, const struct formats *f,
                           struct arena *a, struct record_input *in)
{
	struct json_object *all = json_keep(a, json_object_new_array()), *typed = json_keep(a, json_object_new_array());
	struct field one = *field;
	one.required = false;
	for (size_t i = 0; i < n; i++) {
		struct json_object *value = NULL;
		if (strcmp(pairs[i].name, field->name) != 0)
			continue;
		const char *problem = field_parse(&one, pairs[i].value, f, a, &value);
		if (problem)
			record_error(in, field->name, problem);
		if (problem || value)
			json_object_array_add(typed, json_object_new_string(pairs[i].value));
		if (value)
			json_object_array_add(all, value);
	}
	size_t sent = json_object_array_length(typed);
	if (field->required && !sent)
		record_error(in, field->name, _("This must be filled in."));
	if (!field->through && sent > 1)
		record_error(in, field->name, _("This was sent twice. Send it once."));
	record_input_list(in, field, typed, all);
}

/* Of a form that could hold no file, what was sent for one is text, and none. */
static void read_file(const struct field *f, const struct form_pair *pairs, size_t n, struct arena *a,
                      struct record_input *in)
{
	const struct form_pair *file = NULL;
	for (size_t i = 0; i < n; i++) {
		if (strcmp(pairs[i].name, f->name) || !pairs[i].file)
			continue;
		if (file)
			record_error(in, f->name, _("This was sent twice. Send it once."));
		file = &pairs[i];
	}
	record_input_file(in, f, file ? file->file : NULL, file ? file->value : "", a);
}

void record_read_form(const struct record_type *t, const struct form_pair *pairs, size_t n, const struct formats *f,
                      struct arena *a, struct record_input *in)
{
	record_input_start(in, a);
	for (size_t i = 0; i < t->field_count; i++) {
		const struct field *field = &t->fields[i];
		if (field->decided)
			continue;
		if (field->type == FIELD_REFERENCE) {
			read_reference(field, pairs, n, f, a, in);
			continue;
		}
		if (field->type == FIELD_FILE) {
			read_file(field, pairs, n, a, in);
			continue;
		}
		const char *text = placed(t, field, pairs, n, a, in);
		if (text)
			json_object_object_add(in->typed, field->name, json_object_new_string(text));
		record_input_set(in, field, text ? text : "", f, a);
	}
	for (size_t i = 0; i < n; i++)
		if (pairs[i].name[0] != '_' &&
		    (!field_sent(t, pairs[i].name) || (pairs[i].file && field_find(t, pairs[i].name)->type != FIELD_FILE)))
			record_error(in, arena_strdup(a, pairs[i].name), _("Not a field of this form."));
}
