#include "record/field_parse.h"

#include "base/letters.h"
#include "base/text.h"
#include "record/terms.h"

#include <json-c/json.h>
#include <limits.h>
#include <string.h>

void field_limits(const struct field *f, long *min, long *max)
{
	*min = f->min;
	*max = f->max;
	switch (f->type) {
	case FIELD_INTEGER:
		if (!f->min && !f->max) {
			*min = INT_MIN;
			*max = INT_MAX;
		}
		return;
	case FIELD_DECIMAL:
		if (!f->min && !f->max) {
			*min = -1000000000000;
			*max = 1000000000000;
		}
		return;
	case FIELD_REFERENCE: /* a form may send the name with the key behind it */
		*max = 400;
		break;
	case FIELD_TEXT:
		*max = f->max ? f->max : 200;
		break;
	case FIELD_MARKDOWN:
		*max = f->max ? f->max : 10000;
		break;
	case FIELD_CODE:
		*max = f->max ? f->max : 40;
		break;
	default:
		*max = f->max; /* of a file's bytes; of the others there is none */
		break;
	}
	*min = 0;
}

static const char *parse_text(const struct field *f, const char *text, struct arena *a, struct json_object **value)
{
	long min, max;
	field_limits(f, &min, &max);
	size_t length = text_length(text);
	if (length > (size_t)max)
		return arena_printf(a, _("At most %ld characters; this has %zu."), max, length);
	if (f->type != FIELD_MARKDOWN && strpbrk(text, "\t\r\n"))
		return _("Write this on one line, without tabs.");
	*value = json_object_new_string(text);
	return NULL;
}

static const char *parse_code(const struct field *f, char *text, struct arena *a, struct json_object **value)
{
	for (char *c = text; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	const char *allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
	if (text[strspn(text, allowed)] || *text == '-' || *text == '_')
		return _("Use only the letters A to Z, digits, - and _, and begin with a letter or a digit.");
	return parse_text(f, text, a, value);
}

static const char *parse_choice(const struct field *f, const char *text, struct json_object **value)
{
	if (f->type == FIELD_TERM && term_is(f->term, text)) {
		*value = json_object_new_string(text);
		return NULL;
	}
	for (const struct choice *c = f->choices; c && c->value; c++)
		if (strcmp(c->value, text) == 0) {
			*value = json_object_new_string(text);
			return NULL;
		}
	return _("Choose one of the listed values.");
}

bool field_checked(const char *text, const char **problem)
{
	static const char *const yes[] = {"on", "true", "1"}, *const no[] = {"", "off", "false", "0"};
	*problem = NULL;
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		if (strcmp(text, yes[i]) == 0)
			return true;
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		if (strcmp(text, no[i]) == 0)
			return false;
	*problem = _("Choose yes or no.");
	return false;
}

/* What no page could show as it is; the words before it tell where. */
static const char *refused(const char *text, const char *at, struct arena *a)
{
	enum { WORDS_BEFORE = 30 };
	uint32_t c = 0;
	const char *begin = at - text > WORDS_BEFORE ? at - WORDS_BEFORE : text;
	letters_next(at, &c);
	while (((unsigned char)*begin & 0xc0) == 0x80)
		begin++;
	for (const char *line = begin; line < at; line++)
		begin = strchr("\t\r\n", *line) ? line + 1 : begin;
	if (begin == at)
		return arena_printf(a, _("There is an invisible character (U+%04X) that cannot be kept. Remove it."),
		                    (unsigned)c);
	return arena_printf(a, _("Behind “%.*s” there is an invisible character (U+%04X) that cannot be kept. Remove it."),
	                    (int)(at - begin), begin, (unsigned)c);
}

static const char *parse_filled(const struct field *f, const char *text, const struct formats *formats, struct arena *a,
                                struct json_object **value)
{
	switch (f->type) {
	case FIELD_CODE:
		return parse_code(f, arena_strdup(a, text), a, value);
	case FIELD_INTEGER:
	case FIELD_DECIMAL:
		return field_parse_number(f, text, formats, a, value);
	case FIELD_DATE:
	case FIELD_TIME:
		return field_parse_time(f, text, formats, a, value);
	case FIELD_CHOICE:
	case FIELD_TERM:
		return parse_choice(f, text, value);
	case FIELD_TEXT:
	case FIELD_MARKDOWN:
	case FIELD_REFERENCE:
	case FIELD_BOOLEAN:
	case FIELD_MOMENT:
	case FIELD_FILE: /* record_input_file() */
		break;
	}
	return parse_text(f, text, a, value);
}

const char *field_parse(const struct field *f, const char *text, const struct formats *formats, struct arena *a,
                        struct json_object **value)
{
	const char *problem = NULL;
	*value = NULL;
	text = letters_lines(a, text, f->type == FIELD_MARKDOWN);
	const char *no_character = letters_refused(text);
	if (no_character)
		return refused(text, no_character, a);
	/* In this order: what goes may have parted a letter from its mark, or hidden a blank at the end. */
	if (f->type != FIELD_MARKDOWN)
		text = letters_trimmed(a, letters_closed(a, text));
	text = letters_composed(a, text, strlen(text), NULL);
	if (f->type == FIELD_BOOLEAN) {
		bool checked = field_checked(text, &problem);
		*value = problem ? NULL : json_object_new_boolean(checked);
		return problem;
	}
	if (!letters_readable(text))
		return f->required ? _("This must be filled in.") : NULL;
	return parse_filled(f, text, formats, a, value);
}

const struct field *field_find(const struct record_type *t, const char *name)
{
	for (size_t i = 0; i < t->field_count; i++)
		if (strcmp(t->fields[i].name, name) == 0)
			return &t->fields[i];
	return NULL;
}

const struct field *field_sent(const struct record_type *t, const char *name)
{
	const struct field *f = field_find(t, name);
	return f && !f->decided ? f : NULL;
}
