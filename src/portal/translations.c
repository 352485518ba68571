#include "portal/translations.h"

#include "base/text.h"
#include "portal/members.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

#include <json-c/json.h>
#include <string.h>

/* `around`: the language in which what it stands in is shown. */
static void apply_to(struct json_object *o, const char *language, const char *around)
{
	struct json_object *all = member(o, "translations"), *mine = member(all, language),
					   *written = member(o, "language");
	const char *in = written ? json_object_get_string(written) : language;
	bool there = text_equal(in, language);
	/* What has no language of its own is in its parent's. */
	json_object_object_add(o, "written_in", json_object_new_string(in));
	if (mine && !there) {
		json_object_object_foreach(mine, key, value)
		{
			bool when = text_equal(key, "published_at");
			if (value)
				json_object_object_add(o, when ? "translated_at" : key, json_object_get(value));
		}
		json_object_object_add(o, "language", json_object_new_string(language));
		there = true;
	}
	if (!member(o, "translated_at"))
		json_object_object_add(o, "translated_at", json_object_new_string(""));
	const char *says = there ? language : json_object_get_string(member(o, "written_in"));
	json_object_object_add(o, "untranslated", json_object_new_string(text_equal(says, around) ? "" : says));
}

static void apply_within(struct json_object *document, const char *language, const char *around)
{
	if (json_object_is_type(document, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(document); i++)
			apply_within(json_object_array_get_idx(document, i), language, around);
		return;
	}
	if (!json_object_is_type(document, json_type_object))
		return;
	/* Whatever says in which language it is may be translated, whether it has been or not. */
	if (json_object_object_get_ex(document, "translations", NULL)) {
		apply_to(document, language, around);
		around = json_object_get_string(json_object_object_get(document, "language"));
		around = around ? around : language;
	}
	json_object_object_foreach(document, key, value) if (!text_equal(key, "translations"))
		apply_within(value, language, around);
}

void translations_apply(struct json_object *document, const char *language)
{
	apply_within(document, language, language);
}

/* ---- what can be translated ---- */

/* The number of the translation of this into that language; NULL: there is none. */
static const char *number_of(struct json_object *document, const char *of, const char *field, const char *language)
{
	struct json_object *all = member(document, "translated");
	for (size_t i = 0; i < json_object_array_length(all); i++) {
		struct json_object *one = json_object_array_get_idx(all, i);
		if (text_equal(text_at(one, "of"), of) && text_equal(text_at(one, "field"), field) &&
		    text_equal(text_at(one, "language"), language))
			return text_at(one, "n");
	}
	return NULL;
}

struct offer {
	struct request *r;
	struct json_object *document;
	const char *place;
	bool may;
};

/* Every translated field of the record `o`, which is `of` for the form, in every language but its own. */
static void offer(const struct offer *f, struct json_object *o, const struct record_type *type, const char *of)
{
	struct json_object *list = json_object_new_array();
	json_object_object_add(o, "translate", list);
	for (size_t i = 0; f->may && i < type->field_count; i++) {
		const struct field *field = &type->fields[i];
		if (!field->translated || !text_at(o, field->name)[0])
			continue;
		for (const struct choice *c = content_languages; c->value; c++) {
			if (text_equal(c->value, text_at(o, "language")))
				continue;
			const char *n = number_of(f->document, of, field->name, c->value);
			struct json_object *one = json_object_new_object();
			const char *path = n ? arena_printf(f->r->arena, "%s/translations/%s/edit", f->place, n)
			                     : arena_printf(f->r->arena, "%s/translations/new?of=%s&field=%s&in=%s", f->place, of,
			                                    field->name, c->value);
			json_object_object_add(one, "path", json_object_new_string(path));
			json_object_object_add(
				one, "label",
				json_object_new_string(arena_printf(f->r->arena, "%s – %s", _(field->label), _(c->label))));
			json_object_object_add(one, "there", json_object_new_boolean(n != NULL));
			json_object_array_add(list, one);
		}
	}
}

static void offer_each(const struct offer *f, const char *member_name, const struct record_type *type)
{
	struct json_object *list = member(f->document, member_name);
	size_t count = json_object_is_type(list, json_type_array) ? json_object_array_length(list) : 0;
	for (size_t i = 0; i < count; i++) {
		struct json_object *one = json_object_array_get_idx(list, i);
		offer(f, one, type, arena_printf(f->r->arena, "%s/%s", type->name, text_at(one, "n")));
	}
}

void translations_offer(struct request *r, struct json_object *document, const struct record_type *type,
                        const char *place, bool may)
{
	const struct offer f = {r, document, place, may};
	offer(&f, document, type, type->name);
	offer_each(&f, "sections", &section_type);
	if (type == &strategy_type)
		offer_each(&f, "goals", &strategy_goal_type);
}
