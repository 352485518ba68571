#include "http/params.h"

#include "base/text.h"

#include <string.h>

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* The number of bytes written to `out`, or -1 for a malformed %. `plus` is what a '+' becomes. */
static ptrdiff_t decode(const char *in, size_t n, char plus, char *out)
{
	size_t len = 0;
	for (size_t i = 0; i < n; i++) {
		if (in[i] != '%') {
			out[len++] = in[i] == '+' ? plus : in[i];
			continue;
		}
		int high = n - i > 2 ? hex(in[i + 1]) : -1;
		int low = high >= 0 ? hex(in[i + 2]) : -1;
		if (low < 0)
			return -1;
		out[len++] = (char)(high * 16 + low);
		i += 2;
	}
	out[len] = '\0';
	return (ptrdiff_t)len;
}

bool percent_decode(const char *in, size_t n, char *out)
{
	ptrdiff_t len = decode(in, n, '+', out);
	return len >= 0 && text_is_clean(out, (size_t)len);
}

/* A name is the page's own and clean; a value is what somebody typed or pasted: what is wrong with a letter of it the
 * field says that it stands in. */
static int decode_text(const char *in, size_t n, bool name, struct arena *a, const char **out, size_t *len,
                       struct error *e)
{
	char *text = arena_alloc(a, n + 1);
	ptrdiff_t written = decode(in, n, ' ', text);
	if (written < 0)
		return error_set(e, 400,
		                 _("A percent sign in the address or form is not followed by two hexadecimal digits. "
		                   "Write a percent sign itself as %%25."));
	if (!(name ? text_is_clean : text_is_utf8)(text, (size_t)written))
		return error_set(e, 400,
		                 _("The address or form contains characters that are not valid UTF-8 text. "
		                   "Remove them and try again."));
	*out = text;
	*len = (size_t)written;
	return 0;
}

static int read_pair(const char *text, size_t n, struct arena *a, struct form_pair *pair, struct error *e)
{
	const char *equals = memchr(text, '=', n);
	size_t name_len = equals ? (size_t)(equals - text) : n;
	size_t value_at = equals ? name_len + 1 : n;
	size_t decoded = 0, value_len = 0;
	if (decode_text(text, name_len, true, a, &pair->name, &decoded, e))
		return -1;
	if (decoded > PARAM_NAME_MAX)
		return error_set(e, 400, _("The name of a field in the address or form is longer than %d bytes."),
		                 PARAM_NAME_MAX);
	return decode_text(text + value_at, n - value_at, false, a, &pair->value, &value_len, e);
}

static size_t count_ampersands(const char *text, size_t n)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += text[i] == '&';
	return count;
}

int params_parse(const char *text, size_t n, struct arena *a, struct form_pair **pairs, size_t *count, struct error *e)
{
	size_t room = n ? count_ampersands(text, n) + 1 : 0;
	if (room > PARAMS_MAX)
		room = PARAMS_MAX;
	*pairs = arena_alloc(a, (room ? room : 1) * sizeof **pairs);
	*count = 0;
	for (size_t at = 0; at < n;) {
		const char *end = memchr(text + at, '&', n - at);
		size_t len = end ? (size_t)(end - text) - at : n - at;
		if (len) {
			if (*count == PARAMS_MAX)
				return error_set(e, 400, _("The address or form has more than %d fields. Send fewer at a time."),
				                 PARAMS_MAX);
			if (read_pair(text + at, len, a, &(*pairs)[*count], e))
				return -1;
			++*count;
		}
		at += len + 1;
	}
	return 0;
}

const char *params_get(const struct form_pair *pairs, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(pairs[i].name, name) == 0)
			return pairs[i].value;
	return NULL;
}
