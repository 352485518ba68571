/* escape.h: bytes from data, written so that they stay data. One function per place.
 *
 * The input is clean UTF-8 (base/text.h: text_is_clean()); what is not would be copied byte by byte, never
 * interpreted. Each function only appends to `out`; buf's own maximum is the only limit.
 */
#ifndef HTML_ESCAPE_H
#define HTML_ESCAPE_H

#include "base/buf.h"

#include <stdbool.h>

/* The content of an element, title and textarea included: & < > become character references. */
void escape_text(struct buf *out, const char *s);

/* The value of an attribute in double or single quotes: & < > " ' become character references. */
void escape_attribute(struct buf *out, const char *s);

/* One path segment, query name or query value (RFC 3986, 2.3): everything but unreserved characters is
 * percent-encoded, '/' too. The result needs no further escaping in an attribute. */
void escape_url_component(struct buf *out, const char *s);

/* May this text be a whole URL of a link? http:// and https:// with something behind, mailto:, and relative
 * ones that begin with / or ? or #. The empty text is one too. Everything else is not: javascript:, data:, … */
bool escape_url_allowed(const char *s);

/* Is this a query string as escape_url_component() and '=' and '&' make it? */
bool escape_query_allowed(const char *s);

#endif
