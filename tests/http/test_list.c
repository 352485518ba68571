/* The list of projects: filters, order, pages, and the search that forgives. */
#include "client.h"

#include <stdlib.h>
#include <string.h>

/* Does the list at that address have the project? Looks through every page. */
static bool lists(const char *query, const char *code)
{
	struct client *c = client_of(NULL);
	for (int page = 1;; page++) {
		const struct answer *a = get(c, text("/projects.json?%s&page=%d", query, page));
		assert_status(a, 200);
		long items = strtol(json_at(a, "items.length"), NULL, 10);
		for (long i = 0; i < items; i++)
			if (!strcmp(json_at(a, text("items.%ld.code", i)), code))
				return true;
		if (!strcmp(json_at(a, "paging.next"), "(none)"))
			return false;
	}
}

static void every_filter_keeps_what_fits(void **state)
{
	(void)state;
	static const struct {
		const char *fits, *misses, *field, *value;
	} filters[] = {
		{"status=major_deviation", "status=as_planned", "status", "major_deviation"},
		{"risk=high", "risk=low", "risk", "high"},
		{"owner=HSO", "owner=POHDE", "owner.code", "HSO"},
		{"segment=coordinate", "segment=operate", "segment", "coordinate"},
		{"goal=HSO-4", "goal=HSO-3", NULL, NULL},
		{"phase=execution", "phase=concept", "phase", "execution"},
		{"kind=project", "kind=programme", "kind", "project"},
		{"lifecycle=ongoing", "lifecycle=closed", "lifecycle", "ongoing"},
		{"status=major_deviation&risk=high&owner=HSO&goal=HSO-4&q=DHO", "status=major_deviation&risk=high&owner=POHDE",
	     NULL, NULL},
	};
	for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
		assert_true(lists(filters[i].fits, "DHO"));
		assert_false(lists(filters[i].misses, "DHO"));
		if (!filters[i].field)
			continue;
		const struct answer *a = get(client_of(NULL), text("/projects.json?%s", filters[i].fits));
		for (long k = strtol(json_at(a, "items.length"), NULL, 10); k-- > 0;)
			assert_json(a, text("items.%ld.%s", k, filters[i].field), filters[i].value);
	}
	assert_true(lists("status=&risk=&owner=&sort=&q=", "DHO"));
}

static void page_and_document_show_the_same(void **state)
{
	(void)state;
	static const char address[] = "status=major_deviation&risk=high&goal=HSO-4";
	const struct answer *a = get(client_of(NULL), text("/projects.json?%s", address));
	assert_json(a, "total", "1");
	assert_json(a, "items.0.code", "DHO");
	assert_json(a, "items.0.reported_on", "2023-10-06");
	assert_json(a, "items.0.delay_weeks", "8");
	a = get(client_of(NULL), text("/projects?%s", address));
	assert_status(a, 200);
	assert_holds(a, "1 project<");
	assert_holds(a, "<option value=\"major_deviation\" selected>");
	assert_holds(a, "<option value=\"HSO-4\" selected>");
	assert_holds(a, "href=\"/projects/DHO\"");
	assert_lacks(a, "href=\"/projects/NYAPI\"");
	a = get(client_of(NULL), "/projects?owner=HSO&status=as_planned&risk=high&goal=HSO-4");
	assert_status(a, 200);
	assert_holds(a, "No project fits.");
}

/* The place of a value in the order that a sort promises. */
static int rank(const char *sort, const char *value)
{
	static const char *const orders[][2] = {{"status", "red yellow green (none)"}, {"risk", "high medium low (none)"}};
	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
		if (!strcmp(orders[i][0], sort))
			return (int)(strstr(orders[i][1], value) - orders[i][1]);
	return 0;
}

