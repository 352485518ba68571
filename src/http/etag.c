#include "http/etag.h"

#include <sodium.h>
#include <string.h>

enum { HASH_BYTES = crypto_generichash_BYTES_MIN, HASH_DIGITS = 16 };

const char *etag_make(const char *version, const char *body, size_t n, struct arena *a)
{
	unsigned char hash[HASH_BYTES];
	char digits[HASH_BYTES * 2 + 1];
	crypto_generichash(hash, sizeof hash, (const unsigned char *)body, n, NULL, 0);
	sodium_bin2hex(digits, sizeof digits, hash, sizeof hash);
	return arena_printf(a, "\"%s-%.*s\"", version ? version : "", HASH_DIGITS, digits);
}

/* One tag of a list, without its quotes. */
struct tag {
	const char *text;
	size_t length;
	bool weak;
};

/* etagc: visible characters but the quote, and what was once allowed above ASCII. A backslash is one like the others.
 */
static size_t etagc(const char *p)
{
	size_t n = 0;
	while ((unsigned char)p[n] > ' ' && p[n] != '"' && p[n] != 0x7f)
		n++;
	return n;
}

/* Takes one tag off the list, with the comma behind it. False: it is malformed. */
static bool take(const char **p, struct tag *tag)
{
	const char *s = *p;
	tag->weak = s[0] == 'W' && s[1] == '/';
	s += tag->weak ? 2 : 0;
	if (*s++ != '"')
		return false;
	*tag = (struct tag){s, etagc(s), tag->weak};
	s += tag->length;
	if (*s++ != '"')
		return false;
	s += strspn(s, " \t");
	*p = s;
	return !*s || *s == ',';
}

typedef bool fitting(const struct tag *tag, const char *wanted);

/* Is there a tag that fits? The list may hold empty elements (RFC 9110, 5.6.1.2). */
static bool any(const char *list, fitting *fits, const char *wanted)
{
	struct tag tag;
	bool found = false;
	list += strspn(list, " \t");
	if (list[0] == '*')
		return !list[1 + strspn(list + 1, " \t")];
	for (list += strspn(list, " \t,"); *list; list += strspn(list, " \t,")) {
		if (!take(&list, &tag))
			return false;
		found = found || fits(&tag, wanted);
	}
	return found;
}

static bool is_version(const struct tag *tag, const char *version)
{
	const char *dash = memchr(tag->text, '-', tag->length);
	size_t n = dash ? (size_t)(dash - tag->text) : tag->length;
	return !tag->weak && n && n == strlen(version) && !memcmp(tag->text, version, n);
}

static bool is_tag(const struct tag *tag, const char *wanted)
{
	/* `wanted` is one of ours: between quotes. */
	return tag->length + 2 == strlen(wanted) && !memcmp(tag->text, wanted + 1, tag->length);
}

bool etag_matches(const char *if_match, const char *version)
{
	return any(if_match, is_version, version);
}

bool etag_listed(const char *if_none_match, const char *tag)
{
	return any(if_none_match, is_tag, tag);
}
