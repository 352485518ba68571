/* terms.h: the words that belong to an organisation: closed lists whose values are rows (live.term), with labels a
 * language, which an organisation may give otherwise for itself. The code knows only what a value means to it, if
 * anything; the portal's own values have a label in the catalogues (vocabulary.h), which one in the database overrides.
 */
#ifndef RECORD_TERMS_H
#define RECORD_TERMS_H

#include "base/arena.h"
#include "record/record.h"

#include <json-c/json_types.h>

/* Takes the document that portal/words.sql makes:
 *   {"lists": {"project_phase": [{"code", "retired": bool}…]}, "labels": {"project_phase/closing/sv/": "Avslut",
 *    "project_phase/closing/sv/HSO": "…"}, "retired": {"project_phase/closing/HSO": true}}
 * It stays until the next call, which frees it; NULL forgets. Every worker has one. */
void terms_keep(struct json_object *document);

/* What a value of the list is called in the language that is used (i18n/language.h) for `organisation` (a code, "" for
 * the portal): that organisation's label, else the portal's, else the catalogue's, else a label in another language.
 * NULL when nobody has a word for it. Lives until terms_keep(), or for ever. */
const char *term_label(const char *list, const char *code, const char *organisation);

/* The same without a label in another language: for what has a name of its own beside its labels. */
const char *term_label_here(const char *list, const char *code, const char *organisation);

/* The value of the list that is called so, in the language that is used and however it is written; NULL. */
const char *term_called(const char *list, const char *label);

/* The list's values with their labels, for a form: without those that are retired, or that the organisation does not
 * use, but with `current`. Ends with {NULL, NULL}; belongs to `a`. */
const struct choice *term_choices(const char *list, const char *organisation, const char *current, struct arena *a);

/* Is this a value of the list? One that is retired is, too: it may stand there already, and the database refuses it
 * where it does not. */
bool term_is(const char *list, const char *code);

#endif
