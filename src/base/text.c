#include "base/text.h"

#include <string.h>

/* The length of the well-formed sequence at s (n bytes left), 0 if there is none. RFC 3629, section 4. */
static size_t sequence(const unsigned char *s, size_t n)
{
	unsigned char c = s[0], low = 0x80, high = 0xbf;
	size_t more;
	if (c < 0x80)
		return 1;
	if (c >= 0xc2 && c <= 0xdf) {
		more = 1;
	} else if (c >= 0xe0 && c <= 0xef) {
		more = 2;
		low = c == 0xe0 ? 0xa0 : low;
		high = c == 0xed ? 0x9f : high;
	} else if (c >= 0xf0 && c <= 0xf4) {
		more = 3;
		low = c == 0xf0 ? 0x90 : low;
		high = c == 0xf4 ? 0x8f : high;
	} else {
		return 0;
	}
	if (n <= more || s[1] < low || s[1] > high)
		return 0;
	for (size_t i = 2; i <= more; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	return more + 1;
}

bool text_is_utf8(const char *text, size_t n)
{
	const unsigned char *s = (const unsigned char *)text;
	for (size_t i = 0, len; i < n; i += len) {
		len = s[i] ? sequence(s + i, n - i) : 0;
		if (!len)
			return false;
	}
	return true;
}

/* What controls a terminal: C0, delete, and C1, which is U+0080 to U+009F. */
static bool is_control(const unsigned char *s)
{
	return (s[0] < 0x20 && s[0] != '\t' && s[0] != '\n' && s[0] != '\r') || s[0] == 0x7f ||
	       (s[0] == 0xc2 && s[1] < 0xa0);
}

bool text_is_clean(const char *text, size_t n)
{
	if (!text_is_utf8(text, n))
		return false;
	for (size_t i = 0; i < n; i++)
		if (is_control((const unsigned char *)text + i))
			return false;
	return true;
}

size_t text_length(const char *s)
{
	size_t n = 0;
	for (; *s; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

int text_prefix(const char *s, int max)
{
	int n = 0;
	while (n < max && s[n])
		n++;
	while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80)
		n--;
	return n;
}

bool text_is_small_number(const char *s)
{
	size_t n = strlen(s);
	return n >= 1 && n <= 9 && strspn(s, "0123456789") == n;
}

bool text_equal(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

bool text_starts_with(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}
