#include "i18n/read.h"

#include "base/letters.h"
#include "base/text.h"
#include "i18n/formats.h"

#include <string.h>

/* A time is cut into parts, each of which has a letter: y a number of four digits, n one of one or two, m a month's
 * name, s a season, q the word "quarter", o an ordinal, and - / . themselves. Blanks, commas, fillers and a point
 * before a word part nothing. The letters together are the shape, and the table of shapes says what each part of it is.
 */
enum { PARTS_MAX = 6, WORD_MAX = 40 };

struct parts {
	char shape[PARTS_MAX + 1];
	int value[PARTS_MAX];
	size_t n;
	bool about, good;
};

/* The roles: y year, d day, p month, quarter or season, w the year that a winter ends in. */
static const struct shape {
	const char *shape, *roles;
	enum precision precision;
	bool swappable; /* some put the month first */
} shapes[] = {
	{"y-n-n", "y-p-d", PRECISION_DAY, false},   {"n.n.y", "d.p.y", PRECISION_DAY, false},
	{"nmy", "dpy", PRECISION_DAY, false},       {"mny", "pdy", PRECISION_DAY, false},
	{"n/n/y", "d/p/y", PRECISION_DAY, true},    {"n-n-y", "d-p-y", PRECISION_DAY, true},
	{"my", "py", PRECISION_MONTH, false},       {"y-n", "y-p", PRECISION_MONTH, false},
	{"n/y", "p/y", PRECISION_MONTH, false},     {"n.y", "p.y", PRECISION_MONTH, false},
	{"qny", "-py", PRECISION_QUARTER, false},   {"qn/y", "-p/y", PRECISION_QUARTER, false},
	{"qn-y", "-p-y", PRECISION_QUARTER, false}, {"nqy", "p-y", PRECISION_QUARTER, false},
	{"oqy", "p-y", PRECISION_QUARTER, false},   {"yqn", "y-p", PRECISION_QUARTER, false},
	{"y-qn", "y--p", PRECISION_QUARTER, false}, {"ynq", "yp-", PRECISION_QUARTER, false},
	{"yoq", "yp-", PRECISION_QUARTER, false},   {"sy", "py", PRECISION_SEASON, false},
	{"ys", "yp", PRECISION_SEASON, false},      {"y-s", "y-p", PRECISION_SEASON, false},
	{"sy/y", "py/w", PRECISION_SEASON, false},  {"sy-y", "py-w", PRECISION_SEASON, false},
	{"sy/n", "py/w", PRECISION_SEASON, false},  {"sy-n", "py-w", PRECISION_SEASON, false},
	{"y", "y", PRECISION_YEAR, false},
};

static void add_part(struct parts *p, char letter, int value)
{
	p->good = p->good && p->n < PARTS_MAX;
	if (!p->good)
		return;
	p->shape[p->n] = letter;
	p->value[p->n++] = value;
}

/* Whether the word is one of those in the list. */
static bool listed(const char *list, const char *word)
{
	size_t n = strlen(word);
	for (const char *at = list; (at = strstr(at, word)); at += n)
		if ((at == list || at[-1] == ' ') && (at[n] == ' ' || !at[n]))
			return true;
	return false;
}

/* From 1; 0: none of them. */
static int number_of(const char *const *lists, int n, const char *word)
{
	for (int i = 0; i < n; i++)
		if (listed(lists[i], word))
			return i + 1;
	return 0;
}

static int month_cut_short(const struct time_words *words, const char *word)
{
	enum { SHORTEST = 3 };
	for (int i = 0; i < MONTH_NAMES; i++)
		if ((strlen(word) >= SHORTEST && text_starts_with(words->months[i], word)) ||
		    (words->inflected && text_starts_with(word, words->months[i])))
			return i + 1;
	return 0;
}

bool read_is_month(const char *word)
{
	enum { SHORTEST = 3 };
	if (strlen(word) < SHORTEST)
		return false;
	for (size_t i = 0; i < TIME_LANGUAGES; i++)
		for (int m = 0; m < MONTH_NAMES; m++)
			if (listed(time_words[i].months[m], word) ||
			    (time_words[i].inflected && text_starts_with(word, time_words[i].months[m])))
				return true;
	return false;
}

