/* Every record type, every field: what is written is what is read. The types, their fields and their addresses come
 * from the route table, so that a new type is tested by being declared.
 *
 * Of each type a few records are made. In every one, all fields are written over JSON and read, changed to another
 * value each (PATCH) and read, changed by the form and read, and the record is removed. Two fields of a kind differ in
 * at least one of the records, each field changes at every step, and the test says so itself when a declaration has
 * outgrown it: that is how exchanged, lost and constant columns show. */
#include "base/buf.h"
#include "client.h"
#include "portal/record_pages.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"
#include "routes.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

enum {
	RECORDS = 3,
	CREATED = 0,
	PATCHED = 1,
	POSTED = 2,
	STEPS = 3,
	FIELDS_MAX = 40,
	OPTIONS_MAX = 64,
	TYPES_MAX = 64
};

/* ---- where the server rightly decides ---- */

static const struct {
	const char *type, *field, *reason;
} kept[] = {
	{"project", "code", "a code stands in addresses and is given once"},
};

static const struct {
	const char *type, *field;
	int record; /* in which of the RECORDS it is left empty */
	const char *reason;
} left_out[] = {
	{"dependency", "provider_project", 2, "without one, the project's leader notes the deliverer's answer"},
};

/* ---- a type, and one record of it ---- */

struct subject {
	const struct record_type *type;
	const char *collection;                       /* "/projects/CODE/risks" */
	bool shows_record;                            /* GET of it is the record, not a page of its own kind */
	const char *options[FIELDS_MAX][OPTIONS_MAX]; /* of reference fields */
	size_t option_count[FIELDS_MAX];
	int record;
	const char *code;    /* of the record, where it has one for ever */
	const char *place;   /* its address */
	const char *version; /* as last read */
};

static const char *others[STEPS]; /* projects to name */

static const struct record_type *type_of(const struct subject *s)
{
	return s->type;
}

static bool same_kind(const struct field *f, const struct field *g)
{
	return f->type == g->type && f->choices == g->choices && f->to == g->to;
}

/* Which of n values field i has at a step: the digits of its place among the fields of its kind, one for each record,
 * so that two of them differ somewhere; the last record has the first one's, moved on, so that none is constant. */
static size_t pick(const struct subject *s, size_t i, int step, size_t n)
{
	const struct field *fields = type_of(s)->fields;
	size_t place = 0;
	if (n < 2)
		fail_msg("%s.%s: the test needs two values to choose from", type_of(s)->name, fields[i].name);
	for (size_t k = 0; k < i; k++)
		place += same_kind(&fields[k], &fields[i]);
	size_t digit = s->record == 1 ? place / n : place;
	return (digit + (size_t)step + 1 + (s->record == RECORDS - 1)) % n;
}

static size_t list_length(const struct choice *choices)
{
	size_t n = 0;
	while (choices[n].value)
		n++;
	return n;
}

static size_t field_index(const struct subject *s, const char *name)
{
	size_t i = 0;
	while (i < type_of(s)->field_count && strcmp(type_of(s)->fields[i].name, name))
		i++;
	assert_true(i < type_of(s)->field_count);
	return i;
}

/* Two neighbours of a list, in the order of their codes, as JSON is shown. */
static const char *two_of(const struct subject *s, size_t i, size_t first)
{
	const char *a = s->options[i][first], *b = s->options[i][(first + 1) % s->option_count[i]];
	return strcmp(a, b) < 0 ? text("[ \"%s\", \"%s\" ]", a, b) : text("[ \"%s\", \"%s\" ]", b, a);
}

/* A value that the field takes, by its declaration alone. */
static const char *plain_value(const struct subject *s, size_t i, int step)
{
	const struct field *f = &type_of(s)->fields[i];
	int turn = s->record * STEPS + step;
	switch (f->type) {
	case FIELD_TEXT:
		return text("%s, <%d> & “å”", f->name, turn);
	case FIELD_MARKDOWN:
		return text("%s *%d*\n\nand \"more\"", f->name, turn);
	case FIELD_CODE:
		return text("%s-%d", s->code, turn);
	case FIELD_INTEGER:
		return text("%ld", f->min + (long)pick(s, i, step, (size_t)(f->max - f->min) + 1));
	case FIELD_DECIMAL:
		return text("%zu.%d5", 1000 * (i + 1), turn + 1);
	case FIELD_DATE:
		return text("2024-%02d-%02zu", turn + 1, i + 1);
	case FIELD_TIME:
		return text("2024-Q%d", turn % 4 + 1);
	case FIELD_BOOLEAN:
		return pick(s, i, step, 2) ? "true" : "false";
	case FIELD_CHOICE:
		return f->choices[pick(s, i, step, list_length(f->choices))].value;
	case FIELD_TERM:
		return vocabulary(f->term)[pick(s, i, step, list_length(vocabulary(f->term)))].value;
	case FIELD_REFERENCE:
		if (f->through)
			return two_of(s, i, pick(s, i, step, s->option_count[i]));
		return s->options[i][pick(s, i, step, s->option_count[i])];
	}
	return NULL;
}

