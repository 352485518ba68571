/* json_read.h: JSON text from outside (RFC 8259) → json_object, strictly.
 *
 * json-c takes more than the RFC allows and repairs what it should refuse: it keeps the last of two equal
 * keys, takes NaN and single quotes, and turns an integer too large into the largest. So the text is checked
 * here first, and only then given to json-c.
 */
#ifndef RECORD_JSON_READ_H
#define RECORD_JSON_READ_H

#include "base/arena.h"
#include "base/error.h"

#include <json-c/json_types.h>
#include <stddef.h>

enum { JSON_DEPTH_MAX = 16, JSON_MEMBERS_MAX = 256 /* of one object */ };

/* Reads one JSON value of any type; *out belongs to `a` and is NULL for the value null. Decimal numbers keep
 * their text: json_object_get_string() gives them as they were written.
 *
 * Returns -1 with status 400 and a sentence that says at which byte, for: anything that is not RFC 8259; more than one
 * value; arrays and objects nested deeper than JSON_DEPTH_MAX; objects with a key twice or more than JSON_MEMBERS_MAX
 * keys; integers outside of int64 and decimals outside of double; lone surrogates; NUL. Other control characters may
 * stand in texts, escaped, as the RFC has them: record/field_parse.h decides on them. */
int json_read(const char *text, size_t n, struct arena *a, struct json_object **out, struct error *e);

/* Hands an object over to the arena, which puts it when it is reset, and returns it. */
struct json_object *json_keep(struct arena *a, struct json_object *o);

#endif
