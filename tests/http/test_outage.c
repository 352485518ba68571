/* A server is away: a clear 503 in time, what needs it not goes on, and all recovers by itself. On a stack of its own.
 */
#include "client.h"
#include "stack.h"
#include "version.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char password[] = "styrbord-demo";
static struct client *leader;

enum { DEADLINE_S = 10, SLACK_S = 3, RECOVERY_S = 40 };

static int set_up(void **state)
{
	(void)state;
	stack_start("");
	leader = client_of("leader");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	stack_clean();
	return 0;
}

static void postgres(const char *what)
{
	assert_int_equal(run("tests/fixtures/postgres.sh", what, stack_folder(), NULL), 0);
}

static void slapd(const char *what)
{
	char port[16] = "";
	FILE *f = fopen(text("%s/ldap-port", stack_folder()), "r");
	assert_non_null(f);
	assert_non_null(fgets(port, sizeof port, f));
	fclose(f);
	port[strcspn(port, "\n")] = '\0';
	assert_int_equal(run("tests/fixtures/slapd.sh", what, text("%s/ldap", stack_folder()),
	                     strcmp(what, "start") ? NULL : port, NULL),
	                 0);
}

static void wait_until(const char *path, int status)
{
	time_t end = time(NULL) + RECOVERY_S;
	while (get(leader, path)->status != status) {
		if (time(NULL) > end)
			fail_msg("%s is not %d again after %d seconds", path, status, RECOVERY_S);
		usleep(100000);
	}
}

static void assert_away(const struct answer *a)
{
	assert_status(a, 503);
	assert_in_range(strtol(header(a, "Retry-After"), NULL, 10), 1, 120);
	assert_true(a->seconds < DEADLINE_S + SLACK_S);
	assert_int_equal(strlen(header(a, "X-Request-Id")), 32);
}

static void without_postgresql(void **state)
{
	(void)state;
	static const char *const paths[] = {"/", "/projects", "/projects/DHO", "/projects/DHO/edit",
	                                    "/projects/DHO?at=2023-05-31"};
	postgres("stop");
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		const struct answer *a = get(leader, paths[i]);
		assert_away(a);
		assert_holds(a, text("give this number: %s<", header(a, "X-Request-Id")));
	}
	const struct answer *a = get(client_of(NULL), "/projects/DHO.json");
	assert_away(a);
	assert_header(a, "Content-Type", "application/problem+json");
	assert_away(send_json(leader, "PATCH", "/projects/DHO", "{}", "1"));
	assert_away(post(leader, "/projects/DHO/deliverables", "code", "X", NULL));
	struct client *c = client_new();
	assert_away(sign_in_as(c, "staff", password, "/"));
	client_free(c);
	assert_status(get(leader, "/healthz"), 200);
	a = get(client_of(NULL), "/readyz");
	assert_away(a);
	assert_string_equal(a->body,
	                    text("version: %s\ndatabase: down\ndirectory: up\nrights: unknown\n", STYRBORD_VERSION));
	postgres("start");
	wait_until("/projects/DHO", 200);
	wait_until("/readyz", 200);
	/* every worker has found its way back, and sessions have lasted */
	for (int i = 0; i < 30; i++)
		assert_status(get(leader, "/projects/DHO/edit"), 200);
}

/* Connections that are cut in the middle cost nobody an answer afterwards. */
static void connections_cut(void **state)
{
	(void)state;
	for (int i = 0; i < 8; i++)
		assert_status(get(leader, "/projects/DHO"), 200);
	assert_int_equal(run("psql", "-X", "-q", "-U", "postgres", "-d", "styrbord", "-c",
	                     "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'styrbord_app'", NULL),
	                 0);
	for (int i = 0; i < 30; i++)
		assert_status(get(leader, "/projects/DHO"), 200);
}

/* A table that somebody holds stands for a database that hangs: the request ends at its deadline, the worker goes on.
 */
static void a_database_that_hangs_costs_its_deadline(void **state)
{
	(void)state;
	char *file = text("%s/hold.sql", stack_folder());
	FILE *f = fopen(file, "w");
	assert_non_null(f);
	fprintf(f, "BEGIN; LOCK live.strategy_goal IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(11);");
	fclose(f);
	pid_t pid = fork();
	if (!pid) {
		execlp("psql", "psql", "-X", "-q", "-o", "/dev/null", "-U", "styrbord_owner", "-d", "styrbord", "-f", file,
		       NULL);
		_exit(127);
	}
	int tried = 0;
	while (strcmp(owner_sql("SELECT count(*) FROM pg_locks WHERE relation = 'live.strategy_goal'::regclass AND granted "
	                        "AND mode = 'AccessExclusiveLock'"),
	              "1") &&
	       tried++ < 100)
		usleep(100000);
	const struct answer *a = get(leader, "/projects/DHO");
	assert_away(a);
	assert_true(a->seconds > DEADLINE_S - SLACK_S);
	assert_status(get(leader, "/healthz"), 200);
	kill(pid, SIGTERM);
	waitpid(pid, NULL, 0);
	wait_until("/projects/DHO", 200);
}

static void without_the_directory(void **state)
{
	(void)state;
	slapd("stop");
	/* more often than failures are allowed: an outage is nobody's failure */
	for (int i = 0; i < 7; i++) {
		struct client *c = client_new();
		const struct answer *a = sign_in_as(c, "steering", password, "/");
		assert_away(a);
		assert_string_equal(form_value(a, "account"), "steering");
		assert_string_equal(client_cookie(c, "styrbord_session"), "");
		client_free(c);
	}
	/* reading and writing need no directory */
	assert_status(get(client_of(NULL), "/projects/DHO"), 200);
	assert_status(get(leader, "/projects/DHO/edit"), 200);
	char *n = new_report(leader, "DHO", "draft", "as_planned", "2026-01-01");
	assert_status(send_json(leader, "DELETE", text("/projects/DHO/reports/%s", n), NULL, "1"), 204);
	const struct answer *a = get(client_of(NULL), "/readyz");
	assert_away(a);
	assert_string_equal(
		a->body, text("version: %s\ndatabase: up\ndirectory: down\nrights: refreshed in time\n", STYRBORD_VERSION));
	assert_json(get(client_of(NULL), "/readyz.json"), "directory", "down");
	slapd("start");
	wait_until("/readyz", 200);
	struct client *c = client_new();
	assert_status(sign_in_as(c, "steering", password, "/"), 303);
	client_free(c);
}

/* The first child of the portal's master: a worker. */
static pid_t a_worker(void)
{
	int master = 0, worker = 0;
	FILE *f = fopen(text("%s/styrbord.pid", stack_folder()), "r");
	assert_non_null(f);
	assert_int_equal(fscanf(f, "%d", &master), 1);
	fclose(f);
	f = fopen(text("/proc/%d/task/%d/children", master, master), "r");
	assert_non_null(f);
	assert_int_equal(fscanf(f, "%d", &worker), 1);
	fclose(f);
	return worker;
}

static void a_worker_that_dies_is_replaced(void **state)
{
	(void)state;
	pid_t first = a_worker();
	assert_int_equal(kill(first, SIGKILL), 0);
	for (int i = 0; i < 30; i++)
		assert_status(get(leader, "/projects/DHO"), 200);
	assert_int_not_equal(a_worker(), first);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_postgresql),
		cmocka_unit_test(connections_cut),
		cmocka_unit_test(a_database_that_hangs_costs_its_deadline),
		cmocka_unit_test(without_the_directory),
		cmocka_unit_test(a_worker_that_dies_is_replaced),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