/* What is sent for a field at a step; NULL: it is left empty. */
static const char *sent_value(const struct subject *s, size_t i, int step)
{
	const struct record_type *t = type_of(s);
	const char *name = t->fields[i].name;
	for (size_t k = 0; k < sizeof kept / sizeof *kept; k++)
		if (!strcmp(kept[k].type, t->name) && !strcmp(kept[k].field, name))
			return s->code;
	for (size_t k = 0; k < sizeof left_out / sizeof *left_out; k++)
		if (!strcmp(left_out[k].type, t->name) && !strcmp(left_out[k].field, name) && left_out[k].record == s->record)
			return NULL;
	/* Another decides it. */
	if (t->fields[i].decided_by && sent_value(s, field_index(s, t->fields[i].decided_by), step))
		return "false";
	/* What needs a tick is left empty where the tick is not. */
	for (const struct constraint_message *m = s->type->constraints; m && m->constraint; m++) {
		size_t needed = m->rule == RULE_NEEDS ? field_index(s, m->second) : 0;
		if (m->rule == RULE_NEEDS && !strcmp(m->first, name) && t->fields[needed].type == FIELD_BOOLEAN &&
		    !strcmp(plain_value(s, needed, step), "false"))
			return NULL;
	}
	return plain_value(s, i, step);
}

/* What is then to be read. */
static const char *wanted_value(const struct subject *s, size_t i, int step)
{
	return sent_value(s, i, step);
}

/* ---- does the test tell what it should? ---- */

static bool same(const char *x, const char *y)
{
	return x && y ? !strcmp(x, y) : x == y;
}

static bool server_decides(const struct subject *s, size_t i)
{
	const char *type = type_of(s)->name, *name = type_of(s)->fields[i].name;
	for (size_t k = 0; k < sizeof kept / sizeof *kept; k++)
		if (!strcmp(kept[k].type, type) && !strcmp(kept[k].field, name))
			return true;
	return type_of(s)->fields[i].decided_by != NULL;
}

static void test_tells_fields_apart(struct subject *s, int step)
{
	const struct record_type *t = type_of(s);
	for (size_t i = 0; i < t->field_count; i++) {
		for (size_t k = 0; k < i && !t->fields[i].decided; k++) {
			bool differ = t->fields[k].decided;
			for (s->record = 0; s->record < RECORDS; s->record++)
				differ |= !same(wanted_value(s, i, step), wanted_value(s, k, step));
			if (!differ)
				fail_msg("%s: %s and %s always have the same value: make more RECORDS", t->name, t->fields[i].name,
				         t->fields[k].name);
		}
	}
}

static void test_changes_fields(struct subject *s, int step)
{
	const struct record_type *t = type_of(s);
	for (size_t i = 0; i < t->field_count; i++) {
		bool varies = false;
		const char *first = NULL;
		if (t->fields[i].decided)
			continue;
		for (s->record = 0; s->record < RECORDS; s->record++) {
			const char *now = wanted_value(s, i, step);
			first = s->record ? first : now;
			varies |= !same(now, first);
			if (step && now && !server_decides(s, i) && same(now, wanted_value(s, i, step - 1)))
				fail_msg("%s.%s does not change at step %d", t->name, t->fields[i].name, step);
		}
		if (!varies && !server_decides(s, i))
			fail_msg("%s.%s has the same value in all records of step %d", t->name, t->fields[i].name, step);
	}
}

/* ---- writing ---- */

static bool is_literal(const struct field *f)
{
	return f->type == FIELD_INTEGER || f->type == FIELD_DECIMAL || f->type == FIELD_BOOLEAN || f->through;
}

static void add_json_text(struct buf *b, const char *value)
{
	buf_addc(b, '"');
	for (const char *c = value; *c; c++)
		buf_printf(b, *c == '\n' ? "\\n" : *c == '"' ? "\\\"" : "%c", *c);
	buf_addc(b, '"');
}

