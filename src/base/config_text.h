/* config_text.h: a configuration file as libconfuse is to read it. Only config.c uses it.
 *
 * libconfuse counts a line three times where a remark begins with #, and halves backslashes between single quotes, so
 * that a distinguished name could not stand there as the directory shows it. Both are mended before it reads: remarks
 * go (their lines stay), and a backslash between single quotes counts for itself, but before a quote.
 */
#ifndef BASE_CONFIG_TEXT_H
#define BASE_CONFIG_TEXT_H

#include "base/buf.h"

#include <stdio.h>

/* Reads the whole file into *out, which the caller has initialised; out->full when it is too large. 0, or the first
 * line with a backslash in double quotes that libconfuse would drop or make a control character of: before anything but
 * ", \ and the line's end. */
int config_text_read(FILE *file, struct buf *out);

#endif
