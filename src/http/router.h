/* router.h: from a method and a path to a row of the route table. */
#ifndef HTTP_ROUTER_H
#define HTTP_ROUTER_H

#include "http/request.h"
#include "http/response.h"

/* What a row asks of the person before its handler runs. A row with none denies; public must be written. */
enum access {
	ACCESS_NONE = 0, /* denies everybody: a row that forgot to say */
	ACCESS_PUBLIC,   /* anybody, also where reading is for staff: signing in, health */
	ACCESS_READ,     /* everybody on the intranet, or signed-in staff, by `reading` */
	ACCESS_SIGNED_IN,
	ACCESS_RIGHT, /* `right`, held on the project {code}, or on the portal when the path has none */
};

/* What else a row says of itself; 0 is what most rows want and what is safe to forget. */
enum route_flags {
	ROUTE_PAST = 1,      /* takes ?at=; a GET */
	ROUTE_DIRECTORY = 2, /* may wait for the directory: workers of pages refuse it, whatever nginx thinks */
	ROUTE_NO_TOKEN = 4,  /* an unsafe method that asks for no CSRF token */
	ROUTE_FILE = 16,     /* a file may be sent */
	ROUTE_FORM = 32,     /* what is sent is a record's form, which can be shown again as it was typed (r->as_typed) */
	ROUTE_EITHER = 8,    /* `right` may be held anywhere: the record has another side, and the handler asks */
};

typedef int handler(struct request *r, struct response *out, struct error *e);

struct route {
	enum method method;
	/* "/projects/{code}/risks/{n}". {code} and {project} are codes in capitals, {n} is a number: see route_canonical().
	 */
	const char *path;
	enum access access;
	const char *right; /* a name of styrbord.role_right, for ACCESS_RIGHT */
	unsigned flags;    /* enum route_flags */
	handler *handler;
	const char *name;  /* the handler's name, for `styrbord routes` */
	const void *about; /* what the handler is about: a struct record_type (record/record.h) */
	/* The type of the subject whose {code} the path begins with: "project" for "/projects/{code}/risks"; NULL when it
	 * begins with none. */
	const char *subject;
};

/* Finds the row and fills r->captures. NULL with 404, or 405 when the path exists: *allow then lists its methods. */
const struct route *route_find(const struct route *routes, size_t n, struct request *r, const char **allow,
                               struct error *e);

/* The request's path as the portal itself writes it: codes in capitals, numbers without leading zeros. NULL when it is
 * written so, or when it names nothing that there could be. Every character of it may stand in a URL. It says nothing
 * of whether there is such a record. `route` is the request's, with r->captures. */
const char *route_canonical(const struct route *route, struct request *r);

/* One row as `styrbord routes` prints it. */
const char *route_access_text(const struct route *route, struct arena *a);
/* The rest of what is checked before the handler: "at", "form", "file", "directory", "token", with commas; "-" for
 * nothing. */
const char *route_flags_text(const struct route *route, struct arena *a);
const char *method_name(enum method m);

#endif
