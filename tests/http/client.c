#include "client.h"

#include "base/arena.h"
#include "base/buf.h"

#include <curl/curl.h>
#include <json-c/json.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

enum { ANSWER_MAX = 8 * 1024 * 1024, SECONDS_MAX = 60, PEOPLE_MAX = 16 };

struct client {
	CURL *curl;
	struct buf body, headers;
	struct json_object *document;
	char token[128];
	struct answer answer;
};

/* Of each thread: some tests press two buttons at once. */
static _Thread_local struct arena *texts;

char *text(const char *format, ...)
{
	va_list args;
	if (!texts)
		texts = arena_new();
	va_start(args, format);
	char *made = arena_vprintf(texts, format, args);
	va_end(args);
	return made;
}

static const char *setting(const char *name)
{
	const char *value = getenv(name);
	if (!value || !value[0])
		fail_msg("%s is not set: run the tests by tests/fixtures/with-stack.sh", name);
	return value;
}

/* ---- requests ---- */

struct client *client_new(void)
{
	struct client *c = calloc(1, sizeof *c);
	if (!c || !(c->curl = curl_easy_init()))
		fail_msg("no memory for a client");
	buf_init(&c->body, ANSWER_MAX);
	buf_init(&c->headers, ANSWER_MAX);
	curl_easy_setopt(c->curl, CURLOPT_COOKIEFILE, "");
	return c;
}

struct client *client_from(const char *address)
{
	struct client *c = client_new();
	curl_easy_setopt(c->curl, CURLOPT_INTERFACE, text("host!%s", address));
	curl_easy_setopt(c->curl, CURLOPT_IPRESOLVE, CURL_IPRESOLVE_V4);
	return c;
}

void client_free(struct client *c)
{
	curl_easy_cleanup(c->curl);
	json_object_put(c->document);
	buf_free(&c->body);
	buf_free(&c->headers);
	free(c);
}

static size_t take(char *bytes, size_t size, size_t n, void *into)
{
	buf_add(into, bytes, size * n);
	return size * n;
}

static size_t take_header(char *bytes, size_t size, size_t n, void *into)
{
	size_t length = size * n;
	while (length && (bytes[length - 1] == '\r' || bytes[length - 1] == '\n'))
		length--;
	buf_add(into, bytes, length);
	buf_addc(into, '\n');
	return size * n;
}

static struct curl_slist *headers_of(struct client *c, const struct sending *s)
{
	struct curl_slist *list = curl_slist_append(NULL, "Expect:");
	list = curl_slist_append(list, s->type ? text("Content-Type: %s", s->type) : "Content-Type:");
	if (s->method && !s->without_csrf && c->token[0])
		list = curl_slist_append(list, text("X-CSRF-Token: %s", c->token));
	for (const char *const *h = s->headers; h && *h; h++)
		list = curl_slist_append(list, *h);
	return list;
}

static void choose_method(CURL *curl, const struct sending *s)
{
	const char *method = s->method ? s->method : "GET";
	curl_easy_setopt(curl, CURLOPT_NOBODY, 0L);
	curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
	if (s->body) {
		curl_easy_setopt(curl, CURLOPT_POSTFIELDS, s->body);
		curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)(s->body_length ? s->body_length : strlen(s->body)));
	}
	if (!strcmp(method, "HEAD"))
		curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
	curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
}

const struct answer *client_send(struct client *c, const struct sending *s)
{
	CURL *curl = c->curl;
	long status = 0;
	struct curl_slist *headers = headers_of(c, s);
	buf_reset(&c->body);
	buf_reset(&c->headers);
	json_object_put(c->document);
	c->document = NULL;
	choose_method(curl, s);
	curl_easy_setopt(curl, CURLOPT_URL, text("%s%s", setting("STYRBORD_URL"), s->path));
	curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)SECONDS_MAX);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, &c->body);
	curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(curl, CURLOPT_HEADERDATA, &c->headers);
	CURLcode rc = curl_easy_perform(curl);
	curl_slist_free_all(headers);
	if (rc == CURLE_OK)
		curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	c->answer = (struct answer){(int)status, buf_text(&c->body), c->body.len, buf_text(&c->headers), 0};
	curl_easy_getinfo(curl, CURLINFO_TOTAL_TIME, &c->answer.seconds);
	return &c->answer;
}

