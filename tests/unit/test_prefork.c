/* The master: it starts its workers, starts again what dies, reads again on SIGHUP, and drains on SIGTERM, also when
 * fork() fails; and the sockets that it takes and refuses. */
#include "base/clock.h"
#include "http/prefork.h"

#include <dlfcn.h>
#include <errno.h>
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
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

/* What the workers tell the test, in memory that all of them share. */
static struct told {
	volatile int started, finished, reloads, forks_failed;
	volatile int forks_allowed; /* this many succeed, then `forks_to_fail` fail */
	volatile int forks_to_fail;
	volatile pid_t last;
} * told;

enum { DRAIN_MS = 1500 };

/* The master under test; what is left of it when a test ends is ended by the teardown. */
static pid_t master;

static pid_t master_itself; /* set in the master alone */

/* In place of the C library's: fails as it does at TasksMax, RLIMIT_NPROC or without memory. */
pid_t fork(void)
{
	pid_t (*real)(void) = (pid_t(*)(void))(intptr_t)dlsym(RTLD_NEXT, "fork");
	if (getpid() == master_itself && told->forks_allowed-- <= 0 && told->forks_to_fail > 0) {
		told->forks_to_fail--;
		told->forks_failed++;
		errno = EAGAIN;
		return -1;
	}
	return real();
}

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

/* A worker that nothing but SIGKILL ends. */
static int hang(void *context, int socket)
{
	(void)context, (void)socket;
	signal(SIGTERM, SIG_IGN);
	told->last = getpid();
	__atomic_add_fetch(&told->started, 1, __ATOMIC_SEQ_CST);
	for (;;)
		pause();
	return 0;
}

