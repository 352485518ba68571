/* The record engine on a record type that has every type of field. */
#include "base/text.h"
#include "i18n/format.h"
#include "record/json_read.h"
#include "record/record.h"
#include "record/vocabulary.h"

#include <json-c/json.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct reference person = {.table = "person", .key = "x.account", .label = "x.name"};

static const struct field fields[] = {
	{.name = "code", .type = FIELD_CODE, .label = "Code", .required = true, .max = 8},
	{.name = "title", .type = FIELD_TEXT, .label = "Title", .help = "What it is called", .required = true, .max = 10},
	{.name = "summary", .type = FIELD_MARKDOWN, .label = "Summary", .max = 20},
	{.name = "weeks", .type = FIELD_INTEGER, .label = "Weeks", .min = 0, .max = 52},
	{.name = "count", .type = FIELD_INTEGER, .label = "Count"},
	{.name = "cost", .type = FIELD_DECIMAL, .label = "Cost", .min = -100, .max = 1000000},
	{.name = "due", .type = FIELD_DATE, .label = "Due"},
	{.name = "ready", .type = FIELD_TIME, .label = "Ready"},
	{.name = "open", .type = FIELD_BOOLEAN, .label = "Open"},
	{.name = "light", .type = FIELD_CHOICE, .label = "Light", .choices = lights},
	{.name = "owner", .type = FIELD_REFERENCE, .label = "Owner", .column = "owner_id", .to = &person},
};
static const struct record_type type = {.name = "thing", .label = "Thing", FIELDS(fields)};

static const char *plain(struct json_object *o)
{
	return json_object_to_json_string_ext(o, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);
}

static struct json_object *get(struct json_object *o, const char *key)
{
	struct json_object *value = NULL;
	if (!json_object_object_get_ex(o, key, &value))
		fail_msg("no key %s in %s", key, plain(o));
	return value;
}

static struct json_object *json(struct arena *a, const char *text)
{
	struct json_object *o;
	struct error e = {0};
	if (json_read(text, strlen(text), a, &o, &e))
		fail_msg("%s: %s", text, e.message);
	return o;
}

/* Every error as "field: message", one a line. */
static const char *errors(struct arena *a, const struct record_input *in)
{
	const char *all = "";
	for (size_t i = 0; i < in->error_count; i++)
		all = arena_printf(a, "%s%s: %s\n", all, in->errors[i].field, in->errors[i].message);
	return all;
}

#define DATE_RULE "Write the date as 31 December 2026 or 2026-12-31."
#define COST_RULE "Write a number from -100 to 1000000 with at most two decimals."
#define WEEKS_RULE "Write a whole number from 0 to 52."
#define NBSP "\xc2\xa0"

static const struct formats *english(void)
{
	return formats_of(language_find("en"));
}

static void reports_every_error_of_a_form_at_once(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct form_pair pairs[] = {{"_csrf", "x", NULL},   {"title", "", NULL},     {"weeks", "x", NULL},
	                                  {"weeks", "3", NULL},   {"nonsense", "1", NULL}, {"due", "never", NULL},
	                                  {"light", "blue", NULL}};
	struct record_input in;
	record_read_form(&type, pairs, sizeof pairs / sizeof *pairs, english(), a, &in);
	assert_string_equal(errors(a, &in), "code: This must be filled in.\n"
	                                    "title: This must be filled in.\n"
	                                    "weeks: This was sent twice. Send it once.\n"
	                                    "weeks: " WEEKS_RULE "\n"
	                                    "due: " DATE_RULE "\n"
	                                    "light: Choose one of the listed values.\n"
	                                    "nonsense: Not a field of this form.\n");
	arena_free(a);
}

static void fills_absent_fields_of_a_form(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct form_pair pairs[] = {{"code", "a", NULL}, {"title", "T", NULL}};
	struct record_input in;
	record_read_form(&type, pairs, 2, english(), a, &in);
	assert_string_equal(plain(in.values),
	                    "{\"code\":\"A\",\"title\":\"T\",\"summary\":null,\"weeks\":null,\"count\":null,\"cost\":null,"
	                    "\"due\":null,\"ready\":null,\"open\":false,\"light\":null,\"owner\":null}");
	assert_string_equal(plain(in.typed), "{\"code\":\"a\",\"title\":\"T\"}");
	arena_free(a);
}

