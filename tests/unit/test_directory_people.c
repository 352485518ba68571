/* Who may sign in and stay signed in, and why not: the same for both, against a real slapd. */
#include "directory_fixture.h"

#include "directory/connection.h"

static int find(struct directory *d, const char *account)
{
	memset(&problem, 0, sizeof problem);
	memset(&person, 1, sizeof person);
	directory_find(d, account, clock_now_ms() + DEADLINE_MS, a, &person, &problem);
	return problem.status;
}

static void sign_in_and_refresh_refuse_the_same(void **state)
{
	(void)state;
	static const char *const people[][2] = {
		{"leader", NULL},
		{"left", "locked"},
		{"ol-locked", "locked"},
		{"locked-for-a-while", NULL},
		{"ad-disabled", "disabled"},
		{"windows", NULL},
		{"ns-locked", "disabled"},
		{"ad-expired", "expired"},
		{"ad-expires-later", NULL},
		{"ad-expires-never", NULL},
		{"ad-expires-never-either", NULL},
		{"shadow-expired", "expired"},
		{"shadow-expired-first-day", "expired"},
		{"shadow-later", NULL},
		{"shadow-never", NULL},
		{"ad-must-change", "must change password"},
		{"ad-never-changes", NULL},
		{"ad-changed", NULL},
		{"ol-must-change", "must change password"},
		{"ol-not-reset", NULL},
	};
	struct config c = config(uri, NULL);
	struct directory *d = directory_new(&c);
	for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
		const char *account = people[i][0], *reason = people[i][1];
		int found = find(d, account);
		if (found != (reason ? 401 : 0) || strcmp(problem.detail, reason ? reason : "") != 0)
			fail_msg("%s: found, %d \"%s\"", account, found, problem.detail);
		assert_string_equal(person.account, account);
		char *id = arena_strdup(a, person.id);
		int again = look_up(d, id);
		if (again != (reason ? 404 : 0) || strcmp(problem.detail, reason ? reason : "") != 0)
			fail_msg("%s: looked up, %d \"%s\"", account, again, problem.detail);
	}
	assert_int_equal(find(d, "no-such-person"), 401);
	assert_string_equal(problem.detail, "unknown");
	assert_null(person.account);
	directory_free(d);
}

static void whom_the_filter_leaves_out_is_not_looked_up(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	struct directory *d = directory_new(&c);
	assert_int_equal(find(d, "leader"), 0);
	char *id = arena_strdup(a, person.id);
	c.directory_person_filter = "(&(title=Project*)(|(uid={account})(mail={account}@demo.example)))";
	assert_int_equal(look_up(d, id), 0);
	c.directory_person_filter = "(&(title=Nurse*)(uid={account}))";
	assert_int_equal(look_up(d, id), 404);
	assert_string_equal(problem.detail, "unknown");
	c.directory_person_filter = "(uid={account})";
	c.directory_person_base = "ou=services,dc=demo,dc=example";
	assert_int_equal(look_up(d, id), 404);
	directory_free(d);
}

/* People type passwords into the account field. */
static void what_was_typed_stays_out_of_the_log(void **state)
{
	(void)state;
	static const char typed[] = "Hemligt-losenord-7";
	struct config c = config(uri, NULL);
	assert_int_equal(sign_in_once(&c, typed, good_password), 401);
	assert_string_equal(problem.detail, "unknown");
	static const char *const filters[] = {"(uid={account}", "(|(uid={account})(uid=staff)(uid=leader))",
	                                      "(&(objectClass=inetOrgPerson)(uid={account}))(x=y)"};
	for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
		c.directory_person_filter = filters[i];
		assert_int_equal(sign_in_once(&c, typed, good_password), 503);
		detail_names("{account}");
		assert_null(strstr(problem.detail, typed));
		assert_null(strstr(problem.message, typed));
	}
}

static void the_bind_tells_why(void **state)
{
	(void)state;
	static const struct {
		const char *account, *password, *reason;
	} tries[] = {
		{"leader", "wrong", "wrong password"},
		{"leader", "", "wrong password"},
		{"no-password", good_password, "wrong password"},
		{"policy-locks", "wrong", "wrong password"},
		{"policy-locks", "wrong", "wrong password"},
		{"policy-locks", good_password, "locked"},
		{"policy-expires", good_password, "must change password"},
	};
	struct config c = config(uri, NULL);
	struct directory *d = directory_new(&c);
	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
		if (sign_in(d, tries[i].account, tries[i].password) != 401 || strcmp(problem.detail, tries[i].reason) != 0)
			fail_msg("%s with \"%s\": %d \"%s\"", tries[i].account, tries[i].password, problem.status, problem.detail);
	assert_int_equal(sign_in(d, "leader", good_password), 0);
	directory_free(d);
}

/* As a domain controller words it; slapd has no such words of its own. */
static void active_directory_tells_why(void **state)
{
	(void)state;
	static const char *const codes[][2] = {
		{"525", "unknown"},
		{"52e", "wrong password"},
		{"52E", "wrong password"},
		{"530", "not now or not here"},
		{"531", "not now or not here"},
		{"532", "must change password"},
		{"533", "disabled"},
		{"701", "expired"},
		{"773", "must change password"},
		{"775", "locked"},
		{"7750", "wrong password"},
		{"ffff", "wrong password"},
	};
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		char said[128];
		snprintf(said, sizeof said,
		         "80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data %s, v1db1", codes[i][0]);
		assert_string_equal(connection_refusal(LDAP_INVALID_CREDENTIALS, said, PP_noError), codes[i][1]);
		assert_null(connection_refusal(LDAP_OPERATIONS_ERROR, said, PP_noError));
	}
	assert_null(connection_refusal(LDAP_SUCCESS, "", PP_noError));
	assert_string_equal(connection_refusal(LDAP_SUCCESS, "", PP_changeAfterReset), "must change password");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(sign_in_and_refresh_refuse_the_same), TEST(whom_the_filter_leaves_out_is_not_looked_up),
		TEST(what_was_typed_stays_out_of_the_log), TEST(the_bind_tells_why),
		TEST(active_directory_tells_why),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
