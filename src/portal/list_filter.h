/* list_filter.h: what an address asks of a list. A link lives longer than what it names: what the list cannot follow in
 * its address it leaves out, and says so in a sentence (`left_out` of the document: [{"name", "message"}]).
 */
#ifndef PORTAL_LIST_FILTER_H
#define PORTAL_LIST_FILTER_H

#include "base/buf.h"
#include "http/request.h"
#include "record/record.h"

void list_leave_out(struct json_object *left_out, const char *name, const char *message);

/* Everything that is in error. */
void list_leave_out_errors(struct request *r, const struct record_type *filter, const struct record_input *in,
                           struct json_object *left_out);

/* Of the query's pairs the first of each field of `filter`; everything else is another's business: mail programs and
 * social networks add what they like to a link. A value in error is no value. */
void list_read_filter(struct request *r, const struct record_type *filter, struct record_input *in,
                      struct json_object *left_out);

/* The value of one field as text; "" for none. */
const char *list_value(const struct record_input *in, const char *name);

/* Adds name=value to an address's query. */
void list_add_query(struct buf *b, const char *name, const char *value);

/* The query of an address of the same list: what is asked (values[i] of filter->fields[i]) and the day. `extra` (name
 * and value by turns, ended by NULL) stands behind, and in place of what the values have by that name; "" there:
 * nothing.
 */
struct json_object *list_query(struct request *r, const struct record_type *filter, const char *const *values,
                               const char *const *extra);

/* What the list is narrowed to, in words: adds `chosen` ([{label, text, without: the query that does not ask it,
 * is_text}], but for the order) and `more_chosen`, how many of them the field for words does not show, to `page`.
 * `form` is what record_form() made of the filter. */
void list_add_chosen(struct request *r, const struct record_type *filter, const char *const *values,
                     struct json_object *form, struct json_object *page);

#endif
