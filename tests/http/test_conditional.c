/* Conditional requests: what has not changed is not sent again, and what has changed is not written over. */
#include "client.h"

#include <string.h>

static char *project;

static int set_up(void **state)
{
	(void)state;
	project = new_project("COND", "DHO");
	return 0;
}

static char *new_risk(const char *title)
{
	const struct answer *a = send_json(
		client_of("leader"), "POST", text("/projects/%s/risks", project),
		text("{\"kind\":\"risk\",\"title\":\"%s\",\"probability\":1,\"consequence\":1,\"state\":\"open\"}", title),
		NULL);
	assert_status(a, 201);
	return text("%s", header(a, "Location"));
}

static char *tag_of(struct client *c, const char *path)
{
	const struct answer *a = get(c, path);
	assert_status(a, 200);
	return text("%s", header(a, "ETag"));
}

static const struct answer *ask(struct client *c, const char *method, const char *path, const char *condition)
{
	const char *const headers[] = {condition, NULL};
	return client_send(c, &(struct sending){.method = method, .path = path, .headers = headers});
}

static void what_has_not_changed_is_not_sent_again(void **state)
{
	(void)state;
	const char *const paths[] = {"/projects/DHO/deliverables/1.json", text("/projects/%s.json", project),
	                             "/projects/DHO.json?at=2023-05-31",  "/projects/DHO/reports/18.json",
	                             "/projects/DHO/history.json",        "/projects.json?kind=programme",
	                             "/projects.json?at=2023-05-31",      "/index.json"};
	static const char *const methods[] = {"GET", "HEAD"};
	struct client *c = client_of(NULL);
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		char *tag = tag_of(c, paths[i]);
		assert_int_equal(strspn(strchr(tag, '-') + 1, "0123456789abcdef"), 16);
		const char *const known[] = {tag, text("W/%s", tag), text("\"x-y\", %s", tag), text("%s,\"1\"", tag), "*"};
		const char *const unknown[] = {"\"1\"", "\"1-0123456789abcdef\"", "x", text("%s x", tag), "\"-\"", "W/\"*\""};
		for (size_t k = 0; k < 10; k++) {
			const struct answer *a = ask(c, methods[k % 2], paths[i], text("If-None-Match: %s", known[k / 2]));
			assert_status(a, 304);
			assert_int_equal(a->length, 0);
			assert_header(a, "ETag", tag);
			assert_header(a, "Cache-Control", "private, no-cache");
			assert_header(a, "Vary", "Cookie, Accept, Accept-Language");
			assert_header(a, "Content-Type", "");
			assert_header(a, "X-Content-Type-Options", "nosniff");
		}
		for (size_t k = 0; k < sizeof unknown / sizeof *unknown; k++)
			assert_status(ask(c, "GET", paths[i], text("If-None-Match: %s", unknown[k])), 200);
		assert_status(ask(c, "GET", paths[i], "If-None-Match: "), 200);
	}
	char *tag = tag_of(c, "/projects/DHO.json");
	const char *const headers[] = {"Accept: application/json", text("If-None-Match: %s", tag), NULL};
	assert_status(client_send(c, &(struct sending){.path = "/projects/DHO", .headers = headers}), 304);
	/* a page holds its visitor's token: it has no tag, and is sent */
	assert_status(ask(c, "GET", "/projects/DHO", text("If-None-Match: %s", tag)), 200);
	assert_status(ask(c, "GET", "/projects/DHO", "If-None-Match: *"), 200);
	assert_header(get(c, "/projects/DHO"), "ETag", "");
	/* what is not there, or not for this reader, has not stayed the same */
	assert_status(ask(c, "GET", "/projects/NO-SUCH.json", "If-None-Match: *"), 404);
	assert_status(ask(c, "GET", "/projects/SEALED.json",
	                  text("If-None-Match: %s", tag_of(client_of("portfolio"), "/projects/SEALED.json"))),
	              404);
	assert_header(get(c, "/projects/NO-SUCH.json"), "ETag", "");
}

