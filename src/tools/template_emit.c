/* Values: variables, their formats, and translated texts. */
#include "tools/template_emit.h"

#include "tools/template_write.h"

#include <string.h>

enum { MESSAGE_ARGUMENTS_MAX = 20 };

static const struct format {
	const char *name, *constant;
	bool argument;
	bool anywhere; /* not bound to text or to a URL attribute */
} formats[] = {
	{"", "RENDER_PLAIN", false, true},
	{"date", "RENDER_DATE", false, true},
	{"typed_date", "RENDER_TYPED_DATE", false, true},
	{"datetime", "RENDER_DATETIME", false, true},
	{"number", "RENDER_NUMBER", false, true},
	{"label", "RENDER_LABEL", true, true},
	{"markdown", "RENDER_MARKDOWN", false, false},
	{"lines", "RENDER_LINES", false, false},
	{"url", "RENDER_WHOLE_URL", false, false},
	{"query", "RENDER_QUERY", false, false},
};

static const char *const places[] = {
	[HTML_PLACE_TEXT] = "RENDER_TEXT",
	[HTML_PLACE_ATTRIBUTE] = "RENDER_ATTRIBUTE",
	[HTML_PLACE_URL] = "RENDER_URL",
};

struct value {
	const char *path;
	const struct format *format;
	const char *argument; /* NULL if none */
};

static const struct format *format_named(const char *name)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (!strcmp(formats[i].name, name))
			return &formats[i];
	return NULL;
}

/* Splits "a.b|label:kinds". */
static int read_value(struct emit *c, const char *text, struct value *out)
{
	const char *bar = strchr(text, '|');
	const char *format = bar ? bar + 1 : "";
	const char *colon = strchr(format, ':');

	out->path = bar ? arena_strndup(c->arena, text, (size_t)(bar - text)) : text;
	out->argument = colon ? colon + 1 : NULL;
	if (!scan_is_path(out->path))
		return emit_fail(c, c->line, "“%s” is not a name: letters, digits, _ and -, joined by dots", out->path);
	const char *name = colon ? arena_strndup(c->arena, format, (size_t)(colon - format)) : format;
	out->format = bar && !*name ? NULL : format_named(name);
	if (!out->format)
		return emit_fail(c, c->line, "there is no format “%s”", name);
	if (out->format->argument != (out->argument != NULL) || (out->argument && !scan_is_identifier(out->argument)))
		return emit_fail(c, c->line, "write |label:VOCABULARY, and the other formats without a colon");
	return 0;
}

static void write_argument(struct buf *out, const char *argument)
{
	if (argument)
		write_string(out, argument);
	else
		buf_adds(out, "NULL");
}

static void write_value(struct emit *c, const char *place, const struct value *v, const char *constant)
{
	int number = emit_path(c, v->path);

	emit_literal(c);
	write_indent(&c->body, c->depth + 1);
	buf_printf(&c->body, "render_variable(r, %s, path_%s_%d, %s, ", place, c->unit->name, number, constant);
	write_argument(&c->body, v->argument);
	buf_adds(&c->body, ");\n");
}

static bool in_url(const struct emit *c)
{
	return (c->html.state == HTML_DOUBLE_QUOTED || c->html.state == HTML_SINGLE_QUOTED) &&
	       c->html.attribute == HTML_URL;
}

static int emit_url(struct emit *c, const struct value *v)
{
	bool behind_base = in_url(c) && c->html.url == HTML_URL_BASE;
	const char *problem = html_url_whole(&c->html);

	if (problem)
		return emit_fail(c, c->line, "%s", problem);
	write_value(c, "RENDER_ATTRIBUTE", v, behind_base ? "RENDER_LOCAL_URL" : "RENDER_WHOLE_URL");
	return 0;
}

static int emit_base(struct emit *c)
{
	const char *problem = html_url_base(&c->html);

	if (problem)
		return emit_fail(c, c->line, "%s", problem);
	emit_literal(c);
	write_indent(&c->body, c->depth + 1);
	buf_adds(&c->body, "render_base(r);\n");
	return 0;
}

static int emit_index(struct emit *c)
{
	enum html_place place;
	const char *problem = html_variable(&c->html, &place);

	if (problem)
		return emit_fail(c, c->line, "{{@index}}: %s", problem);
	emit_literal(c);
	write_indent(&c->body, c->depth + 1);
	buf_printf(&c->body, "render_index(r, %s, \"%s: @index\");\n", places[place], c->unit->name);
	return 0;
}

int emit_variable(struct emit *c, const char *text)
{
	struct value v;
	enum html_place place;

	if (!strcmp(text, "@index"))
		return emit_index(c);
	if (read_value(c, text, &v))
		return -1;
	if (!strcmp(text, "base") && in_url(c))
		return emit_base(c);
	if (!strcmp(v.format->name, "url"))
		return emit_url(c, &v);
	const char *problem = html_variable(&c->html, &place);
	if (problem)
		return emit_fail(c, c->line, "{{%s}}: %s", text, problem);
	bool query = !strcmp(v.format->name, "query");
	if (query && place != HTML_PLACE_URL)
		return emit_fail(c, c->line, "|query can stand only in a URL attribute");
	if (!query && !v.format->anywhere && c->html.state != HTML_TEXT)
		return emit_fail(c, c->line, "|%s can stand only in text", v.format->name);
	write_value(c, places[place], &v, v.format->constant);
	return 0;
}

