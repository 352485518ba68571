/* The collections of records: below what they belong to, and over all. */
#include "client.h"

#include <stdlib.h>
#include <string.h>

/* A project with `n` deliverables D1, D2 …: planned on the days from 2031-01-01 on, every fifth on none yet; the even
 * ones are finished. */
static char *project_with(int n)
{
	char *code = new_project("LIST", NULL);
	owner_sql(text(
		"INSERT INTO live.deliverable (subject_id, code, title, planned_on, finished)"
		" SELECT s.id, 'D' || g, 'Leveranse ' || g, CASE WHEN g %% 5 > 0 THEN date '2031-01-01' + g / 2 END, g %% 2 = 0"
		" FROM live.subject s, generate_series(1, %d) g WHERE s.type = 'project' AND s.code = '%s'",
		n, code));
	return code;
}

static long items(const struct answer *a)
{
	return strtol(json_at(a, "items.length"), NULL, 10);
}

/* Every code of the list, page by page, in its order, with blanks between; the number of pages in *pages. */
static char *walk(struct client *c, const char *path, const char *query, const char *name, int *pages)
{
	char *all = text("%s", ""), *next = text("%s", query);
	for (*pages = 0; *pages < 50;) {
		const struct answer *a = get(c, text("%s.json?%s", path, next));
		assert_status(a, 200);
		++*pages;
		for (long i = 0; i < items(a); i++)
			all = text("%s%s ", all, json_at(a, text("items.%ld.%s", i, name)));
		next = text("%s", json_at(a, "next"));
		if (!strcmp(next, "(none)"))
			break;
	}
	return all;
}

static char *codes_by(const char *project, const char *condition, const char *order)
{
	return owner_sql(
		text("SELECT string_agg(d.code, ' ' ORDER BY %s) || ' ' FROM live.deliverable d JOIN live.subject s ON"
	         " s.id = d.subject_id WHERE s.code = '%s' AND %s",
	         order, project, condition));
}

/* ---- every type ---- */

static void every_type_has_its_lists(void **state)
{
	(void)state;
	static const char *const lists[] = {"/organisations",
	                                    "/bodies",
	                                    "/strategies",
	                                    "/sections",
	                                    "/links",
	                                    "/aliases",
	                                    "/relations",
	                                    "/deliverables",
	                                    "/milestones",
	                                    "/risks",
	                                    "/dependencies",
	                                    "/reports",
	                                    "/goals",
	                                    "/people",
	                                    "/roles",
	                                    "/duties",
	                                    "/terms",
	                                    "/projects/DHO/sections",
	                                    "/projects/DHO/people",
	                                    "/projects/DHO/links",
	                                    "/projects/DHO/aliases",
	                                    "/projects/DHO/relations",
	                                    "/projects/DHO/deliverables",
	                                    "/projects/DHO/milestones",
	                                    "/projects/DHO/risks",
	                                    "/projects/DHO/dependencies",
	                                    "/projects/DHO/reports",
	                                    "/organisations/HSO/people",
	                                    "/organisations/HSO/sections",
	                                    "/bodies/ASTER-ARK/people",
	                                    "/strategies/HSO/goals",
	                                    "/strategies/HSO/links",
	                                    "/roles/project_manager/duties",
	                                    "/roles/project_manager/labels",
	                                    "/terms/1/labels"};
	struct client *c = client_of("leader");
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		const struct answer *a = get(c, text("%s.json", lists[i]));
		assert_status(a, 200);
		assert_header(a, "Content-Type", "application/json");
		assert_json(a, "left_out.length", "0");
		assert_json(a, "next", items(a) == 50 ? json_at(a, "next") : "(none)");
		long total = strtol(json_at(a, "total"), NULL, 10);
		assert_true(items(a) == (total < 50 ? total : 50));
		a = get(c, lists[i]);
		assert_status(a, 200);
		assert_holds(a, "<h1");
		if (!total)
			assert_holds(a, "class=\"sb-empty\"");
		/* In the past, too. */
		if (!strchr(lists[i] + 1, '/') || !strncmp(lists[i], "/projects/", 10))
			assert_status(get(c, text("%s?at=2023-06-01", lists[i])), 200);
	}
	assert_status(get(c, "/projects/NOWHERE/risks"), 404);
	assert_status(get(c, "/roles/nobody/duties"), 404);
	/* Whose names they would be nobody could tell. */
	assert_status(get(c, "/labels"), 404);
}

