/* What has changed, and what has not: nothing is written that says nothing new, of two who save both keep what only one
 * of them changed, what the portal decides is not dropped without a word, and what a reference means is found out. */
#include "client.h"

#include <stdlib.h>
#include <string.h>

static char *risk_in(const char *project)
{
	const struct answer *a =
		send_json(client_of("portfolio"), "POST", text("/projects/%s/risks", project),
	              "{\"kind\": \"risk\", \"title\": \"Late\", \"cause\": \"c\", \"probability\": 2, \"consequence\": 3,"
	              " \"state\": \"open\"}",
	              NULL);
	assert_status(a, 201);
	return text("%s", strstr(header(a, "Location"), "/projects"));
}

/* ---- nothing new ---- */

static const struct answer *post_risk(struct client *c, const char *place, const char *version, const char *title,
                                      const char *cause, const char *probability)
{
	return post(c, place, "_version", version, "kind", "risk", "title", title, "cause", cause, "probability",
	            probability, "consequence", "3", "state", "open", NULL);
}

static void what_says_nothing_new_is_not_written(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	char *place = risk_in(new_project("SAME", NULL)), *project = new_project("SAMEP", NULL);
	assert_status(post_risk(office, place, "1", "Late", "c", "2"), 303);
	assert_status(post_risk(office, place, "1", " Late ", "c", " 2"), 303);
	const struct answer *a = send_json(office, "PATCH", place, "{}", "1");
	assert_status(a, 200);
	assert_json(a, "version", "1");
	assert_json(send_json(office, "PATCH", place, "{\"cause\": \"c\", \"owner\": null}", "1"), "version", "1");
	assert_json(get(office, text("%s.json", place)), "version", "1");
	assert_string_equal(owner_sql(text("SELECT count(*) FROM past.risk r JOIN live.subject s ON s.id = r.subject_id "
	                                   "WHERE s.code = '%s'",
	                                   strtok(strdup(strstr(place, "/SAME") + 1), "/"))),
	                    "0");
	/* an amount in other digits, goals in another order */
	place = text("/projects/%s", project);
	assert_status(send_json(office, "PATCH", place,
	                        "{\"cost_frame\": 5.50, \"currency\": \"NOK\", \"goals\": [\"HSO-4\", \"HSO-5\"]}", "1"),
	              200);
	a = send_json(office, "PATCH", place, "{\"cost_frame\": 5.5, \"goals\": [\"hso-5\", \"HSO-4\"]}", "2");
	assert_status(a, 200);
	assert_json(a, "version", "2");
	/* and a change of the goals alone is a change */
	a = send_json(office, "PATCH", place, "{\"goals\": [\"HSO-5\"]}", "2");
	assert_json(a, "version", "3");
	assert_json(a, "goals.length", "1");
	assert_json(a, "goals.0", "HSO-5");
}

/* ---- two at once ---- */

static void of_two_who_save_both_keep_what_only_one_changed(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio"), *leader = client_of("leader");
	char *place = risk_in(new_project("BOTH", "DHO"));
	assert_status(send_json(office, "PATCH", place, "{\"cause\": \"Theirs\", \"mitigation\": \"New\"}", "1"), 200);
	assert_status(post_risk(leader, place, "1", "Mine", "c", "2"), 303);
	const struct answer *a = get(leader, text("%s.json", place));
	assert_json(a, "title", "Mine");
	assert_json(a, "cause", "Theirs");
	assert_json(a, "mitigation", "New");
	assert_json(a, "version", "3");
	/* both the same: nothing to ask, and nothing to write */
	assert_status(send_json(office, "PATCH", place, "{\"title\": \"Ours\"}", "3"), 200);
	assert_status(post(leader, place, "_version", "3", "kind", "risk", "title", "Ours", "cause", "Theirs", "mitigation",
	                   "New", "probability", "2", "consequence", "3", "state", "open", NULL),
	              303);
	assert_json(get(leader, text("%s.json", place)), "version", "4");
}

