#include "http/params.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define BYTES(text) (text), sizeof(text) - 1

/* The pairs written back as name=value, one a line; or "!" and the status. */
static const char *parsed(struct arena *a, const char *text, size_t n)
{
	struct form_pair *pairs;
	size_t count;
	struct error e = {0};
	if (params_parse(text, n, a, &pairs, &count, &e)) {
		assert_true(strlen(e.message) > 20);
		return arena_printf(a, "!%d", e.status);
	}
	const char *all = "";
	for (size_t i = 0; i < count; i++)
		all = arena_printf(a, "%s%s=%s\n", all, pairs[i].name, pairs[i].value);
	return all;
}

static void reads_pairs(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t n;
		const char *expected;
	} cases[] = {
		{NULL, 0, ""},
		{BYTES("a=1&b=2"), "a=1\nb=2\n"},
		{BYTES("a=1&a=2"), "a=1\na=2\n"},
		{BYTES("&&a=1&&"), "a=1\n"},
		{BYTES("a"), "a=\n"},
		{BYTES("=v"), "=v\n"},
		{BYTES("="), "=\n"},
		{BYTES("a=b=c"), "a=b=c\n"},
		{BYTES("name=Ulf+%2B+Eva"), "name=Ulf + Eva\n"},
		{BYTES("n%61me=%c3%85land"), "name=Åland\n"},
		{BYTES("q=\xc3\xa5"), "q=å\n"},
		{BYTES("text=a%0D%0Ab%09c"), "text=a\r\nb\tc\n"},
		{BYTES("a=%26%3D"), "a=&=\n"},
		{BYTES("a=%1b%0b%c2%85"), "a=\x1b\x0b\xc2\x85\n"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *a = arena_new();
		assert_string_equal(parsed(a, cases[i].text, cases[i].n), cases[i].expected);
		arena_free(a);
	}
}

static void refuses(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t n;
	} cases[] = {
		{BYTES("a=%")},         {BYTES("a=%4")},
		{BYTES("a=%4g")},       {BYTES("a=%g4")},
		{BYTES("%=a")},         {BYTES("a=%00")},
		{BYTES("a=\0b")},       {BYTES("a=%ff")},
		{BYTES("a=%c3")},       {BYTES("%c3=1")},
		{BYTES("a=%ed%a0%80")}, {BYTES("a=%c0%80")},
		{BYTES("%1b=a")},       {BYTES("a=%c3&b=%a5")},
		{BYTES("ok=1&a=%")},    {"a=%41", 4 /* the last digit is beyond the end */},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *a = arena_new();
		assert_string_equal(parsed(a, cases[i].text, cases[i].n), "!400");
		arena_free(a);
	}
}

static void limits_hold(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	char many[4 * (PARAMS_MAX + 1)];
	for (size_t i = 0; i <= PARAMS_MAX; i++)
		memcpy(many + 4 * i, "a=1&", 4);
	assert_string_equal(parsed(a, many, sizeof many), "!400");
	struct form_pair *pairs;
	size_t count;
	struct error e = {0};
	assert_int_equal(params_parse(many, sizeof many - 4, a, &pairs, &count, &e), 0);
	assert_int_equal(count, PARAMS_MAX);

	char name[PARAM_NAME_MAX + 3];
	memset(name, 'n', sizeof name);
	assert_int_equal(params_parse(name, PARAM_NAME_MAX, a, &pairs, &count, &e), 0);
	assert_string_equal(parsed(a, name, PARAM_NAME_MAX + 1), "!400");
	name[PARAM_NAME_MAX] = '=';
	assert_int_equal(params_parse(name, sizeof name, a, &pairs, &count, &e), 0);
	arena_free(a);
}

static void gets_the_first(void **state)
{
	(void)state;
	const struct form_pair pairs[] = {{"sort", "name", NULL}, {"page", "2", NULL}, {"page", "3", NULL}};
	assert_string_equal(params_get(pairs, 3, "page"), "2");
	assert_null(params_get(pairs, 3, "Page"));
	assert_null(params_get(NULL, 0, "page"));
}

static void decodes_paths(void **state)
{
	(void)state;
	char out[32];
	assert_true(percent_decode(BYTES("A%2DB+c"), out));
	assert_string_equal(out, "A-B+c");
	assert_true(percent_decode("", 0, out));
	assert_string_equal(out, "");
	assert_true(percent_decode(BYTES("%25%32%35"), out));
	assert_string_equal(out, "%25");
	assert_false(percent_decode(BYTES("a%2"), out));
	assert_false(percent_decode(BYTES("a%2F%00"), out));
	assert_false(percent_decode(BYTES("%e5"), out));
	char in_place[] = "%C3%A5r";
	assert_true(percent_decode(in_place, strlen(in_place), in_place));
	assert_string_equal(in_place, "år");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_pairs),    cmocka_unit_test(refuses),       cmocka_unit_test(limits_hold),
		cmocka_unit_test(gets_the_first), cmocka_unit_test(decodes_paths),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
