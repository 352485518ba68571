#include "base/text.h"
#include "portal/change_request/change_request.h"
#include "portal/members.h"
#include "portal/once.h"
#include "portal/page.h"
#include "portal/record_types.h"
#include "record/field_parse.h"
#include "record/json_read.h"
#include "record/record_sql.h"
#include "statements.h"

#include <json-c/json.h>
#include <string.h>

/* What is sent with a step. */
struct sent {
	const char *decision; /* "BODY/n"; NULL: none */
	const char *changes;  /* the numbers that are granted, as JSON; NULL: all */
};

static int bad_numbers(struct error *e)
{
	return error_set(e, 400, "%s", _("The changes are named by their numbers."));
}

static int read_json(struct request *r, struct sent *sent, struct error *e)
{
	struct json_object *body = NULL;
	if (r->body_length && json_read(r->body, r->body_length, r->arena, &body, e))
		return -1;
	struct json_object *changes = member(body, "changes");
	sent->decision = text_at(body, "decision")[0] ? text_at(body, "decision") : NULL;
	if (!changes)
		return 0;
	if (!json_object_is_type(changes, json_type_array))
		return bad_numbers(e);
	for (size_t i = 0; i < json_object_array_length(changes); i++) {
		const char *number = json_object_get_string(json_object_array_get_idx(changes, i));
		if (!number || !text_is_small_number(number))
			return bad_numbers(e);
	}
	sent->changes = json_object_to_json_string(changes);
	return 0;
}

/* A form that offers boxes says so: none ticked is none granted. */
static int read_form(struct request *r, struct sent *sent, struct error *e)
{
	struct json_object *changes = json_keep(r->arena, json_object_new_array());
	const char *decision = request_form(r, "decision");
	sent->decision = decision && decision[0] ? decision : NULL;
	for (size_t i = 0; i < r->form_count; i++) {
		if (strcmp(r->form[i].name, "change"))
			continue;
		if (!text_is_small_number(r->form[i].value))
			return bad_numbers(e);
		json_object_array_add(changes, json_object_new_string(r->form[i].value));
	}
	sent->changes = request_form(r, "_boxes") ? json_object_to_json_string(changes) : NULL;
	return 0;
}

static int changed_meanwhile(const struct request *r, struct error *e)
{
	return error_set(e, r->format == FORMAT_JSON ? 412 : 409, "%s",
	                 _("Somebody else has changed this since you opened it. Reload the page and read it again."));
}

static int send_request(struct request *r, struct response *out, const char *n, struct error *e)
{
	const char *document, *version;
	const char *const parameters[] = {request_capture(r, "code"), n};
	if (r->format == FORMAT_HTML) {
		response_see_other(out, r->arena, r->site->config->base,
		                   arena_printf(r->arena, "/projects/%s?saved=yes#change-request-%s", parameters[0], n));
		return 0;
	}
	if (page_query(r, record_sql(&change_request_type)->select, parameters, &document, &version, e))
		return -1;
	page_etag(r, out, version);
	return page_text(r, out, "", NULL, document, e);
}

/* "deliverable/3.planned_on": what is no longer as it was is named. */
static int refused(struct request *r, struct error *e)
{
	const char *state = db_sqlstate(r->site->db), *what = db_constraint(r->site->db), *dot = strchr(what, '.');
	if (!strcmp(state, "SB007") && text_equal(what, "changes"))
		return error_set(e, 422, "%s", _("There is no such change in the request. Reload the page."));
	if (!strcmp(state, "SB007") && text_equal(what, "none"))
		return error_set(e, 422, "%s", _("Choose what is granted, or refuse the request."));
	if (!strncmp(state, "23", 2))
		return error_set(
			e, 409, "%s",
			_("What would be granted breaks a rule of the project, as money released above the frame or an "
		      "end before the start. Nothing was changed: grant less, or ask for other values."));
	if (!strcmp(state, "SB007"))
		return error_set(e, 422, "%s", _("There is no such decision, or you may not see it."));
	if (!strcmp(state, "SB006"))
		return error_set(e, 409, "%s",
		                 _("The change request cannot take this step from where it stands. Reload the page."));
	if (strcmp(state, "SB008") || !dot)
		return -1;
	const char *field = NULL;
	for (size_t i = 0; i < requested_change_type.field_count; i++)
		if (text_equal(requested_change_type.fields[i].name, "field"))
			field = choice_label(requested_change_type.fields[i].choices, dot + 1);
	return error_set(
		e, 409,
		_("%s (%.*s) is no longer what it was when the change was asked for. Nothing was changed: read the "
	      "request again, and ask anew for what is still needed."),
		field ? field : dot + 1, (int)(dot - what), what);
}

/* The version that the sender saw, which must be the one that stands there. */
static int seen(struct request *r, const char *n, const char **version, struct error *e)
{
	const char *document, *current;
	const char *const parameters[] = {request_capture(r, "code"), n};
	if (page_query(r, record_sql(&change_request_type)->select, parameters, &document, &current, e) ||
	    page_seen(r, current, version, e))
		return -1;
	return strcmp(*version, current) ? changed_meanwhile(r, e) : 0;
}

static int step(struct request *r, struct response *out, const struct statement *st, const char *grants,
                struct error *e)
{
	const char *code = request_capture(r, "code"), *n = request_capture(r, "n"), *version = "";
	struct sent sent = {NULL, NULL};
	struct db_result *result;
	if (r->json_body)
		r->format = FORMAT_JSON;
	if (!text_is_small_number(n))
		return error_set(e, 404, "%s", _("There is no such record, or you may not see it."));
	int rc = once_begin(r, out, e);
	if (rc)
		return rc < 0 ? -1 : 0;
	if (seen(r, n, &version, e) || (r->json_body ? read_json : read_form)(r, &sent, e))
		return -1;
	const char *const parameters[] = {code, n, version, grants, sent.changes, sent.decision};
	if (db_query(r->site->db, st, parameters, r->arena, &result, e))
		return refused(r, e);
	if (!db_rows(result))
		return error_set(e, 409, "%s",
		                 _("The change request cannot take this step from where it stands. Reload the page."));
	return send_request(r, out, n, e) || once_commit(r, out, e) ? -1 : 0;
}

int change_request_submit(struct request *r, struct response *out, struct error *e)
{
	return step(r, out, &sql_change_request_submit, NULL, e);
}

int change_request_grant(struct request *r, struct response *out, struct error *e)
{
	return step(r, out, &sql_change_request_decide, "true", e);
}

int change_request_refuse(struct request *r, struct response *out, struct error *e)
{
	return step(r, out, &sql_change_request_decide, "false", e);
}
