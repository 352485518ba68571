/* A status report's life: draft, submitted, published, corrected; over forms and over JSON. */
#include "client.h"

#include <string.h>

static char *version_of(struct client *c, const char *place)
{
	const struct answer *a = get(c, text("%s.json", place));
	assert_status(a, 200);
	return text("%s", json_at(a, "version"));
}

static const struct answer *step(struct client *c, const char *place, const char *name)
{
	char *version = version_of(c, place);
	return post(c, text("%s/%s", place, name), "_version", version, NULL);
}

static void life_through_forms(void **state)
{
	(void)state;
	struct client *leader = client_of("leader"), *staff = client_of("staff");
	char *project = new_project("LIFE", "DHO"), *place = text("/projects/%s/reports/1", project);
	assert_status(get(leader, text("/projects/%s/reports/new", project)), 200);
	const struct answer *a =
		post(leader, text("/projects/%s/reports", project), "reported_on", "3.2.2026", "status_label",
	         "minor_deviation", "light", "yellow", "summary", "Two **weeks** late.", "delay_weeks", "2", "risk_level",
	         "medium", "progress_light", "red", "progress_text", "Slow.", NULL);
	assert_status(a, 303);
	assert_header(a, "Location", text("%s?saved=yes", place));

	/* a draft is there for those who write or steer, and for nobody else */
	a = get(leader, place);
	assert_status(a, 200);
	assert_holds(a, "<strong>weeks</strong>");
	assert_holds(a, "/reports/1/submit");
	assert_status(get(client_of("steering"), place), 200);
	assert_lacks(get(client_of("steering"), place), "/submit");
	assert_status(get(staff, place), 404);
	assert_status(get(client_of(NULL), text("%s.json", place)), 404);
	assert_lacks(get(staff, text("/projects/%s/history.json", project)), "weeks");
	assert_json(get(staff, text("/projects/%s.json", project)), "report", "(none)");
	assert_json(get(staff, text("/projects/%s.json", project)), "trend.length", "0");

	/* not with a version that has passed */
	assert_status(post(leader, text("%s/submit", place), "_version", "7", NULL), 409);
	assert_status(post(leader, text("%s/submit", place), NULL), 400);
	assert_status(post(leader, text("%s/submit", place), "_version", "x", NULL), 400);
	a = step(leader, place, "submit");
	assert_status(a, 303);
	assert_header(a, "Location", text("%s?saved=submitted", place));
	assert_holds(get(leader, text("%s?saved=submitted&language=en", place)), "Submitted. Whoever publishes reports");
	assert_json(get(leader, text("%s.json", place)), "state", "submitted");
	assert_status(get(staff, place), 404);
	assert_status(send_json(leader, "PATCH", place, "{\"summary\": \"changed\"}", version_of(leader, place)), 409);

	/* back, changed, and forward again */
	assert_status(step(leader, place, "return"), 303);
	assert_status(send_json(leader, "PATCH", place, "{\"delay_weeks\": 3}", version_of(leader, place)), 200);
	assert_status(step(leader, place, "submit"), 303);
	assert_status(step(leader, place, "publish"), 303);
	a = get(staff, text("%s.json", place));
	assert_json(a, "state", "published");
	assert_json(a, "delay_weeks", "3");
	assert_json(a, "reported_on", "2026-02-03");
	assert_json(a, "published_by", "Ingrid Solheim");
	assert_json(a, "dimensions.0.light", "red");
	a = get(staff, place);
	assert_holds(a, "3 weeks late");
	assert_lacks(a, "/edit");
}

static void who_does_both_publishes_a_draft_in_one_step(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	char *project = new_project("ONESTEP", "DHO"), *place = text("/projects/%s/reports/1", project);
	new_report(leader, project, "draft", "as_planned", "2026-02-03");
	const struct answer *a = get(leader, place);
	assert_holds(a, "/reports/1/publish");
	assert_holds(a, "Once published, the report cannot be changed any more");
	assert_status(step(client_of("steering"), place, "publish"), 403);
	assert_status(post(leader, text("%s/publish", place), "_version", "7", NULL), 409);
	assert_json(get(leader, text("%s.json", place)), "state", "draft");
	a = step(leader, place, "publish");
	assert_status(a, 303);
	assert_header(a, "Location", text("%s?saved=published", place));
	assert_holds(get(leader, text("%s?saved=published&language=en", place)), "Published. Everybody who reads");
	a = get(client_of(NULL), text("%s.json", place));
	assert_json(a, "state", "published");
	assert_json(a, "submitted_by", "Ingrid Solheim");
	assert_json(a, "published_by", "Ingrid Solheim");
}

