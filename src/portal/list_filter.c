#include "portal/list_filter.h"

#include "base/text.h"
#include "html/escape.h"
#include "i18n/format.h"
#include "portal/members.h"
#include "record/field_parse.h"

#include <json-c/json.h>

void list_leave_out(struct json_object *left_out, const char *name, const char *message)
{
	struct json_object *one = json_object_new_object();
	json_object_object_add(one, "name", json_object_new_string(name));
	json_object_object_add(one, "message", json_object_new_string(message));
	json_object_array_add(left_out, one);
}

void list_leave_out_errors(struct request *r, const struct record_type *filter, const struct record_input *in,
                           struct json_object *left_out)
{
	for (size_t i = 0; i < filter->field_count; i++)
		for (size_t k = 0; k < in->error_count; k++)
			if (text_equal(in->errors[k].field, filter->fields[i].name))
				list_leave_out(left_out, filter->fields[i].name,
				               arena_printf(r->arena, _("The list is shown without “%s”: %s"),
				                            _(filter->fields[i].label), in->errors[k].message));
}

void list_read_filter(struct request *r, const struct record_type *filter, struct record_input *in,
                      struct json_object *left_out)
{
	struct form_pair *pairs = arena_alloc(r->arena, filter->field_count * sizeof *pairs);
	size_t n = 0;
	for (size_t i = 0; i < filter->field_count; i++) {
		const char *value = request_query(r, filter->fields[i].name);
		if (value)
			pairs[n++] = (struct form_pair){.name = filter->fields[i].name, .value = value};
	}
	record_read_form(filter, pairs, n, formats_of(r->language), r->arena, in);
	list_leave_out_errors(r, filter, in, left_out);
}

const char *list_value(const struct record_input *in, const char *name)
{
	struct json_object *value = json_object_object_get(in->values, name);
	return value ? json_object_get_string(value) : "";
}

void list_add_query(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, "%s%s=", b->len ? "&" : "", name);
	escape_url_component(b, value);
}

static bool stands_in(const char *const *extra, const char *name)
{
	for (size_t i = 0; extra[i]; i += 2)
		if (text_equal(extra[i], name))
			return true;
	return false;
}

struct json_object *list_query(struct request *r, const struct record_type *filter, const char *const *values,
                               const char *const *extra)
{
	struct buf b;
	buf_init(&b, 16 * 1024);
	for (size_t i = 0; i < filter->field_count; i++)
		if (values[i][0] && !stands_in(extra, filter->fields[i].name))
			list_add_query(&b, filter->fields[i].name, values[i]);
	if (r->at_date[0])
		list_add_query(&b, "at", r->at_date);
	for (size_t i = 0; extra[i]; i += 2)
		if (extra[i + 1][0])
			list_add_query(&b, extra[i], extra[i + 1]);
	struct json_object *o = json_object_new_string(buf_text(&b));
	buf_free(&b);
	return o;
}

/* What one field of the form asks, as people read it. */
static const char *asked_words(struct request *r, const struct field *f, const char *value, struct json_object *shown)
{
	struct json_object *choices = member(shown, "choices");
	if (json_object_get_boolean(member(shown, "is_search")))
		return text_at(shown, "shown");
	for (size_t i = 0; i < json_object_array_length(choices); i++) {
		struct json_object *one = json_object_array_get_idx(choices, i);
		if (json_object_get_boolean(member(one, "selected")))
			return text_at(one, "label");
	}
	return field_shown(f, value, formats_of(r->language), r->arena);
}

void list_add_chosen(struct request *r, const struct record_type *filter, const char *const *values,
                     struct json_object *form, struct json_object *page)
{
	struct json_object *list = json_object_new_array(), *fields = member(form, "fields");
	int more = 0;
	for (size_t i = 0; i < json_object_array_length(fields); i++) {
		struct json_object *shown = json_object_array_get_idx(fields, i), *o;
		const struct field *f = field_find(filter, text_at(shown, "name"));
		const char *value = f ? values[f - filter->fields] : "";
		if (!value[0] || text_equal(f->name, "sort"))
			continue;
		const char *const without[] = {f->name, "", NULL};
		o = json_object_new_object();
		put(o, "label", _(f->label));
		put(o, "text", asked_words(r, f, value, shown));
		put_bool(o, "is_text", f->type == FIELD_TEXT);
		more += f->type != FIELD_TEXT;
		json_object_object_add(o, "without", list_query(r, filter, values, without));
		json_object_array_add(list, o);
	}
	json_object_object_add(page, "chosen", list);
	json_object_object_add(page, "more_chosen", json_object_new_int(more));
}
