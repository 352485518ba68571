/* history.h: what changed on a project and on what belongs to it, when, and by whom. */
#ifndef PORTAL_HISTORY_H
#define PORTAL_HISTORY_H

#include "http/router.h"
#include "record/record.h"

/* Handed the record types whose changes have labels, ends with NULL (routes.c knows them all). */
extern const struct record_type *const *history_types;

handler history_page;

#endif