static void what_says_who_asks_has_no_tag(void **state)
{
	(void)state;
	static const char *const paths[] = {"/access.json", "/readyz.json", "/healthz", "/login.json"};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		const struct answer *a = ask(client_of(NULL), "GET", paths[i], "If-None-Match: *");
		assert_status(a, 200);
		assert_header(a, "ETag", "");
	}
	assert_header(get(client_of("leader"), "/access.json"), "ETag", "");
}

/* A project's document shows its risks: with another one it is another document of the same version. */
static void a_tag_follows_all_that_the_document_shows(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	char *place = text("/projects/%s", project), *path = text("%s.json", place);
	char *before = tag_of(leader, path), *version = text("%s", json_at(get(leader, path), "version"));
	new_risk("One more");
	const struct answer *a = ask(leader, "GET", path, text("If-None-Match: %s", before));
	assert_status(a, 200);
	assert_string_not_equal(header(a, "ETag"), before);
	assert_string_equal(etag_version(a), version);
	assert_json(a, "version", version);
	/* who has seen that version of the project may change it all the same */
	const char *const headers[] = {text("If-Match: %s", before), NULL};
	a = client_send(leader,
	                &(struct sending){"PATCH", place, "application/json", "{\"title\": \"T\"}", headers, 0, false});
	assert_status(a, 200);
	assert_string_not_equal(etag_version(a), version);
	assert_status(ask(leader, "GET", path, text("If-Match: %s", before)), 412);
	assert_status(ask(leader, "GET", path, text("If-Match: %s", tag_of(leader, path))), 200);
	assert_status(ask(leader, "GET", path, "If-Match: *"), 200);
}

/* What a write answers is what is then read: its tag serves for asking again. */
static void a_write_gives_the_tag_of_what_is_read(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	char *place = new_risk("Written"), *path = text("%s.json", place);
	const struct answer *a = send_json(leader, "PATCH", place, "{\"cause\": \"c\"}", "1");
	assert_status(a, 200);
	char *tag = text("%s", header(a, "ETag"));
	a = ask(leader, "GET", path, text("If-None-Match: %s", tag));
	assert_status(a, 304);
	assert_header(a, "Cache-Control", "private, no-store");
	assert_string_equal(etag_version(get(leader, path)), "2");
}

static int patched(const char *place, const char *condition)
{
	const char *const headers[] = {condition, NULL};
	return client_send(client_of("leader"),
	                   &(struct sending){"PATCH", place, "application/json", "{\"cause\": \"x\"}", headers, 0, false})
	    ->status;
}

static void if_match_takes_lists_and_stars(void **state)
{
	(void)state;
	static const struct {
		const char *condition;
		int status;
	} sent[] = {
		{"If-Match: \"99\", \"%s\"", 200},
		{"If-Match: \"%s\", \"99\"", 200},
		{"If-Match: \"%s\"", 200},
		{"If-Match: \"%s-0123456789abcdef\"", 200},
		{"If-Match: W/\"98\", \"%s-0\"", 200},
		{"If-Match: *", 200},
		{"If-Match: W/\"%s\"", 412},
		{"If-Match: \"0%s\"", 412},
		{"If-Match: %s", 412},
		{"If-Match: \"%s\", 99", 412},
		{"If-Match: \"%s\" \"99\"", 412},
		{"If-Match: \"-%s\"", 412},
		{"If-Match: \"99\"", 412},
		{"If-Match: \"%s\", *", 412},
		{"If-Match: ,", 412},
		{"If-Match;", 428},
		{NULL, 428},
	};
	char *place = new_risk("Many tags");
	for (size_t i = 0; i < sizeof sent / sizeof *sent; i++) {
		char *version = text("%s", json_at(get(client_of("leader"), text("%s.json", place)), "version"));
		const char *s = sent[i].condition ? strstr(sent[i].condition, "%s") : NULL;
		const char *condition =
			s ? text("%.*s%s%s", (int)(s - sent[i].condition), sent[i].condition, version, s + 2) : sent[i].condition;
		if (patched(place, condition) != sent[i].status)
			fail_msg("%s is not %d", condition ? condition : "nothing", sent[i].status);
	}
}

