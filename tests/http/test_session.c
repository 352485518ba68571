/* Signing in and out, against the real directory; what a session's cookie is worth; whose forms are believed. */
#include "client.h"

#include <stdlib.h>
#include <string.h>

static const char password[] = "styrbord-demo";

/* Other runs on the same stack guessed wrong, too. */
static int forget_attempts(void **state)
{
	(void)state;
	owner_sql("DELETE FROM styrbord.sign_in_attempt");
	return 0;
}

static int count(const char *words, const char *in)
{
	int n = 0;
	for (const char *p = in; (p = strstr(p, words)); p++)
		n++;
	return n;
}

static void signing_in_starts_a_session(void **state)
{
	(void)state;
	struct client *c = client_new();
	const struct answer *a = get(c, "/login");
	assert_status(a, 200);
	assert_holds(a, "autocomplete=\"current-password\"");
	a = sign_in_as(c, "leader", password, "/projects/DHO");
	assert_status(a, 303);
	assert_header(a, "Location", "/projects/DHO");
	const char *cookie = strstr(a->headers, "Set-Cookie: styrbord_session=");
	assert_non_null(cookie);
	char *line = text("%.*s", (int)strcspn(cookie, "\n"), cookie);
	assert_non_null(strstr(line, "; Path=/; HttpOnly; SameSite=Lax"));
	/* plain loopback: a Secure cookie would not come back; and it ends with the browser */
	assert_null(strstr(line, "Secure"));
	assert_null(strstr(line, "Max-Age"));
	assert_true(strlen(client_cookie(c, "styrbord_session")) >= 43);
	a = get(c, "/projects/DHO");
	assert_holds(a, "<span>Ingrid Solheim</span></summary>");
	assert_header(a, "Cache-Control", "private, no-store");
	assert_json(get(c, "/access.json"), "account", "leader");
	assert_header(get(c, "/login?next=%2Faccess"), "Location", "/access");
	/* only the token's hash is kept */
	assert_string_equal(
		owner_sql(text("SELECT count(*) FROM styrbord.session WHERE encode(token_hash, 'escape') LIKE '%%%s%%'",
	                   client_cookie(c, "styrbord_session"))),
		"0");
	client_free(c);
}

static void every_sign_in_makes_a_new_token(void **state)
{
	(void)state;
	struct client *c = client_new(), *old = client_new();
	assert_status(sign_in_as(c, "staff", password, "/"), 303);
	char *first = text("%s", client_cookie(c, "styrbord_session")), *token = text("%s", client_token(c));
	const char *const headers[] = {text("Cookie: styrbord_session=%s", first), NULL};
	struct sending with_first = {.path = "/access.json", .headers = headers};
	assert_json(client_send(old, &with_first), "signed_in", "true");
	/* signing in over an open session ends that one */
	assert_status(post(c, "/login", "account", "steering", "password", password, NULL), 303);
	assert_string_not_equal(client_cookie(c, "styrbord_session"), first);
	assert_json(get(c, "/access.json"), "account", "steering");
	assert_string_not_equal(json_at(get(c, "/access.json"), "csrf"), token);
	assert_json(client_send(old, &with_first), "signed_in", "false");
	/* a token that somebody else chose is never taken over */
	const char *const fixed[] = {"Cookie: styrbord_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", NULL};
	assert_json(client_send(old, &(struct sending){.path = "/access.json", .headers = fixed}), "signed_in", "false");
	client_free(c);
	client_free(old);
}

static void signing_out_ends_it(void **state)
{
	(void)state;
	struct client *c = client_new(), *thief = client_new();
	assert_status(sign_in_as(c, "staff", password, "/"), 303);
	const char *const headers[] = {text("Cookie: styrbord_session=%s", client_cookie(c, "styrbord_session")), NULL};
	assert_status(get(c, "/logout"), 405);
	const struct answer *a = post(c, "/logout", NULL);
	assert_status(a, 303);
	assert_header(a, "Location", "/");
	assert_string_equal(client_cookie(c, "styrbord_session"), "");
	assert_json(get(c, "/access.json"), "signed_in", "false");
	assert_json(client_send(thief, &(struct sending){.path = "/access.json", .headers = headers}), "signed_in",
	            "false");
	client_free(c);
	client_free(thief);
}

static void sessions_end_by_themselves(void **state)
{
	(void)state;
	static const char *const endings[] = {"last_seen_at = now() - interval '30 days'",
	                                      "absolute_ends = now() - interval '1 second'"};
	for (size_t i = 0; i < 2; i++) {
		struct client *c = client_new();
		assert_status(sign_in_as(c, "galnas", password, "/"), 303);
		assert_json(get(c, "/access.json"), "signed_in", "true");
		owner_sql(text(
			"UPDATE styrbord.session SET %s WHERE person_id = (SELECT id FROM live.person WHERE account = 'galnas' AND active)",
			endings[i]));
		assert_json(get(c, "/access.json"), "signed_in", "false");
		client_free(c);
	}
}