static const char *json_body(const struct subject *s, int step)
{
	struct buf b;
	buf_init(&b, 1 << 20);
	for (size_t i = 0; i < type_of(s)->field_count; i++) {
		const struct field *f = &type_of(s)->fields[i];
		if (f->decided)
			continue;
		const char *value = sent_value(s, i, step);
		buf_printf(&b, "%c\"%s\": ", b.len ? ',' : '{', f->name);
		if (!value || is_literal(f))
			buf_adds(&b, value ? value : "null");
		else
			add_json_text(&b, value);
	}
	buf_addc(&b, '}');
	const char *body = text("%s", buf_text(&b));
	buf_free(&b);
	return body;
}

static void add_pair(struct buf *b, const char *name, const char *value)
{
	char *escaped = curl_easy_escape(NULL, value, (int)strlen(value));
	buf_printf(b, "%s%s=%s", b->len ? "&" : "", name, escaped);
	curl_free(escaped);
}

/* As a browser sends it: a box without its tick is not there, lines end in CR LF. */
static const char *form_body(const struct subject *s, struct client *c, int step)
{
	struct buf b;
	buf_init(&b, 1 << 20);
	add_pair(&b, "_csrf", client_token(c));
	add_pair(&b, "_version", s->version);
	for (size_t i = 0; i < type_of(s)->field_count; i++) {
		const struct field *f = &type_of(s)->fields[i];
		if (f->decided)
			continue;
		const char *value = sent_value(s, i, step), *line;
		if (f->through) {
			for (const char *key = value; (key = strchr(key, '"')); key = strchr(key + 1, '"') + 1)
				add_pair(&b, f->name, text("%.*s", (int)strcspn(key + 1, "\""), key + 1));
			continue;
		}
		if (f->type == FIELD_BOOLEAN && strcmp(value, "true"))
			continue;
		if (value && (line = strstr(value, "\n\n")))
			value = text("%.*s\r\n\r\n%s", (int)(line - value), value, line + 2);
		add_pair(&b, f->name, value ? value : "");
	}
	const char *body = text("%s", buf_text(&b));
	buf_free(&b);
	return body;
}

/* ---- reading ---- */

static void compare(const struct subject *s, size_t i, int step, const char *where, const char *is)
{
	static const char *const steps[] = {"created", "patched", "posted"};
	const char *wanted = wanted_value(s, i, step);
	if (wanted ? !strcmp(is, wanted) : !is[0] || !strcmp(is, "(none)"))
		return;
	fail_msg("%s.%s of record %d, %s: %s has “%s”, not “%s”", type_of(s)->name, type_of(s)->fields[i].name, s->record,
	         steps[step], where, is, wanted ? wanted : "");
}

/* A document with the fields as members. */
static void compare_record(struct subject *s, const struct answer *a, int step, const char *where)
{
	for (size_t i = 0; i < type_of(s)->field_count; i++)
		if (!type_of(s)->fields[i].decided)
			compare(s, i, step, where, json_at(a, type_of(s)->fields[i].name));
	s->version = text("%s", json_at(a, "version"));
}

/* A page's document has some of them, and others as what they refer to. */
static void compare_page(const struct subject *s, const struct answer *a, int step)
{
	for (size_t i = 0; i < type_of(s)->field_count; i++) {
		const struct field *f = &type_of(s)->fields[i];
		const char *is = json_at(a, f->name);
		if (is[0] == '{')
			is = json_at(a, text("%s.code", f->name));
		if (strcmp(is, "(none)") && !f->decided && !f->through)
			compare(s, i, step, "its page", is);
	}
}

static void compare_form(const struct subject *s, const struct answer *a, int step)
{
	size_t place = 0;
	for (size_t i = 0; i < type_of(s)->field_count; i++) {
		const struct field *f = &type_of(s)->fields[i];
		if (f->decided)
			continue;
		assert_json(a, text("form.fields.%zu.name", place), f->name);
		compare(s, i, step, "its form",
		        json_at(a, text("form.fields.%zu.%s", place++, f->type == FIELD_BOOLEAN ? "checked" : "value")));
	}
}

static void read_all(struct subject *s, struct client *c, int step)
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

/* ---- the test ---- */

static void add_option(struct subject *s, size_t i, const char *key)
{
	if (key[0] && s->option_count[i] < OPTIONS_MAX)
		s->options[i][s->option_count[i]++] = key;
}

