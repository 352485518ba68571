/* Who may do what: every route for every kind of person, and PostgreSQL's own word on it.
 * The routes are those of routes.golden (test_reviewed.c). */
#include "one_of_each.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const people[] = {NULL,        "staff", "leader",  "steering", "coordinator",
                                     "portfolio", "admin", "auditor", "editor"};
enum { PEOPLE = sizeof people / sizeof *people };

/* A project below DHO with one of everything, and one that needs something of it; an organisation, a body of the
 * project and a strategy with the same code; a role, and by their numbers a person without an account and a word. */
static char *project, *needing, *person, *term;

static void add(const char *code, const char *collection, const char *json)
{
	create(text("/projects/%s/%s", code, collection), json);
}

static char *number_at_end(const char *path, const char *json)
{
	const struct answer *a = send_json(client_of("portfolio"), "POST", path, json, NULL);
	assert_status(a, 201);
	return text("%s", strrchr(header(a, "Location"), '/') + 1);
}

static void add_structure(void)
{
	static const char *const collections[] = {"funding-programmes", "surveys", "news",       "events",   "projects",
	                                          "organisations",      "bodies",  "strategies", "services", "models"};
	create("/organisations",
	       text("{\"code\": \"%s\", \"name\": \"n\", \"kind\": \"unit\", \"language\": \"en\"}", project));
	create("/bodies",
	       text("{\"code\": \"%s\", \"name\": \"n\", \"kind\": \"network\", \"project\": \"%s\", \"language\": \"en\"}",
	            project, project));
	create("/strategies",
	       text("{\"code\": \"%s\", \"title\": \"t\", \"owner\": \"HSO\", \"language\": \"en\"}", project));
	create(text("/strategies/%s/goals", project),
	       text("{\"code\": \"%s\", \"number\": \"1\", \"title\": \"t\", \"language\": \"en\"}", project));
	create("/funding-programmes",
	       text("{\"code\": \"%s\", \"title\": \"t\", \"owner\": \"HSO\", \"language\": \"en\"}", project));
	create(
		"/surveys",
		text(
			"{\"code\": \"%s\", \"title\": \"t\", \"owner\": \"HSO\", \"language\": \"en\", "
			"\"visibility\": \"public\", \"asked_role\": \"project_manager\", \"asked_below\": \"%s\", \"project\": \"%s\"}",
			project, project, project));
	create("/news",
	       text("{\"code\": \"%s\", \"title\": \"t\", \"owner\": \"HSO\", \"language\": \"en\", \"kind\": \"news\"}",
	            project));
	create("/events", text("{\"code\": \"%s\", \"title\": \"t\", \"owner\": \"HSO\", \"language\": \"en\"}", project));
	/* What nobody has published only editors see (094_deciding.sql). */
	for (int i = 0; i < 2; i++) {
		const char *table = i ? "event" : "news";
		owner_sql(text("UPDATE live.%s SET published_at = now() WHERE code = '%s'", table, project));
		owner_sql(text("UPDATE live.%s SET title = 'u', correction_reason = 'r' WHERE code = '%s'", table, project));
	}
	create("/services",
	       text("{\"code\": \"%s\", \"title\": \"t\", \"owner\": \"HSO\", \"language\": \"en\"}", project));
	create("/models", text("{\"code\": \"%s\", \"title\": \"t\", \"kind\": \"stages\", \"state\": \"draft\", "
	                       "\"owner\": \"HSO\", \"language\": \"en\"}",
	                       project));
	create(text("/models/%s/items", project), "{\"title\": \"t\"}");
	add(project, "content-areas", "{\"title\": \"t\", \"track\": \"joint\"}");
	for (size_t i = 0; i < sizeof collections / sizeof *collections; i++)
		one_of_each(collections[i], project);
	/* Drafts are for those who take part. */
	owner_sql(text("UPDATE live.change_request SET state = 'submitted' WHERE subject_id = (SELECT id FROM live.project "
	               "WHERE code = '%s')",
	               project));
	create("/roles", "{\"code\": \"tried_here\", \"name\": \"n\"}");
	create("/roles/tried_here/duties", "{\"text\": \"t\", \"share\": \"own\", \"language\": \"en\"}");
	create("/roles/tried_here/labels", "{\"label\": \"l\", \"language\": \"fi\"}");
	person = number_at_end("/people", "{\"name\": \"Utan Konto\"}");
	term = number_at_end("/terms", "{\"list\": \"body_kind\", \"code\": \"tried_here\"}");
	create(text("/terms/%s/labels", term), "{\"label\": \"l\", \"language\": \"fi\"}");
}

