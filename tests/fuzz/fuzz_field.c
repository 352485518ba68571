/* Whatever somebody types is understood or refused with a sentence, and what was understood is kept as it is when it
 * comes again: sent back by a program, or read from the form that shows it. The first byte chooses the language, the
 * second the type of field; the rest is the text. */
#include "base/clock.h"
#include "base/text.h"
#include "i18n/read.h"
#include "record/field_parse.h"

#include <json-c/json.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const struct field fields[] = {
	{.name = "f", .type = FIELD_TEXT, .required = true},
	{.name = "f", .type = FIELD_MARKDOWN},
	{.name = "f", .type = FIELD_CODE},
	{.name = "f", .type = FIELD_INTEGER},
	{.name = "f", .type = FIELD_DECIMAL},
	{.name = "f", .type = FIELD_DATE},
	{.name = "f", .type = FIELD_TIME},
	{.name = "f", .type = FIELD_BOOLEAN},
};

/* The text of a value, as a program sends it and as the form shows it. */
static void must_stay(const struct field *f, const char *text, const struct formats *formats, struct arena *a,
                      struct json_object *value)
{
	struct json_object *again = NULL;
	if (field_parse(f, text, formats, a, &again) || !json_object_equal(value, again))
		abort();
	json_object_put(again);
}

static void check_value(const struct field *f, const struct formats *formats, struct arena *a,
                        struct json_object *value)
{
	const char *text = json_object_get_string(value);
	struct date last;
	bool time = f->type == FIELD_DATE || f->type == FIELD_TIME;
	bool number = f->type == FIELD_INTEGER || f->type == FIELD_DECIMAL;
	if (!text_is_utf8(text, strlen(text)) || (time && !time_last_day(text, &last)))
		abort();
	must_stay(f, text, NULL, a, value);
	if (time) {
		must_stay(f, format_date(formats, a, text), formats, a, value);
		must_stay(f, format_date_typed(formats, a, text), formats, a, value);
	}
	must_stay(f, number ? format_number(formats, a, text) : text, formats, a, value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	if (n < 2 || !text_is_utf8((const char *)data + 2, n - 2))
		return 0;
	struct arena *a = arena_new();
	const struct formats *formats = formats_of(&languages[data[0] % language_count]);
	const struct field *f = &fields[data[1] % (sizeof fields / sizeof *fields)];
	struct json_object *value = NULL;
	const char *problem = field_parse(f, arena_strndup(a, (const char *)data + 2, n - 2), formats, a, &value);
	if (problem ? !problem[0] || value || !text_is_utf8(problem, strlen(problem)) : f->required && !value)
		abort();
	if (value)
		check_value(f, formats, a, value);
	json_object_put(value);
	arena_free(a);
	return 0;
}
