/* Structure and people: organisations with units, bodies without a project, roles with their duties, strategies and who
 * carries their goals, people without an account; what hangs on each of them, and what is not for everybody. */
#include "client.h"

#include <ctype.h>
#include <string.h>

/* POST of `json` by the portfolio office: the answer, which must be 201. */
static const struct answer *add(const char *path, const char *json)
{
	const struct answer *a = send_json(client_of("portfolio"), "POST", path, json, NULL);
	if (a->status != 201)
		fail_msg("POST %s: %d %s", path, a->status, a->body);
	return a;
}

static char *new_organisation(const char *prefix, const char *more)
{
	char *code = new_code(prefix);
	add("/organisations",
	    text("{\"code\": \"%s\", \"name\": \"%s virksomhet\", \"kind\": \"region\", \"language\": \"nb\"%s}", code,
	         prefix, more));
	return code;
}

static char *new_body(const char *prefix, const char *more)
{
	char *code = new_code(prefix);
	add("/bodies", text("{\"code\": \"%s\", \"name\": \"%s organ\", \"kind\": \"delegation\", \"language\": \"sv\"%s}",
	                    code, prefix, more));
	return code;
}

static char *new_strategy(const char *prefix, const char *owner)
{
	char *code = new_code(prefix);
	add("/strategies",
	    text("{\"code\": \"%s\", \"title\": \"%s strategi\", \"owner\": \"%s\", \"starts_on\": \"2023\", \"ends_on\": "
	         "\"~2033\", \"language\": \"nb\"}",
	         code, prefix, owner));
	return code;
}

/* The key of somebody without an account: "#57". */
static char *new_person(const char *name, const char *organisation)
{
	const struct answer *a =
		add("/people", text("{\"name\": \"%s\", \"title\": \"Rådgiver\", \"organisation\": \"%s\", \"mail\": "
	                        "\"hemmelig@sted.example\", \"telephone\": \"+47 22 00 00 01\"}",
	                        name, organisation));
	return text("#%s", json_at(a, "id"));
}

/* ---- organisations ---- */

static void an_organisation_with_a_unit_two_names_and_imprecise_days(void **state)
{
	(void)state;
	char *code = new_organisation("HELSE", ", \"starts_on\": \"2023\", \"ends_on\": \"2031-Q3\""),
		 *unit = new_code("ENHET");
	add("/organisations", text("{\"code\": \"%s\", \"name\": \"Innføring\", \"kind\": \"unit\", \"parent\": \"%s\", "
	                           "\"language\": \"nb\"}",
	                           unit, code));
	add(text("/organisations/%s/translations", code),
	    "{\"of\": \"organisation\", \"field\": \"name\", \"language\": \"fi\", \"text\": \"Terveysalue\"}");
	struct client *c = client_new();
	const struct answer *a = get(c, text("/organisations/%s.json", code));
	assert_json(a, "starts_on", "2023");
	assert_json(a, "ends_on", "2031-Q3");
	assert_json(a, "children.0.code", unit);
	assert_json(a, "translations.fi.name", "Terveysalue");
	assert_json(a, "name", "HELSE virksomhet");
	a = get(c, text("/organisations/%s?language=nb", code));
	assert_holds(a, "lang=\"nb\">HELSE virksomhet</h1>");
	assert_holds(a, "3. kvartal 2031");
	assert_holds(a, ">Innføring</a>");
	assert_lacks(a, "/edit\"");
	a = get(c, text("/organisations/%s?language=fi", code));
	assert_holds(a, "lang=\"fi\">Terveysalue</h1>");
	assert_holds(a, "Käännös, julkaistu");
	/* Where there is none in the reader's language it says so. */
	a = get(c, text("/organisations/%s?language=sv-SE", code));
	assert_holds(a, "lang=\"nb\">HELSE virksomhet</h1>");
	assert_holds(a, "Texternas språk: Norskt bokmål");
	/* The unit's way up is in the reader's language, too. */
	a = get(c, text("/organisations/%s?language=fi", unit));
	assert_holds(a, text("/organisations/%s\" lang=\"fi\">Terveysalue</a>", code));
	client_free(c);
	a = get(client_of("portfolio"), text("/organisations/%s?language=en", code));
	assert_holds(a, text("/organisations/new?parent=%s&amp;kind=unit", code));
	a = get(client_of("portfolio"), text("/organisations/new?parent=%s&kind=unit", code));
	assert_holds(a, text("<option value=\"%s\" selected>", code));
	assert_holds(a, "<option value=\"unit\" selected>");
}

