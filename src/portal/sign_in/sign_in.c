#include "portal/sign_in/sign_in.h"

#include "base/log.h"
#include "base/text.h"
#include "directory/grants.h"
#include "portal/page.h"
#include "session/session.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

static const struct db_identity nobody = {"", "", false, ""};

/* Where to go after signing in: a path of the portal's own, nothing else. */
static const char *next_of(const char *asked)
{
	if (!asked || asked[0] != '/' || asked[1] == '/' || strpbrk(asked, "\t\r\n\\") || strlen(asked) > 2000)
		return "/";
	return asked;
}

static int send_form(struct request *r, struct response *out, const char *account, const char *next,
                     const char *message, struct error *e)
{
	struct json_object *document = page_new_object(r);
	session_form_cookie(r, r->site->config, r->visitor, out);
	json_object_object_add(document, "account", json_object_new_string(account));
	json_object_object_add(document, "next", json_object_new_string(next));
	json_object_object_add(document, "message", json_object_new_string(message));
	return page_object(r, out, _("Sign in"), tpl_sign_in, document, e);
}

int sign_in_form(struct request *r, struct response *out, struct error *e)
{
	const char *next = next_of(request_query(r, "next"));
	r->format = FORMAT_HTML;
	if (r->visitor->signed_in) {
		response_see_other(out, r->arena, r->site->config->base, next);
		return 0;
	}
	return send_form(r, out, "", next, "", e);
}

/* How long this account or address has to wait; 0: go on. -1: the database is away. */
static int throttled(struct request *r, const char *account, struct error *e)
{
	const struct config *c = r->site->config;
	struct db_result *result;
	const char *const parameters[] = {account, r->remote_address, arena_printf(r->arena, "%d", c->sign_in_attempts),
	                                  arena_printf(r->arena, "%d", c->sign_in_window_s)};
	db_begin(r->site->db, &nobody, false, r->deadline);
	if (db_last(r->site->db, &sql_attempt_wait, parameters, r->arena, &result, e))
		return -1;
	const char *wait = db_rows(result) ? db_value(result, 0, 0) : NULL;
	return wait ? (int)strtol(wait, NULL, 10) : 0;
}

/* An attempt counts only when the directory said no: an outage locks nobody out. */
static void count_attempt(struct request *r, const char *account, bool succeeded)
{
	struct error e = {0};
	const char *const parameters[] = {account, r->remote_address,
	                                  arena_printf(r->arena, "%d", r->site->config->sign_in_window_s)};
	db_begin(r->site->db, &nobody, true, r->deadline);
	if (db_last(r->site->db, succeeded ? &sql_attempt_succeeded : &sql_attempt_failed, parameters, r->arena, NULL, &e))
		log_warning("request %s: sign-in attempt not counted: %s", r->id, e.detail);
}

int sign_in(struct request *r, struct response *out, struct error *e)
{
	const char *account = request_form(r, "account"), *password = request_form(r, "password");
	const char *next = next_of(request_form(r, "next"));
	struct directory_person person;
	r->format = FORMAT_HTML;
	account = account ? account : "";
	int wait = throttled(r, account, e);
	if (wait < 0)
		return -1;
	if (wait > 0) {
		out->status = 429;
		response_header(out, "Retry-After", arena_printf(r->arena, "%d", wait));
		log_warning("request %s: sign-in throttled for account %s from %s", r->id, account, r->remote_address);
		return send_form(
			r, out, account, next,
			arena_printf(
				r->arena,
				_("Too many attempts. Wait %d seconds and try again; ask your IT support if you have forgotten the password."),
				wait),
			e);
	}
	if (directory_sign_in(r->site->directory, account, password ? password : "", r->deadline, r->secrets, &person, e)) {
		log_warning("request %s: sign-in failed for account %s from %s: %d", r->id, account, r->remote_address,
		            e->status);
		if (e->status == 401)
			count_attempt(r, account, false);
		out->status = e->status == 401 ? 401 : 503;
		if (out->status == 503)
			response_header(out, "Retry-After", "10");
		log_info("request %s: directory: %s", r->id, e->detail);
		return send_form(r, out, account, next, arena_strdup(r->arena, e->message), e);
	}
	count_attempt(r, account, true);
	const char *grants =
		json_object_to_json_string_ext(grants_of(r->site->config, person.groups, r->arena), JSON_C_TO_STRING_PLAIN);
	if (session_end(r, r->site->db, r->site->config, out, e))
		return -1;
	out->header_count = 0;
	if (session_start(r, r->site->db, r->site->config, &person, grants, out, e))
		return -1;
	log_info("request %s: signed in %s from %s", r->id, person.account, r->remote_address);
	response_see_other(out, r->arena, r->site->config->base, next);
	return 0;
}

int sign_out(struct request *r, struct response *out, struct error *e)
{
	if (session_end(r, r->site->db, r->site->config, out, e))
		return -1;
	log_info("request %s: signed out %s", r->id, r->visitor->account);
	response_see_other(out, r->arena, r->site->config->base, "/");
	return 0;
}
