/* Two have changed one record: what stood there before, what the other made of it and when, and what is sent now. */
#include "base/text.h"
#include "i18n/format.h"
#include "portal/members.h"
#include "portal/once.h"
#include "portal/page.h"
#include "portal/record_attempt.h"

#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

/* Of so many versions between is asked who made them: more are not made while somebody fills in a form. */
enum { VERSIONS_MAX = 20 };

/* A field's value in two documents as people read it, "" where it is the same or empty. */
static const char *read_in(struct json_object *differences, const struct field *f, const char *side)
{
	for (size_t k = 0; k < json_object_array_length(differences); k++) {
		struct json_object *one = json_object_array_get_idx(differences, k);
		if (text_equal(text_at(one, "name"), f->name))
			return text_at(one, side);
	}
	return "";
}

static struct json_object *readable(struct request *r, const struct attempt *t, struct json_object *document)
{
	return record_difference(t->type, NULL, document ? attempt_labelled(r, t, document) : NULL, formats_of(r->language),
	                         r->arena);
}

/* Who changed each field last, and when: version after version since the one that the sender saw. */
static void add_authors(struct request *r, const struct attempt *t, struct json_object *list)
{
	long first = strtol(t->version, NULL, 10), last = strtol(t->current_version, NULL, 10);
	struct json_object *was = t->base;
	for (long v = first + 1; t->base && last - first <= VERSIONS_MAX && v <= last; v++) {
		struct json_object *is = v == last ? t->current : attempt_seen(r, t, arena_printf(r->arena, "%ld", v));
		if (!is) /* two writes of one transaction leave one version */
			continue;
		for (size_t k = 0; k < json_object_array_length(list); k++) {
			struct json_object *one = json_object_array_get_idx(list, k);
			if (json_object_equal(member(was, text_at(one, "name")), member(is, text_at(one, "name"))))
				continue;
			put(one, "by", text_at(was, "ended_by"));
			put(one, "at", text_at(was, "ended_at"));
		}
		was = is;
	}
}

void conflict_describe(struct request *r, const struct attempt *t, struct json_object *document)
{
	struct json_object *list = json_object_new_array(), *taken = json_object_new_array();
	put_bool(document, "base_known", t->base != NULL);
	json_object_object_add(document, "differences", list);
	json_object_object_add(document, "taken", taken);
	if (!t->conflict)
		return;
	struct json_object *base = readable(r, t, t->base), *theirs = readable(r, t, t->current),
					   *mine = readable(r, t, t->in.values);
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		if (t->taken[i])
			json_object_array_add(taken, json_object_new_string(_(f->label)));
		if (!t->conflicts[i])
			continue;
		struct json_object *one = json_object_new_object();
		put(one, "name", f->name);
		put(one, "label", _(f->label));
		put(one, "base", read_in(base, f, "after"));
		put(one, "theirs", read_in(theirs, f, "after"));
		put(one, "mine", read_in(mine, f, "after"));
		put(one, "by", "");
		put(one, "at", "");
		/* Where it is not known what was touched, what nobody touched must not undo theirs. */
		put_bool(one, "keeps_mine", t->base || (r->once && r->once->other));
		json_object_array_add(list, one);
	}
	add_authors(r, t, list);
}

/* The version that If-Match names: "3" and "3-hash" alike. */
static const char *version_named(struct request *r)
{
	const char *tag = r->if_match && r->if_match[0] == '"' ? r->if_match + 1 : "";
	return arena_strndup(r->arena, tag, strspn(tag, "0123456789"));
}

struct json_object *conflict_document(struct request *r, struct attempt *t)
{
	struct json_object *list = json_object_new_array(), *base = attempt_seen(r, t, version_named(r));
	attempt_all_conflict(t);
	for (size_t i = 0; t->current && i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		struct json_object *theirs = member(t->current, f->name), *mine = member(t->in.values, f->name);
		if (!t->conflicts[i])
			continue;
		struct json_object *one = json_object_new_object();
		put(one, "field", f->name);
		json_object_object_add(one, "base", json_object_get(member(base, f->name)));
		json_object_object_add(one, "theirs", json_object_get(theirs));
		json_object_object_add(one, "mine", json_object_get(mine));
		json_object_array_add(list, one);
	}
	return list;
}
