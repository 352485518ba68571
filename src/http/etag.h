/* etag.h: entity tags (RFC 9110, 8.8.3), and what If-Match and If-None-Match say of them (13.1.1, 13.1.2).
 *
 * The tag of a document is strong: "VERSION-HASH". VERSION is its record's, HASH is of the body as it is sent, which
 * may say more than the record: a project's document shows its risks. A document that is no record's has nothing before
 * the dash, and so no version that anybody could name. If-None-Match compares all of a tag; If-Match, which asks
 * whether the record is still as somebody saw it, compares the version.
 */
#ifndef HTTP_ETAG_H
#define HTTP_ETAG_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* The tag, quotes included; it belongs to `a`. `version` is NULL or "" for a document that is no record's. */
const char *etag_make(const char *version, const char *body, size_t n, struct arena *a);

/* Does If-Match name this version? A tag may stop before its dash: "3" is version 3, whatever it looks like. "*" names
 * every version, a weak tag none. Neither does a header that is malformed anywhere. */
bool etag_matches(const char *if_match, const char *version);

/* Does If-None-Match name this tag (8.8.3.2, weak comparison), or every one ("*")? A malformed header names none: what
 * is asked for is then sent. */
bool etag_listed(const char *if_none_match, const char *tag);

#endif
