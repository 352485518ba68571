/* The declarations against the database's catalogue: a field has its column, of its type, with its limits and its
 * closed list of values; every right of the table of rights has words on /access. */
#include "base/text.h"
#include "database_fixture.h"
#include "portal/access/access.h"
#include "portal/record_types.h"
#include "portal/status_report/status_report.h"
#include "record/record.h"
#include "record/vocabulary.h"

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
	"regexp_matches(pg_get_constraintdef(c.oid), '''([a-z_A-Z-]+)''::text', 'g') AS m "
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
	case FIELD_MOMENT:
		return "timestamp with time zone";
	case FIELD_BOOLEAN:
		return "boolean";
	case FIELD_REFERENCE:
	case FIELD_FILE:
		return "bigint";
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

static const char term_sql[] =
	"SELECT replace(encode(g.tgargs, 'escape'), '\\000', ' ') FROM pg_trigger g WHERE g.tgrelid = ('live.' || $1)::regclass "
	"AND g.tgname = 'a_term_' || $2";

/* The database asks for a word of the same list. */
static void speaks_terms(const struct record_type *t, const struct field *f)
{
	char wanted[100];
	bool listed = false;
	for (const struct choice *c = term_lists; c->value; c++)
		listed |= text_equal(c->value, f->term);
	snprintf(wanted, sizeof wanted, "%s %s ", column_of(f), f->term);
	const char *speaks = ask(term_sql, t->name, column_of(f));
	if (!listed || strcmp(speaks, wanted))
		fail_msg("%s.%s: the database asks for \"%s\", the field for \"%s\"", t->name, f->name, speaks, wanted);
}

static const char *precision_of(const struct field *f)
{
	static char name[100];
	snprintf(name, sizeof name, "%s_precision", column_of(f));
	return name;
}

static void check_field(const struct record_type *t, const struct field *f)
{
	char wanted[64];
	if (f->through) {
		const char *own = ask(type_sql, f->through->table, f->through->own);
		if (strcmp(own, "bigint required"))
			fail_msg("%s.%s: %s.%s is \"%s\"", t->name, f->name, f->through->table, f->through->own, own);
		if (strcmp(ask(type_sql, f->through->table, f->through->other), "bigint required"))
			fail_msg("%s.%s: %s.%s is no reference", t->name, f->name, f->through->table, f->through->other);
		return;
	}
	if (f->type == FIELD_MOMENT && !f->decided)
		fail_msg("%s.%s: moments are the server's clock's to decide", t->name, f->name);
	if ((f->type == FIELD_REFERENCE) != (f->to != NULL))
		fail_msg("%s.%s: a reference says to what, and nothing else does", t->name, f->name);
	const char *type = ask(type_sql, t->name, column_of(f));
	snprintf(wanted, sizeof wanted, "%s%s", sql_type(f), strstr(type, " required") ? " required" : "");
	if (strcmp(type, wanted))
		fail_msg("%s.%s: the database has \"%s\", the field says \"%s\"", t->name, f->name, type, sql_type(f));
	if (strstr(type, " required") && !f->required && f->type != FIELD_BOOLEAN && !f->decided)
		fail_msg("%s.%s: the database needs it, the form does not", t->name, f->name);
	/* Names of fields are no closed list of the database: others come with other types. */
	if (f->type == FIELD_CHOICE && strcmp(t->name, "correction") && f->choices != translated_fields)
		same_list(t, f);
	if (f->type == FIELD_TERM)
		speaks_terms(t, f);
	if (f->type == FIELD_TIME && !ask(type_sql, t->name, precision_of(f))[0])
		fail_msg("%s.%s: there is no column that says how exactly it is known", t->name, f->name);
	if (!f->decided && (f->type == FIELD_TEXT || f->type == FIELD_MARKDOWN || f->type == FIELD_INTEGER)) {
		long limit = strtol(ask(limit_sql, t->name, column_of(f)), NULL, 10);
		if (limit != f->max)
			fail_msg("%s.%s: the database allows %ld, the field %ld", t->name, f->name, limit, f->max);
	}
}

static bool has_field(const struct record_type *t, const char *name)
{
	for (size_t i = 0; i < t->field_count; i++)
		if (text_equal(t->fields[i].name, name))
			return true;
	return false;
}

/* A constraint of the table or of one that hangs with it, or one that a trigger names, by itself or behind the table's
 * name. */
static const char constraint_sql[] =
	"SELECT 1 FROM pg_constraint WHERE (conrelid = ('live.' || $1)::regclass OR conrelid IN (SELECT f.conrelid FROM "
	"pg_constraint f WHERE f.confrelid = ('live.' || $1)::regclass)) AND conname = $2 UNION ALL "
	"SELECT 1 FROM pg_proc WHERE strpos(prosrc, quote_literal($2)) > 0 OR strpos(prosrc, "
	"quote_literal(substr($2, length($1) + 1))) > 0 LIMIT 1";

static void has_constraint(const struct record_type *t, const struct constraint_message *m)
{
	/* SB005 is no constraint but an error's code. */
	if (strncmp(m->constraint, "SB", 2) && !ask(constraint_sql, t->name, m->constraint)[0])
		fail_msg("%s.%s: the database knows no constraint %s", t->name, m->field, m->constraint);
}

