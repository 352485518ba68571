#include "tools/template_write.h"

#include <string.h>

enum { LINE_MAX_BYTES = 2000 };

/* Octal escapes have at most three digits, so that nothing behind them is taken for a part of them. */
static void write_character(struct buf *out, char c, char previous)
{
	switch (c) {
	case '\n':
		buf_adds(out, "\\n");
		break;
	case '\t':
		buf_adds(out, "\\t");
		break;
	case '"':
	case '\\':
		buf_addc(out, '\\');
		buf_addc(out, c);
		break;
	case '?': /* no trigraph */
		buf_adds(out, previous == '?' ? "\\?" : "?");
		break;
	default:
		if ((unsigned char)c < 0x20 || c == 0x7f)
			buf_printf(out, "\\%03o", (unsigned)c);
		else
			buf_addc(out, c);
	}
}

void write_indent(struct buf *out, int indent)
{
	for (int i = 0; i < indent; i++)
		buf_addc(out, '\t');
}

void write_string(struct buf *out, const char *s)
{
	buf_addc(out, '"');
	for (char previous = 0; *s; previous = *s++)
		write_character(out, *s, previous);
	buf_addc(out, '"');
}

static bool continues_character(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

void write_literal(struct buf *out, const char *s, size_t n, int indent)
{
	if (!n)
		return;
	write_indent(out, indent);
	buf_adds(out, "buf_add(r->out,");
	for (size_t i = 0; i < n;) {
		size_t start = i;
		buf_adds(out, "\n");
		write_indent(out, indent + 1);
		buf_addc(out, '"');
		do {
			write_character(out, s[i], i > start ? s[i - 1] : '\0');
			i++;
		} while (i < n && s[i - 1] != '\n' && (i - start < LINE_MAX_BYTES || continues_character(s[i])));
		buf_addc(out, '"');
	}
	buf_printf(out, ", %zu);\n", n);
}
