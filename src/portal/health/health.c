#include "portal/health/health.h"

#include "base/clock.h"
#include "base/log.h"
#include "portal/page.h"
#include "session/refresh.h"
#include "statements.h"

#include <json-c/json.h>

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

/* What a person or a monitor reads: one line a part, in either form. */
static int send_parts(struct request *r, struct response *out, bool database, bool directory,
                      const struct refresh_lag *lag, struct error *e)
{
	const char *const words[] = {"down", "up"};
	if (r->format != FORMAT_JSON)
		return plain(out, arena_printf(r->arena, "database: %s\ndirectory: %s\nrights: %s\n", words[database],
		                               words[directory],
		                               lag->lag_s ? arena_printf(r->arena, "%d s late, the oldest are %d s old",
		                                                         lag->lag_s, lag->oldest_s)
		                               : database ? "refreshed in time"
		                                          : "unknown"));
	struct json_object *document = page_new_object(r);
	json_object_object_add(document, "database", json_object_new_string(words[database]));
	json_object_object_add(document, "directory", json_object_new_string(words[directory]));
	json_object_object_add(document, "rights_oldest_s", database ? json_object_new_int(lag->oldest_s) : NULL);
	json_object_object_add(document, "rights_lag_s", database ? json_object_new_int(lag->lag_s) : NULL);
	json_object_object_add(document, "rights_troubled", database ? json_object_new_int(lag->troubled) : NULL);
	return page_object(r, out, "", NULL, document, e);
}

int health_ready(struct request *r, struct response *out, struct error *e)
{
	struct error database = {0}, directory = {0};
	struct refresh_lag lag = {0};
	int64_t soon = clock_now_ms() + PROBE_MS;
	db_begin(r->site->db, NULL, false, soon);
	bool database_up = db_last(r->site->db, &sql_alive, NULL, r->arena, NULL, &database) == 0 &&
	                   refresh_lag_of(r->site->config, r->site->sessions, soon, r->arena, &lag, &database) == 0;
	bool directory_up = directory_ping(r->site->directory, soon, &directory) == 0;
	if (!database_up)
		log_warning("not ready: database: %s", database.detail);
	if (!directory_up)
		log_warning("not ready: directory: %s", directory.detail[0] ? directory.detail : directory.message);
	/* Rights that come late are said, and no reason to take the portal away from its readers. */
	out->status = database_up && directory_up ? 200 : 503;
	if (out->status == 503)
		response_header(out, "Retry-After", "5");
	return send_parts(r, out, database_up, directory_up, &lag, e);
}
