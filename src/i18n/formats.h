/* formats.h: what format.c writes and read.c understands, one constant per language. Internal to i18n/. */
#ifndef I18N_FORMATS_H
#define I18N_FORMATS_H

#include "i18n/format.h"

#include <stdbool.h>

enum { MONTH_NAMES = 12, SEASON_NAMES = 4 };

/* How a day is written where it is typed. */
enum day_typed { DAY_IN_WORDS, DAY_ISO, DAY_WITH_POINTS };

struct formats {
	const char *tag;
	const char *const *months;
	bool day_numbered;     /* the month of a day is a number: 9.3.2023 */
	const char *after_day; /* between the day and the month's name */
	const char *before_time;
	char hour_minute;
	const char *group, *point, *minus;
	const char *before_quarter, *after_quarter; /* of its number */
	const char *const *seasons;
	const char *about;
	enum day_typed day_typed;
};

/* The words in which people write times in one language, which several formats may speak, in the way that
 * letters_folded() leaves them. Where several mean the same they stand in one text, with blanks between. */
struct time_words {
	const char *tag; /* the formats' tag begins with it */
	const char *months[MONTH_NAMES];
	bool inflected; /* a month's name may have an ending: "lokakuussa" */
	const char *seasons[SEASON_NAMES], *quarter, *ordinals[4], *about;
	const char *fillers; /* what adds nothing: "in the year" */
};

enum { TIME_LANGUAGES = 4 };
extern const struct time_words time_words[TIME_LANGUAGES];

#endif
