#include "i18n/format.h"

#include "base/clock.h"
#include "i18n/formats.h"

#include <stdbool.h>
#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"
#define MINUS_SIGN "\xe2\x88\x92"

static const char *const english[] = {"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};
static const char *const swedish[] = {"januari", "februari", "mars",      "april",   "maj",      "juni",
                                      "juli",    "augusti",  "september", "oktober", "november", "december"};
static const char *const norwegian[] = {"januar", "februar", "mars",      "april",   "mai",      "juni",
                                        "juli",   "august",  "september", "oktober", "november", "desember"};
static const char *const finnish[] = {"tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu",  "kesäkuu",
                                      "heinäkuu", "elokuu",   "syyskuu",   "lokakuu",  "marraskuu", "joulukuu"};
static const char *const english_seasons[] = {"spring", "summer", "autumn", "winter"},
						 *const swedish_seasons[] = {"våren", "sommaren", "hösten", "vintern"},
						 *const norwegian_seasons[] = {"våren", "sommeren", "høsten", "vinteren"},
						 *const finnish_seasons[] = {"kevät", "kesä", "syksy", "talvi"};

static const struct formats all[] = {
	{"en", english, false, " ", ", ", ':', ",", ".", "-", "Q", "", english_seasons, "about ", DAY_IN_WORDS},
	{"sv-SE", swedish, false, " ", " ", ':', NO_BREAK_SPACE, ",", MINUS_SIGN, "kvartal ", "", swedish_seasons, "cirka ",
     DAY_ISO},
	{"sv-FI", swedish, false, " ", " kl. ", '.', NO_BREAK_SPACE, ",", MINUS_SIGN, "kvartal ", "", swedish_seasons,
     "cirka ", DAY_WITH_POINTS},
	{"nb", norwegian, false, ". ", " kl. ", ':', NO_BREAK_SPACE, ",", MINUS_SIGN, "", ". kvartal", norwegian_seasons,
     "ca. ", DAY_WITH_POINTS},
	{"fi", finnish, true, "", " klo ", '.', NO_BREAK_SPACE, ",", MINUS_SIGN, "", ". neljännes", finnish_seasons,
     "noin ", DAY_WITH_POINTS},
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
	if (f->day_numbered)
		return arena_printf(a, "%d.%d.%d", d->day, d->month, d->year);
	return arena_printf(a, "%d%s%s %d", d->day, f->after_day, f->months[d->month - 1], d->year);
}

/* A winter lies in two years, and says so: who reads "winter 2023" might think of its January. */
static const char *write_season(const struct formats *f, struct arena *a, const struct period *p)
{
	const char *name = f->seasons[p->part - 1];
	if (p->part < SEASON_NAMES)
		return arena_printf(a, "%s %d", name, p->year);
	return arena_printf(a, "%s %d/%02d", name, p->year, (p->year + 1) % 100);
}

static const char *write_period(const struct formats *f, struct arena *a, const struct period *p)
{
	switch (p->precision) {
	case PRECISION_DAY:
		return write_day(f, a, &(struct date){p->year, p->part, p->day});
	case PRECISION_MONTH:
		return arena_printf(a, "%s %d", f->months[p->part - 1], p->year);
	case PRECISION_QUARTER:
		return arena_printf(a, "%s%d%s %d", f->before_quarter, p->part, f->after_quarter, p->year);
	case PRECISION_SEASON:
		return write_season(f, a, p);
	case PRECISION_YEAR:
		break;
	}
	return arena_printf(a, "%d", p->year);
}

const char *format_date(const struct formats *f, struct arena *a, const char *iso)
{
	struct date d;
	struct period p;
	if (read_day(iso, &d))
		return write_day(f, a, &d);
	if (!period_parse(iso, &p))
		return iso;
	const char *words = write_period(f, a, &p);
	return p.about ? arena_printf(a, "%s%s", f->about, words) : words;
}

const char *format_date_typed(const struct formats *f, struct arena *a, const char *iso)
{
	struct date d;
	if (f->day_typed == DAY_IN_WORDS || !date_parse(iso, &d))
		return format_date(f, a, iso);
	return f->day_typed == DAY_ISO ? iso : arena_printf(a, "%d.%d.%d", d.day, d.month, d.year);
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
