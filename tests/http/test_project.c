/* The project's page: what the organisation publishes by hand today, live, in every language, and as it stood before.
 */
#include "client.h"

#include <string.h>
#include <time.h>

static void document_says_what_the_organisation_publishes(void **state)
{
	(void)state;
	static const char *const facts[][2] = {
		{"code", "DHO"},
		{"language", "nb"},
		{"kind", "project"},
		{"segment", "coordinate"},
		{"owner.code", "HSO"},
		{"owner.name", "Helse Sør-Øst RHF"},
		{"contact.mail", "ingrid.solheim@demo.example"},
		{"goals.length", "4"},
		{"goals.0.number", "4"},
		{"goals.0.code", "HSO-4"},
		{"status", "major_deviation"},
		{"light", "red"},
		{"risk", "high"},
		{"report.reported_on", "2023-10-06"},
		{"report.delay_weeks", "8"},
		{"parent.code", "REGPLATT"},
		{"deliverables.finished", "2"},
		{"deliverables.total", "4"},
		{"deliverables.items.length", "4"},
		{"deliverables.items.0.code", "L1"},
		{"deliverables.items.0.state", "finished_delivered"},
		{"deliverables.items.1.finished", "true"},
		{"deliverables.items.2.state", "delayed"},
		{"deliverables.items.3.finished", "false"},
		{"rights.length", "0"},
	};
	const struct answer *a = get(client_of("staff"), "/projects/DHO.json");
	assert_status(a, 200);
	assert_header(a, "Content-Type", "application/json");
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
		assert_json(a, facts[i][0], facts[i][1]);
}

static void document_has_the_dependency(void **state)
{
	(void)state;
	static const char *const facts[][2] = {
		{"criticality", "high"},        {"due_on", "2023-10-20"}, {"agreed", "true"},
		{"agreement", "agreed"},        {"light", "yellow"},      {"provider_project.code", "NYAPI"},
		{"needed", "Tilgang til data"},
	};
	const struct answer *a = get(client_of(NULL), "/projects/DHO.json");
	int found = -1;
	for (int i = 0; i < 9 && found < 0; i++)
		if (!strcmp(json_at(a, text("dependencies.%d.provider_project.code", i)), "NYAPI"))
			found = i;
	assert_true(found >= 0);
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
		assert_json(a, text("dependencies.%d.%s", found, facts[i][0]), facts[i][1]);
}

static void page_says_the_same_in_every_language(void **state)
{
	(void)state;
	static const char *const words[][7] = {
		/* language, finished of total, status, high, day of the dependency, day of the report, cost frame */
		{"en", "2 of 4 finished", "Major deviation", "High", "20 October 2023", "6 October 2023", "62,000,000 NOK"},
		{"sv-SE", "2 av 4 färdigställda", "Större avvikelse", "Hög", "20 oktober 2023", "6 oktober 2023",
	     "62\xc2\xa0"
	     "000\xc2\xa0"
	     "000 NOK"},
		{"sv-FI", "2 av 4 färdigställda", "Större avvikelse", "Hög", "20 oktober 2023", "6 oktober 2023",
	     "62\xc2\xa0"
	     "000\xc2\xa0"
	     "000 NOK"},
		{"nb", "2 av 4 ferdigstilt", "Store avvik", "Høy", "20. oktober 2023", "6. oktober 2023",
	     "62\xc2\xa0"
	     "000\xc2\xa0"
	     "000 NOK"},
		{"fi", "Valmiina 2 / 4", "Merkittävä poikkeama", "Korkea", "20.10.2023", "6.10.2023",
	     "62\xc2\xa0"
	     "000\xc2\xa0"
	     "000 NOK"},
	};
	struct client *c = client_of("staff");
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const struct answer *a = get(c, text("/projects/DHO?language=%s", words[i][0]));
		assert_status(a, 200);
		assert_header(a, "Content-Type", "text/html; charset=utf-8");
		assert_holds(a, text("<html lang=\"%s\"", words[i][0]));
		assert_holds(a, text(">%s<", words[i][1]));
		assert_holds(a, text("id=\"status\">%s</h2>", words[i][2]));
		assert_holds(a, text(">%s<", words[i][3]));
		assert_holds(a, text("<time datetime=\"2023-10-20\">%s</time>", words[i][4]));
		assert_holds(a, words[i][5]);
		assert_holds(a, words[i][6]);
		/* content stays in the language that it was written in */
		assert_holds(a, "lang=\"nb\">Prosessplattform og digital hjemmeoppfølging</h1>");
	}
	get(c, "/projects?language=en");
}

