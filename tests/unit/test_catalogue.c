/* The declarations against the database's catalogue: a field has its column, of its type, with its limits and its
 * closed list of values; every right of the table of rights has words on /access. */
#include "base/text.h"
#include "database_fixture.h"
#include "portal/access/access.h"
#include "portal/record_pages.h"
#include "portal/status_report/status_report.h"
#include "record/record.h"
#include "routes.h"

static const char *column_of(const struct field *f)
{
	return f->column ? f->column : f->name;
}

/* One value of a query with the table and the column as parameters; "" for no row. Lives until the next call. */
static const char *ask(const char *sql, const char *table, const char *column)
{
	static char answer[4096];
	const char *const values[] = {table, column};
	PGresult *result = PQexecParams(owner, sql, 2, NULL, values, NULL, NULL, 0);
	if (PQresultStatus(result) != PGRES_TUPLES_OK)
		fail_msg("%s: %s", sql, PQerrorMessage(owner));
	snprintf(answer, sizeof answer, "%s", PQntuples(result) ? PQgetvalue(result, 0, 0) : "");
	PQclear(result);
	return answer;
}

static const char type_sql[] =
	"SELECT format_type(atttypid, NULL) || CASE WHEN attnotnull AND NOT atthasdef THEN ' required' ELSE '' END FROM pg_attribute "
	"WHERE attrelid = ('live.' || $1)::regclass AND attname = $2 AND NOT attisdropped";
/* Every value in quotes of the column's own CHECK constraint, sorted. */
static const char list_sql[] =
	"SELECT string_agg(m[1], ' ' ORDER BY m[1] COLLATE \"C\") FROM pg_constraint c, "
	"regexp_matches(pg_get_constraintdef(c.oid), '''([a-z_A-Z]+)''::text', 'g') AS m "
	"WHERE c.conrelid = ('live.' || $1)::regclass AND c.contype = 'c' "
	"AND c.conkey = ARRAY[(SELECT attnum FROM pg_attribute WHERE attrelid = c.conrelid AND attname = $2)]";
/* The largest number of the column's own CHECK constraint: its maximal length or value. */
static const char limit_sql[] =
	"SELECT max(m[1]::bigint) FROM pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '<= \\(?([0-9]+)', 'g') AS m "
	"WHERE c.conrelid = ('live.' || $1)::regclass AND c.contype = 'c' "
	"AND c.conkey = ARRAY[(SELECT attnum FROM pg_attribute WHERE attrelid = c.conrelid AND attname = $2)]";

static const char *sql_type(const struct field *f)
{
	switch (f->type) {
	case FIELD_INTEGER:
		return "integer";
	case FIELD_DECIMAL:
		return "numeric";
	case FIELD_DATE:
	case FIELD_TIME:
		return "date";
	case FIELD_BOOLEAN:
		return "boolean";
	case FIELD_REFERENCE:
		return "bigint";
	case FIELD_CODE:
		return f->column ? "bigint" : "text";
	default:
		return "text";
	}
}

static int by_bytes(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static void same_list(const struct record_type *t, const struct field *f)
{
	const char *values[64];
	size_t n = 0;
	char joined[2048] = "";
	for (const struct choice *c = f->choices; c->value; c++)
		values[n++] = c->value;
	qsort(values, n, sizeof *values, by_bytes);
	for (size_t i = 0; i < n; i++) {
		strncat(joined, i ? " " : "", sizeof joined - strlen(joined) - 1);
		strncat(joined, values[i], sizeof joined - strlen(joined) - 1);
	}
	const char *listed = ask(list_sql, t->name, column_of(f));
	if (strcmp(listed, joined))
		fail_msg("%s.%s: the database lists \"%s\", the field \"%s\"", t->name, f->name, listed, joined);
}

static void check_field(const struct record_type *t, const struct field *f)
{
	char wanted[64];
	/* A project's goal stands in a table of its own. */
	if (text_equal(t->name, "project") && text_equal(f->name, "goal"))
		return;
	const char *type = ask(type_sql, t->name, column_of(f));
	snprintf(wanted, sizeof wanted, "%s%s", sql_type(f), strstr(type, " required") ? " required" : "");
	if (strcmp(type, wanted))
		fail_msg("%s.%s: the database has \"%s\", the field says \"%s\"", t->name, f->name, type, sql_type(f));
	if (strstr(type, " required") && !f->required && f->type != FIELD_BOOLEAN)
		fail_msg("%s.%s: the database needs it, the form does not", t->name, f->name);
	if (f->type == FIELD_CHOICE && strcmp(t->name, "correction"))
		same_list(t, f);
	if (f->type == FIELD_TEXT || f->type == FIELD_MARKDOWN || f->type == FIELD_INTEGER) {
		long limit = strtol(ask(limit_sql, t->name, column_of(f)), NULL, 10);
		if (limit != f->max)
			fail_msg("%s.%s: the database allows %ld, the field %ld", t->name, f->name, limit, f->max);
	}
}

static void fields_fit_their_columns(void **state)
{
	(void)state;
	size_t types = 0;
	const struct record_type *last = NULL;
	for (size_t r = 0; r < route_count; r++) {
		const struct record_pages *pages = routes[r].about;
		if (!pages || pages->type == last)
			continue;
		last = pages->type;
		types++;
		for (size_t i = 0; i < last->field_count; i++)
			check_field(last, &last->fields[i]);
	}
	assert_true(types >= 8);
	for (size_t i = 0; i < correction_type.field_count; i++)
		check_field(&correction_type, &correction_type.fields[i]);
}

static void every_right_has_words(void **state)
{
	(void)state;
	PGresult *rights = PQexec(owner, "SELECT DISTINCT right_name FROM styrbord.role_right");
	assert_true(PQntuples(rights) >= 7);
	for (int i = 0; i < PQntuples(rights); i++)
		if (text_equal(access_words(PQgetvalue(rights, i, 0)), PQgetvalue(rights, i, 0)))
			fail_msg("%s has no words in portal/access/access.c", PQgetvalue(rights, i, 0));
	PQclear(rights);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_fit_their_columns),
		cmocka_unit_test(every_right_has_words),
	};
	return cmocka_run_group_tests(tests, database_set_up, database_tear_down);
}
