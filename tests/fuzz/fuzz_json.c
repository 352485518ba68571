/* What json_read() takes can be written and read again with the same result, holds UTF-8 only,
 * and no text breaks it. */
#include "base/text.h"
#include "record/json_read.h"

#include <json-c/json.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check(struct json_object *o)
{
	if (json_object_is_type(o, json_type_string)) {
		if (!text_is_utf8(json_object_get_string(o), (size_t)json_object_get_string_len(o)))
			abort();
	} else if (json_object_is_type(o, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(o); i++)
			check(json_object_array_get_idx(o, i));
	} else if (json_object_is_type(o, json_type_object)) {
		json_object_object_foreach(o, key, member)
		{
			if (!text_is_utf8(key, strlen(key)))
				abort();
			check(member);
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct json_object *first = NULL, *second = NULL;
	struct error e = {0};
	if (json_read((const char *)data, n, a, &first, &e) == 0) {
		check(first);
		const char *text = first ? json_object_to_json_string(first) : "null";
		if (json_read(text, strlen(text), a, &second, &e) || !json_object_equal(first, second))
			abort();
	} else if (e.status != 400 || !e.message[0] || e.detail[0]) {
		abort(); /* a detail means that json-c refused what our own check took */
	}
	arena_free(a);
	return 0;
}
