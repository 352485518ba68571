/* arena.h: memory that lives as long as one request.
 *
 * Everything allocated from an arena is freed at once by arena_reset() or arena_free(); nothing is
 * freed alone. What is not memory (a json_object, a PGresult) is handed over with arena_defer() and
 * released by the same reset, last in, first out.
 *
 * No function here returns NULL: when memory is out the process logs and aborts, and the master
 * starts another worker. Input caps (http/limits.h) keep a client from getting there.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* A new arena; the caller frees it with arena_free(). */
struct arena *arena_new(void);

/* The same, for passwords and tokens: its blocks are wiped before they are freed. */
struct arena *arena_new_wiped(void);

void arena_reset(struct arena *a);
void arena_free(struct arena *a);

/* n zeroed bytes, aligned for any type. */
void *arena_alloc(struct arena *a, size_t n) __attribute__((malloc, alloc_size(2), returns_nonnull));
char *arena_strdup(struct arena *a, const char *s) __attribute__((returns_nonnull, nonnull));
char *arena_strndup(struct arena *a, const char *s, size_t n) __attribute__((returns_nonnull));
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3), returns_nonnull));
char *arena_vprintf(struct arena *a, const char *format, va_list args)
	__attribute__((format(printf, 2, 0), returns_nonnull));

/* Runs release(what) when the arena is reset or freed. */
void arena_defer(struct arena *a, void (*release)(void *), void *what);

#endif
