/* The tree of projects under two writers at once, each in a transaction of its own that the other does not see yet. */
#include "database_fixture.h"

#include <poll.h>

static PGconn *one, *other;

static const char *state_of(PGresult *result)
{
	static char state[6];
	const char *refused = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	snprintf(state, sizeof state, "%s", refused ? refused : "");
	PQclear(result);
	return state;
}

/* "" or the SQLSTATE. */
static const char *runs(PGconn *conn, const char *sql)
{
	return state_of(PQexec(conn, sql));
}

/* The answer to what was sent last. */
static const char *answer_of(PGconn *conn)
{
	PGresult *result = PQgetResult(conn);
	while (PQgetResult(conn))
		;
	return state_of(result);
}

static bool waits_for_a_lock(PGconn *conn)
{
	char sql[128];
	snprintf(sql, sizeof sql, "SELECT FROM pg_locks WHERE pid = %d AND NOT granted", PQbackendPID(conn));
	PGresult *result = PQexec(owner, sql);
	bool waits = PQntuples(result) > 0;
	PQclear(result);
	return waits;
}

/* Until what was sent is answered, or waits for the other writer. */
static void settles(PGconn *conn)
{
	for (int i = 0; i < 1000; i++) {
		struct pollfd p = {.fd = PQsocket(conn), .events = POLLIN};
		if (poll(&p, 1, 10) > 0)
			PQconsumeInput(conn);
		if (!PQisBusy(conn) || waits_for_a_lock(conn))
			return;
	}
	fail_msg("neither answered nor waiting");
}

static const char *count_of(const char *sql)
{
	static char answer[16];
	PGresult *result = PQexec(owner, sql);
	snprintf(answer, sizeof answer, "%s", PQgetvalue(result, 0, 0));
	PQclear(result);
	return answer;
}

#define MOVE(CODE, PARENT) \
	"UPDATE live.project SET parent_id = (SELECT id FROM live.project WHERE code = '" PARENT "') WHERE code = '" CODE \
	"'"

static void two_moves_close_no_circle(void **state)
{
	(void)state;
	assert_string_equal(runs(one, "BEGIN"), "");
	assert_string_equal(runs(other, "BEGIN"), "");
	assert_string_equal(runs(one, MOVE("LEFT", "RIGHT")), "");
	assert_int_equal(PQsendQuery(other, MOVE("RIGHT", "LEFT")), 1);
	settles(other);
	assert_string_equal(runs(one, "COMMIT"), "");
	assert_string_equal(answer_of(other), "SB002");
	assert_string_equal(runs(other, "ROLLBACK"), "");
	assert_string_equal(
		count_of(
			"SELECT count(*) FROM live.project x JOIN live.project y ON y.id = x.parent_id AND x.id = y.parent_id"),
		"0");
}

/* B's tower goes onto A's while C's goes onto B's: each alone would do. */
static void two_moves_make_no_tower(void **state)
{
	(void)state;
	assert_string_equal(runs(one, "BEGIN"), "");
	assert_string_equal(runs(other, "BEGIN"), "");
	assert_string_equal(runs(one, MOVE("B-1", "A-6")), "");
	assert_int_equal(PQsendQuery(other, MOVE("C-1", "B-6")), 1);
	settles(other);
	assert_string_equal(runs(one, "COMMIT"), "");
	assert_string_equal(answer_of(other), "SB003");
	assert_string_equal(runs(other, "ROLLBACK"), "");
}

static int set_up(void **state)
{
	if (database_set_up(state))
		return -1;
	owner_runs("INSERT INTO live.organisation (code, name, kind, language) VALUES ('ORG', 'Region', 'region', 'nb')");
	owner_runs(
		"INSERT INTO live.project (code, title, language, kind, owner_id, phase, lifecycle) "
		"SELECT c, c, 'nb', 'project', o.id, 'planning', 'ongoing' FROM live.organisation o, "
		"unnest(ARRAY['LEFT', 'RIGHT'] || ARRAY(SELECT t || '-' || n FROM unnest(ARRAY['A', 'B', 'C']) t, generate_series(1, 6) n)) c");
	/* three towers of six levels: two fit on each other, three do not */
	for (char level = '2'; level <= '6'; level++) {
		char sql[256];
		snprintf(sql, sizeof sql,
		         "UPDATE live.project c SET parent_id = p.id FROM live.project p "
		         "WHERE c.code LIKE '_-%c' AND p.code = left(c.code, 2) || '%c'",
		         level, level - 1);
		owner_runs(sql);
	}
	one = PQconnectdb(owner_conninfo);
	other = PQconnectdb(owner_conninfo);
	return PQstatus(one) == CONNECTION_OK && PQstatus(other) == CONNECTION_OK ? 0 : -1;
}

static int tear_down(void **state)
{
	PQfinish(one);
	PQfinish(other);
	return database_tear_down(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_moves_close_no_circle),
		cmocka_unit_test(two_moves_make_no_tower),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
