#include "base/config_text.h"

#include <string.h>

/* Where the reading stands. */
enum place { PLAIN, DOUBLE, SINGLE, REMARK, LONG_REMARK };

struct reader {
	FILE *file;
	struct buf *out;
	enum place place;
	bool in_word;   /* of an unquoted text, where / is a letter: ldap://host */
	int line, lost; /* the line that is read; the answer */
};

static int peek(struct reader *r)
{
	int c = getc(r->file);
	if (c != EOF)
		ungetc(c, r->file);
	return c;
}

static int next_of(struct reader *r)
{
	int c = getc(r->file);
	r->line += c == '\n';
	return c;
}

static void in_plain(struct reader *r, int c)
{
	int next = c == '/' && !r->in_word ? peek(r) : 0;
	r->in_word = !strchr(" #\"'\t\r\n={}()+,", c);
	if (c == '#' || next == '/') {
		r->place = REMARK;
		r->in_word = false;
		return;
	}
	if (next == '*') {
		r->place = LONG_REMARK;
		r->in_word = false;
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
	else if (c == '\\' && quote == '"' && next != EOF && !strchr("\"\\\r\n", next))
		r->lost = r->lost ? r->lost : r->line;
	else if (c == '\\' && next != EOF && (quote == '"' || next == '\''))
		buf_addc(r->out, (char)next_of(r));
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

int config_text_read(FILE *file, struct buf *out)
{
	struct reader r = {.file = file, .out = out, .line = 1};
	for (int c; (c = next_of(&r)) != EOF;) {
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
	return r.lost;
}
