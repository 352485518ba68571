/* Bad input, and two people at once: everything wrong is said together, nothing typed is lost, nothing is half done. */
#include "client.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#define DELIVERABLE(CODE) "{\"code\": \"" CODE "\", \"title\": \"t\", \"planned_on\": \"2026-01-01\"}"

static char *new_deliverable(const char *project, int i)
{
	char json[128];
	snprintf(json, sizeof json, "{\"code\": \"D%d\", \"title\": \"Old title\", \"planned_on\": \"2026-01-01\"}", i);
	const struct answer *a =
		send_json(client_of("portfolio"), "POST", text("/projects/%s/deliverables", project), json, NULL);
	assert_status(a, 201);
	assert_string_equal(etag_version(a), "1");
	assert_header(a, "Location", text("/projects/%s/deliverables/%d", project, i));
	return text("/projects/%s/deliverables/%d", project, i);
}

static void form_says_every_error_at_once(void **state)
{
	(void)state;
	static const struct {
		const char *field, *message;
	} errors[] = {
		{"code", "Use only the letters A to Z"},    {"title", "This must be filled in."},
		{"planned_on", "Write a date that exists"}, {"forecast_on", "Write a date that exists"},
		{"finished", "Choose yes or no."},
	};
	char *project = new_project("FORM", "DHO");
	const struct answer *a = post(client_of("leader"), text("/projects/%s/deliverables", project), "code", "a b<i>",
	                              "title", " ", "planned_on", "2026-02-30", "forecast_on", "31.4.2026", "finished",
	                              "perhaps", "description", "kept <b>\"text\"</b>", "step", "2", NULL);
	assert_status(a, 422);
	assert_holds(a, "ds-error-summary");
	for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
		assert_holds(a, text("id=\"error-%s\">%s", errors[i].field, errors[i].message));
		assert_holds(a, text("href=\"#field-%s\"", errors[i].field));
	}
	assert_lacks(a, "id=\"error-description\"");
	assert_string_equal(form_value(a, "code"), "a b<i>");
	assert_string_equal(form_value(a, "planned_on"), "2026-02-30");
	assert_string_equal(form_value(a, "forecast_on"), "31.4.2026");
	assert_string_equal(form_value(a, "description"), "kept <b>\"text\"</b>");
	assert_string_equal(form_value(a, "step"), "2");
	assert_lacks(a, "<b>\"text\"");
	assert_json(get(client_of("leader"), text("/projects/%s.json", project)), "deliverables.total", "0");
}

static void errors_are_in_the_readers_language(void **state)
{
	(void)state;
	struct client *c = client_new();
	char *project = new_project("LANG", "DHO");
	assert_status(sign_in_as(c, "leader", "styrbord-demo", "/"), 303);
	assert_status(get(c, "/?language=fi"), 200);
	const struct answer *a = post(c, text("/projects/%s/deliverables", project), "title", "", NULL);
	assert_status(a, 422);
	assert_holds(a, "<html lang=\"fi\"");
	assert_lacks(a, "This must be filled in.");
	client_free(c);
}

static void document_says_every_error_at_once(void **state)
{
	(void)state;
	static const char *const fields[] = {"code",       "title",      "language", "kind",      "owner", "starts_on",
	                                     "cost_frame", "restricted", "colour",   "lifecycle", "phase"};
	const struct answer *a = send_json(
		client_of("portfolio"), "POST", "/projects",
		"{\"code\": \"a b\", \"title\": 7, \"language\": \"tlh\", \"kind\": null, \"owner\": \"NOBODY\", \"starts_on\": \"2026-02-29\", \"cost_frame\": -1,"
		" \"restricted\": \"yes\", \"colour\": \"red\", \"phase\": \"\"}",
		NULL);
	assert_status(a, 422);
	assert_header(a, "Content-Type", "application/problem+json");
	assert_json(a, "status", "422");
	assert_json(a, "type", "about:blank");
	assert_json(a, "instance", text("urn:request:%s", header(a, "X-Request-Id")));
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		assert_holds(a, text("{\"field\":\"%s\",\"message\":\"", fields[i]));
	assert_json(a, "errors.length", text("%zu", sizeof fields / sizeof *fields));
}

