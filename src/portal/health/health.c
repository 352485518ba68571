#include "portal/health/health.h"

#include "base/clock.h"
#include "base/log.h"
#include "db/migrate.h"
#include "portal/members.h"
#include "portal/page.h"
#include "session/refresh.h"
#include "statements.h"
#include "version.h"

#include <json-c/json.h>
#include <string.h>

enum { PROBE_MS = 3000 };

static int plain(struct response *out, const char *text)
{
	out->content_type = "text/plain; charset=utf-8";
	buf_reset(&out->body);
	buf_adds(&out->body, text);
	return 0;
}

int health_alive(struct request *r, struct response *out, struct error *e)
{
	(void)r, (void)e;
	return plain(out, "alive\n");
}

struct state {
	const char *database; /* "up", "down", or "other version": its tables are not this program's */
	bool directory_up;
	struct refresh_lag lag;
};

static const char *rights_told(struct request *r, const struct state *s)
{
	if (!strcmp(s->database, "down"))
		return "unknown";
	return s->lag.lag_s ? arena_printf(r->arena, "%d s late, the oldest are %d s old", s->lag.lag_s, s->lag.oldest_s)
	                    : "refreshed in time";
}

/* What a person or a monitor reads: one line a part, in either form. */
static int send_parts(struct request *r, struct response *out, const struct state *s, struct error *e)
{
	const char *directory = s->directory_up ? "up" : "down";
	bool known = strcmp(s->database, "down");
	if (r->format != FORMAT_JSON)
		return plain(out, arena_printf(r->arena, "version: %s\ndatabase: %s\ndirectory: %s\nrights: %s\n",
		                               STYRBORD_VERSION, s->database, directory, rights_told(r, s)));
	struct json_object *document = page_new_object(r);
	put(document, "version", STYRBORD_VERSION);
	put(document, "database", s->database);
	put(document, "directory", directory);
	json_object_object_add(document, "rights_oldest_s", known ? json_object_new_int(s->lag.oldest_s) : NULL);
	json_object_object_add(document, "rights_lag_s", known ? json_object_new_int(s->lag.lag_s) : NULL);
	json_object_object_add(document, "rights_troubled", known ? json_object_new_int(s->lag.troubled) : NULL);
	return page_object(r, out, "", NULL, document, e);
}

static const char *look_at_database(struct request *r, struct refresh_lag *lag, int64_t soon)
{
	struct error e = {0};
	struct db_result *answer;
	char sum[MIGRATE_SUM];
	db_begin(r->site->db, NULL, false, soon);
	if (db_last(r->site->db, &sql_applied_sum, NULL, r->arena, &answer, &e)) {
		bool other = !strcmp(db_sqlstate(r->site->db), "42883");
		log_warning("not ready: database: %s", other ? "it was never migrated with this program" : e.detail);
		return other ? "other version" : "down";
	}
	migrate_sum(sum);
	if (strcmp(sum, db_value(answer, 0, 0))) {
		log_warning(
			"not ready: the database has another version's tables: run styrbord migrate, or start the program that it was migrated with");
		return "other version";
	}
	if (refresh_lag_of(r->site->config, r->site->sessions, soon, r->arena, lag, &e) == 0)
		return "up";
	log_warning("not ready: database: %s", e.detail);
	return "down";
}

int health_ready(struct request *r, struct response *out, struct error *e)
{
	struct error directory = {0};
	int64_t soon = clock_now_ms() + PROBE_MS;
	struct state s = {0};
	s.database = look_at_database(r, &s.lag, soon);
	s.directory_up = directory_ping(r->site->directory, soon, &directory) == 0;
	if (!s.directory_up)
		log_warning("not ready: directory: %s", directory.detail[0] ? directory.detail : directory.message);
	/* Rights that come late are said, and no reason to take the portal away from its readers. */
	out->status = !strcmp(s.database, "up") && s.directory_up ? 200 : 503;
	if (out->status == 503)
		response_header(out, "Retry-After", "5");
	return send_parts(r, out, &s, e);
}
