/* People: signing in, looking up, groups, against a real slapd. */
#include "directory_fixture.h"

static void leader_signs_in(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	assert_int_equal(sign_in_once(&c, "leader", good_password), 0);
	assert_string_equal(person.account, "leader");
	assert_string_equal(person.name, "Ingrid Solheim");
	assert_string_equal(person.mail, "ingrid.solheim@demo.example");
	assert_string_equal(person.dn, "uid=leader,ou=people,dc=demo,dc=example");
	assert_int_equal(strlen(person.id), 36);
	assert_null(person.refusal);
	assert_int_equal(group_count(), 1);
	assert_true(in_group(GROUP("project-dho-leaders")));
}

static void kept_connection_serves_many(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	struct directory *d = directory_new(&c);
	for (int i = 0; i < 50; i++) {
		assert_int_equal(sign_in(d, "leader", good_password), 0);
		assert_int_equal(sign_in(d, "steering", "wrong"), 401);
		assert_int_equal(sign_in(d, "admin", good_password), 0);
		assert_true(in_group(GROUP("styrbord-admins")));
	}
	directory_free(d);
}

static void everything_else_is_one_refusal(void **state)
{
	(void)state;
	char long_account[300], long_password[1100];
	memset(long_account, 'a', sizeof long_account - 1);
	long_account[sizeof long_account - 1] = '\0';
	memset(long_password, 'b', sizeof long_password - 1);
	long_password[sizeof long_password - 1] = '\0';
	const char *const tries[][2] = {
		{"leader", "wrong"},
		{"leader", ""},
		{"leader", "Styrbord-demo"},
		{"leader", "styrbord-demo\n"},
		{"leader", long_password},
		{"nobody", good_password},
		{"", good_password},
		{"", ""},
		{"left", good_password},
		{"no-password", good_password},
		{"*", good_password},
		{"lead*", good_password},
		{"leader)(uid=*", good_password},
		{")(uid=*", good_password},
		{"leader\\2a", good_password},
		{"leader\n", good_password},
		{"lea\x01"
	     "der",
	     good_password},
		{"\xff\xfe", good_password},
		{long_account, good_password},
		{"{account}", good_password},
		{"uid=leader,ou=people,dc=demo,dc=example", good_password},
	};
	struct config c = config(uri, NULL);
	struct directory *d = directory_new(&c);
	char first[ERROR_MESSAGE_MAX] = "";
	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
		if (sign_in(d, tries[i][0], tries[i][1]) != 401)
			fail_msg("account \"%s\", password \"%s\": %d %s", tries[i][0], tries[i][1], problem.status,
			         problem.detail);
		if (!*first)
			snprintf(first, sizeof first, "%s", problem.message);
		assert_string_equal(problem.message, first);
	}
	assert_int_equal(sign_in(d, "leader", good_password), 0);
	directory_free(d);
}

static void lock_that_ends_is_left_to_the_server(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	assert_int_equal(sign_in_once(&c, "locked-for-a-while", good_password), 0);
	assert_null(person.refusal);
}

static void accounts_may_stand_behind_a_domain(void **state)
{
	(void)state;
	static const char *const domains[] = {"ADTEST", NULL};
	struct config c = config(uri, NULL);
	c.directory_account_domains = domains;
	assert_int_equal(sign_in_once(&c, "adtest\\leader", good_password), 0);
	assert_string_equal(person.account, "leader");
	assert_int_equal(sign_in_once(&c, "leader", good_password), 0);
	assert_int_equal(sign_in_once(&c, "OTHER\\leader", good_password), 401);
	assert_int_equal(sign_in_once(&c, "ADTEST\\", good_password), 401);
	c.directory_person_filter = "(|(uid={account})(mail={account}))";
	assert_int_equal(sign_in_once(&c, "ADTEST\\*", good_password), 401);
}

