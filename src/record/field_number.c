/* Numbers of forms and of JSON. */
#include "base/text.h"
#include "i18n/read.h"
#include "record/field_parse.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS_MAX = 15, DECIMALS = 2 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Reads -?digits(.digits)? as an integer of the last decimal: 12.5 with two decimals is 1250. Zeros behind them say
 * nothing. */
static bool fixed_point(const char *s, int decimals, long *out)
{
	bool negative = *s == '-';
	long n = 0;
	int count = 0;
	s += negative;
	for (; is_digit(*s) && count <= DIGITS_MAX; s++)
		if (n || *s != '0') {
			n = n * 10 + (*s - '0');
			count++;
		}
	if (count > DIGITS_MAX)
		return false;
	s += *s == '.';
	for (int i = 0; i < decimals; i++)
		n = n * 10 + (is_digit(*s) ? *s++ - '0' : 0);
	*out = negative ? -n : n;
	return s[strspn(s, "0")] == '\0';
}

/* The literal of a JSON number (RFC 8259, 6) without its exponent: "1.25e1" is "12.5". NULL where that takes more
 * digits than any field has. */
static const char *without_exponent(const char *literal, struct arena *a)
{
	const char *e = literal + strcspn(literal, "eE");
	if (!*e)
		return literal;
	bool negative = *literal == '-';
	const char *point = memchr(literal, '.', (size_t)(e - literal));
	long whole = (point ? point : e) - literal - negative, shift = strtol(e + 1, NULL, 10);
	char *digits = arena_alloc(a, (size_t)(e - literal) + 1), *w = digits;
	for (const char *s = literal + negative; s < e; s++)
		if (*s != '.')
			*w++ = *s;
	if (!digits[strspn(digits, "0")])
		return "0";
	long n = w - digits, most = n + 2 * DIGITS_MAX;
	if (shift > most || shift < -most)
		return NULL;
	long at = whole + shift;
	const char *sign = negative ? "-" : "";
	/* Of 0 "%.*d" writes as many zeros as it is asked for, and none for none. */
	if (at <= 0)
		return arena_printf(a, "%s0.%.*d%s", sign, (int)-at, 0, digits);
	if (at >= n)
		return arena_printf(a, "%s%s%.*d", sign, digits, (int)(at - n), 0);
	return arena_printf(a, "%s%.*s.%s", sign, (int)at, digits, digits + at);
}

/* A limit as the person who reads it writes numbers. */
static const char *limit(long n, const struct formats *f, struct arena *a)
{
	const char *text = arena_printf(a, "%ld", n);
	return f ? format_number(f, a, text) : text;
}

static const char *wanted(const struct field *f, long min, long max, const struct formats *formats, struct arena *a)
{
	const char *first = limit(min, formats, a), *last = limit(max, formats, a);
	if (f->type == FIELD_INTEGER)
		return arena_printf(a, _("Write a whole number from %s to %s."), first, last);
	return arena_printf(a, _("Write a number from %s to %s with at most two decimals."), first, last);
}

const char *field_parse_number(const struct field *f, const char *text, const struct formats *formats, struct arena *a,
                               struct json_object **value)
{
	bool whole = f->type == FIELD_INTEGER;
	long n, min, max, unit = whole ? 1 : 100;
	const char *plain = formats ? read_number(formats, a, text) : without_exponent(text, a);
	field_limits(f, &min, &max);
	if (!plain || !fixed_point(plain, whole ? 0 : DECIMALS, &n) || n < (__int128)min * unit || n > (__int128)max * unit)
		return wanted(f, min, max, formats, a);
	if (whole) {
		*value = json_object_new_int64(n);
		return NULL;
	}
	char decimal[32];
	snprintf(decimal, sizeof decimal, "%s%ld.%02ld", n < 0 ? "-" : "", labs(n) / 100, labs(n) % 100);
	if (n % 100 == 0)
		*strchr(decimal, '.') = '\0';
	*value = json_object_new_double_s((double)n / 100.0, decimal);
	return NULL;
}