static void check_order(const char *sort, const char *field)
{
	const struct answer *a = get(client_of(NULL), text("/projects.json?sort=%s", sort));
	assert_status(a, 200);
	long items = strtol(json_at(a, "items.length"), NULL, 10);
	assert_true(items >= 30);
	for (long i = 1; i < items; i++) {
		const char *one = json_at(a, text("items.%ld.%s", i - 1, field)),
				   *next = json_at(a, text("items.%ld.%s", i, field));
		if (!strcmp(sort, "reported"))
			assert_true(!strcmp(next, "(none)") || (strcmp(one, "(none)") && strcmp(one, next) >= 0));
		else if (!strcmp(sort, "code"))
			assert_string_equal(owner_sql(text("SELECT '%s' COLLATE \"und-x-icu\" <= '%s'", one, next)), "t");
		else
			assert_true(rank(sort, one) <= rank(sort, next));
	}
}

static void every_order_is_kept(void **state)
{
	(void)state;
	check_order("status", "light");
	check_order("risk", "risk");
	check_order("reported", "reported_on");
	check_order("code", "code");
	/* Names are ordered as people write them: Å does not come before A, nor capitals before the rest. */
	static const struct {
		const char *sort, *field;
	} named[] = {{"title", "title"}, {"owner", "owner.name"}};
	for (size_t i = 0; i < 2; i++) {
		const struct answer *a = get(client_of(NULL), text("/projects.json?sort=%s&kind=programme", named[i].sort));
		char *before = text("%s", json_at(a, text("items.0.%s", named[i].field)));
		for (long k = 1; k < strtol(json_at(a, "items.length"), NULL, 10); k++) {
			char *name = text("%s", json_at(a, text("items.%ld.%s", k, named[i].field)));
			assert_string_equal(owner_sql(text("SELECT $$%s$$ COLLATE \"und-x-icu\" <= $$%s$$", before, name)), "t");
			before = name;
		}
	}
}

static void pages_are_whole_and_keep_the_filter(void **state)
{
	(void)state;
	char *parent = new_project("PAGE", NULL);
	owner_sql(
		text("INSERT INTO live.project (code, title, language, kind, owner_id, phase, lifecycle, parent_id)"
	         " SELECT '%s-' || g, 'Bladvending %s ' || g, 'nb', 'working_group', owner_id, 'planning', 'on_hold', id"
	         " FROM live.project, generate_series(1, 60) g WHERE code = '%s'",
	         parent, parent, parent));
	char *address = text("q=%s&kind=working_group&lifecycle=on_hold&sort=code", parent);
	struct client *c = client_of(NULL);
	const struct answer *a = get(c, text("/projects.json?%s", address));
	assert_json(a, "total", "60");
	assert_json(a, "items.length", "50");
	assert_json(a, "paging.page", "1");
	assert_json(a, "paging.last", "2");
	assert_json(a, "paging.previous", "(none)");
	char *next = text("%s", json_at(a, "paging.next")), *last_on_first = text("%s", json_at(a, "items.49.code"));
	a = get(c, text("/projects.json?%s", next));
	assert_json(a, "total", "60");
	assert_json(a, "items.length", "10");
	assert_json(a, "paging.next", "(none)");
	assert_true(strcmp(json_at(a, "items.0.code"), last_on_first) != 0);
	assert_non_null(strstr(next, "kind=working_group"));
	assert_non_null(strstr(next, "lifecycle=on_hold"));
	assert_non_null(strstr(next, "sort=code"));
	a = get(c, text("/projects?%s", address));
	assert_holds(a, "Page 1 of 2");
	const char *link = strstr(a->body, "rel=\"next\" href=\"/projects?");
	assert_non_null(link);
	link = strchr(link, '?') + 1;
	assert_memory_equal(link, next, 3);
	assert_non_null(memmem(link, strcspn(link, "\""), "kind=working_group", strlen("kind=working_group")));
	/* the language's links keep the filter, too */
	a = get(c, text("/projects?%s&page=2&at=2026-01-01", address));
	assert_status(a, 200);
	assert_holds(a, "at=2026-01-01&amp;language=fi");
	assert_holds(a, "name=\"at\" value=\"2026-01-01\"");
	assert_json(get(c, text("/projects.json?%s&page=3", address)), "items.length", "0");
	assert_json(get(c, "/projects.json?risk=low&at=2026-01-01&page=2"), "paging.previous",
	            "risk=low&at=2026-01-01&page=1");
	owner_sql(text("DELETE FROM live.project WHERE code LIKE '%s-%%'", parent));
}

