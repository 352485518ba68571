/* format.h: dates and numbers as each language writes them (CLDR's medium forms, written out here
 * so that they do not depend on the C library's locale data). What people write back is understood by read.h.
 *
 *   en     9 March 2023, 14:05      1,234,567.5
 *   sv-*   9 mars 2023 kl. 14.05 (sv-FI) / 9 mars 2023 14:05 (sv-SE)   1 234 567,5 (no-break spaces)
 *   nb     9. mars 2023 kl. 14:05   1 234 567,5
 *   fi     9.3.2023 klo 14.05       1 234 567,5
 *
 *   en     October 2023   Q3 2023           spring 2023   winter 2023/24    about 2023
 *   sv-*   oktober 2023   kvartal 3 2023    våren 2023    vintern 2023/24   cirka 2023
 *   nb     oktober 2023   3. kvartal 2023   våren 2023    vinteren 2023/24  ca. 2023
 *   fi     lokakuu 2023   3. neljännes 2023 kevät 2023    talvi 2023/24     noin 2023
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

/* "2023-03-09" or "2023-03-09T…" → the day; a time that is less exact (base/clock.h) in words. */
const char *format_date(const struct formats *f, struct arena *a, const char *iso);
/* The same as people of that language type it into a form: 9.3.2023, 2023-03-09 (sv-SE), 9 March 2023. */
const char *format_date_typed(const struct formats *f, struct arena *a, const char *iso);
/* "2023-03-09T14:05:00+01:00" (already in the portal's time zone) → day and time. */
const char *format_datetime(const struct formats *f, struct arena *a, const char *iso);
/* Decimal text as JSON writes it ("1234567.5") → grouped. */
const char *format_number(const struct formats *f, struct arena *a, const char *decimal);

#endif