static void json_writes_with_versions(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	char *place = new_deliverable(new_project("JSON", "DHO"), 1);
	assert_status(send_json(leader, "PATCH", place, "{\"title\": \"New\"}", NULL), 428);
	assert_status(send_json(leader, "PATCH", place, "{\"title\": \"New\"}", "2"), 412);
	assert_status(send_json(leader, "DELETE", place, NULL, NULL), 428);
	assert_status(send_json(leader, "DELETE", place, NULL, "2"), 412);
	const char *const unquoted[] = {"If-Match: 1", NULL}, *const weak[] = {"If-Match: W/\"1\"", NULL},
					  *const odd[] = {"If-Match: x1x", NULL};
	assert_status(client_send(leader, &(struct sending){"PATCH", place, "application/json", "{}", unquoted, 0, false}),
	              412);
	assert_status(client_send(leader, &(struct sending){"PATCH", place, "application/json", "{}", weak, 0, false}),
	              412);
	assert_status(client_send(leader, &(struct sending){"DELETE", place, NULL, NULL, unquoted, 0, false}), 412);
	assert_status(client_send(leader, &(struct sending){"DELETE", place, NULL, NULL, weak, 0, false}), 412);
	assert_status(client_send(leader, &(struct sending){"DELETE", place, NULL, NULL, odd, 0, false}), 412);
	assert_json(get(leader, text("%s.json", place)), "title", "Old title");

	const struct answer *a =
		send_json(leader, "PATCH", place, "{\"title\": \"New\", \"description\": \"d\", \"step\": \"1\"}", "1");
	assert_status(a, 200);
	assert_string_equal(etag_version(a), "2");
	assert_json(a, "title", "New");
	assert_json(a, "code", "D1");
	a = send_json(leader, "PATCH", place, "{\"description\": null}", "2");
	assert_status(a, 200);
	assert_json(a, "description", "");
	assert_json(a, "step", "1");
	a = send_json(leader, "PATCH", place, "{\"title\": null, \"planned_on\": \"2026-04-31\"}", "3");
	assert_status(a, 422);
	assert_json(a, "errors.length", "2");
	a = send_json(leader, "DELETE", place, NULL, "3");
	assert_status(a, 204);
	assert_int_equal(a->length, 0);
	assert_status(send_json(leader, "DELETE", place, NULL, "3"), 404);
	assert_status(get(leader, text("%s.json", place)), 404);
}

static void a_stale_form_shows_both_versions(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	char *place = new_deliverable(new_project("STALE", "DHO"), 1);
	assert_string_equal(form_value(get(leader, text("%s/edit", place)), "_version"), "1");
	assert_status(
		send_json(client_of("portfolio"), "PATCH", place, "{\"title\": \"Theirs <i>\", \"step\": \"3\"}", "1"), 200);
	const struct answer *a = post(leader, place, "_version", "1", "code", "D1", "title", "Mine \"&\"", "planned_on",
	                              "2026-01-01", "description", "My words", NULL);
	assert_status(a, 409);
	assert_holds(a, "What both have changed");
	assert_holds(a, "Theirs &lt;i&gt;");
	assert_holds(a, "My words");
	assert_string_equal(form_value(a, "title"), "Mine \"&\"");
	assert_string_equal(form_value(a, "_version"), "2");
	assert_json(get(leader, text("%s.json", place)), "title", "Theirs <i>");
	/* saved again from that page, it is what the person wants */
	a = post(leader, place, "_version", "2", "code", "D1", "title", "Mine \"&\"", "planned_on", "2026-01-01",
	         "description", "My words", NULL);
	assert_status(a, 303);
	assert_json(get(leader, text("%s.json", place)), "title", "Mine \"&\"");
	assert_status(post(leader, text("%s/remove", place), "_version", "1", NULL), 409);
	assert_status(post(leader, place, "code", "D1", "title", "No version", "planned_on", "2026-01-01", NULL), 409);
	assert_status(post(leader, text("%s/remove", place), "_version", "3", NULL), 303);
}

