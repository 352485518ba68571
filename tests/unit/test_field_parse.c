/* One field's text from a form, by type and by language. */
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

static const struct field fields[] = {
	{.name = "code", .type = FIELD_CODE, .label = "Code", .required = true, .max = 8},
	{.name = "title", .type = FIELD_TEXT, .label = "Title", .required = true, .max = 10},
	{.name = "note", .type = FIELD_TEXT, .label = "Note"},
	{.name = "summary", .type = FIELD_MARKDOWN, .label = "Summary", .max = 20},
	{.name = "weeks", .type = FIELD_INTEGER, .label = "Weeks", .min = 0, .max = 52},
	{.name = "count", .type = FIELD_INTEGER, .label = "Count"},
	{.name = "cost", .type = FIELD_DECIMAL, .label = "Cost", .min = -100, .max = 1000000},
	{.name = "due", .type = FIELD_DATE, .label = "Due"},
	{.name = "when", .type = FIELD_TIME, .label = "When"},
	{.name = "open", .type = FIELD_BOOLEAN, .label = "Open"},
	{.name = "light", .type = FIELD_CHOICE, .label = "Light", .choices = lights},
	{.name = "owner", .type = FIELD_REFERENCE, .label = "Owner", .column = "owner_id"},
};
static const struct record_type type = {.name = "thing", .label = "Thing", FIELDS(fields)};

static const char *plain(struct json_object *o)
{
	return json_object_to_json_string_ext(o, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);
}

/* Every error as "field: message", one a line. */
static const char *errors_of(struct arena *a, const struct record_input *in)
{
	const char *all = "";
	for (size_t i = 0; i < in->error_count; i++)
		all = arena_printf(a, "%s%s: %s\n", all, in->errors[i].field, in->errors[i].message);
	return all;
}

/* Reads a form of that one field and the required ones. */
static const char *read_one(struct arena *a, const char *tag, const char *field, const char *text,
                            struct record_input *in)
{
	struct form_pair pairs[3] = {{field, text, NULL}};
	size_t n = 1;
	if (strcmp(field, "code") != 0)
		pairs[n++] = (struct form_pair){.name = "code", .value = "A"};
	if (strcmp(field, "title") != 0)
		pairs[n++] = (struct form_pair){.name = "title", .value = "T"};
	record_read_form(&type, pairs, n, formats_of(language_find(tag)), a, in);
	return errors_of(a, in);
}

struct field_case {
	const char *field, *text;
	const char *value; /* as JSON; NULL when it is an error */
	const char *problem;
};

#define DATE_RULE "Write the date as 31 December 2026 or 2026-12-31."
#define NO_SUCH_DAY "Write a date that exists, such as 31 December 2026 or 2026-12-31."
#define TIME_RULE \
	"Write a day, a month, a quarter, a season or a year, such as October 2026, Q3 2026, spring 2026 or about 2026."
#define CODE_RULE "Use only the letters A to Z, digits, - and _, and begin with a letter or a digit."
#define COST_RULE "Write a number from -100 to 1,000,000 with at most two decimals."
#define WEEKS_RULE "Write a whole number from 0 to 52."
#define NOT_KEPT(before, code) \
	"Behind “" before "” there is an invisible character (U+" code ") that cannot be kept. Remove it."
#define NBSP "\xc2\xa0"

