#include "directory/ldap_text.h"

#include "base/buf.h"
#include "base/letters.h"
#include "base/log.h"

#include <ldap.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unistr.h>

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

/* Unicode gives full folding where there is more than one letter (ß → ss): a name must not match another for that. What
 * has a simple folding beside it is folded as its lower-case letter is; İ has none. */
static ucs4_t fold(ucs4_t c)
{
	enum { DOTTED_CAPITAL_I = 0x130 };
	uint32_t folded[8];
	size_t n = sizeof folded / sizeof *folded;
	if (c == DOTTED_CAPITAL_I || !u32_casefold(&c, 1, NULL, NULL, folded, &n))
		return c;
	return n == 1 ? folded[0] : uc_tolower(c);
}

const char *ldap_folded(struct arena *a, const char *text)
{
	size_t length = 0, n = 0;
	const uint8_t *letters = (const uint8_t *)letters_composed(a, text, strlen(text), &length);
	if (!letters)
		return arena_strdup(a, text);
	/* No letter's folding takes more than three times its bytes. */
	uint8_t *out = arena_alloc(a, length * 3 + 1);
	for (size_t i = 0; i < length;) {
		ucs4_t c;
		i += (size_t)u8_mbtouc(&c, letters + i, length - i);
		n += (size_t)u8_uctomb(out + n, fold(c), (ptrdiff_t)(length * 3 - n));
	}
	/* A capital may lack the composed letter that its small one has (J̌, ǰ). */
	return letters_composed(a, (const char *)out, n, NULL);
}

/* A name that could not be taken apart for want of memory is not a name that fits no rule: rights would go unnoticed.
 * As everywhere in the portal the process ends, and another starts. */
static _Noreturn void out_of_memory(void)
{
	log_error("out of memory in libldap");
	abort();
}

static LDAPDN parsed(const char *dn)
{
	LDAPDN names = NULL;
	int rc = *dn ? ldap_str2dn(dn, &names, LDAP_DN_FORMAT_LDAPV3) : LDAP_DECODING_ERROR;
	if (rc == LDAP_NO_MEMORY)
		out_of_memory();
	return rc == LDAP_SUCCESS ? names : NULL;
}

const char *ldap_dn_normalised(struct arena *a, const char *dn)
{
	LDAPDN names = parsed(dn);
	char *written = NULL;
	if (!names)
		return NULL;
	int rc = ldap_dn2str(names, &written, LDAP_DN_FORMAT_LDAPV3 | LDAP_DN_PRETTY);
	ldap_dnfree(names);
	if (rc == LDAP_NO_MEMORY)
		out_of_memory();
	/* A name in other bytes than UTF-8, which came with escapes. */
	if (rc != LDAP_SUCCESS || !written)
		return NULL;
	/* LDAP_DN_PRETTY has made UTF-8 of escaped letters (\C3\96); the escapes that remain are no letters. */
	const char *normalised = ldap_folded(a, written);
	ldap_memfree(written);
	return normalised;
}

const char *ldap_first_value(struct arena *a, const char *dn)
{
	LDAPDN names = parsed(dn);
	if (!names)
		return NULL;
	const LDAPAVA *first = names[0] && names[0][0] && !names[0][1] ? names[0][0] : NULL;
	const char *value = NULL;
	if (first && !(first->la_flags & LDAP_AVA_BINARY) && !memchr(first->la_value.bv_val, 0, first->la_value.bv_len))
		value = ldap_folded(a, arena_strndup(a, first->la_value.bv_val, first->la_value.bv_len));
	ldap_dnfree(names);
	return value;
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
