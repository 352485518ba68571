/* clock.h: deadlines, calendar dates, and times that are not known to the day. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* Milliseconds of the monotonic clock. A deadline is such a moment; what is left of it is never negative. */
int64_t clock_now_ms(void);
int clock_left_ms(int64_t deadline);

enum { YEAR_FIRST = 1900, YEAR_LAST = 2999 };

struct date {
	int year, month, day;
};

/* Reads YYYY-MM-DD (RFC 3339 full-date). False unless the day exists and the year is YEAR_FIRST to YEAR_LAST. */
bool date_parse(const char *s, struct date *out);

/* Below, above or equal to 0, as with strcmp(). */
int date_compare(const struct date *a, const struct date *b);

/* A time as exactly as it is known. Its text, in documents, forms and JSON alike:
 *   2023-10-20   2023-10   2023-Q3   2023-spring (summer, autumn, winter)   2023
 * and with ~ before it: about then. Spring begins in March; winter begins in December of the year that is named. */
enum precision { PRECISION_DAY, PRECISION_MONTH, PRECISION_QUARTER, PRECISION_SEASON, PRECISION_YEAR };

struct period {
	enum precision precision;
	bool about;
	int year;
	int part; /* month of a day and a month, quarter, season from 1 for spring; 0 of a year */
	int day;  /* of a day, else 0 */
};

/* Reads that text, and nothing else. */
bool period_parse(const char *s, struct period *out);

/* Whether there is such a time: the day and the month exist, and the year as with date_parse(). */
bool period_exists(const struct period *p);

/* The text. */
const char *period_text(struct arena *a, const struct period *p);

/* The first and the last day of the time that the text says; by the last it is sorted and called late. False if it is
 * no such text. */
bool time_first_day(const char *s, struct date *out);
bool time_last_day(const char *s, struct date *out);

#endif