static void a_report_begins_from_the_last_one(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	char *project = new_project("LASTLY", "DHO"), *fresh = text("/projects/%s/reports/new", project);
	assert_lacks(get(leader, fresh), "Last time:");
	assert_status(post(leader, text("/projects/%s/reports", project), "reported_on", "2026-02-03", "status_label",
	                   "minor_deviation", "light", "yellow", "summary", "Ordene fra sist.", "risk_level", "low", NULL),
	              303);
	assert_status(step(leader, text("/projects/%s/reports/1", project), "publish"), 303);
	const struct answer *a = get(leader, fresh);
	assert_holds(a, "Last time:</span> Ordene fra sist.");
	assert_holds(a, "Last time:</span> Minor deviation");
	assert_holds(a, "Last time:</span> Yellow");
	assert_holds(a, "reports/new?as=last");
	assert_lacks(a, "Ordene fra sist.</textarea>");
	a = get(leader, text("%s?as=last", fresh));
	assert_holds(a, "Ordene fra sist.</textarea>");
	assert_holds(a, "value=\"yellow\" checked");
	assert_lacks(a, "value=\"3 February 2026\"");
}

static void published_shows_everywhere(void **state)
{
	(void)state;
	char *project = new_project("SHOWN", "DHO");
	struct client *staff = client_of("staff");
	new_report(client_of("leader"), project, "published", "major_deviation", "2026-03-03");
	const struct answer *a = get(staff, text("/projects/%s.json", project));
	assert_json(a, "status", "major_deviation");
	assert_json(a, "light", "red");
	assert_json(a, "risk", "low");
	assert_json(a, "report.n", "1");
	assert_json(a, "report.reported_on", "2026-03-03");
	assert_json(a, "trend.length", "1");
	a = get(staff, text("/projects/%s", project));
	assert_holds(a, "id=\"status\">Major deviation</h2>");
	assert_holds(a, "Report of 3 March 2026");
	assert_holds(a, text("How %s goes.", project));
	assert_json(get(staff, text("/projects.json?q=%s&status=major_deviation&risk=low", project)), "items.0.reported_on",
	            "2026-03-03");
	a = get(staff, text("/projects/%s/history", project));
	assert_holds(a, "Status report 1");
	assert_holds(a, "Published");
	assert_holds(a, "Ingrid Solheim");
	assert_holds(get(staff, "/index.json"), project);
}

static void standing_follows_the_latest_day(void **state)
{
	(void)state;
	char *project = new_project("STAND", "DHO");
	static const struct {
		const char *state, *label, *day, *stands;
	} reports[] = {
		{"draft", "major_deviation", "2026-01-10", "(none)"},
		{"submitted", "major_deviation", "2026-01-11", "(none)"},
		{"published", "as_planned", "2026-02-10", "as_planned"},
		{"published", "major_deviation", "2026-01-12", "as_planned"},
		{"published", "minor_deviation", "2026-03-10", "minor_deviation"},
		{"draft", "major_deviation", "2026-04-10", "minor_deviation"},
	};
	for (size_t i = 0; i < sizeof reports / sizeof *reports; i++) {
		new_report(client_of("leader"), project, reports[i].state, reports[i].label, reports[i].day);
		assert_json(get(client_of("staff"), text("/projects.json?q=%s", project)), "items.0.status", reports[i].stands);
		assert_json(get(client_of("staff"), text("/projects/%s.json", project)), "status", reports[i].stands);
	}
	assert_json(get(client_of("staff"), text("/projects/%s.json", project)), "trend.length", "3");
}

static void published_is_frozen(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	char *project = new_project("FROZEN", "DHO"), *place = text("/projects/%s/reports/1", project);
	new_report(leader, project, "published", "as_planned", "2026-03-03");
	char *version = version_of(leader, place);
	const struct answer *a = send_json(leader, "PATCH", place, "{\"summary\": \"Rewritten.\"}", version);
	assert_status(a, 409);
	assert_header(a, "Content-Type", "application/problem+json");
	a = post(leader, place, "_version", version, "reported_on", "2026-03-03", "status_label", "as_planned", "light",
	         "green", "summary", "Rewritten.", "risk_level", "low", NULL);
	assert_status(a, 409);
	assert_holds(a, "correct a published one in its correction log");
	assert_status(post(leader, text("%s/remove", place), "_version", version, NULL), 409);
	assert_status(send_json(leader, "DELETE", place, NULL, version), 409);
	static const char *const steps[] = {"submit", "return", "publish"};
	for (size_t i = 0; i < 3; i++)
		assert_status(step(leader, place, steps[i]), 409);
	a = get(leader, text("%s.json", place));
	assert_json(a, "summary", text("How %s goes.", project));
	assert_json(a, "version", version);
}

