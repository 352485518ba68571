#include "session/refresh.h"

#include "base/clock.h"
#include "base/log.h"
#include "directory/grants.h"
#include "statements.h"

#include <json-c/json.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>

enum { BATCH = 200, EVERY_S = 20, ONE_MS = 5000, GONE_AT_ONCE = 5 };

static const struct db_identity nobody = {"", "", false, ""};
/* SIGTERM and SIGINT stay blocked, so that none is missed between a look and a pause. */
static bool told_to_stop(void)
{
	sigset_t pending;
	sigemptyset(&pending);
	sigpending(&pending);
	return sigismember(&pending, SIGTERM) == 1 || sigismember(&pending, SIGINT) == 1;
}

/* 0 refreshed, 1 the directory no longer vouches for the person, -1 nobody can tell. */
static int refresh_person(const struct config *c, struct db *db, struct directory *directory, const char *id,
                          bool may_end, struct arena *a)
{
	struct directory_person person;
	struct error e = {0};
	int rc = directory_look_up(directory, id, clock_now_ms() + ONE_MS, a, &person, &e);
	if (rc && e.status != 404) {
		log_warning("grants not refreshed: %s %s", e.message, e.detail);
		return -1;
	}
	bool gone_now = rc || person.disabled;
	if (gone_now && !may_end) {
		log_error(
			"the directory suddenly vouches for almost nobody: sessions are kept. Are directory_person_base and the filter right?");
		return -1;
	}
	db_begin(db, &nobody, true, clock_now_ms() + ONE_MS);
	if (gone_now) {
		const char *const gone[] = {id};
		log_info("the directory no longer vouches for %s: sessions ended", id);
		rc = db_last(db, &sql_session_end_person, gone, a, NULL, &e);
	} else {
		const char *grants = json_object_to_json_string_ext(grants_of(c, person.groups, a), JSON_C_TO_STRING_PLAIN);
		const char *const again[] = {person.id, person.account, person.name, person.mail, person.title, grants};
		rc = db_last(db, &sql_session_regrant, again, a, NULL, &e);
	}
	if (rc)
		log_warning("grants not refreshed: %s", e.detail);
	return rc ? -1 : gone_now;
}

int refresh_once(const struct config *c, struct db *db, struct directory *directory)
{
	struct arena *a = arena_new(), *one = arena_new();
	struct db_result *due;
	struct error e = {0};
	const char *const parameters[] = {arena_printf(a, "%d", c->grants_refresh_s), arena_printf(a, "%d", BATCH)};
	int done = -1;
	db_begin(db, &nobody, false, clock_now_ms() + ONE_MS);
	if (db_last(db, &sql_sessions_to_refresh, parameters, a, &due, &e)) {
		log_warning("grants not refreshed: %s", e.detail);
	} else {
		/* A wrong filter after a change must not sign out the whole house: a few may leave at once, not half of it. */
		int people = db_rows(due), most = people / 2 > GONE_AT_ONCE ? people / 2 : GONE_AT_ONCE, gone = 0;
		done = 0;
		for (int i = 0; i < people && done >= 0 && !told_to_stop(); i++) {
			int rc = refresh_person(c, db, directory, db_value(due, i, 0), gone < most, one);
			gone += rc == 1;
			done = rc < 0 ? -1 : done + 1;
			arena_reset(one);
		}
	}
	arena_free(one);
	arena_free(a);
	return done;
}

int refresh_run(const struct config *c, struct db *db, struct directory *directory)
{
	struct timespec pause = {.tv_sec = c->grants_refresh_s < EVERY_S ? c->grants_refresh_s : EVERY_S};
	sigset_t ending;
	sigemptyset(&ending);
	sigaddset(&ending, SIGTERM);
	sigaddset(&ending, SIGINT);
	sigprocmask(SIG_BLOCK, &ending, NULL);
	signal(SIGHUP, SIG_IGN);
	do
		refresh_once(c, db, directory);
	while (sigtimedwait(&ending, NULL, &pause) < 0);
	return 0;
}