static bool add_exact(struct parts *p, const struct time_words *words, const char *word)
{
	int found;
	if ((found = number_of(words->months, MONTH_NAMES, word)))
		add_part(p, 'm', found);
	else if ((found = number_of(words->seasons, SEASON_NAMES, word)))
		add_part(p, 's', found);
	else if ((found = number_of(words->ordinals, 4, word)))
		add_part(p, 'o', found);
	else if (listed(words->quarter, word))
		add_part(p, 'q', 0);
	else if (listed(words->about, word) && !p->n)
		p->about = true;
	else
		return listed(words->fillers, word);
	return true;
}

/* The languages' words, the reader's own first: "kesä" is Finnish for summer before it is the beginning of June, and
 * "mar" a March for all but the Finns. */
static void add_word(struct parts *p, const struct formats *f, const char *word)
{
	size_t own = 0;
	int month = 0;
	while (own < TIME_LANGUAGES - 1 && !text_starts_with(f->tag, time_words[own].tag))
		own++;
	for (size_t i = 0; i < TIME_LANGUAGES; i++)
		if (add_exact(p, &time_words[(own + i) % TIME_LANGUAGES], word))
			return;
	for (size_t i = 0; i < TIME_LANGUAGES && !month; i++)
		month = month_cut_short(&time_words[(own + i) % TIME_LANGUAGES], word);
	if (month)
		add_part(p, 'm', month);
	p->good = p->good && month;
}

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* The marks that part numbers, the many hyphens being one; 0 for another character. */
static char mark(uint32_t c)
{
	enum { HYPHEN = 0x2010, HORIZONTAL_BAR = 0x2015, MINUS = 0x2212 };
	if ((c >= HYPHEN && c <= HORIZONTAL_BAR) || c == MINUS)
		return '-';
	return c == '-' || c == '/' || c == '.' ? (char)c : 0;
}

static const char *take_number(struct parts *p, const char *s)
{
	size_t n = strspn(s, "0123456789");
	int value = 0;
	for (size_t i = 0; i < n && i < 4; i++)
		value = value * 10 + (s[i] - '0');
	p->good = p->good && (n <= 2 || n == 4);
	add_part(p, n == 4 ? 'y' : 'n', value);
	return s + n;
}

static const char *take_word(struct parts *p, const struct formats *f, struct arena *a, const char *s)
{
	const char *begin = s;
	uint32_t c;
	for (const char *next; (next = letters_next(s, &c)); s = next)
		if (is_digit(c) || mark(c) || c == ',' || letters_is_blank(c))
			break;
	p->good = p->good && f && s - begin < WORD_MAX;
	if (p->good)
		add_word(p, f, arena_strndup(a, begin, (size_t)(s - begin)));
	return s;
}

/* "31. desember", "ca. 2026": the point belongs to what is before it. */
static bool point_parts_nothing(const struct parts *p, const char *next)
{
	while (*next == ' ')
		next++;
	return !is_digit((unsigned char)*next) || !p->n || (p->shape[p->n - 1] != 'n' && p->shape[p->n - 1] != 'y');
}

static bool is_about(uint32_t c)
{
	enum { ALMOST_EQUAL = 0x2248 };
	return c == '~' || c == ALMOST_EQUAL;
}

static void take_apart(struct parts *p, const struct formats *f, struct arena *a, const char *s)
{
	uint32_t c;
	*p = (struct parts){.good = true};
	for (const char *next; p->good && (next = letters_next(s, &c)); s = next) {
		if (is_digit(c))
			next = take_number(p, s);
		else if (is_about(c) && !p->n && !p->about)
			p->about = true;
		else if (mark(c) && (c != '.' || !point_parts_nothing(p, next)))
			add_part(p, mark(c), 0);
		else if (c != '.' && c != ',' && !letters_is_blank(c))
			next = take_word(p, f, a, s);
	}
}

static void assign(const struct parts *p, const struct shape *shape, struct period *out, int *winter_end)
{
	*out = (struct period){.precision = shape->precision, .about = p->about};
	*winter_end = 0;
	for (size_t i = 0; i < p->n; i++) {
		if (shape->roles[i] == 'y')
			out->year = p->value[i];
		else if (shape->roles[i] == 'p')
			out->part = p->value[i];
		else if (shape->roles[i] == 'd')
			out->day = p->value[i];
		else if (shape->roles[i] == 'w')
			*winter_end = p->value[i];
	}
}

/* "winter 2026/27" and nothing but a winter, and no other year. */
static bool winter_ends(const struct period *p, int end)
{
	return p->part == SEASON_NAMES && (end == p->year + 1 || end == (p->year + 1) % 100);
}

