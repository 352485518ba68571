#include "i18n/language.h"

#include "base/error.h"
#include "base/log.h"
#include "base/text.h"

#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define DOMAIN "styrbord"

enum { LANGUAGES = 5, TAG_MAX = 35 /* RFC 5646, 4.4.1 */ };

const struct language languages[LANGUAGES] = {
	{"en", "C.UTF-8", "English"},
	{"sv-SE", "sv_SE.UTF-8", "Svenska (Sverige)"},
	{"sv-FI", "sv_FI.UTF-8", "Svenska (Finland)"},
	{"nb", "nb_NO.UTF-8", "Norsk bokmål"},
	{"fi", "fi_FI.UTF-8", "Suomi"},
};
const size_t language_count = LANGUAGES;

static locale_t locales[LANGUAGES];

const struct language *language_find(const char *tag)
{
	for (size_t i = 0; tag && i < LANGUAGES; i++)
		if (strcasecmp(languages[i].tag, tag) == 0)
			return &languages[i];
	return NULL;
}

/* RFC 4647, 3.4: the range, then ever less of it. `range` is cut down. */
static const struct language *look_up(char *range)
{
	static const struct {
		const char *range, *tag;
	} meant[] = {{"sv", "sv-SE"}, {"no", "nb"}, {"nn", "nb"}};
	for (;;) {
		const struct language *l = language_find(range);
		for (size_t i = 0; !l && i < sizeof meant / sizeof *meant; i++)
			if (strcasecmp(meant[i].range, range) == 0)
				l = language_find(meant[i].tag);
		char *last = strrchr(range, '-');
		if (l || !last)
			return l;
		*last = '\0';
	}
}

const struct language *language_nearest(const char *tag)
{
	char range[TAG_MAX + 1];
	/* A locale's name goes on with its encoding and variant. */
	size_t n = tag ? strcspn(tag, ".@") : 0;
	if (!n || n > TAG_MAX)
		return NULL;
	for (size_t i = 0; i < n; i++)
		range[i] = (char)(tag[i] == '_' ? '-' : tag[i]);
	range[n] = '\0';
	return look_up(range);
}

static const char *skip_blanks(const char *s)
{
	return s + strspn(s, " \t");
}

/* What follows a range: nothing, or ";q=0.8" (RFC 9110, 12.4.2). In thousandths; -1 for nonsense. */
static int quality(const char *s, const char *end)
{
	s = skip_blanks(s);
	if (s >= end)
		return 1000;
	if (*s++ != ';')
		return -1;
	s = skip_blanks(s);
	if ((*s != 'q' && *s != 'Q') || s[1] != '=' || (s[2] != '0' && s[2] != '1'))
		return -1;
	int thousandths = (s[2] - '0') * 1000, unit = 100;
	s += 3;
	if (*s == '.')
		for (s++; *s >= '0' && *s <= '9' && unit; s++, unit /= 10)
			thousandths += (*s - '0') * unit;
	return skip_blanks(s) >= end && thousandths <= 1000 ? thousandths : -1;
}

const struct language *language_negotiate(const char *header, const struct language *fallback)
{
	const struct language *best = NULL;
	int best_quality = 0;
	for (const char *s = header; s && *s;) {
		s = skip_blanks(s);
		const char *end = s + strcspn(s, ",");
		size_t len = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-*");
		int q = len && len <= TAG_MAX ? quality(s + len, end) : -1;
		char range[TAG_MAX + 1];
		if (q > best_quality) {
			memcpy(range, s, len);
			range[len] = '\0';
			const struct language *l = strcmp(range, "*") == 0 ? fallback : look_up(range);
			if (l) {
				best = l;
				best_quality = q;
			}
		}
		s = *end ? end + 1 : end;
	}
	return best ? best : fallback;
}

/* Numbers stay as C writes them, since libraries print and read them too; format.h writes those for people. */
static locale_t make_locale(const char *name)
{
	return newlocale(LC_CTYPE_MASK | LC_TIME_MASK | LC_MESSAGES_MASK, name, (locale_t)0);
}

static void warn_without_catalogue(const char *directory, const struct language *l)
{
	char path[PATH_MAX];
	snprintf(path, sizeof path, "%s/%.5s/LC_MESSAGES/" DOMAIN ".mo", directory, l->locale);
	if (access(path, R_OK) != 0)
		log_warning("no catalogue %s: %s will be shown in English", path, l->name);
}

int language_load(const char *locale_directory, struct error *e)
{
	/* Before LOCPATH hides the system's own locales. */
	if (!locales[0])
		locales[0] = make_locale(languages[0].locale);
	if (!locales[0])
		return error_set(e, 500, _("The locale %s is missing. It comes with the C library."), languages[0].locale);
	unsetenv("LANGUAGE"); /* gettext would follow it instead of the locale */
	setenv("LOCPATH", locale_directory, 1);
	for (size_t i = 1; i < LANGUAGES; i++) {
		locales[i] = make_locale(languages[i].locale);
		if (!locales[i])
			return error_set(e, 500,
			                 _("The locale %s is missing in %s. Build it with `make`, or set locale_directory."),
			                 languages[i].locale, locale_directory);
		warn_without_catalogue(locale_directory, &languages[i]);
	}
	/* While it is set, glibc loses some bytes at each newlocale(), which json-c calls for every document. */
	unsetenv("LOCPATH");
	if (!bindtextdomain(DOMAIN, locale_directory) || !bind_textdomain_codeset(DOMAIN, "UTF-8") || !textdomain(DOMAIN))
		return error_set(e, 503, _("The server is out of memory. Try again in a moment."));
	return 0;
}

static const struct language *used = &languages[0];

const struct language *language_used(void)
{
	return used;
}

void language_use(const struct language *l)
{
	used = l;
	locale_t locale = locales[l - languages];
	if (locale)
		uselocale(locale);
}
