/* The collection of a record type: of one parent, or of all. */
#include "portal/record_list.h"

#include "base/clock.h"
#include "base/text.h"
#include "i18n/language.h"
#include "portal/list_filter.h"
#include "portal/page.h"
#include "portal/record_pages.h"
#include "record/json_read.h"
#include "session/session.h"
#include "templates.h"

#include <json-c/json.h>
#include <sodium.h>
#include <string.h>

enum { ID_DIGITS_MAX = 18 };

/* ---- where a page begins: an opaque text of the order, the key and the id of the last row before it ---- */

static const char *token_of(struct request *r, const char *order, struct json_object *key)
{
	struct json_object *all = json_keep(r->arena, json_object_new_array());
	json_object_array_add(all, json_object_new_string(order));
	for (size_t i = 0; i < 2; i++)
		json_object_array_add(all, json_object_get(json_object_array_get_idx(key, i)));
	const char *plain = json_object_to_json_string_ext(all, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);
	size_t size = sodium_base64_encoded_len(strlen(plain), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	return sodium_bin2base64(arena_alloc(r->arena, size), size, (const unsigned char *)plain, strlen(plain),
	                         sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

static struct json_object *read_token(struct request *r, const char *token)
{
	size_t size = strlen(token), length;
	char *plain = arena_alloc(r->arena, size + 1);
	struct json_object *all = NULL;
	struct error unknown = {0};
	if (sodium_base642bin((unsigned char *)plain, size, token, size, NULL, &length, NULL,
	                      sodium_base64_VARIANT_URLSAFE_NO_PADDING) ||
	    !text_is_clean(plain, length) || json_read(plain, length, r->arena, &all, &unknown))
		return NULL;
	return json_object_is_type(all, json_type_array) && json_object_array_length(all) == 3 ? all : NULL;
}

static bool is_id(const char *id)
{
	size_t n = strlen(id);
	return n && n <= ID_DIGITS_MAX && strspn(id, "0123456789") == n;
}

/* What the database is not asked to read cannot be wrong. */
static bool is_key(enum field_type type, const char *key)
{
	struct date day;
	switch (type) {
	case FIELD_INTEGER:
		return is_id(key);
	case FIELD_DECIMAL:
		return *key && strspn(key, "0123456789") == strlen(key);
	case FIELD_DATE:
		return date_parse(key, &day);
	case FIELD_BOOLEAN:
		return text_equal(key, "true") || text_equal(key, "false");
	default:
		return true;
	}
}

static const char *text_in(struct json_object *array, size_t i)
{
	return json_object_get_string(json_object_array_get_idx(array, i));
}

static void read_after(struct request *r, struct listing *l)
{
	const char *token = request_query(r, "after"), *order = list_order(l->list, &l->q);
	if (!token || !token[0])
		return;
	struct json_object *all = read_token(r, token);
	const char *key = all ? text_in(all, 1) : NULL, *id = all ? text_in(all, 2) : NULL;
	if (!all || !id || !is_id(id) || !text_equal(text_in(all, 0), order) ||
	    (key && !is_key(list_key_type(l->list, order), key))) {
		list_leave_out(l->left_out, "after", _("There is no such page of this list; this is the first."));
		return;
	}
	l->q.after = true;
	l->q.after_key = key;
	l->q.after_id = id;
}

/* ---- what is asked ---- */

static const char *label_asked(struct request *r, const struct list_ask *ask, const struct field *f)
{
	switch (ask->how) {
	case ASK_FROM:
		return arena_printf(r->arena, _("%s, from"), _(f->label));
	case ASK_UNTIL:
		return arena_printf(r->arena, _("%s, until"), _(f->label));
	default:
		return f->label;
	}
}

static const struct choice *label_sorts(struct request *r, const struct choice *sorts)
{
	size_t n = 0;
	while (sorts[n].value)
		n++;
	struct choice *labelled = arena_alloc(r->arena, (n + 1) * sizeof *labelled);
	for (size_t i = 0; i < n; i++) {
		labelled[i] = sorts[i];
		if (sorts[i].value[0] == '-')
			labelled[i].label = arena_printf(r->arena, _("%s, backwards"), _(sorts[i].label));
	}
	return labelled;
}

/* The filter in the reader's language: what is put together is no text of the catalogues. */
static void label_filter(struct request *r, struct listing *l)
{
	size_t n = l->list->filter.field_count;
	struct field *fields = arena_alloc(r->arena, n * sizeof *fields);
	for (size_t i = 0; i < n; i++) {
		fields[i] = l->list->filter.fields[i];
		fields[i].label = label_asked(r, &l->list->asks[i], &fields[i]);
		if (l->list->asks[i].how == ASK_SORT)
			fields[i].choices = label_sorts(r, fields[i].choices);
	}
	l->filter = l->list->filter;
	l->filter.fields = fields;
}

/* References may be named by key or label, as in a form. */
static int resolve(struct request *r, struct listing *l, struct error *e)
{
	struct attempt asked = {.type = &l->filter, .sql = &l->list->sql, .code = "", .n = "", .in = l->in};
	asked.in.error_count = 0;
	asked.in.matches = NULL;
	if (attempt_resolve(r, &asked, e))
		return -1;
	l->in.matches = asked.in.matches;
	list_leave_out_errors(r, &l->filter, &asked.in, l->left_out);
	for (size_t i = 0; i < asked.in.error_count; i++)
		json_object_object_add(l->in.values, asked.in.errors[i].field, NULL);
	return 0;
}

static int read_question(struct request *r, struct listing *l, struct error *e)
{
	l->list = record_list_of(l->t.type);
	l->left_out = json_keep(r->arena, json_object_new_array());
	label_filter(r, l);
	list_read_filter(r, &l->filter, &l->in, l->left_out);
	if (resolve(r, l, e))
		return -1;
	l->values = arena_alloc(r->arena, l->filter.field_count * sizeof *l->values);
	for (size_t i = 0; i < l->filter.field_count; i++)
		l->values[i] = list_value(&l->in, l->filter.fields[i].name);
	l->q = (struct list_question){.over_all = !l->t.up,
	                              .parent = l->t.code,
	                              .values = l->values,
	                              .language = arena_strndup(r->arena, r->language->tag, 2),
	                              .options = r->format == FORMAT_HTML,
	                              .hidden = r->visitor->known && page_hides(r, l->t.type->name)};
	read_after(r, l);
	return 0;
}

/* ---- what is answered ---- */

/* One row more than is shown says that there are more. */
static void cut(struct request *r, struct listing *l)
{
	struct json_object *items = json_object_object_get(l->document, "items"),
					   *keys = json_object_object_get(l->document, "keys"), *next = NULL;
	size_t n = json_object_array_length(items);
	if (n > LIST_ROWS) {
		const char *order = list_order(l->list, &l->q);
		const char *const extra[] = {"after", token_of(r, order, json_object_array_get_idx(keys, LIST_ROWS - 1)), NULL};
		next = list_query(r, &l->filter, l->values, extra);
		json_object_array_del_idx(items, LIST_ROWS, n - LIST_ROWS);
	}
	json_object_object_add(l->document, "next", next);
	json_object_object_del(l->document, "keys");
}

static void count(struct listing *l)
{
	int total = json_object_get_int(json_object_object_get(l->document, "total"));
	json_object_object_add(l->document, "more_than", json_object_new_boolean(total > LIST_COUNTED));
	if (total > LIST_COUNTED)
		json_object_object_add(l->document, "total", json_object_new_int(LIST_COUNTED));
}

int record_list(struct request *r, struct response *out, struct error *e)
{
	struct listing l = {.document = NULL};
	const char *document, *const *parameters;
	if (attempt_start(r, &l.t, r->route->about, e) || read_question(r, &l, e))
		return -1;
	const struct statement *st = record_list_compose(l.list, &l.q, &parameters, r->arena);
	if (page_query(r, st, parameters, &document, NULL, e) || !(l.document = page_parse(r, document, e)))
		return -1;
	cut(r, &l);
	count(&l);
	json_object_object_add(l.document, "left_out", json_object_get(l.left_out));
	if (r->format == FORMAT_JSON)
		return page_object(r, out, "", NULL, l.document, e);
	return page_object(r, out, _(l.t.type->label_many), tpl_record_list, listing_page(r, &l), e);
}
