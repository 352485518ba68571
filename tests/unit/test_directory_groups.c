/* Groups: many of them, by account, by number, and what `check` says of it, against a real slapd. */
#include "directory_fixture.h"

enum { SOME = 600, MANY = 2100, LONG_MS = 20000, PLENTY_MS = 1500 };

#define CROWD "ou=crowd,dc=demo,dc=example"
static char crowd[] = "/tmp/styrbord-crowd-XXXXXX.ldif";

static void write_person(FILE *f, const char *uid)
{
	fprintf(f,
	        "dn: uid=%s,ou=people,dc=demo,dc=example\nobjectClass: inetOrgPerson\nuid: %s\ncn: %s\nsn: Crowd\n"
	        "userPassword: styrbord-demo\n\n",
	        uid, uid, uid);
}

static void write_groups(FILE *f, const char *name, int n, const char *member)
{
	for (int i = 0; i < n; i++)
		fprintf(f, "dn: cn=%s-%d," CROWD "\nobjectClass: groupOfNames\ncn: %s-%d\nmember: %s\n\n", name, i, name, i,
		        member);
}

static int begin_with_crowd(void **state)
{
	FILE *f = fdopen(mkstemps(crowd, 5), "w");
	assert_non_null(f);
	fputs("dn: " CROWD "\nobjectClass: organizationalUnit\nou: crowd\n\n", f);
	write_person(f, "in-some");
	write_person(f, "in-many");
	write_groups(f, "some", SOME, "uid=in-some,ou=people,dc=demo,dc=example");
	write_groups(f, "many", MANY, "uid=in-many,ou=people,dc=demo,dc=example");
	write_groups(f, "above", 1, "cn=many-2099," CROWD);
	fclose(f);
	more_ldif = crowd;
	return begin(state);
}

static int end_with_crowd(void **state)
{
	unlink(crowd);
	return end(state);
}

static struct config crowd_config(bool allowed)
{
	struct config c = config(uri, NULL);
	c.directory_group_base = CROWD;
	c.directory_timeout_ms = 5000;
	if (allowed)
		c.directory_bind_dn = "cn=styrbord-many,ou=services,dc=demo,dc=example";
	return c;
}

static int check(const struct config *c)
{
	struct directory *d = directory_new(c);
	memset(&problem, 0, sizeof problem);
	int rc = directory_check(d, clock_now_ms() + LONG_MS, NULL, NULL, &problem);
	directory_free(d);
	return rc;
}

static void a_limit_of_the_server_is_no_outage(void **state)
{
	(void)state;
	struct config c = crowd_config(false);
	struct directory *d = directory_new(&c);
	assert_int_equal(sign_in_for(d, "in-some", good_password, LONG_MS), 503);
	assert_int_equal(problem.retry_after, 0);
	assert_non_null(strstr(problem.message, "more groups than the directory gives"));
	detail_names("Size limit exceeded");
	detail_names("limits dn.exact=\"cn=styrbord,ou=services,dc=demo,dc=example\" size.prtotal=unlimited");
	assert_int_equal(look_up(d, person.id), 503);
	assert_int_equal(problem.retry_after, 0);
	/* The connection is as good as before. */
	assert_int_equal(sign_in(d, "leader", good_password), 0);
	assert_int_equal(group_count(), 0);
	c.directory_uris = (const char *const[]){"ldap://127.0.0.1:1", NULL};
	directory_free(d);
	assert_int_equal(sign_in_once(&c, "in-some", good_password), 503);
	assert_true(problem.retry_after > 0);
}

static void very_many_groups_are_read_in_pages(void **state)
{
	(void)state;
	struct config c = crowd_config(true);
	struct directory *d = directory_new(&c);
	assert_int_equal(sign_in_for(d, "in-some", good_password, LONG_MS), 0);
	assert_int_equal(group_count(), SOME);
	for (int depth = 0; depth <= 5; depth += 5) {
		c.directory_nested_depth = depth;
		int64_t began = clock_now_ms();
		assert_int_equal(sign_in_for(d, "in-many", good_password, LONG_MS), 0);
		int took = (int)(clock_now_ms() - began);
		print_message("%d groups, nested depth %d: %d ms\n", (int)group_count(), depth, took);
		assert_true(took < PLENTY_MS);
		assert_int_equal(group_count(), depth ? MANY + 1 : MANY);
		assert_true(in_group("cn=many-0," CROWD));
		assert_true(in_group("cn=many-2099," CROWD));
		assert_int_equal(in_group("cn=above-0," CROWD), depth > 0);
	}
	directory_free(d);
}

static void a_server_without_pages_is_asked_without(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	c.directory_bind_dn = "cn=styrbord-unpaged,ou=services,dc=demo,dc=example";
	if (sign_in_once(&c, "portfolio", good_password))
		fail_msg("%s", problem.detail);
	assert_int_equal(group_count(), 2);
	c.directory_group_base = CROWD;
	assert_int_equal(sign_in_once(&c, "in-some", good_password), 503);
	assert_int_equal(problem.retry_after, 0);
}

