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

void record_read_form(const struct record_type *t, const struct form_pair *pairs, size_t n, struct arena *a,
                      struct record_input *in)
{
	record_input_start(in, a);
	for (size_t i = 0; i < t->field_count; i++) {
		const struct field *f = &t->fields[i];
		const char *text = sent(f, pairs, n, in);
		if (text)
			json_object_object_add(in->typed, f->name, json_object_new_string(text));
		record_input_set(in, f, text ? text : "", true, a);
	}
	for (size_t i = 0; i < n; i++)
		if (pairs[i].name[0] != '_' && !field_find(t, pairs[i].name))
			record_error(in, arena_strdup(a, pairs[i].name), _("Not a field of this form."));
}
