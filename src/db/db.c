#include "db/db.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "db/composed.h"
#include "db/wire.h"
#include "statements.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_MAX_BYTES = 80, PARAMETERS_MAX = 64, QUEUE_MAX = 12 };

struct db {
	PGconn *conn;
	char *conninfo, *options;
	bool *prepared[2];             /* by statement index: [0] today, [1] the past */
	struct composed composed;      /* those that have no index */
	const struct db_identity *who; /* of the transaction under way; NULL: nobody's */
	PGresult *entered;             /* what the database said of who asks; taken at once */
	bool write;
	bool committing; /* COMMIT has been sent, and its answer has not come */
	bool past;       /* which search path this transaction runs on */
	bool begun;      /* BEGIN has been sent */
	bool fresh;      /* nothing has succeeded on this connection yet */
	int64_t deadline;
	char sqlstate[6];
	char constraint[64], table[64];
};

struct db_result {
	PGresult *result;
};

/* What pages read lies in memory: looking a few rows up by an index is hardly dearer than reading on. With the server's
 * 4.0, made for disks that turn, the planner rather reads small tables whole, for every row of a page anew. A prepared
 * statement is planned once, for any parameters (check-plans looks at those very plans): planning the page of a project
 * anew takes ten times as long as running it. */
#define PLANNING "-c jit=off -c random_page_cost=1.1 -c plan_cache_mode=force_generic_plan"

struct db *db_new(const char *conninfo, const char *timezone)
{
	struct db *db = calloc(1, sizeof *db);
	if (!db || !(db->conninfo = strdup(conninfo)) || asprintf(&db->options, "-c TimeZone=%s " PLANNING, timezone) < 0 ||
	    !(db->prepared[0] = calloc(statement_all(), sizeof(bool))) ||
	    !(db->prepared[1] = calloc(statement_all(), sizeof(bool))))
		abort();
	return db;
}

static void disconnect(struct db *db)
{
	PQfinish(db->conn);
	db->conn = NULL;
	db->begun = false;
	memset(db->prepared[0], 0, statement_all() * sizeof(bool));
	memset(db->prepared[1], 0, statement_all() * sizeof(bool));
	composed_forget_all(&db->composed);
}

void db_free(struct db *db)
{
	if (!db)
		return;
	disconnect(db);
	free(db->prepared[0]);
	free(db->prepared[1]);
	free(db->options);
	free(db->conninfo);
	free(db);
}

/* A COMMIT was sent, and whether it happened nobody has said: the change may be there. */
static int unknown_outcome(struct error *e)
{
	if (e)
		e->retry_after = 5;
	return error_set(
		e, 503, "%s",
		_("It is not known whether this was saved: the database did not answer in time. Look whether it is "
	      "there. Sending the same form again is safe: it is saved once."));
}

static int broken(struct db *db, struct error *e)
{
	if (db->committing)
		unknown_outcome(e);
	else
		error_set(e, 503, "%s", _("The portal's database does not answer just now. Try again in a moment."));
	error_detail(e, "database: %s",
	             clock_left_ms(db->deadline) ? PQerrorMessage(db->conn) : "no answer within the deadline");
	if (e)
		e->retry_after = 5;
	disconnect(db);
	return -1;
}

static int connect_if_needed(struct db *db, struct error *e)
{
	if (db->conn)
		return 0;
	db->conn = wire_connect(db->conninfo, db->options, db->deadline, e);
	if (!db->conn)
		return -1;
	db->fresh = true;
	return PQenterPipelineMode(db->conn) ? 0 : broken(db, e);
}

void db_begin(struct db *db, const struct db_identity *who, bool write, int64_t deadline)
{
	db_rollback(db);
	db->who = who;
	db->write = write;
	db->past = who && who->at[0] != '\0';
	db->deadline = deadline;
	db->sqlstate[0] = db->constraint[0] = db->table[0] = '\0';
}

/* The statements of one pipeline, in order, so that their answers can be told apart. */
struct queue {
	struct {
		const struct statement *st;
		bool preparing, deallocating;
		int slot;          /* of a composed one */
		PGresult **wanted; /* where its result goes; NULL: nowhere */
	} items[QUEUE_MAX];
	int count;
};

