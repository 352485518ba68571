/* Faults that somebody once found by attacking or using the portal, each with the way it was found. */
#include "client.h"

#include <stdlib.h>
#include <string.h>

/* 120 milestones saved in one transaction all have one moment: the history's pages still lose none. */
static void history_pages_lose_nothing_of_one_moment(void **state)
{
	(void)state;
	char *project = new_project("HISTP", NULL), *next = text("/projects/%s/history.json", project);
	owner_sql(text(
		"INSERT INTO live.milestone (subject_id, title, kind, planned_on) SELECT p.id, 'Step ' || i, 'milestone', '2026-05-01' "
		"FROM live.project p, generate_series(1, 120) i WHERE p.code = '%s'",
		project));
	bool seen[121] = {false};
	int count = 0;
	for (int page = 0; page < 5 && next; page++) {
		const struct answer *a = get(client_of(NULL), next);
		assert_status(a, 200);
		long items = strtol(json_at(a, "items.length"), NULL, 10);
		for (long i = 0; i < items; i++) {
			if (strcmp(json_at(a, text("items.%ld.type", i)), "milestone"))
				continue;
			long n = strtol(json_at(a, text("items.%ld.n", i)), NULL, 10);
			assert_in_range(n, 1, 120);
			assert_false(seen[n]);
			seen[n] = true;
			count++;
		}
		next = strcmp(json_at(a, "more"), "(none)")
		           ? text("/projects/%s/history.json?before=%s", project, json_at(a, "more"))
		           : NULL;
	}
	assert_int_equal(count, 120);
	assert_status(get(client_of(NULL), text("/projects/%s/history.json?before=yesterday", project)), 400);
}

/* A corrected day of report may make another report the current one: page and list must agree on which. */
static void page_and_list_agree_after_a_corrected_day(void **state)
{
	(void)state;
	char *project = new_project("AGREE", "DHO");
	struct client *leader = client_of("leader");
	new_report(leader, project, "published", "as_planned", "2026-02-01");
	new_report(leader, project, "published", "major_deviation", "2026-03-01");
	const struct answer *a =
		send_json(leader, "POST", text("/projects/%s/reports/2/correct", project),
	              "{\"field\": \"reported_on\", \"after\": \"2026-01-01\", \"reason\": \"Wrong month\"}", "3");
	assert_status(a, 200);
	assert_json(a, "corrections.0.after", "2026-01-01");
	a = get(client_of(NULL), text("/projects/%s.json", project));
	assert_json(a, "report.n", "1");
	assert_json(a, "status", "as_planned");
	assert_json(get(client_of(NULL), text("/projects.json?q=%s", project)), "items.0.status", "as_planned");
}

/* A correction keeps its field's type, is understood in the reader's words, and answers JSON with JSON. */
static void corrections_keep_types_and_understand_labels(void **state)
{
	(void)state;
	char *project = new_project("CORRT", "DHO"), *place = text("/projects/%s/reports/1/correct", project);
	struct client *leader = client_of("leader");
	new_report(leader, project, "published", "as_planned", "2026-02-01");
	const struct answer *a = send_json(
		leader, "POST", place, "{\"field\": \"delay_weeks\", \"after\": \"5\", \"reason\": \"Counted again\"}", "3");
	assert_status(a, 200);
	assert_json(a, "delay_weeks", "5");
	assert_non_null(strstr(a->body, "\"delay_weeks\": 5"));
	assert_status(send_json(leader, "POST", place,
	                        "{\"field\": \"status_label\", \"after\": \"minor DEVIATION\", \"reason\": \"Too bright\"}",
	                        "3"),
	              200);
	assert_json(get(client_of(NULL), text("/projects/%s.json", project)), "status", "minor_deviation");
	a = get(client_of(NULL), text("/projects/%s/reports/1", project));
	assert_holds(a, "<ins>Minor deviation</ins>");
	a = send_json(leader, "POST", place, "{\"field\": \"light\", \"after\": \"purple\", \"reason\": \"x\"}", "3");
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "after");
}