static void only_what_both_changed_is_asked(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio"), *leader = client_of("leader");
	char *place = risk_in(new_project("ASKED", "DHO"));
	assert_status(send_json(office, "PATCH", place, "{\"title\": \"Theirs\", \"cause\": \"Their cause\"}", "1"), 200);
	const struct answer *a = post_risk(leader, place, "1", "Mine", "c", "4");
	assert_status(a, 409);
	assert_holds(a, "What both have changed");
	assert_holds(a, "<th scope=\"row\"><a href=\"#field-title\">");
	assert_lacks(a, "<a href=\"#field-cause\">");
	assert_lacks(a, "<a href=\"#field-probability\">");
	assert_string_equal(form_value(a, "title"), "Mine");
	assert_string_equal(form_value(a, "cause"), "Their cause");
	assert_holds(a, "Probability 4, Consequence 3: 12\" checked");
	assert_string_equal(form_value(a, "_version"), "2");
	/* sent again as it came, it undoes nothing of theirs but the title */
	assert_status(post_risk(leader, place, "2", "Mine", "Their cause", "4"), 303);
	a = get(leader, text("%s.json", place));
	assert_json(a, "title", "Mine");
	assert_json(a, "cause", "Their cause");
	assert_json(a, "probability", "4");
	/* with an error beside it the form stays a change of what its sender saw */
	assert_status(send_json(office, "PATCH", place, "{\"cause\": \"Later\"}", "3"), 200);
	a = post_risk(leader, place, "3", "", "Their cause", "4");
	assert_status(a, 422);
	assert_string_equal(form_value(a, "_version"), "3");
	/* whoever sends JSON is told, and merges */
	assert_status(send_json(leader, "PATCH", place, "{\"title\": \"x\"}", "3"), 412);
}

/* ---- what the portal decides ---- */

static void what_the_portal_decides_is_refused_with_a_word(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	char *project = new_project("DECIDED", NULL), *provider = new_project("GIVES", NULL);
	char *report =
		text("/projects/%s/reports/%s", project, new_report(office, project, "draft", "as_planned", "2026-01-02"));
	const struct answer *a = send_json(office, "PATCH", report, "{\"state\": \"published\"}", "1");
	assert_status(a, 422);
	assert_json(a, "errors.length", "1");
	assert_json(a, "errors.0.field", "state");
	a = post(office, report, "_version", "1", "state", "published", "summary", "s", NULL);
	assert_status(a, 422);
	assert_json(get(office, text("%s.json", report)), "state", "draft");
	assert_status(
		send_json(office, "POST", text("/projects/%s/dependencies", project),
	              text("{\"needed\": \"Data\", \"provider_project\": \"%s\", \"criticality\": \"low\", \"light\": "
	                   "\"green\"}",
	                   provider),
	              NULL),
		201);
	char *place = text("/projects/%s/dependencies/1", project);
	a = send_json(office, "PATCH", place, "{\"agreed_by_provider\": true}", "1");
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "agreed_by_provider");
	a = send_json(office, "PATCH", place, "{\"provider_comment\": \"Yes\"}", "1");
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "provider_comment");
	/* who delivers it in words has their answer noted here; once it is a project, that answers for itself */
	assert_status(
		send_json(office, "PATCH", place,
	              "{\"provider_project\": null, \"provider_name\": \"Somebody\", \"agreed_by_provider\": true}", "1"),
		200);
	a = send_json(office, "PATCH", place,
	              text("{\"provider_project\": \"%s\", \"agreed_by_provider\": false}", provider), "2");
	assert_status(a, 200);
	assert_json(a, "agreed_by_provider", "false");
}

/* The whole document that GET gave, and one change in it. */
static const char *changed(const struct answer *a, const char *old, const char *new)
{
	const char *at = strstr(a->body, old);
	assert_non_null(at);
	return text("%.*s%s%s", (int)(at - a->body), a->body, new, at + strlen(old));
}

