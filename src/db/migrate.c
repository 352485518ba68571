#include "db/migrate.h"

#include "base/clock.h"
#include "db/statement.h"
#include "db/wire.h"
#include "migrations.h"

#include <sodium.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { HASH_HEX = crypto_generichash_BYTES * 2 + 1, LOCK = 7389271 };

static const char bookkeeping[] =
	"CREATE SCHEMA IF NOT EXISTS migration;"
	"CREATE TABLE IF NOT EXISTS migration.applied (name text PRIMARY KEY, checksum text NOT NULL, repeatable boolean NOT NULL, "
	"applied_at timestamptz NOT NULL DEFAULT now())";

static void checksum(const struct embedded_file *f, char hex[HASH_HEX])
{
	unsigned char hash[crypto_generichash_BYTES];
	crypto_generichash(hash, sizeof hash, (const unsigned char *)f->text, f->length, NULL, 0);
	sodium_bin2hex(hex, HASH_HEX, hash, sizeof hash);
}

/* Both kinds of files are in the order of their names, but one behind the other. */
static const struct embedded_file *next_by_name(size_t *forward, size_t *again)
{
	bool first = *again == repeatable_count ||
	             (*forward < migration_count && strcmp(migrations[*forward].name, repeatable[*again].name) < 0);
	if (*forward == migration_count && *again == repeatable_count)
		return NULL;
	return first ? &migrations[(*forward)++] : &repeatable[(*again)++];
}

void migrate_sum(char hex[MIGRATE_SUM])
{
	crypto_hash_sha256_state state;
	unsigned char hash[crypto_hash_sha256_BYTES];
	char sum[HASH_HEX];
	size_t forward = 0, again = 0;
	crypto_hash_sha256_init(&state);
	for (const struct embedded_file *f; (f = next_by_name(&forward, &again));) {
		checksum(f, sum);
		crypto_hash_sha256_update(&state, (const unsigned char *)f->name, strlen(f->name));
		crypto_hash_sha256_update(&state, (const unsigned char *)" ", 1);
		crypto_hash_sha256_update(&state, (const unsigned char *)sum, strlen(sum));
		crypto_hash_sha256_update(&state, (const unsigned char *)"\n", 1);
	}
	crypto_hash_sha256_final(&state, hash);
	sodium_bin2hex(hex, MIGRATE_SUM, hash, sizeof hash);
}

static int run(PGconn *conn, const char *sql, const char *what, struct error *e)
{
	PGresult *result = PQexec(conn, sql);
	ExecStatusType status = PQresultStatus(result);
	PQclear(result);
	if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
		return 0;
	return error_set(e, 500, "%s: %s", what, PQerrorMessage(conn));
}

static int record(PGconn *conn, const struct embedded_file *f, const char *sum, const char *again, struct error *e)
{
	const char *const values[] = {f->name, sum, again};
	PGresult *result = PQexecParams(conn,
	                                "INSERT INTO migration.applied VALUES ($1, $2, $3::boolean) ON CONFLICT (name) "
	                                "DO UPDATE SET checksum = excluded.checksum, applied_at = now()",
	                                3, NULL, values, NULL, NULL, 0);
	int good = PQresultStatus(result) == PGRES_COMMAND_OK;
	PQclear(result);
	return good ? 0 : error_set(e, 500, "%s: %s", f->name, PQerrorMessage(conn));
}

/* 1: applied as it is now, 0: not applied, 2: applied in another form, -1: error. */
static int state_of(PGconn *conn, const struct embedded_file *f, const char *sum, struct error *e)
{
	const char *const values[] = {f->name};
	PGresult *result =
		PQexecParams(conn, "SELECT checksum FROM migration.applied WHERE name = $1", 1, NULL, values, NULL, NULL, 0);
	int state = -1;
	if (PQresultStatus(result) != PGRES_TUPLES_OK)
		error_set(e, 500, "%s: %s", f->name, PQerrorMessage(conn));
	else if (PQntuples(result) == 0)
		state = 0;
	else
		state = strcmp(PQgetvalue(result, 0, 0), sum) ? 2 : 1;
	PQclear(result);
	return state;
}

