/* Dates, times and numbers as people write them, language by language. */
#include "i18n/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define NBSP "\u00a0"
#define NARROW "\u202f"
#define THIN "\u2009"
#define MINUS "\u2212"

static const char *const tags[] = {"en", "sv-SE", "sv-FI", "nb", "fi"};
enum { TAGS = sizeof tags / sizeof *tags };

/* NULL for a program's. */
static const struct formats *speaking(const char *tag)
{
	return tag ? formats_of(language_find(tag)) : NULL;
}

/* The time's text, or why there is none. */
static const char *outcome(struct arena *a, const char *tag, const char *text)
{
	static const char *const names[] = {"good", "unknown", "ambiguous", "no such", "year"};
	struct period p;
	enum read_outcome found = read_time(speaking(tag), a, text, &p);
	return found == READ_GOOD ? period_text(a, &p) : names[found];
}

static void check_time(struct arena *a, const char *tag, const char *text, const char *wanted)
{
	const char *got = outcome(a, tag, text);
	if (strcmp(got, wanted) != 0)
		fail_msg("%s “%s”: %s instead of %s", tag ? tag : "JSON", text, got, wanted);
}

/* What means the same in every language, and to a program. */
static void reads_numbers_as_times(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"2025-12-31", "2025-12-31"},
		{"2025-12", "2025-12"},
		{"2025-Q4", "2025-Q4"},
		{"2025-spring", "2025-spring"},
		{"2025-winter", "2025-winter"},
		{"2025", "2025"},
		{"~2025-12", "~2025-12"},
		{"~2025-12-31", "~2025-12-31"},
		{"~ 2025", "~2025"},
		{"\u22482025", "~2025"},
		{"31.12.2025", "2025-12-31"},
		{"31. 12. 2025", "2025-12-31"},
		{"1.2.2024", "2024-02-01"},
		{"01.02.2024", "2024-02-01"},
		{"2025-1-2", "2025-01-02"},
		{"2025\u201012\u201031", "2025-12-31"},
		{"12/2025", "2025-12"},
		{"12.2025", "2025-12"},
		{"31/12/2025", "2025-12-31"},
		{"12/31/2025", "2025-12-31"},
		{"31-12-2025", "2025-12-31"},
		{"5/5/2025", "2025-05-05"},
		{"3/4/2025", "ambiguous"},
		{"03-04-2025", "ambiguous"},
		{"29.2.2023", "no such"},
		{"2023-02-29", "no such"},
		{"31.13.2025", "no such"},
		{"13/13/2025", "no such"},
		{"0.1.2025", "no such"},
		{"2025-13", "no such"},
		{"2025-0", "no such"},
		{"2025-24", "no such"},
		{"31.12.1899", "year"},
		{"3000", "year"},
		{"", "unknown"},
		{"~", "unknown"},
		{"31.12.25", "unknown"},
		{"31.12", "unknown"},
		{"12", "unknown"},
		{"20251231", "unknown"},
		{"2025-12-31T10:00", "unknown"},
		{"2025-12-31-", "unknown"},
		{"-2025", "unknown"},
		{"2025~", "unknown"},
		{"+1.+3.2026", "unknown"},
		{"1.2.3.4.2025", "unknown"},
		{"31 12 2025", "unknown"},
		{"2025 2026", "unknown"},
		{"soon", "unknown"},
	};
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		check_time(a, NULL, cases[i][0], cases[i][1]);
		for (size_t tag = 0; tag < TAGS; tag++)
			check_time(a, tags[tag], cases[i][0], cases[i][1]);
	}
	arena_free(a);
}