static void what_was_read_can_be_sent_back(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	char *project = new_project("BACK", "DHO"), *risk = risk_in(project);
	const char *const places[] = {
		text("/projects/%s", project), risk,
		text("/projects/%s/reports/%s", project, new_report(office, project, "draft", "as_planned", "2026-01-02"))};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		const struct answer *a = get(office, text("%s.json", places[i]));
		const char *version = text("%s", json_at(a, "version"));
		a = send_json(office, "PATCH", places[i], text("%s", a->body), version);
		assert_status(a, 200);
		assert_json(a, "version", version);
	}
	assert_status(send_json(office, "PATCH", places[0], "{\"contact\": \"leader\", \"goals\": [\"HSO-4\"]}",
	                        json_at(get(office, text("%s.json", places[0])), "version")),
	              200);
	const struct answer *a = get(office, text("%s.json", places[0]));
	const char *version = text("%s", json_at(a, "version"));
	a = send_json(office, "PATCH", places[0], changed(a, "\"funding_code\" : \"\"", "\"funding_code\" : \"F1\""),
	              version);
	assert_status(a, 200);
	assert_json(a, "funding_code", "F1");
	assert_json(a, "contact", "leader");
	assert_json(a, "goals.length", "1");
	/* another number, another version of a computed member, an owner that is not what stands there: a word */
	a = get(office, text("%s.json", risk));
	a = send_json(office, "PATCH", risk, changed(a, "\"n\" : 1", "\"n\" : 7"), "1");
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "n");
	version = text("%s", json_at(get(office, text("%s.json", places[0])), "version"));
	a = send_json(office, "PATCH", places[0], "{\"owner\": {\"code\": \"POHDE\", \"name\": \"Pohde\"}}", version);
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "owner");
}

/* ---- what a reference means ---- */

static int two_annas(void **state)
{
	(void)state;
	owner_sql(
		"INSERT INTO live.person (directory_id, account, name) SELECT 'test-' || a, a, n FROM (VALUES "
		"('anna.aho', 'Anna Testi Aho'), ('anna.berg', 'Anna Testi Berg'), ('carl.testi', 'Carl Testi-Dahl')) p (a, n) "
		"WHERE NOT EXISTS (SELECT FROM live.person WHERE account = 'anna.aho')");
	return 0;
}

static const struct answer *post_owner(const char *place, const char *version, const char *owner)
{
	return post(client_of("portfolio"), place, "_version", version, "kind", "risk", "title", "Late", "cause", "c",
	            "probability", "2", "consequence", "3", "state", "open", "owner", owner, NULL);
}

static void a_part_of_the_name_is_enough_in_a_form(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	char *place = risk_in(new_project("TYPED", NULL));
	static const char *const meant[][2] = {
		{"carl.testi", "carl.testi"},       {"ANNA.AHO", "anna.aho"}, {"testi-dahl", "carl.testi"},
		{"Anna Testi Berg", "anna.berg"},   {"berg", "anna.berg"},    {"Carl Testi-Dahl (carl.testi)", "carl.testi"},
		{"Whoever (anna.aho)", "anna.aho"},
	};
	for (size_t i = 0; i < sizeof meant / sizeof *meant; i++) {
		const char *version = text("%s", json_at(get(office, text("%s.json", place)), "version"));
		const struct answer *a = post_owner(place, version, meant[i][0]);
		if (a->status != 303)
			print_error("%s\n", meant[i][0]);
		assert_status(a, 303);
		assert_json(get(office, text("%s.json", place)), "owner", meant[i][1]);
	}
	/* the form shows who it is, and takes that back */
	const struct answer *a = get(office, text("%s/edit", place));
	assert_string_equal(form_value(a, "owner"), "Anna Testi Aho (anna.aho)");
	const char *version = text("%s", form_value(a, "_version"));
	assert_status(post_owner(place, version, "Anna Testi Aho (anna.aho)"), 303);
	assert_json(get(office, text("%s.json", place)), "version", version);
	/* who has left is offered to nobody, but stays */
	owner_sql("UPDATE live.person SET active = false WHERE account = 'anna.aho'");
	assert_status(post_owner(place, version, "Anna Testi Aho (anna.aho)"), 303);
	assert_status(send_json(office, "PATCH", place, "{\"owner\": \"anna.aho\", \"cause\": \"d\"}", version), 200);
	assert_status(send_json(office, "POST", text("%.*s", (int)(strrchr(place, '/') - place), place),
	                        "{\"kind\": \"risk\", \"title\": \"t\", \"probability\": 1, \"consequence\": 1, \"state\": "
	                        "\"open\", \"owner\": \"anna.aho\"}",
	                        NULL),
	              422);
	owner_sql("UPDATE live.person SET active = true WHERE account = 'anna.aho'");
}

