/* Transactions and migrations on a real PostgreSQL. */
#include "database_fixture.h"
#include "portal/record_types.h"
#include "record/record_sql.h"
#include "routes.h"
#include "statements.h"

#include <signal.h>

/* Whom the database said it had let in: the person's account, "" for nobody. */
static char let_in[40];

static void entered(void *context, const struct db_result *row)
{
	(void)context;
	snprintf(let_in, sizeof let_in, "%s", db_value(row, 0, 2) ? db_value(row, 0, 2) : "");
}

#define TOKEN "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
static const struct db_identity nobody = {"", "", entered, NULL}, office = {TOKEN, "", entered, NULL};
static struct arena *a;

static struct db *fresh(void)
{
	a = arena_new();
	return db_new(app_conninfo, "Europe/Oslo");
}

static void done(struct db *db)
{
	arena_free(a);
	db_free(db);
}

static int64_t soon(void)
{
	return clock_now_ms() + 3000;
}

static char *owner_value(const char *sql)
{
	static char value[40];
	PGresult *result = PQexec(owner, sql);
	assert_int_equal(PQntuples(result), 1);
	snprintf(value, sizeof value, "%s", PQgetvalue(result, 0, 0));
	PQclear(result);
	return value;
}

/* As a restart of PostgreSQL would. Only the superuser may. */
static void end_connections(void)
{
	char conninfo[128];
	snprintf(conninfo, sizeof conninfo, "host=%s/run dbname=styrbord user=postgres", database_folder);
	PGconn *super = PQconnectdb(conninfo);
	PGresult *ended =
		PQexec(super, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'styrbord_app'");
	assert_int_equal(PQresultStatus(ended), PGRES_TUPLES_OK);
	assert_int_equal(PQntuples(ended), 1);
	PQclear(ended);
	PQfinish(super);
}

static const char risk[] =
	"{\"kind\":\"risk\",\"title\":\"Late\",\"probability\":3,\"consequence\":4,\"state\":\"open\"}";

static void every_statement_fits_the_schema_of_today_and_of_the_past(void **state)
{
	(void)state;
	struct error e = {0};
	struct db *db = fresh();
	int rc = db_prepare_all(db, clock_now_ms() + 20000, &e);
	if (rc)
		fail_msg("%s", e.detail);
	assert_true(statement_all() > statement_count + 50);
	done(db);
}

static void writing_follows_the_grants(void **state)
{
	(void)state;
	struct error e = {0};
	struct db_result *result;
	struct db *db = fresh();
	const char *const parameters[] = {"project/ALFA", risk};
	db_begin(db, &nobody, true, soon());
	assert_int_equal(db_last(db, record_sql(&risk_type)->insert, parameters, a, &result, &e), -1);
	assert_int_equal(e.status, 403);
	assert_string_equal(db_sqlstate(db), "42501");
	db_rollback(db);
	db_begin(db, &office, true, soon());
	assert_int_equal(db_query(db, record_sql(&risk_type)->insert, parameters, a, &result, &e), 0);
	assert_int_equal(db_rows(result), 1);
	assert_string_equal(db_value(result, 0, 1), "1");
	assert_int_equal(db_commit(db, &e), 0);
	done(db);
}

static void a_read_only_transaction_writes_nothing(void **state)
{
	(void)state;
	struct error e = {0};
	struct db *db = fresh();
	const char *const parameters[] = {"project/ALFA", risk};
	db_begin(db, &office, false, soon());
	assert_int_equal(db_last(db, record_sql(&risk_type)->insert, parameters, a, NULL, &e), -1);
	assert_string_equal(db_sqlstate(db), "25006");
	done(db);
}

/* The database says with the first answer who asks, whatever becomes of the statement. */
static void who_asks_is_told_with_the_first_answer(void **state)
{
	(void)state;
	struct error e = {0};
	struct db_result *result;
	struct db *db = fresh();
	const struct db_identity stranger = {"ff112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", "",
	                                     entered, NULL};
	const char *const parameters[] = {"project/ALFA", risk};
	db_begin(db, &office, false, soon());
	assert_int_equal(db_last(db, &sql_alive, NULL, a, &result, &e), 0);
	assert_string_equal(let_in, "office");
	db_begin(db, &stranger, true, soon());
	assert_int_equal(db_query(db, record_sql(&risk_type)->insert, parameters, a, &result, &e), -1);
	assert_int_equal(e.status, 403);
	assert_string_equal(let_in, "");
	db_begin(db, &office, false, soon());
	assert_int_equal(db_query(db, record_sql(&risk_type)->insert, parameters, a, &result, &e), -1);
	assert_string_equal(let_in, "office");
	/* Nobody's transaction tells nothing. */
	strcpy(let_in, "as it was");
	db_begin(db, NULL, false, soon());
	assert_int_equal(db_last(db, &sql_alive, NULL, a, &result, &e), 0);
	assert_string_equal(let_in, "as it was");
	done(db);
}

/* What the server does with other people's transactions, the portal's are on the disk when they are acknowledged. */
static void writes_ask_for_the_disk(void **state)
{
	(void)state;
	struct error e = {0};
	struct db_result *result;
	struct db *db = fresh();
	static const struct statement asked = {"asked", "SELECT current_setting('synchronous_commit')", 0, 0};
	const char *const servers[] = {"off", "remote_write"}, *const expected[] = {"on", "remote_write"};
	for (int i = 0; i < 2; i++) {
		char alter[80];
		snprintf(alter, sizeof alter, "ALTER DATABASE styrbord SET synchronous_commit = '%s'", servers[i]);
		owner_runs(alter);
		db_free(db);
		db = db_new(app_conninfo, "Europe/Oslo");
		db_begin(db, i ? &office : NULL, true, soon());
		assert_int_equal(db_query(db, &asked, NULL, a, &result, &e), 0);
		assert_string_equal(db_value(result, 0, 0), expected[i]);
	}
	owner_runs("ALTER DATABASE styrbord RESET synchronous_commit");
	done(db);
}

static void a_refused_constraint_is_named_and_the_connection_goes_on(void **state)
{
	(void)state;
	struct error e = {0};
	struct db_result *result;
	struct db *db = fresh();
	const char *const parameters[] = {
		"project/ALFA",
		"{\"kind\":\"risk\",\"title\":\"x\",\"probability\":3,\"consequence\":4,\"state\":\"open\",\"residual_probability\":2}"};
	for (int i = 0; i < 3; i++) {
		db_begin(db, &office, true, soon());
		assert_int_equal(db_query(db, record_sql(&risk_type)->insert, parameters, a, &result, &e), -1);
		assert_int_equal(e.status, 400);
		assert_string_equal(db_constraint(db), "risk_residual_is_whole");
		/* The handler forgot to roll back: the next db_begin() does. */
		db_begin(db, &nobody, false, soon());
		assert_int_equal(db_last(db, &sql_alive, NULL, a, &result, &e), 0);
		assert_string_equal(db_value(result, 0, 0), "1");
	}
	done(db);
}

static void the_past_has_its_own_search_path(void **state)
{
	(void)state;
	struct error e = {0};
	struct db_result *result;
	struct db *db = fresh();
	struct db_identity then = nobody;
	const char *const parameters[] = {"ALFA"};
	then.at = "2024-06-01 23:59:59 Europe/Oslo";
	for (int i = 0; i < 3; i++) {
		db_begin(db, &then, false, soon());
		assert_int_equal(db_last(db, &sql_project_page, parameters, a, &result, &e), 0);
		assert_int_equal(db_rows(result), 1);
		assert_non_null(strstr(db_value(result, 0, 0), "\"Old title\""));
		db_begin(db, &nobody, false, soon());
		assert_int_equal(db_last(db, &sql_project_page, parameters, a, &result, &e), 0);
		assert_non_null(strstr(db_value(result, 0, 0), "\"New title\""));
	}
	then.at = "2023-01-01";
	db_begin(db, &then, false, soon());
	assert_int_equal(db_last(db, &sql_project_page, parameters, a, &result, &e), 0);
	assert_int_equal(db_rows(result), 0);
	done(db);
}

static void a_lost_connection_is_made_again_when_nothing_can_have_happened(void **state)
{
	(void)state;
	struct error e = {0};
	struct db *db = fresh();
	db_begin(db, &nobody, false, soon());
	assert_int_equal(db_last(db, &sql_alive, NULL, a, NULL, &e), 0);
	end_connections();
	db_begin(db, &nobody, false, soon());
	assert_int_equal(db_last(db, &sql_alive, NULL, a, NULL, &e), 0);
	/* A write too: its COMMIT had not been sent. It is done once. */
	static const char again[] =
		"{\"kind\":\"risk\",\"title\":\"Again\",\"probability\":3,\"consequence\":4,\"state\":\"open\"}";
	const char *const parameters[] = {"project/ALFA", again};
	end_connections();
	db_begin(db, &office, true, soon());
	assert_int_equal(db_last(db, record_sql(&risk_type)->insert, parameters, a, NULL, &e), 0);
	assert_string_equal(owner_value("SELECT count(*) FROM live.risk WHERE title = 'Again'"), "1");
	/* But not what was begun on a connection that is no longer there. */
	db_begin(db, &office, true, soon());
	assert_int_equal(db_query(db, record_sql(&risk_type)->insert, parameters, a, NULL, &e), 0);
	end_connections();
	assert_int_equal(db_commit(db, &e), -1);
	assert_int_equal(e.status, 503);
	assert_true(e.retry_after > 0);
	assert_string_equal(owner_value("SELECT count(*) FROM live.risk WHERE title = 'Again'"), "1");
	done(db);
}

/* A server that freezes after it was told to commit, and commits when it thaws: nobody can tell, and the message says
 * so. */
static void an_unknown_outcome_is_called_unknown(void **state)
{
	(void)state;
	struct error e = {0};
	struct db *db = fresh();
	static const char unsure[] =
		"{\"kind\":\"risk\",\"title\":\"Unsure\",\"probability\":3,\"consequence\":4,\"state\":\"open\"}";
	const char *const parameters[] = {"project/ALFA", unsure};
	db_begin(db, &office, true, soon());
	assert_int_equal(db_query(db, record_sql(&risk_type)->insert, parameters, a, NULL, &e), 0);
	pid_t backend = atoi(owner_value("SELECT pid FROM pg_stat_activity WHERE usename = 'styrbord_app'"));
	assert_int_equal(kill(backend, SIGSTOP), 0);
	int rc = db_commit(db, &e);
	kill(backend, SIGCONT);
	assert_int_equal(rc, -1);
	assert_int_equal(e.status, 503);
	assert_non_null(strstr(e.message, "It is not known whether this was saved"));
	for (int i = 0; i < 100 && strcmp(owner_value("SELECT count(*) FROM live.risk WHERE title = 'Unsure'"), "1"); i++)
		usleep(50000);
	assert_string_equal(owner_value("SELECT count(*) FROM live.risk WHERE title = 'Unsure'"), "1");
	done(db);
}

static void a_slow_answer_costs_its_deadline(void **state)
{
	(void)state;
	struct error e = {0};
	struct db *db = fresh();
	const char *const parameters[] = {"project/ALFA", risk};
	int64_t started = clock_now_ms();
	owner_runs("BEGIN; LOCK TABLE live.risk IN ACCESS EXCLUSIVE MODE");
	db_begin(db, &office, true, clock_now_ms() + 600);
	assert_int_equal(db_last(db, record_sql(&risk_type)->insert, parameters, a, NULL, &e), -1);
	owner_runs("ROLLBACK");
	assert_int_equal(e.status, 503);
	assert_in_range(clock_now_ms() - started, 300, 2500);
	done(db);
}

static void nobody_there_is_503(void **state)
{
	(void)state;
	struct error e = {0};
	a = arena_new();
	struct db *db = db_new("host=/nonexistent dbname=styrbord", "UTC");
	db_begin(db, &nobody, false, soon());
	assert_int_equal(db_last(db, &sql_alive, NULL, a, NULL, &e), -1);
	assert_int_equal(e.status, 503);
	assert_true(strlen(e.detail) > 0);
	done(db);
}

static void a_changed_migration_is_refused_by_name(void **state)
{
	(void)state;
	struct error e = {0};
	assert_int_equal(migrate(owner_conninfo, &test_told, &e), 0);
	owner_runs("UPDATE migration.applied SET checksum = 'other' WHERE name LIKE '0002%'");
	assert_int_equal(migrate(owner_conninfo, &test_told, &e), -1);
	assert_non_null(strstr(e.message, "0002_domain"));
	owner_runs(
		"DELETE FROM migration.applied WHERE name = '010_rights'; UPDATE migration.applied SET checksum = (SELECT checksum FROM kept) WHERE name LIKE '0002%'");
	assert_int_equal(migrate(owner_conninfo, &test_told, &e), 0);
}

/* What a later version applied, this one must not undo with its own older files. */
static void a_newer_database_is_refused_by_name(void **state)
{
	(void)state;
	static const struct {
		const char *name, *repeatable;
	} later[] = {{"9999_later", "false"}, {"999_later", "true"}};
	for (size_t i = 0; i < sizeof later / sizeof *later; i++) {
		struct error e = {0};
		char sql[200];
		snprintf(sql, sizeof sql, "INSERT INTO migration.applied (name, checksum, repeatable) VALUES ('%s', 'x', %s)",
		         later[i].name, later[i].repeatable);
		owner_runs(sql);
		owner_runs("UPDATE migration.applied SET checksum = 'other' WHERE name = '010_rights'");
		assert_int_equal(migrate(owner_conninfo, &test_told, &e), -1);
		assert_int_equal(e.status, 409);
		assert_non_null(strstr(e.message, "newer than this program"));
		assert_non_null(strstr(e.message, later[i].name));
		PGresult *kept =
			PQexec(owner, "SELECT FROM migration.applied WHERE name = '010_rights' AND checksum = 'other'");
		assert_int_equal(PQntuples(kept), 1);
		PQclear(kept);
		owner_runs("DELETE FROM migration.applied WHERE checksum = 'x'");
		assert_int_equal(migrate(owner_conninfo, &test_told, &e), 0);
	}
}

/* What the database said is the detail, which the command prints below the sentence. */
static void the_wrong_role_is_told_why(void **state)
{
	(void)state;
	struct error e = {0};
	char conninfo[128];
	snprintf(conninfo, sizeof conninfo, "host=%s/run dbname=styrbord user=nobody_here", database_folder);
	assert_int_equal(migrate(conninfo, &test_told, &e), -1);
	assert_non_null(strstr(e.message, "`database_owner`"));
	assert_non_null(strstr(e.detail, "nobody_here"));
	e = (struct error){0};
	assert_int_equal(migrate(app_conninfo, &test_told, &e), -1);
	assert_non_null(strstr(e.message, "permission denied"));
}

static int set_up(void **state)
{
	if (database_set_up(state))
		return -1;
	owner_runs("CREATE TEMPORARY TABLE kept AS SELECT checksum FROM migration.applied WHERE name LIKE '0002%'");
	owner_runs(
		"SET styrbord.clock = '2024-01-01'; INSERT INTO live.organisation (code, name, kind, language) VALUES ('ORG', 'Region', 'region', 'nb');"
		"INSERT INTO live.project (code, title, language, kind, owner_id, phase, lifecycle) "
		"SELECT 'ALFA', 'Old title', 'nb', 'project', id, 'planning', 'ongoing' FROM live.organisation;"
		"SET styrbord.clock = '2025-01-01'; UPDATE live.project SET title = 'New title'; RESET styrbord.clock");
	owner_runs(
		"INSERT INTO live.person (directory_id, account, name) VALUES ('d-office', 'office', 'Portfolio Office');"
		"INSERT INTO styrbord.session (token_hash, person_id, grants, absolute_ends) SELECT '\\x" TOKEN
		"', id, '[{\"role\":\"portfolio\",\"scope\":\"portal\",\"key\":\"\"}]', now() + interval '1 hour' FROM live.person");
	return 0;
}

int main(void)
{
	routes_start();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_statement_fits_the_schema_of_today_and_of_the_past),
		cmocka_unit_test(writing_follows_the_grants),
		cmocka_unit_test(a_read_only_transaction_writes_nothing),
		cmocka_unit_test(who_asks_is_told_with_the_first_answer),
		cmocka_unit_test(writes_ask_for_the_disk),
		cmocka_unit_test(a_refused_constraint_is_named_and_the_connection_goes_on),
		cmocka_unit_test(the_past_has_its_own_search_path),
		cmocka_unit_test(a_lost_connection_is_made_again_when_nothing_can_have_happened),
		cmocka_unit_test(an_unknown_outcome_is_called_unknown),
		cmocka_unit_test(a_slow_answer_costs_its_deadline),
		cmocka_unit_test(nobody_there_is_503),
		cmocka_unit_test(a_changed_migration_is_refused_by_name),
		cmocka_unit_test(a_newer_database_is_refused_by_name),
		cmocka_unit_test(the_wrong_role_is_told_why),
	};
	return cmocka_run_group_tests(tests, set_up, database_tear_down);
}