static void an_item_says_what_its_record_says(void **state)
{
	(void)state;
	struct client *c = client_of("leader");
	const struct answer *a = get(c, "/projects/DHO/risks.json");
	char *n = text("%s", json_at(a, "items.0.n")), *version = text("%s", json_at(a, "items.0.version")),
		 *title = text("%s", json_at(a, "items.0.title")), *owner = text("%s", json_at(a, "items.0.owner")),
		 *label = text("%s", json_at(a, "items.0.owner_label"));
	assert_json(a, "parent.code", "DHO");
	assert_json(a, "items.0.parent", "(none)");
	assert_json(a, "items.0.mitigation", "(none)");
	a = get(c, text("/projects/DHO/risks/%s.json", n));
	assert_json(a, "version", version);
	assert_json(a, "title", title);
	assert_json(a, "owner", owner);
	assert_string_equal(owner_sql(text("SELECT name FROM live.person WHERE account = '%s'", owner)), label);
	a = get(c, "/risks.json?q=Flere+pasienter");
	assert_json(a, "total", "1");
	assert_json(a, "parent", "(none)");
	assert_json(a, "items.0.parent.type", "project");
	assert_json(a, "items.0.parent.code", "DHO");
	n = text("href=\"/projects/DHO/risks/%s\"", json_at(a, "items.0.n"));
	a = get(c, "/risks?q=Flere+pasienter");
	assert_holds(a, n);
	assert_holds(a, "href=\"/projects/DHO\"");
	assert_holds(a, "<td data-label=\"Kind\">Opportunity</td>");
}

/* ---- filters ---- */

static void every_filter_keeps_what_fits(void **state)
{
	(void)state;
	struct client *c = client_of("leader");
	static const struct {
		const char *list, *query, *condition;
	} filters[] = {
		{"deliverables", "finished=true", "r.finished"},
		{"deliverables", "finished=false", "NOT r.finished"},
		{"deliverables", "planned_on_from=2023-06-01", "r.planned_on >= '2023-06-01'"},
		{"deliverables", "planned_on_to=1.6.2023", "r.planned_on <= '2023-06-01'"},
		{"deliverables", "planned_on_from=2022-01-01&planned_on_to=2022-12-31&finished=true",
	     "r.planned_on BETWEEN '2022-01-01' AND '2022-12-31' AND r.finished"},
		{"risks", "kind=opportunity", "r.kind = 'opportunity'"},
		{"risks", "owner=leader", "r.owner_id = (SELECT id FROM live.person WHERE account = 'leader')"},
		{"dependencies", "provider_organisation=siv&criticality=medium",
	     "r.criticality = 'medium' AND r.provider_organisation_id = (SELECT id FROM live.organisation WHERE code = 'SIV')"},
		{"milestones", "kind=decision_point", "r.kind = 'decision_point'"},
		{"sections", "language_is=fi", "r.language = 'fi'"},
		{"links", "sort=", "true"},
		{"relations", "q=vestFOLD", "r.other_id IN (SELECT id FROM live.subject WHERE title ILIKE '%%vestfold%%')"},
		{"organisations", "kind=hospital", "r.kind = 'hospital'"},
		{"people", "q=ANN", "r.name ILIKE '%%ann%%'"},
		{"terms", "list=project_phase&retired=false", "r.list = 'project_phase'"},
	};
	for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
		static const char *const tables[][2] = {{"dependencies", "dependency"}, {"people", "person"}};
		const char *table = text("%.*s", (int)strlen(filters[i].list) - 1, filters[i].list);
		for (size_t k = 0; k < 2; k++)
			table = strcmp(filters[i].list, tables[k][0]) ? table : tables[k][1];
		/* What the leader may see: nothing of the others' sealed project. */
		char *expected = owner_sql(text(
			"SELECT count(*) FROM live.%s r WHERE (%s)%s", table, text(filters[i].condition, ""),
			owner_sql(text(
				"SELECT count(*) FROM pg_attribute WHERE attrelid = 'live.%s'::regclass AND attname = 'subject_id'",
				table))[0] == '1'
				? " AND r.subject_id NOT IN (SELECT subject_id FROM styrbord.closed WHERE valid_to = 'infinity')"
				: ""));
		const struct answer *a = get(c, text("/%s.json?%s", filters[i].list, filters[i].query));
		assert_status(a, 200);
		assert_json(a, "left_out.length", "0");
		if (strcmp(json_at(a, "total"), expected))
			fail_msg("/%s?%s: %s, not %s", filters[i].list, filters[i].query, json_at(a, "total"), expected);
	}
}