static void keeps_at_most_so_many_errors(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct form_pair pairs[RECORD_ERRORS_MAX * 2];
	for (size_t i = 0; i < RECORD_ERRORS_MAX * 2; i++)
		pairs[i] = (struct form_pair){.name = arena_printf(a, "x%zu", i), .value = ""};
	struct record_input in;
	record_read_form(&type, pairs, RECORD_ERRORS_MAX * 2, english(), a, &in);
	assert_int_equal(in.error_count, RECORD_ERRORS_MAX);
	arena_free(a);
}

static void reads_json(void **state)
{
	(void)state;
	static const struct {
		bool partial;
		const char *body, *values, *errors;
	} cases[] = {
		{true, "{}", "{}", ""},
		{true, "{\"version\":7,\"weeks\":3}", "{\"weeks\":3}", ""},
		{true, "{\"weeks\":null,\"open\":null,\"due\":null}", "{\"weeks\":null,\"due\":null,\"open\":false}", ""},
		{true, "{\"title\":null}", "{\"title\":null}", "title: This must be filled in.\n"},
		{true, "{\"title\":\"  \"}", "{\"title\":null}", "title: This must be filled in.\n"},
		{true, "{\"cost\":12.5}", "{\"cost\":12.50}", ""},
		{true, "{\"cost\":12}", "{\"cost\":12}", ""},
		{true, "{\"cost\":0.001}", "{\"cost\":null}", "cost: " COST_RULE "\n"},
		{true, "{\"cost\":1e2}", "{\"cost\":100}", ""},
		{true, "{\"cost\":1.255E+1}", "{\"cost\":12.55}", ""},
		{true, "{\"cost\":125e-2}", "{\"cost\":1.25}", ""},
		{true, "{\"cost\":125e-4}", "{\"cost\":null}", "cost: " COST_RULE "\n"},
		{true, "{\"cost\":-5e-1}", "{\"cost\":-0.50}", ""},
		{true, "{\"cost\":0.1000}", "{\"cost\":0.10}", ""},
		{true, "{\"cost\":0.00e300}", "{\"cost\":0}", ""},
		{true, "{\"cost\":1e-300}", "{\"cost\":null}", "cost: " COST_RULE "\n"},
		{true, "{\"cost\":1e300}", "{\"cost\":null}", "cost: " COST_RULE "\n"},
		{true, "{\"cost\":1e-999999999}", "{\"cost\":null}", "cost: " COST_RULE "\n"},
		{true, "{\"cost\":1e-99999999999999999999}", "{\"cost\":null}", "cost: " COST_RULE "\n"},
		{true, "{\"cost\":0e99999999999999999999}", "{\"cost\":0}", ""},
		{true, "{\"cost\":0.00000000000000000000000000000000000000000001e44}", "{\"cost\":1}", ""},
		{true, "{\"cost\":-0}", "{\"cost\":0}", ""},
		{true, "{\"cost\":-0.0}", "{\"cost\":0}", ""},
		{true, "{\"weeks\":-0}", "{\"weeks\":0}", ""},
		{true, "{\"weeks\":1e1}", "{\"weeks\":10}", ""},
		{true, "{\"weeks\":50.0}", "{\"weeks\":50}", ""},
		{true, "{\"weeks\":500e-1}", "{\"weeks\":50}", ""},
		{true, "{\"weeks\":3.5}", "{\"weeks\":null}", "weeks: " WEEKS_RULE "\n"},
		{true, "{\"weeks\":1e3}", "{\"weeks\":null}", "weeks: " WEEKS_RULE "\n"},
		{true, "{\"cost\":\"12\"}", "{\"cost\":null}", "cost: Send this as a JSON number.\n"},
		{true, "{\"weeks\":\"3\"}", "{\"weeks\":null}", "weeks: Send this as a whole JSON number.\n"},
		{true, "{\"weeks\":3.0}", "{\"weeks\":3}", ""},
		{true, "{\"weeks\":9223372036854775807}", "{\"weeks\":null}", "weeks: " WEEKS_RULE "\n"},
		{true, "{\"open\":true}", "{\"open\":true}", ""},
		{true, "{\"open\":\"true\"}", "{\"open\":null}", "open: Send this as true or false.\n"},
		{true, "{\"open\":1}", "{\"open\":null}", "open: Send this as true or false.\n"},
		{true, "{\"title\":5}", "{\"title\":null}", "title: Send this as a JSON string.\n"},
		{true, "{\"title\":{\"a\":1}}", "{\"title\":null}", "title: Send this as a JSON string.\n"},
		{true, "{\"light\":[\"red\"]}", "{\"light\":null}", "light: Send this as a JSON string.\n"},
		{true, "{\"due\":\"31.3.2026\"}", "{\"due\":\"2026-03-31\"}", ""},
		{true, "{\"due\":\"31 March 2026\"}", "{\"due\":null}", "due: Write the date as 2026-12-31 or 31.12.2026.\n"},
		{true, "{\"due\":\"2023-02-29\"}", "{\"due\":null}",
	     "due: Write a date that exists, such as 2026-12-31 or 31.12.2026.\n"},
		{true, "{\"title\":\"a\\u000bb\"}", "{\"title\":\"a b\"}", ""},
		{true, "{\"title\":\"ab\\u0003c\"}", "{\"title\":null}",
	     "title: Behind “ab” there is an invisible character (U+0003) that cannot be kept. Remove it.\n"},
		{true, "{\"title\":\"A\\u030angs\"}", "{\"title\":\"Ångs\"}", ""},
		{true, "{\"code\":\"dho\"}", "{\"code\":\"DHO\"}", ""},
		{true, "{\"nonsense\":1,\"_csrf\":\"\"}", "{}",
	     "nonsense: Not a field of this record.\n_csrf: Not a field of this record.\n"},
		{false, "{\"code\":\"A\",\"title\":\"T\"}",
	     "{\"code\":\"A\",\"title\":\"T\",\"summary\":null,\"weeks\":null,\"count\":null,\"cost\":null,\"due\":null,"
	     "\"ready\":null,\"open\":false,\"light\":null,\"owner\":null}",
	     ""},
		{false, "[]", "{}", ": Send a JSON object with the fields of the record.\n"},
		{true, "null", "{}", ": Send a JSON object with the fields of the record.\n"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *a = arena_new();
		struct record_input in;
		record_read_json(&type, json(a, cases[i].body), cases[i].partial, a, &in);
		assert_string_equal(errors(a, &in), cases[i].errors);
		assert_string_equal(plain(in.values), cases[i].values);
		arena_free(a);
	}
}

/* A body that did not come through json_read() must not smuggle in what the database cannot hold. */
static void refuses_unclean_json_texts(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int n;
	} texts[] = {{"a\0b", 3}, {"\xff", 1}, {"\xc3", 1}};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct arena *a = arena_new();
		struct json_object *body = json_object_new_object();
		struct record_input in;
		json_object_object_add(body, "title", json_object_new_string_len(texts[i].text, texts[i].n));
		record_read_json(&type, body, true, a, &in);
		assert_int_equal(in.error_count, 1);
		assert_string_equal(plain(in.values), "{\"title\":null}");
		assert_string_equal(plain(in.typed), "{}");
		json_object_put(body);
		arena_free(a);
	}
}

