/* Groups to grants, and the words that go into filters and names. */
#include "base/config.h"
#include "directory/grants.h"
#include "directory/ldap_text.h"

#include <json-c/json.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct arena *a;

static int setup(void **state)
{
	(void)state;
	a = arena_new();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

#define BASE ",ou=groups,dc=demo,dc=example"

static const struct grant_rule rules[] = {
	{"leader", "project", NULL, "CN=Project-{key}-Leaders, ou=groups, DC=demo,dc=example", NULL},
	{"leader", "project", "dho", "cn=home-leaders" BASE, NULL},
	{"member", "project", NULL, "cn=project-{key}-members" BASE, NULL},
	{"admin", "portal", NULL, "cn=styrbord-admins" BASE, NULL},
	{"coordinator", "region", NULL, "cn=region-{key}-coordinators" BASE, NULL},
	{"auditor", "portal", NULL, "cn=Öst-revision" BASE, NULL},
	{"steering", "portal", NULL, "cn=both+ou=names" BASE, NULL},
};

/* "role@scope:key role@scope:key …" of what the rules give to these groups. */
static const char *given(const char *const *groups)
{
	struct config c = {.grant_rules = rules, .grant_rule_count = sizeof rules / sizeof *rules};
	struct json_object *grants = grants_of(&c, groups, a);
	const char *all = "";
	for (size_t i = 0; i < json_object_array_length(grants); i++) {
		struct json_object *g = json_object_array_get_idx(grants, i);
		all = arena_printf(a, "%s%s%s@%s:%s", all, i ? " " : "",
		                   json_object_get_string(json_object_object_get(g, "role")),
		                   json_object_get_string(json_object_object_get(g, "scope")),
		                   json_object_get_string(json_object_object_get(g, "key")));
	}
	return all;
}

#define GIVEN(...) given((const char *const[]){__VA_ARGS__ __VA_OPT__(, ) NULL})

static void everybody_is_staff(void **state)
{
	(void)state;
	assert_string_equal(GIVEN(), "staff@portal:");
	assert_string_equal(GIVEN("cn=canteen" BASE), "staff@portal:");
}

static void keys_come_from_names(void **state)
{
	(void)state;
	assert_string_equal(GIVEN("cn=project-aster-int-leaders" BASE), "staff@portal: leader@project:ASTER-INT");
	assert_string_equal(GIVEN("CN=PROJECT-Aster_1.2-LEADERS, OU=groups, dc=demo, dc=example"),
	                    "staff@portal: leader@project:ASTER_1.2");
	assert_string_equal(GIVEN("cn=region-vestfold-coordinators" BASE, "cn=styrbord-admins" BASE),
	                    "staff@portal: admin@portal: coordinator@region:VESTFOLD");
}

static void names_that_only_resemble_give_nothing(void **state)
{
	(void)state;
	assert_string_equal(GIVEN("cn=project--leaders" BASE), "staff@portal:");
	assert_string_equal(GIVEN("cn=project-leaders" BASE), "staff@portal:");
	assert_string_equal(GIVEN("cn=project-dho-leaders,ou=mine,dc=demo,dc=example"), "staff@portal:");
	assert_string_equal(GIVEN("cn=project-dho-leaders,ou=x" BASE), "staff@portal:");
	assert_string_equal(GIVEN("cn=my-project-dho-leaders" BASE), "staff@portal:");
	assert_string_equal(GIVEN("cn=project-d h-leaders" BASE), "staff@portal:");
	assert_string_equal(GIVEN("cn=project-d/h-leaders" BASE), "staff@portal:");
	assert_string_equal(GIVEN("cn=project-d\\,ou\\=x-leaders" BASE), "staff@portal:");
	assert_string_equal(GIVEN("cn=project-x-leaders+ou=y" BASE), "staff@portal:");
	assert_string_equal(GIVEN("cn=project-å-leaders" BASE), "staff@portal:");
	assert_string_equal(GIVEN("cn=styrbord-admins-old" BASE), "staff@portal:");
	assert_string_equal(GIVEN("no name"), "staff@portal:");
}

static void each_grant_comes_once_by_the_first_rule(void **state)
{
	(void)state;
	static const char *const groups[] = {"cn=home-leaders" BASE, "cn=project-dho-leaders" BASE, NULL};
	struct config c = {.grant_rules = rules, .grant_rule_count = sizeof rules / sizeof *rules};
	struct json_object *grants = grants_of(&c, groups, a);
	assert_int_equal(json_object_array_length(grants), 2);
	struct json_object *g = json_object_array_get_idx(grants, 1);
	assert_string_equal(json_object_get_string(json_object_object_get(g, "group")), "cn=project-dho-leaders" BASE);
	assert_string_equal(json_object_get_string(json_object_object_get(g, "rule")), rules[0].group);
}

/* Clinics keep their groups in units of their own: a rule may match the name wherever it lies. */
static void a_name_matches_wherever_the_group_lies(void **state)
{
	(void)state;
	static const struct grant_rule named[] = {{"leader", "project", NULL, NULL, "Projekt-{key}-ŠEFER"}};
	static const char *const groups[] = {"cn=projekt-dho-šefer,ou=North,dc=x",
	                                     "CN=PROJEKT-api-šefer,ou=South,dc=y",
	                                     "cn=other,ou=projekt-no-šefer,dc=x",
	                                     "cn=projekt-no-šefer+ou=x,dc=x",
	                                     "cn=projekt-no-šefer\\00,dc=x",
	                                     "cn=my-projekt-no-šefer,dc=x",
	                                     NULL};
	struct config c = {.grant_rules = named, .grant_rule_count = 1};
	struct json_object *grants = grants_of(&c, groups, a);
	assert_int_equal(json_object_array_length(grants), 3);
	struct json_object *g = json_object_array_get_idx(grants, 2);
	assert_string_equal(json_object_get_string(json_object_object_get(g, "key")), "API");
	assert_string_equal(json_object_get_string(json_object_object_get(g, "rule")), named[0].group_name);
}

static void fixed_key_and_letters_of_the_north(void **state)
{
	(void)state;
	assert_string_equal(GIVEN("cn=HOME-leaders" BASE), "staff@portal: leader@project:DHO");
	assert_string_equal(GIVEN("cn=öst-revision" BASE), "staff@portal: auditor@portal:");
	assert_string_equal(GIVEN("cn=both+ou=names" BASE), "staff@portal: steering@portal:");
}

static void problem_names(struct grant_rule rule, const char *word)
{
	const char *problem = grant_rule_problem(&rule, a);
	if (!word)
		assert_null(problem);
	else if (!problem || !strstr(problem, word))
		fail_msg("%s: \"%s\" lacks \"%s\"", rule.group ? rule.group : rule.group_name, problem ? problem : "(none)",
		         word);
}

static void wrong_rules_are_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		problem_names(rules[i], NULL);
	problem_names((struct grant_rule){"boss", "portal", NULL, "cn=x", NULL}, "boss");
	problem_names((struct grant_rule){"staff", "portal", NULL, "cn=x", NULL}, "staff");
	problem_names((struct grant_rule){"admin", "world", NULL, "cn=x", NULL}, "world");
	problem_names((struct grant_rule){"admin", "portal", NULL, "admins", NULL}, "distinguished");
	problem_names((struct grant_rule){"leader", "project", NULL, "cn={key},ou={key}", NULL}, "twice");
	problem_names((struct grant_rule){"leader", "project", NULL, "cn=x", NULL}, "no key");
	problem_names((struct grant_rule){"leader", "project", "A", "cn={key}", NULL}, "both");
	problem_names((struct grant_rule){"leader", "project", "A B", "cn=x", NULL}, "letters");
	problem_names((struct grant_rule){"admin", "portal", NULL, "cn={key}", NULL}, "whole portal");
	problem_names((struct grant_rule){"admin", "portal", NULL, "cn=Berg, Anna,dc=x", NULL}, "single quotes");
	problem_names((struct grant_rule){"admin", "portal", NULL, "", NULL}, "distinguished");
	problem_names((struct grant_rule){"leader", "project", NULL, NULL, "leaders"}, "no key");
	problem_names((struct grant_rule){"leader", "project", NULL, NULL, "{key}{key}"}, "twice");
	problem_names((struct grant_rule){"admin", "portal", NULL, NULL, "admins-{key}"}, "whole portal");
	problem_names((struct grant_rule){"admin", "portal", NULL, NULL, "cn=admins,dc=x"}, "write it as group");
	problem_names((struct grant_rule){"admin", "portal", NULL, NULL, "r=d"}, NULL);
	struct config c = {.grant_rules = &(struct grant_rule){"boss", "portal", NULL, "cn=x", NULL},
	                   .grant_rule_count = 1};
	struct error e = {0};
	assert_int_equal(grants_check(&c, &e), -1);
	assert_non_null(strstr(e.message, "boss"));
	struct config good = {.grant_rules = rules, .grant_rule_count = sizeof rules / sizeof *rules};
	assert_int_equal(grants_check(&good, &e), 0);
}

