#include "http/request.h"

#include "base/text.h"
#include "http/limits.h"
#include "http/params.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static enum method method_of(const char *name, bool *head)
{
	static const struct {
		const char *name;
		enum method method;
	} methods[] = {{"GET", METHOD_GET},
	               {"HEAD", METHOD_GET},
	               {"POST", METHOD_POST},
	               {"PATCH", METHOD_PATCH},
	               {"DELETE", METHOD_DELETE}};
	for (size_t i = 0; name && i < sizeof methods / sizeof *methods; i++) {
		if (!strcmp(name, methods[i].name)) {
			*head = i == 1;
			return methods[i].method;
		}
	}
	return METHOD_OTHER;
}

/* nginx's own number if it is one, else a new one. */
static const char *id_of(struct arena *a, const char *given)
{
	size_t n = given ? strlen(given) : 0;
	if (n >= 8 && n <= 64 && strspn(given, "0123456789abcdef") == n)
		return given;
	unsigned char bytes[16];
	char *id = arena_alloc(a, sizeof bytes * 2 + 1);
	randombytes_buf(bytes, sizeof bytes);
	return sodium_bin2hex(id, sizeof bytes * 2 + 1, bytes, sizeof bytes);
}

static double quality(const char *item, size_t n)
{
	for (size_t i = 0; i + 2 < n; i++)
		if ((item[i] == 'q' || item[i] == 'Q') && item[i + 1] == '=' && (i == 0 || strchr("; \t", item[i - 1])))
			return strtod(item + i + 2, NULL);
	return 1;
}

bool request_prefers_json(const char *accept)
{
	double json = 0, html = 0, any = 0;
	for (const char *p = accept; p && *p;) {
		p += strspn(p, " \t,");
		size_t n = strcspn(p, ",");
		size_t type = strcspn(p, "; \t,");
		double q = n ? quality(p, n) : 0;
		if ((type == 16 && !strncasecmp(p, "application/json", 16)) ||
		    (type == 24 && !strncasecmp(p, "application/problem+json", 24)))
			json = q > json ? q : json;
		else if (type == 9 && !strncasecmp(p, "text/html", 9))
			html = q;
		else if (type == 3 && !strncmp(p, "*/*", 3))
			any = q;
		p += n;
	}
	return json > 0 && json > (html > 0 ? html : any * 0.5);
}

/* A path names resources of ours: no segment climbs, none is empty but the last. */
static bool path_is_sound(const char *path)
{
	if (path[0] != '/' || strstr(path, "//") || strpbrk(path, "\t\r\n\\"))
		return false;
	for (const char *p = path; p; p = strchr(p, '/')) {
		p++;
		size_t n = strcspn(p, "/");
		if ((n == 1 && p[0] == '.') || (n == 2 && p[0] == '.' && p[1] == '.'))
			return false;
	}
	return true;
}

static void take_suffix(struct request *r, char *path)
{
	size_t n = strlen(path);
	if (n > 5 && !strcmp(path + n - 5, ".json")) {
		path[n - 5] = '\0';
		r->format = FORMAT_JSON;
		r->suffix = true;
	}
	/* The front page's document: /.json would be a hidden file's name, so it is /index.json. */
	if (!strcmp(path, "/index") && r->format == FORMAT_JSON)
		path[1] = '\0';
	n = strlen(path);
	if (n > 1 && path[n - 1] == '/')
		path[n - 1] = '\0';
	r->path = path;
}

