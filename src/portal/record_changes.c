/* What has changed: by who sends, and by others since. */
#include "base/text.h"
#include "portal/page.h"
#include "portal/record_attempt.h"

#include <json-c/json.h>
#include <string.h>

static bool is_empty(struct json_object *value)
{
	switch (json_object_get_type(value)) {
	case json_type_null:
		return true;
	case json_type_boolean:
		return !json_object_get_boolean(value);
	case json_type_string:
		return !json_object_get_string_len(value);
	case json_type_array:
		return !json_object_array_length(value);
	default:
		return false;
	}
}

static bool holds(struct json_object *list, struct json_object *value)
{
	for (size_t i = 0; i < json_object_array_length(list); i++)
		if (json_object_equal(json_object_array_get_idx(list, i), value))
			return true;
	return false;
}

/* The same, whichever way it was written: an amount in other digits, a list in another order. */
static bool same(const struct field *f, struct json_object *a, struct json_object *b)
{
	if (f->type == FIELD_FILE) /* none was sent, or the same once more */
		return is_empty(b) ||
		       json_object_equal(json_object_object_get(a, "sha256"), json_object_object_get(b, "sha256"));
	if (is_empty(a) || is_empty(b))
		return is_empty(a) && is_empty(b);
	if (f->type == FIELD_INTEGER || f->type == FIELD_DECIMAL)
		return json_object_get_double(a) == json_object_get_double(b);
	if (!f->through || !json_object_is_type(a, json_type_array) || !json_object_is_type(b, json_type_array))
		return json_object_equal(a, b);
	for (size_t i = 0; i < json_object_array_length(a); i++)
		if (!holds(b, json_object_array_get_idx(a, i)))
			return false;
	for (size_t i = 0; i < json_object_array_length(b); i++)
		if (!holds(a, json_object_array_get_idx(b, i)))
			return false;
	return true;
}

static struct json_object *value_of(struct json_object *document, const struct field *f)
{
	struct json_object *value = NULL;
	json_object_object_get_ex(document, f->name, &value);
	return value;
}

bool attempt_unchanged(const struct attempt *t)
{
	if (!t->n[0] || t->type->adds)
		return false;
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		if (!f->decided && !same(f, value_of(t->current, f), value_of(t->in.values, f)))
			return false;
	}
	return true;
}

/* ---- what the portal decides ---- */

static bool is_plain(const struct record_type *type, const char *name, struct json_object *value)
{
	for (size_t i = 0; i < type->field_count; i++) {
		const struct field *f = &type->fields[i];
		if (f->decided || strcmp(f->name, name))
			continue;
		if (f->type == FIELD_FILE)
			return true;
		if (!json_object_is_type(value, json_type_array))
			return !json_object_is_type(value, json_type_object);
		return !json_object_array_length(value) ||
		       !json_object_is_type(json_object_array_get_idx(value, 0), json_type_object);
	}
	return !strcmp(name, "version");
}

int attempt_take_back(struct request *r, struct attempt *t, struct json_object *body, struct error *e)
{
	struct json_object *page = NULL;
	const char *document;
	const char *const parameters[] = {t->code, t->n};
	const char *names[FIELDS_MAX];
	size_t n = 0;
	json_object_object_foreach(body, name, value)
	{
		struct json_object *shown = NULL;
		if (is_plain(t->type, name, value))
			continue;
		if (!json_object_object_get_ex(t->current, name, &shown) || !json_object_equal(shown, value)) {
			if (!page && t->sql->page &&
			    (page_query(r, t->sql->page, attempt_parameters(t, parameters), &document, NULL, e) ||
			     !(page = page_parse(r, document, e))))
				return -1;
			if (!json_object_object_get_ex(page, name, &shown) || !json_object_equal(shown, value))
				continue;
		}
		if (n < FIELDS_MAX)
			names[n++] = name;
	}
	while (n)
		json_object_object_del(body, names[--n]);
	return 0;
}

/* What decides is in the form, or it is decided itself and stands in the record. */
static struct json_object *decider(const struct attempt *t, const struct field *by)
{
	bool in_form = json_object_object_get_ex(t->in.values, by->name, NULL);
	return in_form || !t->current ? value_of(t->in.values, by) : value_of(t->current, by);
}

void attempt_check_decided(struct attempt *t)
{
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i], by = {.name = f->decided_by};
		if (!f->decided_by || is_empty(decider(t, &by)))
			continue;
		struct json_object *was = t->current ? value_of(t->current, f) : NULL, *is = value_of(t->in.values, f);
		bool given_now = !t->current || !same(&by, value_of(t->current, &by), decider(t, &by));
		if (!same(f, was, is) && !(given_now && is_empty(is)))
			record_error(&t->in, f->name, _("This is decided elsewhere, and not by this form. Leave it as it was."));
	}
}

/* ---- what others have changed ---- */

/* Only what the sender touched can be theirs, where it is known what they saw. */
void attempt_all_conflict(struct attempt *t)
{
	t->conflict = true;
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		struct json_object *mine = value_of(t->in.values, f);
		t->conflicts[i] =
			!f->decided && !same(f, value_of(t->current, f), mine) && !(t->base && same(f, value_of(t->base, f), mine));
	}
}

struct json_object *attempt_seen(struct request *r, const struct attempt *t, const char *version)
{
	const char *document;
	struct error unknown = {0};
	const char *const parameters[] = {t->code, t->n, version};
	if (!t->sql->seen || !text_is_small_number(version) ||
	    page_query(r, t->sql->seen, attempt_parameters(t, parameters), &document, NULL, &unknown))
		return NULL;
	return page_parse(r, document, &unknown);
}

static void take_over(struct attempt *t, const struct field *f, struct json_object *theirs)
{
	json_object_object_add(t->in.values, f->name, json_object_get(theirs));
	json_object_object_add(t->in.typed, f->name, json_object_get(theirs));
}

/* What was wrong with words that count no more. */
static void forget_errors(struct record_input *in, const char *field)
{
	size_t kept = 0;
	for (size_t i = 0; i < in->error_count; i++)
		if (strcmp(in->errors[i].field, field))
			in->errors[kept++] = in->errors[i];
	in->error_count = kept;
	if (in->matches)
		json_object_object_del(in->matches, field);
}

void attempt_keep_theirs(struct request *r, struct attempt *t)
{
	struct json_object *shown = NULL;
	for (size_t i = 0; t->n[0] && i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		const char *keep = f->decided ? NULL : request_form(r, arena_printf(r->arena, "_keep_%s", f->name));
		if (!text_equal(keep, "theirs"))
			continue;
		if (!shown)
			shown = strcmp(t->version, t->current_version) ? attempt_seen(r, t, t->version) : t->current;
		if (!shown)
			return;
		forget_errors(&t->in, f->name);
		take_over(t, f, value_of(shown, f));
	}
}

int attempt_merge(struct request *r, struct attempt *t, struct error *e)
{
	(void)e;
	t->base = attempt_seen(r, t, t->version);
	if (!t->base) {
		attempt_all_conflict(t);
		return 0;
	}
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		struct json_object *base = value_of(t->base, f), *theirs = value_of(t->current, f),
						   *mine = value_of(t->in.values, f);
		if (f->decided || same(f, theirs, mine) || same(f, base, theirs))
			continue;
		if (same(f, base, mine)) {
			take_over(t, f, theirs);
			t->taken[i] = true;
		} else {
			t->conflicts[i] = true;
			t->conflict = true;
		}
	}
	if (!t->conflict)
		t->version = t->current_version;
	return 0;
}
