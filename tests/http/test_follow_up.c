/* Files, surveys and their answers, interfaces, and what stands in the way of removing. */
#include "client.h"

#include <stdlib.h>
#include <string.h>

/* "leader" leads the project, which hangs below DHO; others have no right on it. */
static char *project, *other;

static int set_up(void **state)
{
	(void)state;
	project = new_project("FOLLOW", "DHO");
	other = new_project("FOLLOWED", NULL);
	return 0;
}

static const struct answer *made(const char *path, const char *json)
{
	const struct answer *a = send_json(client_of("portfolio"), "POST", path, json, NULL);
	if (a->status != 201)
		fail_msg("POST %s: %d %s", path, a->status, a->body);
	return a;
}

/* ---- files ---- */

#define PART(HEAD, BODY) "--part\r\nContent-Disposition: form-data; " HEAD "\r\n\r\n" BODY "\r\n"

static const struct answer *send_parts(struct client *c, const char *path, const char *name, const char *content)
{
	const char *body = text(PART("name=\"_csrf\"", "%s") PART("name=\"title\"", "Plan") PART("name=\"language\"", "sv")
	                            PART("name=\"file\"; filename=\"%s\"\r\nContent-Type: text/html", "%s") "--part--\r\n",
	                        client_token(c), name, content);
	return client_send(c, &(struct sending){"POST", path, "multipart/form-data; boundary=part", body, NULL, 0, true});
}

static void a_file_is_kept_and_given_back(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	const char *collection = text("/projects/%s/attachments", project);
	assert_status(get(leader, text("%s/new", collection)), 200);
	assert_holds(get(leader, text("%s/new", collection)), "enctype=\"multipart/form-data\"");
	assert_status(send_parts(leader, collection, "..\\Plan för “året”.txt", "rad ett\nrad två\n"), 303);
	const struct answer *a = get(client_of(NULL), text("%s/1/file", collection));
	assert_status(a, 200);
	assert_string_equal(a->body, "rad ett\nrad två\n");
	assert_header(a, "Content-Type", "text/plain; charset=utf-8");
	assert_header(a, "Content-Disposition",
	              "attachment; filename*=UTF-8''Plan%20f%C3%B6r%20%E2%80%9C%C3%A5ret%E2%80%9D.txt");
	assert_header(a, "X-Content-Type-Options", "nosniff");
	assert_non_null(strstr(a->headers, "sandbox"));
	a = get(client_of(NULL), text("/projects/%s", project));
	assert_holds(a, text("/projects/%s/attachments/1/file", project));
	assert_holds(a, "(Text, 1 kB)");
}

/* A picture is shown in the page, and says what it shows to who cannot see it. */
static void a_picture_is_described(void **state)
{
	(void)state;
	static const char json[] =
		"{\"title\": \"Tree\", \"language\": \"en\", %s\"file\": {\"name\": \"tree.gif\", \"content\": "
		"\"R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=\"}}";
	const char *collection = text("/projects/%s/attachments", other);
	const struct answer *a = send_json(client_of("portfolio"), "POST", collection, text(json, ""), NULL);
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "alternative_text");
	made(collection, text(json, "\"alternative_text\": \"A tree with <seven> boxes\", "));
	a = get(client_of(NULL), text("/projects/%s", other));
	assert_holds(a, "alt=\"A tree with &lt;seven&gt; boxes\"");
	a = get(client_of(NULL), text("%s/1/file", collection));
	assert_header(a, "Content-Type", "image/gif");
	assert_int_equal(strncmp(header(a, "Content-Disposition"), "inline", 6), 0);
}

static void what_a_file_is_not(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	const char *collection = text("/projects/%s/attachments", project);
	const struct answer *a = send_parts(leader, collection, "page.pdf", "<html><script>1</script></html>");
	assert_status(a, 422);
	assert_holds(a, "not what its name says");
	a = send_parts(leader, collection, "", "");
	assert_status(a, 422);
	assert_holds(a, "must be filled in");
	/* What was wrong with the rest is said, and that the file must be chosen again. */
	a = send_json(leader, "POST", collection, "{\"file\": {\"name\": \"a.txt\"}}", NULL);
	assert_status(a, 422);
	assert_status(send_json(leader, "POST", collection, "{\"file\": \"a.txt\"}", NULL), 422);
	/* Files are taken only where files are. */
	assert_status(send_parts(leader, text("/projects/%s/risks", project), "a.txt", "x"), 415);
	assert_status(send_parts(client_of("staff"), collection, "a.txt", "x"), 403);
	char *large = calloc(1, 2 * 1024 * 1024 + 1);
	assert_non_null(large);
	memset(large, 'a', 2 * 1024 * 1024);
	memcpy(large, "{\"a\": \"", 7);
	assert_status(send_json(leader, "POST", text("/projects/%s/risks", project), large, NULL), 413);
	free(large);
}