static void what_the_database_knows_stands_beside_its_field(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	char *up = new_project("UP", NULL), *down = new_project("DOWN", up), *project = new_project("TAKEN", NULL);
	new_deliverable(project, 1);
	const struct {
		const char *method, *path, *json, *field, *message;
	} sent[] = {
		{"POST", "/projects",
	     text(
			 "{\"code\": \"%s\", \"title\": \"t\", \"language\": \"en\", \"kind\": \"project\", \"owner\": \"HSO\", \"phase\": \"planning\","
			 " \"lifecycle\": \"ongoing\"}",
			 up),
	     "code", "There is a project with this code already. Choose another."},
		{"POST", text("/projects/%s/deliverables", project), DELIVERABLE("D1"), "code",
	     "The project has a deliverable with this code already."},
		{"POST", text("/projects/%s/deliverables", project),
	     "{\"code\": \"D9\", \"title\": \"t\", \"planned_on\": \"2026-01-01\", \"delivered_on\": \"2026-01-01\"}",
	     "delivered_on", "What has a day of delivery is finished: mark it so, or leave the day out."},
		{"PATCH", text("/projects/%s", up), text("{\"parent\": \"%s\"}", down), "parent",
	     "A project cannot be placed below itself. Choose another parent."},
		{"PATCH", text("/projects/%s", up), text("{\"parent\": \"%s\"}", up), "parent",
	     "A project cannot be placed below itself. Choose another parent."},
		{"PATCH", text("/projects/%s", up), "{\"parent\": \"NO-SUCH\"}", "parent",
	     "The portal knows nothing called “NO-SUCH”, or you may not see it."},
		{"PATCH", text("/projects/%s", up), "{\"starts_on\": \"2026-02-01\", \"ends_on\": \"2026-01-31\"}", "ends_on",
	     "The end lies before the start."},
		{"PATCH", text("/projects/%s", up), "{\"cost_frame\": 5}", "currency", "An amount needs a currency."},
		{"PATCH", text("/projects/%s", up), "{\"owner\": \"NO-SUCH\"}", "owner", "Choose one of the listed values."},
		{"POST", text("/projects/%s/risks", up),
	     "{\"kind\": \"risk\", \"title\": \"t\", \"probability\": 2, \"consequence\": 2, \"state\": \"open\","
	     " \"residual_probability\": 1}",
	     "residual_probability", "Give both figures after mitigation, or neither."},
		{"POST", text("/projects/%s/dependencies", up),
	     "{\"needed\": \"n\", \"criticality\": \"low\", \"light\": \"green\"}", "provider_project",
	     "Say who delivers it: a project, an organisation, or in words."},
		{"POST", text("/projects/%s/dependencies", up),
	     text("{\"needed\": \"n\", \"criticality\": \"low\", \"light\": \"green\", \"provider_project\": \"%s\"}", up),
	     "provider_project", "A project cannot depend on itself."},
		{"POST", text("/projects/%s/people", up),
	     "{\"role\": \"expert\", \"starts_on\": \"2026-02-01\", \"ends_on\": \"2026-01-01\"}", "ends_on",
	     "The end lies before the start."},
	};
	for (size_t i = 0; i < sizeof sent / sizeof *sent; i++) {
		const struct answer *a =
			send_json(office, sent[i].method, sent[i].path, sent[i].json, sent[i].method[1] == 'A' ? "1" : NULL);
		assert_status(a, 422);
		assert_json(a, "errors.length", "1");
		assert_json(a, "errors.0.field", sent[i].field);
		assert_json(a, "errors.0.message", sent[i].message);
	}
	assert_json(get(office, text("/projects/%s.json", up)), "version", "1");
}

