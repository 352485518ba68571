#include "record/record_options.h"

#include "base/text.h"
#include "record/field_parse.h"

#include <json-c/json.h>
#include <stdio.h>
#include <string.h>

void record_add_choice(struct json_object *list, const char *value, const char *label, bool selected)
{
	struct json_object *o = json_object_new_object();
	json_object_object_add(o, "value", json_object_new_string(value));
	json_object_object_add(o, "label", json_object_new_string(label));
	json_object_object_add(o, "selected", json_object_new_boolean(selected));
	json_object_array_add(list, o);
}

static const char *text_of(struct json_object *o, const char *key)
{
	struct json_object *value = NULL;
	json_object_object_get_ex(o, key, &value);
	return value ? json_object_get_string(value) : "";
}

static size_t length_of(struct json_object *list)
{
	return json_object_is_type(list, json_type_array) ? json_object_array_length(list) : 0;
}

/* Is the key what the field refers to, or one of what it refers to? */
static bool chosen(struct json_object *value, const char *key)
{
	if (!json_object_is_type(value, json_type_array))
		return value && !strcmp(json_object_get_string(value), key);
	for (size_t i = 0; i < json_object_array_length(value); i++)
		if (!strcmp(json_object_get_string(json_object_array_get_idx(value, i)), key))
			return true;
	return false;
}

static struct json_object *label_of(struct json_object *options, const char *key)
{
	for (size_t i = 0; i < length_of(options); i++) {
		struct json_object *one = json_object_array_get_idx(options, i);
		if (!strcmp(text_of(one, "value"), key))
			return json_object_object_get(one, "label");
	}
	return NULL;
}

/* What a form writes for a key: "Ingrid Solheim (ingrid.solheim)"; what is no known key, as it was typed. */
static struct json_object *shown(struct json_object *options, const char *key)
{
	char text[512];
	struct json_object *label = label_of(options, key);
	if (!label)
		return json_object_new_string(key);
	snprintf(text, sizeof text, "%s (%s)", json_object_get_string(label), key);
	/* Cut within a character it would be no text any more. */
	return json_object_new_string(strlen(text) + 1 < sizeof text ? text : key);
}

static void add_options(struct json_object *list, struct json_object *options, struct json_object *value)
{
	for (size_t i = 0; i < length_of(options); i++) {
		struct json_object *one = json_object_array_get_idx(options, i);
		record_add_choice(list, text_of(one, "value"), text_of(one, "label"), chosen(value, text_of(one, "value")));
	}
}

/* Of many that may be ticked, those that are come first, where they are seen; then those that fit what was typed. */
static void add_ticks(struct json_object *list, struct json_object *options, struct json_object *matches,
                      struct json_object *value)
{
	struct json_object *const from[] = {options, matches, options};
	for (size_t round = 0; round < 3; round++) {
		for (size_t i = 0; i < length_of(from[round]); i++) {
			struct json_object *one = json_object_array_get_idx(from[round], i);
			bool ticked = chosen(value, text_of(one, "value"));
			if (ticked == !round && (round < 2 || !label_of(matches, text_of(one, "value"))))
				record_add_choice(list, text_of(one, "value"), text_of(one, "label"), ticked);
		}
	}
}

/* What is chosen but no longer offered, so that saving does not lose it. */
static void add_missing(struct json_object *list, struct json_object *options, const char *key)
{
	if (*key && !label_of(options, key))
		record_add_choice(list, key, key, true);
}

/* What is chosen from. */
static struct json_object *list_of(const struct field *f, bool search, struct json_object *options,
                                   struct json_object *matches, struct json_object *value)
{
	struct json_object *list = json_object_new_array();
	if (f->through) {
		add_ticks(list, options, matches, value);
		for (size_t i = 0; i < length_of(value); i++)
			add_missing(list, options, json_object_get_string(json_object_array_get_idx(value, i)));
	} else if (search) {
		add_options(list, matches, NULL);
	} else {
		const char *key = value ? json_object_get_string(value) : "";
		if (!f->required || !*key)
			record_add_choice(list, "", "–", !*key);
		add_options(list, options, value);
		add_missing(list, options, key);
	}
	return list;
}