const struct answer *get(struct client *c, const char *path)
{
	return client_send(c, &(struct sending){.path = path});
}

static void add_pair(struct buf *b, const char *name, const char *value)
{
	char *escaped = curl_easy_escape(NULL, value, (int)strlen(value));
	buf_printf(b, "%s%s=%s", b->len ? "&" : "", name, escaped);
	curl_free(escaped);
}

const struct answer *post(struct client *c, const char *path, ...)
{
	struct buf b;
	va_list args;
	buf_init(&b, ANSWER_MAX);
	add_pair(&b, "_csrf", c->token);
	va_start(args, path);
	for (const char *name; (name = va_arg(args, const char *));)
		add_pair(&b, name, va_arg(args, const char *));
	va_end(args);
	client_send(c,
	            &(struct sending){"POST", path, "application/x-www-form-urlencoded", buf_text(&b), NULL, b.len, true});
	buf_free(&b);
	return &c->answer;
}

const struct answer *send_json(struct client *c, const char *method, const char *path, const char *json,
                               const char *if_match)
{
	const char *const headers[] = {if_match ? text("If-Match: \"%s\"", if_match) : NULL, NULL};
	return client_send(c, &(struct sending){method, path, json ? "application/json" : NULL, json, headers, 0, false});
}

/* ---- people ---- */

const char *client_token(struct client *c)
{
	return c->token;
}

/* The sign-in form for who has not signed in, /access.json for who has. */
static void learn_token(struct client *c, bool signed_in)
{
	const struct answer *a = get(c, signed_in ? "/access.json" : "/login");
	snprintf(c->token, sizeof c->token, "%s", signed_in ? json_at(a, "csrf") : form_value(a, "_csrf"));
}

const struct answer *sign_in_as(struct client *c, const char *account, const char *password, const char *next)
{
	learn_token(c, false);
	post(c, "/login", "account", account, "password", password, "next", next, NULL);
	if (c->answer.status == 303) {
		char *kept = text("%s", c->answer.headers);
		learn_token(c, true);
		buf_reset(&c->headers);
		buf_adds(&c->headers, kept);
		c->answer = (struct answer){303, "", 0, buf_text(&c->headers), 0};
	}
	return &c->answer;
}

struct client *client_of(const char *account)
{
	static struct {
		const char *account;
		struct client *client;
	} people[PEOPLE_MAX];
	const char *name = account ? account : "";
	size_t i = 0;
	while (people[i].account && strcmp(people[i].account, name))
		i++;
	assert_true(i < PEOPLE_MAX - 1);
	if (!people[i].account) {
		people[i].client = client_new();
		people[i].account = text("%s", name);
		if (account)
			assert_status(sign_in_as(people[i].client, account, setting("STYRBORD_PASSWORD"), "/"), 303);
	}
	return people[i].client;
}

const char *client_cookie(struct client *c, const char *name)
{
	struct curl_slist *all = NULL;
	const char *value = "";
	curl_easy_getinfo(c->curl, CURLINFO_COOKIELIST, &all);
	/* Netscape's format: the name and the value are the last two of seven columns. */
	for (struct curl_slist *one = all; one; one = one->next) {
		const char *last = strrchr(one->data, '\t');
		size_t n = strlen(name);
		if (last && last - one->data > (long)n && last[-(long)n - 1] == '\t' && !strncmp(last - n, name, n))
			value = text("%s", last + 1);
	}
	curl_slist_free_all(all);
	return value;
}

/* ---- reading an answer ---- */

const char *header(const struct answer *a, const char *name)
{
	size_t n = strlen(name);
	for (const char *line = a->headers; *line; line += strcspn(line, "\n") + 1)
		if (!strncasecmp(line, name, n) && line[n] == ':')
			return text("%.*s", (int)strcspn(line + n + 1 + strspn(line + n + 1, " "), "\n"),
			            line + n + 1 + strspn(line + n + 1, " "));
	return "";
}

const char *etag_version(const struct answer *a)
{
	const char *tag = header(a, "ETag");
	return tag[0] == '"' ? text("%.*s", (int)strcspn(tag + 1, "-\""), tag + 1) : "";
}

