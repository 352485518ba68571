#include "html/render.h"

#include "base/letters.h"
#include "html/escape.h"
#include "html/markdown.h"
#include "i18n/format.h"

#include <inttypes.h>
#include <json-c/json.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_MAX = 400 }; /* the longest double without an exponent has 309 digits before its point */

void render_start(struct render *r, struct buf *out, struct arena *a, struct json_object *globals,
                  struct json_object *document, const struct formats *formats)
{
	*r = (struct render){.out = out, .arena = a, .stack = {globals, document}, .depth = 2, .formats = formats};
}

static void missing(struct render *r, const char *where)
{
	if (!r->missing[0])
		snprintf(r->missing, sizeof r->missing, "%s", where);
}

static bool member(struct json_object *object, const char *key, struct json_object **out)
{
	return json_object_is_type(object, json_type_object) && json_object_object_get_ex(object, key, out);
}

/* The first part is searched from the innermost frame outwards, the rest inside what was found. */
static struct json_object *look_up(struct render *r, const char *const *path)
{
	struct json_object *found = NULL;
	const char *const *part = path + 1;
	int frame = r->depth;

	if (!*part)
		return r->stack[r->depth - 1];
	while (frame > 0 && !member(r->stack[frame - 1], *part, &found))
		frame--;
	if (!frame) {
		missing(r, path[0]);
		return NULL;
	}
	for (part++; *part && found; part++) {
		struct json_object *inside = NULL;
		if (!member(found, *part, &inside))
			missing(r, path[0]);
		found = inside;
	}
	return found;
}

const char *render_text(const struct render *r, const char *key, const char *inside)
{
	struct json_object *found, *text;
	for (int frame = r->depth; frame > 0; frame--)
		if (member(r->stack[frame - 1], key, &found) && member(found, inside, &text))
			return json_object_get_string(text);
	return "";
}

/* Without exponent and without zeros at the end, and with a point whatever the thread's locale writes. */
static const char *double_text(double value, char text[NUMBER_MAX])
{
	if (!isfinite(value))
		return "";
	snprintf(text, NUMBER_MAX, "%.15g", value);
	if (strchr(text, 'e')) {
		snprintf(text, NUMBER_MAX, "%.12f", value);
		size_t end = strlen(text);
		while (text[end - 1] == '0')
			end--;
		if (text[end - 1] < '0' || text[end - 1] > '9')
			end--;
		text[end] = '\0';
	}
	for (char *c = text; *c; c++)
		if ((*c < '0' || *c > '9') && *c != '-')
			*c = '.';
	return strcmp(text, "-0") ? text : "0";
}

/* The value as text: `number` is room for it, when it is a number. */
static const char *text_of(struct json_object *value, char number[NUMBER_MAX])
{
	switch (json_object_get_type(value)) {
	case json_type_null:
		return "";
	case json_type_string:
		return json_object_get_string(value);
	case json_type_int:
		snprintf(number, NUMBER_MAX, "%" PRId64, json_object_get_int64(value));
		return number;
	case json_type_double:
		return double_text(json_object_get_double(value), number);
	default:
		return json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN);
	}
}

static bool is_true(struct json_object *value)
{
	switch (json_object_get_type(value)) {
	case json_type_null:
		return false;
	case json_type_boolean:
		return json_object_get_boolean(value);
	case json_type_int:
		return json_object_get_int64(value) != 0;
	case json_type_double:
		return fpclassify(json_object_get_double(value)) != FP_ZERO;
	case json_type_string:
		return json_object_get_string_len(value) > 0;
	case json_type_array:
		return json_object_array_length(value) > 0;
	case json_type_object:
		return true;
	}
	return false;
}

static void put(struct render *r, enum render_place place, const char *text)
{
	switch (place) {
	case RENDER_TEXT:
		escape_text(r->out, text);
		break;
	case RENDER_ATTRIBUTE:
		escape_attribute(r->out, text);
		break;
	case RENDER_URL:
		escape_url_component(r->out, text);
		break;
	}
}

static void put_lines(struct render *r, const char *text)
{
	for (const char *end; (end = strchr(text, '\n')) != NULL; text = end + 1) {
		escape_text(r->out, arena_strndup(r->arena, text, (size_t)(end - text)));
		buf_adds(r->out, "<br>\n");
	}
	escape_text(r->out, text);
}

static bool local_url(const char *text)
{
	return (*text == '/' && text[1] != '/' && text[1] != '\\') || *text == '?' || *text == '#' || !*text;
}

static void put_label(struct render *r, enum render_place place, const char *text, const char *vocabulary)
{
	const char *label = r->label ? r->label(r, vocabulary, text) : NULL;
	put(r, place, label ? label : text);
}

