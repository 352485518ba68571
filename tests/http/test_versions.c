/* Every record type: what says nothing new makes no new version, and two people who change one version of a record.
 * As in test_write_read.c the types, their fields and their addresses come from the route table. */
#include "record_sample.h"

#include <stdlib.h>
#include <string.h>

static const char *version_of(const struct sample *s)
{
	return text("%s", json_at(get(client_of("portfolio"), text("%s/edit.json", s->place)), "version"));
}

static void keeps_its_version(struct sample *s, struct client *c, const char *json)
{
	const struct answer *a = send_json(c, "PATCH", s->place, json, s->version);
	assert_status(a, 200);
	assert_json(a, "version", s->version);
}

/* The form as it was shown, in the language that shows it. */
static void save_untouched(struct sample *s, struct client *c, const char *language)
{
	const struct answer *a = get(c, text("%s/edit?language=%s", s->place, language));
	assert_status(a, 200);
	assert_status(sample_post(s, c, form_as_shown(a)), 303);
	assert_string_equal(version_of(s), s->version);
}

/* What GET gave, nothing at all, and the form as it was shown. */
static void what_is_not_new_makes_no_version(void **state)
{
	static const char *const languages[RECORDS][2] = {{"en", "sv-SE"}, {"fi", "sv-FI"}, {"nb", "en"}};
	struct client *c = client_of("portfolio");
	struct sample *s = sample_new(*state);
	for (s->record = 0; s->record < RECORDS; s->record++) {
		sample_create(s, c, 0);
		const struct answer *a = get(c, text("%s.json", s->place));
		assert_status(a, 200);
		keeps_its_version(s, c, text("%s", a->body));
		keeps_its_version(s, c, "{}");
		for (size_t i = 0; i < 2; i++)
			save_untouched(s, c, languages[s->record][i]);
		get(c, "/projects?language=en");
		if (!s->type->lasting)
			assert_status(send_json(c, "DELETE", s->place, NULL, s->version), 204);
	}
	free(s);
}

static bool differ(const struct sample *s, size_t i, int step, int other)
{
	const char *is = sample_value(s, i, step), *then = sample_value(s, i, other);
	return is && then && strcmp(is, then);
}

/* A field that may have three values, whatever the others have; from `first` on. */
static size_t free_field(const struct sample *s, size_t first)
{
	const struct record_type *t = s->type;
	for (size_t i = first; i < t->field_count; i++) {
		const struct field *f = &t->fields[i];
		bool bound =
			f->decided || sample_decided(s, i) || !differ(s, i, 0, 1) || !differ(s, i, 1, 2) || !differ(s, i, 0, 2);
		for (const struct constraint_message *m = t->constraints; m && m->constraint; m++)
			bound |= m->rule && (!strcmp(m->first, f->name) || !strcmp(m->second, f->name));
		if (!bound)
			return i;
	}
	return t->field_count;
}

static void assert_field(const struct sample *s, size_t i, int step)
{
	size_t place = 0;
	for (size_t k = 0; k < i; k++)
		place += !s->type->fields[k].decided;
	assert_json(get(client_of("portfolio"), text("%s/edit.json", s->place)),
	            text("form.fields.%zu.%s", place, s->type->fields[i].type == FIELD_BOOLEAN ? "checked" : "value"),
	            sample_value(s, i, step));
}

/* Both opened the form of one version; the second saves after the first. */
static const struct answer *send_ahead(struct sample *s, size_t field)
{
	s->ahead = (int)field;
	return sample_post(s, client_of("portfolio"), sample_form(s, client_of("portfolio"), 0));
}

static void two_people_change_one_version(void **state)
{
	struct client *c = client_of("portfolio");
	struct sample *s = sample_new(*state);
	sample_create(s, c, 0);
	size_t first = free_field(s, 0), second = free_field(s, first + 1);
	assert_true(first < s->type->field_count);
	assert_status(send_ahead(s, first), 303);
	const char *changed = version_of(s);
	assert_string_not_equal(changed, s->version);
	if (second < s->type->field_count) {
		assert_status(send_ahead(s, second), 303);
		assert_field(s, first, 1);
		assert_field(s, second, 1);
		changed = version_of(s);
	}
	/* The same field, to a third value: both stand beside each other, and nothing is saved. */
	s->ahead = (int)first;
	const char *form = sample_form(s, c, 1);
	const struct answer *a = sample_post(s, c, form);
	assert_status(a, 409);
	assert_holds(a, "Somebody else saved while you were writing");
	assert_string_equal(form_value(a, "_version"), changed);
	assert_string_equal(version_of(s), changed);
	a = send_json(c, "PATCH", s->place, sample_json(s, 1), s->version);
	assert_status(a, 412);
	assert_string_equal(version_of(s), changed);
	free(s);
}

int main(void)
{
	struct CMUnitTest tests[2 * SAMPLE_TYPES_MAX] = {{0}};
	size_t n = sample_tests(tests, "what_is_not_new_makes_no_version", what_is_not_new_makes_no_version);
	n += sample_tests(tests + n, "two_people_change_one_version", two_people_change_one_version);
	return _cmocka_run_group_tests("tests", tests, n, NULL, NULL);
}
