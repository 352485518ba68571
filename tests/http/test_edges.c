/* What nobody should send, and what everything that is sent carries. */
#include "client.h"

#include "version.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An error is a page of the portal's own: status and request number on it, and the number in the header. */
static void assert_error_page(const struct answer *a, int status)
{
	assert_status(a, status);
	assert_header(a, "Content-Type", "text/html; charset=utf-8");
	assert_holds(a, text("<p class=\"sb-error-status\">%d</p>", status));
	assert_int_equal(strlen(header(a, "X-Request-Id")), 32);
	assert_holds(a, text("give this number: %s<", header(a, "X-Request-Id")));
}

static void assert_problem(const struct answer *a, int status)
{
	assert_status(a, status);
	assert_header(a, "Content-Type", "application/problem+json");
	assert_json(a, "status", text("%d", status));
	assert_json(a, "instance", text("urn:request:%s", header(a, "X-Request-Id")));
	assert_string_not_equal(json_at(a, "title"), "Error");
	assert_true(strlen(json_at(a, "detail")) > 10);
}

static char *many(char c, int n)
{
	char *all = text("%*s", n, "");
	memset(all, c, (size_t)n);
	return all;
}

static void wrong_methods_are_told_the_right_ones(void **state)
{
	(void)state;
	static const struct {
		const char *method, *path, *allow;
	} sent[] = {
		{"PUT", "/", "GET, HEAD"},
		{"POST", "/", "GET, HEAD"},
		{"DELETE", "/projects", "GET, HEAD, POST"},
		{"OPTIONS", "/projects", "GET, HEAD, POST"},
		{"TRACE", "/projects", "GET, HEAD, POST"},
		{"GET", "/logout", "POST"},
		{"PUT", "/projects/DHO", "GET, HEAD, POST, PATCH"},
		{"PATCH", "/projects/DHO/deliverables", "GET, HEAD, POST"},
		{"PUT", "/projects/DHO/deliverables/1", "GET, HEAD, POST, PATCH, DELETE"},
		{"GET", "/projects/DHO/reports/1/publish", "POST"},
		{"BREW", "/healthz", "GET, HEAD"},
	};
	for (size_t i = 0; i < sizeof sent / sizeof *sent; i++) {
		struct sending s = {.method = sent[i].method, .path = sent[i].path};
		if (sent[i].method[0] == 'P') {
			s.type = "application/json";
			s.body = "{}";
		}
		const struct answer *a = client_send(client_of(NULL), &s);
		assert_status(a, 405);
		assert_header(a, "Allow", sent[i].allow);
	}
	assert_error_page(client_send(client_of(NULL), &(struct sending){.method = "DELETE", .path = "/projects"}), 405);
	assert_problem(client_send(client_of(NULL), &(struct sending){.method = "DELETE", .path = "/projects.json"}), 405);
}

/* The one file, from the portal itself, and nothing inline. */
static void only_our_script(const struct answer *a)
{
	static const char ours[] = "<script src=\"/assets/script-";
	for (const char *at = a->body; (at = strstr(at, "<script")); at++)
		assert_int_equal(strncmp(at, ours, strlen(ours)), 0);
}

