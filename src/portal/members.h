/* members.h: the members of a page's document, read and added. What is missing or null is NULL, or "" where a text is
 * asked for; what is read lives as long as the document, and what is added is copied into it.
 */
#ifndef PORTAL_MEMBERS_H
#define PORTAL_MEMBERS_H

#include <json-c/json_types.h>
#include <stdbool.h>

struct json_object *member(struct json_object *o, const char *key);
const char *text_at(struct json_object *o, const char *key);

/* NULL is "". */
void put(struct json_object *o, const char *key, const char *value);
void put_bool(struct json_object *o, const char *key, bool yes);

#endif
