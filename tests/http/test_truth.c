/* What the pages say of today is true: how old it is stands beside it, a correction counts everywhere, and what
 * contradicts itself is said. */
#include "client.h"

#include <stdlib.h>
#include <string.h>

static char *index_of(const struct answer *a, const char *list, const char *member, const char *value)
{
	int length = (int)strtol(json_at(a, text("%s.length", list)), NULL, 10);
	for (int i = 0; i < length; i++)
		if (!strcmp(json_at(a, text("%s.%d.%s", list, i, member)), value))
			return text("%s.%d", list, i);
	fail_msg("no %s %s in %s", member, value, list);
	return NULL;
}

static void the_age_of_a_report_is_a_state(void **state)
{
	(void)state;
	const struct answer *a = get(client_of(NULL), "/projects/DHO.json?at=2023-10-20");
	assert_json(a, "age.state", "fresh");
	assert_json(a, "age.due_on", "2023-11-05");
	assert_json(a, "age.weeks", "2");
	assert_json(get(client_of(NULL), "/projects/DHO.json?at=2023-11-04"), "age.state", "due");
	assert_json(get(client_of(NULL), "/projects/DHO.json?at=2023-11-20"), "age.state", "late");
	assert_json(get(client_of(NULL), "/projects/DHO.json?at=2024-02-01"), "age.state", "stale");
	assert_json(get(client_of(NULL), "/projects/FLDV.json"), "age.state", "(none)");
	a = get(client_of(NULL), "/projects/DHO?language=en&at=2024-02-01");
	assert_holds(a, "Was to end 31 December 2023, and goes on.");
	assert_holds(a, "8 weeks late.");
	assert_holds(a, "The report is 16 weeks old.");
	assert_holds(a, "A report was due 5 November 2023.");
	assert_holds(a, "Decision needed · <time datetime=\"2023-11-14\">14 November 2023</time>");
	assert_holds(a, "data-age=\"stale\"");
	assert_json(get(client_of(NULL), "/projects.json?report=overdue&q=DHO"), "items.0.age", "stale");
	assert_json(get(client_of(NULL), "/projects.json?report=fresh&q=DHO"), "total", "0");
	assert_lacks(get(client_of(NULL), "/projects.json?report=overdue"), "\"code\":\"FLDV\"");
	assert_lacks(get(client_of(NULL), "/projects.json?report=overdue"), "\"kind\":\"working_group\"");
}

static void a_rhythm_says_when_a_report_is_due(void **state)
{
	(void)state;
	char *code = new_project("RHYTHM", "DHO"), *there = text("/projects/%s", code);
	struct client *leader = client_of("leader");
	new_report(leader, code, "published", "as_planned", "2026-01-12");
	assert_json(get(leader, text("%s.json", there)), "age.due_on", "2026-02-05");
	assert_status(
		send_json(leader, "PATCH", there, "{\"reporting_rhythm\": \"quarterly\", \"reporting_day\": 12}", "1"), 200);
	assert_json(get(leader, text("%s.json", there)), "age.due_on", "2026-04-12");
	assert_status(send_json(leader, "PATCH", there, "{\"reporting_rhythm\": \"never\"}", "2"), 200);
	assert_json(get(leader, text("%s.json", there)), "age.state", "(none)");
	assert_status(send_json(leader, "PATCH", there, "{\"reporting_day\": 31}", "3"), 422);
}

static void a_correction_counts_on_the_front_page_too(void **state)
{
	(void)state;
	char *code = new_project("TRUTH", NULL);
	struct client *office = client_of("portfolio");
	char *n = new_report(office, code, "published", "as_planned", "2026-11-02");
	const struct answer *a = get(client_of(NULL), "/index.json");
	char *one = index_of(a, "recent", "code", code);
	assert_json(a, text("%s.status", one), "as_planned");
	char *tag = text("%s", header(get(office, text("/projects/%s/reports/%s.json", code, n)), "ETag"));
	const char *const headers[] = {text("If-Match: %s", tag), NULL};
	a = client_send(
		office, &(struct sending){"POST", text("/projects/%s/reports/%s/correct", code, n), "application/json",
	                              "{\"field\": \"status_label\", \"after\": \"major_deviation\", \"reason\": \"r\"}",
	                              headers, 0, false});
	assert_status(a, 200);
	a = get(client_of(NULL), "/index.json");
	assert_json(a, text("%s.status", index_of(a, "recent", "code", code)), "major_deviation");
}