/* Who cannot save is not given a form to fill in. */
static void what_is_frozen_has_no_form(void **state)
{
	(void)state;
	static const struct {
		const char *state;
		int status;
	} reports[] = {{"draft", 200}, {"submitted", 409}, {"published", 409}};
	struct client *leader = client_of("leader");
	char *project = new_project("NOFORM", "DHO");
	for (size_t i = 0; i < sizeof reports / sizeof *reports; i++) {
		const char *place = text("/projects/%s/reports/%s", project,
		                         new_report(leader, project, reports[i].state, "as_planned", "2026-03-03"));
		const struct answer *a = get(leader, text("%s/edit", place));
		assert_status(a, reports[i].status);
		if (a->status == 409)
			assert_holds(a, "correct a published one in its correction log");
		a = get(leader, text("%s/edit.json", place));
		assert_status(a, reports[i].status);
		assert_header(a, "Content-Type", a->status == 409 ? "application/problem+json" : "application/json");
		/* nor is it told to mend the form that it could not save */
		if (a->status == 409)
			assert_status(post(leader, place, "_version", version_of(leader, place), "summary", "", NULL), 409);
	}
}

static void corrected_in_its_log(void **state)
{
	(void)state;
	struct client *leader = client_of("leader"), *staff = client_of("staff");
	char *project = new_project("LOG", "DHO"), *place = text("/projects/%s/reports/1", project),
		 *correct = text("%s/correct", place);
	new_report(leader, project, "published", "as_planned", "2026-03-03");
	assert_status(get(leader, correct), 200);
	const struct answer *a = post(leader, correct, "field", "status_label", "after", "minor_deviation", "reason",
	                              "Read the wrong row.", NULL);
	assert_status(a, 303);
	assert_header(a, "Location", text("%s?saved=corrected#corrections", place));
	assert_status(post(leader, correct, "field", "light", "after", "yellow", "reason", "The light as well.", NULL),
	              303);
	a = get(staff, text("%s.json", place));
	assert_json(a, "status_label", "minor_deviation");
	assert_json(a, "light", "yellow");
	assert_json(a, "corrections.length", "2");
	assert_json(a, "corrections.0.before", "as_planned");
	assert_json(a, "corrections.0.after", "minor_deviation");
	assert_json(a, "corrections.0.corrected_by", "Ingrid Solheim");
	a = get(staff, place);
	assert_holds(a, "Correction log");
	assert_holds(a, "Read the wrong row.");
	a = get(staff, text("/projects/%s.json", project));
	assert_json(a, "status", "minor_deviation");
	assert_json(a, "report.corrected", "true");
	assert_json(get(staff, text("/projects.json?q=%s", project)), "items.0.status", "minor_deviation");
	assert_json(get(staff, text("/projects.json?q=%s", project)), "items.0.light", "yellow");
	assert_holds(get(staff, text("/projects/%s", project)), "Corrected after it was published");
	assert_status(get(staff, correct), 403);
}

static void a_correction_must_fit_its_field(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	char *project = new_project("FIT", "DHO"), *place = text("/projects/%s/reports/1/correct", project);
	new_report(leader, project, "published", "as_planned", "2026-03-03");
	static const char *const wrong[][3] = {
		{"light", "purple", "r"},   {"status_label", "fine", "r"}, {"reported_on", "2026-02-30", "r"},
		{"delay_weeks", "-1", "r"}, {"delay_weeks", "many", "r"},  {"light", "green", "r"},
		{"state", "draft", "r"},    {"version", "9", "r"},         {"light", "red", ""},
		{"light", "", "r"},
	};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		const struct answer *a =
			post(leader, place, "field", wrong[i][0], "after", wrong[i][1], "reason", wrong[i][2], NULL);
		assert_status(a, 422);
		if (i >= 2 && i < 5) /* what is pressed or chosen has no words of its own */
			assert_string_equal(form_value(a, "after"), wrong[i][1]);
		assert_holds(a, "ds-error-summary");
	}
	assert_json(get(leader, text("/projects/%s/reports/1.json", project)), "corrections.length", "0");
	new_report(leader, project, "draft", "as_planned", "2026-03-04");
	assert_status(post(leader, text("/projects/%s/reports/2/correct", project), "field", "light", "after", "red",
	                   "reason", "r", NULL),
	              409);
}

