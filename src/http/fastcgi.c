#include "http/fastcgi.h"

#include "base/clock.h"
#include "base/log.h"
#include "http/limits.h"

#include <errno.h>
#include <fastcgi.h>
#include <fcgiapp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

enum {
	GRACE_S = 5,                  /* beyond the deadline, for sending */
	PARAMETERS_S = 2,             /* for what nginx, which has the whole request, sends at once */
	LOOK_AGAIN_MS = 1000,         /* for a connection whose worker fell before it took it */
	BODY_KEPT_BYTES = 512 * 1024, /* of memory for answers between requests; more was for one of an unusual size */
};

static volatile sig_atomic_t stopping;
static volatile sig_atomic_t serving = -1; /* the connection under way */
static volatile sig_atomic_t cut;          /* it took too long */

static void stop(int signal_number)
{
	(void)signal_number;
	stopping = 1;
}

/* The receive timeout bounds each read, not their sum: a peer that drips bytes is cut off here. */
static void too_long(int signal_number)
{
	(void)signal_number;
	cut = 1;
	if (serving >= 0)
		shutdown(serving, SHUT_RDWR);
}

/* SIGTERM is let in only while the worker waits for work, so it never cuts a read of a body short.
 * libfcgi takes SIGTERM for itself, so this comes after its initialisation. */
static void install_signals(sigset_t *while_waiting)
{
	struct sigaction action = {.sa_handler = stop};
	sigset_t blocked;
	sigemptyset(&action.sa_mask);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	action.sa_handler = too_long;
	action.sa_flags = SA_RESTART;
	sigaction(SIGALRM, &action, NULL);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	signal(SIGUSR1, SIG_DFL);
	sigemptyset(&blocked);
	sigaddset(&blocked, SIGTERM);
	sigaddset(&blocked, SIGINT);
	sigprocmask(SIG_SETMASK, &blocked, NULL);
	sigemptyset(while_waiting);
}

/* Of the workers that wait, one is woken for a connection, the first that began to (epoll(7), EPOLLEXCLUSIVE), not the
 * one that has waited longest, as accept(2) would have it, nor all, as poll(2): with as many workers busy as there are
 * requests, PostgreSQL's processes behind them keep their plans in the processor's cache. Eight in turn on two cores
 * took twice the time for a page at a date. -1: failure. */
static int wait_in_order(int listener)
{
	int waiting = epoll_create1(EPOLL_CLOEXEC);
	struct epoll_event e = {.events = EPOLLIN | EPOLLEXCLUSIVE};
	if (waiting < 0 || !epoll_ctl(waiting, EPOLL_CTL_ADD, listener, &e))
		return waiting;
	close(waiting);
	return -1;
}

/* The next connection, or -1 when there is none yet (a signal, or another worker was faster). */
static int accept_next(int waiting, int listener, const sigset_t *while_waiting, int timeout_ms)
{
	struct epoll_event e;
	if (epoll_pwait(waiting, &e, 1, LOOK_AGAIN_MS, while_waiting) < 0)
		return -1;
	int fd = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
	if (fd < 0)
		return -1;
	struct timeval limit = {.tv_sec = timeout_ms / 1000, .tv_usec = timeout_ms % 1000 * 1000};
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
	return fd;
}

static void read_parameters(const FCGX_Request *f, struct raw_request *raw)
{
	const struct {
		const char *name;
		const char **into;
	} wanted[] = {
		{"REQUEST_METHOD", &raw->method},
		{"REQUEST_URI", &raw->uri},
		{"CONTENT_TYPE", &raw->content_type},
		{"REQUEST_ID", &raw->id},
		{"REMOTE_ADDR", &raw->remote_address},
		{"HTTP_ACCEPT", &raw->accept},
		{"HTTP_ACCEPT_LANGUAGE", &raw->accept_language},
		{"HTTP_COOKIE", &raw->cookie},
		{"HTTP_IF_MATCH", &raw->if_match},
		{"HTTP_IF_NONE_MATCH", &raw->if_none_match},
		{"HTTP_SEC_FETCH_SITE", &raw->fetch_site},
		{"HTTP_X_CSRF_TOKEN", &raw->csrf_token},
		{"ERROR_STATUS", &raw->error_status},
		{"HTTP_IDEMPOTENCY_KEY", &raw->idempotency_key},
	};
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		const char *value = FCGX_GetParam(wanted[i].name, f->envp);
		*wanted[i].into = value && value[0] ? value : NULL;
	}
}

/* libfcgi calls a truncated body complete: what was read is compared with CONTENT_LENGTH, always. */
static void read_body(FCGX_Request *f, size_t body_max, struct arena *a, struct raw_request *raw)
{
	const char *given = FCGX_GetParam("CONTENT_LENGTH", f->envp);
	char *end;
	if (!given || !given[0])
		return;
	errno = 0;
	unsigned long length = strtoul(given, &end, 10);
	if (errno || *end || length > body_max) {
		raw->error_status = "413";
		return;
	}
	char *body = arena_alloc(a, length + 1);
	size_t have = 0;
	while (have < length) {
		int n = FCGX_GetStr(body + have, (int)(length - have), f->in);
		if (n <= 0)
			break;
		have += (size_t)n;
	}
	if (have != length)
		raw->error_status = "400";
	raw->body = body;
	raw->body_length = have;
}

