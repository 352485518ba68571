/* request.h: one request, checked and taken apart.
 *
 * http/ fills everything above the line; portal/front.c adds who asks. All texts live in `arena` (or
 * in the FastCGI parameters, which live as long). Everything a person sent is UTF-8, and clean
 * (base/text.h) but for the values of query and form.
 */
#ifndef HTTP_REQUEST_H
#define HTTP_REQUEST_H

#include "base/arena.h"
#include "base/error.h"
#include "base/pair.h"

#include <json-c/json_types.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum method { METHOD_GET = 1, METHOD_POST = 2, METHOD_PATCH = 4, METHOD_DELETE = 8, METHOD_OTHER = 16 };
enum format { FORMAT_HTML, FORMAT_JSON };
enum { CAPTURES_MAX = 4 };

/* As nginx sent it (RFC 3875 names). A field is NULL when absent. */
struct raw_request {
	const char *method, *uri, *content_type, *id, *remote_address;
	const char *accept, *accept_language, *cookie, *if_match, *if_none_match, *fetch_site, *csrf_token;
	const char *idempotency_key, *error_status;
	const char *body;
	size_t body_length;
};

struct request {
	struct arena *arena;
	struct arena *secrets; /* wiped: passwords and tokens */
	const char *id;        /* shown on error pages, logged */
	enum method method;
	bool head;                /* a HEAD is a GET whose body is not sent */
	const char *path;         /* decoded, below the mount point, without .json: "/projects/DHO" */
	const char *query_string; /* as sent, "" when there is none */
	enum format format;
	bool suffix;           /* the path as sent ended in .json, whatever Accept says */
	bool json_body;        /* the body is application/json, in `body` */
	const char *multipart; /* the body is multipart/form-data, which portal/front.c takes apart where a file may be
	                          sent: its Content-Type; NULL: it is not */
	const char *body;
	size_t body_length;
	struct form_pair *query, *form;
	size_t query_count, form_count;
	struct form_pair captures[CAPTURES_MAX];
	int capture_count;
	const char *remote_address, *accept_language, *cookie, *if_match, *if_none_match, *fetch_site, *csrf_token;
	const char *idempotency_key;
	int error_status; /* nginx asks for the page of this status (413, 431 …); 0 usually */
	int64_t deadline;
	/* ---- portal/front.c ---- */
	const struct site *site;
	const struct route *route;
	const struct language *language;
	struct visitor *visitor;       /* who asks; never NULL in a handler */
	struct once *once;             /* what says that this is to be done once; NULL: nothing (portal/once.h) */
	bool shows_form;               /* the page holds a form to be filled in, whose id is "record-form" */
	struct json_object *conflicts; /* of a 412: what both have changed (record_attempt.h); NULL: not known */
	struct json_object *leads;     /* of an error: where to go, [{"lead_path", "text"}]; NULL: nowhere */
	/* Of a form that could not be saved now: it is shown again as it was typed, with this sentence; nothing is written.
	 * NULL: it is saved. */
	const char *as_typed;
	const char *late_path; /* set by signing in: where the form goes that somebody's session ended over; its fields are
	                          in `form` (portal/late.h) */
	const char *at;        /* RFC 3339 moment of `?at=`, "" for now */
	const char *at_date;   /* the day that was asked for, YYYY-MM-DD; "" for now */
};

/* Reads a raw request whose mount point is `base`. 0, or -1 with 400, 413, 414 or 415; r->format, r->id and
 * r->accept_language are usable even then, so that the error can be answered. `arena`, `secrets`
 * and `deadline` are set by the caller. */
int request_read(struct request *r, const struct raw_request *raw, const char *base, struct error *e);

/* The value of {name} in the route's path; never NULL for a name that the route has. */
const char *request_capture(const struct request *r, const char *name);

/* First value in the query or the form; NULL if absent. */
const char *request_query(const struct request *r, const char *name);
const char *request_form(const struct request *r, const char *name);

/* The value of a cookie, NULL if absent (RFC 6265, 4.2). */
const char *request_cookie(const struct request *r, const char *name);

/* Does the Accept header prefer JSON to HTML (RFC 9110, 12.5.1)? */
bool request_prefers_json(const char *accept);

#endif
