/* files.h: files as pages show them (record/record.h, FIELD_FILE). */
#ifndef PORTAL_FILES_H
#define PORTAL_FILES_H

#include "http/request.h"

#include <json-c/json_types.h>

/* "Plan.pdf (PDF, 120 kB)", of a document's {"name", "kind", "size"}; in the request's arena. */
const char *files_called(struct request *r, struct json_object *file);

/* To each of a page's `attachments`, {"n", "file", …}: where it lies, what it is called, whether it is a picture.
 * `place` is the page's. */
void files_offer(struct request *r, struct json_object *attachments, const char *place);

#endif
