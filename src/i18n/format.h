/* format.h: dates and numbers as each language writes them (CLDR's medium forms, written out here
 * so that they do not depend on the C library's locale data).
 *
 *   en     9 March 2023, 14:05      1,234,567.5
 *   sv-*   9 mars 2023 kl. 14.05 (sv-FI) / 9 mars 2023 14:05 (sv-SE)   1 234 567,5 (no-break spaces)
 *   nb     9. mars 2023 kl. 14:05   1 234 567,5
 *   fi     9.3.2023 klo 14.05       1 234 567,5
 *
 * All but English write U+2212 for minus. Text that is no date or number comes back as it is (the same pointer);
 * what is new belongs to the arena.
 */
#ifndef I18N_FORMAT_H
#define I18N_FORMAT_H

#include "base/arena.h"
#include "i18n/language.h"

struct formats; /* one constant per language */

const struct formats *formats_of(const struct language *l);

/* "2023-03-09" or "2023-03-09T…" → the day; text that is no date comes back as it is. */
const char *format_date(const struct formats *f, struct arena *a, const char *iso);
/* "2023-03-09T14:05:00+01:00" (already in the portal's time zone) → day and time. */
const char *format_datetime(const struct formats *f, struct arena *a, const char *iso);
/* Decimal text as JSON writes it ("1234567.5") → grouped. */
const char *format_number(const struct formats *f, struct arena *a, const char *decimal);

#endif
