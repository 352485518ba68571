/* record_pages.h: the pages of a record that belongs to a project: form, create, change, remove, over HTML forms
 * and JSON alike. A feature declares one struct record_pages and its rows of the route table (RECORD_ROUTES);
 * the statements are its own SQL, with the parameters named below.
 */
#ifndef PORTAL_RECORD_PAGES_H
#define PORTAL_RECORD_PAGES_H

#include "http/router.h"
#include "record/record.h"

#include <json-c/json_types.h>

struct statement;

/* What two fields have to do with each other. */
enum field_rule {
	RULE_NONE,
	RULE_NOT_BEFORE, /* `second` is a day no earlier than `first` */
	RULE_NEEDS,      /* where `first` is given, `second` is given (or ticked) */
	RULE_TOGETHER,   /* both are given or neither */
};

/* What to say, beside which field, when the database refuses a value for the sake of this constraint. With a rule it is
 * said before the database is asked, together with the form's other errors. */
struct constraint_message {
	const char *constraint, *field, *message; /* message: N_("…") */
	enum field_rule rule;
	const char *first, *second;
};

struct record_pages {
	const struct record_type *type;
	const char *collection;             /* as in the path: "deliverables"; also the anchor on the project's page */
	const char *title_new, *title_edit; /* N_("…") */
	const struct statement *select;     /* $1 code, $2 n → document, version */
	const struct statement *insert;     /* $1 code, $2 values (JSON) → n, version */
	const struct statement *update;  /* $1 code, $2 n, $3 version, $4 values → n, version; no row: another version */
	const struct statement *remove;  /* $1 code, $2 n, $3 version → n; NULL: cannot be removed */
	const struct statement *suggest; /* $1 code → document, with what a new form begins; NULL: empty */
	const struct statement *choices; /* $1 code → options of reference fields, NULL */
	const struct constraint_message *constraints; /* ends with {NULL}; NULL: none */
	/* More to write in the same transaction; NULL: nothing. */
	int (*also)(struct request *r, const char *code, struct json_object *values, struct error *e);
	/* -1 with the reason when the record as it stands cannot be changed by anybody; NULL: it always can. The database
	 * refuses by itself: this is so that nobody fills in a form in vain. */
	int (*changeable)(struct json_object *current, struct error *e);
	bool own_page; /* a page of its own shows it: saving leads there */
	bool top;      /* the record is no child of a project but stands by itself: a project */
};

handler record_show, record_new, record_create, record_edit, record_change, record_remove;

/* Reads a form or a JSON body of the type, for a feature's own handlers; r->format becomes JSON with a JSON body. */
int record_read_body(struct request *r, const struct record_type *type, struct record_input *in, struct error *e);

/* Adds an error for every rule between two fields that is not kept; fields that have an error already are let be. */
void record_check_rules(const struct constraint_message *constraints, struct record_input *in);

/* A record type's rows. `right` guards every one that writes. */
#define RECORD_ROUTE(METHOD, PATH, ACCESS, RIGHT, FLAGS, HANDLER, PAGES) \
	{ \
		METHOD, "/projects/{code}/" PATH, ACCESS, RIGHT, FLAGS, HANDLER, #HANDLER, PAGES \
	}
#define RECORD_ROUTES(COLLECTION, RIGHT, PAGES) \
	RECORD_ROUTE(METHOD_GET, COLLECTION "/new", ACCESS_RIGHT, RIGHT, 0, record_new, PAGES), \
		RECORD_ROUTE(METHOD_POST, COLLECTION, ACCESS_RIGHT, RIGHT, 0, record_create, PAGES), \
		RECORD_ROUTE(METHOD_GET, COLLECTION "/{n}", ACCESS_READ, NULL, ROUTE_PAST, record_show, PAGES), \
		RECORD_ROUTE(METHOD_GET, COLLECTION "/{n}/edit", ACCESS_RIGHT, RIGHT, 0, record_edit, PAGES), \
		RECORD_ROUTE(METHOD_POST, COLLECTION "/{n}", ACCESS_RIGHT, RIGHT, 0, record_change, PAGES), \
		RECORD_ROUTE(METHOD_PATCH, COLLECTION "/{n}", ACCESS_RIGHT, RIGHT, 0, record_change, PAGES), \
		RECORD_ROUTE(METHOD_POST, COLLECTION "/{n}/remove", ACCESS_RIGHT, RIGHT, 0, record_remove, PAGES), \
		RECORD_ROUTE(METHOD_DELETE, COLLECTION "/{n}", ACCESS_RIGHT, RIGHT, 0, record_remove, PAGES)

#endif