static void references_are_found_by_what_they_are_called(void **state)
{
	(void)state;
	struct client *c = client_of("leader");
	const struct answer *a = get(c, "/risks.json?owner=Ingrid+Solheim");
	char *total = text("%s", json_at(a, "total"));
	assert_json(a, "left_out.length", "0");
	assert_true(strtol(total, NULL, 10) > 0);
	/* As the page's own form sends it. */
	a = get(c, "/risks.json?owner=Ingrid+Solheim+(leader)");
	assert_json(a, "total", total);
	a = get(c, "/risks?owner=leader");
	assert_holds(a, "value=\"Ingrid Solheim (leader)\"");
	assert_holds(a, "<details class=\"sb-filter-more\">");
	a = get(c, "/risks.json?owner=nobody.at.all");
	assert_json(a, "left_out.0.name", "owner");
	assert_holds(a, "The portal knows nothing called “nobody.at.all”");
}

static void subjects_are_found_as_search_finds_them(void **state)
{
	(void)state;
	/* Misspelt, which no part of the name would be. */
	const struct answer *a = get(client_of(NULL), "/organisations.json?q=Sykehusset+Vestfold");
	assert_true(strtol(json_at(a, "total"), NULL, 10) >= 1);
	assert_holds(a, "\"SIV\"");
	assert_json(get(client_of(NULL), "/organisations.json?q=qqqqqq"), "total", "0");
}

static void what_does_not_fit_is_left_out_and_said(void **state)
{
	(void)state;
	struct client *c = client_of(NULL);
	char *all = text("%s", json_at(get(c, "/deliverables.json"), "total"));
	static const char *const wrong[] = {"finished=perhaps",
	                                    "planned_on_from=2023-02-31",
	                                    "delivered_on_to=soon",
	                                    "sort=weight",
	                                    "after=nonsense",
	                                    "after=WzEsMiwzXQ",
	                                    "after=WyJwbGFubmVkX29uIiwic29vbiIsIjMiXQ",
	                                    "after=WyJwbGFubmVkX29uIiwiMjAyNi0wMS0wMSIsIngiXQ"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		const struct answer *a = get(c, text("/deliverables.json?%s", wrong[i]));
		assert_status(a, 200);
		assert_json(a, "total", all);
		assert_json(a, "left_out.length", "1");
		assert_json(a, "left_out.0.name", text("%.*s", (int)strcspn(wrong[i], "="), wrong[i]));
		a = get(c, text("/deliverables?%s", wrong[i]));
		assert_status(a, 200);
		assert_holds(a, "<div class=\"ds-alert\" data-color=\"info\"");
	}
	assert_holds(get(c, "/deliverables?planned_on_from=2023-02-31"), "The list is shown without “Planned, from”:");
	/* What is another's is ignored. */
	const struct answer *a = get(c, "/deliverables.json?utm_source=mail&page=3&code=L1");
	assert_json(a, "left_out.length", "0");
	assert_json(a, "total", all);
}

/* ---- order and pages ---- */

