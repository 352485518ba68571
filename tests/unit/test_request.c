/* A request taken apart, and the row of the route table that it gets. */
#include "http/request.h"
#include "http/router.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena, *secrets;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	secrets = arena_new_wiped();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	arena_free(secrets);
	return 0;
}

static int read_uri(struct request *r, const char *method, const char *uri, const char *base)
{
	struct raw_request raw = {.method = method, .uri = uri};
	struct error e = {0};
	*r = (struct request){.arena = arena, .secrets = secrets};
	return request_read(r, &raw, base, &e) ? e.status : 0;
}

static void targets_are_decoded_below_the_mount_point(void **state)
{
	(void)state;
	static const struct {
		const char *uri, *base, *path;
		int status;
		enum format format;
	} cases[] = {
		{"/projects/DHO", "", "/projects/DHO", 0, FORMAT_HTML},
		{"/projects/DHO.json?at=2023-01-01", "", "/projects/DHO", 0, FORMAT_JSON},
		{"/", "", "/", 0, FORMAT_HTML},
		{"/index.json", "", "/", 0, FORMAT_JSON},
		{"/projects/", "", "/projects", 0, FORMAT_HTML},
		{"/styr", "/styr", "/", 0, FORMAT_HTML},
		{"/styr/projects", "/styr", "/projects", 0, FORMAT_HTML},
		{"/styrbord/projects", "/styr", "", 404, FORMAT_HTML},
		{"/projects/%C3%85", "", "/projects/Å", 0, FORMAT_HTML},
		{"/../etc/passwd", "", "", 400, FORMAT_HTML},
		{"/projects/%2e%2e/x", "", "", 400, FORMAT_HTML},
		{"/projects/%2e%2E", "", "", 400, FORMAT_HTML},
		{"//evil.example", "", "", 400, FORMAT_HTML},
		{"/%09/evil.example", "", "", 400, FORMAT_HTML},
		{"/a%5cb", "", "", 400, FORMAT_HTML},
		{"/%ff", "", "", 400, FORMAT_HTML},
		{"/%00", "", "", 400, FORMAT_HTML},
		{"/%zz", "", "", 400, FORMAT_HTML},
		{"/projects?q=%ff", "", "", 400, FORMAT_HTML},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct request r;
		assert_int_equal(read_uri(&r, "GET", cases[i].uri, cases[i].base), cases[i].status);
		if (cases[i].status)
			continue;
		assert_string_equal(r.path, cases[i].path);
		assert_int_equal(r.format, cases[i].format);
	}
	char longer[3000];
	memset(longer, 'a', sizeof longer);
	longer[0] = '/';
	longer[sizeof longer - 1] = '\0';
	struct request r;
	assert_int_equal(read_uri(&r, "GET", longer, ""), 414);
}

static void accept_decides_between_page_and_document(void **state)
{
	(void)state;
	assert_true(request_prefers_json("application/json"));
	assert_true(request_prefers_json("text/html;q=0.4, application/json;q=0.9"));
	assert_true(request_prefers_json("application/problem+json"));
	assert_false(request_prefers_json("text/html,application/xhtml+xml,*/*;q=0.8"));
	assert_false(request_prefers_json("application/json;q=0.1, text/html"));
	assert_false(request_prefers_json("application/json;q=0"));
	assert_false(request_prefers_json("*/*"));
	assert_false(request_prefers_json(NULL));
	assert_false(request_prefers_json(",,;;q=,"));
}

static void cookies_are_found_by_their_whole_name(void **state)
{
	(void)state;
	struct request r = {.arena = arena, .secrets = secrets, .cookie = "a=1; xsession=no; session=yes; empty="};
	assert_string_equal(request_cookie(&r, "session"), "yes");
	assert_string_equal(request_cookie(&r, "a"), "1");
	assert_string_equal(request_cookie(&r, "empty"), "");
	assert_null(request_cookie(&r, "sess"));
	assert_null(request_cookie(&r, "missing"));
}

static void bodies_are_forms_or_json(void **state)
{
	(void)state;
	static const struct {
		const char *type, *body;
		int status;
	} cases[] = {
		{"application/x-www-form-urlencoded; charset=utf-8", "title=a+b", 0},
		{"application/json", "{}", 0},
		{"application/merge-patch+json", "{}", 0},
		{"text/plain", "title=x", 415},
		{"application/jsonx", "{}", 415},
		{NULL, "x", 415},
		{"application/x-www-form-urlencoded", "title=%ff", 400},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct raw_request raw = {.method = "POST",
		                          .uri = "/projects",
		                          .content_type = cases[i].type,
		                          .body = cases[i].body,
		                          .body_length = strlen(cases[i].body)};
		struct request r = {.arena = arena, .secrets = secrets};
		struct error e = {0};
		assert_int_equal(request_read(&r, &raw, "", &e) ? e.status : 0, cases[i].status);
		if (i == 0)
			assert_string_equal(request_form(&r, "title"), "a b");
	}
}

static int nothing(struct request *r, struct response *out, struct error *e)
{
	(void)r, (void)out, (void)e;
	return 0;
}

static const struct route table[] = {
	{METHOD_GET, "/projects/new", ACCESS_RIGHT, "project.create", 0, nothing, "new", NULL, NULL},
	{METHOD_GET, "/projects/{code}", ACCESS_READ, NULL, 0, nothing, "page", NULL, NULL},
	{METHOD_POST, "/projects/{code}", ACCESS_RIGHT, "project.edit", 0, nothing, "change", NULL, NULL},
	{METHOD_GET, "/login", ACCESS_PUBLIC, NULL, 0, nothing, "form", NULL, NULL},
	{METHOD_POST, "/login", ACCESS_PUBLIC, NULL, 0, nothing, "sign in", NULL, NULL},
	{METHOD_GET, "/projects/{code}/risks/{n}/edit", 0, NULL, 0, nothing, "edit", NULL, NULL},
	{METHOD_GET, "/projects/{code}/needed-by/{project}/{n}", ACCESS_READ, NULL, 0, nothing, "answer", NULL, NULL},
	{METHOD_GET, "/words/{key}", ACCESS_READ, NULL, 0, nothing, "word", NULL, NULL},
};

