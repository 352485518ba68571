#include "i18n/format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define NBSP "\xc2\xa0"
#define MINUS "\xe2\x88\x92"

static const char *const tags[] = {"en", "sv-SE", "sv-FI", "nb", "fi"};
enum { TAGS = sizeof tags / sizeof *tags };

struct row {
	const char *in;
	const char *out[TAGS]; /* in the order of tags */
};

typedef const char *format_function(const struct formats *f, struct arena *a, const char *text);

static void check(format_function *format, const struct row *rows, size_t n)
{
	struct arena *a = arena_new();
	for (size_t i = 0; i < n; i++)
		for (size_t tag = 0; tag < TAGS; tag++)
			assert_string_equal(format(formats_of(language_find(tags[tag])), a, rows[i].in), rows[i].out[tag]);
	arena_free(a);
}

static void check_untouched(format_function *format, const char *const *texts, size_t n)
{
	struct arena *a = arena_new();
	for (size_t i = 0; i < n; i++)
		for (size_t tag = 0; tag < TAGS; tag++)
			assert_string_equal(format(formats_of(language_find(tags[tag])), a, texts[i]), texts[i]);
	arena_free(a);
}

static void writes_dates(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"2023-03-09", {"9 March 2023", "9 mars 2023", "9 mars 2023", "9. mars 2023", "9.3.2023"}},
		{"2024-02-29", {"29 February 2024", "29 februari 2024", "29 februari 2024", "29. februar 2024", "29.2.2024"}},
		{"2026-12-31", {"31 December 2026", "31 december 2026", "31 december 2026", "31. desember 2026", "31.12.2026"}},
		{"2026-05-01T00:00:00+02:00", {"1 May 2026", "1 maj 2026", "1 maj 2026", "1. mai 2026", "1.5.2026"}},
		{"2023-10", {"October 2023", "oktober 2023", "oktober 2023", "oktober 2023", "lokakuu 2023"}},
		{"2023-Q3", {"Q3 2023", "kvartal 3 2023", "kvartal 3 2023", "3. kvartal 2023", "3. neljännes 2023"}},
		{"2023-spring", {"spring 2023", "våren 2023", "våren 2023", "våren 2023", "kevät 2023"}},
		{"2023-summer", {"summer 2023", "sommaren 2023", "sommaren 2023", "sommeren 2023", "kesä 2023"}},
		{"2023-autumn", {"autumn 2023", "hösten 2023", "hösten 2023", "høsten 2023", "syksy 2023"}},
		{"2023-winter", {"winter 2023/24", "vintern 2023/24", "vintern 2023/24", "vinteren 2023/24", "talvi 2023/24"}},
		{"1999-winter", {"winter 1999/00", "vintern 1999/00", "vintern 1999/00", "vinteren 1999/00", "talvi 1999/00"}},
		{"2023", {"2023", "2023", "2023", "2023", "2023"}},
		{"~2023", {"about 2023", "cirka 2023", "cirka 2023", "ca. 2023", "noin 2023"}},
		{"~2023-spring",
	     {"about spring 2023", "cirka våren 2023", "cirka våren 2023", "ca. våren 2023", "noin kevät 2023"}},
		{"~2023-03-09",
	     {"about 9 March 2023", "cirka 9 mars 2023", "cirka 9 mars 2023", "ca. 9. mars 2023", "noin 9.3.2023"}},
	};
	check(format_date, rows, sizeof rows / sizeof *rows);
	static const char *const garbage[] = {"",          "soon",      "2023-02-29",   "2023-13-01", "2023-03-09x",
	                                      "9.3.2023",  "2023-03-0", "0000-00-00",   "2023-Q5",    "~",
	                                      "2023-fall", "202",       "2023-03T10:00"};
	check_untouched(format_date, garbage, sizeof garbage / sizeof *garbage);
}

static void writes_dates_as_they_are_typed(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"2023-03-09", {"9 March 2023", "2023-03-09", "9.3.2023", "9.3.2023", "9.3.2023"}},
		{"2023-Q3", {"Q3 2023", "kvartal 3 2023", "kvartal 3 2023", "3. kvartal 2023", "3. neljännes 2023"}},
	};
	check(format_date_typed, rows, sizeof rows / sizeof *rows);
	static const char *const garbage[] = {"", "soon", "9.3.2023", "2023-02-29"};
	check_untouched(format_date_typed, garbage, sizeof garbage / sizeof *garbage);
}

static void writes_moments(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"2023-03-09T14:05:00+01:00",
	     {"9 March 2023, 14:05", "9 mars 2023 14:05", "9 mars 2023 kl. 14.05", "9. mars 2023 kl. 14:05",
	      "9.3.2023 klo 14.05"}},
		{"2023-03-09T09:00:59.123456",
	     {"9 March 2023, 09:00", "9 mars 2023 09:00", "9 mars 2023 kl. 09.00", "9. mars 2023 kl. 09:00",
	      "9.3.2023 klo 09.00"}},
		{"2023-03-09", {"9 March 2023", "9 mars 2023", "9 mars 2023", "9. mars 2023", "9.3.2023"}},
	};
	check(format_datetime, rows, sizeof rows / sizeof *rows);
	static const char *const garbage[] = {"",
	                                      "T",
	                                      "2023-03-09T",
	                                      "2023-03-09T1",
	                                      "2023-03-09T24:00",
	                                      "2023-03-09T12:60",
	                                      "2023-03-09T12:6",
	                                      "2023-03-09T12:055",
	                                      "2023-02-30T12:00"};
	check_untouched(format_datetime, garbage, sizeof garbage / sizeof *garbage);
}

#define SAME_BUT_ENGLISH(en, rest) \
	{ \
		en, rest, rest, rest, rest \
	}

static void writes_numbers(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"0", SAME_BUT_ENGLISH("0", "0")},
		{"999", SAME_BUT_ENGLISH("999", "999")},
		{"1000", SAME_BUT_ENGLISH("1,000", "1" NBSP "000")},
		{"1234567.5", SAME_BUT_ENGLISH("1,234,567.5", "1" NBSP "234" NBSP "567,5")},
		{"-1234", SAME_BUT_ENGLISH("-1,234", MINUS "1" NBSP "234")},
		{"-0.25", SAME_BUT_ENGLISH("-0.25", MINUS "0,25")},
		{"1234.1234", SAME_BUT_ENGLISH("1,234.1234", "1" NBSP "234,1234")},
		{"123456789012345678901234",
	     SAME_BUT_ENGLISH("123,456,789,012,345,678,901,234",
	                      "123" NBSP "456" NBSP "789" NBSP "012" NBSP "345" NBSP "678" NBSP "901" NBSP "234")},
	};
	check(format_number, rows, sizeof rows / sizeof *rows);
	static const char *const garbage[] = {"",        "-",   ".",   "1.",     ".5",  "1.2.3", "007",
	                                      "0071234", "1e6", "--1", "12 345", "NaN", "5x"};
	check_untouched(format_number, garbage, sizeof garbage / sizeof *garbage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_dates),
		cmocka_unit_test(writes_dates_as_they_are_typed),
		cmocka_unit_test(writes_moments),
		cmocka_unit_test(writes_numbers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
