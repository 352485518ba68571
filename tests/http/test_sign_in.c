/* Sign-in on a Monday morning: nobody is stopped with the right password because others mistype where they are, and
 * guessing is braked all the same. On a stack of its own, since it counts. */
#include "client.h"
#include "stack.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char password[] = "styrbord-demo";

static int set_up(void **state)
{
	(void)state;
	stack_start("");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	stack_clean();
	return 0;
}

static void forget(void)
{
	owner_sql("DELETE FROM styrbord.sign_in_attempt; DELETE FROM styrbord.sign_in_known");
}

static void sixty_mistakes_stop_nobody_else(void **state)
{
	(void)state;
	struct client *c = client_new();
	forget();
	for (int i = 0; i < 60; i++)
		assert_status(sign_in_as(c, text("mistyped%d", i), "wrong", "/"), 401);
	assert_status(sign_in_as(c, "portfolio", password, "/"), 303);
	client_free(c);
}

/* What reaches the directory is answered 401; the rest waits. */
static void guesses_at_one_account_are_few_from_wherever(void **state)
{
	(void)state;
	int reached = 0, held = 0;
	forget();
	for (int address = 1; address <= 50; address++) {
		struct client *c = client_from(text("127.0.1.%d", address));
		for (int i = 0; i < 20; i++) {
			const struct answer *a = sign_in_as(c, i % 2 ? "steering" : "STEERING", "wrong", "/");
			reached += a->status == 401;
			held += a->status == 429;
		}
		client_free(c);
	}
	assert_int_equal(reached + held, 1000);
	assert_true(reached <= 50);
	assert_true(reached >= 45);
	struct client *c = client_from("127.0.2.1");
	assert_status(sign_in_as(c, "steering", password, "/"), 429);
	assert_status(sign_in_as(c, "leader", password, "/"), 303);
	client_free(c);
}

static void many_accounts_from_one_address_are_slowed_and_nobody_is_shut_out(void **state)
{
	(void)state;
	int reached = 0, slowed = 0;
	struct client *c = client_new(), *known = client_new(), *other = client_from("127.0.0.3");
	forget();
	assert_status(sign_in_as(known, "admin", password, "/"), 303);
	client_free(known);
	known = client_new();
	for (int i = 0; i < 300; i++) {
		const struct answer *a = sign_in_as(c, text("sprayed%d", i), "Winter2026", "/");
		reached += a->status == 401;
		slowed += a->status == 429;
		if (a->status == 429)
			assert_in_range(strtol(header(a, "Retry-After"), NULL, 10), 1, 5);
		/* An answer, not a worker that waits. */
		assert_true(a->seconds < 2);
	}
	assert_int_equal(reached + slowed, 300);
	assert_int_equal(reached, 100);
	/* Who has signed in from there before, and who comes from elsewhere, notices nothing. */
	assert_status(sign_in_as(known, "admin", password, "/"), 303);
	assert_status(sign_in_as(other, "auditor", password, "/"), 303);
	/* Who has not waits for one turn. */
	const struct answer *a = sign_in_as(c, "coordinator", password, "/");
	assert_status(a, 429);
	assert_holds(a, "each takes a turn");
	assert_string_equal(form_value(a, "account"), "coordinator");
	sleep((unsigned)strtol(header(a, "Retry-After"), NULL, 10));
	assert_status(sign_in_as(c, "coordinator", password, "/"), 303);
	client_free(other);
	client_free(known);
	client_free(c);
}

static void the_log_says_why_and_not_what_was_typed(void **state)
{
	(void)state;
	struct client *c = client_new();
	forget();
	assert_status(sign_in_as(c, "Hemligt-Losen-77", "x", "/"), 401);
	assert_status(sign_in_as(c, "staff", "Hemligt-Losen-78", "/"), 401);
	assert_status(get(c, "/projects/x%20200%20person=admin"), 404);
	client_free(c);
	char *log = text("%s/styrbord.log", stack_folder());
	assert_int_not_equal(run("grep", "-q", "Hemligt-Losen", log, NULL), 0);
	assert_int_equal(run("grep", "-q", "sign-in failed from 127.0.0.1: 401 unknown", log, NULL), 0);
	assert_int_equal(run("grep", "-q", "sign-in failed for \"staff\" from 127.0.0.1: 401 wrong password", log, NULL),
	                 0);
	assert_int_equal(run("grep", "-q", "GET \"/projects/x%20200%20person=admin\" 404", log, NULL), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sixty_mistakes_stop_nobody_else),
		cmocka_unit_test(guesses_at_one_account_are_few_from_wherever),
		cmocka_unit_test(many_accounts_from_one_address_are_slowed_and_nobody_is_shut_out),
		cmocka_unit_test(the_log_says_why_and_not_what_was_typed),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
