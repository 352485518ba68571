/* record_pages.h: the pages of records: list, form, create, change, remove, over HTML forms and JSON alike. What a
 * route row is about (struct route, `about`) is the record type.
 */
#ifndef PORTAL_RECORD_PAGES_H
#define PORTAL_RECORD_PAGES_H

#include "http/router.h"
#include "record/record.h"

handler record_list, record_show, record_new, record_create, record_edit, record_change, record_remove, record_restore;

/* All records of a collection in one table, whose fields in_sheet are changed there and saved together, or not at all
 * (record_sheet.c). */
handler record_sheet, record_save_sheet;

/* The same for a type that has no rows of its own in the route table: something that is done to another's record. */
int record_edit_as(struct request *r, struct response *out, const struct record_type *type, struct error *e);
int record_change_as(struct request *r, struct response *out, const struct record_type *type, struct error *e);

#endif
