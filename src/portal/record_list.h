/* record_list.h: a collection that was asked for, and its page. Internal to the record pages. */
#ifndef PORTAL_RECORD_LIST_H
#define PORTAL_RECORD_LIST_H

#include "portal/record_attempt.h"
#include "record/record_list_sql.h"

struct listing {
	struct attempt t; /* of the list: whose records, and below what */
	const struct record_list *list;
	struct record_type filter; /* the list's, with labels in the reader's language */
	struct record_input in;    /* what the address asks */
	const char **values;       /* the same as texts, beside filter.fields; "": not asked */
	struct list_question q;
	struct json_object *left_out;
	struct json_object *document;
};

/* The page's document: `document` with what a form and a table need. */
struct json_object *listing_page(struct request *r, struct listing *l);

#endif
