/* once.h: what is asked to be done once is done once.
 *
 * A form carries `_once`, a random value that means nothing until it is used; a program may send Idempotency-Key
 * (draft-ietf-httpapi-idempotency-key-header). Both belong to the signed-in person, the method and the path, and are
 * kept for a day in the record's own transaction, with the answer (sql/repeatable/045_once.sql): a request that comes
 * again, be it after a worker died between COMMIT and answer, gets the first one's answer. A form without either that
 * comes again as it was within ten seconds is the same one, pressed twice; any other request is simply done.
 *
 * A handler that writes goes: once_begin → its statements with db_query() → *out filled → once_commit.
 */
#ifndef PORTAL_ONCE_H
#define PORTAL_ONCE_H

#include "http/request.h"
#include "http/response.h"

struct once {
	const char *kind;    /* "form", "key" or "same"; NULL: the request may be done again */
	const char *value;   /* as sent; of "same" the content */
	const char *content; /* hash of what was sent, as hexadecimal digits */
	const char
		*place; /* of the record that is saved, set by the handler before once_commit(): "/projects/DHO/risks/3" */
	const char *other; /* the place that the same `_once` was used for, with other content: somebody went back, wrote on
	                      and sent again. NULL: it was not */
	bool writing;      /* between once_begin() and its end: page_query() asks within that transaction */
	int header_count;  /* of the answer when the transaction began */
};

/* Has it been answered already? Called before the handler. 1: *out is that answer; 0: go on, r->once set (and its
 * `other` for a form); -1: the key is no key (400), or names other content (422). */
int once_look(struct request *r, struct response *out, struct error *e);

/* Begins the write transaction as the visitor. 0: go on; 1: somebody was faster with the same, *out is their answer;
 * -1: the key's first use is still under way or had other content (409). */
int once_begin(struct request *r, struct response *out, struct error *e);

/* Keeps *out as the answer and commits. -1: *out is as it was at once_begin(), but for its body. */
int once_commit(struct request *r, struct response *out, struct error *e);

/* Gives the write transaction up: nothing of it was done. */
void once_abandon(struct request *r);

/* A new value for a form's `_once`, in r->arena. */
const char *once_new(struct request *r);

#endif