static void what_is_not_there_or_no_address_gets_a_clear_page(void **state)
{
	(void)state;
	const struct {
		const char *path;
		int status;
	} asked[] = {
		{"/no-such-page", 404},
		{"/projects/NO-SUCH", 404},
		{"/projects/DHO/reports/18/publish", 405},
		{"/projects/DHO/deliverables/99", 404},
		{"/projects/DHO/deliverables/abc", 404},
		{"/projects/DHO/deliverables/99999999999999999999", 404},
		{"/projects/DHO/deliverables/-1", 404},
		{"/projects/DHO/reports/1e3", 404},
		{"/projects/DHO/reports/999", 404},
		{"/projects.xml", 404},
		{"/projects/DHO/nothing", 404},
		{"/.git/config", 404},
		{"/assets/", 404},
		{"/assets/nothing.css", 404},
		{"/projects/%27%20OR%201%3D1--", 404},
		/* paths that climb, and texts that are none */
		{"/../etc/passwd", 400},
		{"/projects/../../../etc/passwd", 400},
		{"/projects/../access", 400},
		{"/projects/%2e%2e/access", 400},
		{"/projects/DHO/..%2f..%2faccess", 400},
		{"/assets/../styrbord.conf", 400},
		{"/assets/%2e%2e/styrbord.conf", 400},
		{"/assets/..%2f..%2fstyrbord.conf", 400},
		{"/projects/./DHO", 400},
		{"//", 400},
		{"//evil.example/", 400},
		{"/projects//DHO", 400},
		{"/a\\b", 400},
		{"/projects/DHO%00", 400},
		{"/projects/%ff", 400},
		{"/projects/%c0%ae%c0%ae", 400},
		{"/projects/%zz", 400},
		{"/projects/%", 400},
		{"/?q=%zz", 400},
		{"/projects?q=%ff", 400},
		{"/projects/DHO?a=%00", 400},
		{"/projects?q=%ed%a0%80", 400},
		{"/projects/DHO/history?before=garbage", 400},
		{text("/%s", many('a', 2000)), 414},
		{text("/projects?q=%s", many('a', 9000)), 414},
		{text("/projects?q=%s", many('a', 60000)), 414},
	};
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		const struct answer *a = get(client_of(NULL), asked[i].path);
		if (a->status != asked[i].status)
			print_error("%.100s\n", asked[i].path);
		assert_error_page(a, asked[i].status);
		assert_lacks(a, "root:");
	}
	static const char *const documents[] = {"/no-such-page.json", "/projects/NO-SUCH.json",
	                                        "/projects/DHO/deliverables/99.json"};
	for (size_t i = 0; i < 3; i++)
		assert_problem(get(client_of(NULL), documents[i]), 404);
	/* whatever the path says, it is shown as text */
	only_our_script(get(client_of(NULL), "/%3Cscript%3Ealert(1)%3C/script%3E"));
}

static const struct answer *send(struct client *c, const char *method, const char *path)
{
	return client_send(c, &(struct sending){.method = method, .path = path});
}

/* People type codes as they like. The answer is the same whether there is such a project or not. */
static void codes_in_any_letters_lead_to_the_code(void **state)
{
	(void)state;
	static const struct {
		const char *path, *place;
	} asked[] = {
		{"/projects/dho", "/projects/DHO"},
		{"/projects/Dho.json", "/projects/DHO.json"},
		{"/projects/dho/", "/projects/DHO"},
		{"/projects/%64ho?at=2023-05-31&utm_source=mail&q=%C3%A5+b",
	     "/projects/DHO?at=2023-05-31&utm_source=mail&q=%C3%A5+b"},
		{"/projects/dho/history.json?before=1", "/projects/DHO/history.json?before=1"},
		{"/projects/dho/edit", "/projects/DHO/edit"},
		{"/projects/DHO/risks/01", "/projects/DHO/risks/1"},
		{"/projects/dho/risks/new", "/projects/DHO/risks/new"},
		{"/projects/dho/needed-by/nyapi/1", "/projects/DHO/needed-by/NYAPI/1"},
		{"/projects/no-such", "/projects/NO-SUCH"},
		{"/projects/sealed", "/projects/SEALED"},
		{"/projects/New", "/projects/NEW"},
	};
	static const char *const methods[] = {"GET", "HEAD"};
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		for (size_t k = 0; k < 2; k++) {
			const struct answer *a = send(client_of(NULL), methods[k], asked[i].path);
			assert_status(a, 308);
			assert_header(a, "Location", asked[i].place);
			assert_int_equal(a->length, 0);
		}
	}
	/* what changes something is not done, nor made a GET of */
	assert_status(send(client_of("leader"), "DELETE", "/projects/dho/risks/1"), 308);
	assert_status(post(client_of("leader"), "/projects/dho", "title", "x", NULL), 308);
	assert_status(send(client_of(NULL), "PUT", "/projects/dho"), 405);
	/* other spellings of nothing */
	assert_status(get(client_of(NULL), "/projects/d%20ho"), 404);
	assert_status(get(client_of(NULL), "/projects/dho/risks/x"), 404);
}