static int read_target(struct request *r, const char *uri, const char *base, struct error *e)
{
	const char *question = strchr(uri, '?');
	size_t length = question ? (size_t)(question - uri) : strlen(uri);
	r->query_string = question ? question + 1 : "";
	if (length > PATH_MAX_BYTES || strlen(r->query_string) > QUERY_MAX_BYTES)
		return error_set(e, 414, "%s", _("The address is too long."));
	size_t skip = strlen(base);
	if (strncmp(uri, base, skip) || (length > skip && uri[skip] != '/'))
		return error_set(e, 404, "%s", _("There is no such page."));
	char *path = arena_alloc(r->arena, length - skip + 2);
	if (!percent_decode(uri + skip, length - skip, path))
		return error_set(e, 400, "%s", _("The address is not well-formed: it holds characters that no text has."));
	if (!path[0])
		path[0] = '/';
	if (!path_is_sound(path))
		return error_set(e, 400, "%s", _("The address is not well-formed: it points outside the portal."));
	take_suffix(r, path);
	return params_parse(r->query_string, strlen(r->query_string), r->arena, &r->query, &r->query_count, e);
}

static bool is_type(const char *content_type, const char *type)
{
	size_t n = strlen(type);
	return content_type && !strncasecmp(content_type, type, n) && (!content_type[n] || strchr("; \t", content_type[n]));
}

static int read_body(struct request *r, const struct raw_request *raw, struct error *e)
{
	r->body = raw->body ? raw->body : "";
	r->body_length = raw->body_length;
	if (!r->body_length)
		return 0;
	if (is_type(raw->content_type, "application/json") || is_type(raw->content_type, "application/merge-patch+json")) {
		r->json_body = true;
		return 0;
	}
	if (is_type(raw->content_type, "multipart/form-data")) {
		r->multipart = raw->content_type;
		return 0;
	}
	/* A form may hold a password: its texts are wiped. */
	if (is_type(raw->content_type, "application/x-www-form-urlencoded"))
		return params_parse(r->body, r->body_length, r->secrets, &r->form, &r->form_count, e);
	return error_set(e, 415, "%s", _("The portal reads forms and JSON; this is neither."));
}

int request_read(struct request *r, const struct raw_request *raw, const char *base, struct error *e)
{
	r->id = id_of(r->arena, raw->id);
	r->path = "/";
	r->query_string = r->at = r->at_date = "";
	r->method = method_of(raw->method, &r->head);
	r->format = request_prefers_json(raw->accept) ? FORMAT_JSON : FORMAT_HTML;
	r->remote_address = raw->remote_address ? raw->remote_address : "";
	r->accept_language = raw->accept_language;
	r->if_match = raw->if_match;
	r->if_none_match = raw->if_none_match;
	r->fetch_site = raw->fetch_site;
	r->csrf_token = raw->csrf_token;
	r->idempotency_key = raw->idempotency_key;
	r->error_status = raw->error_status ? (int)strtol(raw->error_status, NULL, 10) : 0;
	r->cookie = raw->cookie;
	const char *const headers[] = {raw->accept_language, raw->if_match,   raw->if_none_match,
	                               raw->cookie,          raw->csrf_token, raw->idempotency_key};
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
		if (headers[i] && (strlen(headers[i]) > HEADER_MAX_BYTES || !text_is_clean(headers[i], strlen(headers[i])))) {
			r->cookie = r->accept_language = NULL;
			return error_set(e, 400, "%s", _("A header of the request is too long or not well-formed."));
		}
	}
	if (read_target(r, raw->uri ? raw->uri : "", base, e))
		return -1;
	return read_body(r, raw, e);
}

const char *request_capture(const struct request *r, const char *name)
{
	for (int i = 0; i < r->capture_count; i++)
		if (!strcmp(r->captures[i].name, name))
			return r->captures[i].value;
	return "";
}

const char *request_query(const struct request *r, const char *name)
{
	return params_get(r->query, r->query_count, name);
}

const char *request_form(const struct request *r, const char *name)
{
	return params_get(r->form, r->form_count, name);
}

const char *request_cookie(const struct request *r, const char *name)
{
	size_t n = strlen(name);
	for (const char *p = r->cookie; p && *p;) {
		p += strspn(p, " ;");
		size_t length = strcspn(p, ";");
		if (length > n && !strncmp(p, name, n) && p[n] == '=')
			return arena_strndup(r->secrets, p + n + 1, length - n - 1);
		p += length;
	}
	return NULL;
}
