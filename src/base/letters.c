#include "base/letters.h"

#include "base/log.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

/* The result of a function of libunistring handed over; a text cut short would be kept as if somebody had written it.
 */
static const char *handed_over(struct arena *a, uint8_t *result, size_t length)
{
	if (!result) {
		log_error("out of memory in libunistring");
		abort();
	}
	const char *kept = arena_strndup(a, (const char *)result, length);
	free(result);
	return kept;
}

static bool is_ascii(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] >= 0x80)
			return false;
	return true;
}

const char *letters_composed(struct arena *a, const char *s, size_t n, size_t *length)
{
	size_t result_length = n;
	const char *result = NULL;
	if (is_ascii(s, n)) {
		result = arena_strndup(a, s, n);
	} else if (!u8_check((const uint8_t *)s, n)) {
		uint8_t *normal = u8_normalize(UNINORM_NFC, (const uint8_t *)s, n, NULL, &result_length);
		result = handed_over(a, normal, result_length);
	}
	if (length)
		*length = result_length;
	return result;
}

const char *letters_folded(struct arena *a, const char *s)
{
	size_t length = 0;
	if (!*s)
		return s;
	uint8_t *folded = u8_casefold((const uint8_t *)s, strlen(s), NULL, UNINORM_NFC, NULL, &length);
	return handed_over(a, folded, length);
}

/* Letters that are no other letter with a mark: as PostgreSQL's unaccent has them. */
static const char *without_mark(ucs4_t c)
{
	static const struct {
		ucs4_t letter;
		const char *plain;
	} letters[] = {{0xe6, "ae"}, {0xf8, "o"},  {0xf0, "d"},   {0xfe, "th"}, {0x111, "d"},  {0x127, "h"},  {0x131, "i"},
	               {0x142, "l"}, {0x14b, "n"}, {0x153, "oe"}, {0x167, "t"}, {0x1e3, "ae"}, {0x1fd, "ae"}, {0x1ff, "o"}};
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (letters[i].letter == c)
			return letters[i].plain;
	return NULL;
}

const char *letters_plain(struct arena *a, const char *s, size_t n)
{
	size_t length = 0;
	if (!n)
		return "";
	uint8_t *folded = u8_casefold((const uint8_t *)s, n, NULL, UNINORM_NFD, NULL, &length);
	const char *apart = handed_over(a, folded, length), *from = apart;
	/* The plainer spelling of a letter is never longer. */
	char *plain = arena_alloc(a, length + 1), *to = plain;
	uint32_t c;
	for (const char *next; (next = letters_next(from, &c)); from = next) {
		const char *other = without_mark(c);
		if (other)
			to = stpcpy(to, other);
		else if (!uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Mn)) {
			memcpy(to, from, (size_t)(next - from));
			to += next - from;
		}
	}
	*to = '\0';
	return plain;
}

bool letters_in_word(uint32_t c)
{
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_M);
}

const char *letters_next(const char *s, uint32_t *c)
{
	ucs4_t code;
	int n = u8_strmbtouc(&code, (const uint8_t *)s);
	if (n <= 0)
		return NULL;
	*c = code;
	return s + n;
}

bool letters_is_blank(uint32_t c)
{
	return uc_is_property_white_space(c);
}

enum { EMPTY_BRAILLE = 0x2800 };

static bool is_trimmed(uint32_t c)
{
	if (letters_is_blank(c) || c == EMPTY_BRAILLE)
		return true;
	return uc_is_property_default_ignorable_code_point(c) && !uc_is_property_join_control(c) &&
	       !uc_is_property_variation_selector(c) && !uc_is_property_bidi_control(c) && !(c >= 0xe0020 && c <= 0xe007f);
}

const char *letters_trimmed(struct arena *a, const char *s)
{
	const char *begin = NULL, *end = s;
	uint32_t c;
	for (const char *at = s, *next; (next = letters_next(at, &c)); at = next) {
		if (is_trimmed(c))
			continue;
		begin = begin ? begin : at;
		end = next;
	}
	return begin ? arena_strndup(a, begin, (size_t)(end - begin)) : "";
}

