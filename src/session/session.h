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

/* Who asks. The cookie says which token; what the database makes of it comes with the answer to the first statement
 * (db.h, struct db_identity): until then nothing is known of somebody who has a cookie. */
struct visitor {
	bool known; /* the rest says how it is */
	bool signed_in;
	bool reads;         /* may read at all: everybody, or staff, by configuration */
	bool audits;        /* may read the audit log: is shown what the servers call things as well */
	const char *person; /* id as decimal text, "" */
	const char *account, *name, *title;
	const char *token; /* of a session that this request has started; NULL: the cookie's */
	const char *csrf;  /* what an unsafe request must carry; "" when there is no cookie yet */
	int seen_s;        /* seconds since the session was last used */
	long
		words_version; /* of the terms that this request's first transaction saw (portal/words.h); 0: it had none yet */
	struct db_identity identity;
	const struct config *config;
};

/* Takes the cookies of a request and fills r->visitor: known at once where there is no session's cookie. No wait. */
void session_enter(struct request *r, const struct config *c);

/* Makes sure that the visitor is known, with a statement of its own if no other has said it. -1: the database is away.
 */
int session_find(struct request *r, struct db *db, struct error *e);

/* A session that was used after a while is noted as used. Call it after the answer is made. */
void session_touch(struct request *r, struct db *db);

/* Starts a session for somebody who has just signed in, and sets the cookie; the request goes on as theirs. `sessions`
 * is the connection of the role that may. */
int session_start(struct request *r, struct db *sessions, const struct config *c, const struct directory_person *person,
                  const char *grants, struct response *out, struct error *e);

/* Ends it and removes the cookie. */
int session_end(struct request *r, struct db *db, const struct config *c, struct response *out, struct error *e);

/* Who has not signed in needs a secret too, for the sign-in form: sets the cookie if there is none, fills v->csrf. */
void session_form_cookie(struct request *r, const struct config *c, struct visitor *v, struct response *out);

/* Does the browser say that the request comes from the portal itself, or say nothing? Nothing that another site sent is
 * shown on a page. */
bool session_same_site(const struct request *r);

/* Does an unsafe request carry the visitor's token (form field `_csrf` or header X-CSRF-Token), and does the
 * browser say it comes from the portal itself (Fetch Metadata, Sec-Fetch-Site)? -1 with 403. */
int session_check_csrf(const struct request *r, const struct visitor *v, struct error *e);

/* The identity with which the visitor's transactions run; lives as long as the request. */
const struct db_identity *session_identity(struct request *r);

#endif
