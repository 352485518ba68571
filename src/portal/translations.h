/* translations.h: what a document says in the reader's language. A document is the same for everybody: where a record
 * has been translated it carries `translations`, {"sv": {"title": "…", "published_at": "…"}} beside `language` and the
 * fields as they were written. The JSON answer sends that as it is; for a page the reader's language takes the fields'
 * place.
 */
#ifndef PORTAL_TRANSLATIONS_H
#define PORTAL_TRANSLATIONS_H

#include "http/request.h"
#include "record/record.h"

#include <json-c/json_types.h>

/* Walks the document: in every object with `translations` the fields that there are in `language` (two letters) take
 * the place of the written ones, and `language` says so. `untranslated` is the language that is shown, where that is
 * another than the one around it (the reader's, for the whole document): a mark for the reader; else "". `written_in`
 * is the language of what has none of its own; `translated_at` when the translation that is shown was published, ""
 * where none is. Done again it changes nothing. */
void translations_apply(struct json_object *document, const char *language);

/* What can be translated into which language, for who may write it: adds `translate` to a subject's document, and to
 * each of its `sections` and `goals`, where it has them: [{"label": "Heading – Swedish", "path": "/…", "there": bool}];
 * an empty list for who may not. `translated` of the document says what there is already; `place` is the subject's
 * address. Called before translations_apply(), which changes what language things are in. */
void translations_offer(struct request *r, struct json_object *document, const struct record_type *type,
                        const char *place, bool may);

#endif