static void pages_hold_each_row_once(void **state)
{
	(void)state;
	char *code = project_with(130), *path = text("/projects/%s/deliverables", code);
	struct client *c = client_of(NULL);
	int pages;
	static const struct {
		const char *query, *condition, *order;
	} orders[] = {
		{"", "true", "planned_on NULLS LAST, d.id"},
		{"sort=-planned_on", "true", "planned_on DESC NULLS LAST, d.id DESC"},
		{"sort=planned_on&finished=true", "finished", "planned_on NULLS LAST, d.id"},
		{"sort=code", "true", "d.code COLLATE \"und-x-icu\", d.id"},
		{"sort=-title", "true", "d.title COLLATE \"und-x-icu\" DESC, d.id DESC"},
		{"sort=forecast_on", "true", "d.id"},
		{"sort=-delivered_on", "true", "d.id DESC"},
		{"sort=-finished", "true", "d.finished DESC, d.id DESC"},
		{"q=leveranse&sort=planned_on", "true", "planned_on NULLS LAST, d.id"},
	};
	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		char *found = walk(c, path, orders[i].query, "code", &pages);
		assert_string_equal(found, codes_by(code, orders[i].condition, orders[i].order));
		assert_int_equal(pages, strstr(orders[i].query, "finished=true") ? 2 : 3);
	}
	const struct answer *a = get(c, text("%s.json?finished=true", path));
	assert_json(a, "total", "65");
	assert_json(a, "more_than", "false");
	assert_non_null(strstr(json_at(a, "next"), "finished=true"));
	/* What has been added before the page does not push a row into it twice. */
	char *next = text("%s", json_at(a, "next"));
	a = get(c, text("%s?%s", path, next));
	assert_status(a, 200);
	assert_holds(a, "rel=\"first\"");
	assert_holds(a, text("href=\"/projects/%s/deliverables?finished=true\"", code));
	a = get(c, path);
	assert_holds(a, "rel=\"next\"");
	assert_holds(a, "130 in all");
	assert_holds(a, "aria-sort=\"ascending\"><a href=\"");
	assert_holds(a, "?sort=-planned_on\">Planned</a>");
	/* A page of another order is none of this. */
	a = get(c, text("%s.json?sort=code&%s", path, next));
	assert_json(a, "left_out.0.name", "after");
}

static void over_all_pages_are_whole_too(void **state)
{
	(void)state;
	int pages;
	char *found = walk(client_of(NULL), "/deliverables", "", "version", &pages);
	size_t n = 0;
	for (const char *p = found; (p = strchr(p, ' ')); p++)
		n++;
	assert_string_equal(
		owner_sql("SELECT count(*) FROM live.deliverable r WHERE r.subject_id NOT IN (SELECT subject_id FROM"
	              " styrbord.closed WHERE valid_to = 'infinity')"),
		text("%zu", n));
	assert_true(pages >= 4);
}

/* Red before yellow before green, whatever their names; terms as their list has them; roles by what they are called. */
static void choices_and_references_have_an_order(void **state)
{
	(void)state;
	struct client *c = client_of("leader");
	int pages;
	char *found = walk(c, "/dependencies", "sort=criticality", "criticality", &pages);
	char *last_low = strstr(found, "high"), *first_high = found;
	assert_non_null(last_low);
	while (strstr(first_high, "low"))
		first_high = strstr(first_high, "low") + 1;
	assert_true(first_high < last_low);
	found = walk(c, "/milestones", "sort=-kind", "kind", &pages);
	assert_true(!strstr(strstr(found, " milestone "), "decision_point"));
	found = walk(c, "/projects/DHO/people", "sort=person", "person_label", &pages);
	assert_string_equal(
		found,
		owner_sql(
			"SELECT string_agg(coalesce(w.name, '(none)'), ' ' ORDER BY w.name COLLATE \"und-x-icu\" NULLS LAST, a.id) || ' '"
			" FROM live.assignment a JOIN live.project p ON p.id = a.subject_id LEFT JOIN live.person w"
			" ON w.id = a.person_id WHERE p.code = 'DHO'"));
}

