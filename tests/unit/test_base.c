/* What everything stands on: arena, buffer, text, dates, errors. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"

#include <malloc.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int order[3], released;

static void note(void *what)
{
	order[released++] = *(int *)what;
}

static void arena_releases_in_reverse_and_starts_anew(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	int one = 1, two = 2;
	released = 0;
	arena_defer(a, note, &one);
	arena_defer(a, note, &two);
	char *large = arena_alloc(a, 200000), *text = arena_printf(a, "%s-%d", "risk", 7);
	assert_int_equal(large[199999], 0);
	assert_string_equal(text, "risk-7");
	assert_int_equal((uintptr_t)arena_alloc(a, 3) % _Alignof(max_align_t), 0);
	arena_reset(a);
	assert_int_equal(released, 2);
	assert_int_equal(order[0], 2);
	assert_int_equal(order[1], 1);
	arena_reset(a);
	assert_int_equal(released, 2);
	/* Reused blocks come zeroed. */
	memset(arena_alloc(a, 100), 'x', 100);
	arena_reset(a);
	assert_int_equal(*(char *)arena_alloc(a, 100), 0);
	arena_free(a);
}

/* Every free() of the program passes here (the Makefile links this test with --wrap=free). */
void __real_free(void *p);
void __wrap_free(void *p);
static const char *secret;
static int freed_with_secret;

void __wrap_free(void *p)
{
	if (p && secret && memmem(p, malloc_usable_size(p), secret, strlen(secret)))
		freed_with_secret++;
	__real_free(p);
}

/* A password in a block of the usual size and one in a block of its own; how often memory was freed that held it. */
static int secrets_left_by(struct arena *a)
{
	freed_with_secret = 0;
	arena_printf(a, "%200000s", secret);
	char *small = arena_strdup(a, secret);
	arena_reset(a);
	/* The block of the usual size is still the arena's. */
	freed_with_secret += memcmp(small, secret, strlen(secret)) == 0;
	arena_strdup(a, secret);
	arena_free(a);
	return freed_with_secret;
}

static void a_wiped_arena_leaves_no_secret(void **state)
{
	(void)state;
	secret = "Hemligt-Losen-77";
	assert_int_equal(secrets_left_by(arena_new_wiped()), 0);
	/* Where nothing is wiped it is found: in the block of its own, in the one that is kept, and in that one at the end.
	 */
	assert_int_equal(secrets_left_by(arena_new()), 3);
	secret = NULL;
}

