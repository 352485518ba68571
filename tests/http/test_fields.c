/* What people type and paste, and how each language writes it: saved as it was meant, or the field says what it wants.
 */
#include "client.h"

#include <stdio.h>
#include <string.h>

#define RISK(TITLE, REST) \
	"{\"kind\": \"risk\", \"probability\": 2, \"consequence\": 2, \"state\": \"open\", \"title\": \"" TITLE "\"" REST \
	"}"

/* Somebody whose pages speak that language. */
static struct client *speaking(const char *account, const char *language)
{
	struct client *c = client_new();
	assert_status(sign_in_as(c, account, "styrbord-demo", "/"), 303);
	assert_status(get(c, text("/?language=%s", language)), 200);
	return c;
}

static const struct answer *send_risk(const char *project, const char *title, const char *cause)
{
	return post(client_of("leader"), text("/projects/%s/risks", project), "kind", "risk", "title", title, "cause",
	            cause, "probability", "2", "consequence", "2", "state", "open", NULL);
}

static const struct answer *the_risk(const char *project, int n)
{
	return get(client_of("leader"), text("/projects/%s/risks/%d.json", project, n));
}

static void what_slides_put_into_a_text_is_a_line_end(void **state)
{
	(void)state;
	char *project = new_project("SLIDE", "DHO");
	assert_status(send_risk(project, "Fra\vlysark", "Linje en\vLinje to\u2028Linje tre"), 303);
	assert_json(the_risk(project, 1), "title", "Fra lysark");
	assert_json(the_risk(project, 1), "cause", "Linje en\nLinje to\nLinje tre");
	assert_status(send_json(client_of("leader"), "POST", text("/projects/%s/risks", project),
	                        RISK("Fra\\u000blysark", ", \"cause\": \"en\\u000bto\""), NULL),
	              201);
	assert_json(the_risk(project, 2), "title", "Fra lysark");
	assert_json(the_risk(project, 2), "cause", "en\nto");
}

static void a_control_character_names_its_field_and_loses_nothing(void **state)
{
	(void)state;
	char *project = new_project("CONTROL", "DHO");
	const struct answer *a = send_risk(project, "A good title", "typed at length\x03 and more");
	assert_status(a, 422);
	assert_holds(a, "id=\"error-cause\">Behind “typed at length” there is an invisible character (U+0003)");
	assert_lacks(a, "id=\"error-title\"");
	assert_string_equal(form_value(a, "title"), "A good title");
	assert_holds(a, "typed at length\x03 and more</textarea>");
	a = send_json(client_of("leader"), "POST", text("/projects/%s/risks", project), RISK("a\\u001bb", ""), NULL);
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "title");
	assert_status(the_risk(project, 1), 404);

	/* What is no text at all is no request either. */
	static const char *const bodies[] = {"title=%ff", "title=a%00b", "ti%01tle=a"};
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
		assert_status(client_send(client_of("leader"), &(struct sending){.method = "POST",
		                                                                 .path = text("/projects/%s/risks", project),
		                                                                 .type = "application/x-www-form-urlencoded",
		                                                                 .body = bodies[i]}),
		              400);
	assert_status(
		send_json(client_of("leader"), "POST", text("/projects/%s/risks", project), RISK("a\\u0000b", ""), NULL), 400);
}

static void a_title_has_something_to_read(void **state)
{
	(void)state;
	static const char *const titles[] = {"\u200b", "\u00ad", "\u00a0\u3000", "\u202e\u202c",
	                                     "\u030a", "\u3164", "\u2800"};
	char *project = new_project("SEEN", "DHO");
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
		const struct answer *a = send_json(client_of("leader"), "POST", text("/projects/%s/risks", project),
		                                   text(RISK("%s", ""), titles[i]), NULL);
		assert_status(a, 422);
		assert_holds(a, "{\"field\":\"title\",\"message\":\"This must be filled in.\"}");
		assert_status(send_risk(project, titles[i], ""), 422);
	}
	assert_status(send_risk(project, "\u00a0\u200bKept whole\u3000", "\u200b"), 303);
	assert_json(the_risk(project, 1), "title", "Kept whole");
	assert_json(the_risk(project, 1), "cause", "");
	/* What turns the writing direction ends with the title. */
	assert_status(send_risk(project, "\u202eturned", ""), 303);
	assert_json(the_risk(project, 2), "title", "\u202eturned\u202c");
}

