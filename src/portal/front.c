#include "portal/front.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "http/etag.h"
#include "http/limits.h"
#include "http/multipart.h"
#include "i18n/language.h"
#include "i18n/read.h"
#include "portal/late.h"
#include "portal/once.h"
#include "portal/page.h"
#include "portal/sign_in/sign_in.h"
#include "session/session.h"
#include "statements.h"

#include <string.h>
#include <time.h>

static const struct language *default_language(const struct site *site)
{
	const struct language *l = language_find(site->config->default_language);
	return l ? l : &languages[0];
}

/* By choice (?language= sets the cookie, and the button of a form that is being filled in), then the cookie, then
 * Accept-Language. A choice of what the portal does not speak is none: whoever made the link meant the page. */
static void choose_language(struct request *r, struct response *out)
{
	const struct site *site = r->site;
	const char *cookie = request_cookie(r, "styrbord_language");
	const char *asked = request_form(r, "_language");
	const struct language *chosen = language_nearest(asked ? asked : request_query(r, "language")),
						  *kept = language_find(cookie);
	r->language = chosen ? chosen : kept ? kept : language_negotiate(r->accept_language, default_language(site));
	language_use(r->language);
	if (chosen)
		response_cookie(out, r->arena, site->config->base, text_starts_with(site->config->base_url, "https://"),
		                "styrbord_language", chosen->tag, 365L * 24 * 3600);
}

/* ?at=2023-10-06, or as the reader's language writes it, is what the portal knew when that day ended; a date to come is
 * nobody's past. */
static int choose_moment(struct request *r, struct error *e)
{
	const char *at = request_query(r, "at");
	struct period asked_for;
	if (!at || !at[0])
		return 0;
	if (read_time(formats_of(r->language), r->arena, at, &asked_for) != READ_GOOD || asked_for.about ||
	    asked_for.precision != PRECISION_DAY)
		return error_set(e, 400, _("“%.*s” is not a date that exists. Write it as 2026-03-31."), text_prefix(at, 40),
		                 at);
	time_t now = time(NULL);
	struct tm today;
	localtime_r(&now, &today);
	long asked = asked_for.year * 10000L + asked_for.part * 100 + asked_for.day;
	long current = (today.tm_year + 1900) * 10000L + (today.tm_mon + 1) * 100 + today.tm_mday;
	if (asked > current)
		return error_set(e, 400, "%s",
		                 _("That day is still to come. The portal shows what it knew on a day that has been."));
	if (r->method != METHOD_GET || !(r->route->flags & ROUTE_PAST))
		return error_set(e, 400, "%s", _("The past can be read, not changed. Leave the date out of the address."));
	r->at_date = period_text(r->arena, &asked_for);
	r->at = arena_printf(r->arena, "%s 23:59:59.999999 %s", r->at_date, r->site->config->timezone);
	return 0;
}

static int refuse(const struct request *r, struct error *e)
{
	if (!r->visitor->signed_in)
		return error_set(e, 401, "%s", _("Sign in to see this."));
	return error_set(
		e, 403, "%s",
		_("You do not have the right to do this. The page “What may I do?” says which rights you have, and why."));
}

/* The right on the subject that the path names, asked of the same function that row-level security asks. Where the path
 * names none, it is enough to have it somewhere: what is written must then lie there, or the row's own policy refuses.
 */
static int check_right(struct request *r, struct error *e)
{
	struct db_result *result;
	const char *code = r->route->subject ? request_capture(r, "code") : "";
	const struct statement *st = r->route->flags & ROUTE_EITHER ? &sql_right_either : &sql_right_on;
	const char *const parameters[] = {r->route->right, r->route->subject, code[0] ? code : NULL};
	db_begin(r->site->db, session_identity(r), false, r->deadline);
	if (db_last(r->site->db, st, parameters, r->arena, &result, e))
		return -1;
	if (!r->visitor->reads)
		return refuse(r, e);
	const char *may = db_rows(result) ? db_value(result, 0, 0) : NULL;
	if (!may)
		return error_set(e, 404, "%s",
		                 text_equal(r->route->subject, "project")
		                     ? _("There is no project with this code, or you may not see it.")
		                     : _("There is no such record, or you may not see it."));
	return may[0] == 't' ? 0 : refuse(r, e);
}

/* Before the handler. Who reads is known only with the page's own statement, which shows nothing to those who may not:
 * then check_read() has the last word. */