/* The same bytes are no change; other ones are, and the old ones stay in the past. */
static void a_file_has_versions(void **state)
{
	(void)state;
	struct client *c = client_of("portfolio");
	const char *collection = text("/projects/%s/attachments", new_project("FILES", NULL));
	made(collection,
	     "{\"title\": \"t\", \"language\": \"en\", \"file\": {\"name\": \"a.txt\", \"content\": \"b25l\"}}");
	const char *one = text("%s/1", collection);
	const struct answer *a =
		send_json(c, "PATCH", one, "{\"file\": {\"name\": \"a.txt\", \"content\": \"b25l\"}}", "1");
	assert_status(a, 200);
	assert_json(a, "version", "1");
	a = send_json(c, "PATCH", one, "{\"title\": \"Other\"}", "1");
	assert_json(a, "file.name", "a.txt");
	a = send_json(c, "PATCH", one, "{\"file\": {\"name\": \"b.txt\", \"content\": \"dHdv\"}}", "2");
	assert_status(a, 200);
	assert_json(a, "file.name", "b.txt");
	assert_string_equal(get(c, text("%s/file", one))->body, "two");
	assert_string_equal(owner_sql("SELECT count(*) FROM styrbord.file WHERE content = 'one'"), "1");
}

static void a_file_is_as_closed_as_what_it_belongs_to(void **state)
{
	(void)state;
	char *closed = new_project("CLOSED", NULL);
	const char *at = text("/projects/%s", closed), *file = text("%s/attachments/1/file", at);
	made(text("%s/attachments", at),
	     "{\"title\": \"t\", \"language\": \"en\", \"file\": {\"name\": \"a.txt\", \"content\": \"b25l\"}}");
	assert_status(get(client_of(NULL), file), 200);
	const char *version = text("%s", json_at(get(client_of("portfolio"), text("%s/edit.json", at)), "record.version"));
	assert_status(send_json(client_of("portfolio"), "PATCH", at, "{\"visibility\": \"members\"}", version), 200);
	assert_status(get(client_of(NULL), file), 404);
	assert_status(get(client_of("leader"), file), 404);
	assert_status(get(client_of("portfolio"), file), 200);
}

/* ---- surveys ---- */

static char *survey;

static void add_survey(void)
{
	survey = new_code("ASK");
	made("/surveys",
	     text("{\"code\": \"%s\", \"title\": \"Ask\", \"owner\": \"HSO\", \"language\": \"en\", \"visibility\": "
	          "\"public\", \"asked_role\": \"project_manager\", \"asked_below\": \"DHO\"}",
	          survey));
	made(text("/surveys/%s/questions", survey),
	     "{\"title\": \"Until when?\", \"kind\": \"date\", \"fills\": \"ends_on\"}");
	made(text("/surveys/%s/questions", survey), "{\"title\": \"Why?\", \"kind\": \"text\"}");
}

static const struct answer *answer(struct client *c, const char *question, const char *about, const char *value)
{
	return send_json(c, "POST", text("/surveys/%s/answers", survey),
	                 text("{\"question\": \"%s\", \"about\": \"%s\", \"value\": \"%s\", \"source\": \"survey\"}",
	                      question, about, value),
	                 NULL);
}

static const struct answer *accept(struct client *c, const char *n, const char *version, const char *project_version)
{
	return send_json(c, "POST", text("/surveys/%s/answers/%s/accept", survey, n),
	                 text("{\"project_version\": %s}", project_version), version);
}

static const char *version_of(const char *code)
{
	return text("%s", json_at(get(client_of("portfolio"), text("/projects/%s/edit.json", code)), "record.version"));
}