/* Gives the name under which a composed statement is prepared, or is about to be. */
static int prepare_composed(struct db *db, struct queue *q, const struct statement *st, char *name)
{
	bool known;
	int slot = composed_slot(&db->composed, st->text, db->past, &known);
	snprintf(name, NAME_MAX_BYTES, "composed_%d", slot);
	if (known)
		return 0;
	if (db->composed.slots[slot].text) {
		char close[NAME_MAX_BYTES + 16];
		snprintf(close, sizeof close, "DEALLOCATE %s", name);
		if (!PQsendQueryParams(db->conn, close, 0, NULL, NULL, NULL, NULL, 0))
			return -1;
		q->items[q->count].st = st;
		q->items[q->count].slot = slot;
		q->items[q->count++].deallocating = true;
	}
	if (!PQsendPrepare(db->conn, name, st->text, 0, NULL))
		return -1;
	q->items[q->count].st = st;
	q->items[q->count].slot = slot;
	q->items[q->count++].preparing = true;
	return 0;
}

static int prepare_once(struct db *db, struct queue *q, const struct statement *st, char *name)
{
	snprintf(name, NAME_MAX_BYTES, "%s%s", st->name, db->past ? "@" : "");
	if (db->prepared[db->past][st->index])
		return 0;
	if (!PQsendPrepare(db->conn, name, st->text, 0, NULL))
		return -1;
	q->items[q->count].st = st;
	q->items[q->count++].preparing = true;
	return 0;
}

static int send_statement(struct db *db, struct queue *q, const struct statement *st, const char *const *parameters,
                          PGresult **wanted)
{
	char name[NAME_MAX_BYTES];
	if (st->index == STATEMENT_COMPOSED ? prepare_composed(db, q, st, name) : prepare_once(db, q, st, name))
		return -1;
	if (!PQsendQueryPrepared(db->conn, name, st->parameters, parameters, NULL, NULL, 0))
		return -1;
	q->items[q->count].st = st;
	q->items[q->count++].wanted = wanted;
	return 0;
}

static int send_begin(struct db *db, struct queue *q)
{
	char timeout[16];
	/* A little less than the request's own deadline, so that the server's answer still arrives. */
	int left = clock_left_ms(db->deadline);
	snprintf(timeout, sizeof timeout, "%d", left > 200 ? left - 100 : 100);
	if (send_statement(db, q, db->write ? &sql_begin_write : &sql_begin_read, NULL, NULL))
		return -1;
	if (!db->who)
		return send_statement(db, q, &sql_settle, (const char *const[]){timeout}, NULL);
	const char *const settings[] = {db->who->token, db->who->at, db->past ? "at, public" : "live, public", timeout};
	return send_statement(db, q, &sql_identify, settings, &db->entered);
}

static void keep(char *into, size_t size, const char *text)
{
	snprintf(into, size, "%s", text ? text : "");
}

/* One SQLSTATE, one answer: the first row whose `state` it begins with. Messages that need the record's words are the
 * handlers'. */
static const struct {
	const char *state;
	int status;
	const char *message;
} answers[] = {
	{"42501", 403,
     N_("You do not have the right to do this. The page “What may I do?” says which rights you have, and why.")},
	{"SB001", 409,
     N_("What is submitted, published or decided stays as it is. Take a submitted report back to draft; correct what is "
        "published, with a reason; ask for what is decided anew.")},
	{"SB002", 400, N_("A project cannot be placed below itself. Choose another parent.")},
	{"SB003", 400, N_("It would stand too deep in the tree. Choose a parent nearer the top.")},
	{"SB004", 409, N_("Only a published report has a correction log. Edit this one instead.")},
	{"SB005", 400, N_("The corrected value does not fit its field.")},
	{"SB006", 409, N_("The report cannot take this step from where it stands. Reload the page to see its state.")},
	{"SB008", 409, N_("A value is no longer what it was when the change was asked for.")},
	{"SB007", 400, N_("There is no project with this code.")},
	{"23505", 409, N_("There is one already with the same code or number. Choose another.")},
	{"23503", 409, N_("Something else refers to this, or what it refers to is gone. Reload the page and try again.")},
	{"23", 400, N_("A value does not fit its field. Correct it and try again.")},
	{"22", 400, N_("A value does not fit its field. Correct it and try again.")},
	{"40001", 409, N_("Somebody else saved at the same moment. Try again.")},
	{"40P01", 409, N_("Somebody else saved at the same moment. Try again.")},
	{"57014", 503, N_("The portal's database does not answer just now. Try again in a moment.")},
	{"57P", 503, N_("The portal's database does not answer just now. Try again in a moment.")},
	{"08", 503, N_("The portal's database does not answer just now. Try again in a moment.")},
	{"53", 503, N_("The portal's database does not answer just now. Try again in a moment.")},
	{"25006", 503, N_("The portal's database does not answer just now. Try again in a moment.")},
	{"", 500,
     N_("Something went wrong in the portal. It has been logged; try again, and if it persists tell the administrator the request's number.")},
};

