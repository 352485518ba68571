/* buf.h: a growing string of bytes with a maximum.
 *
 * A buffer never grows past its maximum: what does not fit is dropped and `full` is set, so that a
 * caller checks once, at the end. The bytes are always followed by a NUL that `len` does not count.
 * Owner: whoever called buf_init(); freed with buf_free(), emptied for reuse with buf_reset().
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

struct buf {
	char *data; /* NULL until the first byte */
	size_t len, cap, max;
	bool full;
};

void buf_init(struct buf *b, size_t max);
void buf_free(struct buf *b);
void buf_reset(struct buf *b);
void buf_add(struct buf *b, const void *bytes, size_t n);
void buf_adds(struct buf *b, const char *s);
void buf_addc(struct buf *b, char c);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The text, "" when nothing was added; valid until the next call that changes b. */
const char *buf_text(const struct buf *b);

#endif