/* Of 12/31/2026 only one reading is a day. */
static enum read_outcome choose_order(struct period *p)
{
	int month = p->part;
	if (p->part > MONTH_NAMES) {
		p->part = p->day;
		p->day = month;
	}
	return month <= MONTH_NAMES && p->day <= MONTH_NAMES && p->day != month ? READ_AMBIGUOUS : READ_GOOD;
}

enum read_outcome read_time(const struct formats *f, struct arena *a, const char *text, struct period *out)
{
	struct parts p;
	int winter_end;
	enum read_outcome outcome = READ_GOOD;
	if (period_parse(text, out))
		return READ_GOOD;
	take_apart(&p, f, a, letters_folded(a, text));
	const struct shape *shape = shapes, *end = shapes + sizeof shapes / sizeof *shapes;
	while (shape < end && strcmp(shape->shape, p.shape) != 0)
		shape++;
	if (!p.good || shape == end)
		return READ_UNKNOWN;
	assign(&p, shape, out, &winter_end);
	if (strchr(shape->roles, 'w') && !winter_ends(out, winter_end))
		return READ_UNKNOWN;
	if (out->year < YEAR_FIRST || out->year > YEAR_LAST)
		return READ_YEAR;
	if (shape->swappable)
		outcome = choose_order(out);
	return period_exists(out) ? outcome : READ_NO_SUCH;
}

/* ---- numbers ---- */

struct marks {
	int points, groups; /* how often the language's decimal point and the other mark stand there */
};

static struct marks count_marks(const char *s, char point)
{
	struct marks m = {0, 0};
	for (; *s; s++) {
		m.points += *s == point;
		m.groups += (*s == ',' || *s == '.') && *s != point;
	}
	return m;
}

static bool three_digits(const char *s)
{
	size_t n = strspn(s, "0123456789");
	return n == 3;
}

/* Which mark is the decimal point of this number: 0 for none, -1 when that cannot be told. */
static int point_of(const struct formats *f, const char *s)
{
	char point = *f->point, other = point == ',' ? '.' : ',';
	struct marks m = count_marks(s, point);
	if (m.points == 1)
		return point;
	if (m.points || m.groups != 1)
		return m.points && m.groups ? -1 : 0;
	if (!three_digits(strchr(s, other) + 1))
		return other;
	return other == *f->group ? 0 : -1;
}

/* The length of what groups digits at s: a blank, or the mark that is not the point. */
static size_t group_mark(const char *s, int point)
{
	uint32_t c = 0;
	const char *next = letters_next(s, &c);
	bool groups = (c == ',' || c == '.') ? (int)c != point : c != '\n' && c != '\r' && letters_is_blank(c);
	return next && groups ? (size_t)(next - s) : 0;
}

/* The digits before the point, without what groups them; where they end, or NULL. */
static const char *copy_whole(const char *s, int point, char **w)
{
	char first = 0; /* the mark that groups: another one does not come after it, only blanks of several widths */
	size_t digits = strspn(s, "0123456789"), mark_length;
	if (!digits)
		return NULL;
	*w = (char *)mempcpy(*w, s, digits);
	s += digits;
	for (; (mark_length = group_mark(s, point)); s += 3) {
		char kind = *s == ',' || *s == '.' ? *s : ' ';
		if (digits > 3 || (first && first != kind) || !three_digits(s + mark_length))
			return NULL;
		first = kind;
		s += mark_length;
		*w = (char *)mempcpy(*w, s, 3);
	}
	return s;
}

const char *read_number(const struct formats *f, struct arena *a, const char *text)
{
	static const char minus[] = "\xe2\x88\x92";
	char *out = arena_alloc(a, strlen(text) + 1), *w = out;
	int point = point_of(f, text);
	bool sign = *text == '-' || text_starts_with(text, minus);
	if (sign) {
		*w++ = '-';
		text += *text == '-' ? 1 : strlen(minus);
	}
	const char *rest = point < 0 ? NULL : copy_whole(text, point, &w);
	if (!rest)
		return NULL;
	if (point && *rest == point) {
		size_t decimals = strspn(rest + 1, "0123456789");
		if (!decimals)
			return NULL;
		*w++ = '.';
		w = (char *)mempcpy(w, rest + 1, decimals);
		rest += 1 + decimals;
	}
	return *rest ? NULL : out;
}
