/* The demo's data was entered day by day by those who would: on each day it stands as it stood, and nothing came from
 * nobody. */
#include "client.h"

static void a_day_shows_what_had_been_told_by_then(void **state)
{
	(void)state;
	static const struct {
		const char *path, *member, *value;
	} then[] = {
		{"/projects/FLDV.json?at=2020-01-31", "status", "404"},
		{"/projects/FLDV.json?at=2020-06-01", "lifecycle", "ongoing"},
		{"/projects/INKORG.json?at=2020-06-01", "parent.code", "FLDV"},
		{"/projects/FLDV.json?at=2022-12-31", "lifecycle", "closed"},
		{"/projects/INKORG.json?at=2022-12-31", "parent", "(none)"},
		{"/projects/DHO.json?at=2021-12-01", "report.light", "green"},
		{"/projects/DHO.json?at=2023-10-31", "report.light", "red"},
		{"/organisations/POHDE.json?at=2022-12-31", "status", "404"},
		{"/organisations/POHDE.json?at=2023-01-03", "code", "POHDE"},
		{"/strategies/SOTE.json?at=2023-03-01", "purpose", ""},
		{"/projects/OMAOLO.json?at=2023-02-01", "phase", "realisation"},
		{"/projects/ASTER.json?at=2023-12-31", "status", "404"},
	};
	for (size_t i = 0; i < sizeof then / sizeof *then; i++)
		assert_json(get(client_of(NULL), then[i].path), then[i].member, then[i].value);
	assert_status(get(client_of(NULL), "/news/STRATEGIATYO.json?at=2023-03-21"), 404);
	assert_status(get(client_of(NULL), "/news/STRATEGIATYO.json?at=2023-03-23"), 200);
}

static void everything_was_entered_by_somebody(void **state)
{
	(void)state;
	/* Of the story's days: other tests write as the tables' owner. People come by signing in, terms with the tables. */
	char *by_nobody = owner_sql(
		"SELECT coalesce(string_agg(t.relname || ' ' || n, ', '), '') FROM pg_class t JOIN pg_namespace s ON s.oid = t.relnamespace, "
		"LATERAL (SELECT (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM live.%I WHERE changed_by IS NULL AND valid_from < %L', "
		"t.relname, '2026-11-19'), false, true, '')))[1]::text AS n) AS counted "
		"WHERE s.nspname = 'live' AND t.relkind = 'r' AND n <> '0' AND t.relname NOT IN ('person', 'term') "
		"AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'changed_by')");
	assert_string_equal(by_nobody, "");
	assert_string_equal(owner_sql("SELECT count(*) FROM live.person WHERE changed_by IS NULL AND directory_id IS NULL"),
	                    "0");
}

static void who_has_left_was_there(void **state)
{
	(void)state;
	char *left = owner_sql("SELECT '/people/' || id FROM live.person WHERE account = 'left'");
	assert_json(get(client_of("staff"), text("%s.json?at=2026-04-29", left)), "active", "true");
	assert_json(get(client_of("staff"), text("%s.json", left)), "active", "false");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_shows_what_had_been_told_by_then),
		cmocka_unit_test(everything_was_entered_by_somebody),
		cmocka_unit_test(who_has_left_was_there),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