static bool is_known(const struct embedded_file *files, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(files[i].name, name))
			return true;
	return false;
}

/* An older program would put its own older files over those of a later version. */
static int refuse_newer(PGconn *conn, const char *again, const struct embedded_file *files, size_t n, struct error *e)
{
	const char *const values[] = {again};
	PGresult *result =
		PQexecParams(conn, "SELECT name FROM migration.applied WHERE repeatable = $1::boolean ORDER BY name DESC", 1,
	                 NULL, values, NULL, NULL, 0);
	int rc = PQresultStatus(result) == PGRES_TUPLES_OK ? 0 : error_set(e, 500, "bookkeeping: %s", PQerrorMessage(conn));
	for (int i = 0; !rc && i < PQntuples(result); i++)
		if (!is_known(files, n, PQgetvalue(result, i, 0)))
			rc = error_set(
				e, 409,
				"The database is newer than this program, which does not know %s. Install the version of the portal "
				"that this database was migrated with, or a later one.",
				PQgetvalue(result, i, 0));
	PQclear(result);
	return rc;
}

static int migrate_forward(PGconn *conn, struct error *e)
{
	char sum[HASH_HEX];
	/* First look at all of them: a changed old migration is refused before anything new is applied. */
	for (size_t i = 0; i < migration_count; i++) {
		checksum(&migrations[i], sum);
		int state = state_of(conn, &migrations[i], sum, e);
		if (state < 0)
			return -1;
		if (state == 2)
			return error_set(
				e, 409,
				"Migration %s was applied in another form: its checksum differs. Restore the file as it was, and "
				"write what you want changed as a new migration.",
				migrations[i].name);
	}
	for (size_t i = 0; i < migration_count; i++) {
		const struct embedded_file *f = &migrations[i];
		checksum(f, sum);
		int state = state_of(conn, f, sum, e);
		if (state == 1)
			continue;
		if (state < 0 || run(conn, "BEGIN", f->name, e))
			return -1;
		if (run(conn, f->text, f->name, e) || record(conn, f, sum, "false", e) || run(conn, "COMMIT", f->name, e)) {
			PQclear(PQexec(conn, "ROLLBACK"));
			return -1;
		}
		printf("applied %s\n", f->name);
	}
	return 0;
}

static int repeat(PGconn *conn, struct error *e)
{
	char sum[HASH_HEX];
	int changed = 0;
	for (size_t i = 0; i < repeatable_count && !changed; i++) {
		checksum(&repeatable[i], sum);
		int state = state_of(conn, &repeatable[i], sum, e);
		if (state < 0)
			return -1;
		changed = state != 1;
	}
	if (!changed)
		return 0;
	if (run(conn, "BEGIN", "repeatable files", e))
		return -1;
	for (size_t i = 0; i < repeatable_count; i++) {
		checksum(&repeatable[i], sum);
		if (run(conn, repeatable[i].text, repeatable[i].name, e) || record(conn, &repeatable[i], sum, "true", e)) {
			PQclear(PQexec(conn, "ROLLBACK"));
			return -1;
		}
		printf("applied %s\n", repeatable[i].name);
	}
	return run(conn, "COMMIT", "repeatable files", e);
}

/* 1: written, since it differed; 0: it did not; -1 with the database's words. */
static int tell(PGconn *conn, const char *sql, const char *const *values, int n, struct error *e)
{
	PGresult *result = PQexecParams(conn, sql, n, NULL, values, NULL, NULL, 0);
	int rc = PQresultStatus(result) == PGRES_TUPLES_OK ? PQntuples(result) > 0
	                                                   : error_set(e, 500, "configuration: %s", PQerrorMessage(conn));
	PQclear(result);
	return rc;
}