static void page_has_the_key_information(void **state)
{
	(void)state;
	static const char *const words[] = {"4 – Tilgjengelig informasjon og styrket samhandling",
	                                    "<dd><a href=\"/organisations/HSO\" lang=\"nb\">Helse Sør-Øst RHF</a></dd>",
	                                    ">High<",
	                                    "mailto:ingrid.solheim%40demo.example\">Ingrid Solheim</a>",
	                                    "<dd>Coordinate</dd>",
	                                    "<progress max=\"4\" value=\"2\"",
	                                    "Agreed by both",
	                                    "Nye integrasjonstjenester – API",
	                                    "<dt>Delay</dt><dd>8 weeks</dd>",
	                                    "<strong>endringsanmodning</strong>"};
	const struct answer *a = get(client_of("staff"), "/projects/DHO");
	assert_status(a, 200);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		assert_holds(a, words[i]);
}

/* What for_staff names (risks, mail addresses, money, as delivered) is shown to who has signed in, now and then: to
 * others page, document, earlier day and history are without it. */
static void some_of_it_is_for_staff(void **state)
{
	(void)state;
	static const char *const asked[] = {"/projects/DHO",
	                                    "/projects/DHO.json",
	                                    "/projects/DHO?at=2023-10-10",
	                                    "/projects/DHO.json?at=2023-10-10",
	                                    "/projects/DHO/risks",
	                                    "/projects/DHO/risks.json"};
	const char *risk = owner_sql("SELECT r.title FROM live.risk r JOIN live.project p ON p.id = r.subject_id "
	                             "WHERE p.code = 'DHO' ORDER BY r.id LIMIT 1");
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		const struct answer *a = get(client_of(NULL), asked[i]);
		assert_status(a, 200);
		assert_lacks(a, risk);
		assert_lacks(a, "ingrid.solheim");
		assert_lacks(a, "62000000");
		assert_lacks(a, "62,000,000");
		a = get(client_of("staff"), asked[i]);
		assert_status(a, 200);
		assert_holds(a, risk);
	}
	assert_holds(get(client_of("staff"), "/projects/DHO.json?at=2023-10-10"), "62000000");
	assert_lacks(get(client_of(NULL), "/projects/DHO/history.json"), risk);
	assert_lacks(get(client_of(NULL), "/projects/DHO/history.json"), "62000000");
}

static void suffix_and_accept_choose_the_form(void **state)
{
	(void)state;
	static const char html[] = "text/html; charset=utf-8", json[] = "application/json";
	static const struct {
		const char *path, *accept, *type;
	} asked[] = {
		{"/projects/DHO", "", html},
		{"/projects/DHO", "*/*", html},
		{"/projects/DHO", "application/json", json},
		{"/projects/DHO", "text/html,application/xhtml+xml,*/*;q=0.8", html},
		{"/projects/DHO", "application/json;q=0.5, text/html", html},
		{"/projects/DHO", "application/json, text/html;q=0.5", json},
		{"/projects/DHO", "application/json, */*;q=0.1", json},
		{"/projects/DHO.json", "text/html", json},
		{"/projects/DHO.json", "", json},
		{"/projects.json", "", json},
		{"/index.json", "", json},
		{"/projects/DHO/history.json", "", json},
		{"/projects/DHO/deliverables/1.json", "", json},
		{"/projects/DHO/reports/18.json", "", json},
		{"/access.json", "", json},
		{"/", "", html},
	};
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		const char *const headers[] = {text("Accept: %s", asked[i].accept), NULL};
		const struct answer *a =
			client_send(client_of(NULL), &(struct sending){.path = asked[i].path, .headers = headers});
		assert_status(a, 200);
		assert_header(a, "Content-Type", asked[i].type);
		assert_non_null(strstr(header(a, "Vary"), "Accept"));
	}
}

static void etag_is_the_version_and_head_says_what_get_would(void **state)
{
	(void)state;
	static const char *const paths[] = {"/projects/DHO.json", "/projects/DHO/deliverables/3.json",
	                                    "/projects/DHO/reports/18.json"};
	static const char *const same[] = {"Content-Type", "Content-Length", "ETag", "Content-Security-Policy",
	                                   "Cache-Control"};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		char *got[sizeof same / sizeof *same];
		const struct answer *a = get(client_of(NULL), paths[i]);
		assert_status(a, 200);
		assert_string_equal(etag_version(a), json_at(a, "version"));
		for (size_t k = 0; k < sizeof same / sizeof *same; k++)
			got[k] = text("%s", header(a, same[k]));
		a = client_send(client_of(NULL), &(struct sending){.method = "HEAD", .path = paths[i]});
		assert_status(a, 200);
		assert_int_equal(a->length, 0);
		for (size_t k = 0; k < sizeof same / sizeof *same; k++)
			assert_header(a, same[k], got[k]);
	}
	assert_status(client_send(client_of(NULL), &(struct sending){.method = "HEAD", .path = "/projects/NO-SUCH"}), 404);
}