static void decimals_reach_the_database_exactly(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct record_input in;
	record_read_json(&type, json(a, "{\"cost\":123456.1}"), true, a, &in);
	assert_string_equal(json_object_get_string(get(in.values, "cost")), "123456.10");
	assert_true(json_object_is_type(get(in.values, "cost"), json_type_double));
	arena_free(a);
}

static struct json_object *form_field(struct json_object *form, const char *name)
{
	struct json_object *list = get(form, "fields");
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		struct json_object *f = json_object_array_get_idx(list, i);
		if (strcmp(json_object_get_string(get(f, "name")), name) == 0)
			return f;
	}
	fail_msg("no field %s", name);
	return NULL;
}

static void makes_an_empty_form(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct json_object *form = record_form(&type, NULL, NULL, NULL, a);
	assert_string_equal(
		plain(form_field(form, "title")),
		"{\"name\":\"title\",\"label\":\"Title\",\"help\":\"What it is called\",\"required\":true,"
		"\"kind\":\"text\",\"is_text\":true,\"is_long\":false,\"is_number\":false,\"is_date\":false,"
		"\"is_checkbox\":false,\"is_choice\":false,\"is_file\":false,\"is_pressed\":false,\"last\":\"\",\"is_search\":false,\"is_many\":false,"
		"\"value\":\"\",\"is_readonly\":false,\"as_typed\":false,\"checked\":false,\"min\":0,\"max\":10,"
		"\"step\":\"\",\"accepts\":\"\",\"error\":\"\",\"is_square\":false,\"is_placed\":false,\"choices\":[]}");
	static const char *const kinds[] = {"code", "text", "long",     "number", "number", "number",
	                                    "date", "date", "checkbox", "choice", "choice"};
	for (size_t i = 0; i < type.field_count; i++)
		assert_string_equal(json_object_get_string(get(form_field(form, fields[i].name), "kind")), kinds[i]);
	assert_string_equal(plain(get(form_field(form, "cost"), "step")), "\"0.01\"");
	assert_string_equal(plain(get(form_field(form, "weeks"), "max")), "52");
	assert_string_equal(plain(get(form_field(form, "code"), "is_text")), "true");
	assert_string_equal(plain(get(form_field(form, "ready"), "is_date")), "true");
	assert_string_equal(json_object_get_string(get(form_field(form, "due"), "help")), "For example 31 December 2026.");
	assert_string_equal(plain(get(form, "errors")), "[]");
	assert_string_equal(plain(get(form, "has_errors")), "false");
	arena_free(a);
}

