/* A worker and its peers, spoken to over its socket: whoever dawdles is let go, and what one request leaves does not
 * meet the next. */
#include "base/clock.h"
#include "http/fastcgi.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { TIMEOUT_MS = 10000, RECORD_MAX = 65535, LARGE = 4 * 1024 * 1024 };
enum { BEGIN = 1, END = 3, PARAMS = 4, STDIN = 5 };
enum { RESPONDER = 1, AUTHORIZER = 2 };

static struct sockaddr_un address = {.sun_family = AF_UNIX};
static pid_t worker;

/* Says how much of the request's time is left and how much memory lies ready; "/large" fills it. */
static void serve(void *context, struct request *r, const struct raw_request *raw, struct response *out)
{
	(void)context;
	out->status = 200;
	out->content_type = "text/plain";
	if (raw->uri && !strcmp(raw->uri, "/large"))
		for (int i = 0; i < LARGE; i++)
			buf_addc(&out->body, 'x');
	else
		buf_printf(&out->body, "left=%d ready=%zu.", clock_left_ms(r->deadline), out->body.cap);
}

static int start_worker(void **state)
{
	(void)state;
	snprintf(address.sun_path, sizeof address.sun_path, "/tmp/styrbord-fastcgi-%d", (int)getpid());
	unlink(address.sun_path);
	int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
	if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 50))
		return -1;
	worker = fork();
	if (worker == 0) {
		struct fastcgi_options options = {.socket = listener, .body_max = 1000, .timeout_ms = TIMEOUT_MS};
		_exit(fastcgi_serve(&options, serve, NULL) ? 1 : 0);
	}
	close(listener);
	return worker < 0 ? -1 : 0;
}

static int end_worker(void **state)
{
	(void)state;
	kill(worker, SIGKILL);
	waitpid(worker, NULL, 0);
	unlink(address.sun_path);
	return 0;
}

static int peer(void)
{
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	struct timeval limit = {.tv_sec = 20};
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
	assert_int_equal(connect(fd, (struct sockaddr *)&address, sizeof address), 0);
	return fd;
}

struct message {
	char bytes[4096];
	size_t length;
};

static void add_record(struct message *m, int type, const char *content, size_t n)
{
	const unsigned char head[8] = {1, (unsigned char)type, 0, 1, (unsigned char)(n >> 8), (unsigned char)n};
	assert_true(m->length + sizeof head + n <= sizeof m->bytes);
	memcpy(m->bytes + m->length, head, sizeof head);
	if (n)
		memcpy(m->bytes + m->length + sizeof head, content, n);
	m->length += sizeof head + n;
}

/* GET uri, as nginx sends it. */
static struct message request_for(const char *uri, int role)
{
	struct message m = {.length = 0};
	const char begin[8] = {0, (char)role};
	char parameters[200];
	int n = snprintf(parameters, sizeof parameters, "%c%cREQUEST_METHODGET%c%cREQUEST_URI%s", 14, 3, 11,
	                 (int)strlen(uri), uri);
	add_record(&m, BEGIN, begin, sizeof begin);
	add_record(&m, PARAMS, parameters, (size_t)n);
	add_record(&m, PARAMS, NULL, 0);
	add_record(&m, STDIN, NULL, 0);
	return m;
}

/* All that comes until the worker closes: how many bytes, of which the first `size` - 1 are in `into`. */
static size_t receive(int fd, char *into, size_t size)
{
	static char rest[RECORD_MAX];
	size_t total = 0;
	for (ssize_t n; (n = recv(fd, rest, sizeof rest, 0)) > 0; total += (size_t)n)
		if (total + 1 < size)
			memcpy(into + total, rest, (size_t)n < size - 1 - total ? (size_t)n : size - 1 - total);
	close(fd);
	return total;
}

/* The text that serve() wrote, found among the records. */
static const char *ask(const char *uri)
{
	static char got[2000];
	int fd = peer();
	struct message m = request_for(uri, RESPONDER);
	memset(got, 0, sizeof got);
	assert_int_equal(send(fd, m.bytes, m.length, MSG_NOSIGNAL), m.length);
	size_t n = receive(fd, got, sizeof got);
	for (size_t i = 0; i < sizeof got - 1 && i < n; i++)
		if (!got[i])
			got[i] = ' ';
	return got;
}