static void routes_are_found_and_their_methods_named(void **state)
{
	(void)state;
	static const struct {
		const char *method, *path, *name, *allow;
		int status;
	} cases[] = {
		{"GET", "/projects/new", "new", "", 0},
		{"POST", "/projects/new", NULL, "GET, HEAD", 405},
		{"GET", "/projects/DHO", "page", "", 0},
		{"HEAD", "/projects/DHO", "page", "", 0},
		{"DELETE", "/projects/DHO", NULL, "GET, HEAD, POST", 405},
		{"POST", "/login", "sign in", "", 0},
		{"BREW", "/login", NULL, "GET, HEAD, POST", 405},
		{"GET", "/projects/DHO/risks/7/edit", "edit", "", 0},
		{"GET", "/projects/DHO/risks/7", NULL, "", 404},
		{"GET", "/projects/DHO/", "page", "", 0},
		{"GET", "/projectsDHO", NULL, "", 404},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct request r;
		struct error e = {0};
		const char *allow = "";
		assert_int_equal(read_uri(&r, cases[i].method, cases[i].path, ""), 0);
		const struct route *found = route_find(table, sizeof table / sizeof *table, &r, &allow, &e);
		assert_int_equal(e.status, cases[i].status);
		if (cases[i].name)
			assert_string_equal(found->name, cases[i].name);
		else
			assert_null(found);
		assert_string_equal(allow, cases[i].allow);
	}
	struct request r;
	struct error e = {0};
	const char *allow;
	read_uri(&r, "GET", "/projects/DHO/risks/7/edit", "");
	const struct route *found = route_find(table, sizeof table / sizeof *table, &r, &allow, &e);
	assert_string_equal(request_capture(&r, "code"), "DHO");
	assert_string_equal(request_capture(&r, "n"), "7");
	assert_string_equal(route_access_text(found, arena), "DENIED");
}

static void an_address_has_one_way_to_be_written(void **state)
{
	(void)state;
	static const struct {
		const char *method, *path, *canonical;
	} cases[] = {
		{"GET", "/projects/dho", "/projects/DHO"},
		{"HEAD", "/projects/Dho", "/projects/DHO"},
		{"POST", "/projects/dho", "/projects/DHO"},
		{"GET", "/projects/%44ho", "/projects/DHO"},
		{"GET", "/projects/dho.json", "/projects/DHO"},
		{"GET", "/projects/dho/", "/projects/DHO"},
		{"GET", "/projects/a_b-1", "/projects/A_B-1"},
		{"GET", "/projects/dho/risks/7/edit", "/projects/DHO/risks/7/edit"},
		{"GET", "/projects/DHO/risks/007/edit", "/projects/DHO/risks/7/edit"},
		{"GET", "/projects/DHO/risks/00/edit", "/projects/DHO/risks/0/edit"},
		{"GET", "/projects/dho/needed-by/nyapi/01", "/projects/DHO/needed-by/NYAPI/1"},
		/* a project may be called so */
		{"GET", "/projects/New", "/projects/NEW"},
		{"GET", "/projects/NEW", NULL},
		{"GET", "/projects/new", NULL},
		{"GET", "/projects/edit", "/projects/EDIT"},
		/* as the portal writes it */
		{"GET", "/projects/DHO", NULL},
		{"GET", "/projects/DHO/risks/0/edit", NULL},
		{"GET", "/projects/DHO/risks/10/edit", NULL},
		{"GET", "/login", NULL},
		{"GET", "/words/as_planned", NULL},
		/* no code and no number: there is nothing to lead to */
		{"GET", "/projects/dho.xml", NULL},
		{"GET", "/projects/d%20o", NULL},
		{"GET", "/projects/d%0d%0ao", NULL},
		{"GET", "/projects/d%2fo", NULL},
		{"GET", "/projects/%C3%A5", NULL},
		{"GET", "/projects/dho%3Fa", NULL},
		{"GET", "/projects/dho/risks/x/edit", NULL},
		{"GET", "/projects/dho/risks/-1/edit", NULL},
		{"GET", "/projects/dho/risks/1e1/edit", NULL},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct request r;
		struct error e = {0};
		const char *allow;
		if (read_uri(&r, cases[i].method, cases[i].path, ""))
			continue;
		const struct route *found = route_find(table, sizeof table / sizeof *table, &r, &allow, &e);
		const char *canonical = found ? route_canonical(found, &r) : NULL;
		if (!cases[i].canonical && canonical)
			fail_msg("%s leads to %s", cases[i].path, canonical);
		if (cases[i].canonical)
			assert_string_equal(canonical ? canonical : cases[i].path, cases[i].canonical);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(targets_are_decoded_below_the_mount_point, set_up, tear_down),
		cmocka_unit_test_setup_teardown(accept_decides_between_page_and_document, set_up, tear_down),
		cmocka_unit_test_setup_teardown(cookies_are_found_by_their_whole_name, set_up, tear_down),
		cmocka_unit_test_setup_teardown(bodies_are_forms_or_json, set_up, tear_down),
		cmocka_unit_test_setup_teardown(routes_are_found_and_their_methods_named, set_up, tear_down),
		cmocka_unit_test_setup_teardown(an_address_has_one_way_to_be_written, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