static int check_access(struct request *r, struct error *e)
{
	switch (r->route->access) {
	case ACCESS_PUBLIC:
		return r->method == METHOD_GET ? 0 : session_find(r, r->site->db, e);
	case ACCESS_READ:
		return r->visitor->reads || !r->visitor->known ? 0 : refuse(r, e);
	case ACCESS_SIGNED_IN:
		if (session_find(r, r->site->db, e))
			return -1;
		return r->visitor->signed_in ? 0 : refuse(r, e);
	case ACCESS_RIGHT:
		return check_right(r, e);
	default:
		return refuse(r, e);
	}
}

/* After the handler of a page for readers, whatever it has made: nothing of it leaves for somebody who may not read. */
static int check_read(struct request *r, struct error *e)
{
	if (r->route->access != ACCESS_READ)
		return 0;
	if (!r->visitor->known && session_find(r, r->site->db, e))
		return -1;
	return r->visitor->reads ? 0 : refuse(r, e);
}

static int check_token(struct request *r, struct error *e)
{
	if (r->method == METHOD_GET || r->route->flags & ROUTE_NO_TOKEN)
		return 0;
	return session_check_csrf(r, r->visitor, e);
}

/* A form of an earlier session is shown again, to be saved with one more press; so is one whose language was changed.
 */
static int take_token(struct request *r, struct response *out, struct error *e)
{
	if (request_form(r, "_language") && r->route->flags & ROUTE_FORM)
		r->as_typed = "";
	if (!check_token(r, e))
		return 0;
	if (!r->visitor->signed_in || !late_is_form(r))
		return -1;
	*e = (struct error){0};
	out->status = 403;
	r->as_typed = _("You have signed in anew since this form was opened. Nothing is lost: press Save once more.");
	return 0;
}

/* What waits for the directory never holds up the pages: their workers do not serve it, however the path was spelled.
 */
static int check_workers(const struct request *r, struct error *e)
{
	if (!(r->route->flags & ROUTE_DIRECTORY) || r->site->directory)
		return 0;
	error_set(e, 421, "%s",
	          _("This page is served by other workers of the portal, and the web server sent the request to the wrong "
	            "ones. Tell the administrator."));
	return error_detail(e, "nginx sends this path to the socket of the pages: compare its locations with conf/nginx/");
}

/* What is large, and what may hold a file, is taken only where files are: from who may send them. */
static int take_form(struct request *r, struct error *e)
{
	bool takes_files = r->route->flags & ROUTE_FILE;
	if (r->body_length > FORM_MAX_BYTES && !takes_files)
		return error_set(e, 413, "%s", _("What you sent is too large for the portal. Shorten it, or split it in two."));
	if (!r->multipart)
		return 0;
	if (!takes_files)
		return error_set(e, 415, "%s", _("The portal reads forms and JSON; this is neither."));
	return multipart_parse(r->multipart, r->body, r->body_length, r->secrets, &r->form, &r->form_count, e);
}

static int error_of_nginx(const struct request *r, struct error *e)
{
	switch (r->error_status) {
	case 0:
		return 0;
	case 413:
		return error_set(e, 413, "%s", _("What you sent is too large for the portal. Shorten it, or split it in two."));
	case 414:
		return error_set(e, 414, "%s", _("The address is too long."));
	case 494:
	case 431:
		return error_set(
			e, 431, "%s",
			_("The headers of the request are too large. Clearing the portal's cookies in the browser may help."));
	default:
		return error_set(e, 400, "%s", _("The request did not arrive whole. Send it again."));
	}
}

/* Who reads a document may name what they have (RFC 9110, 13.2.2). Writers are asked by their handlers. */
static int meet_conditions(const struct request *r, struct response *out, struct error *e)
{
	const char *tag = response_header_value(out, "ETag");
	if (r->method != METHOD_GET || out->status != 200 || !tag)
		return 0;
	if (r->if_match && out->version && !etag_matches(r->if_match, out->version))
		return error_set(e, 412, "%s", _("The record is no longer in the version that If-Match names."));
	if (r->if_none_match && etag_listed(r->if_none_match, tag)) {
		out->status = 304;
		out->content_type = NULL;
		buf_reset(&out->body);
	}
	return 0;
}

/* The handler between its two checks: has this been done already, and may the visitor read what was made? */
static int handle(struct request *r, struct response *out, struct error *e)
{
	*e = (struct error){0};
	int done = r->as_typed ? 0 : once_look(r, out, e);
	if (done)
		return done < 0 ? -1 : 0;
	int rc = r->route->handler(r, out, e);
	return check_read(r, e) || rc ? -1 : meet_conditions(r, out, e);
}

