#include "directory/ldap_text.h"

#include "base/buf.h"

#include <ldap.h>
#include <stdbool.h>
#include <string.h>

enum { FILTER_MAX = 64 * 1024 };

static const char digits[] = "0123456789abcdef";

const char *ldap_filter_escape(struct arena *a, const void *bytes, size_t n)
{
	const unsigned char *s = bytes;
	char *escaped = arena_alloc(a, n * 3 + 1), *at = escaped;
	for (size_t i = 0; i < n; i++) {
		if (s[i] >= 0x20 && s[i] < 0x7f && !memchr("*()\\", s[i], 4)) {
			*at++ = (char)s[i];
			continue;
		}
		*at++ = '\\';
		*at++ = digits[s[i] >> 4];
		*at++ = digits[s[i] & 15];
	}
	return escaped;
}

const char *ldap_filter_fill(struct arena *a, const char *filter, const char *placeholder, const char *text)
{
	const char *value = ldap_filter_escape(a, text, strlen(text));
	struct buf b;
	buf_init(&b, FILTER_MAX);
	for (const char *found; (found = strstr(filter, placeholder)); filter = found + strlen(placeholder)) {
		buf_add(&b, filter, (size_t)(found - filter));
		buf_adds(&b, value);
	}
	buf_adds(&b, filter);
	/* Half a filter could mean something else; an empty one is refused by libldap. */
	const char *filled = arena_strdup(a, b.full ? "" : buf_text(&b));
	buf_free(&b);
	return filled;
}

/* Lower-cases ASCII, and U+00C0 to U+00DE but the multiplication sign. LDAP_DN_PRETTY has made UTF-8 of
 * escaped letters (\C3\96) before; the escapes that remain are no letters. */
static void lower(char *s)
{
	for (unsigned char *at = (unsigned char *)s; *at; at++) {
		if (*at >= 'A' && *at <= 'Z')
			*at = (unsigned char)(*at + 0x20);
		else if (at[0] == 0xc3 && at[1] >= 0x80 && at[1] <= 0x9e && at[1] != 0x97)
			at[1] = (unsigned char)(at[1] + 0x20);
	}
}

const char *ldap_dn_normalised(struct arena *a, const char *dn)
{
	LDAPDN parsed = NULL;
	char *written = NULL;
	if (!*dn || ldap_str2dn(dn, &parsed, LDAP_DN_FORMAT_LDAPV3) != LDAP_SUCCESS || !parsed)
		return NULL;
	int rc = ldap_dn2str(parsed, &written, LDAP_DN_FORMAT_LDAPV3 | LDAP_DN_PRETTY);
	ldap_dnfree(parsed);
	if (rc != LDAP_SUCCESS || !written)
		return NULL;
	char *normalised = arena_strdup(a, written);
	ldap_memfree(written);
	lower(normalised);
	return normalised;
}

const char *ldap_hex(struct arena *a, const void *bytes, size_t n)
{
	const unsigned char *s = bytes;
	char *hex = arena_alloc(a, n * 2 + 1);
	for (size_t i = 0; i < n; i++) {
		hex[2 * i] = digits[s[i] >> 4];
		hex[2 * i + 1] = digits[s[i] & 15];
	}
	return hex;
}

const void *ldap_unhex(struct arena *a, const char *hex, size_t *n)
{
	size_t length = strlen(hex);
	if (!length || length % 2 || hex[strspn(hex, digits)])
		return NULL;
	unsigned char *bytes = arena_alloc(a, length / 2);
	for (size_t i = 0; i < length; i++) {
		size_t value = (size_t)(strchr(digits, hex[i]) - digits);
		bytes[i / 2] = (unsigned char)(bytes[i / 2] * 16 + value);
	}
	*n = length / 2;
	return bytes;
}
