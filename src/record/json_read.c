#include "record/json_read.h"

#include "base/text.h"

#include <errno.h>
#include <json-c/json.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct scan {
	const char *text;
	size_t at, n;
	int depth;
	struct arena *arena;
	struct error *error;
};

static int value(struct scan *s);

static int refuse(struct scan *s, const char *why)
{
	return error_set(s->error, 400, _("The JSON text cannot be read at byte %zu. %s"), s->at + 1, why);
}

/* The next byte, 0 at the end: the text holds no NUL. */
static char peek(const struct scan *s)
{
	return s->at < s->n ? s->text[s->at] : '\0';
}

static bool take(struct scan *s, char c)
{
	if (peek(s) != c)
		return false;
	s->at++;
	return true;
}

static void skip_blanks(struct scan *s)
{
	while (peek(s) == ' ' || peek(s) == '\t' || peek(s) == '\n' || peek(s) == '\r')
		s->at++;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int unexpected(struct scan *s)
{
	if (s->at >= s->n)
		return refuse(s, _("It ends too early."));
	return refuse(s, _("This character is not allowed here."));
}

static size_t put_utf8(unsigned c, char *out)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	out[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

static int four_hex(struct scan *s, unsigned *out)
{
	*out = 0;
	for (int i = 0; i < 4; i++, s->at++) {
		char c = peek(s);
		unsigned digit;
		if (is_digit(c))
			digit = (unsigned)(c - '0');
		else if (c >= 'a' && c <= 'f')
			digit = (unsigned)(c - 'a') + 10;
		else if (c >= 'A' && c <= 'F')
			digit = (unsigned)(c - 'A') + 10;
		else
			return unexpected(s);
		*out = *out * 16 + digit;
	}
	return 0;
}

/* After "\u": one code point, of two escapes when it is above U+FFFF (RFC 8259, 7). */
static int unicode_escape(struct scan *s, unsigned *out)
{
	unsigned low;
	if (four_hex(s, out))
		return -1;
	if (*out < 0xd800 || *out > 0xdfff)
		return 0;
	if (*out > 0xdbff || !take(s, '\\') || !take(s, 'u'))
		return refuse(s, _("Half of a surrogate pair stands alone."));
	if (four_hex(s, &low))
		return -1;
	if (low < 0xdc00 || low > 0xdfff)
		return refuse(s, _("Half of a surrogate pair stands alone."));
	*out = 0x10000 + ((*out - 0xd800) << 10) + (low - 0xdc00);
	return 0;
}

/* After the backslash; writes at most four bytes, never more than the escape has. */
static int escape(struct scan *s, char *out, size_t *len)
{
	static const char names[] = "\"\\/ntrbf", meanings[] = "\"\\/\n\t\r\b\f";
	char c = peek(s);
	const char *name = c ? strchr(names, c) : NULL;
	if (name) {
		out[(*len)++] = meanings[name - names];
		s->at++;
		return 0;
	}
	unsigned code;
	if (c != 'u')
		return unexpected(s);
	s->at++;
	if (unicode_escape(s, &code))
		return -1;
	if (!code)
		return refuse(s, _("Texts must not hold the character U+0000."));
	*len += put_utf8(code, out + *len);
	return 0;
}

/* Reads a string; *decoded is its text without escapes. */
static int string(struct scan *s, const char **decoded)
{
	if (!take(s, '"'))
		return unexpected(s);
	size_t end = s->at;
	while (end < s->n && s->text[end] != '"')
		end += s->text[end] == '\\' ? 2 : 1;
	if (end >= s->n) {
		s->at = s->n;
		return unexpected(s);
	}
	char *out = arena_alloc(s->arena, end - s->at + 1);
	size_t len = 0;
	while (!take(s, '"')) {
		char c = peek(s);
		if ((unsigned char)c < 0x20)
			return unexpected(s);
		s->at++;
		if (c != '\\')
			out[len++] = c;
		else if (escape(s, out, &len))
			return -1;
	}
	*decoded = out;
	return 0;
}

static int digits(struct scan *s)
{
	if (!is_digit(peek(s)))
		return unexpected(s);
	while (is_digit(peek(s)))
		s->at++;
	return 0;
}

/* The text is NUL-terminated (json_read copies it), so that strtoll and strtod stop in time. */
static int number_fits(struct scan *s, size_t start, bool whole)
{
	const char *text = s->text + start;
	errno = 0;
	if (whole) {
		(void)strtoll(text, NULL, 10);
		if (errno == ERANGE)
			return refuse(s, _("The number before it is too large."));
	} else if (isinf(strtod(text, NULL))) {
		return refuse(s, _("The number before it is too large."));
	}
	return 0;
}

static int number(struct scan *s)
{
	size_t start = s->at;
	bool whole = true;
	(void)take(s, '-');
	if (take(s, '0')) {
		if (is_digit(peek(s)))
			return refuse(s, _("A number must not begin with a zero."));
	} else if (digits(s)) {
		return -1;
	}
	if (take(s, '.')) {
		whole = false;
		if (digits(s))
			return -1;
	}
	if (take(s, 'e') || take(s, 'E')) {
		whole = false;
		if (!take(s, '+'))
			(void)take(s, '-');
		if (digits(s))
			return -1;
	}
	return number_fits(s, start, whole);
}

static int literal(struct scan *s)
{
	static const char *const words[] = {"true", "false", "null"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_starts_with(s->text + s->at, words[i])) {
			s->at += strlen(words[i]);
			return 0;
		}
	return unexpected(s);
}

static int array(struct scan *s)
{
	s->at++;
	skip_blanks(s);
	if (take(s, ']'))
		return 0;
	for (;;) {
		if (value(s))
			return -1;
		if (take(s, ']'))
			return 0;
		if (!take(s, ','))
			return unexpected(s);
	}
}

/* One "key": value; `keys` are those before it. */
static int member(struct scan *s, const char **keys, size_t *count)
{
	const char *key;
	skip_blanks(s);
	if (string(s, &key))
		return -1;
	for (size_t i = 0; i < *count; i++)
		if (strcmp(keys[i], key) == 0)
			return refuse(s, _("An object has the same key twice."));
	if (*count == JSON_MEMBERS_MAX)
		return refuse(s, _("An object has too many keys."));
	keys[(*count)++] = key;
	skip_blanks(s);
	if (!take(s, ':'))
		return unexpected(s);
	return value(s);
}

static int object(struct scan *s)
{
	const char *keys[JSON_MEMBERS_MAX];
	size_t count = 0;
	s->at++;
	skip_blanks(s);
	if (take(s, '}'))
		return 0;
	for (;;) {
		if (member(s, keys, &count))
			return -1;
		if (take(s, '}'))
			return 0;
		if (!take(s, ','))
			return unexpected(s);
	}
}

/* A value and the blanks around it. */
static int value(struct scan *s)
{
	const char *ignored;
	int result;
	skip_blanks(s);
	char c = peek(s);
	if (c == '{' || c == '[') {
		if (s->depth == JSON_DEPTH_MAX)
			return refuse(s, _("Arrays and objects are nested too deep."));
		s->depth++;
		result = c == '{' ? object(s) : array(s);
		s->depth--;
	} else if (c == '"') {
		result = string(s, &ignored);
	} else if (c == '-' || is_digit(c)) {
		result = number(s);
	} else {
		result = literal(s);
	}
	if (result == 0)
		skip_blanks(s);
	return result;
}

static void release(void *object)
{
	json_object_put(object);
}

struct json_object *json_keep(struct arena *a, struct json_object *o)
{
	arena_defer(a, release, o);
	return o;
}

int json_read(const char *text, size_t n, struct arena *a, struct json_object **out, struct error *e)
{
	if (!n)
		return error_set(e, 400, _("The JSON text is empty. Send a JSON value."));
	if (!text_is_utf8(text, n) || n >= INT_MAX)
		return error_set(e, 400, _("The JSON text is not valid UTF-8."));
	struct scan s = {.text = arena_strndup(a, text, n), .n = n, .arena = a, .error = e};
	if (value(&s))
		return -1;
	if (s.at < s.n)
		return refuse(&s, _("Something follows the end of the value."));

	struct json_tokener *tokener = json_tokener_new_ex(2 * JSON_DEPTH_MAX);
	if (!tokener)
		return error_set(e, 503, _("The server is out of memory. Try again in a moment."));
	json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
	/* With its NUL, at which json-c knows that a number has ended. */
	*out = json_tokener_parse_ex(tokener, s.text, (int)n + 1);
	enum json_tokener_error problem = json_tokener_get_error(tokener);
	json_tokener_free(tokener);
	if (problem != json_tokener_success) {
		error_detail(e, "json-c: %s", json_tokener_error_desc(problem));
		return error_set(e, 400, _("The JSON text cannot be read."));
	}
	if (*out)
		json_keep(a, *out);
	return 0;
}
