/* The statements of lists: what is asked is in them, and nothing else; and the database understands all of them. */
#include "base/text.h"
#include "database_fixture.h"
#include "portal/record_types.h"
#include "record/record_expressions.h"
#include "record/record_list_sql.h"
#include "record/vocabulary.h"
#include "routes.h"

#include <json-c/json.h>

static struct arena *a;
static const char *asked[LIST_ASKS_MAX];

static int start(void **state)
{
	(void)state;
	a = arena_new();
	for (size_t i = 0; i < LIST_ASKS_MAX; i++)
		asked[i] = "";
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

/* The place of a parameter of the address; SIZE_MAX: the list has none of that name. */
static size_t place(const struct record_list *l, const char *name)
{
	for (size_t i = 0; i < l->filter.field_count; i++)
		if (text_equal(l->filter.fields[i].name, name))
			return i;
	return SIZE_MAX;
}

static struct list_question question(bool over_all)
{
	return (struct list_question){.over_all = over_all, .parent = "DHO", .values = asked, .language = "sv"};
}

static void the_declaration_says_what_can_be_asked(void **state)
{
	(void)state;
	const struct record_list *risks = record_list_of(&risk_type), *sections = record_list_of(&section_type),
							 *reports = record_list_of(&status_report_type);
	assert_int_equal(place(risks, "q"), 0);
	assert_true(place(risks, "kind") < SIZE_MAX);
	assert_true(place(risks, "owner") < SIZE_MAX);
	assert_int_equal(place(risks, "sort"), risks->filter.field_count - 1);
	/* A number and a text are only sorted by, and what is not in the list is not asked for. */
	assert_true(place(risks, "probability") == SIZE_MAX);
	assert_true(place(risks, "mitigation") == SIZE_MAX);
	assert_non_null(choice_label(risks->filter.fields[place(risks, "sort")].choices, "-probability"));
	assert_true(place(reports, "reported_on_from") < SIZE_MAX);
	assert_true(place(reports, "reported_on_to") < SIZE_MAX);
	assert_true(place(reports, "q") == SIZE_MAX);
	/* ?language= is the page's. */
	assert_true(place(sections, "language") == SIZE_MAX);
	assert_true(place(sections, "language_is") < SIZE_MAX);
	/* What is offered no more may still be asked for. */
	assert_non_null(to_person.offered);
	assert_null(risks->filter.fields[place(risks, "owner")].to->offered);
}

static void only_what_is_asked_is_in_the_statement(void **state)
{
	(void)state;
	const struct record_list *l = record_list_of(&risk_type);
	const char *const *parameters;
	struct list_question q = question(false);
	const struct statement *plain = record_list_compose(l, &q, &parameters, a);
	assert_int_equal(plain->index, STATEMENT_COMPOSED);
	assert_string_equal(parameters[0], "DHO");
	assert_null(strstr(plain->text, "r.kind ="));
	assert_null(strstr(plain->text, "strpos"));
	assert_null(strstr(plain->text, "'choices'"));
	asked[place(l, "kind")] = "risk' OR true --";
	asked[place(l, "q")] = "words' --";
	const struct statement *filtered = record_list_compose(l, &q, &parameters, a);
	assert_non_null(strstr(filtered->text, "r.kind = $3"));
	assert_non_null(strstr(filtered->text, "strpos(lower(r.title), lower($2)) > 0"));
	assert_null(strstr(filtered->text, "words'"));
	assert_null(strstr(filtered->text, "OR true"));
	assert_string_equal(parameters[1], "words' --");
	assert_string_equal(parameters[2], "risk' OR true --");
	/* The same question of other values is the same statement. */
	asked[place(l, "kind")] = "opportunity";
	asked[place(l, "q")] = "other";
	q.parent = "ASTER";
	assert_string_equal(record_list_compose(l, &q, &parameters, a)->text, filtered->text);
}

static void a_page_begins_behind_a_row(void **state)
{
	(void)state;
	const struct record_list *l = record_list_of(&deliverable_type);
	const char *const *parameters;
	struct list_question q = question(true);
	q.after = true;
	q.after_id = "7";
	q.after_key = "2026-01-01";
	const struct statement *st = record_list_compose(l, &q, &parameters, a);
	assert_non_null(strstr(st->text, "(r.planned_on, r.id) > ($1::date, $2::bigint)"));
	/* Those without a day come behind all that have one. */
	assert_non_null(strstr(st->text, "UNION ALL"));
	assert_non_null(strstr(st->text, "r.planned_on IS NULL ORDER BY"));
	q.after_key = NULL;
	st = record_list_compose(l, &q, &parameters, a);
	assert_null(strstr(st->text, "UNION ALL"));
	assert_non_null(strstr(st->text, "r.planned_on IS NULL AND r.id > $1::bigint"));
	asked[place(l, "sort")] = "-planned_on";
	q.after_key = "2026-01-01";
	st = record_list_compose(l, &q, &parameters, a);
	assert_non_null(strstr(st->text, "(r.planned_on, r.id) < ($1::date, $2::bigint)"));
	/* Names by the reader's alphabet; every row is looked at, but once. */
	asked[place(l, "sort")] = "title";
	st = record_list_compose(l, &q, &parameters, a);
	assert_non_null(strstr(st->text, "r.title COLLATE \"sv-x-icu\""));
	assert_non_null(strstr(st->text, "SELECT FROM listed LIMIT 1001"));
}

/* Something that could be asked. */
static const char *sample(const struct record_list *l, size_t i)
{
	const struct field *f = &l->filter.fields[i];
	switch (f->type) {
	case FIELD_CHOICE:
		return f->choices[0].value;
	case FIELD_DATE:
		return "2024-01-01";
	default:
		return "x";
	}
}

static const char *sample_key(enum field_type type)
{
	return type == FIELD_INTEGER || type == FIELD_DECIMAL ? "3"
	       : type == FIELD_DATE || type == FIELD_MOMENT   ? "2024-01-01"
	       : type == FIELD_BOOLEAN                        ? "true"
	                                                      : "x";
}

static void ignore(void *context, const struct db_result *row)
{
	(void)context, (void)row;
}

static void run(struct db *db, const struct record_list *l, const struct list_question *q, bool past)
{
	static const struct db_identity today = {"", "", ignore, NULL}, then = {"", "2024-06-01T00:00:00Z", ignore, NULL};
	const char *const *parameters;
	struct db_result *result;
	struct error e = {0};
	const struct statement *st = record_list_compose(l, q, &parameters, a);
	db_begin(db, past ? &then : &today, false, clock_now_ms() + 5000);
	if (db_last(db, st, parameters, a, &result, &e))
		fail_msg("%s: %s\n%s", st->name, e.detail, st->text);
	if (q->over_all)
		assert_int_equal(db_rows(result), 1);
}

static void every_page(struct db *db, const struct record_list *l, struct list_question *q, bool past)
{
	enum field_type type = list_key_type(l, list_order(l, q));
	q->after = false;
	run(db, l, q, past);
	q->after = true;
	q->after_id = "5";
	q->after_key = sample_key(type);
	run(db, l, q, past);
	q->after_key = NULL;
	run(db, l, q, past);
}

static void every_question(struct db *db, const struct record_list *l, bool over_all, bool past)
{
	struct list_question q = question(over_all);
	size_t last = l->filter.field_count - 1;
	q.options = true;
	q.parent = l->type->parent && text_equal(l->type->parent->name, "term") ? "1" : "project/DHO";
	for (const struct choice *c = l->filter.fields[last].choices; c->value; c++) {
		asked[last] = c->value;
		every_page(db, l, &q, past);
	}
	asked[last] = "";
	every_page(db, l, &q, past);
	for (size_t i = 0; i < last; i++)
		asked[i] = sample(l, i);
	every_page(db, l, &q, past);
	for (size_t i = 0; i < last; i++)
		asked[i] = "";
}

static const char counting[] = "SELECT count(*) FROM pg_prepared_statements WHERE name LIKE 'composed%'";

/* There are more of them than a connection keeps: those that were not used for longest make room. */
static void the_database_understands_every_question(void **state)
{
	(void)state;
	struct db *db = db_new(app_conninfo, "Europe/Oslo");
	struct db_result *result;
	struct error e = {0};
	size_t lists = 0;
	for (; record_types[lists]; lists++) {
		const struct record_list *l = record_list_of(record_types[lists]);
		for (int past = 0; past < 2; past++) {
			every_question(db, l, true, past);
			if (l->type->parent)
				every_question(db, l, false, past);
		}
	}
	assert_true(lists > 15);

	db_begin(db, NULL, false, clock_now_ms() + 5000);
	assert_int_equal(db_last(db, statement_composed("counting", counting, a), NULL, a, &result, &e), 0);
	assert_string_equal(db_value(result, 0, 0), "200");
	db_free(db);
}

/* The past has its own: on another search path the server would plan anew each time. */
static void the_past_is_prepared_by_itself(void **state)
{
	(void)state;
	static const struct db_identity then = {"", "2024-06-01T00:00:00Z", ignore, NULL};
	struct db *db = db_new(app_conninfo, "Europe/Oslo");
	struct db_result *result;
	struct error e = {0};
	for (int i = 0; i < 4; i++) {
		db_begin(db, i % 2 ? &then : NULL, false, clock_now_ms() + 5000);
		assert_int_equal(db_last(db, statement_composed("counting", counting, a), NULL, a, &result, &e), 0);
	}
	assert_string_equal(db_value(result, 0, 0), "2");
	db_free(db);
}

/* What the database refused has not been prepared, and takes nobody's place. */
static void a_refused_statement_leaves_the_others(void **state)
{
	(void)state;
	struct db *db = db_new(app_conninfo, "Europe/Oslo");
	struct db_result *result;
	for (int i = 0; i < 450; i++) {
		struct error e = {0};
		bool wrong = i % 3 == 1;
		const struct statement *st = statement_composed(
			"one", arena_printf(a, wrong ? "SELECT %d FROM nowhere" : "SELECT %d::text", i % 250), a);
		db_begin(db, NULL, false, clock_now_ms() + 5000);
		assert_int_equal(db_last(db, st, NULL, a, &result, &e), wrong ? -1 : 0);
		if (!wrong)
			assert_string_equal(db_value(result, 0, 0), arena_printf(a, "%d", i % 250));
	}
	db_free(db);
}

static const char index_sql[] =
	"SELECT count(*) FROM pg_index i JOIN pg_attribute f ON f.attrelid = i.indrelid AND f.attnum = i.indkey[0] JOIN pg_attribute s "
	"ON s.attrelid = i.indrelid AND s.attnum = i.indkey[1] LEFT JOIN pg_collation c ON c.oid = i.indcollation[0] "
	"WHERE i.indrelid = ('live.' || $1)::regclass AND f.attname = $2 AND s.attname = 'id' AND coalesce(c.collname, '') = $3";

static void has_index(const char *table, const char *column, const char *collation)
{
	const char *const values[] = {table, column, collation};
	PGresult *result = PQexecParams(owner, index_sql, 3, NULL, values, NULL, NULL, 0);
	assert_int_equal(PQresultStatus(result), PGRES_TUPLES_OK);
	if (!strcmp(PQgetvalue(result, 0, 0), "0"))
		fail_msg("live.%s has no index (%s %s, id) for its list over all", table, column, collation);
	PQclear(result);
}

/* The order in which a list comes when nobody asks for another. */
static void an_index_serves_each_list_over_all(void **state)
{
	(void)state;
	static const char *const collations[] = {"und-x-icu", "sv-x-icu", "nb-x-icu", "fi-x-icu"};
	struct list_question q = question(true);
	size_t served = 0;
	for (const struct record_type *const *t = record_types; *t; t++) {
		const char *order = list_order(record_list_of(*t), &q);
		enum field_type type = list_key_type(record_list_of(*t), order);
		order += *order == '-';
		/* A page of its own; or a list of words, which is short. */
		if (*t == &project_type || (*t)->no_list || !strcmp(order, "id") || *t == &term_type)
			continue;
		if (type != FIELD_TEXT && type != FIELD_CODE)
			has_index((*t)->name, order, "");
		else
			for (size_t i = 0; i < sizeof collations / sizeof *collations; i++)
				has_index((*t)->name, order, collations[i]);
		served++;
	}
	assert_true(served > 12);
}

/* A type that has no list over all says why; then there is no such route, and else there is. Below its parent each has
 * one. */
static void exceptions_are_declared(void **state)
{
	(void)state;
	size_t exceptions = 0;
	for (const struct record_type *const *t = record_types; *t; t++) {
		const char *path = arena_printf(a, "/%s", (*t)->collection),
				   *behind = arena_printf(a, "}/%s", (*t)->collection);
		size_t over_all = 0, below = 0;
		for (size_t i = 0; i < route_count; i++) {
			size_t length = strlen(routes[i].path), n = strlen(behind);
			if (routes[i].method != METHOD_GET)
				continue;
			over_all += (routes[i].about == *t || *t == &project_type) && text_equal(routes[i].path, path);
			below += routes[i].about == *t && length > n && text_equal(routes[i].path + length - n, behind);
		}
		if ((over_all == 0) != ((*t)->no_list != NULL) || ((*t)->no_list && strlen((*t)->no_list) < 10))
			fail_msg("%s: %zu lists over all, and the reason is %s", (*t)->name, over_all, (*t)->no_list);
		if ((below > 0) != ((*t)->parent != NULL))
			fail_msg("%s: %zu lists below its parent", (*t)->name, below);
		exceptions += (*t)->no_list != NULL;
	}
	assert_int_equal(exceptions, 6);
}

int main(void)
{
	routes_start();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_declaration_says_what_can_be_asked, start, end),
		cmocka_unit_test_setup_teardown(only_what_is_asked_is_in_the_statement, start, end),
		cmocka_unit_test_setup_teardown(a_page_begins_behind_a_row, start, end),
		cmocka_unit_test_setup_teardown(the_database_understands_every_question, start, end),
		cmocka_unit_test_setup_teardown(the_past_is_prepared_by_itself, start, end),
		cmocka_unit_test_setup_teardown(a_refused_statement_leaves_the_others, start, end),
		cmocka_unit_test_setup_teardown(an_index_serves_each_list_over_all, start, end),
		cmocka_unit_test_setup_teardown(exceptions_are_declared, start, end),
	};
	return cmocka_run_group_tests(tests, database_set_up, database_tear_down);
}