/* Who has just signed in gets the form that they were filling in. */
static int resume(struct request *r, struct response *out, struct error *e)
{
	const char *notice = _(
		"You are signed in again. Nothing is lost: what you had written stands here and is not saved yet. Press Save.");
	return late_resume(r, notice, e) || check_access(r, e) || handle(r, out, e) ? -1 : 0;
}

/* People type codes in small letters. Who did is led to the address as the portal writes it, with the same query,
 * before anything is asked of the database: so it says nothing of whether there is such a project. */
static bool lead_to_own_address(struct request *r, struct response *out)
{
	const char *path = route_canonical(r->route, r);
	if (!path)
		return false;
	response_moved(out, r->arena, r->site->config->base,
	               arena_printf(r->arena, "%s%s%s%s", path, r->suffix ? ".json" : "", r->query_string[0] ? "?" : "",
	                            r->query_string));
	return true;
}

static int answer(struct request *r, const struct raw_request *raw, struct response *out, struct error *e)
{
	const struct site *site = r->site;
	const char *allow = "";
	int malformed = request_read(r, raw, site->config->base, e);
	choose_language(r, out);
	if (error_of_nginx(r, e))
		return -1;
	/* Now that the language is known, say it again in the person's words. */
	if (malformed) {
		*e = (struct error){0};
		return request_read(r, raw, site->config->base, e)
		           ? -1
		           : error_set(e, 400, "%s", _("The request did not arrive whole. Send it again."));
	}
	session_enter(r, site->config);
	r->route = route_find(site->routes, site->route_count, r, &allow, e);
	if (!r->route) {
		if (e->status == 405)
			response_header(out, "Allow", allow);
		session_find(r, site->db, NULL);
		return -1;
	}
	if (lead_to_own_address(r, out))
		return 0;
	if (check_workers(r, e))
		return -1;
	if (check_access(r, e))
		return e->status == 401 && late_is_form(r) ? sign_in_late(r, out, e) : -1;
	if (take_form(r, e) || take_token(r, out, e) || choose_moment(r, e))
		return -1;
	return handle(r, out, e) || (r->late_path && resume(r, out, e)) ? -1 : 0;
}

static const char *const security_headers[][2] = {
	{"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
     "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "same-origin"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
	{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
};

/* What somebody sees who has signed in stays in no cache, but for a form while it is being filled in: the Back button
 * leads to the very form that was sent, with its `_once` and what was typed. Signing out empties the cache. */
static const char *caching(const struct request *r, const struct response *out)
{
	bool form = r->route && r->route->access == ACCESS_RIGHT && r->method == METHOD_GET && r->format == FORMAT_HTML;
	return r->visitor->signed_in && !(form && out->status == 200) ? "private, no-store" : "private, no-cache";
}

void front_serve(void *context, struct request *r, const struct raw_request *raw, struct response *out)
{
	const struct site *site = context;
	struct visitor visitor = {.person = "", .account = "", .name = "", .title = "", .csrf = "", .config = site->config};
	struct error e = {0};
	int64_t started = clock_now_ms();
	visitor.reads = !site->config->reading_staff;
	r->site = site;
	r->visitor = &visitor;
	r->language = default_language(site);
	language_use(r->language);
	out->status = 200;
	if (answer(r, raw, out, &e)) {
		once_abandon(r);
		page_error(r, out, &e);
	}
	session_touch(r, site->db);
	for (size_t i = 0; i < sizeof security_headers / sizeof *security_headers; i++)
		response_header(out, security_headers[i][0], security_headers[i][1]);
	if (text_starts_with(site->config->base_url, "https://"))
		response_header(out, "Strict-Transport-Security", "max-age=31536000");
	response_header(out, "Cache-Control", caching(r, out));
	response_header(out, "Vary", "Cookie, Accept, Accept-Language");
	response_header(out, "X-Request-Id", r->id);
	log_line(out->status >= 500 ? LOG_LEVEL_ERROR : LOG_LEVEL_INFO, "request %s %s %s %d %lldms person=%s%s%s", r->id,
	         r->head ? "HEAD" : method_name(r->method), log_quoted(r->arena, r->path), out->status,
	         (long long)(clock_now_ms() - started), visitor.account[0] ? visitor.account : "-", e.detail[0] ? " " : "",
	         e.detail);
}
