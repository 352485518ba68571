/* fastcgi.h: a worker's loop. Only this file's implementation includes libfcgi.
 *
 * libfcgi has no read timeout, so the worker accepts by itself, bounds every read and write of the
 * connection, and only then hands the descriptor over. A peer has 2 s for the request's parameters, which nginx sends
 * at once; then the request's own time begins. A role other than FCGI_RESPONDER is refused. One request a connection
 * (no FCGI_KEEP_CONN: it ties a worker to nginx's connection and stalls clients when connections outnumber workers).
 */
#ifndef HTTP_FASTCGI_H
#define HTTP_FASTCGI_H

#include "http/request.h"
#include "http/response.h"

struct fastcgi_options {
	int socket;      /* listening, non-blocking, AF_UNIX */
	size_t body_max; /* a larger body is answered 413 */
	int timeout_ms;  /* of the whole request, from its last parameter on */
};

/* Answers one request; whatever happens, *out is something to send. `r` comes with arena, secrets and deadline set. */
typedef void serve_request(void *context, struct request *r, const struct raw_request *raw, struct response *out);

/* Serves until SIGTERM; the request under way is answered first. Returns 0. */
int fastcgi_serve(const struct fastcgi_options *options, serve_request *serve, void *context);

#endif
