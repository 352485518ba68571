#include "base/clock.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

int64_t clock_now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int clock_left_ms(int64_t deadline)
{
	int64_t left = deadline - clock_now_ms();
	if (left < 0)
		return 0;
	return left > INT_MAX ? INT_MAX : (int)left;
}

static bool digits(const char *s, int n, int *out)
{
	*out = 0;
	for (int i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		*out = *out * 10 + (s[i] - '0');
	}
	return true;
}

static int days_in(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : days[month - 1];
}

static bool date_exists(const struct date *d)
{
	return d->year >= YEAR_FIRST && d->year <= YEAR_LAST && d->month >= 1 && d->month <= 12 && d->day >= 1 &&
	       d->day <= days_in(d->year, d->month);
}

bool date_parse(const char *s, struct date *out)
{
	struct date d;
	if (strlen(s) != 10 || s[4] != '-' || s[7] != '-' || !digits(s, 4, &d.year) || !digits(s + 5, 2, &d.month) ||
	    !digits(s + 8, 2, &d.day) || !date_exists(&d))
		return false;
	*out = d;
	return true;
}

int date_compare(const struct date *a, const struct date *b)
{
	return (a->year - b->year) * 10000 + (a->month - b->month) * 100 + (a->day - b->day);
}

static const char *const seasons[] = {"spring", "summer", "autumn", "winter"};
enum { SEASONS = 4, QUARTERS = 4, MONTHS = 12, MONTHS_OF_QUARTER = 3 };

/* What follows the year and its hyphen. */
static bool parse_part(const char *s, struct period *p)
{
	size_t n = strlen(s);
	for (int i = 0; i < SEASONS; i++)
		if (strcmp(s, seasons[i]) == 0) {
			p->precision = PRECISION_SEASON;
			p->part = i + 1;
			return true;
		}
	if (n == 2 && s[0] == 'Q') {
		p->precision = PRECISION_QUARTER;
		return digits(s + 1, 1, &p->part);
	}
	p->precision = n == 2 ? PRECISION_MONTH : PRECISION_DAY;
	if (!digits(s, 2, &p->part))
		return false;
	return n == 2 || (n == 5 && s[2] == '-' && digits(s + 3, 2, &p->day));
}

bool period_parse(const char *s, struct period *out)
{
	struct period p = {.precision = PRECISION_YEAR, .about = *s == '~'};
	s += p.about;
	if (!digits(s, 4, &p.year) || (s[4] && (s[4] != '-' || !parse_part(s + 5, &p))) || !period_exists(&p))
		return false;
	*out = p;
	return true;
}

bool period_exists(const struct period *p)
{
	static const int parts[] = {
		[PRECISION_MONTH] = MONTHS, [PRECISION_QUARTER] = QUARTERS, [PRECISION_SEASON] = SEASONS};
	const struct date day = {p->year, p->part, p->day};
	if (p->precision == PRECISION_DAY)
		return date_exists(&day);
	return p->year >= YEAR_FIRST && p->year <= YEAR_LAST &&
	       (p->precision == PRECISION_YEAR || (p->part >= 1 && p->part <= parts[p->precision]));
}

const char *period_text(struct arena *a, const struct period *p)
{
	const char *about = p->about ? "~" : "";
	switch (p->precision) {
	case PRECISION_DAY:
		return arena_printf(a, "%s%04d-%02d-%02d", about, p->year, p->part, p->day);
	case PRECISION_MONTH:
		return arena_printf(a, "%s%04d-%02d", about, p->year, p->part);
	case PRECISION_QUARTER:
		return arena_printf(a, "%s%04d-Q%d", about, p->year, p->part);
	case PRECISION_SEASON:
		return arena_printf(a, "%s%04d-%s", about, p->year, seasons[p->part - 1]);
	case PRECISION_YEAR:
		break;
	}
	return arena_printf(a, "%s%04d", about, p->year);
}

bool time_first_day(const char *s, struct date *out)
{
	struct period p;
	if (!period_parse(s, &p))
		return false;
	*out = (struct date){p.year, p.part, p.precision == PRECISION_DAY ? p.day : 1};
	if (p.precision == PRECISION_YEAR)
		out->month = 1;
	else if (p.precision == PRECISION_QUARTER)
		out->month = (p.part - 1) * MONTHS_OF_QUARTER + 1;
	else if (p.precision == PRECISION_SEASON)
		out->month = p.part * MONTHS_OF_QUARTER; /* March, June, September, December */
	return true;
}

bool time_last_day(const char *s, struct date *out)
{
	struct period p;
	if (!period_parse(s, &p))
		return false;
	*out = (struct date){p.year, p.part, p.day};
	if (p.precision == PRECISION_DAY)
		return true;
	if (p.precision == PRECISION_YEAR)
		out->month = MONTHS;
	else if (p.precision == PRECISION_QUARTER)
		out->month = p.part * MONTHS_OF_QUARTER;
	else if (p.precision == PRECISION_SEASON)
		out->month = p.part * MONTHS_OF_QUARTER + 2; /* May, August, November, February */
	if (out->month > MONTHS) {
		out->year++;
		out->month -= MONTHS;
	}
	out->day = days_in(out->year, out->month);
	return true;
}