struct message {
	struct buf forms[2];
	int form_count;
	const char *count; /* the path of the number, for a plural */
	const char *placeholders[MESSAGE_ARGUMENTS_MAX];
	struct value values[MESSAGE_ARGUMENTS_MAX];
	size_t n;
};

/* Copies text[0..n) with each run of blanks as one, since a template's line ends are not the translator's concern. */
static void add_normalised(struct buf *out, const char *text, size_t n)
{
	bool gap = false;

	for (size_t i = 0; i < n; i++) {
		if (strchr(" \t\r\n", text[i])) {
			gap = true;
			continue;
		}
		if (gap && out->len)
			buf_addc(out, ' ');
		gap = false;
		buf_addc(out, text[i]);
	}
}

/* Reads the {…} of one form. */
static int read_placeholders(struct emit *c, struct message *m, const char *form)
{
	for (const char *open; (open = strpbrk(form, "{}")) != NULL;) {
		size_t length = strcspn(open + 1, "{}");
		if (*open == '}' || open[1 + length] != '}')
			return emit_fail(c, c->line, "braces in a text to translate come in pairs, around a name: {name}");
		const char *placeholder = arena_strndup(c->arena, open + 1, length);
		form = open + length + 2;
		size_t i = 0;
		while (i < m->n && strcmp(m->placeholders[i], placeholder) != 0)
			i++;
		if (i < m->n)
			continue;
		if (m->n == MESSAGE_ARGUMENTS_MAX)
			return emit_fail(c, c->line, "a text to translate has at most %d placeholders", MESSAGE_ARGUMENTS_MAX);
		if (read_value(c, placeholder, &m->values[m->n]))
			return -1;
		if (!m->values[m->n].format->anywhere)
			return emit_fail(c, c->line, "|%s cannot stand in a text to translate", m->values[m->n].format->name);
		m->placeholders[m->n++] = placeholder;
	}
	return 0;
}

/* Where the form ends: at a bar outside of braces, or at the end. */
static size_t form_length(const char *text)
{
	int open = 0;
	size_t i = 0;

	for (; text[i] && (open > 0 || text[i] != '|'); i++)
		open += (text[i] == '{') - (text[i] == '}');
	return i;
}

static int read_message(struct emit *c, const char *text, struct message *m)
{
	if (*text != '+') {
		m->form_count = 1;
		add_normalised(&m->forms[0], text, strlen(text));
	} else {
		size_t length = strcspn(++text, "|");
		m->count = arena_strndup(c->arena, text, length);
		text += length;
		for (; *text == '|' && m->form_count < 2; m->form_count++) {
			length = form_length(++text);
			add_normalised(&m->forms[m->form_count], text, length);
			text += length;
		}
		if (*text || m->form_count != 2 || !scan_is_path(m->count))
			return emit_fail(c, c->line, "a plural is written {{_+number|one {number}|many {number}}}");
	}
	for (int i = 0; i < m->form_count; i++) {
		if (!m->forms[i].len)
			return emit_fail(c, c->line, "the text to translate is empty");
		if (read_placeholders(c, m, buf_text(&m->forms[i])))
			return -1;
	}
	return 0;
}

static void write_message(struct emit *c, const struct message *m, const char *place)
{
	struct buf *out = &c->body;

	write_indent(out, c->depth + 1);
	buf_printf(out, "/* %s:%d */\n", c->unit->file, c->line);
	write_indent(out, c->depth + 1);
	buf_printf(out, "render_message(r, %s, %s(", place, m->count ? "ngettext" : "_");
	write_string(out, buf_text(&m->forms[0]));
	if (m->count) {
		buf_adds(out, ", ");
		write_string(out, buf_text(&m->forms[1]));
		buf_printf(out, ", render_count(r, path_%s_%d)", c->unit->name, emit_path(c, m->count));
	}
	buf_adds(out, "), ");
	if (m->n)
		buf_adds(out, "(const struct render_argument[]){");
	for (size_t i = 0; i < m->n; i++) {
		buf_adds(out, i ? ", {" : "{");
		write_string(out, m->placeholders[i]);
		buf_printf(out, ", path_%s_%d, %s, ", c->unit->name, emit_path(c, m->values[i].path),
		           m->values[i].format->constant);
		write_argument(out, m->values[i].argument);
		buf_adds(out, "}");
	}
	buf_printf(out, "%s, %zu);\n", m->n ? "}" : "NULL", m->n);
}

int emit_message(struct emit *c, const char *text)
{
	struct message m = {.form_count = 0};
	enum html_place place;
	const char *problem = html_variable(&c->html, &place);
	int failed = -1;

	if (problem)
		return emit_fail(c, c->line, "%s", problem);
	if (place == HTML_PLACE_URL)
		return emit_fail(c, c->line, "a text to translate cannot stand in a URL");
	for (int i = 0; i < 2; i++)
		buf_init(&m.forms[i], TEMPLATE_SIZE_MAX);
	if (!read_message(c, text, &m)) {
		emit_literal(c);
		write_message(c, &m, places[place]);
		failed = 0;
	}
	for (int i = 0; i < 2; i++)
		buf_free(&m.forms[i]);
	return failed;
}