static void names_follow_the_readers_alphabet(void **state)
{
	(void)state;
	char *code = new_project("ALPHA", NULL);
	owner_sql(text(
		"INSERT INTO live.deliverable (subject_id, code, title) SELECT s.id, v.c, v.t FROM live.subject s,"
		" (VALUES ('A1', 'Zon'), ('A2', 'Äng'), ('A3', 'Ask')) AS v (c, t) WHERE s.code = '%s' AND s.type = 'project'",
		code));
	static const struct {
		const char *language, *codes;
	} languages[] = {{"sv-SE", "A3 A1 A2 "}, {"en", "A2 A3 A1 "}};
	for (size_t i = 0; i < 2; i++) {
		struct client *c = client_new();
		int pages;
		get(c, text("/projects?language=%s", languages[i].language));
		assert_string_equal(walk(c, text("/projects/%s/deliverables", code), "sort=title", "code", &pages),
		                    languages[i].codes);
		client_free(c);
	}
}

/* ---- how many ---- */

static void a_number_is_exact_to_a_thousand(void **state)
{
	(void)state;
	char *code = project_with(1000), *path = text("/projects/%s/deliverables", code);
	struct client *c = client_of(NULL);
	const struct answer *a = get(c, text("%s.json", path));
	assert_json(a, "total", "1000");
	assert_json(a, "more_than", "false");
	owner_sql(text(
		"INSERT INTO live.deliverable (subject_id, code, title) SELECT s.id, 'MORE', 'One more' FROM live.subject s WHERE"
		" s.type = 'project' AND s.code = '%s'",
		code));
	a = get(c, text("%s.json", path));
	assert_json(a, "total", "1000");
	assert_json(a, "more_than", "true");
	assert_holds(get(c, path), "More than 1,000");
	a = get(c, text("%s.json?sort=title", path));
	assert_json(a, "more_than", "true");
	owner_sql(
		text("DELETE FROM live.deliverable WHERE subject_id = (SELECT id FROM live.project WHERE code = '%s')", code));
}

/* ---- who, and when ---- */

static void what_is_hidden_is_neither_listed_nor_counted(void **state)
{
	(void)state;
	char *code = project_with(3);
	struct client *anybody = client_of("staff");
	assert_json(get(anybody, "/deliverables.json?q=Leveranse+3&planned_on_from=2031-01-01"), "items.0.title",
	            "Leveranse 3");
	char *before = text("%s", json_at(get(anybody, "/deliverables.json?q=Leveranse"), "total"));
	owner_sql(text("UPDATE live.project SET visibility = 'members' WHERE code = '%s'", code));
	long after = strtol(json_at(get(anybody, "/deliverables.json?q=Leveranse"), "total"), NULL, 10);
	assert_int_equal(after, strtol(before, NULL, 10) - 3);
	assert_status(get(anybody, text("/projects/%s/deliverables", code)), 404);
	assert_status(get(client_of("portfolio"), text("/projects/%s/deliverables", code)), 200);
	const struct answer *a = get(anybody, "/deliverables.json?q=Leveranse");
	for (long i = 0; i < items(a); i++)
		assert_string_not_equal(json_at(a, text("items.%ld.parent.code", i)), code);
	/* Risks are for staff. */
	assert_json(get(client_of(NULL), "/risks.json"), "total", "0");
	assert_true(strtol(json_at(get(anybody, "/risks.json"), "total"), NULL, 10) > 10);
}

static void a_list_of_an_earlier_day(void **state)
{
	(void)state;
	struct client *c = client_of(NULL);
	const struct answer *a = get(c, "/projects/DHO/reports.json?at=2022-09-01");
	char *then = text("%s", json_at(a, "total"));
	assert_true(strtol(then, NULL, 10) > 0);
	assert_string_equal(then,
	                    owner_sql("SELECT count(*) FROM live.status_report r JOIN live.project p ON p.id = r.subject_id"
	                              " WHERE p.code = 'DHO' AND r.reported_on <= '2022-09-01'"));
	assert_true(strtol(json_at(get(c, "/projects/DHO/reports.json"), "total"), NULL, 10) > strtol(then, NULL, 10));
	a = get(client_of("leader"), "/projects/DHO/reports?at=2022-09-01");
	assert_holds(a, "/reports/1?at=2022-09-01\"");
	assert_holds(a, "?at=2022-09-01&amp;sort=state\">");
	/* Nothing is added to the past. */
	assert_lacks(a, "/reports/new");
	assert_holds(get(client_of("leader"), "/projects/DHO/reports"), "href=\"/projects/DHO/reports/new\"");
	assert_lacks(get(client_of("staff"), "/projects/DHO/reports"), "/reports/new");
}

