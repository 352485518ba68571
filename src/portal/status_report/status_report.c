#include "portal/status_report/status_report.h"

#include "base/text.h"
#include "portal/members.h"
#include "portal/once.h"
#include "portal/page.h"
#include "portal/record_pages.h"
#include "portal/record_types.h"
#include "record/record_sql.h"
#include "record/terms.h"
#include "record/vocabulary.h"
#include "session/session.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <string.h>
#include <strings.h>

#define DIMENSION(NAME, LABEL, HELP, TEXT_LABEL) \
	FIELD(NAME "_light", CHOICE, LABEL, .choices = lights, .help = HELP), \
		FIELD(NAME "_text", TEXT, TEXT_LABEL, .max = 2000)

static const struct field fields[] = {
	FIELD("reported_on", DATE, N_("Day of the report"), .required = true, .initial = "current_date", .in_list = true),
	FIELD("state", CHOICE, N_("State"), .choices = report_states, .decided = true, .in_list = true),
	FIELD("status_label", TERM, N_("Overall status"), .required = true, .term = "status_label", .in_list = true),
	FIELD("light", CHOICE, N_("Light"), .required = true, .choices = lights, .in_list = true),
	FIELD("summary", MARKDOWN, N_("Summary"), .required = true, .max = 10000,
          .help = N_("What somebody should know who reads nothing else.")),
	FIELD("decision_needed", MARKDOWN, N_("Decision needed"), .max = 2000,
          .help = N_("What somebody must decide so that the project can go on.")),
	FIELD("decision_from", TEXT, N_("Decided by whom"), .max = 200),
	FIELD("decision_by", DATE, N_("Decision needed by")),
	FIELD("delay_weeks", INTEGER, N_("Delay in weeks"), .min = 0, .max = 520, .in_list = true),
	FIELD("causes", MARKDOWN, N_("Causes"), .max = 10000),
	FIELD("going_well", MARKDOWN, N_("What goes well"), .max = 10000),
	FIELD("coming_next", MARKDOWN, N_("What comes next"), .max = 10000),
	FIELD("risk_level", CHOICE, N_("Overall risk"), .required = true, .choices = levels, .in_list = true),
	FIELD("risk_text", MARKDOWN, N_("Why the risk is so"), .max = 10000),
	DIMENSION("progress", N_("Progress"), N_("Does the work follow the plan in time?"), N_("Progress in words")),
	DIMENSION("economy", N_("Economy"), N_("Will the money last?"), N_("Economy in words")),
	DIMENSION("quality", N_("Quality"), N_("Is what is made as good as it must be?"), N_("Quality in words")),
	DIMENSION("scope", N_("Scope"), N_("Does it still become what was ordered?"), N_("Scope in words")),
	FIELD("risk_light", CHOICE, N_("Risk"), .choices = lights, .help = N_("Is what threatens it under control?")),
	DIMENSION("benefit", N_("Benefit"), N_("Will it be of the use that was promised?"), N_("Benefit in words")),
};

static int changeable(struct json_object *report, struct error *e)
{
	if (text_equal(json_object_get_string(json_object_object_get(report, "state")), "draft"))
		return 0;
	return error_set(
		e, 409, "%s",
		_("A submitted or published report is frozen. Take a submitted one back to draft; correct a published one in its correction log."));
}

static int publish_saved(struct request *r, const char *code, const char *n, struct error *e);

static const struct constraint_message constraints[] = {
	CONSTRAINT("status_report_not_ahead", "reported_on",
               N_("A report tells of a day that has been. Choose today or earlier.")),
	{.constraint = NULL},
};

const struct record_type status_report_type = {
	.name = "status_report",
	.collection = "reports",
	.parent = &project_type,
	.on_page = true,
	.label = N_("Status report"),
	.label_many = N_("Status reports"),
	.title_new = N_("New status report"),
	.title_edit = N_("Edit the draft"),
	.remarked = true,
	.order = "-reported_on",
	.right = "report.write",
	FIELDS(fields),
	.constraints = constraints,
	.own = {.page = &sql_status_report_page, .last = &sql_status_report_last},
	.changeable = changeable,
	.also = publish_saved,
	.also_label = N_("Save and publish"),
	.also_right = "report.publish",
	.also_page = "?saved=published",
	.own_page = "?saved=yes",
};

static int number_of(struct request *r, const char **n, struct error *e)
{
	*n = request_capture(r, "n");
	if (!text_is_small_number(*n))
		return error_set(e, 404, "%s", _("There is no such report, or you may not see it."));
	return 0;
}

/* Which steps of its life the reader may take now. */
static void add_steps(struct request *r, struct json_object *document)
{
	struct json_object *state;
	json_object_object_get_ex(document, "state", &state);
	const char *is = json_object_get_string(state);
	bool now = !r->at[0], writes = now && page_has_right(document, "report.write"),
		 publishes = now && page_has_right(document, "report.publish");
	struct json_object *may = json_object_new_object();
	json_object_object_add(may, "edit", json_object_new_boolean(writes && !strcmp(is, "draft")));
	json_object_object_add(may, "submit", json_object_new_boolean(writes && !strcmp(is, "draft")));
	json_object_object_add(may, "take_back", json_object_new_boolean(writes && !strcmp(is, "submitted")));
	json_object_object_add(
		may, "publish",
		json_object_new_boolean(publishes && (!strcmp(is, "submitted") || (writes && !strcmp(is, "draft")))));
	json_object_object_add(may, "correct", json_object_new_boolean(publishes && !strcmp(is, "published")));
	json_object_object_add(document, "may", may);
	json_object_object_add(document, "is_published", json_object_new_boolean(!strcmp(is, "published")));
}

