/* language.h: the languages of the interface, and which of them a request gets.
 *
 * A language is chosen (cookie `styrbord_language`), else negotiated from Accept-Language (RFC 9110,
 * 12.5.4; RFC 4647 lookup), else the configuration's default. English is the source and needs no catalogue.
 */
#ifndef I18N_LANGUAGE_H
#define I18N_LANGUAGE_H

#include <stddef.h>

struct language {
	const char *tag;    /* BCP 47, as in URLs, lang="" and the cookie: en sv-SE sv-FI nb fi */
	const char *locale; /* en: C.UTF-8; sv_SE.UTF-8 sv_FI.UTF-8 nb_NO.UTF-8 fi_FI.UTF-8 */
	const char *name;   /* its own name: English, Svenska (Sverige), Svenska (Finland), Norsk bokmål, Suomi */
};

extern const struct language languages[];
extern const size_t language_count;

/* By its tag, case-insensitively; NULL if the portal does not speak it, and for NULL. */
const struct language *language_find(const char *tag);

/* The nearest to a tag as people and programs write it: "no", "nn-NO", "en-GB", "sv_FI", "sv_FI.UTF-8". NULL if the
 * portal speaks nothing near it, and for NULL. */
const struct language *language_nearest(const char *tag);

/* From an Accept-Language header (may be NULL or nonsense); `fallback` when nothing fits.
 * "sv" is Swedish of Sweden, "no" and "nn" are Bokmål. */
const struct language *language_negotiate(const char *header, const struct language *fallback);

/* Loads the catalogues found below `locale_directory` (made by the build; it sets LOCPATH and binds
 * the text domain). Returns 0, or -1 with a message naming the locale that is missing. Once per process. */
struct error;
int language_load(const char *locale_directory, struct error *e);

/* Makes _() and strftime-like calls of this thread speak the language until the next call. */
void language_use(const struct language *l);

/* The language of the last call; English before any. */
const struct language *language_used(void);

#endif
