/* A page costs one round trip to PostgreSQL, finding out who asks included. Counted, not timed: a proxy between the
 * portal and the database counts how often the portal speaks after it was answered. On a stack of its own. */
#include "client.h"
#include "stack.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CONNECTIONS_MAX = 64, CHUNK = 65536 };

static volatile int *flights; /* shared with the proxy */
static pid_t proxy;

static struct sockaddr_un address_of(const char *folder)
{
	struct sockaddr_un a = {.sun_family = AF_UNIX};
	snprintf(a.sun_path, sizeof a.sun_path, "%s/%s/.s.PGSQL.5432", stack_folder(), folder);
	return a;
}

static bool pass(int from, int to)
{
	static char chunk[CHUNK];
	ssize_t n = read(from, chunk, sizeof chunk), sent = 0;
	while (n > 0 && sent < n) {
		ssize_t m = write(to, chunk + sent, (size_t)(n - sent));
		if (m <= 0)
			return false;
		sent += m;
	}
	return n > 0;
}

/* fds: the listening socket, then pairs of portal's and PostgreSQL's end. */
static void serve(int listener)
{
	struct pollfd fds[1 + 2 * CONNECTIONS_MAX] = {{.fd = listener, .events = POLLIN}};
	bool portal_spoke[CONNECTIONS_MAX] = {false};
	int pairs = 0;
	signal(SIGPIPE, SIG_IGN);
	while (poll(fds, 1 + 2 * (nfds_t)pairs, -1) > 0) {
		for (int i = 0; i < pairs; i++) {
			struct pollfd *portal = &fds[1 + 2 * i], *server = &fds[2 + 2 * i];
			bool open = true;
			if (portal->revents) {
				flights[0] += !portal_spoke[i];
				portal_spoke[i] = true;
				open = pass(portal->fd, server->fd);
			}
			if (open && server->revents) {
				portal_spoke[i] = false;
				open = pass(server->fd, portal->fd);
			}
			if (!open) {
				close(portal->fd);
				close(server->fd);
				portal->fd = server->fd = -1;
			}
			portal->revents = server->revents = 0;
		}
		if (fds[0].revents && pairs < CONNECTIONS_MAX) {
			struct sockaddr_un to = address_of("run");
			int portal = accept(listener, NULL, NULL), server = socket(AF_UNIX, SOCK_STREAM, 0);
			if (portal < 0 || connect(server, (struct sockaddr *)&to, sizeof to))
				_exit(1);
			portal_spoke[pairs] = false;
			fds[1 + 2 * pairs] = (struct pollfd){.fd = portal, .events = POLLIN};
			fds[2 + 2 * pairs++] = (struct pollfd){.fd = server, .events = POLLIN};
		}
	}
	_exit(1);
}

static void start_proxy(void)
{
	assert_int_equal(mkdir(text("%s/proxy", stack_folder()), 0755), 0);
	chmod(text("%s/proxy", stack_folder()), 0755);
	struct sockaddr_un where = address_of("proxy");
	int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(bind(listener, (struct sockaddr *)&where, sizeof where), 0);
	assert_int_equal(chmod(where.sun_path, 0777), 0);
	assert_int_equal(listen(listener, CONNECTIONS_MAX), 0);
	proxy = fork();
	if (!proxy)
		serve(listener);
	close(listener);
}

/* The portal's pages go through the proxy, with one worker, so that each statement is prepared once. */
static int set_up(void **state)
{
	(void)state;
	int master = 0;
	stack_start("");
	flights = mmap(NULL, sizeof *flights, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	start_proxy();
	char *conf = text("%s/styrbord.conf", stack_folder());
	assert_int_equal(run("sed", "-i",
	                     text("s|^database = \"host=%s/run|database = \"host=%s/proxy|; s|^workers = .*|workers = 1|",
	                          stack_folder(), stack_folder()),
	                     conf, NULL),
	                 0);
	struct stat was;
	assert_int_equal(stat(text("%s/app", stack_folder()), &was), 0);
	run("chown", "--reference", text("%s/run", stack_folder()), conf, NULL);
	FILE *f = fopen(text("%s/styrbord.pid", stack_folder()), "r");
	assert_non_null(f);
	assert_int_equal(fscanf(f, "%d", &master), 1);
	fclose(f);
	kill(master, SIGHUP);
	for (int i = 0; i < 200 && !flights[0]; i++) {
		usleep(50000);
		get(client_of(NULL), "/projects/DHO.json");
	}
	assert_true(flights[0] > 0);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	if (proxy > 0) {
		kill(proxy, SIGKILL);
		waitpid(proxy, NULL, 0);
	}
	stack_clean();
	return 0;
}

static int flights_of(struct client *c, const char *path)
{
	for (int i = 0; i < 3; i++)
		assert_status(get(c, path), 200); /* prepares its statements */
	int before = flights[0];
	assert_status(get(c, path), 200);
	return flights[0] - before;
}

static void a_page_costs_one_round_trip(void **state)
{
	(void)state;
	static const char *const paths[] = {"/projects/NYAPI", "/projects/NYAPI.json",  "/",
	                                    "/projects",       "/projects/DHO/history", "/projects/DHO?at=2022-09-01"};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		assert_int_equal(flights_of(client_of(NULL), paths[i]), 1);
		assert_int_equal(flights_of(client_of("leader"), paths[i]), 1);
	}
	/* The story of its change requests is one more, where a project has some; what contradicts itself another, for who
	 * may mend it. */
	assert_int_equal(flights_of(client_of(NULL), "/projects/DHO"), 2);
	assert_int_equal(flights_of(client_of("leader"), "/projects/DHO"), 3);
}

/* A session that has ended is found out with the page itself, too. */
static void an_ended_session_costs_no_more(void **state)
{
	(void)state;
	struct client *c = client_new();
	assert_status(
		sign_in_as(c, "staff", getenv("STYRBORD_PASSWORD") ? getenv("STYRBORD_PASSWORD") : "styrbord-demo", "/"), 303);
	owner_sql(
		"DELETE FROM styrbord.session WHERE person_id = (SELECT id FROM live.person WHERE account = 'staff' AND active)");
	assert_int_equal(flights_of(c, "/projects/NYAPI"), 1);
	client_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_costs_one_round_trip),
		cmocka_unit_test(an_ended_session_costs_no_more),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