static void what_hangs_on_each_subject_is_on_its_page(void **state)
{
	(void)state;
	char *organisation = new_organisation("HANG", ""), *body = new_body("HANG", ""),
		 *person = new_person("Kari Uten", organisation);
	char *const places[] = {text("/organisations/%s", organisation), text("/bodies/%s", body),
	                        text("/strategies/%s", new_strategy("HANG", organisation)),
	                        text("/projects/%s", new_project("HANG", NULL))};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		char *there = places[i];
		add(text("%s/aliases", there), "{\"alias\": \"Kallenavnet\"}");
		add(text("%s/links", there),
		    "{\"title\": \"Lenken\", \"url\": \"https://sted.example/a?b=c\", \"language\": \"nb\"}");
		add(text("%s/relations", there),
		    "{\"kind\": \"steered_by\", \"other\": \"body/DHO-STEER\", \"note\": \"Siden sist\"}");
		add(text("%s/sections", there),
		    "{\"kind\": \"background\", \"heading\": \"Avsnittet\", \"body\": \"Teksten.\", \"language\": \"nb\"}");
		add(text("%s/people", there), text("{\"role\": \"contact_person\", \"person\": \"%s\", \"topic\": \"Emnet\", "
		                                   "\"project_time_only\": true, \"starts_on\": \"2024-03-01\"}",
		                                   person));
		add(text("%s/people", there), "{\"role\": \"expert\", \"holder_body\": \"DHO-STEER\"}");
		const struct answer *a = get(client_of(NULL), text("%s.json", there));
		assert_json(a, "links.0.url", "https://sted.example/a?b=c");
		assert_json(a, "relations.0.code", "DHO-STEER");
		assert_json(a, "people.0.topic", "Emnet");
		assert_json(a, "people.0.mail", "");
		assert_json(a, "people.0.telephone", "");
		assert_json(a, "people.1.empty", "false");
		assert_json(a, "people.1.holder.code", "DHO-STEER");
		a = get(client_of(NULL), text("%s?language=en", there));
		static const char *const shown[] = {"Kallenavnet",  "href=\"https://sted.example/a?b=c\"",
		                                    "Steered by",   "Siden sist",
		                                    "Avsnittet",    ">Kari Uten</a>",
		                                    "Emnet",        "Project time only",
		                                    "1 March 2024", "Styringsgruppen for prosessplattform"};
		for (size_t k = 0; k < sizeof shown / sizeof *shown; k++)
			assert_holds(a, shown[k]);
		assert_lacks(a, "Empty chair");
		assert_lacks(a, "hemmelig@sted.example");
		assert_lacks(a, "+47 22 00 00 01");
		assert_lacks(a, "Add to this page");
		if (i < 3)
			assert_holds(get(client_of("staff"), there), "+47 22 00 00 01");
		a = get(client_of("portfolio"), there);
		assert_holds(a, text("%s/links/new\"", there));
		assert_holds(a, text("%s/translations/new?of=section/1&amp;field=heading&amp;in=fi", there));
		/* The other side names it. */
		assert_holds(get(client_of(NULL), "/bodies/DHO-STEER.json"), strrchr(there, '/') + 1);
	}
	const struct answer *a = get(client_of(NULL), text("/people/%s", person + 1));
	assert_holds(a, ">Kari Uten</h1>");
	assert_holds(a, "Has no account in the directory.");
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		assert_holds(a, text("href=\"%s\"", places[i]));
	assert_lacks(a, "hemmelig@sted.example");
	assert_holds(get(client_of("staff"), text("/people/%s", person + 1)), "hemmelig@sted.example");
}