static void an_answer_is_taken_over_once(void **state)
{
	(void)state;
	struct client *leader = client_of("leader");
	add_survey();
	assert_status(answer(leader, "1", project, "soon"), 422);
	assert_status(answer(leader, "1", other, "2027-Q3"), 422);
	assert_status(answer(client_of("staff"), "1", project, "2027-Q3"), 403);
	assert_status(answer(leader, "1", project, "2027-Q3"), 201);
	assert_holds(get(leader, text("/surveys/%s", survey)), "Take over into the project");
	assert_lacks(get(client_of("staff"), text("/surveys/%s", survey)), "Take over into the project");
	const char *version = version_of(project);
	assert_status(accept(client_of("coordinator"), "1", "1", version), 403);
	assert_status(accept(leader, "1", "1", text("%d", atoi(version) + 1)), 412);
	assert_status(accept(leader, "1", "2", version), 412);
	assert_status(accept(leader, "1", NULL, version), 428);
	assert_status(send_json(leader, "POST", text("/surveys/%s/answers/1/accept", survey), "{}", "1"), 400);
	const struct answer *a = accept(leader, "1", "1", version);
	assert_status(a, 200);
	assert_string_not_equal(json_at(a, "accepted_at"), "(none)");
	a = get(leader, text("/projects/%s.json", project));
	assert_json(a, "ends_on", "2027-Q3");
	assert_json(a, "from_answers.0.field", "ends_on");
	assert_holds(get(leader, text("/projects/%s", project)), "From the survey");
	assert_status(accept(leader, "1", "2", version_of(project)), 409);
	/* What fills nothing is not taken over; what was taken over stays. */
	assert_status(answer(leader, "2", project, "Because"), 201);
	assert_status(accept(leader, "2", "1", version_of(project)), 409);
	assert_status(send_json(leader, "PATCH", text("/surveys/%s/answers/1", survey), "{\"value\": \"2028\"}", "2"), 422);
	/* Said otherwise since, the page no longer says where it came from. */
	a = send_json(leader, "PATCH", text("/projects/%s", project), "{\"ends_on\": \"2029\"}", version_of(project));
	assert_status(a, 200);
	assert_json(get(leader, text("/projects/%s.json", project)), "from_answers.length", "0");
}

/* ---- interfaces, and what is in the way ---- */

static void an_interface_stands_on_the_page_of_each(void **state)
{
	(void)state;
	assert_status(send_json(client_of("portfolio"), "POST", text("/projects/%s/interfaces", project),
	                        "{\"title\": \"x\", \"state\": \"agreed\", \"projects\": []}", NULL),
	              422);
	made(text("/projects/%s/interfaces", project),
	     text("{\"title\": \"Referrals\", \"state\": \"agreed\", \"projects\": [\"%s\"]}", other));
	assert_holds(get(client_of(NULL), text("/projects/%s", project)), "Referrals");
	const struct answer *a = get(client_of(NULL), text("/projects/%s", other));
	assert_holds(a, text("/projects/%s/interfaces/1\"", project));
	a = send_json(client_of("portfolio"), "POST", text("/projects/%s/interfaces", project),
	              text("{\"title\": \"x\", \"state\": \"agreed\", \"projects\": [\"%s\"]}", project), NULL);
	assert_status(a, 422);
	assert_json(a, "errors.0.field", "projects");
}

/* Who may not remove it is told by what it is held, and led there. */
static void removing_says_what_is_in_the_way(void **state)
{
	(void)state;
	char *model = new_code("HELD");
	made("/models",
	     text("{\"code\": \"%s\", \"title\": \"t\", \"owner\": \"HSO\", \"kind\": \"standing_agenda\", \"state\": "
	          "\"draft\", \"language\": \"en\"}",
	          model));
	made(text("/projects/%s/meetings", project), text("{\"title\": \"Kick-off\", \"agenda\": \"%s\"}", model));
	const struct answer *a = send_json(client_of("portfolio"), "DELETE", text("/models/%s", model), NULL, "1");
	assert_status(a, 409);
	assert_json(a, "referring.0.lead_path", text("/projects/%s/meetings/1", project));
	a = post(client_of("portfolio"), text("/models/%s/remove", model), "_version", "1", NULL);
	assert_status(a, 409);
	assert_holds(a, text("href=\"/projects/%s/meetings/1\"", project));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_is_kept_and_given_back),
		cmocka_unit_test(a_picture_is_described),
		cmocka_unit_test(what_a_file_is_not),
		cmocka_unit_test(a_file_has_versions),
		cmocka_unit_test(a_file_is_as_closed_as_what_it_belongs_to),
		cmocka_unit_test(an_answer_is_taken_over_once),
		cmocka_unit_test(an_interface_stands_on_the_page_of_each),
		cmocka_unit_test(removing_says_what_is_in_the_way),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
