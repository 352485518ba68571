#include "portal/once.h"

#include "base/text.h"
#include "portal/site.h"
#include "session/session.h"
#include "statements.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { VALUE_MAX = 255, VALUE_BYTES = 16 };

const char *once_new(struct request *r)
{
	unsigned char bytes[VALUE_BYTES];
	char *text = arena_alloc(r->arena, VALUE_BYTES * 2 + 1);
	randombytes_buf(bytes, sizeof bytes);
	return sodium_bin2hex(text, VALUE_BYTES * 2 + 1, bytes, sizeof bytes);
}

/* What was sent, without what differs each time a form is opened. */
static const char *content_of(struct request *r)
{
	static const unsigned char end[] = {0};
	unsigned char hash[crypto_generichash_BYTES];
	char *text = arena_alloc(r->arena, sizeof hash * 2 + 1);
	crypto_generichash_state state;
	crypto_generichash_init(&state, NULL, 0, sizeof hash);
	if (r->json_body)
		crypto_generichash_update(&state, (const unsigned char *)r->body, r->body_length);
	for (size_t i = 0; i < r->form_count; i++) {
		const struct form_pair *pair = &r->form[i];
		if (!strcmp(pair->name, "_csrf") || !strcmp(pair->name, "_once"))
			continue;
		crypto_generichash_update(&state, (const unsigned char *)pair->name, strlen(pair->name));
		crypto_generichash_update(&state, end, 1);
		crypto_generichash_update(&state, (const unsigned char *)pair->value, strlen(pair->value));
		crypto_generichash_update(&state, end, 1);
		if (pair->file)
			crypto_generichash_update(&state, (const unsigned char *)pair->file, strlen(pair->file) + 1);
	}
	crypto_generichash_final(&state, hash, sizeof hash);
	return sodium_bin2hex(text, sizeof hash * 2 + 1, hash, sizeof hash);
}

static const char *kept(struct request *r, const struct db_result *row, int column)
{
	const char *value = db_value(row, 0, column);
	return value ? arena_strdup(r->arena, value) : NULL;
}

/* The first one's answer, as it was. */
static void replay(struct request *r, struct response *out, const struct db_result *row)
{
	const char *location = kept(r, row, 2), *etag = kept(r, row, 3), *body = kept(r, row, 5);
	out->status = (int)strtol(kept(r, row, 1), NULL, 10);
	out->content_type = kept(r, row, 4);
	buf_reset(&out->body);
	buf_adds(&out->body, body ? body : "");
	if (location)
		response_header(out, "Location", location);
	if (etag)
		response_header(out, "ETag", etag);
	if (r->once->kind[0] == 'k')
		response_header(out, "Idempotency-Replayed", "true");
}

static int other_content(struct request *r, struct error *e)
{
	if (r->once->kind[0] == 'k')
		return error_set(
			e, 422, "%s",
			_("This Idempotency-Key was used for another request already. Use a new key for each change."));
	return error_set(e, 409, "%s",
	                 _("This form was sent already, with other content. Open the page again to see what was saved."));
}

/* 1 and *out, 0 no answer is kept, 2 one for other content, of which `other` says the place; -1. */
static int answered(struct request *r, struct response *out, struct error *e)
{
	const char *const parameters[] = {r->once->kind, method_name(r->method), r->path, r->once->value};
	struct db_result *row;
	db_begin(r->site->db, session_identity(r), false, r->deadline);
	if (db_last(r->site->db, &sql_once_answer, parameters, r->arena, &row, e))
		return -1;
	if (!db_rows(row))
		return 0;
	if (strcmp(db_value(row, 0, 0), r->once->content)) {
		/* Only a form has somebody behind it who went back. */
		r->once->other = r->once->kind[0] == 'f' ? kept(r, row, 6) : NULL;
		return 2;
	}
	replay(r, out, row);
	return 1;
}

int once_look(struct request *r, struct response *out, struct error *e)
{
	const char *form = request_form(r, "_once"), *value = r->idempotency_key ? r->idempotency_key : form;
	bool given = value && value[0];
	/* Who has not signed in writes nothing that is kept. */
	if (r->method == METHOD_GET || !r->visitor->signed_in || (!given && !r->form_count))
		return 0;
	if (given && strlen(value) > VALUE_MAX)
		return error_set(e, 400, "%s", _("A header of the request is too long or not well-formed."));
	r->once = arena_alloc(r->arena, sizeof *r->once);
	*r->once = (struct once){.kind = r->idempotency_key ? "key" : given ? "form" : "same", .content = content_of(r)};
	r->once->value = given ? value : r->once->content;
	int rc = answered(r, out, e);
	if (rc == 2)
		return r->once->other ? 0 : other_content(r, e);
	return rc;
}

int once_begin(struct request *r, struct response *out, struct error *e)
{
	struct db *db = r->site->db;
	struct db_result *claimed;
	db_begin(db, session_identity(r), true, r->deadline);
	if (!r->once)
		r->once = arena_alloc(r->arena, sizeof *r->once);
	r->once->header_count = out->header_count;
	r->once->writing = true;
	if (!r->once->kind)
		return 0;
	const char *const parameters[] = {r->once->kind, method_name(r->method), r->path, r->once->value, r->once->content};
	if (db_query(db, &sql_once_claim, parameters, r->arena, &claimed, e)) {
		/* It waited for the first one until its own time was over. */
		if (text_equal(db_sqlstate(db), "57014"))
			error_set(e, 409, "%s",
			          _("The same request is still being worked on. Wait a moment, and look whether it was saved."));
		return -1;
	}
	if (text_equal(db_value(claimed, 0, 0), "t"))
		return 0;
	once_abandon(r);
	int rc = answered(r, out, e);
	if (rc == 2)
		return other_content(r, e);
	return rc ? rc
	          : error_set(
					e, 409, "%s",
					_("The same request is still being worked on. Wait a moment, and look whether it was saved."));
}

static int keep_answer(struct request *r, struct response *out, struct error *e)
{
	const char *const parameters[] = {r->once->kind,
	                                  method_name(r->method),
	                                  r->path,
	                                  r->once->value,
	                                  arena_printf(r->arena, "%d", out->status),
	                                  response_header_value(out, "Location"),
	                                  response_header_value(out, "ETag"),
	                                  out->content_type,
	                                  out->content_type ? buf_text(&out->body) : NULL,
	                                  r->once->place};
	return db_query(r->site->db, &sql_once_keep, parameters, r->arena, NULL, e);
}

void once_abandon(struct request *r)
{
	db_rollback(r->site->db);
	if (r->once)
		r->once->writing = false;
}

int once_commit(struct request *r, struct response *out, struct error *e)
{
	if ((!r->once->kind || keep_answer(r, out, e) == 0) && db_commit(r->site->db, e) == 0) {
		r->once->writing = false;
		return 0;
	}
	out->header_count = r->once->header_count;
	return -1;
}
