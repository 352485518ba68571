/* record_expressions.h: what the generated statements of record types have in common. Internal to record/. In all of
 * it r is the record's table, p its parent's, v the values that were sent. */
#ifndef RECORD_RECORD_EXPRESSIONS_H
#define RECORD_RECORD_EXPRESSIONS_H

#include "base/buf.h"
#include "record/record.h"

/* How a record hangs on what it belongs to: the one place that knows. */
struct anchor {
	const char *column; /* of r: the parent's id */
	const char *table;  /* with its alias p */
	const char *is;     /* condition that p is the one that $1 names */
};

/* NULL for a type that stands alone. */
const struct anchor *anchor_of(const struct record_type *t);

/* The field's column. */
const char *field_column(const struct field *f);

/* Is it a column of the type's own table that a form or a document writes? */
bool field_written(const struct record_type *t, const struct field *f);

/* Adds `text` with `argument` for each @ in it. */
void add_filled(struct buf *b, const char *text, const char *argument);

/* Adds the condition that the reference's key is `argument`. */
void add_find(struct buf *b, const struct reference *to, const char *argument);

/* Adds the condition that what r hangs on, by this column, is the subject whose key is `argument` or lies below it. */
void add_below(struct buf *b, const struct reference *to, const char *column, const char *argument);

/* Adds what the document says of a field; `past`: as it was in the version r of schema past. */
void add_read(struct buf *b, const struct field *f, bool past);

/* Adds what is stored for what was sent. */
void add_written(struct buf *b, const struct record_type *t, const struct field *f, bool update);

/* "'gone', {field: name}": what an old version of the record refers to and is there no more, by what it was called
 * last.
 */
void add_gone(struct buf *b, const struct record_type *t);

#endif
