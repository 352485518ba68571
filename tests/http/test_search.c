/* One search over everything that a person may see: what is found, grouped, marked, and what is not. */
#include "client.h"

#include <stdlib.h>
#include <string.h>

static const char *group_of(const struct answer *a, const char *kind)
{
	int n = (int)strtol(json_at(a, "groups.length"), NULL, 10);
	for (int i = 0; i < n; i++)
		if (!strcmp(json_at(a, text("groups.%d.kind", i)), kind))
			return text("groups.%d", i);
	fail_msg("nothing of the kind %s in %.300s", kind, a->body);
	return NULL;
}

/* What people looked for in vain (trials). */
static void what_people_look_for_is_found(void **state)
{
	(void)state;
	struct client *staff = client_of("staff");
	const struct answer *a = get(staff, "/search.json?q=sengepost");
	assert_json(a, text("%s.items.0.hit_path", group_of(a, "project")), "/projects/MOBIL");
	assert_json(a, text("%s.items.0.hit_path", group_of(a, "deliverable")), "/projects/MOBIL/deliverables/1");
	assert_json(a, text("%s.items.0.on_path", group_of(a, "status_report")), "/projects/MOBIL");
	assert_json(get(staff, "/projects.json?q=sengepost"), "items.0.code", "MOBIL");
	assert_holds(get(staff, "/projects.json?q=Vestfold"), "\"code\":\"MOBIL\"");
	a = get(staff, "/search.json?q=Solheim");
	assert_json(a, text("%s.items.0.title", group_of(a, "person")), "Ingrid Solheim");
	assert_json(a, text("%s.items.0.hit_path", group_of(a, "project")), "/projects/DHO");
	a = get(staff, "/search.json?q=hjemmeoppf%C3%B8lgning");
	assert_json(a, text("%s.items.0.hit_path", group_of(a, "project")), "/projects/DHO");
	group_of(a, "news");
	/* A code leads straight to what it is of. */
	assert_json(get(staff, "/search.json?q=dho"), "groups.0.items.0.hit_path", "/projects/DHO");
}

static void the_words_that_were_found_are_marked(void **state)
{
	(void)state;
	const struct answer *a = get(client_of("staff"), "/search?q=hjemmeoppfolging&language=en");
	assert_holds(a, "Prosessplattform og digital <mark>hjemmeoppfølging</mark></a>");
	assert_holds(a, "role=\"search\"");
	/* What people wrote is text, whatever it looks like. */
	char *code = new_project("MARK", NULL);
	struct client *office = client_of("portfolio");
	assert_status(
		send_json(
			office, "POST", text("/projects/%s/deliverables", code),
			"{\"code\": \"X1\", \"title\": \"<b>Kvikksteg</b> & mer\", \"description\": \"Om <script>kvikksteg</script>\"}",
			NULL),
		201);
	a = get(office, "/search?q=kvikksteg");
	assert_holds(a, "&lt;b&gt;<mark>Kvikksteg</mark>&lt;/b&gt; &amp; mer");
	assert_holds(a, "&lt;script&gt;<mark>kvikksteg</mark>&lt;/script&gt;");
}

static void nothing_is_cut_silently(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	char *code = new_project("MANY", NULL);
	for (int i = 1; i <= 8; i++)
		assert_status(send_json(office, "POST", text("/projects/%s/risks", code),
		                        text("{\"kind\": \"risk\", \"title\": \"Fnattskuff %d\", \"state\": \"open\"}", i),
		                        NULL),
		              201);
	const struct answer *a = get(office, "/search.json?q=fnattskuff");
	assert_json(a, text("%s.group_total", group_of(a, "risk")), "8");
	assert_json(a, text("%s.more.count", group_of(a, "risk")), "2");
	assert_holds(get(office, "/search?q=fnattskuff&language=en"), "/search?q=fnattskuff&amp;kind=risk\">2 more</a>");
	a = get(office, "/search.json?q=fnattskuff&kind=risk");
	assert_json(a, "groups.0.items.length", "8");
	assert_json(a, "groups.length", "1");
}

static void what_a_reader_may_not_see_is_not_found(void **state)
{
	(void)state;
	/* Risks are for staff, as the portal is delivered. */
	char *code = new_project("QUIET", NULL);
	struct client *office = client_of("portfolio");
	assert_status(send_json(office, "POST", text("/projects/%s/risks", code),
	                        "{\"kind\": \"risk\", \"title\": \"Glemselsvann\", \"state\": \"open\"}", NULL),
	              201);
	assert_json(get(office, "/search.json?q=glemselsvann"), "total", "2");
	assert_json(get(client_of(NULL), "/search.json?q=glemselsvann"), "total", "0");
	assert_json(get(client_of(NULL), "/projects.json?q=glemselsvann"), "total", "0");
	assert_lacks(get(client_of(NULL), "/search?q=glemselsvan&language=en"), "<mark>");
	/* A draft, and a project for its members. */
	new_report(office, code, "draft", "as_planned", "2026-11-02");
	assert_status(
		send_json(office, "PATCH", text("/projects/%s/reports/1", code), "{\"summary\": \"Skrinlagtfisk\"}", "1"), 200);
	assert_json(get(office, "/search.json?q=skrinlagtfisk"), "total", "0");
	assert_json(get(client_of("coordinator"), "/search.json?q=SEALED"), "groups.0.items.0.hit_path",
	            "/projects/SEALED");
	assert_lacks(get(client_of("staff"), "/search.json?q=SEALED"), "/projects/SEALED");
}

static void nonsense_is_answered(void **state)
{
	(void)state;
	assert_holds(get(client_of(NULL), "/search?language=en"), "Look for a project, a person");
	assert_holds(get(client_of(NULL), "/search?q=xqzzyk&language=en"), "Nothing that you may see has these words");
	assert_status(get(client_of(NULL), "/search?q=%22%28%26+%27%27&kind=nothing"), 200);
	assert_status(get(client_of(NULL), "/search?q=%07"), 400);
	const struct answer *a = get(client_of(NULL), "/search.json?q=hjemmeoppf%C3%B8lging&at=2023-10-06");
	assert_json(a, text("%s.items.0.hit_path", group_of(a, "project")), "/projects/DHO");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_people_look_for_is_found), cmocka_unit_test(the_words_that_were_found_are_marked),
		cmocka_unit_test(nothing_is_cut_silently),       cmocka_unit_test(what_a_reader_may_not_see_is_not_found),
		cmocka_unit_test(nonsense_is_answered),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