static void filters_are_escaped(void **state)
{
	(void)state;
	assert_string_equal(ldap_filter_escape(a, "anna.berg-2 x", 13), "anna.berg-2 x");
	assert_string_equal(ldap_filter_escape(a, "a*b(c)d\\e", 9), "a\\2ab\\28c\\29d\\5ce");
	assert_string_equal(ldap_filter_escape(a, "\0\n\xc3\xa5\x7f", 5), "\\00\\0a\\c3\\a5\\7f");
	assert_string_equal(ldap_filter_fill(a, "(|(uid={account})(mail={account}))", "{account}", "*)("),
	                    "(|(uid=\\2a\\29\\28)(mail=\\2a\\29\\28))");
	assert_string_equal(ldap_filter_fill(a, "(uid={account})", "{account}", "{account}"), "(uid={account})");
}

static void names_have_one_spelling(void **state)
{
	(void)state;
	assert_string_equal(ldap_dn_normalised(a, "CN=Anna Berg , OU=People,dc=Example"),
	                    "cn=anna berg,ou=people,dc=example");
	assert_string_equal(ldap_dn_normalised(a, "cn=Berg\\2C Anna,dc=x"), ldap_dn_normalised(a, "cn=Berg\\, ANNA,dc=x"));
	assert_string_equal(ldap_dn_normalised(a, "cn=Öst Ægir×"), ldap_dn_normalised(a, "cn=öst ægir×"));
	assert_string_equal(ldap_dn_normalised(a, "cn=\\C3\\96st"), ldap_dn_normalised(a, "cn=öst"));
	assert_null(ldap_dn_normalised(a, ""));
	assert_null(ldap_dn_normalised(a, "people"));
	assert_null(ldap_dn_normalised(a, "cn=a,,"));
}

