#include "portal/sign_in/sign_in.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "directory/grants.h"
#include "portal/late.h"
#include "portal/page.h"
#include "session/session.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MESSAGE_MAX = 512, ACCOUNT_BYTES = 1024, UNCOUNT_MS = 1000 };

/* Where to go after signing in: a path of the portal's own, nothing else. */
static const char *next_of(const char *asked)
{
	if (!asked || asked[0] != '/' || asked[1] == '/' || strpbrk(asked, "\t\r\n\\") || strlen(asked) > 2000)
		return "/";
	return asked;
}

/* What the form is filled with, and goes on with when somebody has signed in. */
struct asked {
	const char *account, *next, *message;
	const char
		*late_path; /* where a form goes that waits meanwhile, whose fields the request has (late.h); "" for none */
};

static int send_form(struct request *r, struct response *out, const struct asked *a, struct error *e)
{
	struct json_object *document = page_new_object(r);
	const char *const texts[][2] = {
		{"account", a->account}, {"next", a->next}, {"message", a->message}, {"late_path", a->late_path}};
	session_form_cookie(r, r->site->config, r->visitor, out);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		json_object_object_add(document, texts[i][0], json_object_new_string(texts[i][1]));
	json_object_object_add(document, "late", late_fields(r));
	return page_object(r, out, _("Sign in"), tpl_sign_in, document, e);
}

int sign_in_late(struct request *r, struct response *out, struct error *e)
{
	struct asked asked = {.account = "", .next = "/", .message = ""};
	r->format = FORMAT_HTML;
	asked.late_path = r->path;
	out->status = 401;
	return send_form(r, out, &asked, e);
}

int sign_in_form(struct request *r, struct response *out, struct error *e)
{
	const char *next = next_of(request_query(r, "next"));
	r->format = FORMAT_HTML;
	if (session_find(r, r->site->db, e))
		return -1;
	if (r->visitor->signed_in) {
		response_see_other(out, r->arena, r->site->config->base, next);
		return 0;
	}
	return send_form(r, out, &(struct asked){"", next, "", ""}, e);
}

/* One attempt: who tries, and what has been counted for it so far. */
struct attempt {
	const char *account, *password, *next, *late_path;
	struct directory_person person;
	const char *counted[2][2]; /* kind and name; the second only once the directory has said who it is */
	int count;
};

/* Counts the attempt before the directory is asked, so that many at once count like many in turn. 0: go on; seconds to
 * wait; -1: the database is away. */
static int begin(struct request *r, struct attempt *t, const char *kind, const char *who, bool *slowed, struct error *e)
{
	const struct config *c = r->site->config;
	struct db_result *result;
	const char *const parameters[] = {kind, who, r->remote_address, arena_printf(r->arena, "%d", c->sign_in_attempts),
	                                  arena_printf(r->arena, "%d", c->sign_in_window_s)};
	db_begin(r->site->sessions, NULL, true, r->deadline);
	if (db_last(r->site->sessions, &sql_attempt_begin, parameters, r->secrets, &result, e))
		return -1;
	*slowed = text_equal(db_value(result, 0, 1), "t");
	int wait = (int)strtol(db_value(result, 0, 0), NULL, 10);
	if (!wait) {
		t->counted[t->count][0] = kind;
		t->counted[t->count++][1] = who;
	}
	return wait;
}

/* The attempt did not fail: it was right, or nobody could tell. An outage locks nobody out. */
static void uncount(struct request *r, const struct attempt *t, bool succeeded)
{
	for (int i = 0; i < t->count; i++) {
		struct error e = {0};
		const char *const parameters[] = {t->counted[i][0], t->counted[i][1], r->remote_address,
		                                  succeeded ? "true" : "false"};
		/* Also when the directory has used the request's time up. */
		int64_t soon = clock_now_ms() + UNCOUNT_MS;
		db_begin(r->site->sessions, NULL, true, soon > r->deadline ? soon : r->deadline);
		if (db_last(r->site->sessions, &sql_attempt_undone, parameters, r->secrets, NULL, &e))
			log_warning("request %s: sign-in attempt not uncounted: %s", r->id, e.detail);
	}
}

