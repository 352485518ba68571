#include "portal/page.h"

#include "assets.h"
#include "base/log.h"
#include "base/text.h"
#include "http/etag.h"
#include "i18n/format.h"
#include "i18n/language.h"
#include "portal/members.h"
#include "portal/once.h"
#include "portal/translations.h"
#include "portal/words.h"
#include "record/json_read.h"
#include "record/terms.h"
#include "session/session.h"
#include "templates.h"
#include "version.h"

#include <json-c/json.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { NEXT_MAX = 1500 };

struct json_object *page_new_object(struct request *r)
{
	return json_keep(r->arena, json_object_new_object());
}

bool page_has_right(struct json_object *document, const char *right)
{
	struct json_object *rights;
	if (!json_object_object_get_ex(document, "rights", &rights))
		return false;
	for (size_t i = 0; i < json_object_array_length(rights); i++)
		if (text_equal(json_object_get_string(json_object_array_get_idx(rights, i)), right))
			return true;
	return false;
}

struct json_object *page_parse(struct request *r, const char *document, struct error *e)
{
	struct json_object *o = json_tokener_parse(document);
	if (!o) {
		error_set(
			e, 500, "%s",
			_("Something went wrong in the portal. It has been logged; try again, and if it persists tell the administrator the request's number."));
		error_detail(e, "the database sent a document that is no JSON");
		return NULL;
	}
	return json_keep(r->arena, o);
}

int page_query(struct request *r, const struct statement *st, const char *const *parameters, const char **document,
               const char **version, struct error *e)
{
	struct db_result *result;
	if (r->once && r->once->writing) {
		if (db_query(r->site->db, st, parameters, r->arena, &result, e))
			return -1;
	} else {
		db_begin(r->site->db, session_identity(r), false, r->deadline);
		if (db_last(r->site->db, st, parameters, r->arena, &result, e))
			return -1;
	}
	*document = db_rows(result) ? db_value(result, 0, 0) : NULL;
	if (!*document)
		return error_set(e, 404, "%s",
		                 r->at[0] ? _("On that day there was no such record, or you may not see it.")
		                          : _("There is no such record, or you may not see it."));
	if (version)
		*version = db_value(result, 0, 1);
	return 0;
}

/* The query without one name, and `extra` behind it: language links keep the filter, the way back keeps the page. */
static const char *query_without(struct request *r, const char *name, const char *extra)
{
	struct buf b;
	buf_init(&b, 16 * 1024);
	size_t length = strlen(name);
	for (const char *p = r->query_string; *p;) {
		size_t n = strcspn(p, "&");
		if (n && !(!strncmp(p, name, length) && (p[length] == '=' || p[length] == '&' || !p[length]))) {
			if (b.len)
				buf_addc(&b, '&');
			buf_add(&b, p, n);
		}
		p += n + (p[n] == '&');
	}
	if (b.len && extra[0])
		buf_addc(&b, '&');
	buf_adds(&b, extra);
	const char *text = arena_strdup(r->arena, buf_text(&b));
	buf_free(&b);
	return text;
}

static struct json_object *language_links(struct request *r)
{
	struct json_object *list = json_object_new_array();
	for (size_t i = 0; i < language_count; i++) {
		struct json_object *o = json_object_new_object();
		put(o, "tag", languages[i].tag);
		put(o, "name", languages[i].name);
		put(o, "query", query_without(r, "language", arena_printf(r->arena, "language=%s", languages[i].tag)));
		json_object_object_add(o, "current", json_object_new_boolean(&languages[i] == r->language));
		json_object_array_add(list, o);
	}
	return list;
}

/* The parts of the menu; what begins with one's path is in it. */
static const char *const sections[] = {
	"projects", "organisations", "services",   "models", "rollouts", "bodies", "news",   "events",        "mirror",
	"surveys",  "funding",       "strategies", "roles",  "people",   "terms",  "access", "contradictions"};

static const char *section_of(const struct request *r)
{
	/* Where no address was understood, the path is this one for want of another. */
	if (!strcmp(r->path, "/"))
		return r->route ? "portfolio" : "";
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		if (text_starts_with(r->path + 1, sections[i]))
			return sections[i];
	return "";
}

static const char *today(struct request *r)
{
	time_t now = time(NULL);
	struct tm tm;
	char *text = arena_alloc(r->arena, 16);
	localtime_r(&now, &tm);
	strftime(text, 16, "%Y-%m-%d", &tm);
	return text;
}

/* Where the page stands in the menu. */
static void add_section(struct request *r, struct json_object *page)
{
	const char *section = section_of(r);
	json_object_object_add(page, "in_portfolio", json_object_new_boolean(!strcmp(section, "portfolio")));
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		json_object_object_add(page, arena_printf(r->arena, "in_%s", sections[i]),
		                       json_object_new_boolean(!strcmp(section, sections[i])));
}

