/* database_fixture.h: a PostgreSQL of the test's own (tests/fixtures/postgres.sh) with this version's schema.
 * For test_db, test_catalogue and test_tree; run them from the project's root. */
#ifndef DATABASE_FIXTURE_H
#define DATABASE_FIXTURE_H

#include "base/arena.h"
#include "base/clock.h"
#include "base/error.h"
#include "db/db.h"
#include "db/migrate.h"

#include <libpq-fe.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static char database_parent[] = "/var/tmp/styrbord-database-XXXXXX", database_folder[64], app_conninfo[128],
			owner_conninfo[128];
static PGconn *owner;

/* What the configuration tells the database in these tests. */
static const struct told test_told = {true, 3600, "risk, mail, money"};

static inline int database_script(const char *action)
{
	pid_t pid = fork();
	if (pid == 0) {
		execl("tests/fixtures/postgres.sh", "postgres.sh", action, database_folder, (char *)NULL);
		_exit(127);
	}
	int status = -1;
	waitpid(pid, &status, 0);
	return status;
}

static inline void owner_runs(const char *sql)
{
	PGresult *result = PQexec(owner, sql);
	ExecStatusType status = PQresultStatus(result);
	if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
		fail_msg("%s: %s", sql, PQerrorMessage(owner));
	PQclear(result);
}

static inline int database_set_up(void **state)
{
	(void)state;
	struct error e = {0};
	/* The server runs as another user when the test is root. */
	if (!mkdtemp(database_parent) || chmod(database_parent, 0755))
		return -1;
	snprintf(database_folder, sizeof database_folder, "%s/database", database_parent);
	if (database_script("start"))
		return -1;
	snprintf(app_conninfo, sizeof app_conninfo, "host=%s/run dbname=styrbord user=styrbord_app", database_folder);
	snprintf(owner_conninfo, sizeof owner_conninfo, "host=%s/run dbname=styrbord user=styrbord_owner", database_folder);
	if (migrate(owner_conninfo, &test_told, &e)) {
		print_error("%s\n", e.message);
		return -1;
	}
	owner = PQconnectdb(owner_conninfo);
	return PQstatus(owner) == CONNECTION_OK ? 0 : -1;
}

static inline int database_tear_down(void **state)
{
	(void)state;
	PQfinish(owner);
	database_script("stop");
	pid_t pid = fork();
	if (pid == 0) {
		execlp("rm", "rm", "-rf", database_parent, (char *)NULL);
		_exit(127);
	}
	waitpid(pid, NULL, 0);
	return 0;
}

#endif
