#include "record/field_parse.h"

#include "base/clock.h"
#include "base/text.h"

#include <json-c/json.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char no_break_space[] = "\xc2\xa0", narrow_no_break_space[] = "\xe2\x80\xaf",
				  minus_sign[] = "\xe2\x88\x92";

void field_limits(const struct field *f, long *min, long *max)
{
	*min = f->min;
	*max = f->max;
	switch (f->type) {
	case FIELD_INTEGER:
		if (!f->min && !f->max) {
			*min = INT_MIN;
			*max = INT_MAX;
		}
		return;
	case FIELD_DECIMAL:
		if (!f->min && !f->max) {
			*min = -1000000000000;
			*max = 1000000000000;
		}
		return;
	case FIELD_TEXT:
	case FIELD_REFERENCE:
		*max = f->max ? f->max : 200;
		break;
	case FIELD_MARKDOWN:
		*max = f->max ? f->max : 10000;
		break;
	case FIELD_CODE:
		*max = f->max ? f->max : 40;
		break;
	case FIELD_DATE:
	case FIELD_BOOLEAN:
	case FIELD_CHOICE:
		*max = 0;
		break;
	}
	*min = 0;
}

static size_t blank_at(const char *s)
{
	if (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r')
		return 1;
	if (text_starts_with(s, no_break_space))
		return strlen(no_break_space);
	return text_starts_with(s, narrow_no_break_space) ? strlen(narrow_no_break_space) : 0;
}

/* Without the blanks around it. */
static char *trim(const char *s, struct arena *a)
{
	for (size_t n; (n = blank_at(s)) > 0;)
		s += n;
	size_t end = 0;
	for (size_t i = 0, n; s[i]; i += n ? n : 1) {
		n = blank_at(s + i);
		if (!n)
			end = i + 1;
	}
	return arena_strndup(a, s, end);
}

/* CR LF and CR alone become LF; browsers send CR LF (HTML Standard, form submission). */
static char *unix_lines(const char *s, struct arena *a)
{
	char *out = arena_strdup(a, s), *w = out;
	for (; *s; s++) {
		if (*s == '\r' && s[1] == '\n')
			continue;
		*w++ = *s == '\r' ? '\n' : *s;
	}
	*w = '\0';
	return out;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool three_digits(const char *s)
{
	return is_digit(s[0]) && is_digit(s[1]) && is_digit(s[2]) && !is_digit(s[3]);
}

/* "−1 234,5" → "-1234.5": what people write, and what the portal itself shows them, as JSON writes it. */
static char *plain_number(const char *s, struct arena *a)
{
	char *out = arena_alloc(a, strlen(s) + 1), *w = out;
	if (text_starts_with(s, minus_sign)) {
		*w++ = '-';
		s += strlen(minus_sign);
	}
	while (*s) {
		size_t blank = blank_at(s);
		if (blank && w > out && is_digit(w[-1]) && three_digits(s + blank)) {
			s += blank;
			continue;
		}
		*w++ = *s == ',' ? '.' : *s;
		s++;
	}
	return out;
}

enum { INTEGER_DIGITS_MAX = 15 };

/* Reads -?digits(.digits{1,decimals})? as an integer of the last decimal: 12.5 with two decimals is 1250. */
static bool fixed_point(const char *s, int decimals, long *out)
{
	bool negative = *s == '-';
	long n = 0;
	int count = 0;
	s += negative;
	for (; is_digit(*s) && count <= INTEGER_DIGITS_MAX; s++, count++)
		n = n * 10 + (*s - '0');
	if (!count || count > INTEGER_DIGITS_MAX)
		return false;
	bool point = *s == '.' && decimals > 0;
	s += point;
	for (int i = 0; i < decimals; i++) {
		bool given = point && is_digit(*s);
		if (point && i == 0 && !given)
			return false;
		point = given;
		n = n * 10 + (given ? *s++ - '0' : 0);
	}
	*out = negative ? -n : n;
	return *s == '\0';
}

static const char *parse_integer(const struct field *f, const char *text, struct arena *a, struct json_object **value)
{
	long n, min, max;
	field_limits(f, &min, &max);
	if (!fixed_point(text, 0, &n) || n < min || n > max)
		return arena_printf(a, _("Write a whole number from %ld to %ld."), min, max);
	*value = json_object_new_int64(n);
	return NULL;
}

static const char *parse_decimal(const struct field *f, const char *text, struct arena *a, struct json_object **value)
{
	long cents, min, max;
	field_limits(f, &min, &max);
	if (!fixed_point(text, 2, &cents) || cents < (__int128)min * 100 || cents > (__int128)max * 100)
		return arena_printf(a, _("Write a number from %ld to %ld with at most two decimals."), min, max);
	char decimal[32];
	snprintf(decimal, sizeof decimal, "%s%ld.%02ld", cents < 0 ? "-" : "", labs(cents) / 100, labs(cents) % 100);
	if (cents % 100 == 0)
		*strchr(decimal, '.') = '\0';
	*value = json_object_new_double_s((double)cents / 100.0, decimal);
	return NULL;
}

/* "31.3.2026", as it is written in all our languages but English → "2026-03-31"; anything else as it is. */
static const char *iso_date(const char *text, struct arena *a)
{
	int day, month, year, end = 0;
	if (strlen(text) > 10 || sscanf(text, "%2d.%2d.%4d%n", &day, &month, &year, &end) != 3 || text[end] ||
	    strspn(text, "0123456789.") != strlen(text))
		return text;
	return arena_printf(a, "%04d-%02d-%02d", year, month, day);
}

static const char *parse_date(const char *text, bool typed_by_hand, struct arena *a, struct json_object **value)
{
	struct date d;
	const char *iso = typed_by_hand ? iso_date(text, a) : text;
	if (!date_parse(iso, &d))
		return typed_by_hand ? _("Write a date that exists, as 2026-03-31 or 31.3.2026.")
		                     : _("Write a date that exists, as 2026-03-31.");
	*value = json_object_new_string(iso);
	return NULL;
}

static const char *parse_text(const struct field *f, const char *text, struct arena *a, struct json_object **value)
{
	long min, max;
	field_limits(f, &min, &max);
	size_t length = text_length(text);
	if (length > (size_t)max)
		return arena_printf(a, _("At most %ld characters; this has %zu."), max, length);
	if (f->type != FIELD_MARKDOWN && strpbrk(text, "\t\r\n"))
		return _("Write this on one line, without tabs.");
	*value = json_object_new_string(text);
	return NULL;
}

static const char *parse_code(const struct field *f, char *text, struct arena *a, struct json_object **value)
{
	for (char *c = text; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	const char *allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
	if (text[strspn(text, allowed)] || *text == '-' || *text == '_')
		return _("Use only the letters A to Z, digits, - and _, and begin with a letter or a digit.");
	return parse_text(f, text, a, value);
}

static const char *parse_choice(const struct field *f, const char *text, struct json_object **value)
{
	for (const struct choice *c = f->choices; c && c->value; c++)
		if (strcmp(c->value, text) == 0) {
			*value = json_object_new_string(text);
			return NULL;
		}
	return _("Choose one of the listed values.");
}

bool field_checked(const char *text, const char **problem)
{
	static const char *const yes[] = {"on", "true", "1"}, *const no[] = {"", "off", "false", "0"};
	*problem = NULL;
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		if (strcmp(text, yes[i]) == 0)
			return true;
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		if (strcmp(text, no[i]) == 0)
			return false;
	*problem = _("Choose yes or no.");
	return false;
}

const char *field_parse(const struct field *f, const char *text, bool typed_by_hand, struct arena *a,
                        struct json_object **value)
{
	const char *problem = NULL;
	*value = NULL;
	char *trimmed = trim(text, a);
	if (f->type == FIELD_BOOLEAN) {
		bool checked = field_checked(trimmed, &problem);
		*value = problem ? NULL : json_object_new_boolean(checked);
		return problem;
	}
	if (!*trimmed)
		return f->required ? _("This must be filled in.") : NULL;
	switch (f->type) {
	case FIELD_MARKDOWN:
		return parse_text(f, unix_lines(text, a), a, value);
	case FIELD_CODE:
		return parse_code(f, trimmed, a, value);
	case FIELD_INTEGER:
		return parse_integer(f, typed_by_hand ? plain_number(trimmed, a) : trimmed, a, value);
	case FIELD_DECIMAL:
		return parse_decimal(f, typed_by_hand ? plain_number(trimmed, a) : trimmed, a, value);
	case FIELD_DATE:
		return parse_date(trimmed, typed_by_hand, a, value);
	case FIELD_CHOICE:
		return parse_choice(f, trimmed, value);
	case FIELD_TEXT:
	case FIELD_REFERENCE:
	case FIELD_BOOLEAN:
		break;
	}
	return parse_text(f, trimmed, a, value);
}

const struct field *field_find(const struct record_type *t, const char *name)
{
	for (size_t i = 0; i < t->field_count; i++)
		if (strcmp(t->fields[i].name, name) == 0)
			return &t->fields[i];
	return NULL;
}