static const struct field_case form_cases[] = {
	{"code", " dho-1_a ", "\"DHO-1_A\"", NULL},
	{"code", "7", "\"7\"", NULL},
	{"code", "-A", NULL, CODE_RULE},
	{"code", "Å", NULL, CODE_RULE},
	{"code", "A B", NULL, CODE_RULE},
	{"code", "ABCDEFGHI", NULL, "At most 8 characters; this has 9."},
	{"code", "", NULL, "This must be filled in."},
	{"title", "  åäöåäöåäöå\t", "\"åäöåäöåäöå\"", NULL},
	{"title", "åäöåäöåäöåä", NULL, "At most 10 characters; this has 11."},
	{"title", NBSP " \r\n", NULL, "This must be filled in."},
	{"title", "a" NBSP "b" NBSP, "\"a" NBSP "b\"", NULL},
	{"title", "a\nb", NULL, "Write this on one line, without tabs."},
	{"title", "A\u030a\u200b", "\"Å\"", NULL},
	{"title", "A\u030aA\u030aA\u030aA\u030aA\u030aA\u030aA\u030aA\u030aA\u030aA\u030a", "\"ÅÅÅÅÅÅÅÅÅÅ\"", NULL},
	{"title", "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂", "\"🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂\"", NULL},
	{"title", "a\vb\u2028c", "\"a b c\"", NULL},
	{"title", "\v", NULL, "This must be filled in."},
	{"title", "\u200b", NULL, "This must be filled in."},
	{"title", "\u00ad\u202e\u202c", NULL, "This must be filled in."},
	{"title", "\u030a", NULL, "This must be filled in."},
	{"title", "\u202eab", "\"\u202eab\u202c\"", NULL},
	{"title", "\u202c a\u202c\u030a \u202c", "\"å\"", NULL},
	{"title", "\u202eabcdefghi", NULL, "At most 10 characters; this has 11."},
	{"title", "\x03", NULL, "There is an invisible character (U+0003) that cannot be kept. Remove it."},
	{"title", "ab\xc2\x9bÅ", NULL, NOT_KEPT("ab", "009B")},
	{"title", "ab\uffff", NULL, NOT_KEPT("ab", "FFFF")},
	{"note", "\u200b", "null", NULL},
	{"note", "", "null", NULL},
	{"summary", " a\r\nb\rc\n", "\" a\\nb\\nc\\n\"", NULL},
	{"summary", "\r\n\r\n\r\n\r\n\r\n\r\n\r\n", "null", NULL},
	{"summary", "1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\r\n9\r\n0\r\n", "\"1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\n9\\n0\\n\"",
     NULL},
	{"summary", "123456789012345678901", NULL, "At most 20 characters; this has 21."},
	{"summary", "a\vb\fc\u2029d", "\"a\\nb\\nc\\nd\"", NULL},
	{"summary", "a\r\nb\x1b", NULL, NOT_KEPT("b", "001B")},
	{"summary", "åååååååååååååååååååå\x01", NULL, NOT_KEPT("ååååååååååååååå", "0001")},
	{"summary", "\u202eab", "\"\u202eab\"", NULL},
	{"weeks", "", "null", NULL},
	{"weeks", "0", "0", NULL},
	{"weeks", " 52 ", "52", NULL},
	{"weeks", "53", NULL, WEEKS_RULE},
	{"weeks", "-1", NULL, WEEKS_RULE},
	{"weeks", "1.0", "1", NULL},
	{"weeks", "1.5", NULL, WEEKS_RULE},
	{"weeks", "1x", NULL, WEEKS_RULE},
	{"weeks", "4294967297", NULL, WEEKS_RULE},
	{"weeks", "18446744073709551617", NULL, WEEKS_RULE},
	{"count", "00000000000000000012", "12", NULL},
	{"count", "2147483647", "2147483647", NULL},
	{"count", "-2147483648", "-2147483648", NULL},
	{"count", "2147483648", NULL, "Write a whole number from -2,147,483,648 to 2,147,483,647."},
	{"count", "1 234" NBSP "567", "1234567", NULL},
	{"count",
     "\xe2\x88\x92"
     "12",
     "-12", NULL},
	{"cost", "12,5", "12.50", NULL},
	{"cost", "12.05", "12.05", NULL},
	{"cost", "12.00", "12", NULL},
	{"cost", "1 000 000,00", "1000000", NULL},
	{"cost", "1000000.01", NULL, COST_RULE},
	{"cost", "-100", "-100", NULL},
	{"cost", "-100,01", NULL, COST_RULE},
	{"cost", "-0,5", "-0.50", NULL},
	{"cost", "-0", "0", NULL},
	{"cost", "1,234", "1234", NULL},
	{"cost", "1.234,50", NULL, COST_RULE},
	{"cost", "1 2", NULL, COST_RULE},
	{"cost", "1,", NULL, COST_RULE},
	{"cost", ",5", NULL, COST_RULE},
	{"cost", "NaN", NULL, COST_RULE},
	{"cost", "1e3", NULL, COST_RULE},
	{"cost", "--1", NULL, COST_RULE},
	{"due", "2026-03-31", "\"2026-03-31\"", NULL},
	{"due", "31.3.2026", "\"2026-03-31\"", NULL},
	{"due", "01.02.2024", "\"2024-02-01\"", NULL},
	{"due", "29.2.2023", NULL, NO_SUCH_DAY},
	{"due", "2026-3-31", "\"2026-03-31\"", NULL},
	{"due", "31.3.26", NULL, DATE_RULE},
	{"due", "31. 3.2026", "\"2026-03-31\"", NULL},
	{"due", "+1.+3.2026", NULL, DATE_RULE},
	{"due", "31/3/2026", "\"2026-03-31\"", NULL},
	{"due", "3/4/2026", NULL, "This may be one of two days. Write it as 31 December 2026 or 2026-12-31."},
	{"due", "March 2026", NULL, DATE_RULE},
	{"due", "~2026-03-31", NULL, DATE_RULE},
	{"due", "1.1.1066", NULL, "Write a year from 1900 to 2999."},
	{"when", "2026-03-31", "\"2026-03-31\"", NULL},
	{"when", "about autumn 2026", "\"~2026-autumn\"", NULL},
	{"when", "", "null", NULL},
	{"when", "soon", NULL, TIME_RULE},
	{"when", "29.2.2023", NULL, NO_SUCH_DAY},
	{"open", "on", "true", NULL},
	{"open", "false", "false", NULL},
	{"open", "\x02", NULL, "There is an invisible character (U+0002) that cannot be kept. Remove it."},
	{"open", "maybe", NULL, "Choose yes or no."},
	{"light", "red", "\"red\"", NULL},
	{"light", "", "null", NULL},
	{"light", "Red", NULL, "Choose one of the listed values."},
	{"owner", " eva.berg ", "\"eva.berg\"", NULL},
	{"owner", "a\u030asa", "\"åsa\"", NULL},
};

