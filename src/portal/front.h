/* front.h: the way of a request, from what nginx sent to what it gets back.
 *
 * read → language → route → who asks → right → CSRF → moment (`?at=`) → handler → or an error page.
 * Whatever fails on the way ends here and nowhere else: the transaction is rolled back, the error becomes a
 * page or a problem document, and one line is logged.
 */
#ifndef PORTAL_FRONT_H
#define PORTAL_FRONT_H

#include "http/fastcgi.h"
#include "portal/site.h"

/* A serve_request of http/fastcgi.h; `context` is a struct site. */
void front_serve(void *context, struct request *r, const struct raw_request *raw, struct response *out);

#endif