static int fail(struct db *db, const PGresult *result, const struct statement *st, struct error *e)
{
	keep(db->sqlstate, sizeof db->sqlstate, PQresultErrorField(result, PG_DIAG_SQLSTATE));
	keep(db->constraint, sizeof db->constraint, PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME));
	keep(db->table, sizeof db->table, PQresultErrorField(result, PG_DIAG_TABLE_NAME));
	const char *s = db->sqlstate;
	size_t i = 0;
	while (!text_starts_with(s, answers[i].state))
		i++;
	error_set(e, answers[i].status, "%s", _(answers[i].message));
	if (e && e->status == 503)
		e->retry_after = 5;
	if (st == &sql_commit && db->committing && text_starts_with(s, "57P"))
		unknown_outcome(e);
	return error_detail(e, "statement %s: %s %s", st->name, s, PQresultErrorMessage(result));
}

/* What the connection has from now on; what was refused, or came after what was refused, has not happened. */
static void note_prepared(struct db *db, const struct queue *q, int i)
{
	const struct statement *st = q->items[i].st;
	if (q->items[i].deallocating)
		composed_forget(&db->composed, q->items[i].slot);
	else if (q->items[i].preparing && st->index == STATEMENT_COMPOSED)
		composed_keep(&db->composed, q->items[i].slot, st->text, db->past);
	else if (q->items[i].preparing)
		db->prepared[db->past][st->index] = true;
}

/* One answer of the queue. 0 good, 1 refused or not done for what was refused before, -1 what the server did not say,
 * libpq did: the connection cannot be relied on. */
static int take(struct db *db, const struct queue *q, int i, bool failed, struct error *e)
{
	const struct statement *st = q->items[i].st;
	PGresult *result = PQgetResult(db->conn), **wanted = q->items[i].wanted;
	ExecStatusType status = PQresultStatus(result);
	int rc = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ? 0 : 1;
	if (!rc)
		note_prepared(db, q, i);
	if (!rc && wanted && !*wanted) {
		*wanted = result;
		return 0;
	}
	if (rc && status != PGRES_PIPELINE_ABORTED) {
		if (!PQresultErrorField(result, PG_DIAG_SQLSTATE)) {
			rc = -1;
		} else if (!failed) {
			/* Nothing after it is done, COMMIT included. */
			db->committing = db->committing && st == &sql_commit;
			fail(db, result, st, e);
		}
	}
	PQclear(result);
	return rc;
}

/* Takes every answer of the queue. The first failure wins; libpq marks the rest as aborted. */
static int receive(struct db *db, const struct queue *q, bool synced, struct error *e)
{
	bool failed = false;
	for (int i = 0; i < q->count; i++) {
		if (wire_wait(db->conn, db->deadline))
			return broken(db, e);
		int rc = take(db, q, i, failed, e);
		if (rc < 0 || PQstatus(db->conn) == CONNECTION_BAD || wire_wait(db->conn, db->deadline))
			return broken(db, e);
		failed = failed || rc;
		PQclear(PQgetResult(db->conn)); /* the NULL between two queries */
	}
	if (!synced && failed && (!PQpipelineSync(db->conn)))
		return broken(db, e);
	if (synced || failed) {
		if (wire_wait(db->conn, db->deadline))
			return broken(db, e);
		PQclear(PQgetResult(db->conn)); /* PGRES_PIPELINE_SYNC */
	}
	return failed ? -1 : 0;
}

static void clear_result(void *what)
{
	PQclear(what);
}

/* Tells the requester's side once who it is: even when the statement itself was refused. */
static void tell_entered(struct db *db)
{
	if (!db->entered)
		return;
	const struct db_result row = {db->entered};
	db->who->entered(db->who->context, &row);
	PQclear(db->entered);
	db->entered = NULL;
}

static int send_all(struct db *db, struct queue *q, const struct statement *st, const char *const *parameters,
                    bool last, PGresult **wanted)
{
	if (!db->begun && send_begin(db, q))
		return -1;
	db->begun = true;
	if (st && send_statement(db, q, st, parameters, wanted))
		return -1;
	if (last && send_statement(db, q, &sql_commit, NULL, NULL))
		return -1;
	db->committing = last && db->write;
	return (last ? PQpipelineSync(db->conn) : PQsendFlushRequest(db->conn)) ? 0 : -1;
}