static void bytes_become_digits_and_back(void **state)
{
	(void)state;
	size_t n = 0;
	assert_string_equal(ldap_hex(a, "\x00\x9f\xff", 3), "009fff");
	assert_memory_equal(ldap_unhex(a, "009fff", &n), "\x00\x9f\xff", 3);
	assert_int_equal(n, 3);
	assert_null(ldap_unhex(a, "", &n));
	assert_null(ldap_unhex(a, "abc", &n));
	assert_null(ldap_unhex(a, "zz", &n));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(everybody_is_staff, setup, teardown),
		cmocka_unit_test_setup_teardown(a_name_matches_wherever_the_group_lies, setup, teardown),
		cmocka_unit_test_setup_teardown(keys_come_from_names, setup, teardown),
		cmocka_unit_test_setup_teardown(names_that_only_resemble_give_nothing, setup, teardown),
		cmocka_unit_test_setup_teardown(each_grant_comes_once_by_the_first_rule, setup, teardown),
		cmocka_unit_test_setup_teardown(fixed_key_and_letters_of_the_north, setup, teardown),
		cmocka_unit_test_setup_teardown(wrong_rules_are_told, setup, teardown),
		cmocka_unit_test_setup_teardown(filters_are_escaped, setup, teardown),
		cmocka_unit_test_setup_teardown(names_have_one_spelling, setup, teardown),
		cmocka_unit_test_setup_teardown(bytes_become_digits_and_back, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
