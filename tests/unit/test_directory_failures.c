/* A call of libldap fails for lack of memory or for a broken answer: nobody may lose a right, or sign in, for it.
 * Against a real slapd; the Makefile links this test so that these calls pass here. */
#include "directory_fixture.h"

#include "directory/ldap_text.h"

#include <ldap.h>

static const char *failing = ""; /* the function whose calls fail, after so many that do not */
static int spared;

static bool fails(const char *function)
{
	return strcmp(failing, function) == 0 && spared-- <= 0;
}

char *__real_ldap_get_dn(LDAP *ld, LDAPMessage *m);
char *__wrap_ldap_get_dn(LDAP *ld, LDAPMessage *m);
char *__wrap_ldap_get_dn(LDAP *ld, LDAPMessage *m)
{
	return fails("ldap_get_dn") ? NULL : __real_ldap_get_dn(ld, m);
}

int __real_ldap_str2dn(const char *text, LDAPDN *dn, unsigned flags);
int __wrap_ldap_str2dn(const char *text, LDAPDN *dn, unsigned flags);
int __wrap_ldap_str2dn(const char *text, LDAPDN *dn, unsigned flags)
{
	return fails("ldap_str2dn") ? LDAP_NO_MEMORY : __real_ldap_str2dn(text, dn, flags);
}

int __real_ldap_dn2str(LDAPDN dn, char **text, unsigned flags);
int __wrap_ldap_dn2str(LDAPDN dn, char **text, unsigned flags);
int __wrap_ldap_dn2str(LDAPDN dn, char **text, unsigned flags)
{
	return fails("ldap_dn2str") ? LDAP_NO_MEMORY : __real_ldap_dn2str(dn, text, flags);
}

int __real_ldap_parse_pageresponse_control(LDAP *ld, LDAPControl *said, ber_int_t *count, struct berval *cookie);
int __wrap_ldap_parse_pageresponse_control(LDAP *ld, LDAPControl *said, ber_int_t *count, struct berval *cookie);
int __wrap_ldap_parse_pageresponse_control(LDAP *ld, LDAPControl *said, ber_int_t *count, struct berval *cookie)
{
	return fails("ldap_parse_pageresponse_control") ? LDAP_DECODING_ERROR
	                                                : __real_ldap_parse_pageresponse_control(ld, said, count, cookie);
}

int __real_ldap_parse_passwordpolicy_control(LDAP *ld, LDAPControl *said, ber_int_t *expires, ber_int_t *grace,
                                             LDAPPasswordPolicyError *policy);
int __wrap_ldap_parse_passwordpolicy_control(LDAP *ld, LDAPControl *said, ber_int_t *expires, ber_int_t *grace,
                                             LDAPPasswordPolicyError *policy);
int __wrap_ldap_parse_passwordpolicy_control(LDAP *ld, LDAPControl *said, ber_int_t *expires, ber_int_t *grace,
                                             LDAPPasswordPolicyError *policy)
{
	return fails("ldap_parse_passwordpolicy_control")
	           ? LDAP_DECODING_ERROR
	           : __real_ldap_parse_passwordpolicy_control(ld, said, expires, grace, policy);
}

/* The groups of somebody who was found while all was well. */
static int groups_when(const char *function, int after)
{
	struct config c = config(uri, NULL);
	struct directory *d = directory_new(&c);
	int64_t deadline = clock_now_ms() + DEADLINE_MS;
	memset(&problem, 0, sizeof problem);
	assert_int_equal(directory_find(d, "leader", deadline, a, &person, &problem), 0);
	failing = function;
	spared = after;
	int rc = directory_groups(d, &person, deadline, a, &problem);
	failing = "";
	directory_free(d);
	assert_int_equal(rc, problem.status ? -1 : 0);
	return problem.status;
}

static void groups_that_cannot_be_read_are_not_left_out(void **state)
{
	(void)state;
	assert_int_equal(groups_when("", 0), 0);
	size_t whole = group_count();
	assert_true(whole > 0);
	for (int after = 0; after < (int)whole; after++) {
		assert_int_equal(groups_when("ldap_get_dn", after), 503);
		assert_true(problem.retry_after > 0);
		assert_int_equal(groups_when("", 0), 0);
	}
	assert_int_equal(groups_when("ldap_parse_pageresponse_control", 0), 503);
	assert_true(problem.retry_after > 0);
}

/* The signal that ends a process which asks for a name's one spelling, 0 when none does. */
static int ended_by(const char *function)
{
	int status = 0;
	fflush(NULL);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		failing = function;
		_exit(ldap_dn_normalised(a, GROUP("any")) ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

/* As in the arena: what is not a name and what there is no memory for are two things. */
static void a_name_is_never_none_for_lack_of_memory(void **state)
{
	(void)state;
	assert_int_equal(ended_by(""), 0);
	assert_int_equal(ended_by("ldap_str2dn"), SIGABRT);
	assert_int_equal(ended_by("ldap_dn2str"), SIGABRT);
	assert_null(ldap_dn_normalised(a, "no name"));
	/* libldap takes these apart and does not put them together again: they are no UTF-8. */
	assert_null(ldap_dn_normalised(a, "cn=V\\E5rd,dc=example"));
	assert_null(ldap_dn_normalised(a, "cn=V\xe5rd,dc=example"));
}

static void an_unread_policy_lets_nobody_in(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	assert_int_equal(sign_in_once(&c, "leader", good_password), 0);
	failing = "ldap_parse_passwordpolicy_control";
	spared = 0;
	int status = sign_in_once(&c, "leader", good_password);
	failing = "";
	assert_int_equal(status, 503);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(groups_that_cannot_be_read_are_not_left_out),
		TEST(a_name_is_never_none_for_lack_of_memory),
		TEST(an_unread_policy_lets_nobody_in),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