/* What a type says of its fields, it says of fields that it has. */
static void check_names(const struct record_type *t)
{
	const char *order = t->order && t->order[0] == '-' ? t->order + 1 : t->order;
	if (t->called && !has_field(t, t->called))
		fail_msg("%s: it is called by %s, which is no field", t->name, t->called);
	if (order && !has_field(t, order) && strcmp(order, "n"))
		fail_msg("%s: it is ordered by %s, which is no field", t->name, order);
	if (!t->parent && !t->key && !has_field(t, "code"))
		fail_msg("%s: what stands alone has a field code", t->name);
	for (size_t i = 0; i < t->field_count; i++)
		if (t->fields[i].decided_by && !has_field(t, t->fields[i].decided_by))
			fail_msg("%s.%s: decided by %s, which is no field", t->name, t->fields[i].name, t->fields[i].decided_by);
	for (const struct constraint_message *m = t->constraints; m && m->constraint; m++) {
		if (!has_field(t, m->field) || (m->rule && (!has_field(t, m->first) || !has_field(t, m->second))))
			fail_msg("%s: what is said of %s stands beside no field", t->name, m->constraint);
		has_constraint(t, m);
	}
}

static void fields_fit_their_columns(void **state)
{
	(void)state;
	size_t types = 0;
	for (; record_types[types]; types++) {
		const struct record_type *t = record_types[types];
		check_names(t);
		for (size_t i = 0; i < t->field_count; i++)
			check_field(t, &t->fields[i]);
	}
	assert_true(types >= 8);
	for (size_t i = 0; i < correction_type.field_count; i++)
		check_field(&correction_type, &correction_type.fields[i]);
}

static bool has_message(const struct record_type *t, const char *constraint)
{
	for (const struct constraint_message *m = t->constraints; m && m->constraint; m++)
		if (text_equal(m->constraint, constraint))
			return true;
	return false;
}

static bool is_written(const struct record_type *t, const char *column)
{
	for (size_t i = 0; i < t->field_count; i++)
		if (!t->fields[i].decided && text_equal(column_of(&t->fields[i]), column))
			return true;
	return false;
}

/* What the database may refuse for more than one field's own sake, and each of the fields that this is about. */
static const char refusals_sql[] =
	"SELECT c.conname, a.attname FROM pg_constraint c, unnest(c.conkey) AS k JOIN pg_attribute a ON a.attnum = k "
	"WHERE c.conrelid = ('live.' || $1)::regclass AND a.attrelid = c.conrelid "
	"AND (c.contype = 'u' OR (c.contype = 'c' AND cardinality(c.conkey) > 1)) "
	"UNION ALL SELECT $1 || f, 'parent_id' FROM unnest(ARRAY['_no_cycle', '_not_too_deep']) AS f "
	"WHERE EXISTS (SELECT FROM pg_trigger WHERE tgrelid = ('live.' || $1)::regclass AND tgname = 'register')";

/* Nobody is refused with a sentence that stands beside no field. */
static void what_is_refused_has_words(void **state)
{
	(void)state;
	int refusals = 0;
	for (size_t i = 0; record_types[i]; i++) {
		const char *const values[] = {record_types[i]->name};
		PGresult *all = PQexecParams(owner, refusals_sql, 1, NULL, values, NULL, NULL, 0);
		assert_int_equal(PQresultStatus(all), PGRES_TUPLES_OK);
		for (int k = 0; k < PQntuples(all); k++) {
			if (!is_written(record_types[i], PQgetvalue(all, k, 1)))
				continue;
			refusals++;
			if (!has_message(record_types[i], PQgetvalue(all, k, 0)))
				fail_msg("%s: nothing is said of %s", record_types[i]->name, PQgetvalue(all, k, 0));
		}
		PQclear(all);
	}
	assert_true(refusals > 20);
}

/* What can be translated can be chosen as what a translation is of, and nothing else can. */
static void translated_fields_are_listed(void **state)
{
	(void)state;
	for (const struct choice *c = translated_fields; c->value; c++) {
		bool any = false;
		for (size_t k = 0; record_types[k]; k++)
			for (size_t i = 0; i < record_types[k]->field_count; i++)
				any |= record_types[k]->fields[i].translated && text_equal(record_types[k]->fields[i].name, c->value);
		if (!any)
			fail_msg("translated_fields lists %s, which no type has translated", c->value);
	}
	for (size_t k = 0; record_types[k]; k++) {
		const struct record_type *t = record_types[k];
		for (size_t i = 0; i < t->field_count; i++) {
			bool missing = text_equal(choice_label(translated_fields, t->fields[i].name), t->fields[i].name);
			if (t->fields[i].translated && missing)
				fail_msg("%s.%s is translated, and translated_fields lacks it", t->name, t->fields[i].name);
			if (t->fields[i].translated && !t->subject && t->parent != &subject_type &&
			    !(t->parent && t->parent->subject))
				fail_msg("%s.%s: only what hangs on a subject can be translated", t->name, t->fields[i].name);
		}
	}
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
		cmocka_unit_test(what_is_refused_has_words),
		cmocka_unit_test(translated_fields_are_listed),
		cmocka_unit_test(every_right_has_words),
	};
	return cmocka_run_group_tests(tests, database_set_up, database_tear_down);
}