static void every_failure_says_the_same(void **state)
{
	(void)state;
	static const char *const tries[][2] = {
		{"staff", "wrong"},
		{"staff", ""},
		{"", ""},
		{"", "styrbord-demo"},
		{"nobody.at.all", "styrbord-demo"},
		{"left", "styrbord-demo"},
		{"*", "styrbord-demo"},
		{"staff)(uid=*", "styrbord-demo"},
		{"styrbord", "styrbord-demo"},
	};
	char *said = NULL;
	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
		struct client *c = client_new();
		const struct answer *a = sign_in_as(c, tries[i][0], tries[i][1], "/");
		assert_status(a, 401);
		assert_string_equal(client_cookie(c, "styrbord_session"), "");
		assert_string_equal(form_value(a, "account"), tries[i][0]);
		assert_string_equal(form_value(a, "password"), "");
		const char *message = strstr(a->body, "id=\"message\"");
		assert_non_null(message);
		char *words = text("%.*s", (int)(strstr(message, "</div>") - message), message);
		if (said)
			assert_string_equal(words, said);
		said = words;
		client_free(c);
	}
}

static void guessing_is_braked(void **state)
{
	(void)state;
	/* nobody else's account in the tests */
	static const char account[] = "olindvik";
	struct client *c = client_new(), *other = client_new();
	for (int i = 0; i < 5; i++)
		assert_status(sign_in_as(c, account, "wrong", "/"), 401);
	const struct answer *a = sign_in_as(c, account, password, "/");
	assert_status(a, 429);
	long wait = strtol(header(a, "Retry-After"), NULL, 10);
	assert_in_range(wait, 1, 3600);
	assert_holds(a, "Too many attempts.");
	assert_status(sign_in_as(c, text("%s ", "OLINDVIK"), password, "/"), 429);
	assert_status(sign_in_as(other, "steering", password, "/"), 303);
	owner_sql("UPDATE styrbord.sign_in_attempt SET window_started = now() - interval '2 days'");
	assert_status(sign_in_as(c, account, password, "/"), 303);
	/* and a good password makes the account's own failures forgotten */
	for (int i = 0; i < 2; i++) {
		struct client *again = client_new();
		for (int k = 0; k < 4; k++)
			assert_status(sign_in_as(again, account, "wrong", "/"), 401);
		assert_status(sign_in_as(again, account, password, "/"), 303);
		client_free(again);
	}
	client_free(c);
	client_free(other);
}

static void only_the_portals_own_forms_are_believed(void **state)
{
	(void)state;
	struct client *c = client_of("portfolio");
	static const char form[] = "application/x-www-form-urlencoded";
	const char *const none[] = {NULL}, *const wrong[] = {"X-CSRF-Token: 00000000000000000000000000000000", NULL};
	const char *const theirs[] = {text("X-CSRF-Token: %s", client_token(client_of("staff"))), NULL};
	const char *const right = text("X-CSRF-Token: %s", client_token(c));
	const char *const cross[] = {right, "Sec-Fetch-Site: cross-site", NULL}, *const sibling[] = {
																				 right, "Sec-Fetch-Site: same-site",
																				 NULL};
	const char *const own[] = {right, "Sec-Fetch-Site: same-origin", NULL}, *const typed[] = {
																				right, "Sec-Fetch-Site: none", NULL};
	const struct {
		const char *const *headers;
		const char *body;
		int status;
	} sent[] = {
		{none, "", 403},
		{none, "_csrf=", 403},
		{wrong, "", 403},
		{theirs, "", 403},
		{none, text("_csrf=%s", client_token(client_of("staff"))), 403},
		{cross, "", 403},
		{sibling, "", 403},
		{own, "", 422},
		{typed, "", 422},
		{none, text("_csrf=%s", client_token(c)), 422},
	};
	for (size_t i = 0; i < sizeof sent / sizeof *sent; i++)
		assert_status(
			client_send(c, &(struct sending){"POST", "/projects", form, sent[i].body, sent[i].headers, 0, true}),
			sent[i].status);
	/* the sign-in form as well: nobody is signed in as somebody else unawares */
	struct client *fresh = client_new();
	struct sending attack = {"POST", "/login", form, text("account=staff&password=%s", password), NULL, 0, true};
	assert_status(client_send(fresh, &attack), 403);
	assert_status(get(fresh, "/login"), 200);
	assert_status(client_send(fresh, &attack), 403);
	assert_string_equal(client_cookie(fresh, "styrbord_session"), "");
	client_free(fresh);
}

