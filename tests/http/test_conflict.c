/* Two who change one field of a record: what stood there before, theirs with who wrote it, and mine stand beside each
 * other; which one stands is pressed, and saved by the next press. */
#include "client.h"

#include <string.h>

static const char *risk(void)
{
	const struct answer *a =
		send_json(client_of("portfolio"), "POST", text("/projects/%s/risks", new_project("BOTH", "DHO")),
	              "{\"kind\": \"risk\", \"title\": \"First\", \"cause\": \"Old cause\", \"probability\": 2, "
	              "\"consequence\": 3, \"state\": \"open\"}",
	              NULL);
	assert_status(a, 201);
	return text("%s", strstr(header(a, "Location"), "/projects"));
}

static void office_writes(const char *place, const char *json, const char *version)
{
	assert_status(send_json(client_of("portfolio"), "PATCH", place, json, version), 200);
}

/* The leader, who opened `version`, with what they make of title and cause, and what they press for the title. */
static const struct answer *save(const char *place, const char *version, const char *title, const char *cause,
                                 const char *keep)
{
	return post(client_of("leader"), place, "_version", version, "kind", "risk", "title", title, "cause", cause,
	            "probability", "2", "consequence", "3", "state", "open", "_keep_title", keep, NULL);
}

static const char *title_of(const char *place)
{
	return text("%s", json_at(get(client_of("leader"), text("%s.json", place)), "title"));
}

static void three_stand_beside_each_other(void **state)
{
	const char *place = risk();
	(void)state;
	office_writes(place, "{\"title\": \"Second\"}", "1");
	office_writes(place, "{\"cause\": \"New cause\"}", "2");
	const struct answer *a = save(place, "1", "Mine", "Old cause", "mine");
	assert_status(a, 409);
	assert_holds(a, "<title>Error: ");
	assert_holds(a, "id=\"conflict\" autofocus");
	assert_holds(a, ">First");
	assert_holds(a, ">Second");
	assert_holds(a, ">Mine");
	/* by whom */
	assert_holds(a, owner_sql("SELECT name FROM live.person WHERE account = 'portfolio'"));
	/* never touched: not mine, and said */
	assert_lacks(a, "_keep_cause");
	assert_holds(a, "in the form as they left it: Cause.");
	assert_string_equal(form_value(a, "cause"), "New cause");
	assert_holds(a, "name=\"_keep_title\" value=\"mine\" checked");
	assert_lacks(a, "name=\"_keep_title\" value=\"theirs\" checked");
}

static void what_is_pressed_is_saved(void **state)
{
	const char *place = risk();
	(void)state;
	office_writes(place, "{\"title\": \"Second\"}", "1");
	assert_status(save(place, "1", "Mine", "Old cause", "mine"), 409);
	assert_status(save(place, "2", "Mine", "My cause", "theirs"), 303);
	assert_string_equal(title_of(place), "Second");
	assert_json(get(client_of("leader"), text("%s.json", place)), "cause", "My cause");
	place = risk();
	office_writes(place, "{\"title\": \"Second\"}", "1");
	assert_status(save(place, "2", "Mine", "Old cause", "mine"), 303);
	assert_string_equal(title_of(place), "Mine");
	/* what cannot be counts no more where theirs is kept; and theirs is what the page showed, with what came since */
	place = risk();
	office_writes(place, "{\"title\": \"Second\"}", "1");
	assert_status(save(place, "2", "", "Old cause", "theirs"), 303);
	office_writes(place, "{\"title\": \"Third\"}", "2");
	assert_status(save(place, "2", "Mine", "Old cause", "theirs"), 303);
	assert_string_equal(title_of(place), "Third");
}

/* A form that lost its version: what is not known to be touched is not mine. */
static void without_a_version_theirs_is_kept(void **state)
{
	const char *place = risk();
	(void)state;
	office_writes(place, "{\"title\": \"Second\"}", "1");
	const struct answer *a = save(place, "", "First", "Old cause", "");
	assert_status(a, 409);
	assert_holds(a, "is not known");
	assert_holds(a, "name=\"_keep_title\" value=\"theirs\" checked");
	assert_lacks(a, "_keep_cause");
	assert_status(save(place, form_value(a, "_version"), "First", "Old cause", "theirs"), 303);
	assert_string_equal(title_of(place), "Second");
}

static void a_program_is_told_all_three(void **state)
{
	const char *place = risk();
	(void)state;
	office_writes(place, "{\"title\": \"Second\"}", "1");
	const struct answer *a = send_json(client_of("leader"), "PATCH", place, "{\"title\": \"Mine\"}", "1");
	assert_status(a, 412);
	assert_json(a, "conflicts.length", "1");
	assert_json(a, "conflicts.0.field", "title");
	assert_json(a, "conflicts.0.base", "First");
	assert_json(a, "conflicts.0.theirs", "Second");
	assert_json(a, "conflicts.0.mine", "Mine");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(three_stand_beside_each_other),
		cmocka_unit_test(what_is_pressed_is_saved),
		cmocka_unit_test(without_a_version_theirs_is_kept),
		cmocka_unit_test(a_program_is_told_all_three),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
