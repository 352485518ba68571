/* markdown_typed.h: what people type and paste, before CommonMark reads it.
 *
 * CommonMark takes "17. november" at a line's start for the seventeenth item of a list, does not know the bullets of
 * word processors, and runs rows pasted from a spreadsheet together. Here the first two become what was meant, and the
 * rows are found.
 */
#ifndef HTML_MARKDOWN_TYPED_H
#define HTML_MARKDOWN_TYPED_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

/* One line, without its end, as CommonMark is to read it: a date's point is escaped, a bullet becomes a hyphen. */
void typed_line(struct buf *out, const char *line, size_t n);

/* Is the line a row of cells, with tabs between them, and not code or a bullet with its text? */
bool typed_is_row(const char *line, size_t n);

/* A row as <tr>; `head`: its cells are headings. */
void typed_row(struct buf *out, struct arena *a, const char *line, size_t n, bool head);

#endif
