#include "portal/health/health.h"

#include "base/clock.h"
#include "base/log.h"
#include "portal/page.h"
#include "session/session.h"
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

int health_ready(struct request *r, struct response *out, struct error *e)
{
	struct error database = {0}, directory = {0};
	struct db_identity who = session_identity(r, r->visitor);
	int64_t soon = clock_now_ms() + PROBE_MS;
	db_begin(r->site->db, &who, false, soon);
	bool database_up = db_last(r->site->db, &sql_alive, NULL, r->arena, NULL, &database) == 0;
	bool directory_up = directory_ping(r->site->directory, soon, &directory) == 0;
	if (!database_up)
		log_warning("not ready: database: %s", database.detail);
	if (!directory_up)
		log_warning("not ready: directory: %s", directory.detail[0] ? directory.detail : directory.message);
	out->status = database_up && directory_up ? 200 : 503;
	if (out->status == 503)
		response_header(out, "Retry-After", "5");
	if (r->format == FORMAT_JSON) {
		struct json_object *document = page_new_object(r);
		json_object_object_add(document, "database", json_object_new_string(database_up ? "up" : "down"));
		json_object_object_add(document, "directory", json_object_new_string(directory_up ? "up" : "down"));
		return page_object(r, out, "", NULL, document, e);
	}
	return plain(out, arena_printf(r->arena, "database: %s\ndirectory: %s\n", database_up ? "up" : "down",
	                               directory_up ? "up" : "down"));
}
