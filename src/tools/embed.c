/* embed.c: host program of the build that turns SQL files into C.
 *
 *   embed OUT.c OUT.h statements FILE.sql…
 *   embed OUT.c OUT.h migrations MIGRATION.sql… -- REPEATABLE.sql…
 *
 * The generated declarations are described in src/db/statement.h. A mistake in a file ends the build with
 * file:line and a sentence; nothing is written then.
 */
#include "base/arena.h"
#include "base/buf.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MAX = 4 << 20, OUTPUT_MAX = 64 << 20, STATEMENTS_MAX = 4096, NAME_MAX_CHARACTERS = 60 };

struct block {
	const char *name, *file;
	int line;
	struct buf text;
	int parameters;
};

struct blocks {
	struct block list[STATEMENTS_MAX];
	int count;
};

static struct arena *arena;

static _Noreturn void fail(const char *file, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));

static void fail(const char *file, int line, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fprintf(stderr, line ? "%s:%d: " : "%s: ", file, line);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	exit(1);
}

/* The file's bytes; the caller frees the buffer. */
static struct buf read_file(const char *path)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		fail(path, 0, "cannot be read: %s", strerror(errno));
	struct buf b;
	buf_init(&b, FILE_MAX);
	char piece[8192];
	for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
		buf_add(&b, piece, n);
	if (ferror(f) || b.full)
		fail(path, 0, "cannot be read, or is larger than %d bytes", FILE_MAX);
	fclose(f);
	if (memchr(buf_text(&b), '\0', b.len))
		fail(path, 0, "holds a NUL byte");
	return b;
}

static void write_file(const char *path, const struct buf *b)
{
	if (b->full)
		fail(path, 0, "would grow past %d bytes", OUTPUT_MAX);
	FILE *f = fopen(path, "wb");
	if (!f || fwrite(buf_text(b), 1, b->len, f) != b->len || fclose(f))
		fail(path, 0, "cannot be written: %s", strerror(errno));
}

/* One C string literal per line of the text. */
static void add_literal(struct buf *out, const char *text, size_t n)
{
	bool open = false;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)text[i];
		if (!open)
			buf_adds(out, "\n\t\"");
		open = c != '\n';
		if (c == '\n')
			buf_adds(out, "\\n\"");
		else if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", c);
		else if (c == '\t')
			buf_adds(out, "\\t");
		else if (c < 0x20 || c >= 0x7f || c == '?')
			buf_printf(out, "\\%03o", c);
		else
			buf_addc(out, (char)c);
	}
	buf_adds(out, open ? "\"" : n ? "" : " \"\"");
}

/* The name on a `-- name: …` line; NULL when the line is another one. */
static const char *name_of(const char *line, size_t n, const char *file, int number)
{
	static const char mark[] = "-- name:";
	if (n < sizeof mark - 1 || memcmp(line, mark, sizeof mark - 1) != 0)
		return NULL;
	line += sizeof mark - 1;
	n -= sizeof mark - 1;
	while (n && (*line == ' ' || *line == '\t')) {
		line++;
		n--;
	}
	while (n && strchr(" \t\r", line[n - 1]))
		n--;
	const char *name = arena_strndup(arena, line, n);
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
	if (!n || name[0] < 'a' || name[0] > 'z' || strspn(name, allowed) != n || n > NAME_MAX_CHARACTERS)
		fail(file, number, "\"%s\" is no statement name: [a-z][a-z0-9_]*, at most %d characters", name,
		     NAME_MAX_CHARACTERS);
	return name;
}

static struct block *add_block(struct blocks *all, const char *name, const char *file, int line)
{
	for (int i = 0; i < all->count; i++)
		if (strcmp(all->list[i].name, name) == 0)
			fail(file, line, "\"%s\" is already in %s:%d", name, all->list[i].file, all->list[i].line);
	if (all->count == STATEMENTS_MAX)
		fail(file, line, "more than %d statements", STATEMENTS_MAX);
	struct block *b = &all->list[all->count++];
	*b = (struct block){.name = name, .file = file, .line = line};
	buf_init(&b->text, FILE_MAX);
	return b;
}

static bool is_comment(const char *line, size_t n)
{
	while (n && (*line == ' ' || *line == '\t')) {
		line++;
		n--;
	}
	return n == 0 || *line == '\r' || (n >= 2 && line[0] == '-' && line[1] == '-');
}

/* Takes blanks and the closing semicolon away, and finds the highest $N. */
static void finish_block(struct block *b)
{
	while (b->text.len && strchr(" \t\r\n;", b->text.data[b->text.len - 1]))
		b->text.data[--b->text.len] = '\0';
	if (!b->text.len)
		fail(b->file, b->line, "\"%s\" has no SQL", b->name);
	for (const char *p = b->text.data; (p = strchr(p, '$')); p++) {
		long n = strtol(p[1] >= '0' && p[1] <= '9' ? p + 1 : "0", NULL, 10);
		if (n > 200)
			fail(b->file, b->line, "\"%s\" has a parameter $%ld", b->name, n);
		if (n > b->parameters)
			b->parameters = (int)n;
	}
}

