#include "db/wire.h"

#include "base/clock.h"
#include "base/text.h"

#include <poll.h>

static int wait_for(PGconn *conn, short events, int64_t deadline)
{
	struct pollfd p = {.fd = PQsocket(conn), .events = events};
	if (p.fd < 0)
		return -1;
	for (;;) {
		int left = clock_left_ms(deadline);
		if (!left)
			return -1;
		int n = poll(&p, 1, left);
		if (n > 0)
			return 0;
		/* A signal (drain, reload) does not end a request: wait again for what is left. */
	}
}

static int finish_connecting(PGconn *conn, int64_t deadline)
{
	for (;;) {
		switch (PQconnectPoll(conn)) {
		case PGRES_POLLING_OK:
			return 0;
		case PGRES_POLLING_READING:
			if (wait_for(conn, POLLIN, deadline))
				return -1;
			break;
		case PGRES_POLLING_WRITING:
			if (wait_for(conn, POLLOUT, deadline))
				return -1;
			break;
		default:
			return -1;
		}
	}
}

PGconn *wire_connect(const char *conninfo, const char *options, int64_t deadline, struct error *e)
{
	/* Keepalives and tcp_user_timeout: else an acknowledged query on a dead host is waited for forever. */
	const char *const keys[] = {"dbname",
	                            "application_name",
	                            "keepalives_idle",
	                            "keepalives_interval",
	                            "keepalives_count",
	                            "tcp_user_timeout",
	                            "client_encoding",
	                            "options",
	                            NULL};
	const char *const values[] = {conninfo, "styrbord", "30", "10", "3", "20000", "UTF8", options, NULL};
	int64_t soon = clock_now_ms() + DB_CONNECT_MS;
	PGconn *conn = PQconnectStartParams(keys, values, 1);
	if (conn && PQstatus(conn) != CONNECTION_BAD && finish_connecting(conn, soon < deadline ? soon : deadline) == 0 &&
	    PQsetnonblocking(conn, 1) == 0)
		return conn;
	error_set(e, 503, "%s", _("The portal's database does not answer just now. Try again in a moment."));
	error_detail(e, "database: %s", conn ? PQerrorMessage(conn) : "out of memory");
	if (e)
		e->retry_after = 5;
	PQfinish(conn);
	return NULL;
}

int wire_wait(PGconn *conn, int64_t deadline)
{
	for (;;) {
		int unsent = PQflush(conn);
		if (unsent < 0)
			return -1;
		if (!unsent && !PQisBusy(conn))
			return 0;
		if (wait_for(conn, unsent ? POLLIN | POLLOUT : POLLIN, deadline) || !PQconsumeInput(conn))
			return -1;
	}
}