/* Everything that changes what has a version asks which. */
static void a_program_says_which_version_it_changes(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	char *report =
		text("/projects/%s/reports/%s", project, new_report(leader, project, "draft", "as_planned", "2026-01-01"));
	static const char correction[] = "{\"field\": \"light\", \"after\": \"red\", \"reason\": \"Seen since\"}";
	static const struct {
		const char *step, *json, *state;
	} steps[] = {{"submit", NULL, "submitted"},
	             {"return", NULL, "draft"},
	             {"submit", "{}", "submitted"},
	             {"publish", NULL, "published"},
	             {"correct", correction, "published"}};
	static const char *const json[] = {"Accept: application/json", NULL};
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		char *path = text("%s/%s", report, steps[i].step);
		struct sending s = {"POST", path, steps[i].json ? "application/json" : NULL, steps[i].json, json, 0, false};
		char *before = tag_of(leader, text("%s.json", report));
		const struct answer *a = client_send(leader, &s);
		assert_status(a, 428);
		assert_header(a, "Content-Type", "application/problem+json");
		static const char *const stale[] = {"Accept: application/json", "If-Match: \"99\"", NULL};
		s.headers = stale;
		assert_status(client_send(leader, &s), 412);
		assert_string_equal(tag_of(leader, text("%s.json", report)), before);
		const char *const right[] = {"Accept: application/json",
		                             i % 2 ? "If-Match: *" : text("If-Match: \"99\", %s", before), NULL};
		s.headers = right;
		a = client_send(leader, &s);
		assert_status(a, 200);
		assert_json(a, "state", steps[i].state);
		assert_string_equal(etag_version(a), json_at(a, "version"));
	}
	/* a program that reads no JSON is led to the report, as a form is */
	char *other =
		text("/projects/%s/reports/%s", project, new_report(leader, project, "draft", "as_planned", "2026-01-02"));
	assert_status(ask(leader, "POST", text("%s/submit", other), NULL), 428);
	const struct answer *a = ask(leader, "POST", text("%s/submit", other), "If-Match: \"1\"");
	assert_status(a, 303);
	assert_header(a, "Location", text("%s?saved=submitted", other));
	char *risk = new_risk("To be removed");
	assert_status(ask(leader, "POST", text("%s/remove.json", risk), NULL), 428);
	assert_status(ask(leader, "POST", text("%s/remove.json", risk), "If-Match: \"2\""), 412);
	assert_status(ask(leader, "DELETE", risk, NULL), 428);
	assert_status(ask(leader, "DELETE", risk, "If-Match: \"7\", \"1-ab\""), 204);
}

static void an_answer_to_a_dependency_says_it_too(void **state)
{
	(void)state;
	struct client *leader = client_of("leader"), *office = client_of("portfolio");
	char *needing = new_project("CONDN", NULL), *answer = text("/projects/%s/needed-by/%s/1", project, needing);
	assert_status(send_json(office, "POST", text("/projects/%s/dependencies", needing),
	                        text("{\"needed\": \"Data\", \"provider_project\": \"%s\", \"criticality\": \"high\", "
	                             "\"light\": \"green\"}",
	                             project),
	                        NULL),
	              201);
	static const char yes[] = "{\"agreed_by_provider\": true}";
	assert_status(send_json(leader, "POST", answer, yes, NULL), 428);
	assert_status(send_json(leader, "POST", answer, yes, "2"), 412);
	const struct answer *a = send_json(leader, "POST", answer, yes, "9\", \"1");
	assert_status(a, 200);
	assert_string_equal(etag_version(a), "2");
	static const char *const every[] = {"If-Match: *", NULL};
	a = client_send(leader, &(struct sending){"POST", answer, "application/json", "{}", every, 0, false});
	assert_status(a, 200);
	assert_status(post(leader, answer, "agreed_by_provider", "true", NULL), 409);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_has_not_changed_is_not_sent_again),
		cmocka_unit_test(what_says_who_asks_has_no_tag),
		cmocka_unit_test(a_tag_follows_all_that_the_document_shows),
		cmocka_unit_test(a_write_gives_the_tag_of_what_is_read),
		cmocka_unit_test(if_match_takes_lists_and_stars),
		cmocka_unit_test(a_program_says_which_version_it_changes),
		cmocka_unit_test(an_answer_to_a_dependency_says_it_too),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
