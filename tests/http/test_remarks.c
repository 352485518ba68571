/* What contradicts itself is asked about when it is saved, and refused never. */
#include "client.h"

#include <string.h>

static void a_form_is_asked_about_what_contradicts_itself(void **state)
{
	(void)state;
	char *code = new_project("ASKED", NULL), *there = text("/projects/%s/deliverables", code);
	struct client *office = client_of("portfolio");
	const struct answer *a =
		post(office, text("%s?language=en", there), "code", "L1", "title", "Early", "finished", "true", NULL);
	assert_status(a, 422);
	assert_holds(a, "Not saved yet: this contradicts itself");
	assert_holds(a, "name=\"_remark.finished_without_day\"");
	assert_string_equal(form_value(a, "title"), "Early");
	assert_json(get(office, text("%s.json", there)), "total", "0");
	/* Another error does not lose the reason that was typed. */
	a = post(office, text("%s?language=en", there), "code", "L1", "title", "", "finished", "true",
	         "_remark.finished_without_day", "Nobody wrote it down", NULL);
	assert_string_equal(form_value(a, "_remark.finished_without_day"), "Nobody wrote it down");
	assert_status(post(office, there, "code", "L1", "title", "Early", "finished", "true",
	                   "_remark.finished_without_day", "Nobody wrote it down", NULL),
	              303);
	a = get(office, text("/projects/%s/remarks/1.json", code));
	assert_json(a, "rule", "finished_without_day");
	assert_json(a, "of", "deliverable/1");
	assert_json(a, "reason", "Nobody wrote it down");
	/* Without a reason it is saved as well, and is not asked about again with every other change. */
	assert_status(post(office, there, "code", "L2", "title", "Old", "forecast_on", "2025-01-01",
	                   "_remark.forecast_has_passed", "", NULL),
	              303);
	assert_status(post(office, text("%s/2", there), "_version", "1", "code", "L2", "title", "Older", "forecast_on",
	                   "2025-01-01", NULL),
	              303);
	assert_holds(get(office, text("/projects/%s?language=en&saved=yes", code)), "sb-remarks\" id=\"remarks\" open");
}

static void json_saves_and_says_it(void **state)
{
	(void)state;
	char *code = new_project("SAID", NULL), *there = text("/projects/%s/deliverables", code);
	struct client *office = client_of("portfolio");
	const struct answer *a =
		send_json(office, "POST", there, "{\"code\": \"L1\", \"title\": \"Early\", \"finished\": true}", NULL);
	assert_status(a, 201);
	assert_json(a, "remarks.0.rule", "finished_without_day");
	assert_json(a, "remarks.length", "1");
	/* The answer may be sent back as it is. */
	assert_status(send_json(office, "PATCH", text("%s/1", there), text("%s", a->body), "1"), 200);
	a = send_json(office, "PATCH", text("%s/1", there), "{\"remark_reason\": \"Nobody wrote it down\"}", "1");
	assert_status(a, 200);
	assert_json(a, "remarks", "(none)");
	assert_json(get(office, text("/projects/%s/remarks/1.json", code)), "reason", "Nobody wrote it down");
	a = send_json(office, "POST", there,
	              "{\"code\": \"L2\", \"title\": \"To come\", \"finished\": true, \"delivered_on\": \"2031-01-01\","
	              " \"remark_reason\": {\"delivered_to_come\": \"The contract says so\"}}",
	              NULL);
	assert_status(a, 201);
	assert_json(a, "remarks", "(none)");
	assert_json(get(office, text("/projects/%s/remarks/2.json", code)), "of", "deliverable/2");
	a = send_json(
		office, "POST", there,
		text("{\"code\": \"L3\", \"title\": \"Long\", \"finished\": true, \"remark_reason\": \"%01001d\"}", 1), NULL);
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "remark_reason");
	assert_json(get(office, text("%s.json", there)), "total", "2");
}

static void a_report_is_asked_about_before_it_is_published(void **state)
{
	(void)state;
	char *code = new_project("DRAFT", NULL), *there = text("/projects/%s/reports", code);
	struct client *office = client_of("portfolio");
	const struct answer *a = post(office, text("%s?language=en", there), "reported_on", "2026-11-20", "status_label",
	                              "as_planned", "light", "red", "summary", "s", "risk_level", "low", NULL);
	assert_status(a, 422);
	assert_holds(a, "name=\"_remark.light_against_status\"");
	assert_status(post(office, there, "reported_on", "2026-11-20", "status_label", "as_planned", "light", "red",
	                   "summary", "s", "risk_level", "low", "_remark.light_against_status", "The board wants it so",
	                   NULL),
	              303);
	assert_json(get(office, text("/projects/%s/remarks/1.json", code)), "of", "status_report/1");
	a = send_json(
		office, "POST", there,
		"{\"reported_on\": \"2026-11-21\", \"status_label\": \"as_planned\", \"light\": \"green\", \"summary\": \"s\","
		" \"risk_level\": \"low\", \"delay_weeks\": 56}",
		NULL);
	assert_status(a, 201);
	assert_json(a, "remarks.0.rule", "late_and_green");
}

static void a_project_that_has_ended_says_so(void **state)
{
	(void)state;
	char *code = new_project("ENDED", NULL);
	struct client *office = client_of("portfolio");
	const struct answer *a =
		send_json(office, "PATCH", text("/projects/%s", code),
	              "{\"lifecycle\": \"ongoing\", \"starts_on\": \"2024-01-01\", \"ends_on\": \"2025-01-01\"}", "1");
	assert_status(a, 200);
	assert_json(a, "remarks.0.rule", "ended_but_ongoing");
	assert_json(a, "remarks.0.of", "project");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_form_is_asked_about_what_contradicts_itself),
		cmocka_unit_test(json_saves_and_says_it),
		cmocka_unit_test(a_report_is_asked_about_before_it_is_published),
		cmocka_unit_test(a_project_that_has_ended_says_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