static void send_response(FCGX_Request *f, const struct request *r, struct response *out)
{
	struct buf head;
	buf_init(&head, 64 * 1024);
	buf_printf(&head, "Status: %d %s\r\n", out->status, response_reason(out->status));
	if (out->content_type)
		buf_printf(&head, "Content-Type: %s\r\nContent-Length: %zu\r\n", out->content_type, out->body.len);
	for (int i = 0; i < out->header_count; i++)
		buf_printf(&head, "%s: %s\r\n", out->headers[i].name, out->headers[i].value);
	buf_adds(&head, "\r\n");
	FCGX_PutStr(buf_text(&head), (int)head.len, f->out);
	if (out->content_type && !r->head)
		FCGX_PutStr(buf_text(&out->body), (int)out->body.len, f->out);
	buf_free(&head);
}

/* Everything of one request that outlives it, emptied after each. */
struct worker {
	struct arena *arena, *secrets;
	struct response response;
};

/* The portal answers requests; it neither authorises nor filters for a web server. FCGI_END_REQUEST with
 * FCGI_UNKNOWN_ROLE (FastCGI 1.0, 5.5), which libfcgi does not send. */
static void refuse_role(int fd, int id)
{
	const unsigned char end[] = {1, 3, (unsigned char)(id >> 8), (unsigned char)id, 0, 8, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0};
	log_warning("a peer on the FastCGI socket asked for a role other than FCGI_RESPONDER; it was refused");
	send(fd, end, sizeof end, MSG_NOSIGNAL);
}

/* Takes a request from the connection, its parameters within PARAMETERS_S however they drip. False: there was none, and
 * the connection is closed. */
static bool take_request(FCGX_Request *f, int fd)
{
	/* No listening socket: when the peer sends nonsense, libfcgi must not wait for another connection itself. */
	if (FCGX_InitRequest(f, -1, 0)) {
		close(fd);
		return false;
	}
	f->ipcFd = fd;
	f->keepConnection = 1;
	cut = 0;
	alarm(PARAMETERS_S);
	bool taken = FCGX_Accept_r(f) == 0;
	alarm(0);
	if (cut)
		log_warning("a peer on the FastCGI socket sent no whole request within %d s; it was cut off", PARAMETERS_S);
	if (taken && f->role != FCGI_RESPONDER) {
		refuse_role(fd, f->requestId);
		taken = false;
	}
	f->keepConnection = 0;
	if (!taken || cut)
		FCGX_Free(f, 1);
	return taken && !cut;
}

/* The request's time begins when the worker knows what is asked. */
static void answer(struct worker *w, int fd, const struct fastcgi_options *options, serve_request *serve, void *context)
{
	FCGX_Request f;
	struct raw_request raw = {0};
	if (!take_request(&f, fd))
		return;
	struct request r = {.arena = w->arena, .secrets = w->secrets, .deadline = clock_now_ms() + options->timeout_ms};
	alarm((unsigned)options->timeout_ms / 1000 + GRACE_S);
	read_parameters(&f, &raw);
	read_body(&f, options->body_max, w->secrets, &raw);
	w->response = (struct response){.body = w->response.body};
	serve(context, &r, &raw, &w->response);
	send_response(&f, &r, &w->response);
	FCGX_Finish_r(&f);
	alarm(0);
	if (w->response.body.cap > BODY_KEPT_BYTES)
		buf_free(&w->response.body);
	buf_reset(&w->response.body);
	arena_reset(w->secrets);
	arena_reset(w->arena);
}

/* While connections keep waiting epoll_pwait() never sleeps, and a signal that only its mask lets in is not delivered.
 */
static bool told_to_stop(void)
{
	sigset_t pending;
	sigemptyset(&pending);
	sigpending(&pending);
	return stopping || sigismember(&pending, SIGTERM) == 1 || sigismember(&pending, SIGINT) == 1;
}

int fastcgi_serve(const struct fastcgi_options *options, serve_request *serve, void *context)
{
	sigset_t while_waiting;
	struct worker w = {.arena = arena_new(), .secrets = arena_new_wiped()};
	if (FCGX_Init()) {
		log_error("libfcgi does not initialise");
		return -1;
	}
	int waiting = wait_in_order(options->socket);
	if (waiting < 0) {
		log_error("a worker cannot wait for connections: %s", strerror(errno));
		return -1;
	}
	install_signals(&while_waiting);
	buf_init(&w.response.body, RESPONSE_MAX_BYTES);
	while (!told_to_stop()) {
		int fd = accept_next(waiting, options->socket, &while_waiting, options->timeout_ms);
		if (fd < 0)
			continue;
		serving = fd;
		answer(&w, fd, options, serve, context);
		serving = -1;
	}
	close(waiting);
	buf_free(&w.response.body);
	arena_free(w.secrets);
	arena_free(w.arena);
	return 0;
}