static int set_up(void **state)
{
	(void)state;
	project = new_project("RIGHTS", "DHO");
	needing = new_project("NEEDS", NULL);
	add(project, "deliverables", "{\"code\": \"D1\", \"title\": \"t\", \"planned_on\": \"2026-01-01\"}");
	add(project, "milestones", "{\"title\": \"t\", \"kind\": \"milestone\", \"planned_on\": \"2026-01-01\"}");
	add(project, "risks",
	    "{\"kind\": \"risk\", \"title\": \"t\", \"probability\": 1, \"consequence\": 1, \"state\": \"open\"}");
	add(project, "benefits", "{\"title\": \"t\"}");
	add_structure();
	for (int i = 0; i < 2; i++)
		add(i ? needing : project, "dependencies",
		    text("{\"needed\": \"x\", \"provider_project\": \"%s\", \"criticality\": \"low\", \"light\": \"green\"}",
		         i ? project : needing));
	new_report(client_of("portfolio"), project, "published", "as_planned", "2026-01-01");
	new_report(client_of("portfolio"), project, "draft", "as_planned", "2026-01-02");
	return 0;
}

/* ---- every route ---- */

struct row {
	char method[8], path[128], access[64], checked[64], handler[64];
};

static bool next_row(FILE *f, struct row *row)
{
	char line[512];
	return fgets(line, sizeof line, f) && sscanf(line, "%7s %127s %63s %63s %63s", row->method, row->path, row->access,
	                                             row->checked, row->handler) == 5;
}

static FILE *golden(void)
{
	FILE *f = fopen("tests/http/routes.golden", "r");
	if (!f)
		fail_msg("no tests/http/routes.golden: run the tests from the project's root");
	return f;
}

/* A row's path with this test's own records in it: of the reports the published one, and the draft to be edited. */
static const char *filled_in(const struct row *row)
{
	const char *path = row->path;
	bool draft = strstr(path, "/reports/") && !strncmp(row->handler, "record_", 7) && strcmp(row->access, "read");
	static const char *const names[] = {"{code}", "{project}", "{n}", "{word}", "{term}", "{id}"};
	const char *const values[] = {project,      needing, draft ? "2" : "1",
	                              "tried_here", term,    !strncmp(path, "/terms", 6) ? term : person};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *at = strstr(path, names[i]);
		if (at)
			path = text("%.*s%s%s", (int)(at - path), path, values[i], at + strlen(names[i]));
	}
	return path;
}

/* Whoever has the right anywhere may add a record with two sides, which says whose it is; one that is there is asked.
 */
static bool may_either(const char *who, const struct row *row)
{
	bool leads = !strcmp(who, "leader"),
		 adds = !strcmp(row->handler, "record_new") || !strcmp(row->handler, "record_create");
	bool own = !strncmp(row->path, "/projects/", 10) || !strncmp(row->path, "/surveys/", 9);
	return leads ? adds || own : adds && !strcmp(who, "coordinator");
}

static bool may(const char *who, const struct row *row)
{
	const char *access = row->access;
	if (!strcmp(access, "public") || !strcmp(access, "read"))
		return true;
	if (who && !strcmp(who, "portfolio"))
		return true;
	/* The leader has what a project gives, on it and on what is its own; what no code is asked for, whoever has it
	 * somewhere. */
	static const char *const held[][2] = {{"leader", "project.create@any"},
	                                      {"leader", "body.edit@any"},
	                                      {"leader", "person.edit@any"},
	                                      {"leader", "model.edit@any"},
	                                      {"leader", "news.edit@any"},
	                                      {"leader", "decision.edit@body"},
	                                      {"steering", "decision.edit@body"},
	                                      {"steering", "meeting.edit@body"},
	                                      {"steering", "meeting.edit@project"},
	                                      {"steering", "change.decide@project"},
	                                      {"editor", "news.edit@any"},
	                                      {"editor", "news.edit@news"},
	                                      {"editor", "news.edit@event"},
	                                      {"editor", "edit@news"},
	                                      {"editor", "edit@event"},
	                                      {"editor", "news.publish@news"},
	                                      {"editor", "news.publish@event"},
	                                      {"editor", "strategy.edit@any"},
	                                      {"editor", "strategy.edit@strategy"},
	                                      {"editor", "edit@strategy"},
	                                      {"coordinator", "news.edit@any"},
	                                      {"leader", "survey.edit@any"},
	                                      {"leader", "survey.edit@survey"},
	                                      {"leader", "edit@survey"},
	                                      {"leader", "meeting.edit@body"},
	                                      {"coordinator", "survey.edit@any"},
	                                      {"leader", "body.edit@body"},
	                                      {"leader", "edit@body"},
	                                      {"coordinator", "body.edit@any"},
	                                      {"coordinator", "person.edit@any"},
	                                      {"coordinator", "service.create@any"},
	                                      {"coordinator", "model.edit@any"},
	                                      {"coordinator", "funding.edit@any"},
	                                      {"coordinator", "organisation.create@any"},
	                                      {"coordinator", "organisation.edit@any"}};
	if (who && strstr(access, "@either"))
		return may_either(who, row);
	/* Its own project's requests are others' to decide. */
	if (who && !strcmp(who, "leader") && strstr(access, "@project"))
		return strcmp(access, "change.decide@project") != 0;
	for (size_t i = 0; who && i < sizeof held / sizeof *held; i++)
		if (!strcmp(held[i][0], who) && !strcmp(held[i][1], access))
			return true;
	return false;
}

