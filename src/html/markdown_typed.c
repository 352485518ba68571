#include "html/markdown_typed.h"

#include "html/escape.h"
#include "i18n/read.h"

#include <string.h>

enum { INDENT_MAX = 3, WORD_MAX = 40 };

static const char *const bullets[] = {"•", "◦", "▪", "▫", "●", "○", "■", "□", "‣", "⁃", "·", "\xEF\x82\xB7"};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static size_t indent(const char *line, size_t n)
{
	size_t i = 0;
	while (i < n && i < INDENT_MAX && line[i] == ' ')
		i++;
	return i;
}

/* The length of the bullet that the text begins with and a blank follows; 0: none. */
static size_t bullet(const char *text, size_t n)
{
	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
		size_t size = strlen(bullets[i]);
		if (n > size && !memcmp(text, bullets[i], size) && is_blank(text[size]))
			return size;
	}
	return 0;
}

/* The month's name is all ASCII but for what does not matter here: maj, mars, augusti, tammikuun, desember. */
static bool month_follows(const char *text, size_t n)
{
	char word[WORD_MAX];
	size_t k = 0;
	for (; k < n && k < sizeof word - 1; k++) {
		char c = text[k];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if ((c < 'a' || c > 'z') && !((unsigned char)c & 0x80))
			break;
		word[k] = c;
	}
	word[k] = '\0';
	return read_is_month(word);
}

/* Where the point of "17. november" stands; 0: the line begins otherwise. */
static size_t date_point(const char *text, size_t n)
{
	size_t digits = 0, at;
	while (digits < n && digits < 2 && text[digits] >= '0' && text[digits] <= '9')
		digits++;
	if (!digits || digits + 1 >= n || text[digits] != '.')
		return 0;
	for (at = digits + 1; at < n && text[at] == ' '; at++)
		;
	return at > digits + 1 && month_follows(text + at, n - at) ? digits : 0;
}

void typed_line(struct buf *out, const char *line, size_t n)
{
	size_t in = indent(line, n), size = bullet(line + in, n - in), point = date_point(line + in, n - in);
	buf_add(out, line, in);
	if (size) {
		buf_adds(out, "- ");
		in += size;
		while (in < n && is_blank(line[in]))
			in++;
	} else if (point) {
		buf_add(out, line + in, point);
		buf_addc(out, '\\');
		in += point;
	}
	buf_add(out, line + in, n - in);
}

bool typed_is_row(const char *line, size_t n)
{
	size_t in = indent(line, n);
	return n && memchr(line, '\t', n) && line[0] != '\t' && !bullet(line + in, n - in) && !strchr("-*+>#", line[in]);
}

void typed_row(struct buf *out, struct arena *a, const char *line, size_t n, bool head)
{
	const char *end = line + n;
	buf_adds(out, "<tr>");
	for (const char *at = line, *stop; at <= end; at = stop + 1) {
		stop = memchr(at, '\t', (size_t)(end - at));
		stop = stop ? stop : end;
		buf_adds(out, head ? "<th scope=\"col\">" : "<td>");
		escape_text(out, arena_printf(a, "%.*s", (int)(stop - at), at));
		buf_adds(out, head ? "</th>" : "</td>");
	}
	buf_adds(out, "</tr>\n");
}
