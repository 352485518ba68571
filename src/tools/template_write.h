/* template_write.h: pieces of C source text. */
#ifndef TOOLS_TEMPLATE_WRITE_H
#define TOOLS_TEMPLATE_WRITE_H

#include "base/buf.h"

#include <stddef.h>

/* A string literal with its quotes, on one line: for arguments and for texts that xgettext reads. */
void write_string(struct buf *out, const char *s);

/* The call that writes n bytes of literal HTML, one string literal a line of it. */
void write_literal(struct buf *out, const char *s, size_t n, int indent);

void write_indent(struct buf *out, int indent);

#endif