/* What people wrote from right to left ends its direction with itself: the text around it stands as if it were not
 * there.
 */
static void put_plain(struct render *r, enum render_place place, const char *text)
{
	bool turns = place == RENDER_TEXT && letters_turn(text);
	buf_adds(r->out, turns ? "<bdi>" : "");
	put(r, place, text);
	buf_adds(r->out, turns ? "</bdi>" : "");
}

static void put_format(struct render *r, enum render_place place, const char *text, enum render_format format,
                       const char *argument)
{
	switch (format) {
	case RENDER_PLAIN:
		put_plain(r, place, text);
		break;
	case RENDER_DATE:
		put(r, place, format_date(r->formats, r->arena, text));
		break;
	case RENDER_TYPED_DATE:
		put(r, place, format_date_typed(r->formats, r->arena, text));
		break;
	case RENDER_DATETIME:
		put(r, place, format_datetime(r->formats, r->arena, text));
		break;
	case RENDER_NUMBER:
		put(r, place, format_number(r->formats, r->arena, text));
		break;
	case RENDER_LABEL:
		put_label(r, place, text, argument);
		break;
	case RENDER_MARKDOWN:
		markdown_render(r->out, r->arena, text);
		break;
	case RENDER_LINES:
		put_lines(r, text);
		break;
	case RENDER_WHOLE_URL:
		escape_attribute(r->out, escape_url_allowed(text) ? text : "#");
		break;
	case RENDER_LOCAL_URL:
		escape_attribute(r->out, local_url(text) ? text : "#");
		break;
	case RENDER_QUERY:
		escape_attribute(r->out, escape_query_allowed(text) ? text : "");
		break;
	}
}

void render_variable(struct render *r, enum render_place place, const char *const *path, enum render_format format,
                     const char *argument)
{
	char number[NUMBER_MAX];
	const char *text = text_of(look_up(r, path), number);

	if (*text)
		put_format(r, place, text, format, argument);
}

void render_base(struct render *r)
{
	char number[NUMBER_MAX];
	struct json_object *base = NULL;

	if (member(r->stack[0], "base", &base))
		escape_attribute(r->out, text_of(base, number));
	else
		missing(r, "globals: base");
}

static const struct render_argument *argument_of(const struct render_argument *arguments, size_t n, const char *name,
                                                 size_t length)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(arguments[i].placeholder) == length && !memcmp(arguments[i].placeholder, name, length))
			return &arguments[i];
	return NULL;
}

void render_message(struct render *r, enum render_place place, const char *message,
                    const struct render_argument *arguments, size_t n)
{
	while (n && *message) {
		size_t run = strcspn(message, "{");
		put(r, place, arena_strndup(r->arena, message, run));
		message += run;
		if (!*message)
			return;
		size_t length = strcspn(message + 1, "{}");
		const struct render_argument *found = NULL;
		if (message[1 + length] == '}')
			found = argument_of(arguments, n, message + 1, length);
		if (found) {
			render_variable(r, place, found->path, found->format, found->argument);
			message += length + 2;
		} else {
			put(r, place, "{");
			message++;
		}
	}
	put(r, place, message);
}

unsigned long render_count(struct render *r, const char *const *path)
{
	struct json_object *value = look_up(r, path);

	if (json_object_is_type(value, json_type_array))
		return json_object_array_length(value);
	int64_t n = json_object_get_int64(value);
	return n < 0 ? 0UL - (unsigned long)n : (unsigned long)n;
}

void render_enter(struct render *r, struct render_section *s, const char *const *path)
{
	struct json_object *value = look_up(r, path);

	*s = (struct render_section){.value = value, .outer = r->row};
	s->array = json_object_is_type(value, json_type_array);
	s->count = s->array ? json_object_array_length(value) : is_true(value);
}

bool render_next(struct render *r, struct render_section *s)
{
	if (s->index)
		r->depth--;
	r->row = s->outer;
	if (s->index == s->count)
		return false;
	if (s->array)
		r->row = s;
	r->stack[r->depth++] = s->array ? json_object_array_get_idx(s->value, s->index) : s->value;
	s->index++;
	return true;
}

bool render_true(struct render *r, const char *const *path)
{
	return is_true(look_up(r, path));
}

void render_index(struct render *r, enum render_place place, const char *where)
{
	char number[NUMBER_MAX];

	if (!r->row) {
		missing(r, where);
		return;
	}
	snprintf(number, sizeof number, "%zu", r->row->index);
	put(r, place, number);
}

bool render_first(struct render *r, const char *where)
{
	if (!r->row)
		missing(r, where);
	return r->row && r->row->index == 1;
}

bool render_last(struct render *r, const char *where)
{
	if (!r->row)
		missing(r, where);
	return r->row && r->row->index == r->row->count;
}
