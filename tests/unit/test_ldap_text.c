/* Names as the directory compares them. */
#include "directory/account.h"
#include "directory/ldap_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct arena *a;

static int set_up(void **state)
{
	(void)state;
	a = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static void letters_fold_simply(void **state)
{
	(void)state;
	static const struct {
		const char *one, *other;
		bool same;
	} cases[] = {
		{"LEADERS", "leaders", true},
		{"ÅÄÖ ÆØ É", "åäö æø é", true},
		{"ŠČĐŊŦŽÁ", "ščđŋŧžá", true}, /* the Sámi letters */
		{"ΣΙΓΜΑΣ", "σιγμας", true},   /* a final sigma is a sigma */
		{"ПРОЕКТ", "проект", true},
		{"ÏÂÕǦǤǨƷǮ", "ïâõǧǥǩʒǯ", true}, /* Lule and Skolt Sámi */
		{"ᾈ", "ᾀ", true},               /* simple, where full folding gives two letters */
		{"A\xcc\x8a", "å", true},       /* decomposed */
		{"J\xcc\x8c", "ǰ", true},       /* no composed capital */
		{"İ", "I\xcc\x87", true},
		{"ẞ", "ß", true},
		{"straße", "strasse", false},
		{"STRASSE", "straße", false},
		{"İ", "i", false},
		{"ı", "i", false},
		{"ﬁ", "fi", false},
		{"Å", "A", false},
		{"Đ", "D", false},
		{"č", "c", false},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bool same = !strcmp(ldap_folded(a, cases[i].one), ldap_folded(a, cases[i].other));
		if (same != cases[i].same)
			fail_msg("%s and %s are %s", cases[i].one, cases[i].other, same ? "the same" : "not the same");
	}
	assert_string_equal(ldap_folded(a, ""), "");
	assert_string_equal(ldap_folded(a, "\xff"), "\xff");
}

static void names_have_one_spelling(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"CN=Project-DHO, OU=Groups,DC=example", "cn=project-dho,ou=groups,dc=example"},
		{"cn=PROJEKT-\\C5\\A0\\C4\\8C\\C4\\90,dc=example", "cn=projekt-ščđ,dc=example"},
		{"CN=\\C3\\96gon\\2C \\22Nord\\22 (A\\5CB) #1,OU=G", "CN=Ögon\\, \\\"Nord\\\" (A\\\\B) #1,ou=g"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *one = ldap_dn_normalised(a, cases[i][0]), *other = ldap_dn_normalised(a, cases[i][1]);
		assert_non_null(one);
		assert_non_null(other);
		assert_string_equal(one, other);
	}
	assert_null(ldap_dn_normalised(a, "no name"));
	assert_null(ldap_dn_normalised(a, ""));
}

static void a_first_value_is_what_the_group_is_called(void **state)
{
	(void)state;
	assert_string_equal(ldap_first_value(a, "CN=Ögon\\, Nord,OU=Clinic,DC=example"), "ögon, nord");
	assert_string_equal(ldap_first_value(a, "cn=\\C5\\A0\\C4\\8C,dc=example"), "šč");
	/* Each could be made beside the group that is meant, and would pass for it. */
	static const char *const none[] = {"no name", "", "cn=x+ou=y,dc=example", "cn=x\\00y,dc=example",
	                                   "cn=#040178,dc=example"};
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		if (ldap_first_value(a, none[i]))
			fail_msg("%s is called %s", none[i], ldap_first_value(a, none[i]));
}

static void a_domain_is_taken_off_the_account(void **state)
{
	(void)state;
	static const char *const domains[] = {"ADTEST", "Ögon", NULL}, *const none[] = {NULL};
	struct config c = {.directory_account_domains = domains};
	assert_string_equal(account_of(&c, "asv01", a), "asv01");
	assert_string_equal(account_of(&c, "ADTEST\\asv01", a), "asv01");
	assert_string_equal(account_of(&c, "adtest\\asv01", a), "asv01");
	assert_string_equal(account_of(&c, "ögon\\x", a), "x");
	assert_null(account_of(&c, "OTHER\\asv01", a));
	assert_null(account_of(&c, "\\asv01", a));
	assert_null(account_of(&c, "ADTEST2\\asv01", a));
	assert_null(account_of(&c, "ADTEST\\", a));
	c.directory_account_domains = none;
	assert_null(account_of(&c, "ADTEST\\asv01", a));
	assert_string_equal(account_of(&c, "asv01@ad.example", a), "asv01@ad.example");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_fold_simply),
		cmocka_unit_test(names_have_one_spelling),
		cmocka_unit_test(a_first_value_is_what_the_group_is_called),
		cmocka_unit_test(a_domain_is_taken_off_the_account),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