static void search_forgives(void **state)
{
	(void)state;
	static const struct {
		const char *q, *code;
	} found[] = {
		{"DHO", "DHO"},
		{"dho", "DHO"},
		{"%20dho+", "DHO"},
		{"Digital%20hjemmeoppf%C3%B8lging", "DHO"},
		/* misspelt, partial, without the letters that are not on the keyboard, by another name */
		{"hjemmeopf%C3%B8lging", "DHO"},
		{"hjemmeopp", "DHO"},
		{"hjemmeoppfolging", "DHO"},
		{"Prosessplattformen", "DHO"},
		{"prosesplatform", "DHO"},
		{"jurnalarkiv", "ARKIV"},
		{"patolog", "PATOLOGI"},
		{"sepsiss", "SEPSIS"},
		{"Botnia", "ASTER"},
		{"Bothnia", "ASTER"},
		/* each language's own endings */
		{"sykepleierne", "MOBIL"},
		{"pasient", "DHO"},
		{"ledig", "VARDPLATS"},
		{"resa", "HEMLAKARE"},
		{"journalsystemet", "JOURNAL"},
		{"potilaan", "ASIAKAS"},
		{"poikkeamien", "LAAKEHOITO"},
		{"registries", "RARE-REG"},
		{"diagnose", "RARE"},
		{"packing", "ROBOT"},
	};
	for (size_t i = 0; i < sizeof found / sizeof *found; i++)
		if (!lists(text("q=%s", found[i].q), found[i].code))
			fail_msg("%s does not find %s", found[i].q, found[i].code);
	assert_json(get(client_of(NULL), "/projects.json?q=DHO"), "items.0.code", "DHO");
	assert_json(get(client_of(NULL), "/projects.json?q=Digital+hjemmeoppf%C3%B8lging"), "items.0.code", "DHO");
	assert_json(get(client_of(NULL), "/projects.json?q=xyzzyplugh"), "total", "0");
}

static void search_takes_anything_for_text(void **state)
{
	(void)state;
	static const char *const odd[] = {"%27",       "%25",  "_",   "%26+%7C+%21", "%27%3B+DROP+TABLE+live.project%3B--",
	                                  "%28%28%28", "%3A*", "%22", "%5C",         "%F0%9F%8F%A5",
	                                  "a"};
	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
		assert_status(get(client_of(NULL), text("/projects?q=%s", odd[i])), 200);
	const struct answer *a = get(client_of(NULL), "/projects?q=%3Cb%3E%22%27");
	assert_lacks(a, "<b>\"");
	assert_string_equal(form_value(a, "q"), "<b>\"'");
}

/* The sentence that the page shows for what it leaves out of its address, as the document has it. */
static char *left_out(const char *query, const char *name)
{
	const struct answer *a = get(client_of(NULL), text("/projects.json?%s", query));
	assert_status(a, 200);
	if (strcmp(json_at(a, "left_out.length"), "1") || strcmp(json_at(a, "left_out.0.name"), name))
		fail_msg("%s: %s", query, json_at(a, "left_out"));
	return text("%s", json_at(a, "left_out.0.message"));
}