/* Browsers take a tab out of an address, so that "/\t/host" leads away. */
static void nothing_leads_out_of_the_portal(void **state)
{
	(void)state;
	static const char *const nexts[] = {"/\t/evil.example", "//evil.example", "/\\evil.example",
	                                    "https://evil.example/", "/a\\b"};
	for (size_t i = 0; i < sizeof nexts / sizeof *nexts; i++) {
		struct client *c = client_new();
		const struct answer *a = sign_in_as(c, "staff", getenv("STYRBORD_PASSWORD"), nexts[i]);
		assert_status(a, 303);
		assert_header(a, "Location", "/");
		client_free(c);
	}
	assert_status(get(client_of(NULL), "/%09/evil.example"), 400);
}

/* A code stands in addresses; saving another one was once answered with "saved" and forgotten. */
static void a_project_keeps_its_code(void **state)
{
	(void)state;
	char *project = new_project("KEEPS", NULL);
	const struct answer *a =
		send_json(client_of("portfolio"), "PATCH", text("/projects/%s", project), "{\"code\": \"OTHER-CODE\"}", "1");
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "code");
}

/* The leader of DHO cannot see a restricted provider; saving the form must neither drop it nor answer in its name. */
static void a_hidden_provider_stays_and_answers_for_itself(void **state)
{
	(void)state;
	char *project = new_project("HIDDEN", "DHO"), *secret = new_project("SECRET", NULL);
	owner_sql(text("UPDATE live.project SET visibility = 'members' WHERE code = '%s'", secret));
	owner_sql(text(
		"INSERT INTO live.dependency (subject_id, needed, provider_project_id, criticality, light) SELECT p.id, 'Data', s.id, 'high', 'green' "
		"FROM live.project p, live.project s WHERE p.code = '%s' AND s.code = '%s'",
		project, secret));
	struct client *leader = client_of("leader");
	char *place = text("/projects/%s/dependencies/1", project);
	assert_json(get(leader, text("%s.json", place)), "provider_project", "(none)");
	assert_status(send_json(leader, "PATCH", place, "{\"comment\": \"soon\"}", "1"), 200);
	assert_status(send_json(leader, "PATCH", place, "{\"agreed_by_provider\": true}", "2"), 403);
	assert_string_equal(
		owner_sql(text(
			"SELECT s.code || d.agreed_by_provider FROM live.dependency d JOIN live.project s ON s.id = d.provider_project_id "
			"JOIN live.project p ON p.id = d.subject_id WHERE p.code = '%s'",
			project)),
		text("%sfalse", secret));
}

/* Names are sorted by the reader's alphabet: Ä is the end of the Swedish one and near the front of the English one. */
static void names_follow_the_readers_alphabet(void **state)
{
	(void)state;
	char *mark = new_code("ALPHABET");
	static const char *const titles[] = {"Äldre", "Zebra", "Annat"};
	for (size_t i = 0; i < 3; i++) {
		const struct answer *a = send_json(
			client_of("portfolio"), "POST", "/projects",
			text(
				"{\"code\": \"%s\", \"title\": \"%s %s\", \"language\": \"sv\", \"kind\": \"project\", \"owner\": \"HSO\","
				" \"phase\": \"planning\", \"lifecycle\": \"planned\"}",
				new_code("ALPHA"), titles[i], mark),
			NULL);
		assert_status(a, 201);
	}
	struct sending swedish = {.path = text("/projects.json?sort=title&q=%s", mark),
	                          .headers = (const char *const[]){"Accept-Language: sv", NULL}};
	struct sending english = {.path = swedish.path, .headers = (const char *const[]){"Accept-Language: en", NULL}};
	const struct answer *a = client_send(client_of(NULL), &swedish);
	assert_json(a, "total", "3");
	assert_non_null(strstr(json_at(a, "items.2.title"), "Äldre"));
	assert_non_null(strstr(json_at(client_send(client_of(NULL), &english), "items.0.title"), "Äldre"));
}