static void shows_a_record(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct json_object *values = json(a, "{\"code\":\"A\",\"summary\":\"a\\nb\",\"weeks\":3,\"cost\":12.50,"
	                                     "\"due\":\"2026-03-31\",\"open\":true,\"light\":\"red\",\"owner\":\"eva\"}");
	struct json_object *choices =
		json(a, "{\"owner\":[{\"value\":\"ulf\",\"label\":\"Ulf\"},{\"value\":\"eva\",\"label\":\"Eva\"}]}");
	struct json_object *form = record_form(&type, values, NULL, choices, a);
	static const char *const shown[][2] = {{"code", "A"},   {"title", ""},     {"summary", "a\nb"},
	                                       {"weeks", "3"},  {"cost", "12.50"}, {"due", "2026-03-31"},
	                                       {"light", "red"}};
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		assert_string_equal(json_object_get_string(get(form_field(form, shown[i][0]), "value")), shown[i][1]);
	assert_string_equal(plain(get(form_field(form, "open"), "checked")), "true");
	assert_string_equal(plain(get(form_field(form, "light"), "choices")),
	                    "[{\"value\":\"\",\"label\":\"–\",\"selected\":false},"
	                    "{\"value\":\"green\",\"label\":\"Green\",\"selected\":false},"
	                    "{\"value\":\"yellow\",\"label\":\"Yellow\",\"selected\":false},"
	                    "{\"value\":\"red\",\"label\":\"Red\",\"selected\":true}]");
	assert_string_equal(plain(get(form_field(form, "owner"), "choices")),
	                    "[{\"value\":\"\",\"label\":\"–\",\"selected\":false},"
	                    "{\"value\":\"ulf\",\"label\":\"Ulf\",\"selected\":false},"
	                    "{\"value\":\"eva\",\"label\":\"Eva\",\"selected\":true}]");
	arena_free(a);
}

static void never_loses_a_reference(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct json_object *form = record_form(&type, json(a, "{\"owner\":\"gone\"}"), NULL, NULL, a);
	assert_string_equal(plain(get(form_field(form, "owner"), "choices")),
	                    "[{\"value\":\"\",\"label\":\"–\",\"selected\":false},"
	                    "{\"value\":\"gone\",\"label\":\"gone\",\"selected\":true}]");
	arena_free(a);
}

static void required_choices_start_undecided(void **state)
{
	(void)state;
	static const struct field one[] = {
		{.name = "light", .type = FIELD_CHOICE, .label = "Light", .required = true, .choices = lights}};
	static const struct record_type small = {.name = "small", .label = "Small", FIELDS(one)};
	struct arena *a = arena_new();
	struct json_object *empty = get(form_field(record_form(&small, NULL, NULL, NULL, a), "light"), "choices");
	assert_string_equal(plain(json_object_array_get_idx(empty, 0)),
	                    "{\"value\":\"\",\"label\":\"–\",\"selected\":true}");
	struct json_object *form = record_form(&small, json(a, "{\"light\":\"red\"}"), NULL, NULL, a);
	assert_int_equal(json_object_array_length(get(form_field(form, "light"), "choices")), 3);
	arena_free(a);
}