static void a_list_is_in_the_readers_language(void **state)
{
	(void)state;
	owner_sql(
		"INSERT INTO live.translation (subject_id, type, record_id, field, language, text, of_version, published_at)"
		" SELECT s.id, 'organisation', s.id, 'name', 'fi', 'Vestfoldin sairaala', 1, now() FROM live.subject s WHERE s.code = 'SIV'"
		" AND s.type = 'organisation' ON CONFLICT DO NOTHING");
	struct client *c = client_new();
	const struct answer *a = get(c, "/relations.json?q=Vestfold");
	assert_holds(a, "Sykehuset i Vestfold HF");
	get(c, "/projects?language=fi");
	a = get(c, "/dependencies?provider_organisation=SIV");
	assert_holds(a, "Vestfoldin sairaala");
	a = get(c, "/organisations?q=Vestfoldin");
	assert_holds(a, "lang=\"fi\">Vestfoldin sairaala</a>");
	assert_json(get(c, "/dependencies.json?provider_organisation=SIV"), "items.0.provider_organisation", "SIV");
	assert_json(get(c, "/dependencies.json?provider_organisation=SIV"), "items.0.provider_organisation_label",
	            "Vestfoldin sairaala");
	owner_sql("DELETE FROM live.translation WHERE text = 'Vestfoldin sairaala'");
	client_free(c);
}

/* The project's page leads to each, and says how many there are. */
static void the_project_leads_to_its_lists(void **state)
{
	(void)state;
	struct client *c = client_of("leader");
	static const char *const lists[] = {"deliverables", "milestones", "risks", "dependencies", "people", "reports"};
	char *page = text("%s", get(c, "/projects/DHO")->body);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		char *link = strstr(page, text("<a href=\"/projects/DHO/%s\">", lists[i]));
		assert_non_null(link);
		char *count = strstr(link, "<span class=\"sb-count\">");
		assert_non_null(count);
		assert_true(count < strstr(link, "</a>"));
		count += strlen("<span class=\"sb-count\">");
		assert_string_equal(json_at(get(c, text("/projects/DHO/%s.json", lists[i])), "total"),
		                    text("%.*s", (int)strcspn(count, "<"), count));
	}
}

static void an_unchanged_list_is_not_sent_again(void **state)
{
	(void)state;
	struct client *c = client_of(NULL);
	const struct answer *a = get(c, "/projects/DHO/deliverables.json");
	const char *const headers[] = {text("If-None-Match: %s", header(a, "ETag")), NULL};
	const struct sending again = {.path = "/projects/DHO/deliverables.json", .headers = headers};
	assert_status(client_send(c, &again), 304);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_type_has_its_lists),
		cmocka_unit_test(an_item_says_what_its_record_says),
		cmocka_unit_test(every_filter_keeps_what_fits),
		cmocka_unit_test(references_are_found_by_what_they_are_called),
		cmocka_unit_test(subjects_are_found_as_search_finds_them),
		cmocka_unit_test(what_does_not_fit_is_left_out_and_said),
		cmocka_unit_test(pages_hold_each_row_once),
		cmocka_unit_test(over_all_pages_are_whole_too),
		cmocka_unit_test(choices_and_references_have_an_order),
		cmocka_unit_test(names_follow_the_readers_alphabet),
		cmocka_unit_test(a_number_is_exact_to_a_thousand),
		cmocka_unit_test(what_is_hidden_is_neither_listed_nor_counted),
		cmocka_unit_test(a_list_of_an_earlier_day),
		cmocka_unit_test(a_list_is_in_the_readers_language),
		cmocka_unit_test(the_project_leads_to_its_lists),
		cmocka_unit_test(an_unchanged_list_is_not_sent_again),
	};
	return cmocka_run_group_tests_name("collections", tests, NULL, NULL);
}