static void what_fits_no_longer_is_left_out_in_words(void **state)
{
	(void)state;
	const struct {
		const char *query, *name, *says;
	} wrong[] = {
		{"status=on_fire", "status", "without “Status”"},
		{"risk=extreme", "risk", "without “Risk”"},
		{"phase=x", "phase", "without “Phase”"},
		{"kind=x", "kind", "without “Kind”"},
		{"segment=x", "segment", "without “Segment”"},
		{"lifecycle=xyz", "lifecycle", "without “Lifecycle”"},
		{"sort=random", "sort", "without “Sort by”"},
		{"sort=title;drop", "sort", "without “Sort by”"},
		{"q=a%0Ab", "q", "without “Text”"},
		{text("q=%0201d", 0), "q", "without “Text”"},
		{"page=0", "page", "no page of that number; this is the first"},
		{"page=000", "page", "this is the first"},
		{"page=-1", "page", "this is the first"},
		{"page=one", "page", "this is the first"},
		{"page=1.5", "page", "this is the first"},
		{"page=99999", "page", "no page of that number; the last is"},
		{"page=99999999999999999999", "page", "the last is"},
	};
	char *all = text("%s", json_at(get(client_of(NULL), "/projects.json"), "total"));
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		char *message = left_out(wrong[i].query, wrong[i].name);
		if (!strstr(message, wrong[i].says))
			fail_msg("%s: %s", wrong[i].query, message);
		const struct answer *a = get(client_of(NULL), text("/projects?%s", wrong[i].query));
		assert_status(a, 200);
		assert_holds(a, message);
		assert_holds(a, "href=\"/projects/");
		assert_json(get(client_of(NULL), text("/projects.json?%s", wrong[i].query)), "total", all);
	}
	/* what was understood stays, and the next page's address does not repeat the rest */
	const struct answer *a = get(client_of(NULL), "/projects.json?lifecycle=xyz&kind=programme&owner=HSO&page=2");
	assert_json(a, "paging.previous", "owner=HSO&kind=programme&page=1");
	assert_json(get(client_of(NULL), "/projects.json"), "left_out.length", "0");
	assert_lacks(get(client_of(NULL), "/projects?status=&page="), "role=\"status\"");
	struct client *norwegian = client_new();
	assert_holds(get(norwegian, "/projects?language=nb&lifecycle=xyz"), "uten «Livsløp»");
	client_free(norwegian);
}

static void a_page_beyond_the_last_leads_to_the_last(void **state)
{
	(void)state;
	const struct answer *a = get(client_of(NULL), "/projects?kind=programme&page=7");
	assert_holds(a, "Page 1 of 1");
	assert_holds(a, "the last is 1.");
	assert_lacks(a, "No project fits");
	/* a program that goes on until a page is empty comes to an end */
	a = get(client_of(NULL), "/projects.json?kind=programme&page=7");
	assert_json(a, "items.length", "0");
	assert_json(a, "paging.page", "7");
	assert_json(a, "paging.previous", "kind=programme&page=1");
	assert_json(a, "paging.next", "(none)");
	a = get(client_of(NULL), "/projects?q=xyzzyplugh&page=2");
	assert_holds(a, "No project fits");
}

/* What others add to a link is no business of the list; of a filter given twice the first counts, as of everything. */
static void the_list_minds_its_own_filters(void **state)
{
	(void)state;
	const struct answer *a = get(
		client_of(NULL), "/projects.json?utm_source=mail&colour=red&status=major_deviation&goal=HSO-4&fbclid=1&_x=2");
	assert_json(a, "left_out.length", "0");
	assert_json(a, "total", "1");
	assert_json(a, "items.0.code", "DHO");
	a = get(client_of(NULL), "/projects?status=major_deviation&status=as_planned&page=1&page=9");
	assert_status(a, 200);
	assert_holds(a, "<option value=\"major_deviation\" selected>");
	assert_lacks(a, "<option value=\"as_planned\" selected>");
	assert_status(get(client_of(NULL), "/projects?at=2100-01-01"), 400);
}

static void codes_in_the_filter_mind_no_case(void **state)
{
	(void)state;
	assert_true(lists("owner=hso&goal=hso-4", "DHO"));
	assert_true(lists("owner=Hso", "DHO"));
	assert_false(lists("owner=pohde", "DHO"));
	assert_holds(get(client_of(NULL), "/projects?owner=hso"), "<option value=\"HSO\" selected>");
	assert_json(get(client_of(NULL), "/projects.json?owner=hso&page=2"), "paging.previous", "owner=HSO&page=1");
}

