/* Below a mount point: no link, no redirect and no cookie leaves it. */
#include "client.h"
#include "stack.h"

#include <string.h>

static int set_up(void **state)
{
	(void)state;
	stack_start("/styr");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	stack_clean();
	return 0;
}

/* Every href, src and action of a page that begins with / begins with the mount point. */
static void assert_stays(const struct answer *a)
{
	static const char *const attributes[] = {" href=\"/", " src=\"/", " action=\"/"};
	int links = 0;
	for (size_t i = 0; i < 3; i++)
		for (const char *p = a->body; (p = strstr(p, attributes[i])); p++, links++)
			if (strncmp(p + strlen(attributes[i]) - 1, "/styr/", 6))
				fail_msg("a link leaves the mount point: %.80s", p);
	assert_true(links > 5);
}

static void links_stay_below(void **state)
{
	(void)state;
	static const struct {
		const char *account, *path;
		int status;
	} pages[] = {
		{NULL, "/", 200},
		{NULL, "/projects", 200},
		{NULL, "/projects?kind=project&at=2023-05-31", 200},
		{NULL, "/projects/DHO", 200},
		{NULL, "/projects/DHO?at=2023-05-31", 200},
		{NULL, "/projects/DHO/history", 200},
		{NULL, "/projects/DHO/reports/18", 200},
		{NULL, "/access", 200},
		{NULL, "/projects/DHO/deliverables/1", 200},
		{NULL, "/login", 200},
		{NULL, "/no-such-page", 404},
		{NULL, "/projects/%zz", 400},
		{"leader", "/projects/DHO", 200},
		{"leader", "/projects/DHO/edit", 200},
		{"leader", "/projects/DHO/deliverables/3/edit", 200},
		{"leader", "/projects/DHO/reports/new", 200},
		{"leader", "/projects/DHO/reports/18/correct", 200},
		{"leader", "/projects/NYAPI/edit", 403},
	};
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		const struct answer *a = get(client_of(pages[i].account), pages[i].path);
		assert_status(a, pages[i].status);
		assert_stays(a);
	}
	const struct answer *a = get(client_of(NULL), "/");
	const char *css = strstr(a->body, "href=\"/styr/assets/");
	assert_non_null(css);
	css += strlen("href=\"/styr");
	assert_status(get(client_of(NULL), text("%.*s", (int)strcspn(css, "\""), css)), 200);
}

static void redirects_and_cookies_stay_below(void **state)
{
	(void)state;
	assert_header(get(client_of(NULL), "/projects/DHO/edit"), "Location", "/styr/login?next=/projects/DHO/edit");
	assert_header(get(client_of(NULL), "/projects/dho.json?at=2023-05-31"), "Location",
	              "/styr/projects/DHO.json?at=2023-05-31");
	struct client *c = client_new();
	assert_non_null(strstr(header(get(c, "/login"), "Set-Cookie"), "Path=/styr/;"));
	const struct answer *a = sign_in_as(c, "leader", "styrbord-demo", "/projects/DHO");
	assert_header(a, "Location", "/styr/projects/DHO");
	assert_non_null(strstr(strstr(a->headers, "styrbord_session="), "; Path=/styr/; HttpOnly"));
	assert_json(get(c, "/access.json"), "signed_in", "true");
	assert_non_null(strstr(header(get(c, "/?language=fi"), "Set-Cookie"), "Path=/styr/;"));
	a = send_json(c, "POST", "/projects/DHO/deliverables",
	              "{\"code\": \"M1\", \"title\": \"t\", \"planned_on\": \"2026-01-01\"}", NULL);
	assert_status(a, 201);
	assert_header(a, "Location", "/styr/projects/DHO/deliverables/5");
	a = post(c, "/projects/DHO/deliverables/5/remove", "_version", "1", NULL);
	assert_header(a, "Location", "/styr/projects/DHO?removed=deliverables/5#deliverables");
	assert_header(post(c, "/logout", NULL), "Location", "/styr/");
	assert_string_equal(client_cookie(c, "styrbord_session"), "");
	client_free(c);
}

static void nothing_answers_beside_it(void **state)
{
	(void)state;
	assert_status(get(client_of(NULL), ""), 301);
	assert_header(get(client_of(NULL), ""), "Location", "/styr/");
	/* what only begins like the mount point is another's page */
	assert_status(get(client_of(NULL), "rbord/projects"), 404);
	assert_status(get(client_of(NULL), "/healthz"), 200);
	assert_status(get(client_of(NULL), "/readyz"), 200);
	assert_status(get(client_of(NULL), "/styr/projects"), 404);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_stay_below),
		cmocka_unit_test(redirects_and_cookies_stay_below),
		cmocka_unit_test(nothing_answers_beside_it),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
