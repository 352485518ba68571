/* What was, again: a removal that is undone, an older version in the form; what of it cannot be, and who may not. That
 * every type comes back as it was, test_write_read.c holds. */
#include "client.h"

#include <string.h>

static const char *made(const char *path, const char *json)
{
	const struct answer *a = send_json(client_of("portfolio"), "POST", path, json, NULL);
	assert_status(a, 201);
	return text("%s", strstr(header(a, "Location"), path));
}

static const char *risk_on(const char *project, const char *title)
{
	return made(
		text("/projects/%s/risks", project),
		text("{\"kind\": \"risk\", \"title\": \"%s\", \"probability\": 2, \"consequence\": 3, \"state\": \"open\"}",
	         title));
}

static void a_removal_is_undone(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	char *project = new_project("UNDO", "DHO");
	const char *place = risk_on(project, "First"), *history = text("/projects/%s/history", project);
	risk_on(project, "Second");
	const struct answer *a = post(leader, text("%s/remove", place), "_version", "1", NULL);
	assert_status(a, 303);
	assert_header(a, "Location", text("/projects/%s?removed=risks/1#risks", project));
	a = get(leader, text("/projects/%s?removed=risks/1", project));
	assert_holds(a, text("action=\"%s/restore\"", place));
	assert_lacks(get(client_of("staff"), text("/projects/%s?at=2026-01-01&removed=risks/1", "DHO")), "/restore\"");
	assert_lacks(get(leader, text("/projects/%s?removed=//x.example", project)), "/restore\"");
	assert_holds(get(leader, history), text("action=\"%s/restore\"", place));
	assert_lacks(get(client_of("staff"), history), "/restore\"");
	/* it is not everybody's to undo, and a number is not given twice */
	assert_status(post(client_of("staff"), text("%s/restore", place), NULL), 403);
	assert_string_equal(risk_on(project, "Third"), text("/projects/%s/risks/3", project));
	a = post(leader, text("%s/restore", place), NULL);
	assert_status(a, 303);
	assert_header(a, "Location", text("%s?saved=yes", place));
	a = get(leader, text("%s.json", place));
	assert_json(a, "title", "First");
	assert_json(a, "n", "1");
	assert_json(a, "version", "2");
	/* one history: created, removed, restored */
	a = get(leader, text("/projects/%s/history.json", project));
	assert_json(a, "items.0.what", "restored");
	assert_json(a, "items.0.n", "1");
	assert_json(a, "items.2.what", "removed");
	assert_json(a, "items.2.n", "1");
	assert_lacks(get(leader, history), text("%s/restore", place));
	assert_status(send_json(leader, "POST", text("%s/restore", place), "{}", NULL), 409);
	assert_status(send_json(leader, "POST", text("/projects/%s/risks/77/restore", project), "{}", NULL), 404);
}

/* Pressed twice it is done once. */
static void it_is_undone_once(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	const char *place = risk_on(new_project("UNDO", "DHO"), "Once");
	assert_status(send_json(leader, "DELETE", place, NULL, "1"), 204);
	for (int i = 0; i < 2; i++)
		assert_status(post(leader, text("%s/restore", place), "_once", "twice", NULL), 303);
	assert_json(get(leader, text("%s.json", place)), "version", "2");
	assert_status(client_send(leader, &(struct sending){"POST", text("%s/restore", place),
	                                                    "application/x-www-form-urlencoded", "", NULL, 0, true}),
	              403);
}

static void an_older_version_opens_in_the_form(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	char *project = new_project("OLDER", "DHO");
	const char *place = risk_on(project, "First"), *old = text("%s/edit?version=1", place);
	assert_status(send_json(leader, "PATCH", place, "{\"title\": \"Second\"}", "1"), 200);
	assert_holds(get(leader, text("/projects/%s/history", project)), text("%s/edit?version=1\"", place));
	assert_lacks(get(leader, text("/projects/%s/history", project)), text("%s/edit?version=2\"", place));
	assert_lacks(get(client_of("staff"), text("/projects/%s/history", project)), "/edit?version=1\"");
	const struct answer *a = get(leader, old);
	assert_status(a, 200);
	assert_string_equal(form_value(a, "title"), "First");
	assert_string_equal(form_value(a, "_version"), "2");
	assert_holds(a, "The form holds what stood there until");
	assert_status(client_send(leader, &(struct sending){"POST", place, "application/x-www-form-urlencoded",
	                                                    form_as_shown(a), NULL, 0, true}),
	              303);
	a = get(leader, text("%s.json", place));
	assert_json(a, "title", "First");
	assert_json(a, "version", "3");
	assert_status(get(leader, text("%s/edit?version=9", place)), 404);
	assert_status(get(client_of("staff"), old), 403);
}

