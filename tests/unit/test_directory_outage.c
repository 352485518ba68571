/* Servers that are dead, silent or half-hearted, and configurations that are not right: an outage is never a
 * wrong password, costs no more than the deadline, and the administrator is told what to mend. */
#include "directory_fixture.h"

static int ping(const struct config *c)
{
	struct directory *d = directory_new(c);
	memset(&problem, 0, sizeof problem);
	int rc = directory_ping(d, clock_now_ms() + DEADLINE_MS, &problem);
	directory_free(d);
	return rc;
}

static void refused_by_ping(const struct config *c, const char *option)
{
	assert_int_equal(ping(c), -1);
	assert_int_equal(problem.status, 503);
	if (!strstr(problem.message, option))
		fail_msg("\"%s\" does not name %s", problem.message, option);
	assert_int_equal(sign_in_once(c, "leader", good_password), 503);
	detail_names(option);
}

static void write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static void service_account_must_be_right(void **state)
{
	(void)state;
	char path[128];
	snprintf(path, sizeof path, "%s/other-password", folder);
	struct config c = config(uri, NULL);
	assert_int_equal(ping(&c), 0);
	c.directory_password_file = path;
	refused_by_ping(&c, "directory_password_file");
	write_file(path, "wrong\n");
	refused_by_ping(&c, "directory_bind_dn and directory_password_file");
	write_file(path, "\n");
	refused_by_ping(&c, "holds no password");
	c = config(uri, NULL);
	c.directory_bind_dn = "cn=nobody,dc=demo,dc=example";
	refused_by_ping(&c, "directory_bind_dn");
	c = config(uri, NULL);
	c.directory_group_base = "ou=nowhere,dc=demo,dc=example";
	assert_int_equal(sign_in_once(&c, "leader", good_password), 503);
	detail_names("directory_group_base");
	c = config(uri, NULL);
	c.directory_person_filter = "(uid={account}";
	assert_int_equal(sign_in_once(&c, "leader", good_password), 503);
	detail_names("filter");
}

static void certificate_must_be_right(void **state)
{
	(void)state;
	char other[128];
	snprintf(other, sizeof other, "%s/other-ca.pem", folder);
	run("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=Other "
	    "-keyout /dev/null -out %s 2>/dev/null",
	    other);
	struct config c = config(uri, NULL);
	c.directory_ca_file = other;
	refused_by_ping(&c, "directory_ca_file");
	c.directory_ca_file = "/nonexistent.pem";
	refused_by_ping(&c, "directory_ca_file");
	/* The same server under an address that its certificate does not name. */
	char other_uri[64];
	snprintf(other_uri, sizeof other_uri, "ldap://127.0.0.2:%d", port);
	c = config(other_uri, NULL);
	refused_by_ping(&c, "names this host");
}

static void ldaps_is_protected_too(void **state)
{
	(void)state;
	char ldaps[64];
	snprintf(ldaps, sizeof ldaps, "ldaps://127.0.0.1:%d", ldaps_port);
	struct config c = config(ldaps, NULL);
	assert_int_equal(sign_in_once(&c, "leader", good_password), 0);
	assert_int_equal(sign_in_once(&c, "leader", "wrong"), 401);
	c.directory_ca_file = "/etc/ssl/certs/ca-certificates.crt";
	refused_by_ping(&c, "directory_ca_file");
}

static void nothing_goes_unprotected(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	c.directory_start_tls = false;
	refused_by_ping(&c, "directory_start_tls");
	/* Allowed, it is this slapd that refuses: it wants TLS before a bind. */
	c.directory_plain_allowed = true;
	assert_int_equal(ping(&c), -1);
	assert_non_null(strstr(problem.message, "onfidentiality"));
}

static void dead_server_is_passed_over(void **state)
{
	(void)state;
	char dead[64];
	snprintf(dead, sizeof dead, "ldap://127.0.0.1:%d", free_port());
	struct config c = config(dead, uri);
	assert_int_equal(sign_in_once(&c, "leader", good_password), 0);
	c = config(dead, NULL);
	refused_by_ping(&c, "directory_uris");
	assert_int_equal(sign_in_once(&c, "leader", "wrong"), 503);
	assert_true(problem.retry_after > 0);
}

/* Whoever has failed is asked again only after the others: the second sign-in does not wait for it. */
static void passed_over(const char *bad)
{
	struct config c = config(bad, uri);
	struct directory *d = directory_new(&c);
	assert_int_equal(sign_in(d, "leader", good_password), 0);
	int64_t began = clock_now_ms();
	assert_int_equal(sign_in(d, "leader", good_password), 0);
	assert_true(clock_now_ms() - began < 300);
	directory_free(d);
	c = config(bad, NULL);
	assert_int_equal(sign_in_once(&c, "leader", good_password), 503);
	detail_names(bad);
}

static void silent_server_is_passed_over(void **state)
{
	(void)state;
	int on, fd = listener(8, &on);
	char bad[64];
	snprintf(bad, sizeof bad, "ldap://127.0.0.1:%d", on);
	passed_over(bad);
	snprintf(bad, sizeof bad, "ldaps://127.0.0.1:%d", on);
	passed_over(bad);
	close(fd);
}

