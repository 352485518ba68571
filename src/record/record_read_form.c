#include "base/text.h"
#include "record/field_parse.h"

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

/* All of a name, for a field that takes several. */
static void read_many(const struct field *field, const struct form_pair *pairs, size_t n, const struct formats *f,
                      struct arena *a, struct record_input *in)
{
	struct json_object *typed = json_object_new_array();
	const char **texts = arena_alloc(a, (n + 1) * sizeof *texts);
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		if (strcmp(pairs[i].name, field->name) == 0) {
			json_object_array_add(typed, json_object_new_string(pairs[i].value));
			texts[count++] = pairs[i].value;
		}
	json_object_object_add(in->typed, field->name, typed);
	record_input_set_many(in, field, texts, count, f, a);
}

void record_read_form(const struct record_type *t, const struct form_pair *pairs, size_t n, const struct formats *f,
                      struct arena *a, struct record_input *in)
{
	record_input_start(in, a);
	for (size_t i = 0; i < t->field_count; i++) {
		const struct field *field = &t->fields[i];
		if (field->through) {
			read_many(field, pairs, n, f, a, in);
			continue;
		}
		const char *text = sent(field, pairs, n, in);
		if (text)
			json_object_object_add(in->typed, field->name, json_object_new_string(text));
		record_input_set(in, field, text ? text : "", f, a);
	}
	for (size_t i = 0; i < n; i++)
		if (pairs[i].name[0] != '_' && !field_find(t, pairs[i].name))
			record_error(in, arena_strdup(a, pairs[i].name), _("Not a field of this form."));
}
