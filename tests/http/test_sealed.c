/* Projects for members only: they are not there for others, and show through nothing that is. */
#include "one_of_each.h"

#include <string.h>

static const char *const people[] = {NULL,        "staff", "leader",  "steering", "coordinator",
                                     "portfolio", "admin", "auditor", "editor"};

static bool sees_sealed(const char *who)
{
	return who && (!strcmp(who, "coordinator") || !strcmp(who, "portfolio") || !strcmp(who, "auditor"));
}

static void sealed_is_not_there_for_others(void **state)
{
	(void)state;
	static const char *const places[] = {"/projects/SEALED",
	                                     "/projects/SEALED.json",
	                                     "/projects/SEALED/history",
	                                     "/projects/SEALED/history.json",
	                                     "/projects/SEALED/deliverables/1",
	                                     "/projects/SEALED/deliverables/1.json",
	                                     "/projects/SEALED/people/1.json",
	                                     "/projects/SEALED?at=2026-01-01",
	                                     "/projects/SEALED.json?at=2026-01-01",
	                                     "/projects/SEALED/history.json?at=2026-01-01"};
	static const char *const lists[] = {"/projects.json?q=SEALED",
	                                    "/projects.json?q=beredskapslager",
	                                    "/projects.json?q=beredskapslagr",
	                                    "/projects.json?goal=HSO-5&owner=HSO",
	                                    "/projects.json?q=SEALED&at=2026-01-01",
	                                    "/projects.json?q=Lokalisering"};
	for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
		bool sees = sees_sealed(people[i]);
		struct client *c = client_of(people[i]);
		for (size_t k = 0; k < sizeof places / sizeof *places; k++)
			assert_status(get(c, places[k]), sees ? 200 : 404);
		for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
			if (sees)
				assert_holds(get(c, lists[k]), "\"SEALED\"");
			else
				assert_lacks(get(c, lists[k]), "\"SEALED\"");
		}
		assert_lacks(get(sees ? client_of(NULL) : c, "/"), "beredskapslager");
		if (!sees && people[i])
			assert_status(send_json(c, "PATCH", "/projects/SEALED", "{\"title\": \"x\"}", "1"), 404);
	}
	assert_holds(get(client_of("coordinator"), "/projects/SEALED"), "For members only");
}

static void sealed_does_not_show_through_others(void **state)
{
	(void)state;
	char *open = new_project("OPEN", NULL), *sealed = new_project("SHUT", open);
	struct client *office = client_of("portfolio");
	assert_status(send_json(office, "PATCH", text("/projects/%s", sealed), "{\"restricted\": true}", "1"), 200);
	create(text("/projects/%s/dependencies", open),
	       text("{\"needed\": \"n\", \"provider_project\": \"%s\", \"criticality\": \"low\", \"light\": \"green\"}",
	            sealed));
	create(
		text("/projects/%s/dependencies", sealed),
		text(
			"{\"needed\": \"secret need\", \"provider_project\": \"%s\", \"criticality\": \"low\", \"light\": \"green\"}",
			open));
	create(text("/projects/%s/deliverables", sealed),
	       "{\"code\": \"D1\", \"title\": \"secret thing\", \"planned_on\": \"2025-01-01\"}");
	const char *const places[] = {text("/projects/%s.json", open),
	                              text("/projects/%s", open),
	                              text("/projects/%s/history.json", open),
	                              text("/projects/%s/history", open),
	                              text("/projects/%s/dependencies/1.json", open),
	                              "/index.json",
	                              "/",
	                              text("/projects.json?q=%s", sealed)};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		const struct answer *a = get(client_of("staff"), places[i]);
		assert_status(a, 200);
		assert_lacks(a, sealed);
		assert_lacks(a, "secret");
	}
	const struct answer *a = get(office, places[0]);
	assert_json(a, "children.0.code", sealed);
	assert_json(a, "dependencies.0.provider_project.code", sealed);
	assert_json(a, "needed_by.0.project.code", sealed);
	assert_json(get(client_of("staff"), places[0]), "dependencies.length", "1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sealed_is_not_there_for_others),
		cmocka_unit_test(sealed_does_not_show_through_others),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
