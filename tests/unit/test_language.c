/* The languages with real locales and catalogues, made in a folder of the test's own. */
#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "i18n/language.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

/* newlocale() of glibc does not free the list that it makes of LOCPATH: once a locale, at start. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:argz_add_sep\n";
}

static char directory[] = "/tmp/styrbord-language-XXXXXX";

static const struct {
	const char *locale, *draft, *plural;
} catalogues[] = {
	{"sv_SE", "Utkast", "%d projekt"},
	{"sv_FI", "Koncept", "%d projekt (FI)"},
	{"nb_NO", "Kladd", "%d prosjekter"},
	{"fi_FI", "Luonnos", "%d projektia"},
};

static void run(struct arena *a, const char *command)
{
	if (system(command) != 0)
		fail_msg("%s", arena_printf(a, "failed: %s", command));
}

static int make_locales(void **state)
{
	(void)state;
	assert_non_null(mkdtemp(directory));
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof catalogues / sizeof *catalogues; i++) {
		const char *locale = catalogues[i].locale;
		/* localedef's own warnings about its sources make it return 1 although the locale is there. */
		run(a, arena_printf(a, "localedef -c -i %s -f UTF-8 %s/%s.UTF-8 >/dev/null 2>&1 || test -e %s/%s.UTF-8/LC_TIME",
		                    locale, directory, locale, directory, locale));
		const char *folder = arena_printf(a, "%s/%s/LC_MESSAGES", directory, locale);
		run(a, arena_printf(a, "mkdir -p %s", folder));
		const char *po = arena_printf(a, "%s/styrbord.po", folder);
		FILE *f = fopen(po, "w");
		assert_non_null(f);
		fprintf(f,
		        "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
		        "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n"
		        "msgid \"Draft\"\nmsgstr \"%s\"\n\nmsgid \"%%d project\"\nmsgid_plural \"%%d projects\"\n"
		        "msgstr[0] \"1\"\nmsgstr[1] \"%s\"\n",
		        catalogues[i].draft, catalogues[i].plural);
		assert_int_equal(fclose(f), 0);
		run(a, arena_printf(a, "msgfmt -o %s/styrbord.mo %s", folder, po));
	}
	arena_free(a);
	return 0;
}

static int remove_locales(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	run(a, arena_printf(a, "rm -r %s", directory));
	arena_free(a);
	return 0;
}

static void says_which_locale_is_missing(void **state)
{
	(void)state;
	struct error e = {0};
	assert_int_equal(language_load("/nonexistent", &e), -1);
	assert_non_null(strstr(e.message, "sv_SE.UTF-8"));
	assert_non_null(strstr(e.message, "/nonexistent"));
	language_use(language_find("fi")); /* not loaded: harmless */
	assert_string_equal(_("Draft"), "Draft");
}

static void speaks(const char *tag, const char *draft, const char *plural)
{
	language_use(language_find(tag));
	assert_string_equal(_("Draft"), draft);
	assert_string_equal(ngettext("%d project", "%d projects", 2), plural);
	assert_string_equal(_("In no catalogue"), "In no catalogue");
}

static void switches_languages(void **state)
{
	(void)state;
	struct error e = {0};
	setenv("LANGUAGE", "fi", 1); /* as a desktop or a careless unit file may set it */
	if (language_load(directory, &e))
		fail_msg("%s", e.message);
	for (int round = 0; round < 3; round++) {
		speaks("en", "Draft", "%d projects");
		speaks("sv-SE", "Utkast", "%d projekt");
		speaks("sv-FI", "Koncept", "%d projekt (FI)");
		speaks("nb", "Kladd", "%d prosjekter");
		speaks("fi", "Luonnos", "%d projektia");
		speaks("sv-SE", "Utkast", "%d projekt");
	}
}

static void keeps_numbers_as_c_writes_them(void **state)
{
	(void)state;
	char number[16], month[32];
	struct tm may = {.tm_mon = 4, .tm_mday = 1, .tm_year = 126};
	language_use(language_find("fi"));
	snprintf(number, sizeof number, "%.1f", 1.5);
	assert_string_equal(number, "1.5");
	strftime(month, sizeof month, "%B", &may);
	assert_non_null(strstr(month, "toukokuu"));
	language_use(language_find("en"));
	strftime(month, sizeof month, "%B", &may);
	assert_string_equal(month, "May");
}

