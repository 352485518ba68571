#include "session/refresh.h"

#include "base/clock.h"
#include "base/log.h"
#include "directory/grants.h"
#include "statements.h"

#include <json-c/json.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* A batch is small: what a process takes and does not finish, nobody asks about before RETRY_S. ROUND_S: how often
 * somebody looks whether anybody is due; LATE_S: a lag that is worth a word, said at most every SAY_MS. */
enum { BATCH = 5, ROUND_S = 5, RETRY_S = 20, AWAY_S = 10, ONE_MS = 10000, LATE_S = 20, SAY_MS = 60000 };

/* SIGTERM and SIGINT stay blocked, so that none is missed between a look and a pause. */
static bool told_to_stop(void)
{
	sigset_t pending;
	sigemptyset(&pending);
	sigpending(&pending);
	return sigismember(&pending, SIGTERM) == 1 || sigismember(&pending, SIGINT) == 1;
}

static int tell(struct db *sessions, const struct statement *st, const char *const *parameters, struct arena *a,
                struct db_result **out)
{
	struct error e = {0};
	db_begin(sessions, NULL, true, clock_now_ms() + ONE_MS);
	if (db_last(sessions, st, parameters, a, out, &e))
		return log_warning("grants not refreshed: %s", e.detail), -1;
	return 0;
}

/* The directory does not vouch for this person. Whether the session ends the database decides: it counts. */
static int tell_gone(struct db *sessions, const char *id, const char *reason, struct arena *a)
{
	const char *const parameters[] = {id};
	struct db_result *done;
	if (tell(sessions, &sql_session_gone, parameters, a, &done))
		return -1;
	if (db_value(done, 0, 0)[0] != '-')
		log_info("the directory no longer vouches for %s (%s): %s sessions ended", id, reason, db_value(done, 0, 0));
	else
		log_error(
			"the directory suddenly vouches no longer for %s of the %s people who are signed in (%s, %s): all of them "
			"stay so for now. Are directory_person_base and directory_person_filter right?",
			db_value(done, 0, 1), db_value(done, 0, 2), id, reason);
	return 0;
}

/* 0 the person was looked up, 1 nobody can tell about this person, -1 nobody can tell at all. */
static int refresh_person(const struct config *c, struct db *sessions, struct directory *directory, const char *id,
                          const char *taken_at, struct arena *a)
{
	struct directory_person person;
	struct error e = {0};
	if (directory_look_up(directory, id, clock_now_ms() + ONE_MS, a, &person, &e) == 0) {
		const char *grants = json_object_to_json_string_ext(grants_of(c, person.groups, a), JSON_C_TO_STRING_PLAIN);
		const char *const again[] = {id, person.account, person.name, person.mail, person.title, grants, taken_at};
		return tell(sessions, &sql_session_regrant, again, a, NULL);
	}
	if (e.status == 404)
		return tell_gone(sessions, id, e.detail, a);
	const char *const untold[] = {id, e.retry_after ? "directory_away" : "too_many_groups"};
	log_warning("grants of %s not refreshed, tried again in %d s: %s %s", id, RETRY_S, e.message, e.detail);
	if (tell(sessions, &sql_session_untold, untold, a, NULL))
		return -1;
	struct error away = {0};
	return directory_ping(directory, clock_now_ms() + ONE_MS, &away) ? -1 : 1;
}

int refresh_once(const struct config *c, struct db *sessions, struct directory *directory)
{
	struct arena *a = arena_new(), *one = arena_new();
	struct db_result *due;
	const char *const parameters[] = {arena_printf(a, "%d", c->grants_refresh_s), arena_printf(a, "%d", RETRY_S),
	                                  arena_printf(a, "%d", BATCH)};
	int done = tell(sessions, &sql_sessions_to_refresh, parameters, a, &due);
	for (int i = 0; done >= 0 && i < db_rows(due) && !told_to_stop(); i++) {
		done =
			refresh_person(c, sessions, directory, db_value(due, i, 0), db_value(due, i, 1), one) < 0 ? -1 : done + 1;
		arena_reset(one);
	}
	arena_free(one);
	arena_free(a);
	return done;
}

static int number(const struct db_result *row, int column)
{
	return (int)strtol(db_value(row, 0, column), NULL, 10);
}

int refresh_lag_of(const struct config *c, struct db *sessions, int64_t deadline, struct arena *a,
                   struct refresh_lag *out, struct error *e)
{
	struct db_result *row;
	const char *const parameters[] = {arena_printf(a, "%d", c->grants_refresh_s + LATE_S)};
	db_begin(sessions, NULL, false, deadline);
	if (db_last(sessions, &sql_refresh_lag, parameters, a, &row, e))
		return -1;
	*out = (struct refresh_lag){number(row, 0), number(row, 1), number(row, 2), number(row, 3)};
	return 0;
}

/* Rights that should have left and perhaps have not are the administrator's business. */
static void say_lag(const struct config *c, struct db *sessions, int64_t *said)
{
	struct refresh_lag lag;
	struct error e = {0};
	if (clock_now_ms() - *said < SAY_MS)
		return;
	*said = clock_now_ms();
	struct arena *a = arena_new();
	if (refresh_lag_of(c, sessions, clock_now_ms() + ONE_MS, a, &lag, &e) == 0 && lag.lag_s > 0)
		log_warning(
			"the refreshing of grants lags %d s behind: the oldest are %d s old, %d people are due, %d cannot be "
			"looked up. Raise refresh_workers, or see what the directory says.",
			lag.lag_s, lag.oldest_s, lag.due, lag.troubled);
	arena_free(a);
}

/* Whoever has nothing else to do: search entries that are due, and the log of what was touched kept short. */
static void keep_house(struct db *sessions)
{
	struct arena *a = arena_new();
	tell(sessions, &sql_keep_house, NULL, a, NULL);
	arena_free(a);
}

int refresh_run(const struct config *c, struct db *sessions, struct directory *directory)
{
	const struct timespec pause = {.tv_sec = c->grants_refresh_s < ROUND_S ? c->grants_refresh_s : ROUND_S},
						  away = {.tv_sec = AWAY_S}, none = {0};
	int64_t said = clock_now_ms();
	sigset_t ending;
	sigemptyset(&ending);
	sigaddset(&ending, SIGTERM);
	sigaddset(&ending, SIGINT);
	sigprocmask(SIG_BLOCK, &ending, NULL);
	signal(SIGHUP, SIG_IGN);
	int done;
	do {
		done = refresh_once(c, sessions, directory);
		if (!done)
			keep_house(sessions);
		say_lag(c, sessions, &said);
	} while (sigtimedwait(&ending, NULL, done < 0 ? &away : done ? &none : &pause) < 0);
	return 0;
}