static void reads_each_type_from_a_form(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof form_cases / sizeof *form_cases; i++) {
		const struct field_case *c = &form_cases[i];
		struct arena *a = arena_new();
		struct record_input in;
		const char *errors = read_one(a, "en", c->field, c->text, &in);
		assert_string_equal(errors, c->problem ? arena_printf(a, "%s: %s\n", c->field, c->problem) : "");
		assert_string_equal(plain(json_object_object_get(in.values, c->field)), c->value ? c->value : "null");
		assert_string_equal(json_object_get_string(json_object_object_get(in.typed, c->field)), c->text);
		arena_free(a);
	}
}

static void reads_what_each_language_writes(void **state)
{
	(void)state;
	static const struct {
		const char *tag, *field, *text, *value, *problem;
	} cases[] = {
		{"en", "cost", "62,000.5", "62000.50", NULL},
		{"nb", "cost", "62 000,50", "62000.50", NULL},
		{"nb", "cost", "1,5", "1.50", NULL},
		{"nb", "cost", "1,234", NULL,
	     "Write a number from \u2212"
	     "100 to 1" NBSP "000" NBSP "000 with at most two decimals."},
		{"nb", "count", "1.234", NULL,
	     "Write a whole number from \u2212"
	     "2" NBSP "147" NBSP "483" NBSP "648 to 2" NBSP "147" NBSP "483" NBSP "647."},
		{"nb", "due", "31. desember 2026", "\"2026-12-31\"", NULL},
		{"nb", "due", "i morgen", NULL, "Write the date as 31. desember 2026 or 31.12.2026."},
		{"sv-SE", "due", "i morgon", NULL, "Write the date as 31 december 2026 or 2026-12-31."},
		{"sv-FI", "due", "i morgon", NULL, "Write the date as 31 december 2026 or 31.12.2026."},
		{"fi", "due", "huomenna", NULL, "Write the date as 31.12.2026 or 2026-12-31."},
		{"fi", "when", "keväällä 2026", "\"2026-spring\"", NULL},
		{"fi", "when", "pian", NULL,
	     "Write a day, a month, a quarter, a season or a year, such as lokakuu 2026, 3. neljännes 2026, kevät 2026 or "
	     "noin 2026."},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *a = arena_new();
		struct record_input in;
		const char *errors = read_one(a, cases[i].tag, cases[i].field, cases[i].text, &in);
		assert_string_equal(errors,
		                    cases[i].problem ? arena_printf(a, "%s: %s\n", cases[i].field, cases[i].problem) : "");
		assert_string_equal(plain(json_object_object_get(in.values, cases[i].field)),
		                    cases[i].value ? cases[i].value : "null");
		arena_free(a);
	}
}

