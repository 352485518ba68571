/* What people's texts are made of: forms of a letter, what is invisible, what no page can show. */
#include "base/letters.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define ZERO_WIDTH_SPACE "\u200b"
#define NO_BREAK_SPACE "\u00a0"
#define IDEOGRAPHIC_SPACE "\u3000"
#define SOFT_HYPHEN "\u00ad"
#define JOINER "\u200d"
#define VARIATION "\ufe0f"
#define RING "\u030a"
#define BYTE_ORDER_MARK "\ufeff"
#define LEFT_EMBEDDING "\u202a"
#define RIGHT_OVERRIDE "\u202e"
#define POP "\u202c"
#define ISOLATE "\u2067"
#define POP_ISOLATE "\u2069"

struct pair {
	const char *in, *out;
};

typedef const char *change(struct arena *a, const char *s);

static void check(change *made, const struct pair *pairs, size_t n)
{
	struct arena *a = arena_new();
	for (size_t i = 0; i < n; i++)
		assert_string_equal(made(a, pairs[i].in), pairs[i].out);
	arena_free(a);
}

#define CHECK(made, pairs) check(made, pairs, sizeof(pairs) / sizeof *(pairs))

static const char *composed(struct arena *a, const char *s)
{
	return letters_composed(a, s, strlen(s), NULL);
}

static void composes(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{"", ""},
		{"plain", "plain"},
		{"A" RING "ngstro\u0308m", "Ångström"},
		{"Ångström", "Ångström"},
		{"\u212b", "Å"},
		{"c\u0327\u030c c\u030c\u0327", "ç\u030c ç\u030c"},
		{"\u0958", "\u0915\u093c"}, /* what Unicode does not compose */
	};
	struct arena *a = arena_new();
	size_t length = 99;
	CHECK(composed, pairs);
	assert_non_null(letters_composed(a, "a" RING "x", 3, &length));
	assert_int_equal(length, 2);
	assert_null(letters_composed(a, "a\xff", 2, NULL));
	assert_null(letters_composed(a, "a\xc3", 2, NULL));
	assert_string_equal(letters_composed(a, "abc", 2, &length), "ab");
	assert_int_equal(length, 2);
	arena_free(a);
}

static void folds(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{"", ""}, {"KEVÄT Q3", "kevät q3"}, {"Va" RING "REN", "våren"}, {"HØST", "høst"}};
	CHECK(letters_folded, pairs);
}

static void trims(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{"", ""},
		{"a b", "a b"},
		{" \t\r\na" NO_BREAK_SPACE "b" NO_BREAK_SPACE, "a" NO_BREAK_SPACE "b"},
		{IDEOGRAPHIC_SPACE ZERO_WIDTH_SPACE "a" BYTE_ORDER_MARK SOFT_HYPHEN "\u2060", "a"},
		{"\u2800a\u3164", "a"},
		{" " ZERO_WIDTH_SPACE, ""},
		{"a" ZERO_WIDTH_SPACE "b", "a" ZERO_WIDTH_SPACE "b"},
		/* Emoji end in what nobody sees. */
		{"⚠" VARIATION, "⚠" VARIATION},
		{"🏴\U000e0067\U000e0062\U000e007f", "🏴\U000e0067\U000e0062\U000e007f"},
		{LEFT_EMBEDDING "a" POP, LEFT_EMBEDDING "a" POP},
	};
	CHECK(letters_trimmed, pairs);
}

static void knows_what_can_be_read(void **state)
{
	(void)state;
	static const char *const nothing[] = {
		"",
		" \t\n",
		NO_BREAK_SPACE IDEOGRAPHIC_SPACE,
		ZERO_WIDTH_SPACE,
		SOFT_HYPHEN,
		RIGHT_OVERRIDE POP,
		"\u200e\u200f",
		RING "\u0308",
		JOINER VARIATION,
		"\u3164\u115f\uffa0",
		"\u2800",
		"\u034f",
		"\U000e0041",
		"\u0600" /* a sign that stands before a number, and here before none */,
	};
	static const char *const something[] = {"a",  " .",     "–",       ZERO_WIDTH_SPACE "1", "🙂", "ا",
	                                        "日", "\ue000", ("a" RING)};
	for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
		if (letters_readable(nothing[i]))
			fail_msg("number %zu can be read", i);
	for (size_t i = 0; i < sizeof something / sizeof *something; i++)
		if (!letters_readable(something[i]))
			fail_msg("%s cannot be read", something[i]);
}