static void of_who_has_an_account_the_office_says_where_they_work(void **state)
{
	(void)state;
	struct client *office = client_of("portfolio");
	char *n = owner_sql("SELECT id FROM live.person WHERE account = 'staff'");
	char *there = text("/people/%s", n), *edit = text("%s/edit.json", there);
	assert_holds(get(office, there), text("href=\"%s/edit\"", there));
	const struct answer *a = get(office, text("%s/edit", there));
	assert_holds(a, "value=\"Maja Lindqvist\" readonly");
	char *version = text("%s", json_at(get(office, edit), "version"));
	a = send_json(office, "PATCH", there, "{\"name\": \"Maja Lind\"}", version);
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "name");
	assert_holds(a, "decided elsewhere");
	assert_status(
		send_json(office, "PATCH", there, "{\"organisation\": \"HSO\", \"telephone\": \"+47 22 00 00 09\"}", version),
		200);
	assert_json(get(client_of("staff"), text("%s.json", there)), "organisation", "HSO");
	version = text("%s", json_at(get(office, edit), "version"));
	assert_status(send_json(office, "PATCH", there, "{\"organisation\": \"SIV\", \"telephone\": \"\"}", version), 200);
	assert_status(send_json(office, "DELETE", there, NULL, json_at(get(office, edit), "version")), 409);
	assert_status(send_json(client_of("staff"), "PATCH", there, "{\"organisation\": \"HSO\"}", "1"), 403);
}

/* ---- bodies ---- */

static void a_body_without_a_project_has_a_mandate_a_parent_and_members(void **state)
{
	(void)state;
	char *organisation = new_organisation("DEP", "");
	char *above = new_body("DELEG", text(", \"organisation\": \"%s\"", organisation));
	char *body = new_body("SEKTION", text(", \"parent\": \"%s\", \"mandate\": \"Gör **arbetet**.\"", above));
	add(text("/bodies/%s/people", body), text("{\"role\": \"expert\", \"organisation\": \"%s\"}", organisation));
	const struct answer *a = get(client_of(NULL), text("/bodies/%s.json", body));
	assert_json(a, "above.0.code", above);
	assert_json(a, "named.parent.title", "DELEG organ");
	assert_json(a, "people.0.empty", "true");
	assert_json(a, "project", "(none)");
	a = get(client_of(NULL), text("/bodies/%s?language=en", body));
	assert_holds(a, "<strong>arbetet</strong>");
	assert_holds(a, "Empty chair");
	assert_holds(a, text("/bodies/%s\" lang=\"sv\">DELEG organ</a>", above));
	a = get(client_of(NULL), text("/bodies/%s?language=en", above));
	assert_holds(a, ">SEKTION organ</a>");
	assert_holds(a, "Nobody has been named as a member yet.");
	/* It is the organisation's. */
	assert_json(get(client_of(NULL), text("/organisations/%s.json", organisation)), "owned.0.code", above);
	/* On its project's page it stands without members, too. */
	char *project = new_project("ORGAN", NULL);
	body = new_body("PROSJ", text(", \"project\": \"%s\"", project));
	assert_json(get(client_of(NULL), text("/projects/%s.json", project)), "bodies.0.code", body);
	assert_holds(get(client_of(NULL), text("/projects/%s", project)), text("href=\"/bodies/%s\"", body));
}

static void a_closed_body_is_not_shown(void **state)
{
	(void)state;
	char *organisation = new_organisation("LUKKET", "");
	char *body = new_body("LUKKET", text(", \"visibility\": \"members\", \"organisation\": \"%s\"", organisation));
	char *for_staff = new_body("ANSATT", text(", \"visibility\": \"staff\", \"organisation\": \"%s\"", organisation));
	assert_status(get(client_of(NULL), text("/bodies/%s", body)), 404);
	assert_status(get(client_of("staff"), text("/bodies/%s", body)), 404);
	assert_status(get(client_of("portfolio"), text("/bodies/%s", body)), 200);
	assert_status(get(client_of(NULL), text("/bodies/%s/history", body)), 404);
	assert_status(get(client_of(NULL), text("/bodies/%s", for_staff)), 404);
	assert_status(get(client_of("staff"), text("/bodies/%s", for_staff)), 200);
	assert_json(get(client_of(NULL), text("/organisations/%s.json", organisation)), "owned.length", "0");
	assert_json(get(client_of("staff"), text("/organisations/%s.json", organisation)), "owned.length", "1");
	assert_json(get(client_of("portfolio"), text("/organisations/%s.json", organisation)), "owned.length", "2");
}

/* ---- roles, people, words ---- */

