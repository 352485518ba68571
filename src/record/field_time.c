/* Days, and times that are known less exactly. */
#include "base/text.h"
#include "i18n/read.h"
#include "record/field_parse.h"

#include <json-c/json.h>
#include <string.h>

/* How the person who reads it writes a day, or a program. */
static const char *example(const char *canonical, const struct formats *f, struct arena *a)
{
	return f ? format_date(f, a, canonical) : canonical;
}

/* Two ways to write a day, the second as it is typed where that is another. */
static const char *wanted_day(const char *sentence, const struct formats *f, struct arena *a)
{
	static const char day[] = "2026-12-31";
	const char *first = example(day, f, a), *second = f ? format_date_typed(f, a, day) : "31.12.2026";
	/* Both texts of the interface have two %s, which msgfmt sees to. */
	return arena_printf(a, sentence, first, strcmp(first, second) != 0 ? second : day);
}

static const char *wanted(const struct field *f, enum read_outcome outcome, const struct formats *formats,
                          struct arena *a)
{
	if (outcome == READ_YEAR)
		return arena_printf(a, _("Write a year from %d to %d."), YEAR_FIRST, YEAR_LAST);
	if (outcome == READ_NO_SUCH)
		return wanted_day(_("Write a date that exists, such as %s or %s."), formats, a);
	if (outcome == READ_AMBIGUOUS)
		return wanted_day(_("This may be one of two days. Write it as %s or %s."), formats, a);
	if (f->type == FIELD_DATE)
		return wanted_day(_("Write the date as %s or %s."), formats, a);
	return arena_printf(a, _("Write a day, a month, a quarter, a season or a year, such as %s, %s, %s or %s."),
	                    example("2026-10", formats, a), example("2026-Q3", formats, a),
	                    example("2026-spring", formats, a), example("~2026", formats, a));
}

const char *field_parse_time(const struct field *f, const char *text, const struct formats *formats, struct arena *a,
                             struct json_object **value)
{
	struct period p;
	enum read_outcome outcome = read_time(formats, a, text, &p);
	if (outcome == READ_GOOD && f->type == FIELD_DATE && (p.precision != PRECISION_DAY || p.about))
		outcome = READ_UNKNOWN;
	if (outcome != READ_GOOD)
		return wanted(f, outcome, formats, a);
	*value = json_object_new_string(period_text(a, &p));
	return NULL;
}
