/* What was typed is not lost: not to a session that ended, not to a form of an earlier one, not to another language. */
#include "client.h"

#include <string.h>

#define RISK "kind=risk&title=Sen+risiko&cause=Ingen+skal+miste+dette.&state=open&probability=2"
#define LATE_RISK \
	"late.kind=risk&late.title=Sen+risiko&late.cause=Ingen+skal+miste+dette.&late.state=open&late.probability=2"

static const char late[] = "You are signed in again.";

static char *field(const struct answer *a, const char *name)
{
	return text("%s", form_value(a, name));
}

/* A form with the token that it was given. */
static const struct answer *send(struct client *c, const char *path, const char *token, const char *rest)
{
	return client_send(c, &(struct sending){.method = "POST",
	                                        .path = path,
	                                        .type = "application/x-www-form-urlencoded",
	                                        .body = text("_csrf=%s&%s", token, rest),
	                                        .without_csrf = true});
}

static const struct answer *sign_in_late(struct client *c, const char *account, const char *password, const char *path,
                                         const char *fields)
{
	char *token = field(get(c, "/login"), "_csrf");
	return send(c, "/login", token, text("account=%s&password=%s&late_path=%s&%s", account, password, path, fields));
}

static void who_was_signed_out_gets_the_form_back(void **state)
{
	(void)state;
	struct client *c = client_new();
	char *there = text("/projects/%s/risks", new_project("LATE", "DHO"));
	const struct answer *a = send(c, there, "x", RISK "&consequence=9");
	assert_status(a, 401);
	assert_holds(a, "Nothing is lost: sign in");
	assert_holds(a, "name=\"late.cause\" value=\"Ingen skal miste dette.\"");
	/* A wrong password loses nothing either. */
	a = sign_in_late(c, "leader", "no", there, LATE_RISK "&late.consequence=9");
	assert_status(a, 401);
	assert_holds(a, "name=\"late.cause\" value=\"Ingen skal miste dette.\"");
	assert_string_equal(field(a, "late_path"), there);
	a = sign_in_late(c, "leader", "styrbord-demo", there, LATE_RISK "&late.consequence=9");
	assert_status(a, 200);
	assert_holds(a, late);
	assert_holds(a, "Ingen skal miste dette.</textarea>");
	assert_holds(a, "Write a whole number from 1 to 5.");
	assert_holds(a, text("action=\"%s\"", there));
	assert_string_equal(owner_sql("SELECT count(*) FROM live.risk WHERE title = 'Sen risiko'"), "0");
	/* One press. */
	a = send(c, there, field(a, "_csrf"), text(RISK "&consequence=4&_once=%s", field(a, "_once")));
	assert_status(a, 303);
	assert_string_equal(owner_sql("SELECT cause FROM live.risk WHERE title = 'Sen risiko'"), "Ingen skal miste dette.");
	client_free(c);
}

static void who_may_not_is_told_and_what_is_no_form_is_none(void **state)
{
	(void)state;
	struct client *c = client_new();
	const struct answer *a = sign_in_late(c, "staff", "styrbord-demo", "/projects/DHO/risks", "late.title=x");
	assert_status(a, 403);
	client_free(c);
	static const char *const others[] = {"/projects/DHO/reports/1/publish", "/projects/DHO", "/nowhere",
	                                     "/projects/DHO/risks/1/remove"};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		c = client_new();
		a = sign_in_late(c, "leader", "styrbord-demo", others[i], "late.title=x");
		assert_int_not_equal(a->status, 303);
		assert_lacks(a, "saved=yes");
		client_free(c);
	}
}

static void a_form_of_an_earlier_session_comes_back_filled(void **state)
{
	(void)state;
	char *there = text("/projects/%s/risks", new_project("STALE", "DHO"));
	struct client *c = client_of("leader");
	const struct sending stale = {.method = "POST",
	                              .path = there,
	                              .type = "application/x-www-form-urlencoded",
	                              .body = "_csrf=old&title=Gammel+fane&cause=Blir+st%C3%A5ende",
	                              .without_csrf = true};
	const struct answer *a = client_send(c, &stale);
	assert_status(a, 403);
	assert_holds(a, "You have signed in anew");
	assert_holds(a, "Blir stående</textarea>");
	assert_string_equal(field(a, "_csrf"), text("%s", client_token(c)));
	static const char *const other_site[] = {"Sec-Fetch-Site: cross-site", NULL};
	struct sending theirs = stale;
	theirs.headers = other_site;
	assert_lacks(client_send(c, &theirs), "Blir stående");
	struct client *nobody = client_new();
	assert_lacks(client_send(nobody, &theirs), "Blir stående");
	client_free(nobody);
}

static void another_language_keeps_what_was_typed(void **state)
{
	(void)state;
	char *there = text("/projects/%s/risks", new_project("TONGUE", "DHO"));
	struct client *c = client_new();
	sign_in_as(c, "leader", "styrbord-demo", "/");
	assert_holds(get(c, text("%s/new", there)), "form=\"record-form\" name=\"_language\" value=\"fi\"");
	const struct answer *a = send(c, there, client_token(c), RISK "&consequence=4&_language=fi");
	assert_status(a, 200);
	assert_holds(a, "<html lang=\"fi");
	assert_holds(a, "Ingen skal miste dette.</textarea>");
	assert_string_equal(owner_sql(text("SELECT count(*) FROM live.risk k JOIN live.project p ON p.id = k.subject_id "
	                                   "WHERE '/projects/' || p.code || '/risks' = '%s'",
	                                   there)),
	                    "0");
	client_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_was_signed_out_gets_the_form_back),
		cmocka_unit_test(who_may_not_is_told_and_what_is_no_form_is_none),
		cmocka_unit_test(a_form_of_an_earlier_session_comes_back_filled),
		cmocka_unit_test(another_language_keeps_what_was_typed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
