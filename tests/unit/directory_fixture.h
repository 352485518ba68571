/* directory_fixture.h: a slapd of the test's own (tests/fixtures/slapd.sh), and a directory's configuration for it.
 * For the programs test_directory and test_directory_outage; run them from the project's root. */
#ifndef DIRECTORY_FIXTURE_H
#define DIRECTORY_FIXTURE_H

#include "base/arena.h"
#include "base/clock.h"
#include "directory/directory.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { DEADLINE_MS = 2000, SLACK_MS = 400 };

static const char good_password[] = "styrbord-demo";
static char folder[] = "/tmp/styrbord-directory-XXXXXX", uri[64], ca[128], password_file[128];
static char second_folder[64];
static const char *more_ldif = ""; /* a further file to load */
static int port, ldaps_port;
static struct arena *a;

/* ---- The servers ---- */

static inline int listener(int backlog, int *on)
{
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	struct sockaddr_in where = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
	socklen_t size = sizeof where;
	assert_int_equal(bind(fd, (struct sockaddr *)&where, sizeof where), 0);
	assert_int_equal(listen(fd, backlog), 0);
	getsockname(fd, (struct sockaddr *)&where, &size);
	*on = ntohs(where.sin_port);
	return fd;
}

static inline int free_port(void)
{
	int on;
	close(listener(1, &on));
	return on;
}

static inline void run(const char *format, ...) __attribute__((format(printf, 1, 2)));
static inline void run(const char *format, ...)
{
	char command[512];
	va_list args;
	va_start(args, format);
	vsnprintf(command, sizeof command, format, args);
	va_end(args);
	if (system(command) != 0)
		fail_msg("failed: %s", command);
}

static inline void start(const char *where, int on)
{
	run("SLAPD_MORE_URLS='ldap://127.0.0.2:%d ldaps://127.0.0.1:%d' tests/fixtures/slapd.sh start %s %d "
	    "tests/fixtures/directory/tests.ldif %s",
	    on, ldaps_port, where, on, more_ldif);
}

static inline pid_t slapd_pid(const char *where)
{
	char path[128];
	int pid = 0;
	snprintf(path, sizeof path, "%s/slapd.pid", where);
	FILE *f = fopen(path, "r");
	assert_non_null(f);
	assert_int_equal(fscanf(f, "%d", &pid), 1);
	fclose(f);
	return pid;
}

/* Stops the server in the middle of what it does; SIGCONT lets it go on. */
static inline void slapd_freeze(const char *where)
{
	char path[64], state = '?';
	pid_t pid = slapd_pid(where);
	kill(pid, SIGSTOP);
	snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
	for (int i = 0; i < 1000 && state != 'T'; i++) {
		FILE *f = fopen(path, "r");
		assert_non_null(f);
		assert_int_equal(fscanf(f, "%*d %*s %c", &state), 1);
		fclose(f);
		usleep(5000);
	}
	assert_int_equal(state, 'T');
}

static inline int begin(void **state)
{
	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(second_folder, sizeof second_folder, "%s-2", folder);
	port = free_port();
	ldaps_port = free_port();
	snprintf(uri, sizeof uri, "ldap://127.0.0.1:%d", port);
	snprintf(ca, sizeof ca, "%s/tls/ca.pem", folder);
	snprintf(password_file, sizeof password_file, "%s/ldap-password", folder);
	start(folder, port);
	return 0;
}

static inline int end(void **state)
{
	(void)state;
	run("tests/fixtures/slapd.sh stop %s; tests/fixtures/slapd.sh stop %s; rm -rf %s %s", folder, second_folder, folder,
	    second_folder);
	return 0;
}

/* ---- The configuration ---- */

static const char *uris[3];

static inline struct config config(const char *first, const char *second)
{
	uris[0] = first;
	uris[1] = second;
	return (struct config){
		.directory_uris = uris,
		.directory_start_tls = true,
		.directory_ca_file = ca,
		.directory_bind_dn = "cn=styrbord,ou=services,dc=demo,dc=example",
		.directory_password_file = password_file,
		.directory_person_base = "ou=people,dc=demo,dc=example",
		.directory_person_filter = "(&(objectClass=inetOrgPerson)(uid={account}))",
		.directory_group_base = "ou=groups,dc=demo,dc=example",
		.directory_group_filter = "(&(objectClass=groupOfNames)(member={dn}))",
		.attribute_id = "entryUUID",
		.attribute_account = "uid",
		.attribute_name = "cn",
		.attribute_mail = "mail",
		.attribute_title = "title",
		.directory_timeout_ms = 500,
		.directory_nested_depth = 5,
	};
}

static struct directory_person person;
static struct error problem;

/* The status of a sign-in: 0, 401 or 503. Whatever happens, it happens before the deadline. */
static inline int sign_in_for(struct directory *d, const char *account, const char *password, int within_ms)
{
	int64_t began = clock_now_ms();
	memset(&problem, 0, sizeof problem);
	memset(&person, 0, sizeof person);
	int rc = directory_find(d, account, began + within_ms, a, &person, &problem);
	if (rc == 0)
		rc = directory_password(d, &person, password, began + within_ms, &problem);
	if (rc == 0)
		rc = directory_groups(d, &person, began + within_ms, a, &problem);
	assert_true(clock_now_ms() - began < within_ms + SLACK_MS);
	assert_int_equal(rc, problem.status ? -1 : 0);
	return problem.status;
}

static inline int sign_in(struct directory *d, const char *account, const char *password)
{
	return sign_in_for(d, account, password, DEADLINE_MS);
}

static inline int sign_in_once(const struct config *c, const char *account, const char *password)
{
	struct directory *d = directory_new(c);
	int status = sign_in(d, account, password);
	directory_free(d);
	return status;
}

static inline int look_up(struct directory *d, const char *id)
{
	int64_t began = clock_now_ms();
	memset(&problem, 0, sizeof problem);
	int rc = directory_look_up(d, id, began + DEADLINE_MS, a, &person, &problem);
	assert_true(clock_now_ms() - began < DEADLINE_MS + SLACK_MS);
	assert_int_equal(rc, problem.status ? -1 : 0);
	return problem.status;
}

static inline void detail_names(const char *word)
{
	if (!strstr(problem.detail, word))
		fail_msg("\"%s\" lacks \"%s\"", problem.detail, word);
}

static inline bool in_group(const char *name)
{
	for (const char *const *g = person.groups; *g; g++)
		if (strcmp(*g, name) == 0)
			return true;
	return false;
}

static inline size_t group_count(void)
{
	size_t n = 0;
	while (person.groups[n])
		n++;
	return n;
}

#define GROUP(cn) "cn=" cn ",ou=groups,dc=demo,dc=example"

static inline int before(void **state)
{
	(void)state;
	a = arena_new_wiped();
	return 0;
}

static inline int after(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, before, after)

#endif
