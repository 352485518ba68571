/* field_parse.h: one field's text → its value. Internal to record/. */
#ifndef RECORD_FIELD_PARSE_H
#define RECORD_FIELD_PARSE_H

#include "record/record.h"

/* Reads `text` as the field's type and limits want it. Returns NULL and *value (the caller's; NULL when the text is
 * empty), or the translated sentence that says what is wrong. `text` is clean UTF-8 (base/text.h).
 * `typed_by_hand` also takes 31.3.2026, decimal commas, grouped digits and U+2212 for minus. */
const char *field_parse(const struct field *f, const char *text, bool typed_by_hand, struct arena *a,
                        struct json_object **value);

/* The limits with the type's defaults filled in; for texts `max` characters and no `min`. */
void field_limits(const struct field *f, long *min, long *max);

/* Checkbox values: "on", "true" and "1" are true; "", "off", "false" and "0" false; else NULL and *problem. */
bool field_checked(const char *text, const char **problem);

/* NULL when a record type has no such field. */
const struct field *field_find(const struct record_type *t, const char *name);

/* Empties `in` and gives it its two objects. */
void record_input_start(struct record_input *in, struct arena *a);

/* Parses `text` into in->values; a problem becomes an error of the field and the value null. */
void record_input_set(struct record_input *in, const struct field *f, const char *text, bool typed_by_hand,
                      struct arena *a);

#endif