void record_add_reference(struct json_object *o, const struct field *f, struct json_object *values,
                          const struct record_input *in, struct json_object *choices)
{
	struct json_object *options = NULL, *value = NULL, *matches = NULL;
	json_object_object_get_ex(choices, f->name, &options);
	json_object_object_get_ex(in ? in->typed : values, f->name, &value);
	json_object_object_get_ex(in ? in->matches : NULL, f->name, &matches);
	bool many = f->through, too_many = length_of(options) > REFERENCE_OPTIONS_MAX,
		 search = !many && (f->to->many || too_many);
	const char *key = value && !many ? json_object_get_string(value) : "";
	json_object_object_add(o, "is_search", json_object_new_boolean(search));
	json_object_object_add(o, "is_many", json_object_new_boolean(many));
	json_object_object_add(o, "is_choice", json_object_new_boolean(!search && !many));
	json_object_object_add(o, "kind", json_object_new_string(search ? "search" : many ? "choices" : "choice"));
	json_object_object_add(o, "search", json_object_new_string(f->to->collection ? f->to->collection : ""));
	/* What fits what was typed is chosen from, and something else may be typed. */
	json_object_object_add(o, "in_doubt", json_object_new_boolean(matches != NULL));
	json_object_object_add(o, "shown", matches ? json_object_new_string("") : shown(options, key));
	json_object_object_add(o, "more", json_object_new_boolean(many && (too_many || f->to->many)));
	json_object_object_add(o, "choices", list_of(f, search, options, matches, value));
}

/* ---- the matrix ---- */

/* As in the table of risks: what asks for something to be done, and what asks for an eye on it. */
static const char *light_of(long score)
{
	return score >= 15 ? "red" : score >= 8 ? "yellow" : "green";
}

static struct json_object *square(const struct field *f, const struct field *other, long row, long column,
                                  const char *chosen, struct arena *a)
{
	struct json_object *o = json_object_new_object();
	const char *value = arena_printf(a, "%ldx%ld", row, column);
	json_object_object_add(o, "square", json_object_new_string(value));
	json_object_object_add(
		o, "called",
		json_object_new_string(arena_printf(a, "%s %ld, %s %ld", _(f->label), row, _(other->label), column)));
	json_object_object_add(o, "score", json_object_new_int64(row * column));
	json_object_object_add(o, "light", json_object_new_string(light_of(row * column)));
	json_object_object_add(o, "selected", json_object_new_boolean(text_equal(value, chosen)));
	return o;
}

/* The highest row first, as matrices are drawn. */
static struct json_object *squares(const struct field *f, const struct field *other, const char *chosen,
                                   struct arena *a)
{
	struct json_object *rows = json_object_new_array();
	for (long row = f->max; row >= f->min; row--) {
		struct json_object *o = json_object_new_object(), *cells = json_object_new_array();
		for (long column = other->min; column <= other->max; column++)
			json_object_array_add(cells, square(f, other, row, column, chosen, a));
		json_object_object_add(o, "of", json_object_new_int64(row));
		json_object_object_add(o, "cells", cells);
		json_object_array_add(rows, o);
	}
	return rows;
}

static bool is_placed(const struct record_type *t, const struct field *f)
{
	for (size_t i = 0; i < t->field_count; i++)
		if (text_equal(t->fields[i].squared, f->name))
			return true;
	return false;
}

void record_add_square(struct json_object *o, const struct record_type *t, const struct field *f,
                       struct json_object *values, const struct record_input *in, struct arena *a)
{
	const struct field *other = f->squared ? field_find(t, f->squared) : NULL;
	struct json_object *from = in ? in->typed : values;
	json_object_object_add(o, "is_square", json_object_new_boolean(other != NULL));
	json_object_object_add(o, "is_placed", json_object_new_boolean(is_placed(t, f)));
	if (!other)
		return;
	const char *chosen = arena_printf(a, "%sx%s", text_of(from, f->name), text_of(from, other->name));
	json_object_object_add(o, "square_label", json_object_new_string(_(f->square)));
	json_object_object_add(o, "row_label", json_object_new_string(_(f->label)));
	json_object_object_add(o, "column_label", json_object_new_string(_(other->label)));
	json_object_object_add(o, "other_help", json_object_new_string(other->help ? _(other->help) : ""));
	json_object_object_add(o, "none", json_object_new_boolean(text_equal(chosen, "x")));
	json_object_object_add(o, "rows", squares(f, other, chosen, a));
	struct json_object *columns = json_object_new_array();
	for (long column = other->min; column <= other->max; column++)
		json_object_array_add(columns, json_object_new_int64(column));
	json_object_object_add(o, "columns", columns);
}