static void a_dependency_is_agreed_from_both_sides(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio"), *leader = client_of("leader");
	char *provider = new_project("GIVES", "DHO"), *needing = new_project("TAKES", NULL);
	char *place = text("/projects/%s/dependencies/1", needing),
		 *answer = text("/projects/%s/needed-by/%s/1", provider, needing);
	const struct answer *a;
	for (int agreed = 1; agreed >= 0; agreed--) {
		a = send_json(
			office, "POST", text("/projects/%s/dependencies", needing),
			text(
				"{\"needed\": \"Data\", \"provider_project\": \"%s\", \"criticality\": \"high\", \"light\": \"green\", \"due_on\": \"2026-12-01\","
				" \"agreed_by_project\": true, \"agreed_by_provider\": %s}",
				provider, agreed ? "true" : "false"),
			NULL);
		assert_status(a, agreed ? 422 : 201);
		if (agreed)
			assert_json(a, "errors.0.field", "agreed_by_provider");
	}
	assert_json(a, "agreed_by_provider", "false");
	assert_json(get(office, text("/projects/%s.json", needing)), "dependencies.0.agreement", "waiting_for_provider");
	assert_holds(get(leader, text("/projects/%s", provider)), answer);
	a = get(leader, answer);
	assert_status(a, 200);
	assert_string_equal(form_value(a, "_version"), "1");
	assert_status(post(leader, answer, "_version", "9", "agreed_by_provider", "true", NULL), 409);
	assert_status(post(leader, answer, "_version", "1", "agreed_by_provider", "perhaps", NULL), 422);
	assert_status(
		post(leader, answer, "_version", "1", "agreed_by_provider", "true", "provider_comment", "In time.", NULL), 303);
	assert_json(get(office, text("/projects/%s.json", needing)), "dependencies.0.agreement", "agreed");
	/* what was agreed to is no longer what stands there */
	assert_status(send_json(office, "PATCH", place, "{\"due_on\": \"2026-11-01\"}", "2"), 200);
	assert_json(get(office, text("/projects/%s.json", needing)), "dependencies.0.agreement", "waiting_for_provider");
	assert_status(get(leader, text("/projects/%s/needed-by/%s/2", provider, needing)), 404);
}

static void bodies_that_are_no_record(void **state)
{
	(void)state;
	static const char form[] = "application/x-www-form-urlencoded", json[] = "application/json";
	static const struct {
		const char *type, *body;
		int status;
	} sent[] = {
		{form, "title=%FF%FE", 400},
		{form, "title=a\xff", 400},
		{form, "title=%C0%AF", 400},
		{form, "title=%ED%A0%80", 400},
		{form, "title=%00", 400},
		{form, "title=%zz", 400},
		{form, "title=%", 400},
		{form, "title=a&title=b", 422},
		{form, "surprise=1", 422},
		{form, "", 422},
		{json, "{\"title\": \"\xff\"}", 400},
		{json, "{\"title\": \"\\u0000\"}", 400},
		{json, "{\"title\": \"\\ud800\"}", 400},
		{json, "{", 400},
		{json, "{} {}", 400},
		{json, "[]", 400},
		{json, "null", 400},
		{json, "{\"title\": \"a\", \"title\": \"b\"}", 400},
		{json, "{'title': 1}", 400},
		{json, "{\"n\": NaN}", 400},
		{json, "{\"title\": [[[[1]]]]}", 422},
		{json, "{}", 422},
		{json, "", 422},
		{"text/plain", "title=a", 415},
		{"multipart/form-data; boundary=x", "--x--", 415},
		{"application/xml", "<a/>", 415},
		{NULL, "title=a", 415},
	};
	char *project = new_project("BODY", "DHO");
	for (size_t i = 0; i < sizeof sent / sizeof *sent; i++) {
		const struct answer *a =
			client_send(client_of("leader"), &(struct sending){.method = "POST",
		                                                       .path = text("/projects/%s/deliverables", project),
		                                                       .type = sent[i].type,
		                                                       .body = sent[i].body});
		if (a->status != sent[i].status)
			print_error("%s: %s\n", sent[i].type ? sent[i].type : "-", sent[i].body);
		assert_status(a, sent[i].status);
		if (sent[i].type == json && sent[i].body[0])
			assert_header(a, "Content-Type", "application/problem+json");
	}
	assert_json(get(client_of("leader"), text("/projects/%s.json", project)), "deliverables.total", "0");
}

/* ---- two at once ---- */

