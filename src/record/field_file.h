/* field_file.h: a file that somebody sends, checked: what it is by its content (libmagic), and that its name says so.
 */
#ifndef RECORD_FIELD_FILE_H
#define RECORD_FIELD_FILE_H

#include "base/arena.h"

#include <json-c/json_types.h>
#include <stdbool.h>

enum { FILE_NAME_MAX = 150 /* characters */ };

/* `base64`: its content (RFC 4648, 4). At most `max` bytes. NULL and *value
 *   {"name": "Organisation.pdf", "kind": "application/pdf", "size": 1234, "sha256": "…", "content": "…"}
 * or a sentence that says what is wrong. The name is what stands behind its last / or \, without what no page shows.
 * Both belong to `a`. */
const char *field_file_parse(const char *name, const char *base64, long max, struct arena *a,
                             struct json_object **value);

/* May a browser show it in a page of ours? */
bool field_file_is_picture(const char *kind);

/* "PDF", "Word", as people call it; "" for what is not taken. */
const char *field_file_called(const char *kind);

/* What a form offers to choose: ".pdf,.png". */
const char *field_file_accepts(struct arena *a);

#endif