/* The form of each field opens with the words that stand there, in the field's own control, below the same words. */
static void a_correction_opens_with_what_stands_there(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	char *project = new_project("OPENS", "DHO"), *place = text("/projects/%s/reports/1", project),
		 *correct = text("%s/correct", place);
	new_report(leader, project, "published", "as_planned", "2026-03-03");
	const struct answer *a = get(leader, correct);
	assert_status(a, 200);
	assert_holds(a, "/correct?field=benefit_text");
	assert_holds(get(leader, place), "/correct?field=summary");
	assert_lacks(get(client_of("staff"), place), "/correct?field=summary");
	a = get(leader, text("%s?field=light", correct));
	assert_holds(a, "type=\"radio\" name=\"after\" value=\"green\" checked");
	assert_holds(a, "As it stands");
	a = get(leader, text("%s?field=status_label", correct));
	assert_holds(a, "<option value=\"as_planned\" selected>");
	a = get(leader, text("%s?field=reported_on", correct));
	assert_string_equal(form_value(a, "after"), "3 March 2026");
	/* dimensions, a day in words, and what is left empty */
	assert_status(post(leader, correct, "field", "progress_light", "after", "red", "reason", "r", NULL), 303);
	assert_status(post(leader, correct, "field", "progress_text", "after", "Two weeks", "reason", "r", NULL), 303);
	assert_status(post(leader, correct, "field", "decision_by", "after", "1.4.2026", "reason", "r", NULL), 303);
	assert_status(post(leader, correct, "field", "delay_weeks", "after", "", "reason", "r", NULL), 422);
	assert_status(post(leader, correct, "field", "delay_weeks", "after", "3", "reason", "r", NULL), 303);
	a = get(leader, text("%s?field=progress_text", correct));
	assert_string_equal(form_value(a, "after"), "Two weeks");
	a = get(leader, text("%s.json", place));
	assert_json(a, "decision_by", "2026-04-01");
	assert_json(a, "delay_weeks", "3");
	assert_json(a, "dimensions.0.dimension", "progress");
	assert_json(a, "dimensions.0.light", "red");
	assert_status(post(leader, correct, "field", "delay_weeks", "after", "", "reason", "r", NULL), 303);
	assert_json(get(leader, text("%s.json", place)), "delay_weeks", "(none)");
	a = get(leader, text("/projects/%s.json", project));
	assert_json(a, "report.dimensions.0.light", "red");
	assert_json(a, "report.decision_by", "2026-04-01");
	/* with an error both stay */
	a = post(leader, correct, "field", "summary", "after", "Other words", "reason", "", NULL);
	assert_status(a, 422);
	assert_string_equal(form_value(a, "after"), "Other words");
	assert_string_equal(form_value(a, "field"), "summary");
	assert_holds(a, "As it stands");
}

static void a_draft_can_be_thrown_away_and_its_number_stays_taken(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	char *project = new_project("DRAFT", "DHO");
	assert_string_equal(new_report(leader, project, "draft", "as_planned", "2026-03-03"), "1");
	assert_status(send_json(leader, "DELETE", text("/projects/%s/reports/1", project), NULL, "1"), 204);
	assert_status(get(leader, text("/projects/%s/reports/1", project)), 404);
	assert_string_equal(new_report(leader, project, "draft", "as_planned", "2026-03-03"), "2");
}

static void one_press_saves_and_publishes(void **state)
{
	(void)state;
	char *code = new_project("PRESS", NULL), *there = text("/projects/%s/reports", code);
	struct client *office = client_of("portfolio");
	assert_holds(get(office, text("%s/new?language=en", there)), "name=\"_also\" value=\"yes\">Save and publish");
	const struct answer *a = post(office, there, "reported_on", "2026-11-20", "status_label", "as_planned", "light",
	                              "green", "summary", "s", "risk_level", "low", "_also", "yes", NULL);
	assert_status(a, 303);
	assert_header(a, "Location", text("/projects/%s?saved=published", code));
	assert_holds(get(office, text("/projects/%s?saved=published&language=en", code)), "Published. Everybody");
	assert_json(get(client_of(NULL), text("%s/1.json", there)), "state", "published");
	/* What is wrong with it stops both. */
	assert_status(post(office, there, "reported_on", "2026-11-21", "summary", "", "_also", "yes", NULL), 422);
	assert_json(get(office, text("%s.json", there)), "total", "1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(life_through_forms),
		cmocka_unit_test(who_does_both_publishes_a_draft_in_one_step),
		cmocka_unit_test(a_report_begins_from_the_last_one),
		cmocka_unit_test(published_shows_everywhere),
		cmocka_unit_test(standing_follows_the_latest_day),
		cmocka_unit_test(published_is_frozen),
		cmocka_unit_test(what_is_frozen_has_no_form),
		cmocka_unit_test(corrected_in_its_log),
		cmocka_unit_test(a_correction_must_fit_its_field),
		cmocka_unit_test(a_correction_opens_with_what_stands_there),
		cmocka_unit_test(a_draft_can_be_thrown_away_and_its_number_stays_taken),
		cmocka_unit_test(one_press_saves_and_publishes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
