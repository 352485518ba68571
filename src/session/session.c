#include "session/session.h"

#include "base/log.h"
#include "base/text.h"
#include "directory/directory.h"
#include "statements.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { TOKEN_BYTES = 32, HASH_BYTES = 32, TOUCH_AFTER_S = 60 };

static const struct db_identity nobody = {"", "", false, ""};

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

/* What the database keeps: BLAKE2b of the token, as bytea text. */
static char *hash_of(struct request *r, const char *token)
{
	unsigned char hash[HASH_BYTES];
	char *text = arena_alloc(r->secrets, 2 + HASH_BYTES * 2 + 1);
	crypto_generichash(hash, sizeof hash, (const unsigned char *)token, strlen(token), NULL, 0);
	text[0] = '\\';
	text[1] = 'x';
	sodium_bin2hex(text + 2, HASH_BYTES * 2 + 1, hash, sizeof hash);
	return text;
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

static const char *keep(struct request *r, const struct db_result *result, int column)
{
	const char *value = db_value(result, 0, column);
	return value ? arena_strdup(r->arena, value) : "";
}

int session_find(struct request *r, struct db *db, const struct config *c, struct visitor *v, struct error *e)
{
	*v = (struct visitor){
		.reads = !c->reading_staff, .person = "", .account = "", .name = "", .title = "", .grants = "", .csrf = ""};
	const char *token = request_cookie(r, cookie_name(c)), *form = request_cookie(r, form_cookie_name(c));
	if (form)
		v->csrf = csrf_of(r, form);
	if (!token || strlen(token) > 100)
		return 0;
	struct db_result *found;
	const char *hash = hash_of(r, token);
	const char *const parameters[] = {hash, arena_printf(r->arena, "%d", c->session_idle_s)};
	db_begin(db, &nobody, false, r->deadline);
	if (db_last(db, &sql_session_find, parameters, r->secrets, &found, e))
		return -1;
	if (db_rows(found) == 0)
		return 0;
	v->signed_in = v->reads = true;
	v->person = keep(r, found, 0);
	v->account = keep(r, found, 1);
	v->name = keep(r, found, 2);
	v->title = keep(r, found, 3);
	v->grants = keep(r, found, 4);
	v->csrf = csrf_of(r, token);
	if (strtol(keep(r, found, 5), NULL, 10) < TOUCH_AFTER_S)
		return 0;
	/* Reading goes on when this fails: the session only seems idle a little longer than it was. */
	struct error touch = {0};
	db_begin(db, &nobody, true, r->deadline);
	if (db_last(db, &sql_session_touch, parameters, r->secrets, NULL, &touch))
		log_warning("request %s: session not touched: %s", r->id, touch.detail);
	return 0;
}

int session_start(struct request *r, struct db *db, const struct config *c, const struct directory_person *person,
                  const char *grants, struct response *out, struct error *e)
{
	const char *token = new_token(r);
	const char *const parameters[] = {person->id,
	                                  person->account,
	                                  person->name,
	                                  person->mail,
	                                  person->title,
	                                  grants,
	                                  hash_of(r, token),
	                                  arena_printf(r->arena, "%d", c->session_idle_s),
	                                  arena_printf(r->arena, "%d", c->session_absolute_s)};
	db_begin(db, &nobody, true, r->deadline);
	if (db_last(db, &sql_session_start, parameters, r->secrets, NULL, e))
		return -1;
	response_cookie(out, r->secrets, c->base, secure(c), cookie_name(c), token, -1);
	response_cookie(out, r->secrets, c->base, secure(c), form_cookie_name(c), "", 0);
	return 0;
}

int session_end(struct request *r, struct db *db, const struct config *c, struct response *out, struct error *e)
{
	const char *token = request_cookie(r, cookie_name(c));
	response_cookie(out, r->secrets, c->base, secure(c), cookie_name(c), "", 0);
	if (!token)
		return 0;
	const char *const parameters[] = {hash_of(r, token)};
	db_begin(db, &nobody, true, r->deadline);
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

int session_check_csrf(const struct request *r, const struct visitor *v, struct error *e)
{
	const char *given = request_form(r, "_csrf");
	if (!given)
		given = r->csrf_token;
	bool same_site = !r->fetch_site || !strcmp(r->fetch_site, "same-origin") || !strcmp(r->fetch_site, "none");
	if (same_site && given && v->csrf[0] && strlen(given) == strlen(v->csrf) &&
	    sodium_memcmp(given, v->csrf, strlen(given)) == 0)
		return 0;
	error_set(
		e, 403, "%s",
		_("This form is no longer valid: you have signed in or out since it was opened, or it does not come from the portal. "
	      "Go back, reload the page and send it again."));
	return error_detail(e, "csrf: %s", !same_site ? "another site" : !given ? "no token" : "wrong token");
}

struct db_identity session_identity(const struct request *r, const struct visitor *v)
{
	return (struct db_identity){v->person, v->grants, v->reads, r->at};
}
