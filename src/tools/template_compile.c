#include "tools/template_compile.h"

#include "base/text.h"
#include "tools/template_emit.h"
#include "tools/template_scan.h"
#include "tools/template_write.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int emit_fail(struct emit *c, int line, const char *sentence, ...)
{
	char message[ERROR_MESSAGE_MAX];
	va_list args;

	va_start(args, sentence);
	vsnprintf(message, sizeof message, sentence, args);
	va_end(args);
	return error_set(c->error, 422, "%s:%d: %s", c->unit->file, line, message);
}

void emit_literal(struct emit *c)
{
	write_literal(&c->body, buf_text(&c->literal), c->literal.len, c->depth + 1);
	buf_reset(&c->literal);
}

static void write_path(struct emit *c, const struct emit_path *p)
{
	const char *unit = c->unit->name;

	buf_printf(&c->data, "static const char *const path_%s_%d[] = {\"%s: %s\", ", unit, p->number, unit, p->text);
	if (strcmp(p->text, ".") != 0) {
		char *parts = arena_strdup(c->arena, p->text), *rest = NULL;
		for (char *part = strtok_r(parts, ".", &rest); part; part = strtok_r(NULL, ".", &rest))
			buf_printf(&c->data, "\"%s\", ", part);
	}
	buf_adds(&c->data, "NULL};\n");
}

int emit_path(struct emit *c, const char *name)
{
	struct emit_path *p = c->paths;

	while (p && strcmp(p->text, name) != 0)
		p = p->next;
	if (p)
		return p->number;
	p = arena_alloc(c->arena, sizeof *p);
	p->next = c->paths;
	p->text = arena_strdup(c->arena, name);
	p->number = c->paths ? c->paths->number + 1 : 1;
	c->paths = p;
	write_path(c, p);
	return p->number;
}

static int take_literal(struct emit *c, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *problem = html_literal(&c->html, text[i]);
		if (problem)
			return emit_fail(c, c->line, "%s", problem);
		c->line += text[i] == '\n';
	}
	buf_add(&c->literal, text, n);
	if (n)
		c->closed.name = NULL;
	return 0;
}

static void write_section(struct emit *c, const struct tag *t)
{
	struct buf *out = &c->body;
	const char *not = t->kind == TAG_INVERTED ? "!" : "";
	int number = ++c->sections;

	write_indent(out, c->depth + 1);
	if (!strcmp(t->text, "@first") || !strcmp(t->text, "@last")) {
		buf_printf(out, "if (%srender_%s(r, \"%s: %s\")) {\n", not, t->text + 1, c->unit->name, t->text);
	} else if (t->kind == TAG_INVERTED) {
		buf_printf(out, "if (!render_true(r, path_%s_%d)) {\n", c->unit->name, emit_path(c, t->text));
	} else {
		buf_printf(out, "struct render_section s%d;\n", number);
		write_indent(out, c->depth + 1);
		buf_printf(out, "for (render_enter(r, &s%d, path_%s_%d); render_next(r, &s%d);) {\n", number, c->unit->name,
		           emit_path(c, t->text), number);
	}
}

static int open_section(struct emit *c, const struct tag *t)
{
	bool second = c->closed.name && !c->closed.second && c->closed.kind != t->kind && !strcmp(c->closed.name, t->text);
	const char *problem;

	if (!scan_is_path(t->text) && strcmp(t->text, "@first") != 0 && strcmp(t->text, "@last") != 0)
		return emit_fail(c, c->line, "“%s” is not a name: letters, digits, _ and -, joined by dots", t->text);
	if (c->depth == TEMPLATE_DEPTH_MAX)
		return emit_fail(c, c->line, "more than %d sections inside one another", TEMPLATE_DEPTH_MAX);
	if (second)
		c->html = c->closed.start;
	problem = html_section_begin(&c->html);
	if (problem)
		return emit_fail(c, c->line, "a section cannot stand here: %s", problem);
	emit_literal(c);
	write_section(c, t);
	struct open_section *s = &c->open[c->depth++];
	*s = (struct open_section){.name = t->text, .line = c->line, .kind = t->kind, .second = second, .start = c->html};
	s->other = second ? c->closed.other : c->html;
	if (c->depth > c->unit->depth)
		c->unit->depth = c->depth;
	return 0;
}

static int close_section(struct emit *c, const struct tag *t)
{
	if (!c->depth)
		return emit_fail(c, c->line, "{{/%s}} closes a section that is not open", t->text);
	const struct open_section *s = &c->open[c->depth - 1];
	if (strcmp(s->name, t->text) != 0)
		return emit_fail(c, c->line, "{{/%s}} stands where {{/%s}} must close the section of line %d", t->text, s->name,
		                 s->line);
	struct html_context end = c->html;
	const char *problem = html_section_end(&c->html, &s->other);
	if (problem)
		return emit_fail(c, c->line, "{{/%s}}: %s (line %d)", t->text, problem, s->line);
	emit_literal(c);
	c->depth--;
	write_indent(&c->body, c->depth + 1);
	buf_adds(&c->body, "}\n");
	c->closed = *s;
	c->closed.other = end;
	return 0;
}

