/* template OUT.c OUT.h FILE.html…: compiles templates to C (template_compile.h says how they are written).
 *
 * Either both files are written, whole, or none: an error is "file:line: sentence" on standard error, exit 1. */
#include "tools/template_compile.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct program {
	const char *out_c, *out_h;
	char *const *files;
	size_t n;
	struct template_unit *units;
	size_t compiled;
};

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static int read_file(const char *path, struct buf *out, struct error *e)
{
	char block[8192];
	size_t n;
	FILE *f = fopen(path, "rb");

	if (!f)
		return error_set(e, 404, "%s:1: cannot be read: %s", path, strerror(errno));
	while ((n = fread(block, 1, sizeof block, f)) > 0)
		buf_add(out, block, n);
	int failed = ferror(f);
	fclose(f);
	if (failed)
		return error_set(e, 500, "%s:1: cannot be read to its end", path);
	return 0;
}

static int compile_file(const char *path, struct template_unit *u, struct error *e)
{
	struct buf text;
	char name[TEMPLATE_NAME_MAX + 8];
	const char *base = base_name(path);
	const char *dot = strrchr(base, '.');
	size_t length = dot && !strcmp(dot, ".html") ? (size_t)(dot - base) : 0;

	snprintf(name, sizeof name, "%.*s", (int)(length < sizeof name ? length : sizeof name - 1), base);
	buf_init(&text, TEMPLATE_SIZE_MAX + 1);
	int failed = template_compile(path, name, "", 0, u, e);
	if (!failed && !read_file(path, &text, e)) {
		template_free(u);
		failed = template_compile(path, name, buf_text(&text), text.full ? TEMPLATE_SIZE_MAX + 1 : text.len, u, e);
	} else {
		failed = -1;
	}
	buf_free(&text);
	return failed;
}

static void write_c(const struct program *p, struct buf *out)
{
	buf_printf(out, "/* Made from the templates by src/tools/template; changes belong there. */\n#include \"%s\"\n\n",
	           base_name(p->out_h));
	buf_adds(out, "#include \"base/text.h\"\n\n");
	buf_printf(out, "_Static_assert(%d + 2 <= RENDER_DEPTH_MAX, \"the compiler's limit and the run-time's agree\");\n",
	           TEMPLATE_DEPTH_MAX);
	for (size_t i = 0; i < p->n; i++)
		buf_add(out, buf_text(&p->units[i].code), p->units[i].code.len);
}

static void write_h(const struct program *p, struct buf *out)
{
	struct buf guard;

	buf_init(&guard, 1000);
	buf_adds(&guard, "GEN_");
	for (const char *c = base_name(p->out_h); *c; c++)
		buf_addc(&guard, (char)(*c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : (*c >= '0' && *c <= '9') ? *c : '_'));
	buf_printf(out,
	           "/* Made from the templates by src/tools/template; changes belong there. */\n#ifndef %s\n#define %s\n\n",
	           buf_text(&guard), buf_text(&guard));
	buf_adds(out, "#include \"html/render.h\"\n\n");
	for (size_t i = 0; i < p->n; i++)
		buf_printf(out, "void tpl_%s(struct render *r);\n", p->units[i].name);
	buf_adds(out, "\n#endif\n");
	buf_free(&guard);
}

/* Writes beside the target; the rename comes when everything is written. */
static int write_beside(const char *path, const struct buf *text, char *beside, size_t size, struct error *e)
{
	if (text->full || (size_t)snprintf(beside, size, "%s.part", path) >= size)
		return error_set(e, 500, "%s:1: too large to be written", path);
	FILE *f = fopen(beside, "wb");
	if (!f)
		return error_set(e, 500, "%s:1: cannot be written: %s", path, strerror(errno));
	bool written = fwrite(buf_text(text), 1, text->len, f) == text->len;
	if (fclose(f) != 0 || !written) {
		remove(beside);
		return error_set(e, 500, "%s:1: cannot be written to its end: %s", path, strerror(errno));
	}
	return 0;
}

static int write_files(const struct program *p, struct error *e)
{
	struct buf c, h;
	char beside_c[4096], beside_h[4096];
	int failed;

	buf_init(&c, (size_t)1 << 30);
	buf_init(&h, (size_t)1 << 24);
	write_c(p, &c);
	write_h(p, &h);
	failed = write_beside(p->out_c, &c, beside_c, sizeof beside_c, e);
	if (!failed && write_beside(p->out_h, &h, beside_h, sizeof beside_h, e)) {
		remove(beside_c);
		failed = -1;
	}
	if (!failed && (rename(beside_h, p->out_h) != 0 || rename(beside_c, p->out_c) != 0))
		failed = error_set(e, 500, "%s:1: cannot be written: %s", p->out_c, strerror(errno));
	buf_free(&c);
	buf_free(&h);
	return failed;
}

static int run(struct program *p, struct error *e)
{
	for (; p->compiled < p->n; p->compiled++)
		if (compile_file(p->files[p->compiled], &p->units[p->compiled], e)) {
			p->compiled++;
			return -1;
		}
	return template_link(p->units, p->n, e) ? -1 : write_files(p, e);
}

int main(int argc, char **argv)
{
	struct error e = {0};

	if (argc < 3) {
		fprintf(stderr, "usage: template OUT.c OUT.h FILE.html…\n");
		return 2;
	}
	struct program p = {.out_c = argv[1], .out_h = argv[2], .files = argv + 3, .n = (size_t)argc - 3};
	p.units = calloc(p.n + 1, sizeof *p.units);
	if (!p.units) {
		fprintf(stderr, "template: out of memory\n");
		return 1;
	}
	int failed = run(&p, &e);
	if (failed)
		fprintf(stderr, "%s\n", e.message);
	while (p.compiled)
		template_free(&p.units[--p.compiled]);
	free(p.units);
	return failed ? 1 : 0;
}