/* A report of 2031 topped the list of the newest. */
static void a_report_tells_of_a_day_that_has_been(void **state)
{
	(void)state;
	char *project = new_project("AHEAD", "DHO");
	const struct answer *a = send_json(
		client_of("leader"), "POST", text("/projects/%s/reports", project),
		"{\"reported_on\": \"2999-01-01\", \"status_label\": \"as_planned\", \"light\": \"green\", \"summary\": \"x\", \"risk_level\": \"low\"}",
		NULL);
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "reported_on");
}

/* The row of lights shows what corrections made of a report, as the rest of the page does. */
static void the_row_of_lights_is_corrected_too(void **state)
{
	(void)state;
	char *project = new_project("TREND", "DHO");
	new_report(client_of("leader"), project, "published", "as_planned", "2026-02-01");
	const struct answer *a = send_json(client_of("leader"), "POST", text("/projects/%s/reports/1/correct", project),
	                                   "{\"field\": \"light\", \"after\": \"red\", \"reason\": \"Too bright\"}", "3");
	assert_status(a, 200);
	a = get(client_of(NULL), text("/projects/%s.json", project));
	assert_json(a, "trend.0.light", "red");
	assert_json(a, "light", "red");
}

/* A figure on the front page leads to a list of just as many, and who may create a project is offered it. */
static void figures_lead_to_as_many_rows(void **state)
{
	(void)state;
	static const char *const tiles[][2] = {{"counts.as_planned", "status=as_planned&lifecycle=open"},
	                                       {"counts.not_reported", "status=not_reported&lifecycle=open"},
	                                       {"counts.high_risk", "risk=high&lifecycle=open"},
	                                       {"counts.active", "lifecycle=open"}};
	for (size_t i = 0; i < sizeof tiles / sizeof *tiles; i++) {
		char *figure = text("%s", json_at(get(client_of(NULL), "/index.json"), tiles[i][0]));
		assert_json(get(client_of(NULL), text("/projects.json?%s", tiles[i][1])), "total", figure);
	}
	assert_holds(get(client_of("portfolio"), "/projects"), "/projects/new\"");
	/* A leader creates below what the leader leads. */
	assert_holds(get(client_of("leader"), "/projects"), "/projects/new\"");
	assert_lacks(get(client_of("staff"), "/projects"), "/projects/new\"");
}

/* What two fields have to do with each other was said only after everything else had been corrected. */
static void rules_between_fields_are_said_with_the_rest(void **state)
{
	(void)state;
	char *project = new_project("RULES", "DHO");
	const struct answer *a = send_json(
		client_of("leader"), "PATCH", text("/projects/%s", project),
		"{\"title\": \"\", \"starts_on\": \"2026-05-01\", \"ends_on\": \"2026-04-30\", \"cost_frame\": 5}", "1");
	assert_status(a, 422);
	assert_json(a, "errors.length", "3");
	assert_json(a, "errors.0.field", "title");
	assert_json(a, "errors.1.field", "ends_on");
	assert_json(a, "errors.2.field", "currency");
	a = send_json(
		client_of("leader"), "POST", text("/projects/%s/risks", project),
		"{\"kind\": \"risk\", \"title\": \"\", \"probability\": 9, \"consequence\": 1, \"residual_probability\": 1, \"state\": \"open\"}",
		NULL);
	assert_status(a, 422);
	assert_json(a, "errors.length", "3");
	assert_json(a, "errors.2.field", "residual_probability");
	a = send_json(
		client_of("leader"), "POST", text("/projects/%s/deliverables", project),
		"{\"code\": \"L1\", \"title\": \"x\", \"planned_on\": \"2026-05-01\", \"delivered_on\": \"2026-05-01\"}", NULL);
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "delivered_on");
}

static void has_goals(const char *project, const char *codes)
{
	const struct answer *a = get(client_of(NULL), text("/projects/%s.json", project));
	const char *listed = "";
	long n = strtol(json_at(a, "goals.length"), NULL, 10);
	for (long i = 0; i < n; i++)
		listed = text("%s%s%s", listed, i ? " " : "", json_at(a, text("goals.%ld.code", i)));
	assert_string_equal(listed, codes);
}

