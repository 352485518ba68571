#include "http/multipart.h"

#include "base/text.h"
#include "http/params.h"

#include <sodium.h>
#include <string.h>
#include <strings.h>

enum { BOUNDARY_MAX = 70 /* RFC 2046, 5.1.1 */ };

/* What is left to read. */
struct reader {
	const char *at, *end;
	const char *delimiter; /* "\r\n--boundary" */
	size_t delimiter_length;
	struct arena *a;
};

static int malformed(struct error *e)
{
	return error_set(e, 400, "%s", _("The form did not arrive as browsers send it. Send it again."));
}

/* The value of a parameter, name=value or name="value", of a header; NULL: it has none. Browsers write a " within a
 * value as %22 and line breaks as %0D%0A; nothing else is taken apart, since a % may be a part of a name. */
static const char *parameter(const char *header, const char *name, struct arena *a)
{
	size_t n = strlen(name);
	for (const char *p = strchr(header, ';'); p; p = strchr(p, ';')) {
		p += 1 + strspn(p + 1, " \t");
		bool is = !strncasecmp(p, name, n) && p[n] == '=';
		const char *value = p + strcspn(p, "=;");
		if (*value != '=')
			continue;
		bool quoted = value[1] == '"';
		value += 1 + quoted;
		size_t length = strcspn(value, quoted ? "\"" : "; \t");
		if (quoted && value[length] != '"')
			return NULL;
		if (is)
			return arena_strndup(a, value, length);
		p = value + length;
	}
	return NULL;
}

/* The rest of a line of a part's head, when it is this header. */
static const char *header_of(const char *head, const char *name)
{
	size_t n = strlen(name);
	for (const char *line = head; line && *line;) {
		if (!strncasecmp(line, name, n) && line[n] == ':')
			return line + n + 1;
		line = strstr(line, "\r\n");
		line = line ? line + 2 : NULL;
	}
	return NULL;
}

static const char *base64_of(const char *data, size_t n, struct arena *a)
{
	size_t room = sodium_base64_encoded_len(n, sodium_base64_VARIANT_ORIGINAL);
	char *text = arena_alloc(a, room);
	return sodium_bin2base64(text, room, (const unsigned char *)data, n, sodium_base64_VARIANT_ORIGINAL);
}

/* Old browsers sent the whole path. */
static const char *last_of(const char *name)
{
	for (const char *p = strpbrk(name, "/\\"); p; p = strpbrk(name, "/\\"))
		name = p + 1;
	return name;
}

static int take_value(struct form_pair *pair, const char *file, const char *data, size_t n, struct arena *a,
                      struct error *e)
{
	if (file && (file[0] || n)) {
		pair->file = last_of(file);
		pair->value = base64_of(data, n, a);
		return 0;
	}
	if (memchr(data, '\0', n) || !text_is_utf8(data, n))
		return error_set(e, 400,
		                 _("The address or form contains characters that are not valid UTF-8 text. "
		                   "Remove them and try again."));
	pair->value = arena_strndup(a, data, n);
	return 0;
}

/* The part whose head begins at r->at, which is then behind the delimiter that ends it. */
static int read_part(struct reader *r, struct form_pair *pair, struct error *e)
{
	const char *end = memmem(r->at, (size_t)(r->end - r->at), "\r\n\r\n", 4);
	if (!end || end - r->at > MULTIPART_HEAD_MAX || !text_is_utf8(r->at, (size_t)(end - r->at)) ||
	    memchr(r->at, '\0', (size_t)(end - r->at)))
		return malformed(e);
	const char *head = arena_strndup(r->a, r->at, (size_t)(end - r->at)), *data = end + 4;
	const char *says = header_of(head, "Content-Disposition"), *encoding = header_of(head, "Content-Transfer-Encoding");
	const char *line = says ? arena_strndup(r->a, says, strcspn(says, "\r\n")) : NULL;
	const char *next = memmem(data, (size_t)(r->end - data), r->delimiter, r->delimiter_length);
	if (!next || !line || strncasecmp(line + strspn(line, " \t"), "form-data", 9) || encoding)
		return malformed(e);
	pair->name = parameter(line, "name", r->a);
	const char *file = parameter(line, "filename", r->a);
	if (!pair->name || !text_is_clean(pair->name, strlen(pair->name)) || strlen(pair->name) > PARAM_NAME_MAX ||
	    (file && !text_is_clean(file, strlen(file))))
		return malformed(e);
	r->at = next + r->delimiter_length;
	return take_value(pair, file, data, (size_t)(next - data), r->a, e);
}

static int start(struct reader *r, const char *content_type, struct error *e)
{
	const char *boundary = parameter(content_type, "boundary", r->a);
	size_t n = boundary ? strlen(boundary) : 0;
	if (!n || n > BOUNDARY_MAX)
		return malformed(e);
	r->delimiter = arena_printf(r->a, "\r\n--%s", boundary);
	r->delimiter_length = n + 4;
	/* The first stands at the very beginning, without the line break that otherwise belongs to it. */
	if ((size_t)(r->end - r->at) < n + 2 || memcmp(r->at, r->delimiter + 2, n + 2))
		return malformed(e);
	r->at += n + 2;
	return 0;
}

int multipart_parse(const char *content_type, const char *body, size_t n, struct arena *a, struct form_pair **pairs,
                    size_t *count, struct error *e)
{
	struct reader r = {.at = body, .end = body + n, .a = a};
	*pairs = arena_alloc(a, MULTIPART_PARTS_MAX * sizeof **pairs);
	*count = 0;
	if (start(&r, content_type, e))
		return -1;
	while (r.end - r.at >= 2 && !memcmp(r.at, "\r\n", 2)) {
		struct form_pair pair = {.name = NULL};
		if (*count == MULTIPART_PARTS_MAX)
			return error_set(e, 400, _("The form has more than %d fields."), MULTIPART_PARTS_MAX);
		r.at += 2;
		if (read_part(&r, &pair, e))
			return -1;
		(*pairs)[(*count)++] = pair;
	}
	return r.end - r.at >= 2 && !memcmp(r.at, "--", 2) ? 0 : malformed(e);
}