/* The form for a new project keeps its address, and so does a project that is called like it. */
static void a_project_may_be_called_new(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	static const char *const codes[] = {"NEW", "EDIT"};
	for (size_t i = 0; i < 2; i++) {
		assert_status(
			send_json(office, "POST", "/projects",
		              text("{\"code\": \"%s\", \"title\": \"Called so\", \"language\": \"nb\", \"kind\": \"project\", "
		                   "\"owner\": \"HSO\", \"phase\": \"planning\", \"lifecycle\": \"ongoing\"}",
		                   codes[i]),
		              NULL),
			201);
		assert_holds(get(office, text("/projects/%s", codes[i])), "Called so");
	}
	assert_lacks(get(office, "/projects/new"), "Called so");
	assert_string_equal(form_value(get(office, "/projects/new"), "code"), "");
	assert_string_equal(form_value(get(office, "/projects/NEW/edit"), "code"), "NEW");
	owner_sql("DELETE FROM live.project WHERE code IN ('NEW', 'EDIT')");
}

/* Whoever passes a link on may add to it: no page minds what it does not know. */
static void foreign_parameters_are_ignored(void **state)
{
	(void)state;
	static const char *const pages[] = {
		"/",       "/projects", "/projects/DHO", "/projects/DHO/history",     "/projects/DHO/reports/18",
		"/access", "/login",    "/healthz",      "/projects/DHO/milestones/1"};
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		assert_status(get(client_of(NULL), text("%s?utm_source=mail&fbclid=IwAR0&gclid=&_hs=1&x&colour=red", pages[i])),
		              200);
		assert_status(get(client_of(NULL), text("%s?language=tlh", pages[i])), 200);
	}
}

static void too_much_is_refused_whole(void **state)
{
	(void)state;
	static const char form[] = "application/x-www-form-urlencoded";
	char *project = new_project("BIG", "DHO"), *huge = text("title=%s", many('a', 1100000)),
		 *place = text("/projects/%s/deliverables", project);
	struct client *c = client_of("leader");
	assert_error_page(client_send(c, &(struct sending){.method = "POST", .path = place, .type = form, .body = huge}),
	                  413);
	assert_error_page(
		client_send(client_of(NULL), &(struct sending){.method = "POST", .path = "/login", .type = form, .body = huge}),
		413);
	assert_problem(
		client_send(c, &(struct sending){.method = "POST", .path = text("%s.json", place), .type = form, .body = huge}),
		413);
	/* within the cap, but longer than any field */
	assert_status(client_send(c, &(struct sending){.method = "POST",
	                                               .path = place,
	                                               .type = form,
	                                               .body = text("title=%s", many('a', 900000))}),
	              422);
	struct sending pairs = {.method = "POST", .path = place, .type = form, .body = many('&', 100000)};
	assert_status(client_send(c, &pairs), 422);
	char *names = text("a=1");
	for (int i = 0; i < 10; i++)
		names = text("%s&%s", names, names);
	pairs.body = names;
	assert_status(client_send(c, &pairs), 400);
	char *deep = text("%s%s", many('[', 100000), many(']', 100000));
	assert_problem(
		client_send(c, &(struct sending){.method = "POST", .path = place, .type = "application/json", .body = deep}),
		400);
	static const char *const names_of_headers[] = {"X-Long", "Cookie", "Accept-Language", "If-Match", "User-Agent"};
	for (size_t i = 0; i < sizeof names_of_headers / sizeof *names_of_headers; i++) {
		const char *const headers[] = {text("%s: a=%s", names_of_headers[i], many('b', 40000)), NULL};
		assert_error_page(client_send(client_of(NULL), &(struct sending){.path = "/projects", .headers = headers}),
		                  431);
	}
	const char *const bad[] = {"Accept-Language: \xff\xfe", NULL};
	assert_error_page(client_send(client_of(NULL), &(struct sending){.path = "/", .headers = bad}), 400);
	assert_json(get(c, text("/projects/%s.json", project)), "deliverables.total", "0");
}

