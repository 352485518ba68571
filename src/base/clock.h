/* clock.h: deadlines and calendar dates. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* Milliseconds of the monotonic clock. A deadline is such a moment; what is left of it is never negative. */
int64_t clock_now_ms(void);
int clock_left_ms(int64_t deadline);

struct date {
	int year, month, day;
};

/* Reads YYYY-MM-DD (RFC 3339 full-date). False unless the day exists and the year is 1900 to 2999. */
bool date_parse(const char *s, struct date *out);

#endif
