/* page.h: one resource, one document. A page's data is one statement that returns one JSON document;
 * the JSON answer is that document as it is, the HTML page is the same document through a template. */
#ifndef PORTAL_PAGE_H
#define PORTAL_PAGE_H

#include "html/render.h"
#include "http/request.h"
#include "http/response.h"
#include "portal/site.h"

#include <json-c/json_types.h>

typedef void template_function(struct render *r);

/* Runs `st`, whose row is (document text, version text), in a read-only transaction of its own, or within the one that
 * writes (once.h). *version may be NULL. 404 when there is no row. */
int page_query(struct request *r, const struct statement *st, const char *const *parameters, const char **document,
               const char **version, struct error *e);

/* Sends a document: as it is, with its ETag, or through the template with `title` in the browser's tab. */
int page_text(struct request *r, struct response *out, const char *title, template_function *template,
              const char *document, struct error *e);
int page_object(struct request *r, struct response *out, const char *title, template_function *template,
                struct json_object *document, struct error *e);

/* A document parsed; belongs to r->arena. NULL never happens for what the database sent: 500. */
struct json_object *page_parse(struct request *r, const char *document, struct error *e);

/* Is this right among the document's `rights` (styrbord.rights_on)? For the buttons of a page. */
bool page_has_right(struct json_object *document, const char *right);

/* Is this part of what everybody reads, a record type or "mail" or "money", for staff alone, and the reader none? */
bool page_hides(const struct request *r, const char *part);

/* An object that lives as long as the request. */
struct json_object *page_new_object(struct request *r);

/* Says of which record's version the document is that is sent next: its ETag names it (http/etag.h). Without it the
 * ETag names the content alone. Pages have none: they hold the visitor's token. */
void page_etag(struct request *r, struct response *out, const char *version);

/* The version that If-Match names: `current` when it is among them, else "-", which no record has; NULL when the header
 * did not come. */
const char *page_if_match(struct request *r, const char *current);

/* The version that a writer has seen: a form says it in `_version`, "" if it does not; whoever sends no form says it
 * with If-Match as above, or gets 428. */
int page_seen(struct request *r, const char *current, const char **version, struct error *e);

/* The error as a page, or as a problem document (RFC 9457); 401 on a page leads to the sign-in form.
 * r->visitor may be NULL for other errors than 401, 403, 404. */
void page_error(struct request *r, struct response *out, struct error *e);

/* A problem document with one entry per field (RFC 9457, 3.2: `errors`). */
struct field_error;
int page_problem(struct request *r, struct response *out, int status, const char *message,
                 const struct field_error *errors, size_t n);

#endif
