/* db.h: one connection to PostgreSQL, and transactions on it. Only this folder calls libpq.
 *
 * A transaction is begun lazily: BEGIN, the session's token (styrbord.enter), the statement and (db_last) COMMIT travel
 * in one pipeline, so that a page costs one round trip, finding out who asks included.
 * Statements are prepared once per connection, one name for today and one for `?at=`, since the two
 * run on different search paths. Of composed ones (statement.h) a connection keeps the 200 that it used last.
 * Every wait is bounded by the deadline given to db_begin().
 *
 * Errors: 503 when the database is away or too slow; 403 when row-level security refuses; 409, 400 for
 * conflicts and broken constraints, of which db_sqlstate() and db_constraint() say more.
 */
#ifndef DB_DB_H
#define DB_DB_H

#include "base/arena.h"
#include "base/error.h"
#include "db/statement.h"

#include <stdbool.h>
#include <stdint.h>

struct db;
struct db_result;

/* Who asks, and for when. The database believes the token alone (styrbord.enter): it looks the session up itself, and
 * says in the transaction's first answer whom it found. entered() is then called once, whether the statement succeeded
 * or not, but not when the connection broke before: *row is the one row of sql_identify (reads, person, account, name,
 * title, seconds since the session was last used, the version of the terms), and lives during the call. */
struct db_identity {
	const char *token; /* hash of the session's token as 64 hexadecimal digits; "" when there is none */
	const char *at;    /* RFC 3339 moment, "" for now */
	void (*entered)(void *context, const struct db_result *row);
	void *context;
};

/* Does not connect yet. `timezone` is the sessions' TimeZone: moments in documents are in the portal's own time.
 * Freed with db_free(). */
struct db *db_new(const char *conninfo, const char *timezone);
void db_free(struct db *db);

/* Starts a transaction; nothing is sent yet. *who must live until the transaction ends; NULL: nobody's, for what asks
 * on the portal's own behalf (sign-in, refreshing, health), and sees what no session is needed for. */
void db_begin(struct db *db, const struct db_identity *who, bool write, int64_t deadline);

/* Runs a statement with `st->parameters` text parameters (NULL is SQL's NULL). The result lives in `a`. */
int db_query(struct db *db, const struct statement *st, const char *const *parameters, struct arena *a,
             struct db_result **out, struct error *e);

/* The same as the transaction's last statement: COMMIT goes with it, or, when it writes, after it. */
int db_last(struct db *db, const struct statement *st, const char *const *parameters, struct arena *a,
            struct db_result **out, struct error *e);

/* Ends a transaction. A COMMIT whose answer is cut off is 503, and the message says that the outcome is unknown.
 * db_rollback() never fails and may be called when nothing is open. */
int db_commit(struct db *db, struct error *e);
void db_rollback(struct db *db);

int db_rows(const struct db_result *result);
/* The text of a value, NULL for SQL's NULL. Lives as long as the result. */
const char *db_value(const struct db_result *result, int row, int column);

/* Of the last failure: five characters, and the constraint's name or "". */
const char *db_sqlstate(const struct db *db);
const char *db_constraint(const struct db *db);
/* The table whose constraint it is; of a broken foreign key the one that refers. */
const char *db_table(const struct db *db);

/* Prepares every statement, embedded or made at start, on today's and the past's search path: for the tests and
 * `check`. */
int db_prepare_all(struct db *db, int64_t deadline, struct error *e);

#endif
