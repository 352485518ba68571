#include "base/text.h"
#include "record/field_file.h"
#include "record/field_parse.h"
#include "record/json_read.h"
#include "record/record_options.h"
#include "record/terms.h"
#include "record/vocabulary.h"

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
	case FIELD_MOMENT:
		return "date";
	case FIELD_BOOLEAN:
		return "checkbox";
	case FIELD_FILE:
		return "file";
	case FIELD_CHOICE:
	case FIELD_TERM:
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
	add_bool(o, "is_file", type == FIELD_FILE);
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
	/* Of a file what is kept: what was sent and refused is gone. */
	json_object_object_get_ex(in && f->type != FIELD_FILE ? in->typed : values, f->name, &value);
	if (f->type == FIELD_FILE)
		value = json_object_object_get(value, "name");
	return value ? json_object_get_string(value) : "";
}

const char *record_words_of(const struct record_type *t, struct json_object *values)
{
	struct json_object *code = NULL;
	bool is = json_object_object_get_ex(values, t->words_of ? t->words_of : "owner", &code) &&
	          json_object_is_type(code, json_type_string);
	return is ? json_object_get_string(code) : "";
}

static struct json_object *choices_of(const struct record_type *t, const struct field *f, struct json_object *values,
                                      const char *selected, struct arena *a)
{
	struct json_object *list = json_object_new_array();
	const struct choice *choices =
		f->type == FIELD_TERM ? term_choices(f->term, record_words_of(t, values), selected, a) : f->choices;
	if (f->type != FIELD_CHOICE && f->type != FIELD_TERM)
		return list;
	/* Without an empty one, a browser would choose the first for somebody who chose nothing. */
	if (!f->required || !*selected)
		record_add_choice(list, "", "–", !*selected);
	for (const struct choice *c = choices; c && c->value; c++)
		record_add_choice(list, c->value, f->type == FIELD_TERM ? c->label : _(c->label), !strcmp(c->value, selected));
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

/* Decided by a field that nobody's form has, an account by the directory: shown, and not to be written. */
static bool is_readonly(const struct record_type *t, const struct field *f, struct json_object *values)
{
	const struct field *by = NULL;
	for (size_t i = 0; f->decided_by && i < t->field_count; i++)
		if (!strcmp(t->fields[i].name, f->decided_by))
			by = &t->fields[i];
	return by && by->decided && *shown(by, values, NULL);
}

static struct json_object *field_document(const struct record_type *t, const struct field *f,
                                          struct json_object *values, const struct record_input *in,
                                          struct json_object *choices, struct arena *a)
{
	struct json_object *o = json_object_new_object();
	const char *value = shown(f, values, in), *ignored;
	add_text(o, "name", f->name);
	add_text(o, "label", _(f->label));
	add_text(o, "help", help_of(f, a));
	add_bool(o, "required", f->required && !is_readonly(t, f, values));
	add_kind(o, f->type);
	add_bool(o, "is_pressed", f->type == FIELD_CHOICE && (f->choices == lights || f->choices == levels));
	add_text(o, "last", "");
	add_bool(o, "is_search", false);
	add_bool(o, "is_many", false);
	add_text(o, "value", value);
	add_bool(o, "is_readonly", is_readonly(t, f, values));
	add_bool(o, "as_typed", in);
	add_bool(o, "checked", f->type == FIELD_BOOLEAN && field_checked(value, &ignored));
	add_limits(o, f);
	add_text(o, "accepts", f->type == FIELD_FILE ? field_file_accepts(a) : "");
	add_text(o, "error", first_error(in, f->name));
	if (f->squared && !*first_error(in, f->name))
		add_text(o, "error", first_error(in, f->squared));
	record_add_square(o, t, f, values, in, a);
	if (f->to)
		record_add_reference(o, f, values, in, choices);
	else
		json_object_object_add(o, "choices", choices_of(t, f, values, value, a));
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

static bool has_long(const struct record_type *t)
{
	for (size_t i = 0; i < t->field_count; i++)
		if (t->fields[i].type == FIELD_MARKDOWN)
			return true;
	return false;
}

struct json_object *record_form(const struct record_type *t, struct json_object *values, const struct record_input *in,
                                struct json_object *choices, struct arena *a)
{
	struct json_object *form = json_keep(a, json_object_new_object()), *fields = json_object_new_array();
	for (size_t i = 0; i < t->field_count; i++)
		if (!t->fields[i].decided)
			json_object_array_add(fields, field_document(t, &t->fields[i], values, in, choices, a));
	json_object_object_add(form, "fields", fields);
	add_bool(form, "has_long", has_long(t));
	json_object_object_add(form, "errors", error_list(t, in));
	add_bool(form, "has_errors", in && in->error_count > 0);
	return form;
}
