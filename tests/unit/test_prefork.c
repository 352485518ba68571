/* The master: it starts its workers, starts again what dies, reads again on SIGHUP, and drains on SIGTERM; and the
 * sockets that it takes and refuses. */
#include "base/clock.h"
#include "http/prefork.h"

#include <netinet/in.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

/* What the workers tell the test, in memory that all of them share. */
static struct told {
	volatile int started, finished, reloads, generation;
	volatile pid_t last;
} * told;

static volatile sig_atomic_t ending;

static void end(int signal_number)
{
	(void)signal_number;
	ending = 1;
}

/* A worker whose request under way takes 200 ms to finish. */
static int work(void *context, int socket)
{
	(void)context, (void)socket;
	struct sigaction action = {.sa_handler = end};
	sigaction(SIGTERM, &action, NULL);
	told->last = getpid();
	__atomic_add_fetch(&told->started, 1, __ATOMIC_SEQ_CST);
	while (!ending)
		usleep(5000);
	usleep(200000);
	__atomic_add_fetch(&told->finished, 1, __ATOMIC_SEQ_CST);
	return 0;
}

static int reload(struct prefork *p)
{
	told->reloads++;
	p->groups[0].count = 3;
	return told->reloads > 1 ? -1 : 0;
}

static pid_t start_master(void)
{
	memset(told, 0, sizeof *told);
	pid_t pid = fork();
	if (pid == 0) {
		struct prefork p = {.groups = {{"pages", 2, work, -1}}, .group_count = 1, .reload = reload, .drain_ms = 3000};
		_exit(prefork_run(&p));
	}
	return pid;
}

static bool becomes(volatile int *what, int value)
{
	for (int i = 0; i < 300; i++) {
		if (*what == value)
			return true;
		usleep(10000);
	}
	return false;
}

static int stop_master(pid_t master)
{
	int status = -1;
	kill(master, SIGTERM);
	waitpid(master, &status, 0);
	return status;
}

static void what_dies_is_started_again(void **state)
{
	(void)state;
	pid_t master = start_master();
	assert_true(becomes(&told->started, 2));
	kill(told->last, SIGKILL);
	assert_true(becomes(&told->started, 3));
	/* It died young a second time: the next start waits longer than the first. */
	int64_t killed = clock_now_ms();
	kill(told->last, SIGKILL);
	assert_true(becomes(&told->started, 4));
	assert_true(clock_now_ms() - killed >= 90);
	assert_int_equal(stop_master(master), 0);
}

static void sigterm_lets_everybody_finish(void **state)
{
	(void)state;
	pid_t master = start_master();
	assert_true(becomes(&told->started, 2));
	assert_int_equal(stop_master(master), 0);
	assert_int_equal(told->finished, 2);
	assert_int_equal(told->started, 2);
}

static void sighup_starts_new_workers_and_retires_the_old(void **state)
{
	(void)state;
	pid_t master = start_master();
	assert_true(becomes(&told->started, 2));
	kill(master, SIGHUP);
	assert_true(becomes(&told->started, 5));
	assert_true(becomes(&told->finished, 2));
	/* A configuration that cannot be read changes nothing. */
	kill(master, SIGHUP);
	assert_true(becomes(&told->reloads, 2));
	usleep(300000);
	assert_int_equal(told->started, 5);
	assert_int_equal(stop_master(master), 0);
	assert_int_equal(told->finished, 5);
}

static void a_path_is_bound_for_its_group_only(void **state)
{
	(void)state;
	char path[] = "/tmp/styrbord-socket-XXXXXX";
	struct error e = {0};
	struct stat s;
	close(mkstemp(path));
	int fd = prefork_listen("pages", path, 0, &e);
	assert_true(fd >= 0);
	assert_int_equal(stat(path, &s), 0);
	assert_int_equal(s.st_mode & 0777, 0660);
	/* Served already: not taken away. Left by a dead one: taken. */
	assert_int_equal(prefork_listen("pages", path, 0, &e), -1);
	close(fd);
	fd = prefork_listen("pages", path, 0, &e);
	assert_true(fd >= 0);
	close(fd);
	unlink(path);
	assert_int_equal(prefork_listen("pages", "/nonexistent/x.sock", 0, &e), -1);
	assert_non_null(strstr(e.message, "/nonexistent/x.sock"));
}

/* As spawn-fcgi leaves it: a listening socket as descriptor 0. */
static int listen_on(int family, struct error *e)
{
	int fd = socket(family, SOCK_STREAM, 0);
	if (family == AF_INET) {
		struct sockaddr_in a = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
		assert_int_equal(bind(fd, (struct sockaddr *)&a, sizeof a), 0);
	} else {
		/* An abstract address, that nothing need be removed. */
		struct sockaddr a = {.sa_family = AF_UNIX};
		assert_int_equal(bind(fd, &a, sizeof a.sa_family), 0);
	}
	assert_int_equal(listen(fd, 5), 0);
	int kept = dup(STDIN_FILENO);
	dup2(fd, STDIN_FILENO);
	int got = prefork_listen("pages", "/nonexistent/x.sock", 1, e);
	dup2(kept, STDIN_FILENO);
	close(kept);
	close(fd);
	return got;
}

static void descriptor_zero_is_taken_when_it_is_a_unix_socket(void **state)
{
	(void)state;
	struct error e = {0};
	assert_int_equal(listen_on(AF_UNIX, &e), STDIN_FILENO);
	assert_int_equal(listen_on(AF_INET, &e), -1);
	assert_non_null(strstr(e.message, "TCP"));
}

static int set_up(void **state)
{
	(void)state;
	told = mmap(NULL, sizeof *told, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	return told == MAP_FAILED ? -1 : 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_dies_is_started_again),
		cmocka_unit_test(sigterm_lets_everybody_finish),
		cmocka_unit_test(sighup_starts_new_workers_and_retires_the_old),
		cmocka_unit_test(a_path_is_bound_for_its_group_only),
		cmocka_unit_test(descriptor_zero_is_taken_when_it_is_a_unix_socket),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