static int partial(struct emit *c, const struct tag *t)
{
	if (!scan_is_identifier(t->text))
		return emit_fail(c, c->line, "“%s” is not the name of a template", t->text);
	if (c->html.state != HTML_TEXT)
		return emit_fail(c, c->line, "{{>%s}}: another template can stand only in text", t->text);
	emit_literal(c);
	write_indent(&c->body, c->depth + 1);
	buf_printf(&c->body, "tpl_%s(r);\n", t->text);
	struct template_partial *p = arena_alloc(c->arena, sizeof *p);
	*p = (struct template_partial){.next = c->unit->partials, .name = t->text, .line = c->line, .depth = c->depth};
	c->unit->partials = p;
	return 0;
}

static int one_tag(struct emit *c, const struct tag *t)
{
	int failed = 0;

	switch (t->kind) {
	case TAG_SECTION:
	case TAG_INVERTED:
		failed = open_section(c, t);
		break;
	case TAG_CLOSE:
		return close_section(c, t);
	case TAG_PARTIAL:
		failed = partial(c, t);
		break;
	case TAG_VARIABLE:
		failed = emit_variable(c, t->text);
		break;
	case TAG_MESSAGE:
		failed = emit_message(c, t->text);
		break;
	case TAG_COMMENT:
	case TAG_NONE:
		return 0;
	}
	c->closed.name = NULL;
	return failed;
}

static int lines_between(const char *text, size_t from, size_t to)
{
	int lines = 0;

	for (size_t i = from; i < to; i++)
		lines += text[i] == '\n';
	return lines;
}

static int whole_text(struct emit *c, const char *text, size_t n)
{
	for (size_t at = 0; at < n;) {
		struct tag t;
		const char *problem = scan_tag(text, n, at, c->arena, &t);
		if (problem)
			return emit_fail(c, c->line + lines_between(text, at, t.start), "%s", problem);
		if (take_literal(c, text + at, t.literal_end - at) || one_tag(c, &t))
			return -1;
		c->line += lines_between(text, t.literal_end, t.end);
		at = t.end;
	}
	emit_literal(c);
	if (c->depth)
		return emit_fail(c, c->open[c->depth - 1].line, "the section {{#%s}} is not closed",
		                 c->open[c->depth - 1].name);
	if (c->html.state != HTML_TEXT)
		return emit_fail(c, c->line, "the template ends inside a tag, a comment or an element that holds only text");
	return 0;
}

static void assemble(const struct emit *c)
{
	struct template_unit *u = c->unit;

	buf_printf(&u->code, "\n/* %s */\n%s", u->file, buf_text(&c->data));
	buf_printf(&u->code, "%svoid tpl_%s(struct render *r)\n{\n", c->data.len ? "\n" : "", u->name);
	if (!c->body.len)
		buf_adds(&u->code, "\t(void)r;\n");
	buf_add(&u->code, buf_text(&c->body), c->body.len);
	buf_adds(&u->code, "}\n");
}

/* The file's name goes into comments and messages: one that would end a comment cannot. */
static bool file_name_fits(const char *file)
{
	return text_is_clean(file, strlen(file)) && !strpbrk(file, "*\r\n\\");
}

static void unit_start(struct template_unit *u, const char *file, const char *name)
{
	*u = (struct template_unit){.arena = arena_new()};
	u->file = arena_strdup(u->arena, file);
	u->name = arena_strdup(u->arena, name);
	buf_init(&u->code, 64 * (size_t)TEMPLATE_SIZE_MAX);
}

int template_compile(const char *file, const char *name, const char *text, size_t n, struct template_unit *u,
                     struct error *e)
{
	unit_start(u, file, name);
	if (!file_name_fits(file) || !scan_is_identifier(name))
		return error_set(e, 422, "%s:1: the file's name must be a C identifier of at most %d characters, and .html",
		                 file, TEMPLATE_NAME_MAX);
	if (n > TEMPLATE_SIZE_MAX || !text_is_clean(text, n))
		return error_set(e, 422, "%s:1: a template is UTF-8 without control characters, of at most %d bytes", file,
		                 TEMPLATE_SIZE_MAX);
	struct emit *c = arena_alloc(u->arena, sizeof *c);
	*c = (struct emit){.unit = u, .arena = u->arena, .line = 1, .error = e};
	buf_init(&c->data, 16 * (size_t)TEMPLATE_SIZE_MAX);
	buf_init(&c->body, 48 * (size_t)TEMPLATE_SIZE_MAX);
	buf_init(&c->literal, TEMPLATE_SIZE_MAX);
	int failed = whole_text(c, text, n);
	if (!failed)
		assemble(c);
	if (!failed && (c->data.full || c->body.full || u->code.full))
		failed = error_set(e, 422, "%s:1: the template is too large", file);
	buf_free(&c->data);
	buf_free(&c->body);
	buf_free(&c->literal);
	return failed;
}

void template_free(struct template_unit *u)
{
	buf_free(&u->code);
	arena_free(u->arena);
}