static void set_project(const char *project, const char *patch)
{
	const char *version = text("%s", json_at(get(client_of(NULL), text("/projects/%s.json", project)), "version"));
	assert_status(send_json(client_of("portfolio"), "PATCH", text("/projects/%s", project), patch, version), 200);
}

/* Whoever changes another field leaves the goals alone. */
static void saving_a_project_keeps_its_other_goals(void **state)
{
	(void)state;
	set_project("OMAOLO", "{\"funding_code\": \"RRP-P4-I1\"}");
	has_goals("OMAOLO", "POHDE-2 SOTE-2");
	char *project = new_project("GOALS", NULL);
	owner_sql(text(
		"INSERT INTO live.carries (subject_id, goal_id) SELECT p.id, g.id FROM live.project p, live.strategy_goal g "
		"WHERE p.code = '%s' AND g.code IN ('HSO-4', 'HSO-5')",
		project));
	static const char *const saved[][2] = {
		{"{\"title\": \"Two goals\"}", "HSO-4 HSO-5"}, {"{\"goals\": [\"HSO-5\", \"nordlia-1\"]}", "NORDLIA-1 HSO-5"},
		{"{\"goals\": [\"NORDLIA-1\"]}", "NORDLIA-1"}, {"{\"goals\": null}", ""},
		{"{\"goals\": [\"HSO-4\"]}", "HSO-4"},         {"{\"goals\": []}", ""},
	};
	for (size_t i = 0; i < sizeof saved / sizeof *saved; i++) {
		set_project(project, saved[i][0]);
		has_goals(project, saved[i][1]);
	}
}

/* What the newest entry of a kind in the history says. */
static const char *newest(const struct answer *a, const char *type, const char *member)
{
	for (int i = 0; i < 50; i++)
		if (!strcmp(json_at(a, text("items.%d.type", i)), type))
			return json_at(a, text("items.%d.%s", i, member));
	return "";
}

/* A goal that comes and goes is in the history as what it is. */
static void the_history_tells_of_goals(void **state)
{
	(void)state;
	const char *goal = owner_sql("SELECT title FROM live.strategy_goal WHERE code = 'HSO-4'");
	set_project("OMAOLO", "{\"goals\": [\"POHDE-2\", \"SOTE-2\", \"HSO-4\"]}");
	has_goals("OMAOLO", "POHDE-2 SOTE-2 HSO-4");
	const struct answer *a = get(client_of(NULL), "/projects/OMAOLO/history.json");
	assert_string_equal(newest(a, "carries", "before"), "(none)");
	assert_string_equal(newest(a, "carries", "after.goal"), goal);
	set_project("OMAOLO", "{\"goals\": [\"POHDE-2\", \"SOTE-2\"]}");
	has_goals("OMAOLO", "POHDE-2 SOTE-2");
	a = get(client_of(NULL), "/projects/OMAOLO/history.json");
	assert_string_equal(newest(a, "carries", "before.goal"), goal);
	assert_string_equal(newest(a, "carries", "after"), "(none)");
	a = get(client_of(NULL), "/projects/OMAOLO/history");
	assert_holds(a, text("<strong>Strategy goal</strong> <span lang=\"fi\">%s</span> – removed", goal));
	assert_holds(a, text("<strong>Strategy goal</strong> <span lang=\"fi\">%s</span> – added", goal));
}

/* /roles/new is the form for new ones: a role that is called so could neither be read nor removed. */
static void no_record_stands_where_the_form_does(void **state)
{
	(void)state;
	const struct answer *a =
		send_json(client_of("portfolio"), "POST", "/roles", "{\"code\": \"new\", \"name\": \"New\"}", NULL);
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "code");
}