static void a_letter_is_one_letter(void **state)
{
	(void)state;
	char *project = new_project("LETTER", "DHO"), *decomposed = text("o\u0308stra %s", project);
	assert_status(send_risk(project, "Va\u030ardplan", ""), 303);
	assert_json(the_risk(project, 1), "title", "Vårdplan");
	const char *emoji = "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
			   *long_title =
				   text("%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s", emoji, emoji, emoji, emoji, emoji, emoji, emoji,
	                    emoji, emoji, emoji, emoji, emoji, emoji, emoji, emoji, emoji, emoji, emoji, emoji, emoji);
	assert_status(send_risk(project, long_title, ""), 303);
	assert_status(send_risk(project, text("%sx", long_title), ""), 422);
	assert_lacks(get(client_of("leader"), text("/projects/%s/risks/new", project)), "maxlength");
	/* Searched for in either form. */
	assert_status(send_json(client_of("portfolio"), "PATCH", text("/projects/%s", project),
	                        text("{\"title\": \"%s\"}", decomposed), "1"),
	              200);
	assert_json(get(client_of("leader"), text("/projects.json?q=%%C3%%B6stra+%s", project)), "total", "1");
	assert_json(get(client_of("leader"), text("/projects.json?q=o%%CC%%88stra+%s", project)), "total", "1");
}

static void numbers_are_read_as_the_page_writes_them(void **state)
{
	(void)state;
	static const struct {
		const char *language, *typed, *kept, *shown; /* NULL: refused */
	} cases[] = {
		{"en", "62,000,000", "62000000", "62,000,000"},
		{"en", "1,234.5", "1234.5", "1,234.5"},
		{"en", "1,234", "1234", "1,234"},
		{"nb", "62 000 000,50", "62000000.5", "62\u00a0000\u00a0000,5"},
		{"fi", "62\u00a0000\u202f000", "62000000", "62\u00a0000\u00a0000"},
		{"sv-SE", "1234,5", "1234.5", "1\u00a0234,5"},
		{"nb", "1.234", NULL, NULL},
		{"en", "1e3", NULL, NULL},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *project = new_project("NUMBER", NULL);
		struct client *c = speaking("portfolio", cases[i].language);
		const struct answer *a = post(c, text("/projects/%s", project), "_version", "1", "code", project, "title", "t",
		                              "language", "nb", "kind", "project", "owner", "HSO", "phase", "planning",
		                              "lifecycle", "ongoing", "cost_frame", cases[i].typed, "currency", "NOK", NULL);
		assert_status(a, cases[i].kept ? 303 : 422);
		if (cases[i].kept) {
			assert_json(get(c, text("/projects/%s.json", project)), "cost_frame", cases[i].kept);
			assert_string_equal(form_value(get(c, text("/projects/%s/edit", project)), "cost_frame"), cases[i].shown);
		} else {
			assert_string_equal(form_value(a, "cost_frame"), cases[i].typed);
		}
		client_free(c);
	}
}

static void json_numbers_are_json_numbers(void **state)
{
	(void)state;
	static const struct {
		const char *sent, *kept; /* NULL: refused */
	} cases[] = {{"1e3", "1000"},    {"1000.0", "1000"}, {"12.5", "12.5"},
	             {"125E-1", "12.5"}, {"-0", "0"},        {"0.125", NULL}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *project = new_code("EXACT");
		const struct answer *a = send_json(
			client_of("portfolio"), "POST", "/projects",
			text(
				"{\"code\": \"%s\", \"title\": \"t\", \"language\": \"nb\", \"kind\": \"project\", \"owner\": \"HSO\", "
				"\"phase\": \"planning\", \"lifecycle\": \"ongoing\", \"cost_frame\": %s, \"currency\": \"NOK\"}",
				project, cases[i].sent),
			NULL);
		assert_status(a, cases[i].kept ? 201 : 422);
		if (cases[i].kept)
			assert_json(get(client_of("portfolio"), text("/projects/%s.json", project)), "cost_frame", cases[i].kept);
	}
	char *project = new_project("WHOLE", "DHO");
	assert_status(send_json(client_of("leader"), "POST", text("/projects/%s/risks", project),
	                        "{\"kind\": \"risk\", \"title\": \"t\", \"probability\": 2.0, \"consequence\": 0.3e1, "
	                        "\"state\": \"open\"}",
	                        NULL),
	              201);
	assert_json(the_risk(project, 1), "consequence", "3");
}