static const char *many_lines(struct arena *a, const char *s)
{
	return letters_lines(a, s, true);
}

static const char *one_line(struct arena *a, const char *s)
{
	return letters_lines(a, s, false);
}

static void makes_line_ends_one(void **state)
{
	(void)state;
	static const struct pair many[] = {
		{"", ""},
		{"a\r\nb\rc\n", "a\nb\nc\n"},
		{"\r\r\n\r", "\n\n\n"},
		{"a\vb\fc", "a\nb\nc"},
		{"a\xc2\x85"
	     "b\u2028c\u2029å",
	     "a\nb\nc\nå"},
		{"a\tb", "a\tb"},
	};
	static const struct pair one[] = {{"a\vb\fc\xc2\x85"
	                                   "d\u2028e\u2029å",
	                                   "a b c d e å"},
	                                  {"a\r\nb\tc", "a\r\nb\tc"}};
	CHECK(many_lines, many);
	CHECK(one_line, one);
}

static void refuses_what_is_no_character(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		long at; /* -1: nothing is refused */
	} cases[] = {
		{"å\t\r\n", -1},   {"🙂" ZERO_WIDTH_SPACE "\ufffd", -1},
		{"ab\x03", 2},     {"å\x1b", 2},
		{"\x7f", 0},       {"a\xc2\x85", 1},
		{"\ufffe", 0},     {"a\ufdd0", 1},
		{"\U0010ffff", 0},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *found = letters_refused(cases[i].text);
		assert_int_equal(found ? found - cases[i].text : -1, cases[i].at);
	}
}

static void closes_what_turns_the_direction(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{"", ""},
		{"abc", "abc"},
		{RIGHT_OVERRIDE "abc", RIGHT_OVERRIDE "abc" POP},
		{RIGHT_OVERRIDE "abc" POP "d", RIGHT_OVERRIDE "abc" POP "d"},
		{LEFT_EMBEDDING "C:\\x", LEFT_EMBEDDING "C:\\x" POP},
		{"a" POP "b" POP_ISOLATE, "ab"},
		{ISOLATE "a" RIGHT_OVERRIDE "b" POP_ISOLATE "c", ISOLATE "a" RIGHT_OVERRIDE "b" POP POP_ISOLATE "c"},
		{RIGHT_OVERRIDE ISOLATE "a" POP "b", RIGHT_OVERRIDE ISOLATE "ab" POP_ISOLATE POP},
		{"\u200f"
	     "א 3",
	     "\u200f"
	     "א 3"},
	};
	CHECK(letters_closed, pairs);

	/* Deeper than has an effect: still as many are closed as are opened. */
	struct arena *a = arena_new();
	enum { DEEP = 300, MARK = sizeof LEFT_EMBEDDING - 1 };
	char *deep = arena_alloc(a, DEEP * MARK + 1), *w = deep;
	for (int i = 0; i < DEEP; i++)
		w = stpcpy(w, LEFT_EMBEDDING);
	const char *closed = letters_closed(a, deep);
	size_t opened = 0, ended = 0;
	for (const char *s = closed; *s; s += MARK) {
		opened += text_starts_with(s, LEFT_EMBEDDING);
		ended += text_starts_with(s, POP);
	}
	assert_int_equal(opened, 125);
	assert_int_equal(ended, 125);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(composes),
		cmocka_unit_test(folds),
		cmocka_unit_test(trims),
		cmocka_unit_test(knows_what_can_be_read),
		cmocka_unit_test(makes_line_ends_one),
		cmocka_unit_test(refuses_what_is_no_character),
		cmocka_unit_test(closes_what_turns_the_direction),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
