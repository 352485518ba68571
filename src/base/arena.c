#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 32 * 1024 };

struct block {
	struct block *next;
	size_t used, size;
	alignas(max_align_t) unsigned char bytes[];
};

struct cleanup {
	struct cleanup *next;
	void (*release)(void *);
	void *what;
};

struct arena {
	struct block *blocks;
	struct cleanup *cleanups;
	int wiped;
};

static void out_of_memory(size_t n)
{
	fprintf(stderr, "<2>out of memory: %zu bytes were asked for\n", n);
	abort();
}

static struct arena *make(int wiped)
{
	struct arena *a = calloc(1, sizeof *a);
	if (!a)
		out_of_memory(sizeof *a);
	a->wiped = wiped;
	return a;
}

struct arena *arena_new(void)
{
	return make(0);
}

struct arena *arena_new_wiped(void)
{
	return make(1);
}

static struct block *add_block(struct arena *a, size_t at_least)
{
	size_t size = at_least > BLOCK_BYTES ? at_least : BLOCK_BYTES;
	struct block *b = size > SIZE_MAX - sizeof *b ? NULL : malloc(sizeof *b + size);
	if (!b)
		out_of_memory(size);
	b->used = 0;
	b->size = size;
	b->next = a->blocks;
	a->blocks = b;
	return b;
}

void *arena_alloc(struct arena *a, size_t n)
{
	const size_t unit = alignof(max_align_t);
	if (n > SIZE_MAX - unit)
		out_of_memory(n);
	n = (n + unit - 1) / unit * unit;
	struct block *b = a->blocks;
	if (!b || b->size - b->used < n)
		b = add_block(a, n);
	void *p = b->bytes + b->used;
	b->used += n;
	return memset(p, 0, n);
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *copy = arena_alloc(a, n + 1);
	if (n)
		memcpy(copy, s, n);
	return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *arena_vprintf(struct arena *a, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	if (n < 0)
		n = 0;
	char *text = arena_alloc(a, (size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, format, again);
	va_end(again);
	return text;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *text = arena_vprintf(a, format, args);
	va_end(args);
	return text;
}

void arena_defer(struct arena *a, void (*release)(void *), void *what)
{
	struct cleanup *c = arena_alloc(a, sizeof *c);
	c->release = release;
	c->what = what;
	c->next = a->cleanups;
	a->cleanups = c;
}

/* Frees every block but, for an ordinary arena, one of the usual size, which the next request uses again. */
void arena_reset(struct arena *a)
{
	for (struct cleanup *c = a->cleanups; c; c = c->next)
		c->release(c->what);
	a->cleanups = NULL;
	struct block *kept = NULL;
	for (struct block *b = a->blocks, *next; b; b = next) {
		next = b->next;
		if (a->wiped)
			explicit_bzero(b->bytes, b->used);
		if (!kept && b->size == BLOCK_BYTES) {
			kept = b;
			continue;
		}
		free(b);
	}
	if (kept) {
		kept->used = 0;
		kept->next = NULL;
	}
	a->blocks = kept;
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	arena_reset(a);
	free(a->blocks);
	free(a);
}