static void small_numbers_fit_an_int(void **state)
{
	(void)state;
	static const char *const good[] = {"0", "7", "007", "999999999"};
	static const char *const bad[] = {"", "1000000000", "-1", "+1", " 1", "1 ", "1.0", "0x1", "\xd9\xa1"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(text_is_small_number(good[i]));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(text_is_small_number(bad[i]));
}

static void buffer_stops_at_its_maximum(void **state)
{
	(void)state;
	struct buf b;
	buf_init(&b, 10);
	assert_string_equal(buf_text(&b), "");
	buf_adds(&b, "12345");
	buf_printf(&b, "%d", 678);
	assert_string_equal(buf_text(&b), "12345678");
	assert_false(b.full);
	buf_adds(&b, "901");
	assert_true(b.full);
	assert_string_equal(buf_text(&b), "12345678");
	buf_addc(&b, 'x');
	assert_int_equal(b.len, 8);
	buf_reset(&b);
	assert_false(b.full);
	buf_adds(&b, "1234567890");
	assert_int_equal(b.len, 10);
	buf_free(&b);
}

static void only_clean_utf8_is_clean(void **state)
{
	(void)state;
	static const char *const good[] = {"",         "plain",        "tab\tline\r\n",    "blåbær",
	                                   "\xc2\xa0", "\xed\x9f\xbf", "\xf4\x8f\xbf\xbf", "\xf0\x9f\x98\x80"};
	static const char *const controls[] = {"\x01", "a\x0b", "\x7f", "\xc2\x85", "å\xc2\x9f"};
	static const char *const bad[] = {"\xc0\xaf",         "\xc3", "\xe0\x80\xaf", "\xed\xa0\x80",
	                                  "\xf4\x90\x80\x80", "\xff", "a\x80",        "\xf0\x9f\x98"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(text_is_utf8(good[i], strlen(good[i])) && text_is_clean(good[i], strlen(good[i])));
	for (size_t i = 0; i < sizeof controls / sizeof *controls; i++) {
		assert_true(text_is_utf8(controls[i], strlen(controls[i])));
		assert_false(text_is_clean(controls[i], strlen(controls[i])));
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(text_is_utf8(bad[i], strlen(bad[i])) || text_is_clean(bad[i], strlen(bad[i])));
	assert_false(text_is_clean("a\0b", 3));
	assert_false(text_is_utf8("a\0b", 3));
	assert_int_equal(text_length("blåbær"), 6);
}

static void texts_are_cut_between_characters(void **state)
{
	(void)state;
	assert_int_equal(text_prefix("åå", 4), 4);
	assert_int_equal(text_prefix("åå", 3), 2);
	assert_int_equal(text_prefix("\xf0\x9f\x98\x80", 3), 0);
	assert_int_equal(text_prefix("abc", 40), 3);
	struct error e = {0};
	char many[3 * ERROR_MESSAGE_MAX];
	for (size_t i = 0; i + 2 < sizeof many; i += 2)
		memcpy(many + i, "å", 3);
	assert_int_equal(error_set(&e, 400, "x%s", many), -1);
	assert_true(text_is_clean(e.message, strlen(e.message)));
	assert_in_range(strlen(e.message), ERROR_MESSAGE_MAX - 3, ERROR_MESSAGE_MAX - 1);
	assert_int_equal(error_set(NULL, 400, "nobody listens"), -1);
}

static void only_days_that_exist_are_dates(void **state)
{
	(void)state;
	static const char *const good[] = {"2024-02-29", "2000-02-29", "1900-01-01", "2999-12-31", "2026-04-30"};
	static const char *const bad[] = {"2023-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
	                                  "2026-01-00", "1899-12-31", "3000-01-01", "2026-1-01",  "2026-01-01x",
	                                  "26-01-01",   "",           "2026/01/01", "+026-01-01"};
	struct date d;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(date_parse(good[i], &d));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(date_parse(bad[i], &d));
	assert_true(date_parse("2023-10-06", &d));
	assert_int_equal(d.year * 10000 + d.month * 100 + d.day, 20231006);
}

static void a_deadline_that_has_passed_leaves_nothing(void **state)
{
	(void)state;
	assert_int_equal(clock_left_ms(clock_now_ms() - 5), 0);
	assert_in_range(clock_left_ms(clock_now_ms() + 60000), 50000, 60000);
	assert_int_equal(clock_left_ms(INT64_MAX), INT32_MAX);
}

static void reads_times_known_less_exactly(void **state)
{
	(void)state;
	static const struct {
		const char *text, *last; /* NULL: no such text */
	} cases[] = {
		{"2023-10-20", "2023-10-20"},
		{"2023-10", "2023-10-31"},
		{"2024-02", "2024-02-29"},
		{"2023-Q1", "2023-03-31"},
		{"2023-Q3", "2023-09-30"},
		{"2023-Q4", "2023-12-31"},
		{"2023-spring", "2023-05-31"},
		{"2023-summer", "2023-08-31"},
		{"2023-autumn", "2023-11-30"},
		{"2023-winter", "2024-02-29"},
		{"2022-winter", "2023-02-28"},
		{"2023", "2023-12-31"},
		{"~2023", "2023-12-31"},
		{"~2023-10-20", "2023-10-20"},
		{"~2023-winter", "2024-02-29"},
		{"", NULL},
		{"~", NULL},
		{"~~2023", NULL},
		{"2023-", NULL},
		{"2023-1", NULL},
		{"2023-13", NULL},
		{"2023-00", NULL},
		{"2023-02-29", NULL},
		{"2023-Q0", NULL},
		{"2023-Q5", NULL},
		{"2023-Q", NULL},
		{"2023-q1", NULL},
		{"2023-fall", NULL},
		{"2023-spring ", NULL},
		{"1899", NULL},
		{"3000-Q1", NULL},
		{"202", NULL},
		{"20233", NULL},
		{"2023-10-20T10:00", NULL},
		{" 2023", NULL},
		{"2023-101", NULL},
	};
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct period p;
		struct date d;
		assert_int_equal(time_last_day(cases[i].text, &d), cases[i].last != NULL);
		if (!cases[i].last)
			continue;
		assert_string_equal(arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day), cases[i].last);
		assert_true(period_parse(cases[i].text, &p));
		assert_string_equal(period_text(a, &p), cases[i].text);
	}
	arena_free(a);
}

static void compares_dates(void **state)
{
	(void)state;
	const struct date early = {2023, 12, 31}, late = {2024, 1, 1}, later = {2024, 1, 2};
	assert_true(date_compare(&early, &late) < 0);
	assert_true(date_compare(&later, &late) > 0);
	assert_true(date_compare(&late, &late) == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_releases_in_reverse_and_starts_anew),
		cmocka_unit_test(a_wiped_arena_leaves_no_secret),
		cmocka_unit_test(buffer_stops_at_its_maximum),
		cmocka_unit_test(only_clean_utf8_is_clean),
		cmocka_unit_test(small_numbers_fit_an_int),
		cmocka_unit_test(texts_are_cut_between_characters),
		cmocka_unit_test(only_days_that_exist_are_dates),
		cmocka_unit_test(reads_times_known_less_exactly),
		cmocka_unit_test(compares_dates),
		cmocka_unit_test(a_deadline_that_has_passed_leaves_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
