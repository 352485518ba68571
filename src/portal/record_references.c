/* What was typed for a reference, and what is meant by it. */
#include "base/text.h"
#include "portal/members.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "record/json_read.h"

#include <json-c/json.h>
#include <string.h>
#include <strings.h>

/* A form shows what is chosen as "Ingrid Solheim (ingrid.solheim)": the key within; NULL when it is not so. */
static const char *key_within(struct request *r, const char *text)
{
	size_t n = strlen(text);
	const char *open = strrchr(text, '(');
	return n > 2 && text[n - 1] == ')' && open && open > text
	           ? arena_strndup(r->arena, open + 1, n - 2 - (size_t)(open - text))
	           : NULL;
}

/* Does it stand there already? Somebody who has left the directory is no longer offered, but may stay. */
static struct json_object *standing(const struct attempt *t, const struct field *f, const char *text)
{
	struct json_object *now = NULL;
	if (!t->current || !json_object_object_get_ex(t->current, f->name, &now) || !now)
		return NULL;
	if (!json_object_is_type(now, json_type_array))
		return strcasecmp(json_object_get_string(now), text) ? NULL : now;
	for (size_t i = 0; i < json_object_array_length(now); i++)
		if (!strcasecmp(json_object_get_string(json_object_array_get_idx(now, i)), text))
			return json_object_array_get_idx(now, i);
	return NULL;
}

/* The n-th text that was sent for a field; NULL after the last. */
static const char *sent_text(const struct attempt *t, const struct field *f, size_t n)
{
	struct json_object *value = json_object_object_get(t->in.values, f->name);
	if (!f->through)
		return value && !n ? json_object_get_string(value) : NULL;
	return value && n < json_object_array_length(value) ? json_object_get_string(json_object_array_get_idx(value, n))
	                                                    : NULL;
}

static void ask_for(struct json_object *questions, const struct field *f, const char *text)
{
	struct json_object *list = json_object_object_get(questions, f->name);
	if (!list) {
		list = json_object_new_array();
		json_object_object_add(questions, f->name, list);
	}
	json_object_array_add(list, json_object_new_string(text));
}

/* Every key that may be meant, by field. */
static struct json_object *questions_about_keys(struct request *r, const struct attempt *t)
{
	struct json_object *questions = page_new_object(r);
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		const char *text, *within;
		for (size_t n = 0; f->to && (text = sent_text(t, f, n)); n++) {
			if (standing(t, f, text))
				continue;
			ask_for(questions, f, text);
			if (!r->json_body && (within = key_within(r, text)) && !standing(t, f, within))
				ask_for(questions, f, within);
		}
	}
	return questions;
}

static struct json_object *ask(struct request *r, const struct attempt *t, const struct statement *st,
                               struct json_object *questions, struct error *e)
{
	const char *document;
	const char *const parameters[] = {t->code, json_object_to_json_string_ext(questions, JSON_C_TO_STRING_PLAIN)};
	if (!json_object_object_length(questions))
		return questions;
	return page_query(r, st, attempt_parameters(t, parameters), &document, NULL, e) ? NULL : page_parse(r, document, e);
}

/* The answers for one text. */
static struct json_object *answers_for(struct request *r, struct json_object *answers, const struct field *f,
                                       const char *text)
{
	struct json_object *all = NULL, *list = json_keep(r->arena, json_object_new_array());
	json_object_object_get_ex(answers, f->name, &all);
	for (size_t i = 0; all && i < json_object_array_length(all); i++) {
		struct json_object *one = json_object_array_get_idx(all, i);
		if (text_equal(text_at(one, "sent"), text))
			json_object_array_add(list, json_object_get(one));
	}
	return list;
}

/* The key that was meant, if it was a key. */
static struct json_object *by_key(struct request *r, const struct attempt *t, const struct field *f, const char *text,
                                  struct json_object *answers)
{
	struct json_object *found = standing(t, f, text);
	if (found)
		return found;
	found = answers_for(r, answers, f, text);
	if (json_object_array_length(found))
		return json_object_object_get(json_object_array_get_idx(found, 0), "value");
	const char *within = r->json_body ? NULL : key_within(r, text);
	return within ? by_key(r, t, f, within, answers) : NULL;
}

/* The one that is called so, or the only one that has the text in what it is called. */
static struct json_object *by_label(struct json_object *found, const char *text)
{
	struct json_object *exact = NULL;
	size_t n = json_object_array_length(found), exactly = 0;
	for (size_t i = 0; i < n; i++) {
		struct json_object *one = json_object_array_get_idx(found, i);
		if (!strcasecmp(text_at(one, "label"), text)) {
			exact = one;
			exactly++;
		}
	}
	if (exactly != 1)
		exact = n == 1 ? json_object_array_get_idx(found, 0) : NULL;
	return exact ? json_object_object_get(exact, "value") : NULL;
}

static void not_understood(struct request *r, struct attempt *t, const struct field *f, const char *text,
                           struct json_object *found)
{
	size_t n = found ? json_object_array_length(found) : 0;
	int length = text_prefix(text, 40);
	if (n > REFERENCE_MATCHES_MAX) {
		record_error(&t->in, f->name,
		             arena_printf(r->arena, _("Too many are called “%.*s”: write more of the name."), length, text));
		return;
	}
	if (n) {
		record_error(&t->in, f->name,
		             arena_printf(r->arena, _("“%.*s” fits several: choose the one that is meant."), length, text));
		if (!t->in.matches)
			t->in.matches = page_new_object(r);
		json_object_object_add(t->in.matches, f->name, json_object_get(found));
		return;
	}
	record_error(
		&t->in, f->name,
		f->to->many
			? arena_printf(r->arena, _("The portal knows nothing called “%.*s”, or you may not see it."), length, text)
			: _("Choose one of the listed values."));
}

/* Puts what is meant in the place of what was typed; what no key is, is asked for by its label, and is then understood.
 */
static void settle(struct request *r, struct attempt *t, const struct field *f, struct json_object *keys,
                   struct json_object *labels, struct json_object *questions)
{
	struct json_object *list = json_object_new_array();
	const char *text;
	bool whole = true;
	for (size_t n = 0; (text = sent_text(t, f, n)); n++) {
		struct json_object *value = by_key(r, t, f, text, keys), *found = NULL;
		if (!value && labels)
			value = by_label(found = answers_for(r, labels, f, text), text);
		if (value)
			json_object_array_add(list, json_object_get(value));
		else if (!labels && !r->json_body)
			ask_for(questions, f, text);
		else
			not_understood(r, t, f, text, found);
		whole = whole && value;
	}
	if (whole && !f->through && json_object_array_length(list))
		json_object_object_add(t->in.values, f->name, json_object_get(json_object_array_get_idx(list, 0)));
	else if (whole && f->through)
		json_object_object_add(t->in.values, f->name, json_object_get(list));
	json_object_put(list);
}

int attempt_resolve(struct request *r, struct attempt *t, struct error *e)
{
	struct json_object *keys = questions_about_keys(r, t), *labels = NULL, *questions = page_new_object(r);
	if (!t->sql->keys)
		return 0;
	if (!(keys = ask(r, t, t->sql->keys, keys, e)))
		return -1;
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < t->type->field_count; i++) {
			const struct field *f = &t->type->fields[i];
			bool asked = !labels || json_object_object_get(questions, f->name);
			if (f->to && !f->decided && asked)
				settle(r, t, f, keys, labels, questions);
		}
		if (labels || !json_object_object_length(questions))
			return 0;
		if (!(labels = ask(r, t, t->sql->search, questions, e)))
			return -1;
	}
	return 0;
}
