/* session.h: who asks. A session is a random token in a cookie, of which the database keeps only the hash.
 *
 * The cookie is HttpOnly, SameSite=Lax and, but on plain loopback, Secure with the `__Secure-` prefix. A session
 * ends after idle time, after its absolute time, at sign-out, or when the directory no longer vouches for the
 * person (refresh.h); signing in always makes a new token.
 */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include "base/config.h"
#include "db/db.h"
#include "http/request.h"
#include "http/response.h"

struct directory_person;

struct visitor {
	bool signed_in;
	bool reads;         /* may read at all: everybody, or staff, by configuration */
	const char *person; /* id as decimal text, "" */
	const char *account, *name, *title;
	const char *grants; /* JSON text, "" when there are none */
	const char *csrf;   /* what an unsafe request must carry; "" when there is no cookie yet */
};

/* Fills *v from the request's cookie; an unknown or ended session is nobody. -1: the database is away. */
int session_find(struct request *r, struct db *db, const struct config *c, struct visitor *v, struct error *e);

/* Starts a session for somebody who has just signed in, and sets the cookie. */
int session_start(struct request *r, struct db *db, const struct config *c, const struct directory_person *person,
                  const char *grants, struct response *out, struct error *e);

/* Ends it and removes the cookie. */
int session_end(struct request *r, struct db *db, const struct config *c, struct response *out, struct error *e);

/* Who has not signed in needs a secret too, for the sign-in form: sets the cookie if there is none, fills v->csrf. */
void session_form_cookie(struct request *r, const struct config *c, struct visitor *v, struct response *out);

/* Does an unsafe request carry the visitor's token (form field `_csrf` or header X-CSRF-Token), and does the
 * browser say it comes from the portal itself (Fetch Metadata, Sec-Fetch-Site)? -1 with 403. */
int session_check_csrf(const struct request *r, const struct visitor *v, struct error *e);

/* The identity with which the visitor's transactions run. */
struct db_identity session_identity(const struct request *r, const struct visitor *v);

#endif
