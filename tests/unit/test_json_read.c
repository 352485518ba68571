#include "record/json_read.h"

#include <json-c/json.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define BYTES(text) (text), sizeof(text) - 1

/* The value as json-c writes it without blanks; or the refusal's message. */
static const char *read_back(struct arena *a, const char *text, size_t n)
{
	struct json_object *o = NULL;
	struct error e = {0};
	if (json_read(text, n, a, &o, &e)) {
		assert_int_equal(e.status, 400);
		return arena_strdup(a, e.message);
	}
	return json_object_to_json_string_ext(o, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);
}

static void takes_json(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		const char *expected;
	} cases[] = {
		{"null", "null"},
		{" true ", "true"},
		{"\"\"", "\"\""},
		{"{}", "{}"},
		{"[ ]", "[]"},
		{"-0", "0"},
		{"-12", "-12"},
		{"9223372036854775807", "9223372036854775807"},
		{"-9223372036854775808", "-9223372036854775808"},
		{"1234.50", "1234.50"},
		{"1.5e3", "1.5e3"},
		{"2E-7", "2E-7"},
		{" {\"a\" : [1, {\"b\":null}] ,\"c\":\"d\"}\r\n", "{\"a\":[1,{\"b\":null}],\"c\":\"d\"}"},
		{"\"\\u00e5\\n\\\"/\\/\"", "\"å\\n\\\"//\""},
		{"\"\\b\\f\\u000b\\u0085\x7f\"", "\"\\b\\f\\u000b\xc2\x85\x7f\""},
		{"\"\\uD83D\\ude00\"", "\"\xf0\x9f\x98\x80\""},
		{"{\"a\":{\"a\":1},\"b\":{\"a\":1}}", "{\"a\":{\"a\":1},\"b\":{\"a\":1}}"},
		{"[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]", "[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *a = arena_new();
		assert_string_equal(read_back(a, cases[i].text, strlen(cases[i].text)), cases[i].expected);
		arena_free(a);
	}
}

static void refuses(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t n;
		const char *says;
	} cases[] = {
		{BYTES(""), "empty"},
		{BYTES("   "), "ends too early"},
		{BYTES("{"), "ends too early"},
		{BYTES("{\"a\""), "ends too early"},
		{BYTES("\"a"), "ends too early"},
		{BYTES("\"a\\"), "ends too early"},
		{BYTES("\"a\\\""), "ends too early"},
		{BYTES("-"), "ends too early"},
		{BYTES("1."), "ends too early"},
		{BYTES("1e+"), "ends too early"},
		{BYTES("nul"), "not allowed"},
		{BYTES("NaN"), "byte 1. This character"},
		{BYTES("-Infinity"), "byte 2. This character"},
		{BYTES("True"), "not allowed"},
		{BYTES("'a'"), "not allowed"},
		{BYTES("{'a':1}"), "not allowed"},
		{BYTES("{a:1}"), "not allowed"},
		{BYTES("{\"a\":1,}"), "not allowed"},
		{BYTES("[1,]"), "not allowed"},
		{BYTES("[1 2]"), "not allowed"},
		{BYTES("/* c */ 1"), "not allowed"},
		{BYTES("1 // c"), "follows the end"},
		{BYTES("1 1"), "follows the end"},
		{BYTES("{}}"), "byte 3. Something follows the end"},
		{BYTES("01"), "begin with a zero"},
		{BYTES("+1"), "not allowed"},
		{BYTES(".5"), "not allowed"},
		{BYTES("0x10"), "follows the end"},
		{BYTES("9223372036854775808"), "too large"},
		{BYTES("-9223372036854775809"), "too large"},
		{BYTES("[1e999]"), "too large"},
		{BYTES("{\"a\":1,\"a\":2}"), "same key twice"},
		{BYTES("{\"a\":1,\"\\u0061\":2}"), "same key twice"},
		{BYTES("[{\"b\":{\"\":1,\"\":1}}]"), "same key twice"},
		{BYTES("\"\\u0000\""), "U+0000"},
		{BYTES("{\"\\u0000\":1}"), "U+0000"},
		{BYTES("\"\x01\""), "not allowed"},
		{BYTES("\"\\x41\""), "not allowed"},
		{BYTES("\"\\u00g0\""), "not allowed"},
		{BYTES("\"\\u00\""), "not allowed"},
		{BYTES("\"a\tb\""), "not allowed"},
		{BYTES("\"a\nb\""), "not allowed"},
		{BYTES("\"\\ud83d\""), "surrogate"},
		{BYTES("\"\\ud83d\\n\""), "surrogate"},
		{BYTES("\"\\ud83d\\u0041\""), "surrogate"},
		{BYTES("\"\\ude00\""), "surrogate"},
		{BYTES("\"a\0b\""), "UTF-8"},
		{BYTES("1\0"), "UTF-8"},
		{BYTES("\"\xff\""), "UTF-8"},
		{BYTES("\"\xed\xa0\x80\""), "UTF-8"},
		{BYTES("\xef\xbb\xbf{}"), "not allowed"},
		{BYTES("[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]"), "nested too deep"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *a = arena_new();
		const char *message = read_back(a, cases[i].text, cases[i].n);
		if (!strstr(message, cases[i].says))
			fail_msg("%s: %s, not \"%s\"", cases[i].text, message, cases[i].says);
		arena_free(a);
	}
}

static void caps_keys_but_not_elements(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const char *keys = "\"k0\":0";
	const char *elements = "0";
	for (int i = 1; i < JSON_MEMBERS_MAX; i++) {
		keys = arena_printf(a, "%s,\"k%d\":0", keys, i);
		elements = arena_printf(a, "%s,0", elements);
	}
	const char *just = arena_printf(a, "{%s}", keys), *too_many = arena_printf(a, "{%s,\"more\":0}", keys);
	const char *list = arena_printf(a, "[%s,0]", elements);
	assert_int_equal(read_back(a, just, strlen(just))[0], '{');
	assert_int_equal(read_back(a, list, strlen(list))[0], '[');
	assert_non_null(strstr(read_back(a, too_many, strlen(too_many)), "too many keys"));
	arena_free(a);
}

/* What is given need not end with a NUL: nothing beyond n is read. */
static void reads_no_further(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	assert_string_equal(read_back(a, "123", 2), "12");
	assert_string_equal(read_back(a, "[1]9", 3), "[1]");
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_json),
		cmocka_unit_test(refuses),
		cmocka_unit_test(caps_keys_but_not_elements),
		cmocka_unit_test(reads_no_further),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