/* What a form lists; of what it lets search, some rows. */
static void learn_options(struct subject *s, struct client *c)
{
	const struct answer *a = get(c, text("%s/new.json", s->collection));
	assert_status(a, 200);
	size_t place = 0;
	for (size_t i = 0; i < type_of(s)->field_count; i++) {
		const struct field *f = &type_of(s)->fields[i];
		size_t at = place;
		place += !f->decided;
		if (f->type != FIELD_REFERENCE || f->decided)
			continue;
		if (!strcmp(f->to->table, "project")) {
			for (size_t k = 0; k < STEPS; k++)
				add_option(s, i, others[k]);
			continue;
		}
		if (f->to->many) {
			const char *rows =
				owner_sql(text("SELECT string_agg(key, ' ') FROM (SELECT %s AS key FROM live.%s x WHERE %s "
			                   "ORDER BY x.id LIMIT 8) k",
			                   f->to->key, f->to->table, f->to->offered ? f->to->offered : "true"));
			for (; *rows; rows += strcspn(rows, " ") + (rows[strcspn(rows, " ")] == ' '))
				add_option(s, i, text("%.*s", (int)strcspn(rows, " "), rows));
			continue;
		}
		size_t n = (size_t)strtoul(json_at(a, text("form.fields.%zu.choices.length", at)), NULL, 10);
		for (size_t k = 0; k < n; k++)
			add_option(s, i, json_at(a, text("form.fields.%zu.choices.%zu.value", at, k)));
	}
}

static void write_and_read(struct subject *s, struct client *c)
{
	const char *const form = "application/x-www-form-urlencoded";
	s->code = new_code("WR");
	const struct answer *a = send_json(c, "POST", s->collection, json_body(s, CREATED), NULL);
	assert_status(a, 201);
	s->place = strstr(header(a, "Location"), "/projects");
	compare_record(s, a, CREATED, "the answer");
	read_all(s, c, CREATED);
	a = send_json(c, "PATCH", s->place, json_body(s, PATCHED), s->version);
	assert_status(a, 200);
	compare_record(s, a, PATCHED, "the answer");
	read_all(s, c, PATCHED);
	a = client_send(c, &(struct sending){"POST", s->place, form, form_body(s, c, POSTED), NULL, 0, true});
	assert_status(a, 303);
	read_all(s, c, POSTED);
	if (s->type->lasting)
		return;
	s->version = text("%s", json_at(get(c, text("%s.json", s->place)), "version"));
	assert_status(send_json(c, "DELETE", s->place, NULL, s->version), 204);
	assert_status(get(c, s->place), 404);
}

static const char *below(const char *project, const char *path)
{
	const char *rest = strstr(path, "{code}");
	return rest ? text("/projects/%s%s", project, rest + strlen("{code}")) : path;
}

/* The first row of the record's address decides: a report's own page stands before the general one. */
static bool shows_record(const struct route *create)
{
	const char *path = text("%s/{n}", create->path);
	for (size_t i = 0; i < route_count; i++)
		if (routes[i].method == METHOD_GET && !strcmp(routes[i].path, path))
			return routes[i].handler == record_show;
	return false;
}

static void every_field_is_kept(void **state)
{
	const struct route *create = *state;
	struct client *office = client_of("portfolio");
	struct subject *s = calloc(1, sizeof *s);
	const char *project = new_project("WRITE", NULL);
	assert_non_null(s);
	*s = (struct subject){.type = create->about, .collection = below(project, create->path)};
	assert_true(s->type->field_count <= FIELDS_MAX);
	for (int i = 0; i < STEPS; i++)
		others[i] = new_project("OTHER", NULL);
	/* bodies to choose from are a project's own */
	owner_sql(text(
		"INSERT INTO live.body (code, name, kind, project_id, language) SELECT '%s-' || b, b, 'steering_group', id, 'en' "
		"FROM live.project, unnest(ARRAY['A', 'B', 'C']) AS b WHERE code = '%s'",
		project, project));
	s->shows_record = shows_record(create);
	learn_options(s, office);
	s->code = "X";
	for (int step = 0; step < STEPS; step++) {
		test_tells_fields_apart(s, step);
		test_changes_fields(s, step);
	}
	for (s->record = 0; s->record < RECORDS; s->record++)
		write_and_read(s, office);
	free(s);
}

int main(void)
{
	struct CMUnitTest tests[TYPES_MAX] = {{0}};
	size_t n = 0;
	routes_start();
	for (size_t i = 0; i < route_count && n < TYPES_MAX; i++) {
		const struct record_type *type = routes[i].about;
		if (routes[i].handler == record_create)
			tests[n++] = (struct CMUnitTest){text("every_field_is_kept: %s", type->name), every_field_is_kept, NULL,
			                                 NULL, (void *)(uintptr_t)&routes[i]};
	}
	return n < 8 ? 1 : _cmocka_run_group_tests("tests", tests, n, NULL, NULL);
}
