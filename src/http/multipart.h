/* multipart.h: multipart/form-data (RFC 7578), the form that may hold a file.
 *
 * Own code, since what Debian has is made for mail (gmime) or for Apache (apreq), and brings more to distrust than this
 * page of it. Stricter than the RFC where leniency only hides a fault: nothing before the first boundary, a name in
 * each part, no part within another, no transfer encoding.
 */
#ifndef HTTP_MULTIPART_H
#define HTTP_MULTIPART_H

#include "base/arena.h"
#include "base/error.h"
#include "base/pair.h"

#include <stddef.h>

enum { MULTIPART_PARTS_MAX = 200, MULTIPART_HEAD_MAX = 2048 /* bytes of a part's headers */ };

/* Reads the parts in their order, as params_parse() reads pairs: a text's value is UTF-8; a file's is its content in
 * Base64 (RFC 4648, 4), and `file` its name, of which only what stands behind the last / or \ is kept. A file field
 * that was left empty is a pair with the value "" and no `file`. `content_type` is the header's whole value. The array
 * and its texts belong to `a`. Returns 0, or -1 with status 400. */
int multipart_parse(const char *content_type, const char *body, size_t n, struct arena *a, struct form_pair **pairs,
                    size_t *count, struct error *e);

#endif
