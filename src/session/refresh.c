#include "session/refresh.h"

#include "base/clock.h"
#include "base/log.h"
#include "directory/grants.h"
#include "statements.h"

#include <json-c/json.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>

enum { BATCH = 200, EVERY_S = 20, ONE_MS = 5000 };

static const struct db_identity nobody = {"", "", false, ""};
static volatile sig_atomic_t stopping;

static void stop(int signal_number)
{
	(void)signal_number;
	stopping = 1;
}

static int refresh_person(const struct config *c, struct db *db, struct directory *directory, const char *id, struct arena *a)
{
	struct directory_person person;
	struct error e = {0};
	int rc = directory_look_up(directory, id, clock_now_ms() + ONE_MS, a, &person, &e);
	if (rc && e.status != 404) {
		log_warning("grants not refreshed: %s %s", e.message, e.detail);
		return -1;
	}
	db_begin(db, &nobody, true, clock_now_ms() + ONE_MS);
	if (rc || person.disabled) {
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
	return rc;
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
		done = 0;
		for (int i = 0; i < db_rows(due) && !stopping; i++) {
			if (refresh_person(c, db, directory, db_value(due, i, 0), one)) {
				done = -1;
				break;
			}
			done++;
			arena_reset(one);
		}
	}
	arena_free(one);
	arena_free(a);
	return done;
}

int refresh_run(const struct config *c, struct db *db, struct directory *directory)
{
	struct sigaction action = {.sa_handler = stop};
	sigemptyset(&action.sa_mask);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	signal(SIGHUP, SIG_IGN);
	while (!stopping) {
		refresh_once(c, db, directory);
		struct timespec pause = {.tv_sec = c->grants_refresh_s < EVERY_S ? c->grants_refresh_s : EVERY_S};
		if (!stopping)
			nanosleep(&pause, NULL);
	}
	return 0;
}