/* What is said in the words of a language; "" for every page, whichever language it speaks. */
static void reads_words(void **state)
{
	(void)state;
	static const struct {
		const char *tag, *text, *wanted;
	} cases[] = {
		{"", "31 December 2025", "2025-12-31"},
		{"", "31 Dec 2025", "2025-12-31"},
		{"", "31 dec. 2025", "2025-12-31"},
		{"", "December 31, 2025", "2025-12-31"},
		{"", "31st of December 2025", "2025-12-31"},
		{"", "31. desember 2025", "2025-12-31"},
		{"", "31.desember 2025", "2025-12-31"},
		{"", "31 december 2025", "2025-12-31"},
		{"", "den 31 DECEMBER 2025", "2025-12-31"},
		{"", "31. joulukuuta 2025", "2025-12-31"},
		{"", "1 maj 2025", "2025-05-01"},
		{"", "1. mai 2025", "2025-05-01"},
		{"", "1 May 2025", "2025-05-01"},
		{"", "30. februar 2025", "no such"},
		{"", "oktober 2023", "2023-10"},
		{"", "October 2023", "2023-10"},
		{"", "okt. 2023", "2023-10"},
		{"", "lokakuu 2023", "2023-10"},
		{"", "lokakuussa 2023", "2023-10"},
		{"", "i oktober 2023", "2023-10"},
		{"", "Q3 2023", "2023-Q3"},
		{"", "q3/2023", "2023-Q3"},
		{"", "2023 Q3", "2023-Q3"},
		{"", "2023-q3", "2023-Q3"},
		{"", "kvartal 3 2023", "2023-Q3"},
		{"", "3. kvartal 2023", "2023-Q3"},
		{"", "tredje kvartalet 2023", "2023-Q3"},
		{"", "third quarter of 2023", "2023-Q3"},
		{"", "3rd quarter 2023", "2023-Q3"},
		{"", "3. neljännes 2023", "2023-Q3"},
		{"", "kolmas neljännes 2023", "2023-Q3"},
		{"", "vuoden 2023 kolmas neljännes", "2023-Q3"},
		{"", "Q5 2023", "no such"},
		{"", "våren 2023", "2023-spring"},
		{"", "Va\u030aren 2023", "2023-spring"},
		{"", "vår 2023", "2023-spring"},
		{"", "kevät 2023", "2023-spring"},
		{"", "keväällä 2023", "2023-spring"},
		{"", "spring 2023", "2023-spring"},
		{"", "sommaren 2023", "2023-summer"},
		{"", "sommer 2023", "2023-summer"},
		{"", "kesä 2023", "2023-summer"},
		{"", "hösten 2023", "2023-autumn"},
		{"", "høsten 2023", "2023-autumn"},
		{"", "syksy 2023", "2023-autumn"},
		{"", "fall 2023", "2023-autumn"},
		{"", "vinter 2023", "2023-winter"},
		{"", "vintern 2023/24", "2023-winter"},
		{"", "winter 2023–2024", "2023-winter"},
		{"", "talvi 2023/2024", "2023-winter"},
		{"", "winter 1999/00", "1999-winter"},
		{"", "winter 2023/25", "unknown"},
		{"", "spring 2023/24", "unknown"},
		{"", "ca. 2023", "~2023"},
		{"", "ca 2023", "~2023"},
		{"", "cirka våren 2023", "~2023-spring"},
		{"", "noin 2023", "~2023"},
		{"", "n. 2023", "~2023"},
		{"", "about Q3 2023", "~2023-Q3"},
		{"", "rundt oktober 2023", "~2023-10"},
		{"", "år 2023", "2023"},
		{"", "vuonna 2023", "2023"},
		{"", "2023 ca", "unknown"},
		{"", "början av hösten 2023", "unknown"},
		{"", "maybe 2023", "unknown"},
		{"", "ma 2023", "unknown"},
		{"", "oktobers 2023", "unknown"},
		{"", "spring", "unknown"},
		{"", "Q3", "unknown"},
		{"", "spring autumn 2023", "unknown"},
		{"", "a word that is longer than all that there are in any language 2023", "unknown"},
		/* Where languages differ the reader's own goes first. */
		{"fi", "mar. 2023", "2023-11"},
		{"nb", "mar. 2023", "2023-03"},
		{"en", "mar 2023", "2023-03"},
	};
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (size_t tag = 0; tag < TAGS; tag++)
			if (!cases[i].tag[0] || !strcmp(cases[i].tag, tags[tag]))
				check_time(a, tags[tag], cases[i].text, cases[i].wanted);
	/* A program's words are no words. */
	check_time(a, NULL, "31 December 2025", "unknown");
	check_time(a, NULL, "Q3 2023", "unknown");
	arena_free(a);
}