/* What an empty request gets from who has the right: a form, every missing field at once, or the question for the
 * version. */
static int status_when_allowed(const struct row *row, const char *who)
{
	static const struct {
		const char *handler;
		int get, post, other;
	} expected[] = {
		{"sign_in_form", 200, 0, 0},
		{"record_create", 0, 422, 0},
		{"record_change", 0, 428, 428},
		{"record_remove", 0, 428, 428},
		{"record_restore", 0, 409, 0},
		{"report_submit", 0, 428, 0},
		{"report_return", 0, 428, 0},
		{"report_publish", 0, 428, 0},
		{"report_correct", 0, 422, 0},
		{"dependency_answer", 0, 428, 0},
		{"survey_accept", 0, 428, 0},
		{"sign_in", 0, 403, 0},
		{"sign_out", 0, 403, 0},
		{"publish", 0, 428, 0},
		{"change_request_submit", 0, 428, 0},
		{"change_request_grant", 0, 428, 0},
		{"change_request_refuse", 0, 428, 0},
		{"record_save_sheet", 200, 303, 0},
	};
	if (!strcmp(row->handler, "sign_in_form") && who)
		return 303;
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
		if (!strcmp(expected[i].handler, row->handler))
			return !strcmp(row->method, "GET")    ? expected[i].get
			       : !strcmp(row->method, "POST") ? expected[i].post
			                                      : expected[i].other;
	return 200;
}

/* Risks are for staff, as the portal is delivered (the option for_staff): to others they are not there. */
static bool for_staff(const struct row *row)
{
	return !strcmp(row->access, "read") && strstr(row->path, "/risks/{n}");
}

static int expected_status(const struct row *row, const char *who)
{
	if (!who && for_staff(row))
		return 404;
	if (may(who, row))
		return status_when_allowed(row, who);
	return who ? 403 : !strcmp(row->method, "GET") ? 303 : 401;
}

static struct sending empty_request(const struct row *row, bool without_csrf)
{
	bool json = !strcmp(row->method, "PATCH"), reads = !strcmp(row->method, "GET");
	return (struct sending){.method = row->method,
	                        .path = filled_in(row),
	                        .without_csrf = without_csrf || !strcmp(row->access, "public"),
	                        .type = json    ? "application/json"
	                                : reads ? NULL
	                                        : "application/x-www-form-urlencoded",
	                        .body = json    ? "{}"
	                                : reads ? NULL
	                                        : ""};
}

static void every_route_knows_everybody(void **state)
{
	(void)state;
	struct row row;
	int routes = 0, wrong = 0;
	FILE *f = golden();
	for (; next_row(f, &row); routes++) {
		for (size_t i = 0; i < PEOPLE; i++) {
			struct sending s = empty_request(&row, false);
			int status = client_send(client_of(people[i]), &s)->status, expected = expected_status(&row, people[i]);
			if (status != expected) {
				print_error("%s %s as %s: %d, not %d\n", row.method, s.path, people[i] ? people[i] : "nobody", status,
				            expected);
				wrong++;
			}
		}
	}
	fclose(f);
	assert_true(routes > 60);
	assert_int_equal(wrong, 0);
}