/* Its queue of connections is full, so that connecting itself gets no answer. */
static void unreachable_server_is_passed_over(void **state)
{
	(void)state;
	int on, fd = listener(0, &on), waiting[4];
	struct sockaddr_in where = {
		.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}, .sin_port = htons((uint16_t)on)};
	for (int i = 0; i < 4; i++) {
		waiting[i] = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
		(void)!connect(waiting[i], (struct sockaddr *)&where, sizeof where);
	}
	char bad[64];
	snprintf(bad, sizeof bad, "ldap://127.0.0.1:%d", on);
	passed_over(bad);
	for (int i = 0; i < 4; i++)
		close(waiting[i]);
	close(fd);
}

/* Agrees to StartTLS (RFC 4511, 4.14.2) and then says nothing of the handshake, or closes. */
static void half_hearted(bool closes)
{
	static const unsigned char agreed[] = {0x30, 0x0c, 2, 1, 1, 0x78, 7, 0x0a, 1, 0, 4, 0, 4, 0};
	int on, fd = listener(8, &on);
	pid_t child = fork();
	if (child == 0) {
		char request[512];
		for (;;) {
			int peer = accept(fd, NULL, NULL);
			if (peer < 0 || read(peer, request, sizeof request) < 0 || write(peer, agreed, sizeof agreed) < 0 || closes)
				close(peer);
		}
	}
	char bad[64];
	snprintf(bad, sizeof bad, "ldap://127.0.0.1:%d", on);
	passed_over(bad);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	close(fd);
}

static void half_hearted_server_is_passed_over(void **state)
{
	(void)state;
	half_hearted(false);
	half_hearted(true);
}

static void outage_ends_when_the_server_is_back(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	struct directory *d = directory_new(&c);
	assert_int_equal(sign_in(d, "leader", good_password), 0);
	char *id = arena_strdup(a, person.id);
	run("tests/fixtures/slapd.sh stop %s", folder);
	assert_int_equal(sign_in(d, "leader", good_password), 503);
	assert_int_equal(sign_in(d, "leader", "wrong"), 503);
	assert_int_equal(look_up(d, id), 503);
	start(folder, port);
	assert_int_equal(sign_in(d, "leader", good_password), 0);
	assert_int_equal(sign_in(d, "leader", "wrong"), 401);
	/* Both kept connections are gone, and nobody notices. */
	run("tests/fixtures/slapd.sh stop %s", folder);
	start(folder, port);
	assert_int_equal(sign_in(d, "leader", good_password), 0);
	assert_int_equal(look_up(d, id), 0);
	directory_free(d);
}

static void kept_connection_that_falls_silent(void **state)
{
	(void)state;
	struct config c = config(uri, NULL);
	struct directory *d = directory_new(&c);
	assert_int_equal(sign_in(d, "leader", good_password), 0);
	slapd_freeze(folder);
	int silent = sign_in(d, "leader", good_password), short_time = sign_in_for(d, "leader", good_password, 300);
	kill(slapd_pid(folder), SIGCONT);
	assert_int_equal(silent, 503);
	assert_int_equal(short_time, 503);
	assert_int_equal(sign_in(d, "leader", good_password), 0);
	directory_free(d);
}

static void other_server_takes_over(void **state)
{
	(void)state;
	/* The second server has the first one's data and certificates, so that one configuration is right for both. */
	char second_uri[64];
	int second_port = free_port();
	ldaps_port = free_port();
	run("mkdir %s && cp -a %s/. %s && sed -i 's|%s|%s|g' %s/slapd.conf && rm %s/slapd.pid", second_folder, folder,
	    second_folder, folder, second_folder, second_folder, second_folder);
	start(second_folder, second_port);
	snprintf(second_uri, sizeof second_uri, "ldap://127.0.0.1:%d", second_port);
	struct config c = config(uri, second_uri);
	struct directory *d = directory_new(&c);
	assert_int_equal(sign_in(d, "leader", good_password), 0);
	slapd_freeze(folder);
	int64_t began = clock_now_ms();
	int taken_over = sign_in(d, "leader", good_password);
	int64_t took = clock_now_ms() - began;
	began = clock_now_ms();
	int wrong = sign_in(d, "leader", "wrong"), quick = clock_now_ms() - began < 300;
	kill(slapd_pid(folder), SIGCONT);
	assert_int_equal(taken_over, 0);
	/* Each kept connection's time limit once (2 × 500 ms); the silent server is not asked for a new one. */
	assert_true(took < 1400);
	assert_int_equal(wrong, 401);
	assert_true(quick);
	directory_free(d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(service_account_must_be_right),
		TEST(certificate_must_be_right),
		TEST(ldaps_is_protected_too),
		TEST(nothing_goes_unprotected),
		TEST(dead_server_is_passed_over),
		TEST(silent_server_is_passed_over),
		TEST(unreachable_server_is_passed_over),
		TEST(half_hearted_server_is_passed_over),
		TEST(outage_ends_when_the_server_is_back),
		TEST(kept_connection_that_falls_silent),
		TEST(other_server_takes_over),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