/* What stands too deep or ends before it begins is said beside its field, whichever type it is of. */
static void trees_and_periods_of_every_type(void **state)
{
	(void)state;
	struct client *c = client_of("portfolio");
	const char *parent = "null", *code = new_code("DEEP");
	const struct answer *a = NULL;
	for (int i = 0; i < 17; i++) {
		a = send_json(
			c, "POST", "/organisations",
			text("{\"code\": \"%s-%d\", \"name\": \"n\", \"kind\": \"unit\", \"language\": \"en\", \"parent\": %s}",
		         code, i, parent),
			NULL);
		assert_status(a, i < 16 ? 201 : 422);
		parent = text("\"%s-%d\"", code, i);
	}
	assert_json(a, "errors.0.field", "parent");
	/* The third quarter is before the fourth, and may be after some other day of its year. */
	const char *const begun[] = {"2026-Q4", "2026"};
	for (int i = 0; i < 2; i++) {
		a = send_json(c, "POST", "/bodies",
		              text("{\"code\": \"%s\", \"name\": \"n\", \"kind\": \"board\", \"language\": \"en\", "
		                   "\"appointed_on\": \"%s\", \"ends_on\": \"2026-Q3\"}",
		                   code, begun[i]),
		              NULL);
		assert_status(a, i ? 201 : 422);
		if (!i)
			assert_json(a, "errors.0.field", "ends_on");
	}
}

/* A list may hold what is no number: it is told so, and the worker goes on. What a request does not ask for is not
 * granted. */
static void a_decision_names_changes_that_are_asked_for(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	char *project = new_project("DECIDE", NULL), *request = text("/projects/%s/change-requests/1", project);
	assert_status(send_json(office, "POST", text("/projects/%s/change-requests", project),
	                        "{\"title\": \"t\", \"reason\": \"r\"}", NULL),
	              201);
	assert_status(send_json(office, "POST", text("/projects/%s/requested-changes", project),
	                        "{\"request\": \"1\", \"of\": \"project\", \"field\": \"purpose\", \"after\": \"p\"}",
	                        NULL),
	              201);
	const char *version = text("%s", json_at(get(office, text("%s.json", request)), "version"));
	assert_status(send_json(office, "POST", text("%s/submit", request), "{}", version), 200);
	version = text("%s", json_at(get(office, text("%s.json", request)), "version"));
	static const struct {
		const char *sent;
		int status;
	} sendings[] = {{"{\"changes\": [null]}", 400}, {"{\"changes\": 1}", 400},  {"{\"changes\": [{}]}", 400},
	                {"{\"changes\": [9]}", 422},    {"{\"changes\": []}", 422}, {"{\"changes\": [1]}", 200}};
	for (size_t i = 0; i < sizeof sendings / sizeof *sendings; i++)
		assert_status(send_json(office, "POST", text("%s/grant", request), sendings[i].sent, version),
		              sendings[i].status);
	assert_json(get(office, text("%s.json", request)), "state", "granted");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(history_pages_lose_nothing_of_one_moment),
		cmocka_unit_test(page_and_list_agree_after_a_corrected_day),
		cmocka_unit_test(corrections_keep_types_and_understand_labels),
		cmocka_unit_test(nothing_leads_out_of_the_portal),
		cmocka_unit_test(a_project_keeps_its_code),
		cmocka_unit_test(a_hidden_provider_stays_and_answers_for_itself),
		cmocka_unit_test(names_follow_the_readers_alphabet),
		cmocka_unit_test(a_report_tells_of_a_day_that_has_been),
		cmocka_unit_test(the_row_of_lights_is_corrected_too),
		cmocka_unit_test(figures_lead_to_as_many_rows),
		cmocka_unit_test(rules_between_fields_are_said_with_the_rest),
		cmocka_unit_test(saving_a_project_keeps_its_other_goals),
		cmocka_unit_test(the_history_tells_of_goals),
		cmocka_unit_test(no_record_stands_where_the_form_does),
		cmocka_unit_test(trees_and_periods_of_every_type),
		cmocka_unit_test(a_decision_names_changes_that_are_asked_for),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
