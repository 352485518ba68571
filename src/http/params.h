/* params.h: application/x-www-form-urlencoded (URL Standard, 5.1), for queries and form bodies.
 *
 * Stricter than the standard where leniency only hides a fault: a % that no two hexadecimal digits
 * follow, and what is not UTF-8, are refused instead of repaired. Names are clean text (base/text.h); values may hold
 * control characters, which record/field_parse.h knows what to do with.
 */
#ifndef HTTP_PARAMS_H
#define HTTP_PARAMS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/pair.h"

#include <stdbool.h>
#include <stddef.h>

enum { PARAMS_MAX = 1000, PARAM_NAME_MAX = 100 /* bytes, decoded */ };

/* Reads the pairs in their order; a name may come more than once. A pair without '=' has the value "",
 * and nothing between two '&' is skipped. The array and its texts belong to `a`; `text` may be NULL when n is 0.
 * Returns 0, or -1 with status 400. */
int params_parse(const char *text, size_t n, struct arena *a, struct form_pair **pairs, size_t *count, struct error *e);

/* The value of the first pair of that name, NULL if there is none. */
const char *params_get(const struct form_pair *pairs, size_t n, const char *name);

/* Decodes %XX (RFC 3986, 2.1), as in a segment of a path, where '+' stands for itself. `out` has room for
 * n + 1 bytes and may be `in`; a NUL is added. False when a % is malformed or the result is not clean UTF-8;
 * `out` is then of no use. */
bool percent_decode(const char *in, size_t n, char *out);

#endif