/* ---- fields that take several ---- */

static const int some_table;
static const struct field goals[] = {
	{.name = "goals", .type = FIELD_REFERENCE, .label = "Goals", .through = (const void *)&some_table},
	{.name = "hosts",
     .type = FIELD_REFERENCE,
     .label = "Hosts",
     .required = true,
     .through = (const void *)&some_table},
};
static const struct record_type carrier = {.name = "carrier", .label = "Carrier", FIELDS(goals)};

static void reads_several_from_a_form(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct form_pair some[] = {{"goals", "SOTE-2", NULL},
	                                 {"hosts", "B", NULL},
	                                 {"goals", " POHDE-1 ", NULL},
	                                 {"goals", "", NULL},
	                                 {"goals", "SOTE-2", NULL}};
	const struct form_pair none[] = {{"goals", "", NULL}, {"hosts", "\x01", NULL}};
	struct record_input in;
	record_read_form(&carrier, some, 5, formats_of(language_find("en")), a, &in);
	assert_string_equal(errors_of(a, &in), "");
	assert_string_equal(plain(in.values), "{\"goals\":[\"SOTE-2\",\"POHDE-1\"],\"hosts\":[\"B\"]}");
	assert_string_equal(plain(in.typed), "{\"goals\":[\"SOTE-2\",\" POHDE-1 \",\"SOTE-2\"],\"hosts\":[\"B\"]}");
	record_read_form(&carrier, none, 1, formats_of(language_find("en")), a, &in);
	assert_string_equal(errors_of(a, &in), "hosts: This must be filled in.\n");
	assert_string_equal(plain(in.values), "{\"goals\":[],\"hosts\":[]}");
	record_read_form(&carrier, none, 2, formats_of(language_find("en")), a, &in);
	assert_string_equal(errors_of(a, &in),
	                    "hosts: There is an invisible character (U+0001) that cannot be kept. Remove it.\n");
	arena_free(a);
}

static void reads_several_from_json(void **state)
{
	(void)state;
	static const struct {
		const char *body, *values, *errors;
	} cases[] = {
		{"{\"hosts\":[\"A\",\"B\",\"A\"]}", "{\"hosts\":[\"A\",\"B\"]}", ""},
		{"{\"goals\":null}", "{\"goals\":[]}", ""},
		{"{\"goals\":[]}", "{\"goals\":[]}", ""},
		{"{\"hosts\":[]}", "{\"hosts\":[]}", "hosts: This must be filled in.\n"},
		{"{\"goals\":\"A\"}", "{\"goals\":[]}", "goals: Send this as a JSON array of strings.\n"},
		{"{\"goals\":[1]}", "{\"goals\":[]}", "goals: Send this as a JSON string.\n"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *a = arena_new();
		struct json_object *body;
		struct record_input in;
		struct error e = {0};
		assert_int_equal(json_read(cases[i].body, strlen(cases[i].body), a, &body, &e), 0);
		record_read_json(&carrier, body, true, a, &in);
		assert_string_equal(errors_of(a, &in), cases[i].errors);
		assert_string_equal(plain(in.values), cases[i].values);
		arena_free(a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_each_type_from_a_form),
		cmocka_unit_test(reads_what_each_language_writes),
		cmocka_unit_test(reads_several_from_a_form),
		cmocka_unit_test(reads_several_from_json),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