/* Lines that are only a comment belong to the reader, not to the statement. */
static void read_statements(struct blocks *all, const char *path)
{
	struct buf text = read_file(path);
	int first = all->count, number = 1;
	struct block *block = NULL;
	for (const char *line = buf_text(&text); *line; number++) {
		size_t n = strcspn(line, "\n");
		const char *name = name_of(line, n, path, number);
		if (name)
			block = add_block(all, name, path, number);
		else if (block && !is_comment(line, n)) {
			buf_add(&block->text, line, n);
			buf_addc(&block->text, '\n');
		} else if (!is_comment(line, n))
			fail(path, number, "SQL before the first \"-- name: …\" line");
		line += n + (line[n] == '\n');
	}
	for (int i = first; i < all->count; i++)
		finish_block(&all->list[i]);
	buf_free(&text);
}

static void start_outputs(struct buf *c, struct buf *h, const char *header, const char *guard)
{
	buf_init(c, OUTPUT_MAX);
	buf_init(h, OUTPUT_MAX);
	const char *slash = strrchr(header, '/');
	buf_printf(c, "/* Generated by src/tools/embed.c. */\n#include \"%s\"\n\n", slash ? slash + 1 : header);
	buf_printf(h, "/* Generated by src/tools/embed.c. */\n#ifndef %s\n#define %s\n\n#include \"db/statement.h\"\n\n",
	           guard, guard);
}

static void emit_statements(const struct blocks *all, struct buf *c, struct buf *h)
{
	for (int i = 0; i < all->count; i++) {
		const struct block *b = &all->list[i];
		buf_printf(h, "extern const struct statement sql_%s;\n", b->name);
		buf_printf(
			c, "/* %s:%d */\nconst struct statement sql_%s = {.name = \"%s\", .parameters = %d, .index = %d, .text =",
			b->file, b->line, b->name, b->name, b->parameters, i);
		add_literal(c, b->text.data, b->text.len);
		buf_adds(c, "};\n\n");
	}
	buf_adds(h, "\n/* All of them, in order of their index; NULL at the end. */\n"
	            "extern const struct statement *const statements[];\nextern const size_t statement_count;\n\n#endif\n");
	buf_adds(c, "const struct statement *const statements[] = {\n");
	for (int i = 0; i < all->count; i++)
		buf_printf(c, "\t&sql_%s,\n", all->list[i].name);
	buf_printf(c, "\tNULL,\n};\n\nconst size_t statement_count = %d;\n", all->count);
}

static void emit_file(struct buf *c, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
	struct buf text = read_file(path);
	buf_printf(c, "\t{.name = \"%.*s\", .length = %zu, .text =", dot ? (int)(dot - name) : (int)strlen(name), name,
	           text.len);
	add_literal(c, buf_text(&text), text.len);
	buf_adds(c, "},\n");
	buf_free(&text);
}

/* An array may not be empty in C: the last entry is {NULL, NULL, 0} and not counted. */
static int emit_files(struct buf *c, struct buf *h, const char *array, const char *counter, char **paths, int n)
{
	int count = 0;
	buf_printf(c, "const struct embedded_file %s[] = {\n", array);
	for (; count < n && strcmp(paths[count], "--") != 0; count++)
		emit_file(c, paths[count]);
	buf_printf(c, "\t{.name = NULL},\n};\n\nconst size_t %s = %d;\n\n", counter, count);
	buf_printf(h, "extern const struct embedded_file %s[];\nextern const size_t %s;\n", array, counter);
	return count;
}

int main(int argc, char **argv)
{
	bool of_statements = argc > 3 && strcmp(argv[3], "statements") == 0;
	if (!of_statements && !(argc > 3 && strcmp(argv[3], "migrations") == 0)) {
		fprintf(stderr, "usage: embed OUT.c OUT.h statements FILE.sql…\n"
		                "       embed OUT.c OUT.h migrations MIGRATION.sql… -- REPEATABLE.sql…\n");
		return 2;
	}
	static struct blocks all;
	struct buf c, h;
	arena = arena_new();
	start_outputs(&c, &h, argv[2], of_statements ? "GEN_STATEMENTS_H" : "GEN_MIGRATIONS_H");
	if (of_statements) {
		for (int i = 4; i < argc; i++)
			read_statements(&all, argv[i]);
		emit_statements(&all, &c, &h);
	} else {
		int used = 4 + emit_files(&c, &h, "migrations", "migration_count", argv + 4, argc - 4);
		used += used < argc;
		emit_files(&c, &h, "repeatable", "repeatable_count", argv + used, argc - used);
		buf_adds(&h, "\n#endif\n");
	}
	write_file(argv[1], &c);
	write_file(argv[2], &h);
	for (int i = 0; i < all.count; i++)
		buf_free(&all.list[i].text);
	buf_free(&c);
	buf_free(&h);
	arena_free(arena);
	return 0;
}
