#include "check.h"

#include "base/clock.h"
#include "base/text.h"
#include "db/db.h"
#include "directory/directory.h"
#include "i18n/language.h"
#include "record/vocabulary.h"
#include "statements.h"

#include <stdio.h>
#include <string.h>

enum { CHECK_MS = 10000 };

/* What must be true of the database, asked in this order; the first that is not is said. */
static const struct rule {
	const struct statement *statement; /* → true; "t" is good */
	bool as_sessions;                  /* asked as the role of `database_sessions` */
	const char *sentence;
} rules[] = {
	{&sql_role_is_bound, false,
     "The option `database` names a role that owns the tables or may bypass row-level security: nothing would guard the "
     "data. Name the application's role, styrbord_app, which owns nothing."},
	{&sql_role_is_bound, true,
     "The option `database_sessions` names a role that owns the tables or may bypass row-level security. Name "
     "styrbord_session, which reaches the functions of sessions and no table."},
	{&sql_roles_differ, true,
     "The option `database_sessions` names a role that reads tables: pages and sign-in must not be the same role. Name "
     "styrbord_session."},
	{&sql_roles_are_plain, false,
     "One of the portal's database roles has settings of its own (pg_roles.rolconfig): a role may set them itself, and "
     "they could mislead the portal. As a superuser: ALTER ROLE styrbord_app RESET ALL; the same for styrbord_session."},
	{&sql_server_is_durable, false,
     "The database server runs with fsync or full_page_writes off: after a power cut it may have lost what the portal "
     "acknowledged, or everything. Turn both on in postgresql.conf and restart PostgreSQL."},
};

static int report(const char *what, int rc, const struct error *e)
{
	printf("%-14s %s\n", what, rc ? e->message : "good");
	if (rc && e->detail[0] && strcmp(e->detail, e->message))
		printf("%-14s %s\n", "", e->detail);
	return rc ? 1 : 0;
}

static bool holds(struct db *db, const struct statement *st, const char *const *parameters, struct arena *a,
                  struct error *e)
{
	struct db_result *answer;
	db_begin(db, NULL, false, clock_now_ms() + CHECK_MS);
	return db_last(db, st, parameters, a, &answer, e) == 0 && db_rows(answer) &&
	       text_equal(db_value(answer, 0, 0), "t");
}

static int reached(struct db *db, const char *option, struct arena *a, struct error *e)
{
	db_begin(db, NULL, false, clock_now_ms() + CHECK_MS);
	if (db_last(db, &sql_alive, NULL, a, NULL, e) == 0)
		return 0;
	return error_set(
		e, 503,
		"The database is not reached. Is PostgreSQL running, is the option `%s` right, and is this the user "
		"whom the database knows (runuser -u styrbord -- styrbord check)?",
		option);
}

/* What `styrbord migrate` told the database, against what the configuration says now. */
static int settings_agree(const struct config *c, struct db *db, struct arena *a, struct error *e)
{
	const char *const now[] = {c->reading_staff ? "false" : "true", arena_printf(a, "%d", c->grants_keep_s),
	                           c->for_staff};
	if (holds(db, &sql_settings_agree, now, a, e))
		return 0;
	return error_set(
		e, 500,
		"`reading`, `grants_keep_s` or `for_staff` was changed since the database was told. Run `styrbord migrate`, then "
		"reload the portal.");
}

/* A word that the program knows stands in records and in its own texts: it may be retired, but must be a term. */
static int terms_are_there(struct db *db, struct arena *a, struct error *e)
{
	struct db_result *answer;
	const char *known = "";
	for (const struct choice *list = term_lists; list->value; list++)
		for (const struct choice *c = vocabulary(list->value); c && c->value; c++)
			known = arena_printf(a, "%s%s%s.%s", known, known[0] ? "," : "", list->value, c->value);
	const char *const parameters[] = {known};
	db_begin(db, NULL, false, clock_now_ms() + CHECK_MS);
	if (db_last(db, &sql_terms_missing, parameters, a, &answer, e))
		return -1;
	const char *missing = db_value(answer, 0, 0);
	return missing
	           ? error_set(e, 500,
	                       "Words that the portal knows are no terms: %s. Add each to live.term as the owner; one that "
	                       "nobody is to choose is retired, not removed.",
	                       missing)
	           : 0;
}

static int check_rules(const struct config *c, struct db *db, struct db *sessions, struct arena *a, struct error *e)
{
	if (settings_agree(c, db, a, e) || terms_are_there(db, a, e))
		return -1;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (!holds(rules[i].as_sessions ? sessions : db, rules[i].statement, NULL, a, e))
			return error_set(e, 500, "%s", rules[i].sentence);
	return 0;
}

/* Is the schema there, does every statement fit it, and is it safe? */
static int check_database(const struct config *c, struct error *e)
{
	struct db *db = db_new(c->database, c->timezone), *sessions = db_new(c->database_sessions, c->timezone);
	struct arena *a = arena_new();
	int rc = reached(db, "database", a, e);
	if (!rc && (rc = db_prepare_all(db, clock_now_ms() + CHECK_MS, e)))
		error_set(e, 500, "The database does not have this version's tables. Run `styrbord migrate`.");
	if (!rc && !(rc = reached(sessions, "database_sessions", a, e)))
		rc = check_rules(c, db, sessions, a, e);
	arena_free(a);
	db_free(sessions);
	db_free(db);
	return rc;
}

static void print_note(void *to, const char *sentence)
{
	(void)to;
	printf("%-14s %s\n", "note", sentence);
}

int check_all(const struct config *c)
{
	struct error database = {0}, directory = {0}, locale = {0};
	struct directory *d = directory_new(c);
	int bad = report("languages", language_load(c->locale_directory, &locale), &locale);
	bad += report("database", check_database(c, &database), &database);
	bad += report("directory", directory_check(d, clock_now_ms() + CHECK_MS, print_note, NULL, &directory), &directory);
	directory_free(d);
	return bad;
}