static int attempt(struct db *db, const struct statement *st, const char *const *parameters, bool last, struct arena *a,
                   struct db_result **out, struct error *e)
{
	struct queue q = {.count = 0};
	PGresult *wanted = NULL;
	if (connect_if_needed(db, e))
		return -1;
	int rc = send_all(db, &q, st, parameters, last, &wanted) ? broken(db, e) : receive(db, &q, last, e);
	db->committing = false;
	tell_entered(db);
	if (rc) {
		PQclear(wanted);
		return rc;
	}
	db->fresh = false;
	if (last)
		db->begun = false;
	if (wanted && out) {
		*out = arena_alloc(a, sizeof **out);
		(*out)->result = wanted;
		arena_defer(a, clear_result, wanted);
	} else {
		PQclear(wanted);
	}
	return 0;
}

static int run(struct db *db, const struct statement *st, const char *const *parameters, bool last, struct arena *a,
               struct db_result **out, struct error *e)
{
	/* A connection that was lost while idle shows itself at the transaction's first statement, of which nothing can
	 * have been done: the COMMIT of a write goes alone. */
	bool again = !db->begun && db->conn && !db->fresh;
	struct error first = {0};
	if (attempt(db, st, parameters, last, a, out, &first) == 0)
		return 0;
	if (again && !db->conn && clock_left_ms(db->deadline) > 0) {
		log_warning("database connection lost, trying again: %s", first.detail);
		if (attempt(db, st, parameters, last, a, out, &first) == 0)
			return 0;
	}
	if (e)
		*e = first;
	return -1;
}

int db_query(struct db *db, const struct statement *st, const char *const *parameters, struct arena *a,
             struct db_result **out, struct error *e)
{
	return run(db, st, parameters, false, a, out, e);
}

int db_last(struct db *db, const struct statement *st, const char *const *parameters, struct arena *a,
            struct db_result **out, struct error *e)
{
	/* A write is committed only once its statement is answered: whatever breaks before, nothing can have happened. */
	if (db->write)
		return run(db, st, parameters, false, a, out, e) || run(db, NULL, NULL, true, NULL, NULL, e) ? -1 : 0;
	return run(db, st, parameters, true, a, out, e);
}

int db_commit(struct db *db, struct error *e)
{
	if (!db->begun)
		return 0;
	return run(db, NULL, NULL, true, NULL, NULL, e);
}

void db_rollback(struct db *db)
{
	if (db->conn && db->begun) {
		struct queue q = {.count = 0};
		int64_t soon = clock_now_ms() + 1000;
		db->deadline = soon > db->deadline ? soon : db->deadline;
		if (send_statement(db, &q, &sql_rollback, NULL, NULL) || !PQpipelineSync(db->conn) ||
		    receive(db, &q, true, NULL))
			disconnect(db);
	}
	db->begun = false;
}

int db_rows(const struct db_result *result)
{
	return PQntuples(result->result);
}

const char *db_value(const struct db_result *result, int row, int column)
{
	return PQgetisnull(result->result, row, column) ? NULL : PQgetvalue(result->result, row, column);
}

const char *db_sqlstate(const struct db *db)
{
	return db->sqlstate;
}

const char *db_table(const struct db *db)
{
	return db->table;
}

const char *db_constraint(const struct db *db)
{
	return db->constraint;
}

/* The past is only read: a statement that writes is not prepared for it. */
static bool writes(const struct statement *st)
{
	return strstr(st->text, "INSERT INTO ") || strstr(st->text, "UPDATE ") || strstr(st->text, "DELETE FROM ");
}

static void ignore(void *context, const struct db_result *row)
{
	(void)context, (void)row;
}

int db_prepare_all(struct db *db, int64_t deadline, struct error *e)
{
	static const struct db_identity today = {"", "", ignore, NULL}, then = {"", "2020-01-01T00:00:00Z", ignore, NULL};
	for (int past = 0; past < 2; past++) {
		for (size_t i = 0; i < statement_all(); i++) {
			const struct statement *st = statement_at(i);
			if (past && writes(st))
				continue;
			db_begin(db, past ? &then : &today, true, deadline);
			struct queue q = {.count = 0};
			if (connect_if_needed(db, e) || send_begin(db, &q))
				return -1;
			db->begun = true;
			char name[NAME_MAX_BYTES];
			snprintf(name, sizeof name, "check_%d_%zu", past, i);
			if (!PQsendPrepare(db->conn, name, st->text, 0, NULL))
				return broken(db, e);
			q.items[q.count].st = st;
			q.items[q.count++].wanted = NULL;
			if (!PQsendFlushRequest(db->conn) || receive(db, &q, false, e)) {
				tell_entered(db);
				db_rollback(db);
				return -1;
			}
			tell_entered(db);
			db_rollback(db);
		}
	}
	return 0;
}
