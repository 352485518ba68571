#include "base/text.h"
#include "record/field_parse.h"
#include "record/json_read.h"

#include <json-c/json.h>
#include <string.h>

static void add_text(struct json_object *o, const char *key, const char *text)
{
	json_object_object_add(o, key, json_object_new_string(text));
}

static void add_bool(struct json_object *o, const char *key, bool yes)
{
	json_object_object_add(o, key, json_object_new_boolean(yes));
}

static const char *kind_of(enum field_type type)
{
	switch (type) {
	case FIELD_TEXT:
		return "text";
	case FIELD_MARKDOWN:
		return "long";
	case FIELD_CODE:
		return "code";
	case FIELD_INTEGER:
	case FIELD_DECIMAL:
		return "number";
	case FIELD_DATE:
	case FIELD_TIME:
		return "date";
	case FIELD_BOOLEAN:
		return "checkbox";
	case FIELD_CHOICE:
	case FIELD_REFERENCE:
		break;
	}
	return "choice";
}

static void add_kind(struct json_object *o, enum field_type type)
{
	const char *kind = kind_of(type);
	add_text(o, "kind", kind);
	add_bool(o, "is_text", type == FIELD_TEXT || type == FIELD_CODE);
	add_bool(o, "is_long", strcmp(kind, "long") == 0);
	add_bool(o, "is_number", strcmp(kind, "number") == 0);
	add_bool(o, "is_date", strcmp(kind, "date") == 0);
	add_bool(o, "is_checkbox", strcmp(kind, "checkbox") == 0);
	add_bool(o, "is_choice", strcmp(kind, "choice") == 0);
}

static void add_limits(struct json_object *o, const struct field *f)
{
	long min, max;
	field_limits(f, &min, &max);
	json_object_object_add(o, "min", json_object_new_int64(min));
	json_object_object_add(o, "max", json_object_new_int64(max));
	add_text(o, "step", f->type == FIELD_INTEGER ? "1" : f->type == FIELD_DECIMAL ? "0.01" : "");
}

/* The field's value as its input shows it, "" for none. */
static const char *shown(const struct field *f, struct json_object *values, const struct record_input *in)
{
	struct json_object *value = NULL;
	json_object_object_get_ex(in ? in->typed : values, f->name, &value);
	return value ? json_object_get_string(value) : "";
}

static bool add_choice(struct json_object *list, const char *value, const char *label, const char *selected)
{
	struct json_object *o = json_object_new_object();
	bool is_selected = strcmp(value, selected) == 0;
	add_text(o, "value", value);
	add_text(o, "label", label);
	add_bool(o, "selected", is_selected);
	json_object_array_add(list, o);
	return is_selected;
}

static const char *text_of(struct json_object *o, const char *key)
{
	struct json_object *value = NULL;
	json_object_object_get_ex(o, key, &value);
	return value ? json_object_get_string(value) : "";
}

static void add_reference_choices(struct json_object *list, struct json_object *options, const char *selected)
{
	bool found = !*selected;
	size_t n = json_object_is_type(options, json_type_array) ? json_object_array_length(options) : 0;
	for (size_t i = 0; i < n; i++) {
		struct json_object *option = json_object_array_get_idx(options, i);
		found |= add_choice(list, text_of(option, "value"), text_of(option, "label"), selected);
	}
	if (!found)
		add_choice(list, selected, selected, selected);
}

static struct json_object *choices_of(const struct field *f, struct json_object *choices, const char *selected)
{
	struct json_object *list = json_object_new_array(), *options = NULL;
	if (f->type != FIELD_CHOICE && f->type != FIELD_REFERENCE)
		return list;
	/* Without an empty one, a browser would choose the first for somebody who chose nothing. */
	if (!f->required || !*selected)
		add_choice(list, "", "–", selected);
	if (f->type == FIELD_REFERENCE) {
		json_object_object_get_ex(choices, f->name, &options);
		add_reference_choices(list, options, selected);
		return list;
	}
	for (const struct choice *c = f->choices; c && c->value; c++)
		add_choice(list, c->value, _(c->label), selected);
	return list;
}

static const char *first_error(const struct record_input *in, const char *field)
{
	for (size_t i = 0; in && i < in->error_count; i++)
		if (strcmp(in->errors[i].field, field) == 0)
			return in->errors[i].message;
	return "";
}

/* What the field is for, and how a time is written in it: no browser's calendar writes it as the page does. */
static const char *help_of(const struct field *f, struct arena *a)
{
	const char *help = f->help ? _(f->help) : "", *example = "";
	if (f->type == FIELD_DATE)
		example = _("For example 31 December 2026.");
	else if (f->type == FIELD_TIME)
		example = _("For example 31 December 2026, Q3 2026, spring 2026 or about 2026.");
	return *help && *example ? arena_printf(a, "%s %s", help, example) : *help ? help : example;
}

static struct json_object *field_document(const struct field *f, struct json_object *values,
                                          const struct record_input *in, struct json_object *choices, struct arena *a)
{
	struct json_object *o = json_object_new_object();
	const char *value = shown(f, values, in), *ignored;
	add_text(o, "name", f->name);
	add_text(o, "label", _(f->label));
	add_text(o, "help", help_of(f, a));
	add_bool(o, "required", f->required);
	add_kind(o, f->type);
	add_text(o, "value", value);
	add_bool(o, "as_typed", in);
	add_bool(o, "checked", f->type == FIELD_BOOLEAN && field_checked(value, &ignored));
	add_limits(o, f);
	add_text(o, "error", first_error(in, f->name));
	json_object_object_add(o, "choices", choices_of(f, choices, value));
	return o;
}

static struct json_object *error_list(const struct record_type *t, const struct record_input *in)
{
	struct json_object *list = json_object_new_array();
	for (size_t i = 0; in && i < in->error_count; i++) {
		const struct field *f = field_find(t, in->errors[i].field);
		struct json_object *o = json_object_new_object();
		add_text(o, "field", in->errors[i].field);
		add_text(o, "label", f ? _(f->label) : in->errors[i].field);
		add_text(o, "message", in->errors[i].message);
		json_object_array_add(list, o);
	}
	return list;
}

struct json_object *record_form(const struct record_type *t, struct json_object *values, const struct record_input *in,
                                struct json_object *choices, struct arena *a)
{
	struct json_object *form = json_keep(a, json_object_new_object()), *fields = json_object_new_array();
	for (size_t i = 0; i < t->field_count; i++)
		json_object_array_add(fields, field_document(&t->fields[i], values, in, choices, a));
	json_object_object_add(form, "fields", fields);
	json_object_object_add(form, "errors", error_list(t, in));
	add_bool(form, "has_errors", in && in->error_count > 0);
	return form;
}