const char *json_at(const struct answer *a, const char *path)
{
	struct client *c = (struct client *)((char *)(uintptr_t)a - offsetof(struct client, answer));
	if (!c->document && !(c->document = json_tokener_parse(a->body)))
		fail_msg("not JSON: %.300s", a->body);
	struct json_object *o = c->document;
	for (const char *p = path; *p && o;) {
		char *key = text("%.*s", (int)strcspn(p, "."), p);
		p += strlen(key) + (p[strlen(key)] == '.');
		if (json_object_is_type(o, json_type_array)) {
			if (!strcmp(key, "length"))
				return text("%zu", json_object_array_length(o));
			o = json_object_array_get_idx(o, (size_t)strtoul(key, NULL, 10));
		} else {
			o = json_object_object_get(o, key);
		}
	}
	return o ? text("%s", json_object_get_string(o)) : "(none)";
}

void answer_has_status(const struct answer *a, int status, const char *file, int line)
{
	if (a->status == status)
		return;
	print_error("%s:%d: status %d, not %d\n%s%.1500s\n", file, line, a->status, status, a->headers, a->body);
	_fail(file, line);
}

void answer_holds(const struct answer *a, const char *words, bool wanted, const char *file, int line)
{
	if ((strstr(a->body, words) != NULL) == wanted)
		return;
	print_error("%s:%d: %s “%s” in (%d)\n%.6000s\n", file, line, wanted ? "no" : "an unwanted", words, a->status,
	            a->body);
	_fail(file, line);
}

void answer_json(const struct answer *a, const char *path, const char *value, const char *file, int line)
{
	const char *is = json_at(a, path);
	if (strcmp(is, value) == 0)
		return;
	print_error("%s:%d: %s is “%s”, not “%s”, in (%d)\n%.3000s\n", file, line, path, is, value, a->status, a->body);
	_fail(file, line);
}

void answer_header(const struct answer *a, const char *name, const char *value, const char *file, int line)
{
	if (strcmp(header(a, name), value) == 0)
		return;
	print_error("%s:%d: %s is “%s”, not “%s”, in (%d)\n%s\n", file, line, name, header(a, name), value, a->status,
	            a->headers);
	_fail(file, line);
}

/* ---- records of the test's own ---- */

char *new_code(const char *prefix)
{
	static unsigned counter;
	return text("%s-%lX-%X-%u", prefix, (unsigned long)time(NULL), (unsigned)getpid(), ++counter);
}

char *new_project(const char *prefix, const char *parent)
{
	char *code = new_code(prefix);
	const struct answer *a = send_json(
		client_of("portfolio"), "POST", "/projects",
		text(
			"{\"code\": \"%s\", \"title\": \"Project %s\", \"language\": \"en\", \"kind\": \"project\", \"owner\": \"HSO\", \"parent\": %s, "
			"\"phase\": \"planning\", \"lifecycle\": \"ongoing\"}",
			code, code, parent ? text("\"%s\"", parent) : "null"),
		NULL);
	assert_status(a, 201);
	return code;
}

static void step(struct client *c, const char *place, const char *name)
{
	const char *version = text("%s", json_at(get(c, text("%s.json", place)), "version"));
	assert_status(post(c, text("%s/%s", place, name), "_version", version, NULL), 303);
}

char *new_report(struct client *c, const char *project, const char *state, const char *label, const char *day)
{
	const struct answer *a = send_json(
		c, "POST", text("/projects/%s/reports", project),
		text(
			"{\"reported_on\": \"%s\", \"status_label\": \"%s\", \"light\": \"%s\", \"summary\": \"How %s goes.\", \"risk_level\": \"low\"}",
			day, label,
			!strcmp(label, "as_planned")        ? "green"
			: !strcmp(label, "minor_deviation") ? "yellow"
												: "red",
			project),
		NULL);
	assert_status(a, 201);
	char *n = text("%s", json_at(a, "n")), *place = text("/projects/%s/reports/%s", project, n);
	if (strcmp(state, "draft"))
		step(c, place, "submit");
	if (!strcmp(state, "published"))
		step(c, place, "publish");
	return n;
}

/* ---- the database ---- */

static char *run_sql(const char *user, const char *statements, bool may_be_refused)
{
	PGconn *db = PQconnectdb(text("user=%s options='-c search_path=live,public'", user));
	if (PQstatus(db) != CONNECTION_OK)
		fail_msg("no database: %s", PQerrorMessage(db));
	PGresult *r = PQexec(db, statements);
	const char *refused = PQresultErrorField(r, PG_DIAG_SQLSTATE);
	if (refused && !may_be_refused)
		fail_msg("%s: %s", statements, PQresultErrorMessage(r));
	char *out = text("%s", refused                                                ? refused
	                       : PQresultStatus(r) == PGRES_TUPLES_OK && PQntuples(r) ? PQgetvalue(r, 0, 0)
	                                                                              : "");
	PQclear(r);
	PQfinish(db);
	return out;
}