static int send_wait(struct request *r, struct response *out, const struct attempt *t, int wait, bool slowed,
                     struct error *e)
{
	const char *many = _("Too many attempts. Wait %d seconds and try again; ask your IT support if you have forgotten "
	                     "the password.");
	const char *turn =
		_("Many sign-ins fail where you are, so each takes a turn. Wait %d seconds and send your password "
	      "again.");
	out->status = 429;
	response_header(out, "Retry-After", arena_printf(r->arena, "%d", wait));
	log_warning("request %s: sign-in %s for %d s, from %s", r->id, slowed ? "slowed" : "held back", wait,
	            r->remote_address);
	char *message = arena_alloc(r->arena, MESSAGE_MAX);
	snprintf(message, MESSAGE_MAX, slowed ? turn : many, wait);
	return send_form(r, out, &(struct asked){t->account, t->next, message, t->late_path}, e);
}

/* What was typed into the account field stays out of the log: people type passwords there. */
static int send_refused(struct request *r, struct response *out, const struct attempt *t, struct error *e)
{
	log_warning("request %s: sign-in failed%s%s from %s: %d %s", r->id, t->person.account ? " for " : "",
	            t->person.account ? log_quoted(r->arena, t->person.account) : "", r->remote_address, e->status,
	            e->detail);
	if (e->status != 401)
		uncount(r, t, false);
	out->status = e->status == 401 ? 401 : 503;
	if (e->retry_after)
		response_header(out, "Retry-After", arena_printf(r->arena, "%d", e->retry_after));
	const char *message = arena_strdup(r->arena, e->message);
	return send_form(r, out, &(struct asked){t->account, t->next, message, t->late_path}, e);
}

static int begin_session(struct request *r, struct response *out, struct attempt *t, struct error *e)
{
	const char *grants =
		json_object_to_json_string_ext(grants_of(r->site->config, t->person.groups, r->arena), JSON_C_TO_STRING_PLAIN);
	uncount(r, t, true);
	if (session_end(r, r->site->db, r->site->config, out, e))
		return -1;
	out->header_count = 0;
	if (session_start(r, r->site->sessions, r->site->config, &t->person, grants, out, e))
		return -1;
	log_info("request %s: signed in %s from %s", r->id, log_quoted(r->arena, t->person.account), r->remote_address);
	if (t->late_path[0])
		r->late_path = t->late_path;
	else
		response_see_other(out, r->arena, r->site->config->base, t->next);
	return 0;
}

static const char *sent(const struct request *r, const char *name)
{
	const char *value = request_form(r, name);
	return value ? value : "";
}

int sign_in(struct request *r, struct response *out, struct error *e)
{
	struct attempt t = {.account = sent(r, "account"),
	                    .password = sent(r, "password"),
	                    .next = next_of(request_form(r, "next")),
	                    .late_path = sent(r, "late_path")};
	struct directory *d = r->site->directory;
	bool slowed;
	/* Nobody is called that, and the rest of the portal need not read it. */
	if (strlen(t.account) > ACCOUNT_BYTES)
		t.account = "";
	r->format = FORMAT_HTML;
	int wait = begin(r, &t, "account", t.account, &slowed, e);
	if (!wait && directory_find(d, t.account, r->deadline, r->secrets, &t.person, e))
		return send_refused(r, out, &t, e);
	/* A person has several names to sign in with, and one count. */
	if (!wait)
		wait = begin(r, &t, "person", t.person.id, &slowed, e);
	if (wait < 0)
		return -1;
	if (wait)
		return send_wait(r, out, &t, wait, slowed, e);
	if (directory_password(d, &t.person, t.password, r->deadline, e) ||
	    directory_groups(d, &t.person, r->deadline, r->secrets, e))
		return send_refused(r, out, &t, e);
	return begin_session(r, out, &t, e);
}

int sign_out(struct request *r, struct response *out, struct error *e)
{
	if (session_end(r, r->site->db, r->site->config, out, e))
		return -1;
	log_info("request %s: signed out %s", r->id, log_quoted(r->arena, r->visitor->account));
	/* Forms that were filled in are in the browser's cache, for its Back button; not for whoever comes next. */
	response_header(out, "Clear-Site-Data", "\"cache\"");
	response_see_other(out, r->arena, r->site->config->base, "/");
	return 0;
}