static void of_several_the_form_lets_choose(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	char *place = risk_in(new_project("SEVERAL", NULL));
	const struct answer *a = post_owner(place, "1", "anna testi");
	assert_status(a, 422);
	assert_holds(a, "“anna testi” fits several");
	assert_holds(a, "<option value=\"anna.aho\">Anna Testi Aho (anna.aho)</option>");
	assert_holds(a, "<option value=\"anna.berg\">Anna Testi Berg (anna.berg)</option>");
	assert_lacks(a, "carl.testi");
	assert_string_equal(form_value(a, "title"), "Late");
	/* chosen from the list, with the place to write in left empty; or the other way round */
	a = post(office, place, "_version", "1", "kind", "risk", "title", "Late", "cause", "c", "probability", "2",
	         "consequence", "3", "state", "open", "owner", "anna.berg", "owner", "", NULL);
	assert_status(a, 303);
	assert_json(get(office, text("%s.json", place)), "owner", "anna.berg");
	a = post(office, place, "_version", "2", "kind", "risk", "title", "Late", "cause", "c", "probability", "2",
	         "consequence", "3", "state", "open", "owner", "", "owner", "dahl", NULL);
	assert_status(a, 303);
	assert_json(get(office, text("%s.json", place)), "owner", "carl.testi");
	a = post(office, place, "_version", "3", "kind", "risk", "title", "Late", "cause", "c", "probability", "2",
	         "consequence", "3", "state", "open", "owner", "anna.berg", "owner", "dahl", NULL);
	assert_status(a, 422);
	assert_holds(post_owner(place, "3", "Nobody At All"), "The portal knows nothing called “Nobody At All”");
	assert_string_equal(form_value(post_owner(place, "3", "Nobody At All"), "owner"), "Nobody At All");
	/* a program says which: a part of a name is no key */
	a = send_json(office, "PATCH", place, "{\"owner\": \"dahl\"}", "3");
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "owner");
	assert_json(send_json(office, "PATCH", place, "{\"owner\": \"ANNA.BERG\"}", "3"), "owner", "anna.berg");
}

static void thousands_are_not_listed(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	char *project = new_project("MANY", NULL);
	owner_sql(
		"INSERT INTO live.person (directory_id, account, name) SELECT 'many-' || g, 'many.' || g, 'Many Person ' || g "
		"FROM generate_series(1, 30) g ON CONFLICT DO NOTHING");
	const struct answer *a = get(office, text("/projects/%s/risks/new", project));
	assert_lacks(a, "Many Person");
	assert_holds(a, "name=\"owner\"");
	a = post(office, text("/projects/%s/risks", project), "kind", "risk", "title", "t", "probability", "2",
	         "consequence", "3", "state", "open", "owner", "many person", NULL);
	assert_status(a, 422);
	assert_holds(a, "Too many are called “many person”");
	assert_lacks(a, "<option value=\"many.1\">");
}