static void a_role_has_duties_a_label_and_a_counterpart(void **state)
{
	(void)state;
	char *code = new_code("R"), *organisation = new_organisation("ROLLE", "");
	for (char *p = code; *p; p++)
		*p = *p == '-' ? '_' : (char)tolower((unsigned char)*p);
	add("/roles", text("{\"code\": \"%s\", \"name\": \"Ansvarlig\", \"counterpart\": \"product_owner\"}", code));
	add(text("/roles/%s/labels", code), "{\"language\": \"fi\", \"label\": \"Vastuuhenkilö\"}");
	add(text("/roles/%s/duties", code), "{\"text\": \"Leder arbeidet.\", \"share\": \"own\", \"language\": \"nb\"}");
	add(text("/roles/%s/duties", code),
	    text("{\"text\": \"Johtaa yhdessä.\", \"share\": \"joint\", \"language\": \"fi\", "
	         "\"organisation\": \"%s\"}",
	         organisation));
	add(text("/organisations/%s/people", organisation), text("{\"role\": \"%s\", \"person\": \"leader\"}", code));
	const struct answer *a = get(client_of(NULL), text("/roles/%s.json", code));
	assert_json(a, "duties.length", "2");
	assert_json(a, "counterpart_name.role", "product_owner");
	assert_json(a, "holders.0.person", "Ingrid Solheim");
	assert_json(a, "holders.0.on.code", organisation);
	struct client *c = client_new();
	a = get(c, text("/roles/%s?language=fi", code));
	assert_holds(a, ">Vastuuhenkilö</h1>");
	const char *mine = strstr(a->body, "Johtaa yhdessä."), *other = strstr(a->body, "Leder arbeidet.");
	assert_true(mine && other && mine < other);
	assert_holds(a, "ROLLE virksomhet</a>");
	assert_holds(a, "href=\"/roles/product_owner\">Tuoteomistaja</a>");
	assert_lacks(a, "/duties/new");
	a = get(c, text("/roles/%s?language=nb", code));
	assert_holds(a, ">Ansvarlig</h1>");
	mine = strstr(a->body, "Leder arbeidet.");
	other = strstr(a->body, "Johtaa yhdessä.");
	assert_true(mine && other && mine < other);
	client_free(c);
	assert_holds(get(client_of("portfolio"), text("/roles/%s", code)), text("/roles/%s/duties/new\"", code));
}

static void a_word_shows_what_it_is_called(void **state)
{
	(void)state;
	char *id = owner_sql("SELECT id FROM live.term WHERE list = 'status_label' AND code = 'minor_deviation'");
	add(text("/terms/%s/labels", id),
	    "{\"language\": \"nb\", \"label\": \"Noen utfordringer\", \"organisation\": \"NORDLIA\"}");
	const struct answer *a = get(client_of(NULL), text("/terms/%s", id));
	assert_holds(a, "lang=\"nb\">Noen utfordringer</a>");
	assert_holds(a, "Nordlia helseregion</a>");
	assert_lacks(a, "/labels/new");
	assert_holds(get(client_of("portfolio"), text("/terms/%s", id)), text("/terms/%s/labels/new\"", id));
}

/* ---- strategies ---- */

static void a_goal_shows_who_carries_it(void **state)
{
	(void)state;
	char *strategy = new_strategy("MAL", new_organisation("MAL", "")), *goal = new_code("M"),
		 *project = new_project("BARER", NULL);
	const struct answer *a = get(client_of(NULL), text("/strategies/%s?language=en", strategy));
	assert_holds(a, "The strategy has no goals yet.");
	assert_holds(a, "about 2033");
	add(text("/strategies/%s/goals", strategy),
	    text("{\"number\": \"1\", \"code\": \"%s\", \"title\": \"Kortere vei\", \"description\": \"Til **hjelp**.\", "
	         "\"language\": \"nb\"}",
	         goal));
	assert_holds(get(client_of(NULL), text("/strategies/%s?language=en", strategy)),
	             "No project carries this goal yet.");
	char *version = text("%s", etag_version(get(client_of("portfolio"), text("/projects/%s.json", project))));
	assert_status(send_json(client_of("portfolio"), "PATCH", text("/projects/%s", project),
	                        text("{\"goals\": [\"%s\"]}", goal), version),
	              200);
	a = get(client_of(NULL), text("/strategies/%s.json", strategy));
	assert_json(a, "goals.0.projects.0.code", project);
	assert_json(a, "goals.0.more", "false");
	a = get(client_of(NULL), text("/strategies/%s", strategy));
	assert_holds(a, text("href=\"/projects/%s\"", project));
	assert_holds(a, "<strong>hjelp</strong>");
	/* The project leads back. */
	a = get(client_of(NULL), text("/projects/%s.json", project));
	assert_json(a, "goals.0.strategy.code", strategy);
	assert_holds(get(client_of(NULL), text("/projects/%s", project)), text("href=\"/strategies/%s\"", strategy));
	/* A relation and a goal show in history as what they are. */
	add(text("/projects/%s/relations", project), "{\"kind\": \"client\", \"other\": \"organisation/SIV\"}");
	a = get(client_of(NULL), text("/projects/%s/history?language=en", project));
	assert_holds(a, "<strong>Strategy goal</strong>");
	assert_holds(a, "Kortere vei");
	assert_holds(a, "<strong>Relation 1</strong>");
	assert_holds(a, "Sykehuset i Vestfold HF");
}

