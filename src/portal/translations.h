/* translations.h: what a document says in the reader's language. A document is the same for everybody: where a record
 * has been translated it carries `translations`, {"sv": {"title": "…", "published_at": "…"}} beside `language` and the
 * fields as they were written. The JSON answer sends that as it is; for a page the reader's language takes the fields'
 * place.
 */
#ifndef PORTAL_TRANSLATIONS_H
#define PORTAL_TRANSLATIONS_H

#include <json-c/json_types.h>

/* Walks the document: in every object with `translations` the fields that there are in `language` (two letters) take
 * the place of the written ones, and `language` says so. Where it has none in that language, `untranslated` is the
 * language that it is in; "" where it is in the reader's or translated, or has no language. `written_in` is the
 * language of what has none of its own. */
void translations_apply(struct json_object *document, const char *language);

#endif
