#include "base/text.h"
#include "portal/members.h"
#include "portal/once.h"
#include "portal/page.h"
#include "portal/record_types.h"
#include "portal/survey/survey.h"
#include "record/json_read.h"
#include "record/record_sql.h"
#include "statements.h"

#include <json-c/json.h>
#include <string.h>

/* The version of the project that the sender saw. */
static int project_seen(struct request *r, const char **version, struct error *e)
{
	struct json_object *body = NULL;
	if (r->json_body && json_read(r->body, r->body_length, r->arena, &body, e))
		return -1;
	const char *sent = r->json_body ? text_at(body, "project_version") : request_form(r, "project_version");
	if (!sent || !text_is_small_number(sent))
		return error_set(
			e, 400, "%s",
			_("The request does not say which version of the project it means. Reload the page and try again."));
	*version = sent;
	return 0;
}

static int changed_meanwhile(const struct request *r, struct error *e)
{
	return error_set(
		e, r->format == FORMAT_JSON ? 412 : 409, "%s",
		_("The answer or the project has been changed since you opened it. Reload the page and compare them again."));
}

/* Is there something to take over, and is it what was seen? */
static int look(struct request *r, const char *const *key, const char **version, const char **project_version,
                struct error *e)
{
	const char *document, *current;
	if (page_query(r, &sql_survey_answer, key, &document, &current, e))
		return -1;
	struct json_object *answer = page_parse(r, document, e);
	if (!answer || page_seen(r, current, version, e) || project_seen(r, project_version, e))
		return -1;
	if (json_object_get_boolean(member(answer, "taken")))
		return error_set(e, 409, "%s", _("The project has taken this answer over already."));
	if (!text_at(answer, "fills")[0])
		return error_set(e, 409, "%s", _("The question fills no field of the project: there is nothing to take over."));
	bool same = !strcmp(*version, current) && !strcmp(*project_version, text_at(answer, "project_version"));
	return same ? 0 : changed_meanwhile(r, e);
}

static int send_answer(struct request *r, struct response *out, const char *code, const char *n, struct error *e)
{
	const char *document, *version;
	const char *const parameters[] = {arena_printf(r->arena, "survey/%s", code), n};
	if (r->format == FORMAT_HTML) {
		response_see_other(out, r->arena, r->site->config->base,
		                   arena_printf(r->arena, "/surveys/%s?saved=yes#answer-%s", code, n));
		return 0;
	}
	if (page_query(r, record_sql(&answer_type)->select, parameters, &document, &version, e))
		return -1;
	page_etag(r, out, version);
	return page_text(r, out, "", NULL, document, e);
}

int survey_accept(struct request *r, struct response *out, struct error *e)
{
	const char *code = request_capture(r, "code"), *n = request_capture(r, "n"), *version = "", *project_version = "";
	const char *const key[] = {code, n};
	struct db_result *result;
	if (r->json_body)
		r->format = FORMAT_JSON;
	if (!text_is_small_number(n))
		return error_set(e, 404, "%s", _("There is no such record, or you may not see it."));
	int rc = once_begin(r, out, e);
	if (rc)
		return rc < 0 ? -1 : 0;
	if (look(r, key, &version, &project_version, e))
		return -1;
	const char *const parameters[] = {code, n, version, project_version};
	if (db_query(r->site->db, &sql_survey_accept, parameters, r->arena, &result, e))
		return -1;
	/* Somebody may have been faster; if both versions are still as they were seen, what is left is the right. */
	if (!db_rows(result))
		return look(r, key, &version, &project_version, e)
		           ? -1
		           : error_set(
						 e, 403, "%s",
						 _("An answer is taken over by whoever may edit the project. The page “What may I do?” says which "
		                   "rights you have, and why."));
	return send_answer(r, out, code, n, e) || once_commit(r, out, e) ? -1 : 0;
}
