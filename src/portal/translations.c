#include "portal/translations.h"

#include "base/text.h"

#include <json-c/json.h>

static struct json_object *member(struct json_object *o, const char *key)
{
	struct json_object *value = NULL;
	json_object_object_get_ex(o, key, &value);
	return value;
}

static void apply_to(struct json_object *o, const char *language)
{
	struct json_object *all = member(o, "translations"), *mine = member(all, language),
					   *written = member(o, "language");
	const char *in = written ? json_object_get_string(written) : language;
	bool there = text_equal(in, language);
	/* What has no language of its own is in its parent's. */
	json_object_object_add(o, "written_in", json_object_new_string(in));
	if (mine && !there) {
		json_object_object_foreach(mine, key, value) if (value) json_object_object_add(o, key, json_object_get(value));
		json_object_object_add(o, "language", json_object_new_string(language));
		there = true;
	}
	json_object_object_add(o, "untranslated",
	                       json_object_new_string(there ? "" : json_object_get_string(member(o, "written_in"))));
}

void translations_apply(struct json_object *document, const char *language)
{
	if (json_object_is_type(document, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(document); i++)
			translations_apply(json_object_array_get_idx(document, i), language);
		return;
	}
	if (!json_object_is_type(document, json_type_object))
		return;
	json_object_object_foreach(document, key, value) if (!text_equal(key, "translations"))
		translations_apply(value, language);
	/* Whatever says in which language it is may be translated, whether it has been or not. */
	if (json_object_object_get_ex(document, "translations", NULL))
		apply_to(document, language);
}