/* What was done a moment ago, in words; "" for nothing. */
static const char *happened(const char *saved)
{
	if (!saved || !saved[0])
		return "";
	return !strcmp(saved, "published")   ? _("Published. Everybody who reads the portal sees it now.")
	       : !strcmp(saved, "submitted") ? _("Submitted. Whoever publishes reports can publish it now.")
	       : !strcmp(saved, "corrected") ? _("The correction is published. The log below says what it changed.")
	       : !strcmp(saved, "draft")     ? _("It is a draft again, and can be changed.")
	                                     : _("Saved.");
}

int report_page(struct request *r, struct response *out, struct error *e)
{
	const char *n, *document, *version;
	if (number_of(r, &n, e))
		return -1;
	const char *const parameters[] = {request_capture(r, "code"), n};
	if (page_query(r, &sql_status_report_page, parameters, &document, &version, e))
		return -1;
	page_etag(r, out, version);
	if (r->format == FORMAT_JSON)
		return page_text(r, out, "", NULL, document, e);
	struct json_object *o = page_parse(r, document, e);
	if (!o)
		return -1;
	add_steps(r, o);
	correction_name_all(o);
	json_object_object_add(o, "saved", json_object_new_string(happened(request_query(r, "saved"))));
	return page_object(r, out,
	                   arena_printf(r->arena, _("Status report %s for %s"), n, text_at(member(o, "project"), "title")),
	                   tpl_report_page, o, e);
}

static int changed_meanwhile(const struct request *r, struct error *e)
{
	return error_set(e, r->format == FORMAT_JSON ? 412 : 409, "%s",
	                 _("Somebody else has changed the report since you opened it. Reload the page and read it again."));
}

/* The version of the report that the sender saw, which must be the one that stands there. Asked within the transaction
 * that writes: who sends the same twice gets the first one's answer, and is not told that somebody was faster. */
static int version_seen(struct request *r, const char *n, const char **version, bool *draft, struct error *e)
{
	const char *document, *current;
	const char *const parameters[] = {request_capture(r, "code"), n};
	if (page_query(r, record_sql(&status_report_type)->select, parameters, &document, &current, e) ||
	    page_seen(r, current, version, e))
		return -1;
	if (!r->if_match && !text_is_small_number(*version))
		return error_set(
			e, 400, "%s",
			_("The request does not say which version of the report it means. Reload the page and try again."));
	struct json_object *o = page_parse(r, document, e);
	*draft = text_equal(json_object_get_string(json_object_object_get(o, "state")), "draft");
	return strcmp(*version, current) ? changed_meanwhile(r, e) : 0;
}

/* Takes the report to `state`; who may both submit and publish takes a draft to its publication at once. The database's
 * trigger knows which steps there are. */
static int take(struct request *r, const char *code, const char *n, const char *version, bool draft, const char *state,
                struct error *e)
{
	struct db_result *result;
	const char *const states[] = {draft && !strcmp(state, "published") ? "submitted" : state, state};
	for (int i = !strcmp(states[0], state); i < 2; i++) {
		const char *const parameters[] = {code, n, version, states[i]};
		if (db_query(r->site->db, &sql_status_report_step, parameters, r->arena, &result, e))
			return -1;
		if (!db_rows(result))
			return changed_meanwhile(r, e);
		version = db_value(result, 0, 1);
	}
	return 0;
}

static int step(struct request *r, struct response *out, const char *state, struct error *e)
{
	const char *n, *version;
	bool draft = false;
	if (r->json_body)
		r->format = FORMAT_JSON;
	if (number_of(r, &n, e))
		return -1;
	int rc = once_begin(r, out, e);
	if (rc)
		return rc < 0 ? -1 : 0;
	if (version_seen(r, n, &version, &draft, e) || take(r, request_capture(r, "code"), n, version, draft, state, e))
		return -1;
	if (r->format == FORMAT_HTML)
		response_see_other(
			out, r->arena, r->site->config->base,
			arena_printf(r->arena, "/projects/%s/reports/%s?saved=%s", request_capture(r, "code"), n, state));
	else if (report_page(r, out, e))
		return -1;
	return once_commit(r, out, e);
}

static int publish_saved(struct request *r, const char *code, const char *n, struct error *e)
{
	const char *document, *version;
	const char *const parameters[] = {code, n};
	return page_query(r, record_sql(&status_report_type)->select, parameters, &document, &version, e) ||
	               take(r, code, n, version, true, "published", e)
	           ? -1
	           : 0;
}

int report_submit(struct request *r, struct response *out, struct error *e)
{
	return step(r, out, "submitted", e);
}

int report_return(struct request *r, struct response *out, struct error *e)
{
	return step(r, out, "draft", e);
}

int report_publish(struct request *r, struct response *out, struct error *e)
{
	return step(r, out, "published", e);
}
