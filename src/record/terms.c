#include "record/terms.h"

#include "base/text.h"
#include "i18n/language.h"
#include "record/vocabulary.h"

#include <json-c/json.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { KEY_MAX = 300 };

static struct json_object *kept;

void terms_keep(struct json_object *document)
{
	if (kept)
		json_object_put(kept);
	kept = document ? json_object_get(document) : NULL;
}

static struct json_object *part(const char *name)
{
	struct json_object *value = NULL;
	json_object_object_get_ex(kept, name, &value);
	return value;
}

static const char *written(const char *list, const char *code, const char *language, const char *organisation)
{
	char key[KEY_MAX];
	struct json_object *label;
	snprintf(key, sizeof key, "%s/%s/%s/%s", list, code, language, organisation);
	return json_object_object_get_ex(part("labels"), key, &label) ? json_object_get_string(label) : NULL;
}

/* "sv-FI" is asked for first, then "sv"; "sv-SE" is "sv". */
static const char *in_language(const char *list, const char *code, const char *language, const char *organisation)
{
	char plain[3] = {0};
	const char *label = written(list, code, language, organisation);
	if (label || strlen(language) <= 2)
		return label;
	memcpy(plain, language, 2);
	return written(list, code, plain, organisation);
}

static const char *catalogued(const char *list, const char *code)
{
	for (const struct choice *c = vocabulary(list); c && c->value; c++)
		if (!strcmp(c->value, code))
			return _(c->label);
	return NULL;
}

const char *term_label_here(const char *list, const char *code, const char *organisation)
{
	const char *language = language_used()->tag;
	const char *label = organisation[0] ? in_language(list, code, language, organisation) : NULL;
	if (!label)
		label = in_language(list, code, language, "");
	return label ? label : catalogued(list, code);
}

const char *term_label(const char *list, const char *code, const char *organisation)
{
	static const char *const others[] = {"en", "sv", "nb", "fi"};
	const char *label = term_label_here(list, code, organisation);
	for (size_t i = 0; !label && i < sizeof others / sizeof *others; i++)
		label = written(list, code, others[i], "");
	return label;
}

static const char *code_of(struct json_object *term)
{
	return json_object_get_string(json_object_object_get(term, "code"));
}

static bool retired(const char *list, struct json_object *term, const char *organisation)
{
	char key[KEY_MAX];
	if (json_object_get_boolean(json_object_object_get(term, "retired")))
		return true;
	snprintf(key, sizeof key, "%s/%s/%s", list, code_of(term), organisation);
	return organisation[0] && json_object_object_get_ex(part("retired"), key, NULL);
}

static struct json_object *terms_of(const char *list)
{
	struct json_object *terms = NULL;
	json_object_object_get_ex(part("lists"), list, &terms);
	return terms;
}

const struct choice *term_choices(const char *list, const char *organisation, const char *current, struct arena *a)
{
	struct json_object *terms = terms_of(list);
	size_t n = terms ? json_object_array_length(terms) : 0, count = 0;
	struct choice *choices = arena_alloc(a, (n + 1) * sizeof *choices);
	for (size_t i = 0; i < n; i++) {
		struct json_object *term = json_object_array_get_idx(terms, i);
		const char *code = code_of(term);
		if (retired(list, term, organisation) && !text_equal(code, current))
			continue;
		const char *label = term_label(list, code, organisation);
		choices[count++] =
			(struct choice){arena_strdup(a, code), label ? arena_strdup(a, label) : arena_strdup(a, code)};
	}
	choices[count] = (struct choice){NULL, NULL};
	return choices;
}

bool term_is(const char *list, const char *code)
{
	struct json_object *terms = terms_of(list);
	for (size_t i = 0; terms && i < json_object_array_length(terms); i++) {
		if (text_equal(code_of(json_object_array_get_idx(terms, i)), code))
			return true;
	}
	return false;
}

const char *term_called(const char *list, const char *label)
{
	struct json_object *terms = terms_of(list);
	for (size_t i = 0; terms && i < json_object_array_length(terms); i++) {
		const char *code = code_of(json_object_array_get_idx(terms, i)), *called = term_label(list, code, "");
		if (called && !strcasecmp(called, label))
			return code;
	}
	return NULL;
}
