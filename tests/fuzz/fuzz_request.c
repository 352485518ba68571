/* Requests of any kind must be taken apart or refused, never read past. The input's lines are the method, the URI, the
 * content type, Accept, Cookie, If-Match, and the rest is the body. */
#include "http/request.h"

#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *next_line(struct arena *a, const char **p, const char *end)
{
	const char *line = *p, *stop = memchr(line, '\n', (size_t)(end - line));
	size_t n = stop ? (size_t)(stop - line) : (size_t)(end - line);
	*p = stop ? stop + 1 : end;
	return n ? arena_strndup(a, line, n) : NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const bases[] = {"", "/styr"};
	for (size_t i = 0; i < 2; i++) {
		struct arena *a = arena_new(), *secrets = arena_new_wiped();
		const char *p = (const char *)data, *end = p + size;
		struct raw_request raw = {.method = next_line(a, &p, end),
		                          .uri = next_line(a, &p, end),
		                          .content_type = next_line(a, &p, end),
		                          .accept = next_line(a, &p, end),
		                          .cookie = next_line(a, &p, end),
		                          .if_match = next_line(a, &p, end)};
		struct request r = {.arena = a, .secrets = secrets};
		struct error e = {0};
		raw.body = p;
		raw.body_length = (size_t)(end - p);
		if (request_read(&r, &raw, bases[i], &e) == 0) {
			/* What is accepted keeps its promises: a sound path of clean text. */
			if (r.path[0] != '/' || strstr(r.path, "//") || strstr(r.path, "/../") ||
			    !text_is_clean(r.path, strlen(r.path)))
				abort();
			for (size_t k = 0; k < r.form_count; k++)
				if (!text_is_utf8(r.form[k].value, strlen(r.form[k].value)))
					abort();
			request_cookie(&r, "styrbord_session");
		} else if (!e.status || !e.message[0]) {
			abort();
		}
		arena_free(secrets);
		arena_free(a);
	}
	return 0;
}