/* Where the removal is undone from which somebody comes ("?removed=risks/3"): below this page. "" for none. */
static const char *undo_of(struct request *r)
{
	const char *removed = request_query(r, "removed");
	if (!r->visitor || !r->visitor->signed_in || r->at[0] || !removed || !removed[0] || removed[0] == '/' ||
	    strspn(removed, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_/-") != strlen(removed))
		return "";
	return arena_printf(r->arena, "%s/%s/restore", r->path, removed);
}

/* What every page knows besides its document: `base` and `page`. A page that is written for whoever may come
 * (portal/away) has no visitor, and so offers no signing in to somebody who may have. */
static struct json_object *globals(struct request *r, const char *title)
{
	static const struct visitor anybody = {.account = "", .name = "", .csrf = ""};
	const struct visitor *v = r->visitor ? r->visitor : &anybody;
	const struct config *c = r->site->config;
	struct json_object *all = page_new_object(r), *page = json_object_new_object();
	put(all, "base", c->base);
	json_object_object_add(all, "page", page);
	const struct {
		const char *key, *value;
	} texts[] = {{"title", title},
	             {"language", r->language->tag},
	             {"language_name", r->language->name},
	             {"path", r->path},
	             {"portal", c->portal_name},
	             {"organisation", c->organisation_name},
	             {"css", ASSET_CSS},
	             {"script", ASSET_SCRIPT},
	             {"icon", ASSET_ICON},
	             {"csrf", v->csrf},
	             {"once", once_new(r)},
	             {"name", v->name},
	             {"at", r->at_date},
	             {"undo", undo_of(r)},
	             {"today", today(r)},
	             {"request_id", r->id},
	             {"without_at", query_without(r, "at", "")},
	             {"at_query", r->at_date[0] ? arena_printf(r->arena, "at=%s", r->at_date) : ""},
	             {"contact", c->accessibility_contact}};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		put(page, texts[i].key, texts[i].value ? texts[i].value : "");
	json_object_object_add(page, "version", json_object_new_string(STYRBORD_VERSION));
	json_object_object_add(page, "shows_form", json_object_new_boolean(r->shows_form));
	json_object_object_add(page, "signed_in", json_object_new_boolean(v->signed_in));
	json_object_object_add(page, "audits", json_object_new_boolean(v->audits));
	json_object_object_add(page, "may_sign_in", json_object_new_boolean(r->visitor && !v->signed_in));
	add_section(r, page);
	json_object_object_add(page, "languages", language_links(r));
	return all;
}

bool page_hides(const struct request *r, const char *part)
{
	const struct config *c = r->site->config;
	size_t n = strlen(part);
	if (c->reading_staff || r->visitor->signed_in)
		return false;
	for (const char *at = c->for_staff; (at = strstr(at, part)); at += n)
		if ((at == c->for_staff || strchr(", ", at[-1])) && (!at[n] || strchr(", ", at[n])))
			return true;
	return false;
}

/* In the words of the organisation that owns what is shown, where it has its own. */
static const char *label(struct render *r, const char *name, const char *value)
{
	return term_label(name, value, render_text(r, "owner", "code"));
}

static int render(struct request *r, struct response *out, const char *title, template_function *template,
                  struct json_object *document, struct error *e)
{
	struct render render;
	if (r->visitor && r->visitor->words_version)
		words_refresh(r);
	translations_apply(document, arena_strndup(r->arena, r->language->tag, 2));
	buf_reset(&out->body);
	render_start(&render, &out->body, r->arena, globals(r, title), document, formats_of(r->language));
	render.label = label;
	render.strict = r->site->strict;
	template(&render);
	if (out->body.full || (render.strict && render.missing[0])) {
		error_set(
			e, 500, "%s",
			_("Something went wrong in the portal. It has been logged; try again, and if it persists tell the administrator the request's number."));
		return error_detail(e, "template: %s", out->body.full ? "page too large" : render.missing);
	}
	if (render.missing[0])
		log_warning("request %s: key missing in template %s", r->id, render.missing);
	out->content_type = "text/html; charset=utf-8";
	return 0;
}

static int send_document(struct request *r, struct response *out, const char *document, struct error *e)
{
	out->content_type = "application/json";
	buf_reset(&out->body);
	buf_adds(&out->body, document);
	if (out->body.full) {
		error_set(
			e, 500, "%s",
			_("Something went wrong in the portal. It has been logged; try again, and if it persists tell the administrator the request's number."));
		return error_detail(e, "the document is too large");
	}
	/* What a public page says of the servers, or of who asks with their token, nobody compares with what they have. */
	if (r->route->access != ACCESS_PUBLIC && out->status < 300)
		response_header(out, "ETag", etag_make(out->version, buf_text(&out->body), out->body.len, r->arena));
	return 0;
}

int page_object(struct request *r, struct response *out, const char *title, template_function *template,
                struct json_object *document, struct error *e)
{
	if (r->format == FORMAT_HTML)
		return render(r, out, title, template, document, e);
	return send_document(
		r, out, json_object_to_json_string_ext(document, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE), e);
}

int page_text(struct request *r, struct response *out, const char *title, template_function *template,
              const char *document, struct error *e)
{
	if (r->format == FORMAT_JSON)
		return send_document(r, out, document, e);
	struct json_object *o = page_parse(r, document, e);
	return o ? render(r, out, title, template, o, e) : -1;
}

void page_etag(struct request *r, struct response *out, const char *version)
{
	(void)r;
	out->version = version;
}

const char *page_if_match(struct request *r, const char *current)
{
	if (!r->if_match)
		return NULL;
	return etag_matches(r->if_match, current) ? current : "-";
}

int page_seen(struct request *r, const char *current, const char **version, struct error *e)
{
	*version = request_form(r, "_version");
	if (!*version)
		*version = page_if_match(r, current);
	/* A form of the portal's that lost its version is a form still, and is answered as one. */
	if (!*version && r->form_count && r->format == FORMAT_HTML)
		*version = "";
	if (*version)
		return 0;
	return error_set(e, 428, "%s", _("Say with If-Match which version you change; the ETag of the record names it."));
}

int page_problem(struct request *r, struct response *out, int status, const char *message,
                 const struct field_error *errors, size_t n)
{
	struct json_object *problem = page_new_object(r), *list = json_object_new_array();
	put(problem, "type", "about:blank");
	put(problem, "title", response_reason(status));
	json_object_object_add(problem, "status", json_object_new_int(status));
	put(problem, "detail", message);
	put(problem, "instance", arena_printf(r->arena, "urn:request:%s", r->id));
	for (size_t i = 0; i < n; i++) {
		struct json_object *one = json_object_new_object();
		put(one, "field", errors[i].field);
		put(one, "message", errors[i].message);
		json_object_array_add(list, one);
	}
	json_object_object_add(problem, "errors", list);
	if (r->leads)
		json_object_object_add(problem, "referring", json_object_get(r->leads));
	if (r->conflicts)
		json_object_object_add(problem, "conflicts", json_object_get(r->conflicts));
	out->status = status;
	out->content_type = "application/problem+json";
	buf_reset(&out->body);
	buf_adds(&out->body,
	         json_object_to_json_string_ext(problem, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
	return 0;
}

static const char *headline(int status)
{
	switch (status) {
	case 401:
		return _("Sign in first");
	case 403:
		return _("You may not do this");
	case 404:
		return _("Nothing here");
	case 405:
		return _("Not this way");
	case 409:
	case 412:
		return _("Somebody was faster");
	case 413:
	case 414:
	case 431:
		return _("Too much at once");
	case 429:
		return _("Wait a little");
	case 502:
	case 503:
	case 504:
		return _("Away for a moment");
	default:
		return status >= 500 ? _("Something went wrong") : _("The portal does not understand this");
	}
}

/* Who has not signed in comes back to where they wanted to go. */
static void lead_to_sign_in(struct request *r, struct response *out)
{
	/* What is longer than the sign-in form takes back (sign_in.c) would only burst nginx's header buffer. */
	const char *next = r->query_string[0] && strlen(r->query_string) < NEXT_MAX
	                       ? arena_printf(r->arena, "%s?%s", r->path, r->query_string)
	                       : r->path;
	struct buf b;
	buf_init(&b, 32 * 1024);
	buf_adds(&b, "/login?next=");
	for (const char *p = next; *p; p++) {
		if ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || strchr("/-_.~", *p))
			buf_addc(&b, *p);
		else
			buf_printf(&b, "%%%02X", (unsigned char)*p);
	}
	response_see_other(out, r->arena, r->site->config->base, arena_strdup(r->arena, buf_text(&b)));
	buf_free(&b);
}

void page_error(struct request *r, struct response *out, struct error *e)
{
	out->status = e->status ? e->status : 500;
	if (!e->message[0])
		error_set(
			e, out->status, "%s",
			_("Something went wrong in the portal. It has been logged; try again, and if it persists tell the administrator the request's number."));
	if (e->retry_after)
		response_header(out, "Retry-After", arena_printf(r->arena, "%d", e->retry_after));
	if (r->format == FORMAT_JSON || r->json_body) {
		page_problem(r, out, out->status, e->message, NULL, 0);
		return;
	}
	if (out->status == 401 && r->method == METHOD_GET && strcmp(r->path, "/login")) {
		lead_to_sign_in(r, out);
		return;
	}
	struct json_object *document = page_new_object(r);
	struct error second = {0};
	json_object_object_add(document, "status", json_object_new_int(out->status));
	put(document, "headline", r->leads ? _("It is still in use") : headline(out->status));
	size_t length = strlen(r->path);
	bool removing = r->leads && length > 7 && text_equal(r->path + length - 7, "/remove");
	put(document, "back", removing ? arena_strndup(r->arena, r->path, length - 7) : "");
	put(document, "message", e->message);
	json_object_object_add(document, "leads", r->leads ? json_object_get(r->leads) : json_object_new_array());
	json_object_object_add(
		document, "sign_in",
		json_object_new_boolean((out->status == 403 || out->status == 404) && !r->visitor->signed_in));
	if (render(r, out, headline(out->status), tpl_error_page, document, &second)) {
		out->status = 500;
		out->content_type = "text/plain; charset=utf-8";
		buf_reset(&out->body);
		buf_adds(&out->body, e->message);
		log_error("request %s: error page not rendered: %s", r->id, second.detail);
	}
}