static void health_says_what_is_reachable(void **state)
{
	(void)state;
	const struct answer *a = get(client_of(NULL), "/healthz");
	assert_status(a, 200);
	assert_string_equal(a->body, "alive\n");
	a = get(client_of(NULL), "/readyz");
	assert_status(a, 200);
	assert_string_equal(
		a->body, text("version: %s\ndatabase: up\ndirectory: up\nrights: refreshed in time\n", STYRBORD_VERSION));
	a = get(client_of(NULL), "/readyz.json");
	assert_json(a, "database", "up");
	assert_json(a, "directory", "up");
	assert_json(a, "rights_lag_s", "0");
}

static void everything_carries_the_security_headers(void **state)
{
	(void)state;
	static const char *const paths[] = {"/",
	                                    "/projects",
	                                    "/projects/DHO",
	                                    "/projects/DHO.json",
	                                    "/projects/DHO/history",
	                                    "/projects/DHO/reports/18",
	                                    "/access",
	                                    "/login",
	                                    "/projects/DHO/edit",
	                                    "/no-such-page",
	                                    "/projects/%zz",
	                                    "/no-such.json",
	                                    "/healthz",
	                                    "/readyz",
	                                    "/assets/nothing.css",
	                                    "/../x"};
	static const char *const headers[][2] = {
		{"Content-Security-Policy",
	     "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
	     "frame-ancestors 'none'"},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "same-origin"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
		{"Server", "nginx"},
		{"X-Powered-By", ""},
		{"Strict-Transport-Security", ""},
	};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		const struct answer *a = get(client_of(NULL), paths[i]);
		for (size_t k = 0; k < sizeof headers / sizeof *headers; k++)
			assert_header(a, headers[k][0], headers[k][1]);
		assert_int_equal(strlen(header(a, "X-Request-Id")), 32);
		static const char *const inlined[] = {
			"<style", " style=\"", " onclick=", " onload=", "javascript:", "http://localhost"};
		for (size_t k = 0; k < sizeof inlined / sizeof *inlined; k++)
			assert_lacks(a, inlined[k]);
		only_our_script(a);
	}
	/* a number of the client's own is not taken over */
	const char *const chosen[] = {"X-Request-Id: 0123456789abcdef0123456789abcdef", NULL};
	assert_string_not_equal(
		header(client_send(client_of(NULL), &(struct sending){.path = "/", .headers = chosen}), "X-Request-Id"),
		"0123456789abcdef0123456789abcdef");
}

static void assets_are_kept_for_long_and_sent_small(void **state)
{
	(void)state;
	const struct answer *a = get(client_of(NULL), "/");
	const char *link = strstr(a->body, "<link rel=\"stylesheet\" href=\"");
	assert_non_null(link);
	link += strlen("<link rel=\"stylesheet\" href=\"");
	char *path = text("%.*s", (int)strcspn(link, "\""), link);
	const char *const headers[] = {"Accept-Encoding: gzip", NULL};
	a = client_send(client_of(NULL), &(struct sending){.path = path, .headers = headers});
	assert_status(a, 200);
	assert_header(a, "Content-Type", "text/css");
	assert_header(a, "Content-Encoding", "gzip");
	assert_header(a, "Cache-Control", "public, max-age=31536000, immutable");
	assert_header(a, "X-Content-Type-Options", "nosniff");
	assert_true(a->length < 60000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrong_methods_are_told_the_right_ones),
		cmocka_unit_test(what_is_not_there_or_no_address_gets_a_clear_page),
		cmocka_unit_test(codes_in_any_letters_lead_to_the_code),
		cmocka_unit_test(a_project_may_be_called_new),
		cmocka_unit_test(foreign_parameters_are_ignored),
		cmocka_unit_test(too_much_is_refused_whole),
		cmocka_unit_test(health_says_what_is_reachable),
		cmocka_unit_test(everything_carries_the_security_headers),
		cmocka_unit_test(assets_are_kept_for_long_and_sent_small),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
