#include "i18n/format.h"

#include "base/clock.h"

#include <stdbool.h>
#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"
#define MINUS_SIGN "\xe2\x88\x92"

struct formats {
	const char *tag;
	const char *const *months; /* NULL: the month is a number, and the date 9.3.2023 */
	const char *after_day;     /* between the day and the month's name */
	const char *before_time;
	char hour_minute;
	const char *group, *point, *minus;
};

static const char *const english[] = {"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};
static const char *const swedish[] = {"januari", "februari", "mars",      "april",   "maj",      "juni",
                                      "juli",    "augusti",  "september", "oktober", "november", "december"};
static const char *const norwegian[] = {"januar", "februar", "mars",      "april",   "mai",      "juni",
                                        "juli",   "august",  "september", "oktober", "november", "desember"};

static const struct formats all[] = {
	{"en", english, " ", ", ", ':', ",", ".", "-"},
	{"sv-SE", swedish, " ", " ", ':', NO_BREAK_SPACE, ",", MINUS_SIGN},
	{"sv-FI", swedish, " ", " kl. ", '.', NO_BREAK_SPACE, ",", MINUS_SIGN},
	{"nb", norwegian, ". ", " kl. ", ':', NO_BREAK_SPACE, ",", MINUS_SIGN},
	{"fi", NULL, "", " klo ", '.', NO_BREAK_SPACE, ",", MINUS_SIGN},
};

const struct formats *formats_of(const struct language *l)
{
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (strcmp(all[i].tag, l->tag) == 0)
			return &all[i];
	return &all[0];
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The day at the start of an ISO 8601 text, which ends there or goes on with a T. */
static bool read_day(const char *iso, struct date *d)
{
	char day[11];
	if (strnlen(iso, 10) < 10 || (iso[10] && iso[10] != 'T'))
		return false;
	memcpy(day, iso, 10);
	day[10] = '\0';
	return date_parse(day, d);
}

static char *write_day(const struct formats *f, struct arena *a, const struct date *d)
{
	if (!f->months)
		return arena_printf(a, "%d.%d.%d", d->day, d->month, d->year);
	return arena_printf(a, "%d%s%s %d", d->day, f->after_day, f->months[d->month - 1], d->year);
}

const char *format_date(const struct formats *f, struct arena *a, const char *iso)
{
	struct date d;
	return read_day(iso, &d) ? write_day(f, a, &d) : iso;
}

/* "T14:05" and whatever follows the minutes. */
static bool is_time(const char *s)
{
	if (s[0] != 'T' || !is_digit(s[1]) || !is_digit(s[2]) || s[3] != ':' || !is_digit(s[4]) || !is_digit(s[5]) ||
	    is_digit(s[6]))
		return false;
	return (s[1] - '0') * 10 + (s[2] - '0') < 24 && s[4] < '6';
}

const char *format_datetime(const struct formats *f, struct arena *a, const char *iso)
{
	struct date d;
	if (!read_day(iso, &d))
		return iso;
	if (!iso[10])
		return write_day(f, a, &d);
	const char *time = iso + 10;
	if (!is_time(time))
		return iso;
	return arena_printf(a, "%s%s%.2s%c%.2s", write_day(f, a, &d), f->before_time, time + 1, f->hour_minute, time + 4);
}

static size_t count_digits(const char *s)
{
	return strspn(s, "0123456789");
}

const char *format_number(const struct formats *f, struct arena *a, const char *decimal)
{
	bool negative = *decimal == '-';
	const char *whole = decimal + negative;
	size_t digits = count_digits(whole);
	const char *rest = whole + digits;
	size_t decimals = *rest == '.' ? count_digits(rest + 1) : 0;
	if (!digits || (digits > 1 && *whole == '0') || (*rest == '.' && !decimals) || rest[decimals ? decimals + 1 : 0])
		return decimal;
	char *out = arena_alloc(a, strlen(f->minus) + digits * (1 + strlen(f->group)) + strlen(f->point) + decimals + 1);
	char *w = negative ? stpcpy(out, f->minus) : out;
	for (size_t i = 0; i < digits; i++) {
		if (i && (digits - i) % 3 == 0)
			w = stpcpy(w, f->group);
		*w++ = whole[i];
	}
	if (decimals) {
		w = stpcpy(w, f->point);
		memcpy(w, rest + 1, decimals);
	}
	return out;
}
