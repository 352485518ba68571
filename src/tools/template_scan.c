#include "tools/template_scan.h"

#include "tools/template_compile.h"

#include <string.h>

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool space(char c)
{
	return blank(c) || c == '\n';
}

static bool word_character(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool scan_is_path(const char *s)
{
	if (!strcmp(s, "."))
		return true;
	for (;;) {
		size_t n = 0;
		while (word_character(s[n]) || (n && s[n] == '-'))
			n++;
		if (!n)
			return false;
		if (!s[n])
			return true;
		if (s[n] != '.')
			return false;
		s += n + 1;
	}
}

bool scan_is_identifier(const char *s)
{
	size_t n = 0;

	while (word_character(s[n]))
		n++;
	return n && n <= TEMPLATE_NAME_MAX && !s[n] && !(*s >= '0' && *s <= '9');
}

/* Where "}}" begins, or n. Braces inside a message may stand in pairs: {{_{n} of {m}}}. */
static size_t closing(const char *text, size_t n, size_t from, bool message)
{
	int open = 0;

	for (size_t i = from; i + 1 < n; i++) {
		if (text[i] == '}' && open)
			open--;
		else if (text[i] == '}' && text[i + 1] == '}')
			return i;
		else if (text[i] == '{' && message)
			open++;
	}
	return n;
}

static enum tag_kind kind_of(char sigil)
{
	switch (sigil) {
	case '#':
		return TAG_SECTION;
	case '^':
		return TAG_INVERTED;
	case '/':
		return TAG_CLOSE;
	case '>':
		return TAG_PARTIAL;
	case '!':
		return TAG_COMMENT;
	case '_':
		return TAG_MESSAGE;
	default:
		return TAG_VARIABLE;
	}
}

/* Alone on its line: then the line's blanks before it and all of the line behind it go. */
static void swallow_line(const char *text, size_t n, size_t from, struct tag *t)
{
	size_t before = t->start, behind = t->end;

	while (before && blank(text[before - 1]))
		before--;
	if (before && text[before - 1] != '\n')
		return;
	while (behind < n && blank(text[behind]))
		behind++;
	if (behind < n && text[behind] != '\n')
		return;
	t->literal_end = before > from ? before : from;
	t->end = behind < n ? behind + 1 : n;
}

const char *scan_tag(const char *text, size_t n, size_t from, struct arena *a, struct tag *out)
{
	const char *found = n - from >= 2 ? memmem(text + from, n - from, "{{", 2) : NULL;

	*out = (struct tag){.kind = TAG_NONE, .literal_end = n, .start = n, .end = n, .text = ""};
	if (!found)
		return NULL;
	out->start = out->literal_end = (size_t)(found - text);
	size_t inside = out->start + 2;
	char sigil = inside < n ? text[inside] : '\0';
	if (sigil == '{' || sigil == '&')
		return "there is no unescaped form of a variable; write {{name}}";
	if (sigil == '=')
		return "the delimiters cannot be changed";
	size_t close = closing(text, n, inside, sigil == '_');
	if (close == n)
		return "the tag is not closed with }}";
	out->kind = kind_of(sigil);
	if (out->kind != TAG_VARIABLE)
		inside++;
	out->end = close + 2;
	while (inside < close && space(text[inside]))
		inside++;
	while (close > inside && space(text[close - 1]))
		close--;
	out->text = arena_strndup(a, text + inside, close - inside);
	if (out->kind != TAG_VARIABLE && out->kind != TAG_MESSAGE)
		swallow_line(text, n, from, out);
	return NULL;
}