static int number_after(const char *text, const char *name)
{
	const char *at = strstr(text, name);
	assert_non_null(at);
	return (int)strtol(at + strlen(name), NULL, 10);
}

static void who_dawdles_is_let_go(const char *bytes, size_t n)
{
	int fd = peer();
	if (n)
		assert_int_equal(send(fd, bytes, n, MSG_NOSIGNAL), n);
	usleep(50000); /* the worker has taken the connection */
	int64_t asked = clock_now_ms();
	assert_int_equal(number_after(ask("/"), "Status: "), 200);
	assert_in_range(clock_now_ms() - asked, 1000, 3500);
	close(fd);
}

static void a_silent_peer_is_let_go(void **state)
{
	(void)state;
	who_dawdles_is_let_go("", 0);
}

static void a_peer_with_half_a_header_is_let_go(void **state)
{
	(void)state;
	struct message m = request_for("/", RESPONDER);
	who_dawdles_is_let_go(m.bytes, 20);
}

/* Each byte comes in time; all of them do not. */
static void a_dripping_peer_is_let_go(void **state)
{
	(void)state;
	struct message m = request_for("/", RESPONDER);
	int fd = peer();
	int64_t began = clock_now_ms();
	size_t sent = 0;
	while (sent < m.length && send(fd, m.bytes + sent, 1, MSG_NOSIGNAL) == 1) {
		sent++;
		usleep(100000);
	}
	assert_true(sent < m.length);
	assert_in_range(clock_now_ms() - began, 1000, 3500);
	close(fd);
	assert_int_equal(number_after(ask("/"), "Status: "), 200);
}

static void the_time_of_a_request_begins_with_its_parameters(void **state)
{
	(void)state;
	static char got[2000];
	struct message m = request_for("/", RESPONDER);
	int fd = peer();
	assert_int_equal(send(fd, m.bytes, 20, MSG_NOSIGNAL), 20);
	usleep(1200000);
	assert_int_equal(send(fd, m.bytes + 20, m.length - 20, MSG_NOSIGNAL), m.length - 20);
	size_t n = receive(fd, got, sizeof got);
	for (size_t i = 0; i < n && i < sizeof got - 1; i++)
		if (!got[i])
			got[i] = ' ';
	assert_in_range(number_after(got, "left="), TIMEOUT_MS - 500, TIMEOUT_MS);
}

static void another_role_is_refused(void **state)
{
	(void)state;
	char got[100];
	struct message m = request_for("/", AUTHORIZER);
	int fd = peer();
	assert_int_equal(send(fd, m.bytes, m.length, MSG_NOSIGNAL), m.length);
	assert_int_equal(receive(fd, got, sizeof got), 16);
	assert_int_equal(got[1], END);
	assert_int_equal(got[12], 3); /* FCGI_UNKNOWN_ROLE */
	assert_int_equal(number_after(ask("/"), "Status: "), 200);
}

static void a_large_answer_leaves_no_memory_behind(void **state)
{
	(void)state;
	char got[100];
	struct message m = request_for("/large", RESPONDER);
	int fd = peer();
	assert_int_equal(send(fd, m.bytes, m.length, MSG_NOSIGNAL), m.length);
	assert_true(receive(fd, got, sizeof got) > LARGE);
	assert_in_range(number_after(ask("/"), "ready="), 0, LARGE / 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_silent_peer_is_let_go, start_worker, end_worker),
		cmocka_unit_test_setup_teardown(a_peer_with_half_a_header_is_let_go, start_worker, end_worker),
		cmocka_unit_test_setup_teardown(a_dripping_peer_is_let_go, start_worker, end_worker),
		cmocka_unit_test_setup_teardown(the_time_of_a_request_begins_with_its_parameters, start_worker, end_worker),
		cmocka_unit_test_setup_teardown(another_role_is_refused, start_worker, end_worker),
		cmocka_unit_test_setup_teardown(a_large_answer_leaves_no_memory_behind, start_worker, end_worker),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