static void days_are_read_as_people_write_them(void **state)
{
	(void)state;
	static const struct {
		const char *language, *typed, *says; /* NULL: understood as 2025-12-31 */
		const char *shown;
	} cases[] = {
		{"en", "31 December 2025", NULL, "31 December 2025"},
		{"en", "31.12.2025", NULL, "31 December 2025"},
		{"en", "12/31/2025", NULL, "31 December 2025"},
		{"nb", "31. desember 2025", NULL, "31.12.2025"},
		{"sv-SE", "31 dec 2025", NULL, "2025-12-31"},
		{"sv-FI", "2025-12-31", NULL, "31.12.2025"},
		{"fi", "31. joulukuuta 2025", NULL, "31.12.2025"},
		{"en", "3/4/2025", "This may be one of two days. Write it as 31 December 2026 or 2026-12-31.", NULL},
		{"en", "29.2.2025", "Write a date that exists, such as 31 December 2026 or 2026-12-31.", NULL},
		{"nb", "i morgen", "Skriv datoen som 31. desember 2026 eller 31.12.2026.", NULL},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *project = new_project("DAY", "DHO"), *place = text("/projects/%s/milestones", project);
		struct client *c = speaking("leader", cases[i].language);
		const struct answer *a = post(c, place, "title", "m", "kind", "milestone", "reached_on", cases[i].typed, NULL);
		assert_status(a, cases[i].says ? 422 : 303);
		if (cases[i].says) {
			assert_holds(a, text("id=\"error-reached_on\">%s", cases[i].says));
			assert_string_equal(form_value(a, "reached_on"), cases[i].typed);
		} else {
			assert_json(get(c, text("%s/1.json", place)), "reached_on", "2025-12-31");
			assert_string_equal(form_value(get(c, text("%s/1/edit", place)), "reached_on"), cases[i].shown);
		}
		client_free(c);
	}
	char *place = text("/projects/%s/milestones", new_project("DAY", "DHO"));
	const struct answer *a =
		send_json(client_of("leader"), "POST", place,
	              "{\"title\": \"m\", \"kind\": \"milestone\", \"planned_on\": \"31.12.2025\"}", NULL);
	assert_status(a, 201);
	assert_json(get(client_of("leader"), text("%s/1.json", place)), "planned_on", "2025-12-31");
	a = send_json(client_of("leader"), "POST", place,
	              "{\"title\": \"m\", \"kind\": \"milestone\", \"planned_on\": \"tomorrow\"}", NULL);
	assert_status(a, 422);
	assert_json(a, "errors.0.message",
	            "Write a day, a month, a quarter, a season or a year, such as 2026-10, 2026-Q3, 2026-spring or ~2026.");
}

static void an_earlier_day_may_be_typed(void **state)
{
	(void)state;
	struct client *c = speaking("leader", "fi");
	const struct answer *a = get(c, "/projects/DHO?at=1.10.2023");
	assert_status(a, 200);
	assert_string_equal(form_value(a, "at"), "1.10.2023");
	assert_holds(a, "at=2023-10-01");
	assert_status(get(c, "/projects/DHO?at=lokakuu+2023"), 400);
	client_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_slides_put_into_a_text_is_a_line_end),
		cmocka_unit_test(a_control_character_names_its_field_and_loses_nothing),
		cmocka_unit_test(a_title_has_something_to_read),
		cmocka_unit_test(a_letter_is_one_letter),
		cmocka_unit_test(numbers_are_read_as_the_page_writes_them),
		cmocka_unit_test(json_numbers_are_json_numbers),
		cmocka_unit_test(days_are_read_as_people_write_them),
		cmocka_unit_test(an_earlier_day_may_be_typed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