/* ---- translations ---- */

static void a_translation_is_of_something_that_there_is(void **state)
{
	(void)state;
	char *code = new_organisation("OVERS", ""), *place = text("/organisations/%s/translations", code);
	static const struct {
		const char *json, *field;
	} wrong[] = {
		{"{\"of\": \"section/9\", \"field\": \"heading\", \"language\": \"fi\", \"text\": \"A\"}", "of"},
		{"{\"of\": \"project\", \"field\": \"title\", \"language\": \"fi\", \"text\": \"A\"}", "of"},
		{"{\"of\": \"nothing\", \"field\": \"title\", \"language\": \"fi\", \"text\": \"A\"}", "of"},
		{"{\"of\": \"organisation/1\", \"field\": \"name\", \"language\": \"fi\", \"text\": \"A\"}", "of"},
		{"{\"of\": \"section\", \"field\": \"heading\", \"language\": \"fi\", \"text\": \"A\"}", "of"},
		{"{\"of\": \"organisation\", \"field\": \"mandate\", \"language\": \"fi\", \"text\": \"A\"}", "field"},
		{"{\"of\": \"organisation\", \"field\": \"name\", \"language\": \"fi\", \"text\": \"A\\nB\"}", "text"},
		{"{\"of\": \"organisation\", \"field\": \"name\", \"language\": \"de\", \"text\": \"A\"}", "language"},
		{"{\"of\": \"organisation\", \"field\": \"name\", \"language\": \"fi\", \"text\": \"A\", \"published_at\": \"2020-01-01T00:00:00Z\"}",
	     "published_at"},
	};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		const struct answer *a = send_json(client_of("portfolio"), "POST", place, wrong[i].json, NULL);
		if (a->status != 422)
			fail_msg("%s: %d %s", wrong[i].json, a->status, a->body);
		assert_json(a, "errors.0.field", wrong[i].field);
	}
	static const char good[] =
		"{\"of\": \"organisation\", \"field\": \"name\", \"language\": \"fi\", \"text\": \"Alue\"}";
	assert_status(send_json(client_of("staff"), "POST", place, good, NULL), 403);
	const struct answer *a = add(place, good);
	char *n = text("%s", json_at(a, "n"));
	assert_true(strlen(json_at(a, "published_at")) > 20);
	a = send_json(client_of("portfolio"), "POST", place, good, NULL);
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "language");
	/* Written again, it is published again, and of the record as it stands. */
	char *version = text("%s", etag_version(get(client_of("portfolio"), text("/organisations/%s.json", code))));
	assert_status(
		send_json(client_of("portfolio"), "PATCH", text("/organisations/%s", code), "{\"name\": \"Nytt\"}", version),
		200);
	version = text("%s", etag_version(get(client_of("portfolio"), text("%s/%s.json", place, n))));
	a = send_json(client_of("portfolio"), "PATCH", text("%s/%s", place, n), "{\"text\": \"Uusi alue\"}", version);
	assert_status(a, 200);
	assert_string_equal(
		owner_sql(text("SELECT t.of_version = o.version FROM live.translation t JOIN live.organisation o ON "
	                   "o.id = t.record_id WHERE o.code = '%s'",
	                   code)),
		"t");
	/* Its form begins with what the link says, and the page offers it as one that is there. */
	a = get(client_of("portfolio"), text("%s/new?of=organisation&field=name&in=sv", place));
	assert_holds(a, "<option value=\"sv\" selected>");
	assert_string_equal(form_value(a, "of"), "organisation");
	assert_holds(get(client_of("portfolio"), text("/organisations/%s", code)), text("%s/%s/edit\"", place, n));
	a = get(client_of(NULL), text("/organisations/%s/history?language=en", code));
	assert_status(a, 200);
	assert_holds(a, "<strong>Translation 1</strong>");
	assert_holds(a, "<ins>Uusi alue</ins>");
}

/* ---- programs ---- */