/* ---- the past ---- */

static void demo_shows_its_past(void **state)
{
	(void)state;
	static const struct {
		const char *day, *status, *risk, *finished, *words;
	} days[] = {
		{"2022-10-10", "minor_deviation", "medium", "0", "0 of 4 finished"},
		{"2023-05-31", "minor_deviation", "medium", "1", "1 of 4 finished"},
		{"2023-06-01", "minor_deviation", "medium", "2", "2 of 4 finished"},
		{"2023-08-21", "minor_deviation", "high", "2", "2 of 4 finished"},
		{"2023-10-06", "major_deviation", "high", "2", "2 of 4 finished"},
	};
	struct client *c = client_of(NULL);
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		const struct answer *a = get(c, text("/projects/DHO.json?at=%s", days[i].day));
		assert_status(a, 200);
		assert_json(a, "status", days[i].status);
		assert_json(a, "risk", days[i].risk);
		assert_json(a, "deliverables.finished", days[i].finished);
		a = get(c, text("/projects/DHO?at=%s", days[i].day));
		assert_holds(a, days[i].words);
		assert_holds(a, text("?at=%s", days[i].day));
	}
	assert_holds(get(c, "/projects/DHO?at=2023-05-31"), "You see what the portal knew on 31 May 2023.");
	assert_json(get(c, "/projects/DHO.json?at=2023-04-30"), "dependencies.1.due_on", "2023-08-15");
	assert_json(get(c, "/projects/DHO.json?at=2023-04-30"), "dependencies.1.agreement", "waiting_for_provider");
}

/* Something that happened in the spring of 2024, told to the portal today by its owner. */
static char *changed_in_may(void)
{
	char *code = new_code("PAST");
	owner_sql(text(
		"BEGIN; SET LOCAL styrbord.clock = '2024-03-01 10:00+02';"
		"INSERT INTO live.project (code, title, language, kind, owner_id, phase, lifecycle)"
		" SELECT '%s', 'Before %s', 'en', 'project', id, 'planning', 'ongoing' FROM live.organisation WHERE code = 'HSO';"
		"INSERT INTO live.deliverable (subject_id, code, title, planned_on)"
		" SELECT id, v.code, 'Thing ' || v.code, '2024-06-01' FROM live.project p, (VALUES ('D1'), ('D2')) v (code) WHERE p.code = '%s';"
		"SET LOCAL styrbord.clock = '2024-05-10 23:30+03';"
		"UPDATE live.project SET title = 'After %s' WHERE code = '%s';"
		"UPDATE live.deliverable d SET finished = true FROM live.project p WHERE p.id = d.subject_id AND p.code = '%s' AND d.code = 'D1';"
		"DELETE FROM live.deliverable d USING live.project p WHERE p.id = d.subject_id AND p.code = '%s' AND d.code = 'D2';"
		"COMMIT",
		code, code, code, code, code, code, code));
	return code;
}