/* A code that the portal does not know may have been known yesterday: nothing fits, and the form still shows it. */
static void a_code_that_nobody_knows_finds_nothing(void **state)
{
	(void)state;
	static const char *const unknown[] = {"owner=NO-SUCH-ORGANISATION", "goal=NO-SUCH-GOAL"};
	for (size_t i = 0; i < 2; i++) {
		assert_json(get(client_of(NULL), text("/projects.json?%s", unknown[i])), "total", "0");
		assert_holds(get(client_of(NULL), text("/projects?%s", unknown[i])),
		             text("<option value=\"%s\" selected>", strchr(unknown[i], '=') + 1));
	}
}

static void the_past_has_a_list_of_its_own(void **state)
{
	(void)state;
	assert_true(lists("at=2023-05-31&status=minor_deviation&goal=HSO-4", "DHO"));
	assert_false(lists("at=2023-05-31&status=major_deviation", "DHO"));
	assert_false(lists("at=2021-01-01", "DHO"));
	assert_false(lists("at=2023-05-31", "SEPSIS"));
	const struct answer *a = get(client_of(NULL), "/projects?at=2023-05-31");
	assert_holds(a, "href=\"/projects/DHO?at=2023-05-31\"");
}

static void projects_are_grouped(void **state)
{
	(void)state;
	const struct answer *a = get(client_of(NULL), "/projects?group=programme&lifecycle=open&language=en");
	assert_holds(a, "<summary><h2><span lang=\"sv\">Aster Bothnia</span>");
	/* What has others below it stands first in its group, and a group has its whole number. */
	a = get(client_of(NULL), "/projects.json?group=programme&q=aster-soc");
	assert_json(a, "items.0.code", text("%s", json_at(a, "items.0.group.code")));
	a = get(client_of(NULL), "/projects.json?group=owner&lifecycle=open");
	const char *first = text("%s", json_at(a, "items.0.group.title"));
	assert_string_equal(first, json_at(a, "items.0.owner.name"));
	/* A project that carries two goals is in the group of each, and is one project. */
	a = get(client_of(NULL), "/projects.json?group=goal");
	assert_string_equal(json_at(a, "total"), text("%s", json_at(get(client_of(NULL), "/projects.json"), "total")));
	assert_json(get(client_of(NULL), "/projects.json"), "items.0.group", "(none)");
}

static void a_row_tells_the_trend_and_what_comes_next(void **state)
{
	(void)state;
	const struct answer *a = get(client_of(NULL), "/projects.json?q=DHO&at=2023-10-20");
	assert_json(a, "items.0.code", "DHO");
	assert_json(a, "items.0.trend.length", "6");
	assert_json(a, "items.0.trend.5", "red");
	assert_json(a, "items.0.next.code", "L3");
	assert_json(a, "items.0.next.is_late", "false");
	a = get(client_of(NULL), "/projects?q=DHO&language=en");
	assert_holds(a, "role=\"img\" aria-label=\"Last reports: ");
	a = get(client_of(NULL), "/projects.json?sort=next&lifecycle=open");
	assert_true(strcmp(json_at(a, "items.0.next.day"), text("%s", json_at(a, "items.1.next.day"))) <= 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_filter_keeps_what_fits),
		cmocka_unit_test(page_and_document_show_the_same),
		cmocka_unit_test(every_order_is_kept),
		cmocka_unit_test(pages_are_whole_and_keep_the_filter),
		cmocka_unit_test(search_forgives),
		cmocka_unit_test(search_takes_anything_for_text),
		cmocka_unit_test(what_fits_no_longer_is_left_out_in_words),
		cmocka_unit_test(a_page_beyond_the_last_leads_to_the_last),
		cmocka_unit_test(the_list_minds_its_own_filters),
		cmocka_unit_test(codes_in_the_filter_mind_no_case),
		cmocka_unit_test(a_code_that_nobody_knows_finds_nothing),
		cmocka_unit_test(the_past_has_a_list_of_its_own),
		cmocka_unit_test(projects_are_grouped),
		cmocka_unit_test(a_row_tells_the_trend_and_what_comes_next),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
