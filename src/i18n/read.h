/* read.h: dates, times and numbers as people write them in each language; the other side of format.h. */
#ifndef I18N_READ_H
#define I18N_READ_H

#include "base/clock.h"
#include "i18n/format.h"

enum read_outcome {
	READ_GOOD,
	READ_UNKNOWN,   /* not a way in which a time is written */
	READ_AMBIGUOUS, /* a day that can be read as two: 3/4/2026 */
	READ_NO_SUCH,   /* 29.2.2023 */
	READ_YEAR,      /* outside of YEAR_FIRST to YEAR_LAST */
};

/* A day or a less exact time. Everywhere its text (base/clock.h), 31.12.2026 and 12/2026 are understood, and 31/12/2026
 * where it cannot mean another day; with `f` also what people write in words, in any of the portal's languages, the one
 * of `f` first: 31 December 2026, December 2026, Q3 2026, 3. kvartal 2026, våren 2026, winter 2026/27, 2026, and
 * "about", "ca." or ~ before it. NULL for `f`: what a program sent. */
enum read_outcome read_time(const struct formats *f, struct arena *a, const char *text, struct period *out);

/* Is the word, in small letters, a month's whole name in any of the languages, in whatever case of Finnish? */
bool read_is_month(const char *word);

/* A number as JSON writes it: "-1234.5" of "−1 234,5" where a comma is the decimal point, of "-1,234.5" in English.
 * Digits are grouped by threes with blanks of any width, and with the mark that the language does not use as its point.
 * A mark that stands there twice groups, whatever the language; 1.234 where the point is a comma may be either, and is
 * not understood. NULL for what is no number. */
const char *read_number(const struct formats *f, struct arena *a, const char *text);

#endif
