/* field_parse.h: one field's text → its value. Internal to record/. */
#ifndef RECORD_FIELD_PARSE_H
#define RECORD_FIELD_PARSE_H

#include "i18n/format.h"
#include "record/record.h"

/* Reads `text` as the field's type and limits want it. Returns NULL and *value (the caller's; NULL when there is
 * nothing to read in the text), or the translated sentence that says what is wrong. `text` is UTF-8 (text_is_utf8()).
 * Values are in normalisation form C; what slides and word processors put at a line's end is a line end, or a blank in
 * texts of one line; any other control character is refused by its number; what surrounds a text of one line unseen
 * goes, and a change of writing direction in it ends with it (base/letters.h). `f`: the language whose page somebody
 * typed on (i18n/read.h); NULL: a program sent JSON, whose numbers are JSON's. */
const char *field_parse(const struct field *field, const char *text, const struct formats *f, struct arena *a,
                        struct json_object **value);

/* Of INTEGER and DECIMAL; of DATE and TIME. For field_parse(), which has cleaned the text. */
const char *field_parse_number(const struct field *field, const char *text, const struct formats *f, struct arena *a,
                               struct json_object **value);
const char *field_parse_time(const struct field *field, const char *text, const struct formats *f, struct arena *a,
                             struct json_object **value);

/* The limits with the type's defaults filled in; for texts `max` characters and no `min`. */
void field_limits(const struct field *f, long *min, long *max);

/* Checkbox values: "on", "true" and "1" are true; "", "off", "false" and "0" false; else NULL and *problem. */
bool field_checked(const char *text, const char **problem);

/* NULL when a record type has no such field. */
const struct field *field_find(const struct record_type *t, const char *name);

/* The same for a field that somebody sends, and not the server decides. */
const struct field *field_sent(const struct record_type *t, const char *name);

/* Empties `in` and gives it its two objects. */
void record_input_start(struct record_input *in, struct arena *a);

/* What was sent for a reference, as typed and as parsed: of many all, else the first. */
void record_input_list(struct record_input *in, const struct field *f, struct json_object *typed,
                       struct json_object *values);

/* A file as it was sent: its name (NULL: none was sent, and the value is null) and its content in Base64. */
void record_input_file(struct record_input *in, const struct field *f, const char *name, const char *base64,
                       struct arena *a);

/* Parses `text` into in->values; a problem becomes an error of the field and the value null. */
void record_input_set(struct record_input *in, const struct field *field, const char *text, const struct formats *f,
                      struct arena *a);

#endif