char *owner_sql(const char *statements)
{
	return run_sql("styrbord_owner", statements, false);
}

char *app_sql(const char *grants, const char *statements)
{
	/* A session with these grants, whose token's hash is all that the application's role has. */
	char *token = owner_sql(text(
		"INSERT INTO styrbord.session (token_hash, person_id, grants, absolute_ends) SELECT sha256(gen_random_uuid()::text::bytea), "
		"min(id), $grants$%s$grants$, now() + interval '1 minute' FROM live.person WHERE active "
		"RETURNING encode(token_hash, 'hex')",
		grants[0] ? grants : "[]"));
	return run_sql(
		"styrbord_app",
		text("BEGIN; SELECT styrbord.enter('%s'); SET LOCAL search_path = live, public; %s", token, statements), true);
}

const char *small_code(const char *code)
{
	char *small = text("%s", code);
	for (char *c = small; *c; c++)
		*c = *c == '-' ? '_' : (char)(*c >= 'A' && *c <= 'Z' ? *c - 'A' + 'a' : *c);
	return small;
}

static const char *make(const char *collection, const char *body)
{
	const struct answer *a = send_json(client_of("portfolio"), "POST", collection, body, NULL);
	assert_status(a, 201);
	return text("%s", strstr(header(a, "Location"), collection));
}

const char *new_parent(const char *path, const char *project)
{
	const char *code = new_code("UP");
	if (!strncmp(path, "/organisations/", 15))
		return make("/organisations", text("{\"code\": \"%s\", \"name\": \"n\", \"kind\": \"region\", "
		                                   "\"language\": \"en\"}",
		                                   code));
	if (!strncmp(path, "/bodies/", 8))
		return make("/bodies", text("{\"code\": \"%s\", \"name\": \"n\", \"kind\": \"board\", "
		                            "\"language\": \"en\", \"project\": \"%s\"}",
		                            code, project));
	if (!strncmp(path, "/strategies/", 12))
		return make("/strategies", text("{\"code\": \"%s\", \"title\": \"t\", \"owner\": \"HSO\", "
		                                "\"language\": \"en\"}",
		                                code));
	if (!strncmp(path, "/services/", 10))
		return make("/services", text("{\"code\": \"%s\", \"title\": \"t\", \"owner\": \"HSO\", "
		                              "\"language\": \"en\"}",
		                              code));
	if (!strncmp(path, "/models/", 8))
		return make("/models", text("{\"code\": \"%s\", \"title\": \"t\", \"owner\": \"HSO\", \"kind\": \"stages\", "
		                            "\"state\": \"draft\", \"language\": \"en\"}",
		                            code));
	if (!strncmp(path, "/funding-programmes/", 20))
		return make("/funding-programmes", text("{\"code\": \"%s\", \"title\": \"t\", \"owner\": \"HSO\", "
		                                        "\"language\": \"en\"}",
		                                        code));
	if (!strncmp(path, "/news/", 6))
		return make("/news", text("{\"code\": \"%s\", \"title\": \"t\", \"owner\": \"HSO\", \"language\": \"en\", "
		                          "\"kind\": \"news\"}",
		                          code));
	if (!strncmp(path, "/events/", 8))
		return make("/events",
		            text("{\"code\": \"%s\", \"title\": \"t\", \"owner\": \"HSO\", \"language\": \"en\"}", code));
	if (!strncmp(path, "/surveys/", 9))
		return make("/surveys", text("{\"code\": \"%s\", \"title\": \"t\", \"owner\": \"HSO\", \"language\": \"en\", "
		                             "\"asked_role\": \"project_manager\", \"asked_below\": \"%s\"}",
		                             code, project));
	if (!strncmp(path, "/roles/", 7))
		return make("/roles", text("{\"code\": \"%s\", \"name\": \"n\"}", small_code(code)));
	if (!strncmp(path, "/terms/", 7))
		return make("/terms", text("{\"list\": \"project_segment\", \"code\": \"%s\"}", small_code(code)));
	return text("/projects/%s", project);
}