/* A list that is too long is shown in part, and takes a part of a name for the rest. */
static void of_very_many_some_are_ticked_and_one_is_written(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	char *project = new_project("VERYMANY", NULL), *place = text("/projects/%s", project);
	owner_sql(
		"INSERT INTO live.strategy_goal (subject_id, code, number, title, language) SELECT g.subject_id, 'VERY-' || i, '99', "
		"'Very distant goal ' || i, 'en' FROM generate_series(1000, 1250) i, (SELECT subject_id FROM live.strategy_goal "
		"ORDER BY id LIMIT 1) g");
	assert_status(send_json(office, "PATCH", place, "{\"goals\": [\"VERY-1250\"]}", "1"), 200);
	const struct answer *a = get(office, text("%s/edit.json", place));
	assert_json(a, "form.fields.9.name", "goals");
	assert_json(a, "form.fields.9.more", "true");
	assert_json(a, "form.fields.9.choices.0.value", "VERY-1250");
	assert_json(a, "form.fields.9.choices.length", "201");
	assert_status(post(office, place, "_version", "2", "code", project, "title", "t", "language", "en", "kind",
	                   "project", "owner", "HSO", "phase", "planning", "lifecycle", "ongoing", "visibility", "public",
	                   "goals", "VERY-1250", "goals", "distant goal 1249", NULL),
	              303);
	a = get(office, text("%s.json", place));
	assert_json(a, "goals.length", "2");
	a = post(office, place, "_version", "3", "code", project, "title", "t", "language", "en", "kind", "project",
	         "owner", "HSO", "phase", "planning", "lifecycle", "ongoing", "visibility", "public", "goals", "VERY-1250",
	         "goals", "distant goal 124", NULL);
	assert_status(a, 422);
	assert_holds(a, "name=\"goals\" value=\"VERY-1250\" checked");
	assert_holds(a, "name=\"goals\" value=\"VERY-1243\">");
	owner_sql("DELETE FROM live.carries USING live.strategy_goal g WHERE g.id = goal_id AND g.code LIKE 'VERY-%'; "
	          "DELETE FROM live.strategy_goal WHERE code LIKE 'VERY-%'");
}

static void goals_are_ticked(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	char *project = new_project("TICKED", NULL), *place = text("/projects/%s", project);
	const struct answer *a = send_json(office, "PATCH", place, "{\"goals\": [\"HSO-4\", \"POHDE-2\"]}", "1");
	assert_status(a, 200);
	a = get(office, text("%s/edit", place));
	assert_holds(a, "name=\"goals\" value=\"HSO-4\" checked");
	assert_holds(a, "name=\"goals\" value=\"POHDE-2\" checked");
	assert_lacks(a, "name=\"goals\" value=\"HSO-5\" checked");
	a = send_json(office, "PATCH", place, "{\"goals\": [\"HSO-4\", \"NO-SUCH\"]}", "2");
	assert_status(a, 422);
	assert_json(a, "errors.length", "1");
	assert_json(a, "errors.0.field", "goals");
	a = send_json(office, "PATCH", place, "{\"goals\": \"HSO-4\"}", "2");
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "goals");
	a = send_json(office, "PATCH", place, "{\"goal\": \"HSO-4\"}", "2");
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "goal");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_says_nothing_new_is_not_written),
		cmocka_unit_test(of_two_who_save_both_keep_what_only_one_changed),
		cmocka_unit_test(only_what_both_changed_is_asked),
		cmocka_unit_test(what_the_portal_decides_is_refused_with_a_word),
		cmocka_unit_test(what_was_read_can_be_sent_back),
		cmocka_unit_test(a_part_of_the_name_is_enough_in_a_form),
		cmocka_unit_test(of_several_the_form_lets_choose),
		cmocka_unit_test(thousands_are_not_listed),
		cmocka_unit_test(goals_are_ticked),
		cmocka_unit_test(of_very_many_some_are_ticked_and_one_is_written),
	};
	return cmocka_run_group_tests(tests, two_annas, NULL);
}
