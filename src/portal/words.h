/* words.h: keeps this worker's terms (record/terms.h) as the database has them. Every transaction of a page says which
 * version of them it saw (styrbord.words, db.sql's `identify`), so that asking costs nothing until they change. */
#ifndef PORTAL_WORDS_H
#define PORTAL_WORDS_H

#include "http/request.h"

/* Before labels are shown or terms read from a form. What cannot be loaded is logged, and the portal's own words stay.
 */
void words_refresh(struct request *r);

/* What a role is called in the language that is used: what an organisation's words say, or the catalogue, or `name` as
 * it is written. */
const char *words_role(const char *code, const char *name);

#endif
