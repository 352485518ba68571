#include "session/session.h"

#include "base/log.h"
#include "base/text.h"
#include "directory/directory.h"
#include "statements.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { TOKEN_BYTES = 32, TOKEN_MAX = 100, HASH_BYTES = 32, TOUCH_AFTER_S = 60 };

static bool secure(const struct config *c)
{
	return text_starts_with(c->base_url, "https://");
}

static const char *cookie_name(const struct config *c)
{
	return secure(c) ? "__Secure-styrbord_session" : "styrbord_session";
}

static const char *form_cookie_name(const struct config *c)
{
	return secure(c) ? "__Secure-styrbord_form" : "styrbord_form";
}

/* 256 random bits as text, for a cookie. */
static char *new_token(struct request *r)
{
	size_t size = sodium_base64_encoded_len(TOKEN_BYTES, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	unsigned char *bytes = arena_alloc(r->secrets, TOKEN_BYTES);
	char *text = arena_alloc(r->secrets, size);
	randombytes_buf(bytes, TOKEN_BYTES);
	return sodium_bin2base64(text, size, bytes, TOKEN_BYTES, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

/* What the database keeps: BLAKE2b of the token, as hexadecimal digits. */
static char *hash_of(struct request *r, const char *token)
{
	unsigned char hash[HASH_BYTES];
	char *text = arena_alloc(r->secrets, HASH_BYTES * 2 + 1);
	crypto_generichash(hash, sizeof hash, (const unsigned char *)token, strlen(token), NULL, 0);
	return sodium_bin2hex(text, HASH_BYTES * 2 + 1, hash, sizeof hash);
}

/* The same as bytea's text. */
static char *bytea_of(struct request *r, const char *token)
{
	return arena_printf(r->secrets, "\\x%s", hash_of(r, token));
}

/* The token of forms: a hash keyed with the cookie, so that it needs no place in the database. */
static char *csrf_of(struct request *r, const char *token)
{
	static const unsigned char purpose[] = "styrbord form";
	unsigned char key[HASH_BYTES], hash[16];
	char *text = arena_alloc(r->secrets, sizeof hash * 2 + 1);
	crypto_generichash(key, sizeof key, (const unsigned char *)token, strlen(token), NULL, 0);
	crypto_generichash(hash, sizeof hash, purpose, sizeof purpose - 1, key, sizeof key);
	return sodium_bin2hex(text, sizeof hash * 2 + 1, hash, sizeof hash);
}

static const char *text_of(struct request *r, const struct db_result *row, int column)
{
	const char *value = db_value(row, 0, column);
	return value ? arena_strdup(r->arena, value) : "";
}

/* The database has looked the token up: this is who asks. */
static void entered(void *context, const struct db_result *row)
{
	struct request *r = context;
	struct visitor *v = r->visitor;
	const char *form = request_cookie(r, form_cookie_name(v->config));
	v->known = true;
	v->words_version = strtol(text_of(r, row, 6), NULL, 10);
	v->signed_in = db_value(row, 0, 1) != NULL;
	v->reads = v->signed_in || (!v->config->reading_staff && text_equal(db_value(row, 0, 0), "t"));
	if (!v->signed_in) {
		v->csrf = form ? csrf_of(r, form) : "";
		return;
	}
	v->person = text_of(r, row, 1);
	v->account = text_of(r, row, 2);
	v->name = text_of(r, row, 3);
	v->title = text_of(r, row, 4);
	v->seen_s = (int)strtol(text_of(r, row, 5), NULL, 10);
	v->audits = text_equal(db_value(row, 0, 7), "t");
	v->csrf = csrf_of(r, v->token ? v->token : request_cookie(r, cookie_name(v->config)));
}

void session_enter(struct request *r, const struct config *c)
{
	const char *token = request_cookie(r, cookie_name(c)), *form = request_cookie(r, form_cookie_name(c));
	bool plausible = token && token[0] && strlen(token) <= TOKEN_MAX;
	*r->visitor = (struct visitor){.known = !plausible,
	                               .reads = !c->reading_staff,
	                               .person = "",
	                               .account = "",
	                               .name = "",
	                               .title = "",
	                               .csrf = form ? csrf_of(r, form) : "",
	                               .identity = {plausible ? hash_of(r, token) : "", "", entered, r},
	                               .config = c};
}

int session_find(struct request *r, struct db *db, struct error *e)
{
	if (r->visitor->known)
		return 0;
	db_begin(db, session_identity(r), false, r->deadline);
	return db_last(db, &sql_alive, NULL, r->secrets, NULL, e);
}

void session_touch(struct request *r, struct db *db)
{
	const struct visitor *v = r->visitor;
	/* Last used in the future: the clock went back, and the session goes on. */
	if (!v->signed_in || (v->seen_s >= 0 && v->seen_s < TOUCH_AFTER_S))
		return;
	const char *const parameters[] = {arena_printf(r->secrets, "\\x%s", v->identity.token)};
	/* When this fails the session only seems idle a little longer than it was. */
	struct error touch = {0};
	db_begin(db, NULL, true, r->deadline);
	if (db_last(db, &sql_session_touch, parameters, r->secrets, NULL, &touch))
		log_warning("request %s: session not touched: %s", r->id, touch.detail);
}

int session_start(struct request *r, struct db *sessions, const struct config *c, const struct directory_person *person,
                  const char *grants, struct response *out, struct error *e)
{
	const char *token = new_token(r);
	const char *const parameters[] = {person->id,
	                                  person->account,
	                                  person->name,
	                                  person->mail,
	                                  person->title,
	                                  grants,
	                                  bytea_of(r, token),
	                                  arena_printf(r->arena, "%d", c->session_idle_s),
	                                  arena_printf(r->arena, "%d", c->session_absolute_s)};
	db_begin(sessions, NULL, true, r->deadline);
	if (db_last(sessions, &sql_session_start, parameters, r->secrets, NULL, e))
		return -1;
	response_cookie(out, r->secrets, c->base, secure(c), cookie_name(c), token, -1);
	response_cookie(out, r->secrets, c->base, secure(c), form_cookie_name(c), "", 0);
	*r->visitor = (struct visitor){.reads = r->visitor->reads,
	                               .person = "",
	                               .account = "",
	                               .name = "",
	                               .title = "",
	                               .token = token,
	                               .csrf = "",
	                               .identity = {hash_of(r, token), "", entered, r},
	                               .config = c};
	return 0;
}

int session_end(struct request *r, struct db *db, const struct config *c, struct response *out, struct error *e)
{
	const char *token = request_cookie(r, cookie_name(c));
	response_cookie(out, r->secrets, c->base, secure(c), cookie_name(c), "", 0);
	if (!token)
		return 0;
	const char *const parameters[] = {bytea_of(r, token)};
	db_begin(db, NULL, true, r->deadline);
	return db_last(db, &sql_session_end, parameters, r->secrets, NULL, e);
}

void session_form_cookie(struct request *r, const struct config *c, struct visitor *v, struct response *out)
{
	const char *token = request_cookie(r, form_cookie_name(c));
	if (!token) {
		token = new_token(r);
		response_cookie(out, r->secrets, c->base, secure(c), form_cookie_name(c), token, -1);
	}
	v->csrf = csrf_of(r, token);
}

bool session_same_site(const struct request *r)
{
	return !r->fetch_site || !strcmp(r->fetch_site, "same-origin") || !strcmp(r->fetch_site, "none");
}

int session_check_csrf(const struct request *r, const struct visitor *v, struct error *e)
{
	const char *given = request_form(r, "_csrf");
	if (!given)
		given = r->csrf_token;
	bool same_site = session_same_site(r);
	if (same_site && given && v->csrf[0] && strlen(given) == strlen(v->csrf) &&
	    sodium_memcmp(given, v->csrf, strlen(given)) == 0)
		return 0;
	error_set(
		e, 403, "%s",
		_("This form is no longer valid: you have signed in or out since it was opened, or it does not come from the portal. "
	      "Go back, reload the page and send it again."));
	return error_detail(e, "csrf: %s", !same_site ? "another site" : !given ? "no token" : "wrong token");
}

const struct db_identity *session_identity(struct request *r)
{
	r->visitor->identity.at = r->at;
	return &r->visitor->identity;
}
