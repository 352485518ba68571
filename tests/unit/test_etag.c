/* Entity tags, and the two headers that name them. */
#include "http/etag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void a_tag_names_version_and_content(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const char *tag = etag_make("3", "{}", 2, a);
	assert_int_equal(strlen(tag), 20);
	assert_memory_equal(tag, "\"3-", 3);
	assert_int_equal(strspn(tag + 3, "0123456789abcdef"), 16);
	assert_string_equal(tag + 19, "\"");
	assert_string_equal(etag_make("3", "{}", 2, a), tag);
	assert_string_not_equal(etag_make("3", "{ }", 3, a), tag);
	assert_string_equal(etag_make("4", "{}", 2, a) + 2, tag + 2);
	/* the body counts, not what may stand behind it in memory */
	assert_string_equal(etag_make("3", "{}more", 2, a), tag);
	/* no record's: nobody can name its version */
	tag = etag_make(NULL, "{}", 2, a);
	assert_memory_equal(tag, "\"-", 2);
	assert_string_equal(etag_make("", "{}", 2, a), tag);
	assert_false(etag_matches(tag, ""));
	assert_false(etag_matches("\"\"", ""));
	assert_true(etag_listed(tag, tag));
	arena_free(a);
}

static void if_match_names_versions(void **state)
{
	(void)state;
	static const struct {
		const char *header;
		bool matches; /* version 1 */
	} cases[] = {
		{"\"1-0123456789abcdef\"", true},
		{"\"1-of-anything\"", true},
		{"\"1\"", true},
		{"\"1-\"", true},
		{"*", true},
		{" * ", true},
		{"\"99\", \"1\"", true},
		{"\"1\", \"99\"", true},
		{"\"99\",\"1-ff\"", true},
		{"\"99\"\t , \t\"1\"", true},
		{", ,\"1\",,", true},
		{"W/\"9\", \"1\"", true},
		{"\"a,b\", \"1\"", true},
		{"\"a\\\", \"1\"", true}, /* no escapes in tags */
		{"\"\", \"1\"", true},
		{"\"\xc3\xa5\", \"1\"", true},
		/* another version */
		{"\"2\"", false},
		{"\"11\"", false},
		{"\"01\"", false},
		{"\"1x\"", false},
		{"\"2-1\"", false},
		{"\"-1\"", false},
		{"\"\"", false},
		{"\"1,2\"", false},
		{"\"*\"", false},
		/* weak tags never match */
		{"W/\"1\"", false},
		{"W/\"1-0123456789abcdef\"", false},
		/* malformed, be it only at one place */
		{"1", false},
		{"x1x", false},
		{"\"1", false},
		{"1\"", false},
		{"\"1\" \"2\"", false},
		{"\"1\"x", false},
		{"\"1\", 2", false},
		{"2, \"1\"", false},
		{"\"1\", *", false},
		{"*, \"1\"", false},
		{"**", false},
		{"w/\"2\", \"1\"", false},
		{"W/ \"2\", \"1\"", false},
		{"W\"2\", \"1\"", false},
		{"W", false},
		{"W/", false},
		{"\"a b\", \"1\"", false},
		{"\"a\x7f\", \"1\"", false},
		{"", false},
		{" ", false},
		{",", false},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (etag_matches(cases[i].header, "1") != cases[i].matches)
			fail_msg("If-Match: %s", cases[i].header);
}

static void if_none_match_names_whole_tags(void **state)
{
	(void)state;
	static const struct {
		const char *header;
		bool listed; /* "1-ab" */
	} cases[] = {
		{"\"1-ab\"", true},         {"W/\"1-ab\"", true},   {"*", true},        {"\"x\", W/\"1-ab\"", true},
		{"\"1-ab\" , \"x\"", true}, {",\"1-ab\"", true},    {"\"1\"", false},   {"\"1-a\"", false},
		{"\"1-abc\"", false},       {"\"1-aB\"", false},    {"\"-ab\"", false}, {"1-ab", false},
		{"\"1-ab\", x", false},     {"*, \"1-ab\"", false}, {"", false},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (etag_listed(cases[i].header, "\"1-ab\"") != cases[i].listed)
			fail_msg("If-None-Match: %s", cases[i].header);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_tag_names_version_and_content),
		cmocka_unit_test(if_match_names_versions),
		cmocka_unit_test(if_none_match_names_whole_tags),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