struct saver {
	struct client *client;
	const char *method, *path, *body;
	pthread_barrier_t *together;
	int status;
};

static void *save(void *argument)
{
	struct saver *s = argument;
	static const char *const headers[] = {"If-Match: \"1\"", NULL};
	struct sending sending = {s->method, s->path, "application/json", s->body, headers, 0, false};
	pthread_barrier_wait(s->together);
	s->status = client_send(s->client, &sending)->status;
	return NULL;
}

/* Four people press the button at the same moment: one status for the fastest, another for everybody else. */
static void race(const char *method, const char *path, const char *const *bodies, int first, int others)
{
	static const char *const people[] = {"leader", "portfolio"};
	static struct client *clients[4];
	struct saver savers[4];
	pthread_t threads[4];
	pthread_barrier_t together;
	int won = 0, lost = 0;
	pthread_barrier_init(&together, NULL, 4);
	for (int i = 0; i < 4; i++) {
		if (!clients[i]) {
			clients[i] = client_new();
			assert_status(sign_in_as(clients[i], people[i % 2], "styrbord-demo", "/"), 303);
		}
		savers[i] = (struct saver){clients[i], method, path, bodies[i], &together, 0};
	}
	for (int i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, save, &savers[i]), 0);
	for (int i = 0; i < 4; i++) {
		pthread_join(threads[i], NULL);
		won += savers[i].status == first;
		lost += savers[i].status == others;
	}
	pthread_barrier_destroy(&together);
	if (won != 1 || lost != 3)
		fail_msg("%s %s: %d %d %d %d", method, path, savers[0].status, savers[1].status, savers[2].status,
		         savers[3].status);
}

static void of_savers_at_once_exactly_one_wins(void **state)
{
	(void)state;
	char *project = new_project("RACE", "DHO");
	for (int round = 1; round <= 5; round++) {
		char *place = new_deliverable(project, round);
		const char *const changes[] = {"{\"title\": \"0\"}", "{\"title\": \"1\"}", "{\"title\": \"2\"}",
		                               "{\"title\": \"3\"}"};
		race("PATCH", place, changes, 200, 412);
		assert_json(get(client_of("leader"), text("%s.json", place)), "version", "2");
	}
	for (int round = 1; round <= 3; round++) {
		const char *body = text("{\"code\": \"SAME%d\", \"title\": \"t\", \"planned_on\": \"2026-01-01\"}", round);
		race("POST", text("/projects/%s/deliverables", project), (const char *const[]){body, body, body, body}, 201,
		     422);
	}
	assert_json(get(client_of("leader"), text("/projects/%s.json", project)), "deliverables.total", "8");
}

/* A new form begins with what is most likely meant, and only with that. */
static void new_forms_begin_sensibly(void **state)
{
	(void)state;
	char *project = new_project("BEGIN", "DHO"),
		 *today = owner_sql("SELECT (now() AT TIME ZONE 'Europe/Helsinki')::date");
	const struct answer *a = get(client_of("leader"), text("/projects/%s/reports/new.json", project));
	assert_json(a, "form.fields.0.name", "reported_on");
	assert_json(a, "form.fields.0.value", today);
	assert_lacks(get(client_of("leader"), text("/projects/%s/reports/new", project)), " selected>Green");
	a = get(client_of("leader"), text("/projects/%s/sections/new.json", project));
	assert_json(a, "form.fields.4.name", "language");
	assert_json(a, "form.fields.3.value", "10");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(form_says_every_error_at_once),
		cmocka_unit_test(errors_are_in_the_readers_language),
		cmocka_unit_test(document_says_every_error_at_once),
		cmocka_unit_test(json_writes_with_versions),
		cmocka_unit_test(a_stale_form_shows_both_versions),
		cmocka_unit_test(what_the_database_knows_stands_beside_its_field),
		cmocka_unit_test(a_dependency_is_agreed_from_both_sides),
		cmocka_unit_test(bodies_that_are_no_record),
		cmocka_unit_test(of_savers_at_once_exactly_one_wins),
		cmocka_unit_test(new_forms_begin_sensibly),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