static void what_was_read_can_be_sent_back(void **state)
{
	(void)state;
	char *organisation = new_organisation("TUR", "");
	static const char *const collections[] = {"organisations", "bodies", "strategies"};
	char *const codes[] = {organisation, new_body("TUR", ", \"mandate\": \"A\""), new_strategy("TUR", organisation)};
	struct client *c = client_of("portfolio");
	for (size_t i = 0; i < 3; i++) {
		char *path = text("/%s/%s", collections[i], codes[i]);
		add(text("%s/links", path),
		    "{\"title\": \"Lenken\", \"url\": \"https://sted.example/\", \"language\": \"nb\"}");
		const struct answer *a = get(c, text("%s.json", path));
		char *version = text("%s", etag_version(a)), *body = text("%s", a->body);
		assert_string_equal(version, json_at(a, "version"));
		a = send_json(c, "PATCH", path, body, version);
		assert_status(a, 200);
		assert_string_equal(etag_version(a), version);
		/* What hangs on it is not written with it: a change of that is said to be none of this record's. */
		char *other = strstr(body, "Lenken");
		assert_non_null(other);
		memcpy(other, "Lanken", 6);
		assert_status(send_json(c, "PATCH", path, body, version), 422);
	}
	assert_status(get(c, text("/organisations/%s.json?at=2020-01-01", organisation)), 404);
	assert_status(get(c, "/organisations/HSO.json?at=2023-01-01"), 200);
}

static void the_menu_leads_there(void **state)
{
	(void)state;
	const struct answer *a = get(client_of(NULL), "/organisations/HSO?language=en");
	static const char *const menu[] = {"/organisations", "/bodies", "/strategies", "/roles",
	                                   "/people",        "/terms",  "/access"};
	for (size_t i = 0; i < sizeof menu / sizeof *menu; i++)
		assert_holds(a, text("<a href=\"%s\"", menu[i]));
	assert_holds(a, "<a href=\"/organisations\" aria-current=\"page\">");
	assert_holds(a, "href=\"/projects?owner=HSO\"");
	for (size_t i = 0; i < sizeof menu / sizeof *menu; i++)
		assert_status(get(client_of(NULL), menu[i]), 200);
}

/* ---- what is not for everybody, and not here ---- */

static void what_is_for_staff_is_called_so(void **state)
{
	(void)state;
	static const char *const pages[] = {"/projects/DHO?language=en", "/projects/DHO/risks?language=en"};
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		assert_holds(get(client_of(NULL), pages[i]), "This is for staff: sign in to read it.");
		assert_lacks(get(client_of(NULL), pages[i]), "No risks are noted.");
		assert_lacks(get(client_of("staff"), pages[i]), "This is for staff");
	}
}

/* Who may do it elsewhere keeps what was typed. */
static void a_form_in_the_wrong_place_says_where(void **state)
{
	(void)state;
	struct client *c = client_of("leader");
	const struct answer *a = post(c, "/bodies", "_version", "", "code", "FEIL", "name", "Feil sted", "kind",
	                              "expert_group", "language", "nb", "visibility", "public", NULL);
	assert_status(a, 403);
	assert_string_equal(form_value(a, "name"), "Feil sted");
	assert_holds(a, "id=\"error-project\"");
	assert_status(send_json(c, "POST", "/bodies",
	                        "{\"code\": \"FEIL\", \"name\": \"n\", \"kind\": \"network\", \"language\": \"nb\"}", NULL),
	              403);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_organisation_with_a_unit_two_names_and_imprecise_days),
		cmocka_unit_test(what_hangs_on_each_subject_is_on_its_page),
		cmocka_unit_test(of_who_has_an_account_the_office_says_where_they_work),
		cmocka_unit_test(a_body_without_a_project_has_a_mandate_a_parent_and_members),
		cmocka_unit_test(a_closed_body_is_not_shown),
		cmocka_unit_test(a_role_has_duties_a_label_and_a_counterpart),
		cmocka_unit_test(a_word_shows_what_it_is_called),
		cmocka_unit_test(a_goal_shows_who_carries_it),
		cmocka_unit_test(a_translation_is_of_something_that_there_is),
		cmocka_unit_test(what_was_read_can_be_sent_back),
		cmocka_unit_test(the_menu_leads_there),
		cmocka_unit_test(what_is_for_staff_is_called_so),
		cmocka_unit_test(a_form_in_the_wrong_place_says_where),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