static void two_entries_are_a_mistake_of_the_configuration(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	assert_int_equal(sign_in_once(&c, "twin", good_password), 503);
	detail_names("directory_person_filter");
	c.directory_person_filter = "(&(objectClass=inetOrgPerson)(|(uid={account})(uid=*)))";
	assert_int_equal(sign_in_once(&c, "leader", good_password), 503);
	detail_names("directory_person_filter");
}

static void special_characters_in_names(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	assert_int_equal(sign_in_once(&c, "asa.ostergard", good_password), 0);
	assert_string_equal(person.name, "Östergård, Åsa (införande)");
	assert_non_null(strstr(person.dn, "östergård"));
	assert_int_equal(group_count(), 1);
	assert_true(in_group(GROUP("project-inforande-leaders")));
	c.directory_person_filter = "(&(objectClass=inetOrgPerson)(cn={account}))";
	assert_int_equal(sign_in_once(&c, "Östergård, Åsa (införande)", good_password), 0);
}

static void groups_in_groups(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	assert_int_equal(sign_in_once(&c, "portfolio", good_password), 0);
	assert_int_equal(group_count(), 2);
	assert_true(in_group(GROUP("portfolio-seniors")));
	assert_true(in_group(GROUP("portfolio-office")));
	assert_int_equal(sign_in_once(&c, "staff", good_password), 0);
	assert_int_equal(group_count(), 2);
	assert_true(in_group(GROUP("circle-two")));
	assert_int_equal(sign_in_once(&c, "auditor", good_password), 0);
	assert_true(in_group(GROUP("chain-three")));
	c.directory_nested_depth = 1;
	assert_int_equal(sign_in_once(&c, "auditor", good_password), 0);
	assert_int_equal(group_count(), 3);
	assert_false(in_group(GROUP("chain-three")));
	c.directory_nested_depth = 0;
	assert_int_equal(sign_in_once(&c, "auditor", good_password), 0);
	assert_int_equal(group_count(), 2);
}

static void people_are_found_again_by_id(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	struct directory *d = directory_new(&c);
	assert_int_equal(sign_in(d, "coordinator", good_password), 0);
	char *id = arena_strdup(a, person.id);
	assert_int_equal(look_up(d, id), 0);
	assert_string_equal(person.account, "coordinator");
	assert_true(in_group(GROUP("region-vestfold-coordinators")));
	assert_true(in_group(GROUP("project-sealed-members")));
	assert_int_equal(look_up(d, "27973255-cf6e-5bd7-bf8b-b104570ed76d"), 404);
	assert_string_equal(problem.detail, "locked");
	static const char *const gone[] = {"00000000-0000-4000-8000-000000000000", "", "*", "x)(uid=*", "\n"};
	for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
		assert_int_equal(look_up(d, gone[i]), 404);
	directory_free(d);
}

static void binary_ids_are_found_again(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	c.attribute_id = "objectGUID";
	c.directory_person_filter = "(uid={account})";
	struct directory *d = directory_new(&c);
	assert_int_equal(sign_in(d, "windows", good_password), 0);
	assert_string_equal(person.id, "009fff2800292a5c41420a0d7f80c328");
	assert_int_equal(look_up(d, person.id), 0);
	assert_string_equal(person.account, "windows");
	assert_int_equal(look_up(d, "009fff2800292a5c41420a0d7f80c329"), 404);
	assert_int_equal(look_up(d, "no digits"), 404);
	assert_int_equal(sign_in(d, "windows-disabled", good_password), 401);
	assert_int_equal(sign_in(d, "leader", good_password), 503);
	detail_names("attribute_id");
	directory_free(d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(leader_signs_in),
		TEST(kept_connection_serves_many),
		TEST(everything_else_is_one_refusal),
		TEST(lock_that_ends_is_left_to_the_server),
		TEST(accounts_may_stand_behind_a_domain),
		TEST(two_entries_are_a_mistake_of_the_configuration),
		TEST(special_characters_in_names),
		TEST(groups_in_groups),
		TEST(people_are_found_again_by_id),
		TEST(binary_ids_are_found_again),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
