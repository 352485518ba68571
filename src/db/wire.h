/* wire.h: waiting on libpq with a deadline; shared by db.c and migrate.c. */
#ifndef DB_WIRE_H
#define DB_WIRE_H

#include "base/error.h"

#include <libpq-fe.h>
#include <stdint.h>

enum { DB_CONNECT_MS = 3000 };

/* A connection that is up, or NULL with 503. Never waits longer than DB_CONNECT_MS or the deadline. `options` are
 * the server's ("-c TimeZone=Europe/Oslo"), or "". */
PGconn *wire_connect(const char *conninfo, const char *options, int64_t deadline, struct error *e);

/* Sends what is queued and waits until a result can be taken without blocking. 0, or -1 when the
 * deadline passed or the connection broke. */
int wire_wait(PGconn *conn, int64_t deadline);

#endif
