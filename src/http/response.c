#include "http/response.h"

#include "base/log.h"

#include <string.h>

void response_header(struct response *out, const char *name, const char *value)
{
	if (strpbrk(value, "\r\n") || out->header_count == HEADERS_MAX) {
		log_error("header %s dropped: it holds a line break, or there are too many", name);
		return;
	}
	out->headers[out->header_count].name = name;
	out->headers[out->header_count++].value = value;
}

const char *response_header_value(const struct response *out, const char *name)
{
	for (int i = out->header_count - 1; i >= 0; i--)
		if (!strcmp(out->headers[i].name, name))
			return out->headers[i].value;
	return NULL;
}

static void redirect(struct response *out, int status, const char *location)
{
	out->status = status;
	out->content_type = NULL;
	buf_reset(&out->body);
	response_header(out, "Location", location);
}

void response_see_other(struct response *out, struct arena *a, const char *base, const char *path)
{
	redirect(out, 303, arena_printf(a, "%s%s", base, path));
}

void response_moved(struct response *out, struct arena *a, const char *base, const char *path)
{
	redirect(out, 308, arena_printf(a, "%s%s", base, path));
}

void response_cookie(struct response *out, struct arena *a, const char *base, bool secure, const char *name,
                     const char *value, long max_age)
{
	const char *age = max_age < 0 ? "" : arena_printf(a, "; Max-Age=%ld", max_age);
	response_header(out, "Set-Cookie",
	                arena_printf(a, "%s=%s; Path=%s/; HttpOnly; SameSite=Lax%s%s", name, value, base,
	                             secure ? "; Secure" : "", age));
}

const char *response_reason(int status)
{
	static const struct {
		int status;
		const char *reason;
	} reasons[] = {{200, "OK"},
	               {201, "Created"},
	               {204, "No Content"},
	               {303, "See Other"},
	               {304, "Not Modified"},
	               {308, "Permanent Redirect"},
	               {400, "Bad Request"},
	               {401, "Unauthorized"},
	               {403, "Forbidden"},
	               {404, "Not Found"},
	               {405, "Method Not Allowed"},
	               {409, "Conflict"},
	               {412, "Precondition Failed"},
	               {413, "Content Too Large"},
	               {414, "URI Too Long"},
	               {415, "Unsupported Media Type"},
	               {421, "Misdirected Request"},
	               {422, "Unprocessable Content"},
	               {428, "Precondition Required"},
	               {429, "Too Many Requests"},
	               {431, "Request Header Fields Too Large"},
	               {500, "Internal Server Error"},
	               {502, "Bad Gateway"},
	               {503, "Service Unavailable"},
	               {504, "Gateway Timeout"}};
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].status == status)
			return reasons[i].reason;
	return "Error";
}