static void finds_tags(void **state)
{
	(void)state;
	assert_string_equal(language_find("SV-fi")->name, "Svenska (Finland)");
	assert_null(language_find("sv"));
	assert_null(language_find(""));
	assert_null(language_find(NULL));
	assert_int_equal(language_count, 5);
}

static void finds_the_nearest(void **state)
{
	(void)state;
	static const struct {
		const char *tag, *nearest;
	} cases[] = {
		{"en", "en"},
		{"en-GB", "en"},
		{"EN_us", "en"},
		{"no", "nb"},
		{"NO", "nb"},
		{"nn", "nb"},
		{"nn-NO", "nb"},
		{"nb-NO", "nb"},
		{"nb_NO", "nb"},
		{"no-NO", "nb"},
		{"sv", "sv-SE"},
		{"sv-SE", "sv-SE"},
		{"sv-FI", "sv-FI"},
		{"sv_fi", "sv-FI"},
		{"sv-AX", "sv-SE"},
		{"fi-FI", "fi"},
		{"fi_FI", "fi"},
		{"sv_FI.UTF-8", "sv-FI"},
		{"sv_FI@euro", "sv-FI"},
		{"fi.UTF-8", "fi"},
		{"", NULL},
		{"tlh", NULL},
		{"-", NULL},
		{"--", NULL},
		{"_FI", NULL},
		{"svenska", NULL},
		{"s", NULL},
		{".UTF-8", NULL},
		{"no ", NULL},
		{"*", NULL},
		{NULL, NULL},
		{"sv-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct language *l = language_nearest(cases[i].tag);
		if (cases[i].nearest)
			assert_string_equal(l ? l->tag : cases[i].tag, cases[i].nearest);
		else
			assert_null(l);
	}
}

static void negotiates(void **state)
{
	(void)state;
	static const struct {
		const char *header, *tag;
	} cases[] = {
		{NULL, "nb"},
		{"", "nb"},
		{"sv", "sv-SE"},
		{"sv-FI", "sv-FI"},
		{"SV-fi", "sv-FI"},
		{"sv-AX", "sv-SE"},
		{"sv-Latn-FI-x-aland", "sv-SE"},
		{"no", "nb"},
		{"nn-NO", "nb"},
		{"nb-NO,nb;q=0.9,no;q=0.8", "nb"},
		{"fi-FI", "fi"},
		{"en-GB,en;q=0.9,sv;q=0.8", "en"},
		{"de, fr;q=0.9, fi;q=0.1", "fi"},
		{"en;q=0.5, fi;q=0.7, sv;q=0.6", "fi"},
		{"en;q=0.7, fi;q=0.7", "en"},
		{"fi;q=0, en;q=0.001", "en"},
		{"fi;q=0", "nb"},
		{"de", "nb"},
		{"*", "nb"},
		{"de, *;q=0.5, fi;q=0.4", "nb"},
		{"fi ; q=0.2 , en ; Q=0.300", "en"},
		{"fi;q=2, en;q=0.1", "en"},
		{"fi;q=, en;q=0.1", "en"},
		{"fi;q=1.5, en;q=0.1", "en"},
		{"fi;x=1, en;q=0.1", "en"},
		{",,,;q=1,\x01,en", "en"},
		{"-", "nb"},
		{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, fi", "fi"},
		{"fi;q", "nb"},
		{"fi;", "nb"},
	};
	const struct language *fallback = language_find("nb");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(language_negotiate(cases[i].header, fallback)->tag, cases[i].tag);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_tags),         cmocka_unit_test(finds_the_nearest),
		cmocka_unit_test(negotiates),         cmocka_unit_test(says_which_locale_is_missing),
		cmocka_unit_test(switches_languages), cmocka_unit_test(keeps_numbers_as_c_writes_them),
	};
	return cmocka_run_group_tests(tests, make_locales, remove_locales);
}