static void what_contradicts_itself_is_listed_until_it_is_explained(void **state)
{
	(void)state;
	const struct answer *a = get(client_of(NULL), "/contradictions.json");
	char *one = index_of(a, "items", "rule", "light_against_status");
	assert_json(a, text("%s.project", one), "SEPSIS");
	assert_json(a, text("%s.who", one), "Freja Thorsen");
	assert_json(a, text("%s.reason", one), "(none)");
	char *of = text("%s", json_at(a, text("%s.of", one)));
	struct client *writer = client_of("fthorsen");
	assert_holds(get(writer, "/projects/SEPSIS?language=en"),
	             "remarks/new?rule=light_against_status&amp;of=status_report%2F");
	assert_lacks(get(client_of("staff"), "/projects/SEPSIS"), "remarks/new");
	char *reason =
		text("{\"rule\": \"light_against_status\", \"of\": \"%s\", \"reason\": \"Lights are about patients.\"}", of);
	assert_status(send_json(client_of("staff"), "POST", "/projects/SEPSIS/remarks", reason, NULL), 403);
	assert_status(send_json(writer, "POST", "/projects/SEPSIS/remarks", reason, NULL), 201);
	assert_status(send_json(writer, "POST", "/projects/SEPSIS/remarks", reason, NULL), 422);
	a = get(client_of(NULL), "/contradictions.json");
	one = index_of(a, "items", "reason", "Lights are about patients.");
	assert_json(a, text("%s.project", one), "SEPSIS");
	assert_json(a, text("%s.reason_by", one), "Freja Thorsen");
	assert_holds(get(client_of(NULL), "/contradictions?language=en"), "Lights are about patients.");
	assert_holds(get(client_of(NULL), "/contradictions.json?at=2026-11-10"), "light_against_status");
	assert_lacks(get(client_of(NULL), "/contradictions.json?at=2026-10-01"), "light_against_status");
}

static void each_contradiction_is_found(void **state)
{
	(void)state;
	static const struct {
		const char *change, *rule;
	} cases[] = {
		{"UPDATE live.project SET starts_on = '2026-06-01' WHERE code = '%s'", "report_before_start"},
		{"UPDATE live.project SET starts_on = NULL, ends_on = '2026-01-01' WHERE code = '%s'", "ended_but_ongoing"},
		{"INSERT INTO live.deliverable (subject_id, code, title, planned_on, finished) "
	     "SELECT id, 'A', 'A', '2026-01-01', true FROM live.project WHERE code = '%s'",
	     "finished_without_day"},
		{"INSERT INTO live.deliverable (subject_id, code, title, planned_on, finished, delivered_on) "
	     "SELECT id, 'B', 'B', '2026-01-01', true, '2099-01-01' FROM live.project WHERE code = '%s'",
	     "delivered_to_come"},
		{"INSERT INTO live.milestone (subject_id, kind, title, forecast_on) "
	     "SELECT id, 'milestone', 'M', '2026-01-01' FROM live.project WHERE code = '%s'",
	     "forecast_has_passed"},
	};
	char *code = new_project("CONTRA", NULL);
	struct client *office = client_of("portfolio");
	new_report(office, code, "published", "as_planned", "2026-02-02");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		owner_sql(text(cases[i].change, code));
		assert_holds(get(office, text("/projects/%s", code)), text("rule=%s", cases[i].rule));
	}
	new_report(office, code, "published", "as_planned", "2026-02-02");
	assert_holds(get(office, text("/projects/%s", code)), "rule=two_reports_a_day");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_age_of_a_report_is_a_state),
		cmocka_unit_test(a_rhythm_says_when_a_report_is_due),
		cmocka_unit_test(a_correction_counts_on_the_front_page_too),
		cmocka_unit_test(what_contradicts_itself_is_listed_until_it_is_explained),
		cmocka_unit_test(each_contradiction_is_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