/* What a page for readers makes is looked at only after it is made: such a row must change nothing. */
static void rows_are_safe_to_read(void **state)
{
	(void)state;
	struct row row;
	FILE *f = golden();
	while (next_row(f, &row)) {
		bool reads = !strcmp(row.method, "GET");
		assert_true(reads || strcmp(row.access, "read"));
		assert_true(reads ? !strstr(row.checked, "token") : strstr(row.checked, "token") != NULL);
		assert_true(reads || !strstr(row.checked, "at"));
		assert_true(!strcmp(row.path, "/login") || !strcmp(row.path, "/readyz")
		                ? strstr(row.checked, "directory") != NULL
		                : !strstr(row.checked, "directory"));
	}
	fclose(f);
}

static void every_document_knows_everybody(void **state)
{
	(void)state;
	struct row row;
	FILE *f = golden();
	while (next_row(f, &row)) {
		if (strcmp(row.method, "GET") || !strcmp(row.path, "/") || !strcmp(row.path, "/healthz") ||
		    !strcmp(row.path, "/login"))
			continue;
		for (size_t i = 0; i < PEOPLE; i++) {
			const struct answer *a = get(client_of(people[i]), text("%s.json", filled_in(&row)));
			bool hidden = !people[i] && for_staff(&row), allowed = !hidden && may(people[i], &row);
			assert_status(a, allowed ? 200 : hidden ? 404 : people[i] ? 403 : 401);
			if (!strcmp(row.handler, "health_ready"))
				assert_json(a, "database", "up");
			else if (strcmp(row.handler, "attachment_file"))
				assert_header(a, "Content-Type", allowed ? "application/json" : "application/problem+json");
		}
	}
	fclose(f);
}

static void no_unsafe_route_goes_without_the_token(void **state)
{
	(void)state;
	struct row row;
	FILE *f = golden();
	while (next_row(f, &row)) {
		if (!strcmp(row.method, "GET"))
			continue;
		struct sending s = empty_request(&row, true);
		assert_status(client_send(client_of("portfolio"), &s), 403);
	}
	fclose(f);
}

/* ---- the leader's project, and no other ---- */

static void leader_reports_on_dho_and_nothing_else(void **state)
{
	(void)state;
	static const char report[] =
		"{\"reported_on\": \"2026-02-02\", \"status_label\": \"as_planned\", \"light\": \"green\", \"summary\": \"s\", \"risk_level\": \"low\"}";
	static const char *const others[] = {"NYAPI", "REGPLATT", "ASTER", "SEPSIS"};
	new_report(client_of("leader"), project, "published", "as_planned", "2026-02-02");
	assert_status(get(client_of("leader"), "/projects/DHO/reports/new"), 200);
	assert_holds(get(client_of("leader"), "/projects/DHO"), "/projects/DHO/reports/new");
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		char *place = text("/projects/%s/reports", others[i]);
		assert_status(send_json(client_of("leader"), "POST", place, report, NULL), 403);
		assert_status(post(client_of("leader"), place, "summary", "s", NULL), 403);
		assert_status(get(client_of("leader"), text("%s/new", place)), 403);
		assert_status(post(client_of("leader"), text("%s/1/publish", place), "_version", "1", NULL), 403);
		assert_lacks(get(client_of("leader"), text("/projects/%s", others[i])), "/reports/new");
	}
	assert_status(send_json(client_of("staff"), "POST", "/projects/DHO/reports", report, NULL), 403);
	assert_status(send_json(client_of("steering"), "POST", text("/projects/%s/reports", project), report, NULL), 403);
	assert_status(send_json(client_of(NULL), "POST", text("/projects/%s/reports", project), report, NULL), 401);
}

static void nobody_moves_a_project_out_of_their_reach_or_into_it(void **state)
{
	(void)state;
	char *mine = new_project("MINE", "DHO"), *other = new_project("OTHER", NULL);
	struct client *leader = client_of("leader");
	assert_status(send_json(leader, "PATCH", text("/projects/%s", mine), "{\"parent\": null}", "1"), 403);
	assert_status(send_json(leader, "PATCH", text("/projects/%s", mine), text("{\"parent\": \"%s\"}", other), "1"),
	              403);
	assert_status(send_json(leader, "PATCH", text("/projects/%s", other), "{\"parent\": \"DHO\"}", "1"), 403);
	assert_status(send_json(leader, "PATCH", text("/projects/%s", mine), "{\"title\": \"Still mine\"}", "1"), 200);
	assert_json(get(leader, text("/projects/%s.json", mine)), "parent.code", "DHO");
}