static void check_says_when_groups_cannot_all_be_read(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	assert_int_equal(check(&c), 0);
	c = crowd_config(true);
	assert_int_equal(check(&c), 0);
	c = crowd_config(false);
	assert_int_equal(check(&c), -1);
	assert_int_equal(problem.status, 503);
	assert_non_null(strstr(problem.message, "limits dn.exact=\"cn=styrbord,ou=services,dc=demo,dc=example\" "
	                                        "size.prtotal=unlimited"));
	/* Entries that are no groups do not count. */
	c.directory_group_filter = "(&(objectClass=posixGroup)(memberUid={account}))";
	assert_int_equal(check(&c), 0);
}

static void check_knows_who_has_the_in_chain_rule(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	c.directory_group_filter = "(member:1.2.840.113556.1.4.1941:={dn})";
	c.directory_nested_depth = 0;
	assert_int_equal(sign_in_once(&c, "leader", good_password), 0);
	assert_int_equal(group_count(), 0);
	assert_int_equal(check(&c), -1);
	assert_non_null(strstr(problem.message, "1.2.840.113556.1.4.1941"));
	assert_non_null(strstr(problem.message, "directory_group_filter"));
	c.directory_nested_depth = 1;
	assert_int_equal(check(&c), -1);
	assert_non_null(strstr(problem.message, "directory_nested_depth = 0"));
}

static void groups_by_account(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	c.directory_group_filter = "(&(objectClass=posixGroup)(memberUid={account}))";
	assert_int_equal(sign_in_once(&c, "Staff", good_password), 0);
	assert_int_equal(group_count(), 1);
	assert_true(in_group(GROUP("posix-readers")));
	/* Both: the groups above know entries by name, and nobody by an account. */
	c.directory_group_filter = "(|(member={dn})(memberUid={account}))";
	assert_int_equal(sign_in_once(&c, "staff", good_password), 0);
	assert_int_equal(group_count(), 4);
	assert_true(in_group(GROUP("posix-readers")));
	assert_true(in_group(GROUP("circle-one")));
	assert_true(in_group(GROUP("circle-two")));
	assert_true(in_group(GROUP("above-posix")));
	assert_int_equal(sign_in_once(&c, "auditor", good_password), 0);
	assert_false(in_group(GROUP("posix-readers")));
	c.directory_group_filter = "(&(member={dn})(description={account}))";
	assert_int_equal(sign_in_once(&c, "auditor", good_password), 0);
	assert_int_equal(group_count(), 1);
	assert_true(in_group(GROUP("chain-one")));
	c.directory_group_filter = "(|(member={dn})(memberUid={account}))";
	/* What looks like a placeholder in an account stays what it is. */
	assert_int_equal(sign_in_once(&c, "{dn}", good_password), 0);
	assert_int_equal(group_count(), 1);
	assert_true(in_group(GROUP("posix-odd")));
}

static void primary_group_counts_where_asked_for(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	assert_int_equal(sign_in_once(&c, "primary", good_password), 0);
	assert_int_equal(group_count(), 0);
	c.directory_primary_group = true;
	assert_int_equal(sign_in_once(&c, "primary", good_password), 0);
	assert_int_equal(group_count(), 2);
	assert_true(in_group(GROUP("primary-group")));
	assert_true(in_group(GROUP("above-primary-group")));
	assert_int_equal(sign_in_once(&c, "leader", good_password), 0);
	assert_int_equal(group_count(), 1);
	/* Depth 0: where the filter has the server follow groups, it does not follow this one. (slapd finds nothing by the
	 * rule, so all that is here was found beside it.) */
	c.directory_nested_depth = 0;
	assert_int_equal(sign_in_once(&c, "primary", good_password), 0);
	assert_int_equal(group_count(), 1);
	c.directory_group_filter = "(&(objectClass=groupOfNames)(member:1.2.840.113556.1.4.1941:={dn}))";
	assert_int_equal(sign_in_once(&c, "primary", good_password), 0);
	assert_int_equal(group_count(), 2);
	assert_true(in_group(GROUP("above-primary-group")));
	c.directory_primary_group = false;
	assert_int_equal(sign_in_once(&c, "primary", good_password), 0);
	assert_int_equal(group_count(), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_limit_of_the_server_is_no_outage),      TEST(very_many_groups_are_read_in_pages),
		TEST(a_server_without_pages_is_asked_without), TEST(check_says_when_groups_cannot_all_be_read),
		TEST(check_knows_who_has_the_in_chain_rule),   TEST(groups_by_account),
		TEST(primary_group_counts_where_asked_for),
	};
	return cmocka_run_group_tests(tests, begin_with_crowd, end_with_crowd);
}
