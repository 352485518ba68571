/* Every record type, every field: what is written is what is read. The types, their fields and their addresses come
 * from the route table, so that a new type is tested by being declared.
 *
 * Of each type a few records are made. In every one, all fields are written over JSON and read, changed to another
 * value each (PATCH) and read, changed by the form and read, and the record is removed. Two fields of a kind differ in
 * at least one of the records, each field changes at every step, and the test says so itself when a declaration has
 * outgrown it: that is how exchanged, lost and constant columns show. */
#include "record_sample.h"

#include <stdlib.h>
#include <string.h>

enum { CREATED = 0, PATCHED = 1, POSTED = 2 };

/* ---- does the test tell what it should? ---- */

static bool same(const char *x, const char *y)
{
	return x && y ? !strcmp(x, y) : x == y;
}

static void test_tells_fields_apart(struct sample *s, int step)
{
	const struct record_type *t = s->type;
	for (size_t i = 0; i < t->field_count; i++) {
		for (size_t k = 0; k < i && !t->fields[i].decided; k++) {
			bool differ = t->fields[k].decided;
			for (s->record = 0; s->record < RECORDS; s->record++)
				differ |= !same(sample_value(s, i, step), sample_value(s, k, step));
			if (!differ)
				fail_msg("%s: %s and %s always have the same value: make more RECORDS", t->name, t->fields[i].name,
				         t->fields[k].name);
		}
	}
}

static void test_changes_fields(struct sample *s, int step)
{
	const struct record_type *t = s->type;
	for (size_t i = 0; i < t->field_count; i++) {
		bool varies = false;
		const char *first = NULL;
		if (t->fields[i].decided)
			continue;
		for (s->record = 0; s->record < RECORDS; s->record++) {
			const char *now = sample_value(s, i, step);
			first = s->record ? first : now;
			varies |= !same(now, first);
			if (step && now && !sample_decided(s, i) && same(now, sample_value(s, i, step - 1)))
				fail_msg("%s.%s does not change at step %d", t->name, t->fields[i].name, step);
		}
		if (!varies && !sample_decided(s, i))
			fail_msg("%s.%s has the same value in all records of step %d", t->name, t->fields[i].name, step);
	}
}

/* ---- reading ---- */

/* Where a document has what was sent: of a file its name. */
static const char *member_of(const struct field *f)
{
	return f->type == FIELD_FILE ? text("%s.name", f->name) : f->name;
}

static void compare(const struct sample *s, size_t i, int step, const char *where, const char *is)
{
	static const char *const steps[] = {"created", "patched", "posted"};
	const char *wanted = sample_shown(s, i, step);
	if (wanted ? !strcmp(is, wanted) : !is[0] || !strcmp(is, "(none)"))
		return;
	fail_msg("%s.%s of record %d, %s: %s has “%s”, not “%s”", s->type->name, s->type->fields[i].name, s->record,
	         steps[step], where, is, wanted ? wanted : "");
}

/* A document with the fields as members. */
static void compare_record(struct sample *s, const struct answer *a, int step, const char *where)
{
	for (size_t i = 0; i < s->type->field_count; i++)
		if (!s->type->fields[i].decided)
			compare(s, i, step, where, json_at(a, member_of(&s->type->fields[i])));
	s->version = text("%s", json_at(a, "version"));
}

/* A page's document has some of them, and others as what they refer to. */
static void compare_page(const struct sample *s, const struct answer *a, int step)
{
	for (size_t i = 0; i < s->type->field_count; i++) {
		const struct field *f = &s->type->fields[i];
		const char *is = json_at(a, f->name);
		if (is[0] == '{')
			is = json_at(a, text("%s.code", f->name));
		if (strcmp(is, "(none)") && !f->decided && !f->through)
			compare(s, i, step, "its page", is);
	}
}

static void compare_form(const struct sample *s, const struct answer *a, int step)
{
	size_t place = 0;
	for (size_t i = 0; i < s->type->field_count; i++) {
		const struct field *f = &s->type->fields[i];
		if (f->decided)
			continue;
		assert_json(a, text("form.fields.%zu.name", place), f->name);
		compare(s, i, step, "its form",
		        json_at(a, text("form.fields.%zu.%s", place++, f->type == FIELD_BOOLEAN ? "checked" : "value")));
	}
}

static void read_all(struct sample *s, struct client *c, int step)
{
	const struct answer *a = get(c, text("%s.json", s->place));
	assert_status(a, 200);
	if (s->shows_record)
		compare_record(s, a, step, "its document");
	else
		compare_page(s, a, step);
	a = get(c, text("%s/edit.json", s->place));
	assert_status(a, 200);
	compare_form(s, a, step);
}

/* ---- gone, and there again ---- */

/* Removed and undone it is the same record, under the same address, one version on; by a program and by a form. */
static void remove_and_undo(struct sample *s, struct client *c)
{
	for (int by_form = 0; by_form < 2; by_form++) {
		long version = strtol(s->version, NULL, 10);
		assert_status(send_json(c, "DELETE", s->place, NULL, s->version), 204);
		assert_status(get(c, s->place), 404);
		if (by_form) /* 200: it says what did not come back with it */
			assert_true(post(c, text("%s/restore", s->place), NULL)->status < 400);
		else
			assert_status(send_json(c, "POST", text("%s/restore", s->place), "{}", NULL), 201);
		read_all(s, c, POSTED);
		s->version = text("%s", json_at(get(c, text("%s/edit.json", s->place)), "version"));
		assert_int_equal(strtol(s->version, NULL, 10), version + 1);
		assert_status(send_json(c, "POST", text("%s/restore", s->place), "{}", NULL), 409);
	}
}

/* ---- the test ---- */

static void write_and_read(struct sample *s, struct client *c)
{
	compare_record(s, sample_create(s, c, CREATED), CREATED, "the answer");
	read_all(s, c, CREATED);
	const struct answer *a = send_json(c, "PATCH", s->place, sample_json(s, PATCHED), s->version);
	assert_status(a, 200);
	compare_record(s, a, PATCHED, "the answer");
	read_all(s, c, PATCHED);
	/* A value that contradicts another is asked about: it was. */
	const char *asked = s->type->remarked
	                        ? "&_remark.delivered_to_come=&_remark.finished_without_day=&_remark.forecast_has_passed="
	                        : "";
	assert_status(sample_post(s, c, text("%s%s", sample_form(s, c, POSTED), asked)), 303);
	read_all(s, c, POSTED);
	if (s->type->lasting)
		return;
	s->version = text("%s", json_at(get(c, text("%s.json", s->place)), "version"));
	remove_and_undo(s, c);
	assert_status(send_json(c, "DELETE", s->place, NULL, s->version), 204);
	assert_status(get(c, s->place), 404);
}

static void every_field_is_kept(void **state)
{
	struct sample *s = sample_new(*state);
	for (int step = 0; step < STEPS; step++) {
		test_tells_fields_apart(s, step);
		test_changes_fields(s, step);
	}
	for (s->record = 0; s->record < RECORDS; s->record++)
		write_and_read(s, client_of("portfolio"));
	free(s);
}

int main(void)
{
	struct CMUnitTest tests[SAMPLE_TYPES_MAX] = {{0}};
	size_t n = sample_tests(tests, "every_field_is_kept", every_field_is_kept);
	return _cmocka_run_group_tests("tests", tests, n, NULL, NULL);
}