static void a_page_says_what_the_person_may(void **state)
{
	(void)state;
	const struct answer *a = get(client_of("leader"), "/access");
	assert_holds(a, "project-dho-leaders");
	assert_holds(a, "write status reports");
	assert_holds(a, ">Prosessplattform og digital hjemmeoppfølging</a>");
	assert_json(get(client_of("staff"), "/access.json"), "signed_in", "true");
	assert_json(get(client_of(NULL), "/access.json"), "signed_in", "false");
	assert_json(get(client_of("portfolio"), "/access.json"), "grants.1.group",
	            "cn=portfolio-office,ou=groups,dc=demo,dc=example");
}

/* What the servers call people, groups and requests stands where an administrator looks, and nowhere else. */
static void only_administrators_read_what_servers_call_things(void **state)
{
	(void)state;
	static const char *const accounts[] = {NULL, "staff", "leader", "portfolio"};
	static const char *const paths[] = {
		"/", "/access", "/projects", "/projects/DHO", "/projects/DHO/history", "/organisations"};
	for (size_t i = 0; i < sizeof accounts / sizeof *accounts; i++)
		for (size_t k = 0; k < sizeof paths / sizeof *paths; k++) {
			const struct answer *a = get(client_of(accounts[i]), paths[k]);
			assert_lacks(a, "dc=example");
			assert_lacks(a, "ou=groups");
			assert_lacks(a, header(a, "X-Request-Id"));
		}
	const struct answer *a = get(client_of("admin"), "/access");
	assert_holds(a, "ou=groups,dc=demo,dc=example");
	assert_holds(a, header(a, "X-Request-Id"));
	/* Who asks for help names the request. */
	a = get(client_of("staff"), "/nowhere");
	assert_holds(a, header(a, "X-Request-Id"));
}

/* ---- PostgreSQL's own word ---- */

static void postgresql_refuses_what_the_portal_refuses(void **state)
{
	(void)state;
	static const char office[] = "[{\"role\": \"portfolio\", \"scope\": \"portal\"}]";
	static const char insert[] =
		"INSERT INTO status_report (subject_id, reported_on, status_label, light, summary, risk_level)"
		" SELECT id, current_date, 'as_planned', 'green', 's', 'low' FROM project WHERE code = '%s' RETURNING 1";
	static const char update[] =
		"WITH u AS (UPDATE project SET title = 'x' WHERE code = '%s' RETURNING 1) SELECT count(*) FROM u";
	const struct {
		const char *who, *code, *inserts, *updates;
	} asked[] = {
		{"staff", "DHO", "42501", "0"},          {"steering", "DHO", "42501", "0"}, {"admin", "DHO", "42501", "0"},
		{"auditor", "DHO", "42501", "0"},        {"leader", "DHO", "1", "1"},       {"leader", project, "1", "1"},
		{"leader", "NYAPI", "42501", "0"},       {"portfolio", "NYAPI", "1", "1"},  {"leader", "SEALED", "", "0"},
		{"coordinator", "SEALED", "42501", "0"},
	};
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		char *grants = text("%s", json_at(get(client_of(asked[i].who), "/access.json"), "grants"));
		assert_string_equal(app_sql(grants, text(insert, asked[i].code)), asked[i].inserts);
		assert_string_equal(app_sql(grants, text(update, asked[i].code)), asked[i].updates);
	}
	assert_string_equal(app_sql("", "SELECT count(*) FROM project WHERE code = 'SEALED'"), "0");
	assert_string_equal(app_sql(office, "WITH u AS (UPDATE person SET name = 'x' WHERE account <> '' "
	                                    "RETURNING 1) SELECT count(*) FROM u"),
	                    "42501");
	static const char *const closed[] = {"DELETE FROM past.project",
	                                     "SELECT token_hash FROM styrbord.session",
	                                     "INSERT INTO person (directory_id, account, name) VALUES ('x', 'x', 'x')",
	                                     "ALTER TABLE live.project DISABLE ROW LEVEL SECURITY",
	                                     "SET ROLE styrbord_owner",
	                                     "INSERT INTO styrbord.role_right VALUES ('x', 'x')"};
	for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
		assert_string_equal(app_sql(office, closed[i]), "42501");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_route_knows_everybody),
		cmocka_unit_test(rows_are_safe_to_read),
		cmocka_unit_test(every_document_knows_everybody),
		cmocka_unit_test(no_unsafe_route_goes_without_the_token),
		cmocka_unit_test(leader_reports_on_dho_and_nothing_else),
		cmocka_unit_test(nobody_moves_a_project_out_of_their_reach_or_into_it),
		cmocka_unit_test(a_page_says_what_the_person_may),
		cmocka_unit_test(only_administrators_read_what_servers_call_things),
		cmocka_unit_test(postgresql_refuses_what_the_portal_refuses),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