static void next_leads_nowhere_else(void **state)
{
	(void)state;
	static const char *const next[][2] = {
		{"/projects/DHO", "/projects/DHO"},
		{"/projects?q=a&page=1", "/projects?q=a&page=1"},
		{"", "/"},
		{"https://evil.example/", "/"},
		{"//evil.example", "/"},
		{"/\\evil.example", "/"},
		{"\\\\evil.example", "/"},
		{"evil.example", "/"},
		{"javascript:alert(1)", "/"},
		{"/a\r\nSet-Cookie: x=y", "/"},
		{"/\t/evil.example", "/"},
		{" /projects", "/"},
	};
	for (size_t i = 0; i < sizeof next / sizeof *next; i++) {
		struct client *c = client_new();
		const struct answer *a = sign_in_as(c, "staff", password, next[i][0]);
		/* a line that holds a line's end is no line of a form: refused, or led home */
		if (a->status != 400) {
			assert_status(a, 303);
			assert_header(a, "Location", next[i][1]);
		}
		assert_int_equal(count("evil", a->headers), 0);
		assert_string_equal(client_cookie(c, "x"), "");
		client_free(c);
	}
	assert_header(get(client_of(NULL), "/projects/DHO/edit?a=b%26c"), "Location",
	              "/login?next=/projects/DHO/edit%3Fa%3Db%2526c");
	assert_string_equal(form_value(get(client_of(NULL), "/login?next=/projects/DHO/edit%3Fa%3Db%2526c"), "next"),
	                    "/projects/DHO/edit?a=b%26c");
	assert_string_equal(form_value(get(client_of(NULL), "/login?next=//evil.example"), "next"), "/");
}

static void the_language_is_the_readers(void **state)
{
	(void)state;
	static const char *const accepted[][2] = {
		{"", "en"},
		{"sv", "sv-SE"},
		{"sv-FI", "sv-FI"},
		{"sv-SE;q=0.5, sv-FI", "sv-FI"},
		{"nb-NO,nb;q=0.9,en;q=0.1", "nb"},
		{"no", "nb"},
		{"nn", "nb"},
		{"fi-FI", "fi"},
		{"de, fi;q=0.3", "fi"},
		{"de", "en"},
		{"en-GB", "en"},
		{"*", "en"},
		{"fi;q=0, sv", "sv-SE"},
		{";;;q=,,", "en"},
	};
	for (size_t i = 0; i < sizeof accepted / sizeof *accepted; i++) {
		const char *const headers[] = {text("Accept-Language: %s", accepted[i][0]), NULL};
		const struct answer *a = client_send(client_of(NULL), &(struct sending){.path = "/", .headers = headers});
		if (!strstr(a->body, text("<html lang=\"%s\"", accepted[i][1])))
			fail_msg("Accept-Language %s is not answered in %s", accepted[i][0], accepted[i][1]);
		assert_non_null(strstr(header(a, "Vary"), "Accept-Language"));
	}
	/* what people and programs call a language leads to the nearest; what the portal does not speak is no choice */
	static const char *const chosen[][2] = {{"no", "nb"},       {"nn", "nb"},    {"nb-NO", "nb"}, {"sv-FI", "sv-FI"},
	                                        {"sv_FI", "sv-FI"}, {"sv", "sv-SE"}, {"en-GB", "en"}, {"FI", "fi"},
	                                        {"tlh", "en"},      {"", "en"},      {"%20", "en"},   {"-", "en"}};
	for (size_t i = 0; i < sizeof chosen / sizeof *chosen; i++) {
		struct client *new = client_new();
		const struct answer *a = get(new, text("/projects?language=%s", chosen[i][0]));
		assert_status(a, 200);
		if (!strstr(a->body, text("<html lang=\"%s\"", chosen[i][1])))
			fail_msg("?language=%s is not answered in %s", chosen[i][0], chosen[i][1]);
		client_free(new);
	}
	/* a choice lasts, and comes before what the browser says */
	struct client *c = client_new();
	const char *const swedish[] = {"Accept-Language: sv", NULL};
	const struct answer *a = client_send(c, &(struct sending){.path = "/projects?language=fi", .headers = swedish});
	assert_holds(a, "<html lang=\"fi\"");
	assert_non_null(strstr(header(a, "Set-Cookie"), "styrbord_language=fi; Path=/; HttpOnly; SameSite=Lax; Max-Age="));
	assert_holds(client_send(c, &(struct sending){.path = "/", .headers = swedish}), "<html lang=\"fi\"");
	a = client_send(c, &(struct sending){.path = "/?language=tlh", .headers = swedish});
	assert_status(a, 200);
	assert_header(a, "Set-Cookie", "");
	assert_holds(a, "<html lang=\"fi\"");
	assert_holds(get(c, "/no-such-page"), "<html lang=\"fi\"");
	client_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signing_in_starts_a_session),
		cmocka_unit_test(every_sign_in_makes_a_new_token),
		cmocka_unit_test(signing_out_ends_it),
		cmocka_unit_test(sessions_end_by_themselves),
		cmocka_unit_test(every_failure_says_the_same),
		cmocka_unit_test(guessing_is_braked),
		cmocka_unit_test(only_the_portals_own_forms_are_believed),
		cmocka_unit_test(next_leads_nowhere_else),
		cmocka_unit_test(the_language_is_the_readers),
	};
	return cmocka_run_group_tests(tests, forget_attempts, forget_attempts);
}
