/* record_options.h: how a form offers what a reference may refer to. Internal to record/. */
#ifndef RECORD_RECORD_OPTIONS_H
#define RECORD_RECORD_OPTIONS_H

#include "record/record.h"

/* Adds {"value","label","selected"}. */
void record_add_choice(struct json_object *list, const char *value, const char *label, bool selected);

/* Adds to a field's document what a reference has of its own (record_form). */
void record_add_reference(struct json_object *o, const struct field *f, struct json_object *values,
                          const struct record_input *in, struct json_object *choices);

/* Adds to a field's document the matrix by which it and another are placed, or that another's matrix places it. */
void record_add_square(struct json_object *o, const struct record_type *t, const struct field *f,
                       struct json_object *values, const struct record_input *in, struct arena *a);

#endif
