/* What is sent twice is done once: a form by its `_once`, a program's write by its Idempotency-Key. */
#include "client.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char *project;

static int set_up(void **state)
{
	(void)state;
	project = new_project("ONCE", NULL);
	return 0;
}

static char *path(const char *rest)
{
	return text("/projects/%s%s", project, rest);
}

static const struct answer *post_risk(struct client *c, const char *once, const char *title)
{
	return post(c, path("/risks"), "_version", "", "kind", "risk", "title", title, "probability", "2", "consequence",
	            "2", "state", "open", once ? "_once" : "_unused", once ? once : "", NULL);
}

/* The number of the project's one risk of this title. */
static char *number_of(const char *title)
{
	return owner_sql(
		text("SELECT r.n FROM live.risk r JOIN live.subject s ON s.id = r.subject_id WHERE s.code = '%s' AND "
	         "r.title = '%s'",
	         project, title));
}

static int risks_called(const char *title)
{
	return atoi(owner_sql(text("SELECT count(*) FROM live.risk WHERE title = '%s'", title)));
}

static void a_form_sent_twice_is_saved_once(void **state)
{
	(void)state;
	struct client *c = client_of("portfolio");
	const struct answer *a = get(c, path("/risks/new"));
	char *once = text("%s", form_value(a, "_once"));
	assert_int_equal(strlen(once), 32);
	/* Back leads to this very form. */
	assert_header(a, "Cache-Control", "private, no-cache");
	assert_header(get(c, path("")), "Cache-Control", "private, no-store");
	assert_string_not_equal(form_value(get(c, path("/risks/new")), "_once"), once);
	a = post_risk(c, once, "Twice");
	assert_status(a, 303);
	char *place = text("%s", header(a, "Location"));
	a = post_risk(c, once, "Twice");
	assert_status(a, 303);
	assert_header(a, "Location", place);
	assert_int_equal(risks_called("Twice"), 1);
}

/* One without it, pressed twice; said again later, it is meant. */
static void a_form_without_a_number_is_known_by_its_content_for_a_moment(void **state)
{
	(void)state;
	struct client *c = client_of("portfolio");
	assert_status(post_risk(c, NULL, "Unasked"), 303);
	assert_status(post_risk(c, NULL, "Unasked"), 303);
	assert_int_equal(risks_called("Unasked"), 1);
	assert_status(post_risk(c, NULL, "Unasked, and more"), 303);
	assert_int_equal(risks_called("Unasked, and more"), 1);
	owner_sql("UPDATE styrbord.once SET claimed_at = claimed_at - interval '11 seconds' RETURNING 1");
	assert_status(post_risk(c, NULL, "Unasked"), 303);
	assert_int_equal(risks_called("Unasked"), 2);
}

/* Refused for its content, a form is not used up. */
static void a_form_with_a_mistake_may_be_sent_again(void **state)
{
	(void)state;
	struct client *c = client_of("portfolio");
	assert_status(post_risk(c, "mistaken", ""), 422);
	assert_status(post_risk(c, "mistaken", "Corrected"), 303);
	assert_int_equal(risks_called("Corrected"), 1);
}

/* Saved, Back, written on, sent again: what is meant is the record that was saved, and nothing typed is lost. */
static void what_was_written_on_is_shown_with_what_was_saved(void **state)
{
	(void)state;
	struct client *c = client_of("portfolio");
	assert_status(post_risk(c, "went-back", "First thought"), 303);
	const struct answer *a = post_risk(c, "went-back", "Second thought");
	assert_status(a, 409);
	assert_holds(a, "First thought");
	assert_string_equal(form_value(a, "title"), "Second thought");
	char *n = number_of("First thought");
	assert_holds(a, text("action=\"%s/risks/%s\"", path(""), n));
	assert_status(post(c, path(text("/risks/%s", n)), "_version", form_value(a, "_version"), "_once",
	                   form_value(a, "_once"), "kind", "risk", "title", "Second thought", "probability", "2",
	                   "consequence", "2", "state", "open", NULL),
	              303);
	assert_int_equal(risks_called("First thought"), 0);
	assert_int_equal(risks_called("Second thought"), 1);
}

