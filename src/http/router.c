#include "http/router.h"

#include "base/text.h"

#include <string.h>

/* Walks pattern and path together; captures are written only when the whole matches. */
static bool match(const char *pattern, const char *path, struct request *r, int *captured)
{
	int n = 0;
	while (*pattern && *path) {
		if (*pattern == '{') {
			size_t name = strcspn(pattern, "}") - 1, value = strcspn(path, "/");
			if (!value || n == CAPTURES_MAX)
				return false;
			r->captures[n].name = arena_strndup(r->arena, pattern + 1, name);
			r->captures[n++].value = arena_strndup(r->arena, path, value);
			pattern += name + 2;
			path += value;
		} else if (*pattern++ != *path++) {
			return false;
		}
	}
	*captured = n;
	return !*pattern && !*path;
}

static int placeholders(const char *pattern)
{
	int n = 0;
	for (; *pattern; pattern++)
		n += *pattern == '{';
	return n;
}

/* What a path says literally hides a pattern that would match as well, whatever the method: /projects/new is no
 * project, and /projects/DHO/reports/new no report. The fewest placeholders of any row that matches. */
static int fewest_placeholders(const struct route *routes, size_t n, struct request *r)
{
	int fewest = CAPTURES_MAX, ignored;
	for (size_t i = 0; i < n; i++)
		if (placeholders(routes[i].path) < fewest && match(routes[i].path, r->path, r, &ignored))
			fewest = placeholders(routes[i].path);
	return fewest;
}

const struct route *route_find(const struct route *routes, size_t n, struct request *r, const char **allow,
                               struct error *e)
{
	unsigned methods = 0;
	int fewest = fewest_placeholders(routes, n, r);
	for (size_t i = 0; i < n; i++) {
		if (placeholders(routes[i].path) > fewest || !match(routes[i].path, r->path, r, &r->capture_count))
			continue;
		if (routes[i].method == r->method)
			return &routes[i];
		methods |= routes[i].method;
	}
	r->capture_count = 0;
	if (!methods) {
		error_set(e, 404, "%s", _("There is no such page."));
		return NULL;
	}
	*allow = arena_printf(r->arena, "%s%s%s%s", methods & METHOD_GET ? "GET, HEAD, " : "",
	                      methods & METHOD_POST ? "POST, " : "", methods & METHOD_PATCH ? "PATCH, " : "",
	                      methods & METHOD_DELETE ? "DELETE, " : "");
	char *end = strrchr(*allow, ',');
	*end = '\0';
	error_set(e, 405, "%s", _("This page does not take requests of this kind."));
	return NULL;
}

#define DIGITS "0123456789"
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/* Writes what stands in the path for {name}, as it is to be written. The number of bytes, at most those of `value`; 0
 * when it can be no code and no number. */
static size_t put_capture(const char *name, const char *value, char *out)
{
	size_t n = strlen(value);
	bool number = !strcmp(name, "n"), code = !strcmp(name, "code") || !strcmp(name, "project");
	if (strspn(value, number ? DIGITS : code ? DIGITS LETTERS "-_" : DIGITS LETTERS "-_.~") != n)
		return 0;
	while (number && value[0] == '0' && value[1])
		value++, n--;
	for (size_t i = 0; i < n; i++)
		out[i] = code && value[i] >= 'a' && value[i] <= 'z' ? (char)(value[i] - 'a' + 'A') : value[i];
	return n;
}

const char *route_canonical(const struct route *route, struct request *r)
{
	char *path = arena_alloc(r->arena, strlen(r->path) + 1);
	size_t n = 0;
	int i = 0;
	for (const char *p = route->path; *p; p++) {
		if (*p != '{') {
			path[n++] = *p;
			continue;
		}
		size_t written = put_capture(r->captures[i].name, r->captures[i].value, path + n);
		if (!written)
			return NULL;
		n += written;
		i++;
		p = strchr(p, '}');
	}
	path[n] = '\0';
	return strcmp(path, r->path) ? path : NULL;
}

const char *method_name(enum method m)
{
	switch (m) {
	case METHOD_GET:
		return "GET";
	case METHOD_POST:
		return "POST";
	case METHOD_PATCH:
		return "PATCH";
	case METHOD_DELETE:
		return "DELETE";
	default:
		return "?";
	}
}

const char *route_access_text(const struct route *route, struct arena *a)
{
	switch (route->access) {
	case ACCESS_PUBLIC:
		return "public";
	case ACCESS_READ:
		return "read";
	case ACCESS_SIGNED_IN:
		return "signed-in";
	case ACCESS_RIGHT:
		return arena_printf(a, "%s@%s", route->right,
		                    !route->subject               ? "any"
		                    : route->flags & ROUTE_EITHER ? "either"
		                                                  : route->subject);
	default:
		return "DENIED";
	}
}

const char *route_flags_text(const struct route *route, struct arena *a)
{
	bool token = route->method != METHOD_GET && !(route->flags & ROUTE_NO_TOKEN);
	const char *text = arena_printf(a, "%s%s%s%s%s", route->flags & ROUTE_PAST ? ",at" : "",
	                                route->flags & ROUTE_FORM ? ",form" : "", route->flags & ROUTE_FILE ? ",file" : "",
	                                route->flags & ROUTE_DIRECTORY ? ",directory" : "", token ? ",token" : "");
	return text[0] ? text + 1 : "-";
}