/* With two groups of one worker each; the first `allowed` forks of the master succeed, the next `failing` do not. */
static void start_master(int (*run)(void *context, int socket), int allowed, int failing)
{
	memset(told, 0, sizeof *told);
	told->forks_allowed = allowed;
	told->forks_to_fail = failing;
	master = fork();
	if (master == 0) {
		master_itself = getpid();
		setpgid(0, 0);
		struct prefork p = {.groups = {{"pages", 1, run, -1}, {"refresh", 1, run, -1}},
		                    .group_count = 2,
		                    .reload = reload,
		                    .drain_ms = DRAIN_MS};
		_exit(prefork_run(&p) ? 1 : 0);
	}
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

/* Its status as waitpid(2) gives it; -1: it did not end in time. */
static int stop_master(void)
{
	int status = -1;
	kill(master, SIGTERM);
	for (int64_t end = clock_now_ms() + 2 * DRAIN_MS; clock_left_ms(end); usleep(5000)) {
		if (waitpid(master, &status, WNOHANG) == master) {
			master = 0;
			return status;
		}
	}
	return -1;
}

/* A failed assertion must not leave a master behind, whose workers would keep the suite's pipe open. They go with it.
 */
static int end_master(void **state)
{
	(void)state;
	if (master > 0) {
		kill(-master, SIGKILL);
		waitpid(master, NULL, 0);
	}
	master = 0;
	return 0;
}

static void what_dies_is_started_again(void **state)
{
	(void)state;
	start_master(work, 99, 0);
	assert_true(becomes(&told->started, 2));
	kill(told->last, SIGKILL);
	assert_true(becomes(&told->started, 3));
	/* It died young a second time: the next start waits longer than the first. */
	int64_t killed = clock_now_ms();
	kill(told->last, SIGKILL);
	assert_true(becomes(&told->started, 4));
	assert_true(clock_now_ms() - killed >= 90);
	assert_int_equal(stop_master(), 0);
}

static void sigterm_lets_everybody_finish(void **state)
{
	(void)state;
	start_master(work, 99, 0);
	assert_true(becomes(&told->started, 2));
	assert_int_equal(stop_master(), 0);
	assert_int_equal(told->finished, 2);
	assert_int_equal(told->started, 2);
}

static void sighup_starts_new_workers_and_retires_the_old(void **state)
{
	(void)state;
	start_master(work, 99, 0);
	assert_true(becomes(&told->started, 2));
	kill(master, SIGHUP);
	assert_true(becomes(&told->started, 6));
	assert_true(becomes(&told->finished, 2));
	/* A configuration that cannot be read changes nothing. */
	kill(master, SIGHUP);
	assert_true(becomes(&told->reloads, 2));
	usleep(300000);
	assert_int_equal(told->started, 6);
	assert_int_equal(stop_master(), 0);
	assert_int_equal(told->finished, 6);
}

static void a_failed_fork_is_tried_again(void **state)
{
	(void)state;
	/* the second worker's start fails three times */
	start_master(work, 1, 3);
	assert_true(becomes(&told->started, 2));
	assert_int_equal(told->forks_failed, 3);
	assert_int_equal(stop_master(), 0);
	assert_int_equal(told->finished, 2);
}

static void a_master_that_cannot_fork_waits_and_stays(void **state)
{
	(void)state;
	/* a worker dies, and no other can be started: the one left goes on, and so does the master */
	start_master(work, 2, 1000);
	assert_true(becomes(&told->started, 2));
	kill(told->last, SIGKILL);
	usleep(1500000);
	assert_int_equal(waitpid(master, NULL, WNOHANG), 0);
	/* 100, 200, 400, 800 ms: later and later, however many workers are missing */
	assert_in_range(told->forks_failed, 2, 6);
	assert_int_equal(stop_master(), 0);
	assert_int_equal(told->finished, 1);
}

static void a_retired_worker_that_hangs_is_ended(void **state)
{
	(void)state;
	start_master(hang, 99, 0);
	assert_true(becomes(&told->started, 2));
	pid_t retired = told->last;
	kill(master, SIGHUP);
	assert_true(becomes(&told->started, 6)); /* three and one are new */
	int64_t end = clock_now_ms() + DRAIN_MS + 1000;
	while (kill(retired, 0) == 0 && clock_left_ms(end))
		usleep(10000);
	assert_int_equal(kill(retired, 0), -1);
	/* and all that hang are ended when the master is */
	int64_t asked = clock_now_ms();
	assert_int_equal(stop_master(), 0);
	assert_in_range(clock_now_ms() - asked, DRAIN_MS - 100, DRAIN_MS + 1000);
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

/* A portal that hangs takes no connection, and a blocking connect() would wait for it for ever. */
static void a_socket_whose_queue_is_full_is_served_by_somebody(void **state)
{
	(void)state;
	struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "/tmp/styrbord-socket-XXXXXX"};
	struct error e = {0};
	close(mkstemp(address.sun_path));
	unlink(address.sun_path);
	int listener = socket(AF_UNIX, SOCK_STREAM, 0), clients[4];
	assert_int_equal(bind(listener, (struct sockaddr *)&address, sizeof address), 0);
	assert_int_equal(listen(listener, 0), 0);
	for (int i = 0; i < 4; i++) {
		clients[i] = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
		connect(clients[i], (struct sockaddr *)&address, sizeof address);
	}
	alarm(5);
	assert_int_equal(prefork_listen("pages", address.sun_path, 0, &e), -1);
	alarm(0);
	assert_non_null(strstr(e.message, "already"));
	for (int i = 0; i < 4; i++)
		close(clients[i]);
	close(listener);
	unlink(address.sun_path);
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

#define WITH_MASTER(TEST) cmocka_unit_test_teardown(TEST, end_master)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_MASTER(what_dies_is_started_again),
		WITH_MASTER(sigterm_lets_everybody_finish),
		WITH_MASTER(sighup_starts_new_workers_and_retires_the_old),
		WITH_MASTER(a_failed_fork_is_tried_again),
		WITH_MASTER(a_master_that_cannot_fork_waits_and_stays),
		WITH_MASTER(a_retired_worker_that_hangs_is_ended),
		cmocka_unit_test(a_path_is_bound_for_its_group_only),
		cmocka_unit_test(a_socket_whose_queue_is_full_is_served_by_somebody),
		cmocka_unit_test(descriptor_zero_is_taken_when_it_is_a_unix_socket),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
