#include "base/config_text.h"

/* Where the reading stands. */
enum place { PLAIN, DOUBLE, SINGLE, REMARK, LONG_REMARK };

struct reader {
	FILE *file;
	struct buf *out;
	enum place place;
};

static int peek(struct reader *r)
{
	int c = getc(r->file);
	if (c != EOF)
		ungetc(c, r->file);
	return c;
}

static void in_plain(struct reader *r, int c)
{
	int next = c == '/' ? peek(r) : 0;
	if (c == '#' || next == '/') {
		r->place = REMARK;
		return;
	}
	if (next == '*') {
		r->place = LONG_REMARK;
		getc(r->file);
		return;
	}
	r->place = c == '"' ? DOUBLE : c == '\'' ? SINGLE : PLAIN;
	buf_addc(r->out, (char)c);
}

static void in_quotes(struct reader *r, int c, int quote)
{
	int next = c == '\\' ? peek(r) : 0;
	buf_addc(r->out, (char)c);
	if (c == quote)
		r->place = PLAIN;
	else if (c == '\\' && (quote == '"' || next == '\''))
		buf_addc(r->out, (char)getc(r->file));
	else if (c == '\\')
		buf_addc(r->out, '\\');
}

static void in_remark(struct reader *r, int c)
{
	if (c == '\n')
		buf_addc(r->out, '\n');
	if (r->place == REMARK && c == '\n')
		r->place = PLAIN;
	if (r->place == LONG_REMARK && c == '*' && peek(r) == '/') {
		getc(r->file);
		r->place = PLAIN;
	}
}

void config_text_read(FILE *file, struct buf *out)
{
	struct reader r = {.file = file, .out = out};
	for (int c; (c = getc(file)) != EOF;) {
		switch (r.place) {
		case PLAIN:
			in_plain(&r, c);
			break;
		case DOUBLE:
			in_quotes(&r, c, '"');
			break;
		case SINGLE:
			in_quotes(&r, c, '\'');
			break;
		default:
			in_remark(&r, c);
		}
	}
}