bool letters_readable(const char *s)
{
	uint32_t c;
	while ((s = letters_next(s, &c))) {
		if (letters_is_blank(c) || c == EMPTY_BRAILLE || uc_is_property_default_ignorable_code_point(c))
			continue;
		if (!uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_Z | UC_CATEGORY_MASK_C) ||
		    uc_is_general_category(c, UC_CATEGORY_Co) || uc_is_general_category(c, UC_CATEGORY_Cn))
			return true;
	}
	return false;
}

/* What ends a line although it is neither CR nor LF. */
static bool is_other_break(uint32_t c)
{
	return c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

const char *letters_lines(struct arena *a, const char *s, bool lines)
{
	char *out = arena_alloc(a, strlen(s) + 1), *w = out;
	uint32_t c;
	for (const char *next; (next = letters_next(s, &c)); s = next) {
		if (is_other_break(c))
			*w++ = lines ? '\n' : ' ';
		else if (lines && c == '\r' && *next != '\n')
			*w++ = '\n';
		else if (!lines || c != '\r')
			w = (char *)mempcpy(w, s, (size_t)(next - s));
	}
	return out;
}

const char *letters_refused(const char *s)
{
	uint32_t c;
	for (const char *next; (next = letters_next(s, &c)); s = next) {
		bool layout = c == '\t' || c == '\n' || c == '\r';
		if ((uc_is_general_category(c, UC_CATEGORY_Cc) && !layout) || uc_is_property_not_a_character(c))
			return s;
	}
	return NULL;
}

enum {
	EMBED_LEFT = 0x202a,
	EMBED_RIGHT,
	POP_EMBEDDING,
	OVERRIDE_LEFT,
	OVERRIDE_RIGHT,
	ISOLATE_LEFT = 0x2066,
	ISOLATE_RIGHT,
	ISOLATE_FIRST,
	POP_ISOLATE,
	OPEN_MAX = 125 /* UAX 9, BD2: deeper ones have no effect */
};
static const char pop_embedding[] = "\xe2\x80\xac", pop_isolate[] = "\xe2\x81\xa9";

/* What is open at a place of the text, innermost last. */
struct open {
	bool isolate[OPEN_MAX];
	size_t n;
};

static bool is_opening(uint32_t c)
{
	return (c >= EMBED_LEFT && c <= OVERRIDE_RIGHT && c != POP_EMBEDDING) || (c >= ISOLATE_LEFT && c <= ISOLATE_FIRST);
}

static char *close_last(struct open *open, char *w)
{
	return stpcpy(w, open->isolate[--open->n] ? pop_isolate : pop_embedding);
}

/* An isolate ends what was opened inside of it; an embedding is ended only where it is the innermost. */
static char *close_one(struct open *open, uint32_t c, char *w)
{
	bool isolate = c == POP_ISOLATE;
	size_t found = open->n;
	while (isolate && found && !open->isolate[found - 1])
		found--;
	if (!found || open->isolate[found - 1] != isolate)
		return w;
	while (open->n >= found)
		w = close_last(open, w);
	return w;
}

const char *letters_closed(struct arena *a, const char *s)
{
	struct open open = {.n = 0};
	/* Each opening one may get one of as many bytes that closes it. */
	char *out = arena_alloc(a, strlen(s) * 2 + 1), *w = out;
	uint32_t c;
	for (const char *next; (next = letters_next(s, &c)); s = next) {
		if (c == POP_EMBEDDING || c == POP_ISOLATE) {
			w = close_one(&open, c, w);
			continue;
		}
		if (is_opening(c)) {
			if (open.n == OPEN_MAX)
				continue;
			open.isolate[open.n++] = c >= ISOLATE_LEFT;
		}
		w = (char *)mempcpy(w, s, (size_t)(next - s));
	}
	while (open.n)
		w = close_last(&open, w);
	return out;
}

bool letters_turn(const char *s)
{
	ucs4_t c;
	for (const uint8_t *p = (const uint8_t *)s; *p;) {
		/* Nearly every text is of these, and none of them turns. */
		if (*p < 0xd6) {
			p++;
			continue;
		}
		int n = u8_strmbtouc(&c, p);
		int class = n > 0 ? uc_bidi_class(c) : UC_BIDI_L;
		if (class == UC_BIDI_R || class == UC_BIDI_AL)
			return true;
		p += n > 0 ? n : 1;
	}
	return false;
}