/* Back, a field emptied by mistake, sent, mended, sent: still the record that was saved. And once it is gone, a new
 * one. */
static void a_mistake_after_going_back_makes_no_second_record(void **state)
{
	(void)state;
	struct client *c = client_of("portfolio");
	assert_status(post_risk(c, "back-and-broken", "Kept"), 303);
	const struct answer *a = post_risk(c, "back-and-broken", "");
	assert_status(a, 409);
	char *n = number_of("Kept");
	assert_holds(a, text("action=\"%s/risks/%s\"", path(""), n));
	assert_status(send_json(c, "DELETE", path(text("/risks/%s", n)), NULL, "1"), 204);
	a = post_risk(c, "back-and-broken", "Anew");
	assert_status(a, 409);
	assert_holds(a, text("action=\"%s/risks\"", path("")));
	assert_string_equal(form_value(a, "title"), "Anew");
}

static const struct answer *send_keyed(struct client *c, const char *method, const char *place, const char *json,
                                       const char *key, const char *if_match)
{
	char *headers[] = {text("Idempotency-Key: %s", key), if_match ? text("If-Match: \"%s\"", if_match) : NULL, NULL};
	struct sending s = {.method = method,
	                    .path = place,
	                    .type = json ? "application/json" : NULL,
	                    .body = json,
	                    .headers = (const char *const *)headers};
	return client_send(c, &s);
}

static char *risk(const char *title)
{
	return text("{\"kind\":\"risk\",\"title\":\"%s\",\"probability\":1,\"consequence\":1,\"state\":\"open\"}", title);
}

static void a_key_gives_the_first_answer_again(void **state)
{
	(void)state;
	struct client *c = client_of("portfolio");
	const struct answer *a = send_keyed(c, "POST", path("/risks"), risk("Keyed"), "key-1", NULL);
	assert_status(a, 201);
	char *place = text("%s", header(a, "Location")), *tag = text("%s", header(a, "ETag")), *body = text("%s", a->body);
	/* The record moves on; the answer stays what it was. */
	assert_status(send_json(c, "PATCH", place, "{\"cause\":\"c\"}", "1"), 200);
	a = send_keyed(c, "POST", path("/risks"), risk("Keyed"), "key-1", NULL);
	assert_status(a, 201);
	assert_header(a, "Location", place);
	assert_header(a, "ETag", tag);
	assert_header(a, "Idempotency-Replayed", "true");
	assert_string_equal(a->body, body);
	assert_int_equal(risks_called("Keyed"), 1);
	/* The same key for something else is a mistake, elsewhere it is another key. */
	a = send_keyed(c, "POST", path("/risks"), risk("Other"), "key-1", NULL);
	assert_status(a, 422);
	assert_header(a, "Content-Type", "application/problem+json");
	assert_int_equal(risks_called("Other"), 0);
	assert_status(send_keyed(c, "POST", path("/milestones"), risk("Other"), "key-1", NULL), 422);
	/* Of a change, the version that it named has passed when it comes again. */
	assert_status(send_keyed(c, "PATCH", place, "{\"cause\":\"d\"}", "key-2", "2"), 200);
	a = send_keyed(c, "PATCH", place, "{\"cause\":\"d\"}", "key-2", "2");
	assert_status(a, 200);
	assert_string_equal(etag_version(a), "3");
	assert_status(send_keyed(c, "DELETE", place, NULL, "key-3", "3"), 204);
	assert_status(send_keyed(c, "DELETE", place, NULL, "key-4", "3"), 404);
	assert_status(send_keyed(c, "DELETE", place, NULL, "key-3", "3"), 204);
	char *long_key = text("%0300d", 0);
	assert_status(send_keyed(c, "POST", path("/risks"), risk("Long"), long_key, NULL), 400);
}

