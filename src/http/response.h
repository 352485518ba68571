/* response.h: one response, sent whole, so that an error can still become a clean error page. */
#ifndef HTTP_RESPONSE_H
#define HTTP_RESPONSE_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdbool.h>

enum { HEADERS_MAX = 24 };

struct response {
	int status;
	const char *version;      /* of the record that the body shows, for its ETag; NULL: none */
	const char *content_type; /* NULL: no body */
	struct {
		const char *name, *value;
	} headers[HEADERS_MAX];
	int header_count;
	struct buf body; /* the worker's, emptied for every request */
};

/* Both texts must live as long as the request; `value` must hold no line break (it is then dropped). */
void response_header(struct response *out, const char *name, const char *value);

/* 303 See Other to a place below the mount point; `path` starts with '/'. */
void response_see_other(struct response *out, struct arena *a, const char *base, const char *path);

/* 308 Permanent Redirect (RFC 9110, 15.4.9) to the same resource's own address, whatever the method: unlike 301 it lets
 * no client turn a POST into a GET. `path` may have a query. */
void response_moved(struct response *out, struct arena *a, const char *base, const char *path);

/* The value of a header that was set, NULL if it was not; of several the last. */
const char *response_header_value(const struct response *out, const char *name);

/* Sets a cookie for the whole portal: HttpOnly, SameSite=Lax, Secure when `secure`. max_age < 0: until the
 * browser closes; 0: removes it. */
void response_cookie(struct response *out, struct arena *a, const char *base, bool secure, const char *name,
                     const char *value, long max_age);

/* "Not Found" and its like. */
const char *response_reason(int status);

#endif
