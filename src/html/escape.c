#include "html/escape.h"

#include <string.h>
#include <strings.h>

static const char *reference(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return "";
	}
}

/* Copies runs of harmless bytes at once; most texts are one run. */
static void escape_set(struct buf *out, const char *s, const char *special)
{
	for (;;) {
		size_t run = strcspn(s, special);
		buf_add(out, s, run);
		if (!s[run])
			return;
		buf_adds(out, reference(s[run]));
		s += run + 1;
	}
}

void escape_text(struct buf *out, const char *s)
{
	escape_set(out, s, "&<>");
}

void escape_attribute(struct buf *out, const char *s)
{
	escape_set(out, s, "&<>\"'");
}

static bool letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

void escape_url_component(struct buf *out, const char *s)
{
	static const char hex[] = "0123456789ABCDEF";

	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (letter_or_digit(*s) || strchr("-._~", *s))
			buf_addc(out, *s);
		else
			buf_add(out, (const char[]){'%', hex[c >> 4], hex[c & 15]}, 3);
	}
}

bool escape_url_allowed(const char *s)
{
	static const char *const schemes[] = {"http://", "https://", "mailto:"};

	if (!*s || strchr("/?#", *s))
		return true;
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
		size_t n = strlen(schemes[i]);
		if (!strncasecmp(s, schemes[i], n) && s[n])
			return true;
	}
	return false;
}

bool escape_query_allowed(const char *s)
{
	for (; *s; s++)
		if (!letter_or_digit(*s) && !strchr("%=&._~+-", *s))
			return false;
	return true;
}
