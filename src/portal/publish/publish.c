#include "portal/publish/publish.h"

#include "base/text.h"
#include "portal/members.h"
#include "portal/once.h"
#include "portal/page.h"
#include "portal/record_types.h"
#include "record/record_sql.h"
#include "statements.h"

#include <json-c/json.h>
#include <string.h>

static int send_published(struct request *r, struct response *out, const struct record_type *type, struct error *e)
{
	const char *code = request_capture(r, "code"), *document, *version;
	const char *const parameters[] = {code};
	if (r->format == FORMAT_HTML) {
		response_see_other(out, r->arena, r->site->config->base,
		                   arena_printf(r->arena, "/%s/%s?saved=yes", type->collection, code));
		return 0;
	}
	if (page_query(r, record_sql(type)->select, parameters, &document, &version, e))
		return -1;
	page_etag(r, out, version);
	return page_text(r, out, "", NULL, document, e);
}

/* Is it a draft still, in the version that the sender saw? */
static int look(struct request *r, const struct record_type *type, const char **version, struct error *e)
{
	const char *document, *current;
	const char *const parameters[] = {request_capture(r, "code")};
	if (page_query(r, record_sql(type)->select, parameters, &document, &current, e) ||
	    page_seen(r, current, version, e))
		return -1;
	struct json_object *record = page_parse(r, document, e);
	if (text_at(record, "published_at")[0])
		return error_set(e, 409, "%s", _("It is published already."));
	if (strcmp(*version, current))
		return error_set(e, r->format == FORMAT_JSON ? 412 : 409, "%s",
		                 _("Somebody else has changed this since you opened it. Reload the page and read it again."));
	return 0;
}

int publish(struct request *r, struct response *out, struct error *e)
{
	const struct record_type *type = record_type_named(r->route->subject);
	const struct statement *statement = type == &event_type ? &sql_publish_event : &sql_publish_news;
	const char *version = "";
	struct db_result *result;
	if (r->json_body)
		r->format = FORMAT_JSON;
	int rc = once_begin(r, out, e);
	if (rc)
		return rc < 0 ? -1 : 0;
	if (look(r, type, &version, e))
		return -1;
	const char *const parameters[] = {request_capture(r, "code"), version};
	if (db_query(r->site->db, statement, parameters, r->arena, &result, e))
		return -1;
	if (!db_rows(result))
		return error_set(e, 409, "%s", _("It is published already."));
	return send_published(r, out, type, e) || once_commit(r, out, e) ? -1 : 0;
}