/* Somebody whom an old version names has been removed since: said at the field, with the name, and nothing is lost. */
static void what_is_no_longer_there_is_said(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	char *project = new_project("GONE", "DHO");
	const char *place = risk_on(project, "Owned"),
			   *person = made("/people", "{\"name\": \"Gro Borte\", \"title\": \"\"}");
	const char *key = text("%s", json_at(get(office, text("%s.json", person)), "id"));
	const char *owned = owner_sql(text("UPDATE live.risk r SET owner_id = %s FROM live.project p WHERE p.id = "
	                                   "r.subject_id AND p.code = '%s' RETURNING r.version",
	                                   key, project));
	assert_string_equal(owned, "2");
	assert_status(send_json(office, "PATCH", place, "{\"owner\": null}", "2"), 200);
	assert_status(send_json(office, "DELETE", person, NULL, "1"), 204);
	const struct answer *a = get(office, text("%s/edit?version=2", place));
	assert_status(a, 200);
	assert_holds(a, "“Gro Borte");
	assert_holds(a, "is no longer there");
	/* and of a removed one: the form asks, and one press more saves */
	assert_string_equal(owner_sql(text("UPDATE past.risk r SET owner_id = %s FROM live.project p WHERE p.id = "
	                                   "r.subject_id AND p.code = '%s' RETURNING 1",
	                                   key, project)),
	                    "1");
	assert_status(send_json(office, "DELETE", place, NULL, "3"), 204);
	owner_sql(
		text("UPDATE past.risk r SET owner_id = %s FROM live.project p WHERE p.id = r.subject_id AND p.code = '%s'",
	         key, project));
	a = post(office, text("%s/restore", place), NULL);
	assert_status(a, 422);
	assert_holds(a, "“Gro Borte");
	assert_holds(a, text("action=\"%s/restore\"", place));
	assert_string_equal(form_value(a, "title"), "Owned");
	a = send_json(office, "POST", text("%s/restore", place), "{}", NULL);
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "owner");
	a = send_json(office, "POST", text("%s/restore", place), "{\"owner\": null, \"title\": \"Nobody's\"}", NULL);
	assert_status(a, 201);
	assert_json(a, "title", "Nobody's");
	assert_json(a, "n", "1");
}

/* With a strategy its goals go. It comes back, and says what did not; each is then undone by itself. */
static void what_went_with_it_is_said(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	const char *code = new_code("STRAT"),
			   *strategy =
				   made("/strategies", text("{\"code\": \"%s\", \"title\": \"Plan\", \"visibility\": \"public\", "
	                                        "\"owner\": \"HSO\", \"language\": \"en\"}",
	                                        code)),
			   *link = made(text("%s/links", strategy),
	                        "{\"title\": \"Read\", \"url\": \"https://example.org/\", \"language\": \"en\"}");
	const char *version = text("%s", json_at(get(office, text("%s/edit.json", strategy)), "version"));
	const struct answer *a = post(office, text("%s/remove", strategy), "_version", version, NULL);
	assert_status(a, 303);
	assert_header(a, "Location", text("/strategies?removed=%s", code));
	assert_holds(get(office, text("/strategies?removed=%s", code)), text("action=\"%s/restore\"", strategy));
	a = post(office, text("%s/restore", strategy), NULL);
	assert_status(a, 200);
	assert_holds(a, "Link: 1");
	assert_status(get(office, strategy), 200);
	assert_holds(get(office, text("%s/history", strategy)), text("action=\"%s/restore\"", link));
	assert_status(post(office, text("%s/restore", link), NULL), 303);
	assert_json(get(office, text("%s.json", link)), "title", "Read");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_removal_is_undone),
		cmocka_unit_test(it_is_undone_once),
		cmocka_unit_test(an_older_version_opens_in_the_form),
		cmocka_unit_test(what_is_no_longer_there_is_said),
		cmocka_unit_test(what_went_with_it_is_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