/* A report's steps and corrections, and the answer to a dependency. */
static void steps_and_corrections_are_done_once(void **state)
{
	(void)state;
	struct client *c = client_of("portfolio");
	char *n = new_report(c, project, "draft", "as_planned", "2026-01-01"), *place = path(text("/reports/%s", n));
	for (int i = 0; i < 2; i++)
		assert_status(post(c, text("%s/submit", place), "_version", "1", "_once", "s", NULL), 303);
	for (int i = 0; i < 2; i++)
		assert_status(post(c, text("%s/publish", place), "_version", "2", "_once", "p", NULL), 303);
	for (int i = 0; i < 2; i++)
		assert_status(post(c, text("%s/correct", place), "field", "summary", "after", "Better", "reason", "Typing",
		                   "_once", "c", NULL),
		              303);
	assert_string_equal(
		owner_sql(text("SELECT count(*) FROM live.correction c JOIN live.project p ON p.id = c.subject_id "
	                   "WHERE p.code = '%s'",
	                   project)),
		"1");
	/* Written on after Back: not a second correction, and not lost. */
	const struct answer *a =
		post(c, text("%s/correct", place), "field", "summary", "after", "Best", "reason", "Typing", "_once", "c", NULL);
	assert_status(a, 422);
	assert_holds(a, "Best</textarea>");
	assert_holds(a, "You have sent this form already");
}

/* Two browsers of one person, the same form, at the same moment. */
static void two_at_once_are_one(void **state)
{
	(void)state;
	enum { PAIRS = 8 };
	for (int pair = 0; pair < PAIRS; pair++) {
		struct client *both[2];
		char *once = text("pair-%d", pair), *title = text("Pair %d", pair);
		pid_t pids[2];
		int ready[2];
		assert_int_equal(pipe(ready), 0);
		for (int i = 0; i < 2; i++) {
			both[i] = client_new();
			assert_status(sign_in_as(both[i], "portfolio", getenv("STYRBORD_PASSWORD"), "/"), 303);
			get(both[i], "/access.json");
			pids[i] = fork();
			if (!pids[i]) {
				char go;
				struct client *mine = both[i];
				close(ready[1]);
				(void)!read(ready[0], &go, 1);
				_exit(post_risk(mine, once, title)->status == 303 ? 0 : 1);
			}
		}
		close(ready[0]);
		close(ready[1]);
		for (int i = 0; i < 2; i++) {
			int status = -1;
			waitpid(pids[i], &status, 0);
			assert_int_equal(status, 0);
			client_free(both[i]);
		}
		assert_int_equal(risks_called(title), 1);
	}
}

static int count_of(const char *body, const char *words)
{
	int n = 0;
	for (const char *p = body; (p = strstr(p, words)); p += strlen(words))
		n++;
	return n;
}

static void every_form_carries_it(void **state)
{
	(void)state;
	struct client *c = client_of("portfolio");
	char *n = new_report(c, project, "submitted", "as_planned", "2026-01-02");
	char *const places[] = {"/access",
	                        "/projects/new",
	                        path("/edit"),
	                        path("/risks/new"),
	                        path("/risks/1/edit"),
	                        path(text("/reports/%s", n)),
	                        path("/reports/1/correct")};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		const struct answer *a = get(c, places[i]);
		assert_status(a, 200);
		int forms = count_of(a->body, "method=\"post\"");
		assert_true(forms > 0);
		assert_int_equal(count_of(a->body, "name=\"_once\""), forms);
		assert_int_equal(count_of(a->body, "name=\"_csrf\""), forms);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_form_sent_twice_is_saved_once),
		cmocka_unit_test(a_form_without_a_number_is_known_by_its_content_for_a_moment),
		cmocka_unit_test(a_form_with_a_mistake_may_be_sent_again),
		cmocka_unit_test(what_was_written_on_is_shown_with_what_was_saved),
		cmocka_unit_test(a_mistake_after_going_back_makes_no_second_record),
		cmocka_unit_test(a_key_gives_the_first_answer_again),
		cmocka_unit_test(steps_and_corrections_are_done_once),
		cmocka_unit_test(two_at_once_are_one),
		cmocka_unit_test(every_form_carries_it),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