/* Written only when it differs: each time makes every connection plan anew. */
static int configure(PGconn *conn, const struct told *t, struct error *e)
{
	char keep[16];
	snprintf(keep, sizeof keep, "%d", t->grants_keep_s);
	const char *const values[] = {t->reading_everyone ? "true" : "false", keep}, *const parts[] = {t->for_staff};
	int rc = tell(conn,
	              "SELECT styrbord.configure($1, $2) WHERE styrbord.reading_everyone() <> $1::boolean "
	              "OR styrbord.grants_keep_s() <> $2::int",
	              values, 2, e);
	if (rc > 0)
		printf("told the database: reading = %s, grants_keep_s = %s\n", t->reading_everyone ? "everyone" : "staff",
		       keep);
	if (rc >= 0)
		rc = tell(conn, "SELECT 1 WHERE styrbord.set_visibility(regexp_split_to_array($1, '[ ,]+'))", parts, 1, e);
	if (rc > 0)
		printf("told the database: for_staff = %s\n", t->for_staff);
	return rc < 0 ? -1 : 0;
}

static PGconn *connected(const char *owner_conninfo, struct error *e)
{
	PGconn *conn = wire_connect(owner_conninfo, "", clock_now_ms() + DB_CONNECT_MS, e);
	if (conn)
		PQsetnonblocking(conn, 0);
	else
		error_set(e, 503,
		          "The database is not reached with what the option `database_owner` says. Is PostgreSQL running, "
		          "and does it let this user be that role?");
	return conn;
}

int migrate(const char *owner_conninfo, const struct told *told, struct error *e)
{
	PGconn *conn = connected(owner_conninfo, e);
	if (!conn)
		return -1;
	char lock[64];
	snprintf(lock, sizeof lock, "SELECT pg_advisory_lock(%d)", LOCK);
	int rc = run(conn, "SET client_min_messages = warning", "connection", e);
	if (!rc)
		rc = run(conn, lock, "advisory lock", e);
	if (!rc)
		rc = run(conn, bookkeeping, "bookkeeping", e);
	if (!rc)
		rc = refuse_newer(conn, "false", migrations, migration_count, e);
	if (!rc)
		rc = migrate_forward(conn, e);
	/* After those that go forward: one of them may have taken a repeatable file's name away, which is no longer there.
	 */
	if (!rc)
		rc = refuse_newer(conn, "true", repeatable, repeatable_count, e);
	if (!rc)
		rc = repeat(conn, e);
	if (!rc)
		rc = configure(conn, told, e);
	if (!rc)
		rc = run(conn, "SELECT styrbord.forget_other_servers()", "log of what was touched", e);
	PQfinish(conn);
	if (!rc)
		printf("The database fits this program: its last migration is %s.\n", migrations[migration_count - 1].name);
	return rc;
}

/* Says of each file what is to be done about it. The number of those that would be applied; -1. */
static int tell_files(PGconn *conn, const struct embedded_file *files, size_t n, struct error *e)
{
	char sum[HASH_HEX];
	int due = 0;
	for (size_t i = 0; i < n; i++) {
		checksum(&files[i], sum);
		int state = state_of(conn, &files[i], sum, e);
		if (state < 0)
			return -1;
		if (state != 1)
			printf("%s %s\n", state ? "changed" : "new    ", files[i].name);
		due += state != 1;
	}
	return due;
}

int migrate_status(const char *owner_conninfo, struct error *e)
{
	PGconn *conn = connected(owner_conninfo, e);
	if (!conn)
		return -1;
	PGresult *result = PQexec(conn, "SELECT to_regclass('migration.applied') IS NOT NULL");
	bool begun = PQresultStatus(result) == PGRES_TUPLES_OK && PQgetvalue(result, 0, 0)[0] == 't';
	PQclear(result);
	int old = 0, again = 0;
	if (!begun)
		printf("The database is empty: `styrbord migrate` makes everything.\n");
	else if (refuse_newer(conn, "false", migrations, migration_count, e) ||
	         (old = tell_files(conn, migrations, migration_count, e)) < 0 ||
	         (again = tell_files(conn, repeatable, repeatable_count, e)) < 0)
		old = -1;
	PQfinish(conn);
	if (old < 0)
		return -1;
	if (begun)
		printf(old + again ? "`styrbord migrate` applies these.\n"
		                   : "The database fits this program: nothing is to be done.\n");
	return !begun || old + again;
}