static void what_was_typed_wins(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct form_pair pairs[] = {{"code", "a", NULL}, {"weeks", "many", NULL}, {"strange", "x", NULL}};
	struct record_input in;
	record_read_form(&type, pairs, 3, english(), a, &in);
	record_error(&in, "", "Somebody else saved it first.");
	struct json_object *form =
		record_form(&type, json(a, "{\"title\":\"Old\",\"open\":true,\"weeks\":3}"), &in, NULL, a);
	assert_string_equal(json_object_get_string(get(form_field(form, "weeks"), "value")), "many");
	assert_string_equal(json_object_get_string(get(form_field(form, "weeks"), "error")), WEEKS_RULE);
	assert_string_equal(json_object_get_string(get(form_field(form, "title"), "value")), "");
	assert_string_equal(plain(get(form_field(form, "weeks"), "as_typed")), "true");
	assert_string_equal(plain(get(form_field(form, "open"), "checked")), "false");
	assert_string_equal(plain(get(form, "has_errors")), "true");
	assert_string_equal(plain(get(form, "errors")),
	                    "[{\"field\":\"title\",\"label\":\"Title\",\"message\":\"This must be filled in.\"},"
	                    "{\"field\":\"weeks\",\"label\":\"Weeks\",\"message\":\"" WEEKS_RULE "\"},"
	                    "{\"field\":\"strange\",\"label\":\"strange\",\"message\":\"Not a field of this form.\"},"
	                    "{\"field\":\"\",\"label\":\"\",\"message\":\"Somebody else saved it first.\"}]");
	arena_free(a);
}

static void tells_the_difference(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct formats *f = formats_of(language_find("fi"));
	struct json_object *before = json(a, "{\"title\":\"T\",\"light\":\"green\",\"open\":false,\"due\":\"2026-03-31\","
	                                     "\"cost\":1234.50,\"other\":1}");
	struct json_object *after =
		json(a, "{\"title\":\"T\",\"light\":\"red\",\"open\":true,\"due\":null,\"cost\":1234.50,"
	            "\"weeks\":3,\"ready\":\"~2026-Q3\",\"other\":2}");
	assert_string_equal(plain(record_difference(&type, before, after, f, a)),
	                    "[{\"name\":\"weeks\",\"label\":\"Weeks\",\"before\":\"\",\"after\":\"3\"},"
	                    "{\"name\":\"due\",\"label\":\"Due\",\"before\":\"31.3.2026\",\"after\":\"\"},"
	                    "{\"name\":\"ready\",\"label\":\"Ready\",\"before\":\"\",\"after\":\"noin 3. neljännes 2026\"},"
	                    "{\"name\":\"open\",\"label\":\"Open\",\"before\":\"No\",\"after\":\"Yes\"},"
	                    "{\"name\":\"light\",\"label\":\"Light\",\"before\":\"Green\",\"after\":\"Red\"}]");
	assert_string_equal(plain(record_difference(&type, NULL, json(a, "{\"cost\":1234.5}"), f, a)),
	                    "[{\"name\":\"cost\",\"label\":\"Cost\",\"before\":\"\",\"after\":\"1" NBSP "234,5\"}]");
	assert_string_equal(plain(record_difference(&type, NULL, NULL, f, a)), "[]");
	arena_free(a);
}

static void vocabularies_are_complete(void **state)
{
	(void)state;
	size_t count = 0;
	for (const struct vocabulary *v = vocabularies; v->name; v++, count++) {
		assert_ptr_equal(vocabulary(v->name), v->choices);
		assert_non_null(v->choices[0].value);
		for (const struct choice *c = v->choices; c->value; c++) {
			assert_true(c->label[0] != '\0');
			for (const struct choice *later = c + 1; later->value; later++)
				assert_string_not_equal(c->value, later->value);
		}
	}
	assert_int_equal(count, 50);
	assert_null(vocabulary("nonsense"));
	assert_string_equal(choice_label(vocabulary("status_label"), "major_deviation"), "Major deviation");
	assert_string_equal(choice_label(vocabulary("status_label"), "new_one"), "new_one");
	assert_string_equal(choice_label(NULL, "x"), "x");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reports_every_error_of_a_form_at_once),
		cmocka_unit_test(fills_absent_fields_of_a_form),
		cmocka_unit_test(keeps_at_most_so_many_errors),
		cmocka_unit_test(reads_json),
		cmocka_unit_test(refuses_unclean_json_texts),
		cmocka_unit_test(decimals_reach_the_database_exactly),
		cmocka_unit_test(makes_an_empty_form),
		cmocka_unit_test(shows_a_record),
		cmocka_unit_test(never_loses_a_reference),
		cmocka_unit_test(required_choices_start_undecided),
		cmocka_unit_test(what_was_typed_wins),
		cmocka_unit_test(tells_the_difference),
		cmocka_unit_test(vocabularies_are_complete),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
