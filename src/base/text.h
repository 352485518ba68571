/* text.h: texts of the interface, and checks on texts from outside.
 *
 * _("English text") gives the text in the language of the request (i18n/language.h sets it for the
 * thread); N_("English text") marks a text in a static table that is translated where it is shown.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <libintl.h>
#include <stdbool.h>
#include <stddef.h>

#define _(text) gettext(text)
#define N_(text) (text)

/* Well-formed UTF-8 (RFC 3629: no surrogates, nothing overlong, at most U+10FFFF) without NUL: what the database can
 * hold. */
bool text_is_utf8(const char *s, size_t n);

/* The same without control characters (C0, C1, delete) other than tab, line feed and carriage return. */
bool text_is_clean(const char *s, size_t n);

/* The number of characters (code points) of a well-formed UTF-8 string. */
size_t text_length(const char *s);

/* How many bytes of s, at most `max`, end where a character ends: for "%.*s" of what somebody sent. */
int text_prefix(const char *s, int max);

/* 1 to 9 digits: what fits an int, and so the number or version of a record. */
bool text_is_small_number(const char *s);

bool text_equal(const char *a, const char *b); /* NULL equals only NULL */
bool text_starts_with(const char *s, const char *prefix);

#endif