static void understands_what_the_pages_write(void **state)
{
	(void)state;
	static const char *const times[] = {"2023-03-09",  "2023-10",     "2023-Q1",      "2023-spring", "2023-summer",
	                                    "2023-autumn", "2023-winter", "1999-winter",  "2023",        "~2023-03-09",
	                                    "~2023-05",    "~2023-Q4",    "~2023-winter", "~2023"};
	static const char *const numbers[] = {"0", "1234567.5", "-1234", "-0.25", "62000000", "1000"};
	struct arena *a = arena_new();
	for (size_t tag = 0; tag < TAGS; tag++) {
		const struct formats *f = speaking(tags[tag]);
		for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
			check_time(a, tags[tag], format_date(f, a, times[i]), times[i]);
			check_time(a, tags[tag], format_date_typed(f, a, times[i]), times[i]);
		}
		for (int month = 1; month <= 12; month++) {
			const char *time = arena_printf(a, "2023-%02d", month);
			check_time(a, tags[tag], format_date(f, a, time), time);
		}
		for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
			assert_string_equal(read_number(f, a, format_number(f, a, numbers[i])), numbers[i]);
	}
	arena_free(a);
}

static void reads_numbers(void **state)
{
	(void)state;
	static const struct {
		const char *text, *english, *others; /* NULL: not understood */
	} cases[] = {
		{"0", "0", "0"},
		{"62000000", "62000000", "62000000"},
		{"62,000,000", "62000000", "62000000"},
		{"62 000 000", "62000000", "62000000"},
		{"62" NBSP "000" NARROW "000", "62000000", "62000000"},
		{"1" THIN "234", "1234", "1234"},
		{"62 000 000,50", "62000000.50", "62000000.50"},
		{"62.000.000", "62000000", "62000000"},
		{"1,234.5", "1234.5", NULL},
		{"1.234,5", NULL, "1234.5"},
		{"1 234.5", "1234.5", "1234.5"},
		{"1,234", "1234", "1.234"},
		{"1.234", "1.234", NULL},
		{"12,5", "12.5", "12.5"},
		{"12.5", "12.5", "12.5"},
		{"12.50", "12.50", "12.50"},
		{"0,25", "0.25", "0.25"},
		{"-12", "-12", "-12"},
		{MINUS "1 234,5", "-1234.5", "-1234.5"},
		{"1,23,456", NULL, NULL},
		{"1234,567", NULL, "1234.567"},
		{"1234 567", NULL, NULL},
		{"12 34", NULL, NULL},
		{"1,234 567", NULL, NULL},
		{"1,234,", NULL, NULL},
		{"1.", NULL, NULL},
		{",5", NULL, NULL},
		{"", NULL, NULL},
		{"-", NULL, NULL},
		{"--1", NULL, NULL},
		{"1e3", NULL, NULL},
		{"NaN", NULL, NULL},
		{"1\n000", NULL, NULL},
		{"1 000 ", NULL, NULL},
		{"1.2.3,4,5", NULL, NULL},
	};
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (size_t tag = 0; tag < TAGS; tag++) {
			const char *wanted = tag ? cases[i].others : cases[i].english;
			const char *got = read_number(speaking(tags[tag]), a, cases[i].text);
			if (wanted && got ? strcmp(wanted, got) != 0 : wanted != got)
				fail_msg("%s “%s”: %s instead of %s", tags[tag], cases[i].text, got ? got : "nothing",
				         wanted ? wanted : "nothing");
		}
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_numbers_as_times),
		cmocka_unit_test(reads_words),
		cmocka_unit_test(understands_what_the_pages_write),
		cmocka_unit_test(reads_numbers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