static void past_shows_what_stood_there_before_a_change(void **state)
{
	(void)state;
	char *code = changed_in_may();
	static const struct {
		const char *day, *title, *unwanted, *finished, *total;
	} days[] = {
		{"2024-03-01", "Before", "After", "0", "2"},
		{"2024-05-09", "Before", "After", "0", "2"},
		{"2024-05-10", "After", "Before", "1", "1"},
		{"2026-01-01", "After", "Before", "1", "1"},
	};
	struct client *c = client_of(NULL);
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		const struct answer *a = get(c, text("/projects/%s.json?at=%s", code, days[i].day));
		assert_status(a, 200);
		assert_json(a, "title", text("%s %s", days[i].title, code));
		assert_json(a, "deliverables.finished", days[i].finished);
		assert_json(a, "deliverables.total", days[i].total);
		a = get(c, text("/projects/%s?at=%s", code, days[i].day));
		assert_status(a, 200);
		assert_holds(a, text("%s %s</h1>", days[i].title, code));
		assert_lacks(a, text("%s %s", days[i].unwanted, code));
		assert_json(get(c, text("/projects.json?q=%s&at=%s", code, days[i].day)), "items.0.title",
		            text("%s %s", days[i].title, code));
	}
	assert_status(get(c, text("/projects/%s.json?at=2024-02-29", code)), 404);
	assert_status(get(c, text("/projects/%s?at=2024-02-29", code)), 404);
	assert_json(get(c, text("/projects.json?q=%s&at=2024-02-29", code)), "total", "0");
	assert_status(get(c, text("/projects/%s/deliverables/2.json?at=2024-05-09", code)), 200);
	assert_status(get(c, text("/projects/%s/deliverables/2.json", code)), 404);
	const struct answer *a = get(c, text("/projects/%s/history.json", code));
	assert_json(a, "items.length", "6");
	assert_json(get(c, text("/projects/%s/history.json?at=2024-05-09", code)), "items.length", "3");
	a = get(c, text("/projects/%s/history", code));
	assert_holds(a, text("<del>Before %s</del>", code));
	assert_holds(a, text("<ins>After %s</ins>", code));
}

static void change_of_today_hides_in_yesterday(void **state)
{
	(void)state;
	char *code = changed_in_may(), day[16];
	time_t yesterday = time(NULL) - 86400;
	strftime(day, sizeof day, "%Y-%m-%d", localtime(&yesterday));
	assert_status(send_json(client_of("portfolio"), "PATCH", text("/projects/%s", code),
	                        text("{\"title\": \"Today %s\"}", code), "2"),
	              200);
	assert_json(get(client_of(NULL), text("/projects/%s.json", code)), "title", text("Today %s", code));
	assert_json(get(client_of(NULL), text("/projects/%s.json?at=%s", code, day)), "title", text("After %s", code));
}

static void a_moment_that_cannot_be_is_refused(void **state)
{
	(void)state;
	static const struct {
		const char *account, *path;
	} asked[] = {
		{NULL, "/projects/DHO?at=2100-01-01"},
		{NULL, "/?at=2100-01-01"},
		{NULL, "/projects?at=2023-02-29"},
		{NULL, "/projects/DHO?at=yesterday"},
		{NULL, "/projects/DHO?at=1"},
		{NULL, "/projects/DHO?at=2023-01-01T10:00:00"},
		{NULL, "/projects/DHO/history?at=2023-13-01"},
		{"leader", "/projects/DHO/edit?at=2023-05-31"},
		{"leader", "/projects/DHO/deliverables/new?at=2023-05-31"},
		{"leader", "/projects/DHO/reports/new?at=2023-05-31"},
		{"portfolio", "/projects/new?at=2023-05-31"},
		{"leader", "/projects/DHO/risks/1/edit?at=2023-05-31"},
	};
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		const struct answer *a = get(client_of(asked[i].account), asked[i].path);
		assert_status(a, 400);
		assert_holds(a, "<p class=\"sb-error-status\">400</p>");
	}
	const struct answer *a = post(client_of("leader"), "/projects/DHO/deliverables?at=2023-05-31", "code", "X", NULL);
	assert_status(a, 400);
	assert_holds(a, "The past can be read, not changed.");
	a = send_json(client_of("leader"), "PATCH", "/projects/DHO?at=2023-05-31", "{}", "2");
	assert_status(a, 400);
	assert_json(a, "status", "400");
}

static void the_past_offers_nothing_to_change(void **state)
{
	(void)state;
	assert_holds(get(client_of("leader"), "/projects/DHO"), "/projects/DHO/edit");
	assert_lacks(get(client_of("leader"), "/projects/DHO?at=2023-05-31"), "/edit");
	assert_lacks(get(client_of(NULL), "/projects/DHO"), "/edit");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(document_says_what_the_organisation_publishes),
		cmocka_unit_test(document_has_the_dependency),
		cmocka_unit_test(page_says_the_same_in_every_language),
		cmocka_unit_test(page_has_the_key_information),
		cmocka_unit_test(some_of_it_is_for_staff),
		cmocka_unit_test(suffix_and_accept_choose_the_form),
		cmocka_unit_test(etag_is_the_version_and_head_says_what_get_would),
		cmocka_unit_test(demo_shows_its_past),
		cmocka_unit_test(past_shows_what_stood_there_before_a_change),
		cmocka_unit_test(change_of_today_hides_in_yesterday),
		cmocka_unit_test(a_moment_that_cannot_be_is_refused),
		cmocka_unit_test(the_past_offers_nothing_to_change),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
