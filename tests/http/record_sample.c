#include "record_sample.h"

#include "base/buf.h"
#include "portal/record_pages.h"
#include "record/vocabulary.h"

#include <curl/curl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

/* ---- where the server rightly decides ---- */

static const struct {
	const char *type, *field, *reason;
} kept[] = {
	{"project", "code", "a code stands in addresses and is given once"},
	{"organisation", "code", "as above"},
	{"body", "code", "as above"},
	{"strategy", "code", "as above"},
	{"service", "code", "as above"},
	{"model", "code", "as above"},
	{"funding_programme", "code", "as above"},
	{"survey", "code", "as above"},
	{"news", "code", "as above"},
	{"event", "code", "as above"},
	{"role", "code", "as above"},
	{"term", "code", "it stands in records"},
	{"term", "list", "as above"},
	{"translation", "field", "only a section's body takes every text"},
};

static const struct {
	const char *type, *field;
	int record; /* in which of the RECORDS it is left empty */
	const char *reason;
} left_out[] = {
	{"dependency", "provider_project", 2, "without one, the project's leader notes the deliverer's answer"},
	{"assignment", "holder_body", 0, "a role has one holder"},
	{"assignment", "holder_organisation", 0, "a role has one holder"},
	{"assignment", "person", 1, "a role has one holder"},
	{"assignment", "holder_organisation", 1, "a role has one holder"},
	{"assignment", "person", 2, "a role has one holder"},
	{"assignment", "holder_body", 2, "a role has one holder"},
};

static const char *others[STEPS]; /* projects to name */

/* Read once, and kept elsewhere: why something is corrected stands beside what it was. */
static bool taken_away(const struct field *f)
{
	return !strcmp(f->name, "correction_reason");
}

/* ---- values ---- */

static bool same_kind(const struct field *f, const struct field *g)
{
	return f->type == g->type && f->choices == g->choices && f->to == g->to;
}

/* Which of n values field i has at a step: the digits of its place among the fields of its kind, one for each record,
 * so that two of them differ somewhere; the last record has the first one's, moved on, so that none is constant. */
static size_t pick(const struct sample *s, size_t i, int step, size_t n)
{
	const struct field *fields = s->type->fields;
	size_t place = 0;
	if (n < 2)
		fail_msg("%s.%s: the test needs two values to choose from", s->type->name, fields[i].name);
	for (size_t k = 0; k < i; k++)
		place += same_kind(&fields[k], &fields[i]);
	size_t digit = s->record == 1 ? place / n : place;
	return (digit + (size_t)step + 1 + (s->record == RECORDS - 1)) % n;
}

static size_t list_length(const struct choice *choices)
{
	size_t n = 0;
	while (choices[n].value)
		n++;
	return n;
}

static size_t field_index(const struct sample *s, const char *name)
{
	size_t i = 0;
	while (i < s->type->field_count && strcmp(s->type->fields[i].name, name))
		i++;
	assert_true(i < s->type->field_count);
	return i;
}

/* "SOTE/2" as json-c writes it. */
static const char *shown_in_json(const char *key)
{
	const char *slash = strchr(key, '/');
	return slash ? text("%.*s\\/%s", (int)(slash - key), key, slash + 1) : key;
}

/* Two neighbours of a list, in the order of their codes, as JSON is shown. */
static const char *two_of(const struct sample *s, size_t i, size_t first)
{
	const char *a = shown_in_json(s->options[i][first]);
	const char *b = shown_in_json(s->options[i][(first + 1) % s->option_count[i]]);
	return strcmp(a, b) < 0 ? text("[ \"%s\", \"%s\" ]", a, b) : text("[ \"%s\", \"%s\" ]", b, a);
}

/* A value that the field takes: by its declaration, and of a few texts by what the database asks of them. */
static const char *plain_value(const struct sample *s, size_t i, int step)
{
	const struct field *f = &s->type->fields[i];
	int turn = s->record * STEPS + step;
	switch (f->type) {
	case FIELD_TEXT:
		if (!strcmp(f->name, "code"))
			return small_code(s->code);
		if (strstr(f->name, "url"))
			return text("https://example.org/%s?a=%d&b=“å”", f->name, turn);
		if (!strcmp(s->type->name, "remark") && !strcmp(f->name, "of"))
			return text("deliverable/%d", turn + 1);
		if (!strcmp(f->name, "of"))
			return text("section/%d", turn + 1);
		if (!strcmp(f->name, "means"))
			return vocabulary(plain_value(s, field_index(s, "list"), step))[turn % 2].value;
		if (f->max && f->max < 40)
			return text("%zu<%d>å", i, turn);
		return text("%s, <%d> & “å”", f->name, turn);
	case FIELD_MARKDOWN:
		return text("%s *%d*\n\nand \"more\"", f->name, turn);
	case FIELD_CODE:
		return text("%s-%d", s->code, turn);
	case FIELD_INTEGER:
		return text("%ld", f->min + (long)pick(s, i, step, (size_t)(f->max - f->min) + 1));
	case FIELD_DECIMAL:
		/* No more is released than the frame before it holds. */
		return text("%zu.%d5", (strcmp(f->name, "released") ? 1000 : 10) * (i + 1), turn + 1);
	case FIELD_DATE:
		return text("2024-%02d-%02zu", turn + 1, i + 1);
	case FIELD_TIME:
		return text("20%02zu-Q%d", 20 + i, turn % 4 + 1);
	case FIELD_BOOLEAN:
		return pick(s, i, step, 2) ? "true" : "false";
	case FIELD_MOMENT:
		return NULL; /* always the server's to say */
	case FIELD_FILE:
		return text("Bilaga “%d”.txt", turn);
	case FIELD_CHOICE:
		if (f->choices == translated_fields)
			return "body";
		/* What is translated is written in the last of them (add_neighbours). */
		return f->choices[pick(s, i, step, list_length(f->choices) - !strcmp(s->type->name, "translation"))].value;
	case FIELD_TERM:
		return vocabulary(f->term)[pick(s, i, step, list_length(vocabulary(f->term)))].value;
	case FIELD_REFERENCE:
		if (f->through)
			return two_of(s, i, pick(s, i, step, s->option_count[i]));
		return s->options[i][pick(s, i, step, s->option_count[i])];
	}
	return NULL;
}

static bool starts_with(const char *whole, const char *start)
{
	return !strncmp(whole, start, strlen(start));
}

/* The bodies that people sit in are a project's own, goals a strategy's, meetings that come back a service's. */
static bool nothing_offered(const struct sample *s, size_t i)
{
	const char *type = s->type->name, *field = s->type->fields[i].name, *below = s->collection;
	return (!strcmp(type, "assignment") && !strcmp(field, "body") && !starts_with(below, "/projects/")) ||
	       (!strcmp(type, "meeting") && !strcmp(field, "series") && !starts_with(below, "/services/")) ||
	       (!strcmp(type, "indicator") && !strcmp(field, "goal") && !starts_with(below, "/strategies/"));
}

/* A day is filled by a date, a text by words. */
static const char *filling(const char *kind, int step)
{
	bool second = step % 2;
	return !strcmp(kind, "date") ? second ? "starts_on" : "ends_on" : second ? "purpose" : "funding_code";
}

/* By another field of the form, and not by what no form has. */
static bool decided_by_form(const struct sample *s, size_t i)
{
	const char *by = s->type->fields[i].decided_by;
	return by && !s->type->fields[field_index(s, by)].decided;
}

/* What would be changed is of a record that has it, and fits it. */
static const char *requested(const char *field, bool value, int turn)
{
	if (!strcmp(field, "planned_on") || !strcmp(field, "forecast_on"))
		return value ? text("2031-0%d", turn % 9 + 1) : "deliverable/1";
	if (!value)
		return "project";
	return strstr(field, "_on") ? text("2031-Q%d", turn % 4 + 1) : text("%d.50", 100 + turn);
}

const char *sample_value(const struct sample *s, size_t i, int step)
{
	const struct record_type *t = s->type;
	const char *name = t->fields[i].name;
	for (size_t k = 0; k < sizeof kept / sizeof *kept; k++)
		if (!strcmp(kept[k].type, t->name) && !strcmp(kept[k].field, name))
			return plain_value(&(struct sample){.type = t, .code = s->code}, i, 0);
	for (size_t k = 0; k < sizeof left_out / sizeof *left_out; k++)
		if (!strcmp(left_out[k].type, t->name) && !strcmp(left_out[k].field, name) && left_out[k].record == s->record)
			return NULL;
	if (nothing_offered(s, i))
		return NULL;
	/* The first risk has occurred, on a day. */
	if (!strcmp(t->name, "risk") && !strcmp(name, "realised_on") && s->record)
		return NULL;
	if (!strcmp(t->name, "risk") && !strcmp(name, "state") && !s->record)
		return step % 2 ? "closed" : "occurred";
	/* A role is not its own counterpart, nor on the way to another. */
	if (!strcmp(t->name, "counterpart") && !strcmp(name, "other_role"))
		return s->options[i][(pick(s, i, step, s->option_count[i]) + 2) % s->option_count[i]];
	if (!strcmp(t->name, "requested_change") && (!strcmp(name, "of") || !strcmp(name, "after")))
		return requested(plain_value(s, field_index(s, "field"), step), *name == 'a', s->record * STEPS + step);
	if (!strcmp(t->name, "question") && !strcmp(name, "fills"))
		return filling(plain_value(s, field_index(s, "kind"), step), step + s->record);
	/* Another decides it. */
	if (decided_by_form(s, i) && sample_value(s, field_index(s, t->fields[i].decided_by), step))
		return "false";
	/* What needs a tick is left empty where the tick is not. */
	for (const struct constraint_message *m = s->type->constraints; m && m->constraint; m++) {
		size_t needed = m->rule == RULE_NEEDS ? field_index(s, m->second) : 0;
		if (m->rule == RULE_NEEDS && !strcmp(m->first, name) && t->fields[needed].type == FIELD_BOOLEAN &&
		    !strcmp(plain_value(s, needed, step), "false"))
			return NULL;
	}
	return plain_value(s, i, step);
}

const char *sample_shown(const struct sample *s, size_t i, int step)
{
	return taken_away(&s->type->fields[i]) ? NULL : sample_value(s, i, step);
}

bool sample_decided(const struct sample *s, size_t i)
{
	const char *type = s->type->name, *name = s->type->fields[i].name;
	for (size_t k = 0; k < sizeof kept / sizeof *kept; k++)
		if (!strcmp(kept[k].type, type) && !strcmp(kept[k].field, name))
			return true;
	/* Which field of which record, and a value that fits it, belong together. */
	if (!strcmp(type, "requested_change") && (!strcmp(name, "of") || !strcmp(name, "field") || !strcmp(name, "after")))
		return true;
	return decided_by_form(s, i) || nothing_offered(s, i);
}

/* ---- bodies ---- */

static bool is_literal(const struct field *f)
{
	return f->type == FIELD_INTEGER || f->type == FIELD_DECIMAL || f->type == FIELD_BOOLEAN || f->through;
}

static void add_json_text(struct buf *b, const char *value)
{
	buf_addc(b, '"');
	for (const char *c = value; *c; c++)
		buf_printf(b, *c == '\n' ? "\\n" : *c == '"' ? "\\\"" : "%c", *c);
	buf_addc(b, '"');
}

/* The content of a file of that name, as JSON has it. */
static const char *content_of(const char *name)
{
	char *base64 = malloc(4 * strlen(name) + 8);
	assert_non_null(base64);
	sodium_bin2base64(base64, 4 * strlen(name) + 8, (const unsigned char *)name, strlen(name),
	                  sodium_base64_VARIANT_ORIGINAL);
	const char *content = text("%s", base64);
	free(base64);
	return content;
}

const char *sample_json(const struct sample *s, int step)
{
	struct buf b;
	buf_init(&b, 1 << 20);
	for (size_t i = 0; i < s->type->field_count; i++) {
		const struct field *f = &s->type->fields[i];
		if (f->decided)
			continue;
		const char *value = sample_value(s, i, step + (s->ahead == (int)i));
		buf_printf(&b, "%c\"%s\": ", b.len ? ',' : '{', f->name);
		if (!value || is_literal(f))
			buf_adds(&b, value ? value : "null");
		else if (f->type == FIELD_FILE)
			buf_printf(&b, "{\"name\": \"%s\", \"content\": \"%s\"}", value, content_of(value));
		else
			add_json_text(&b, value);
	}
	buf_addc(&b, '}');
	const char *body = text("%s", buf_text(&b));
	buf_free(&b);
	return body;
}

static bool takes_file(const struct sample *s)
{
	for (size_t i = 0; i < s->type->field_count; i++)
		if (s->type->fields[i].type == FIELD_FILE)
			return true;
	return false;
}

/* A form that may hold a file is sent in parts (RFC 7578). */
static bool in_parts;

static void add_pair(struct buf *b, const char *name, const char *value)
{
	if (in_parts) {
		buf_printf(b, "%s--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s", b->len ? "\r\n" : "", name,
		           value);
		return;
	}
	char *escaped = curl_easy_escape(NULL, value, (int)strlen(value));
	buf_printf(b, "%s%s=%s", b->len ? "&" : "", name, escaped);
	curl_free(escaped);
}

static const char *without_escapes(const char *key)
{
	const char *escape = strstr(key, "\\/");
	return escape ? text("%.*s%s", (int)(escape - key), key, escape + 1) : key;
}

/* A box without its tick is not there, lines end in CR LF. */
const char *sample_form(const struct sample *s, struct client *c, int step)
{
	struct buf b;
	buf_init(&b, 1 << 20);
	in_parts = takes_file(s);
	add_pair(&b, "_csrf", client_token(c));
	add_pair(&b, "_version", s->version);
	for (size_t i = 0; i < s->type->field_count; i++) {
		const struct field *f = &s->type->fields[i];
		if (f->decided)
			continue;
		const char *value = sample_value(s, i, step + (s->ahead == (int)i)), *line;
		if (f->type == FIELD_FILE) {
			buf_printf(&b,
			           "\r\n--part\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"C:\\own\\%s\"\r\n"
			           "Content-Type: text/plain\r\n\r\n%s",
			           f->name, value, value);
			continue;
		}
		if (f->through) {
			for (const char *key = value; (key = strchr(key, '"')); key = strchr(key + 1, '"') + 1)
				add_pair(&b, f->name, without_escapes(text("%.*s", (int)strcspn(key + 1, "\""), key + 1)));
			continue;
		}
		if (f->type == FIELD_BOOLEAN && strcmp(value, "true"))
			continue;
		if (value && (line = strstr(value, "\n\n")))
			value = text("%.*s\r\n\r\n%s", (int)(line - value), value, line + 2);
		add_pair(&b, f->name, value ? value : "");
	}
	if (in_parts)
		buf_adds(&b, "\r\n--part--\r\n");
	in_parts = false;
	const char *body = text("%s", buf_text(&b));
	buf_free(&b);
	return body;
}

/* ---- what it needs ---- */

static void add_option(struct sample *s, size_t i, const char *key)
{
	if (key[0] && s->option_count[i] < SAMPLE_OPTIONS_MAX)
		s->options[i][s->option_count[i]++] = key;
}

/* What a form lists; of what it lets search, some rows. */
static void learn_options(struct sample *s, struct client *c)
{
	const struct answer *a = get(c, text("%s/new.json", s->collection));
	assert_status(a, 200);
	size_t place = 0;
	for (size_t i = 0; i < s->type->field_count; i++) {
		const struct field *f = &s->type->fields[i];
		size_t at = place;
		place += !f->decided;
		if (f->type != FIELD_REFERENCE || f->decided)
			continue;
		if (!strcmp(f->to->table, "project")) {
			for (size_t k = 0; k < STEPS; k++)
				add_option(s, i, others[k]);
			continue;
		}
		if (f->to->many) {
			const char *rows =
				owner_sql(text("SELECT string_agg(key, ' ') FROM (SELECT %s AS key FROM live.%s x WHERE %s "
			                   "ORDER BY x.id LIMIT 8) k",
			                   f->to->key, f->to->table, f->to->offered ? f->to->offered : "true"));
			for (; *rows; rows += strcspn(rows, " ") + (rows[strcspn(rows, " ")] == ' '))
				add_option(s, i, text("%.*s", (int)strcspn(rows, " "), rows));
			continue;
		}
		size_t n = (size_t)strtoul(json_at(a, text("form.fields.%zu.choices.length", at)), NULL, 10);
		for (size_t k = 0; k < n; k++)
			add_option(s, i, json_at(a, text("form.fields.%zu.choices.%zu.value", at, k)));
	}
}

static const char *below(const char *project, const char *path)
{
	const char *rest = strchr(path, '}');
	return rest ? text("%s%s", new_parent(path, project), rest + 1) : path;
}

/* Some types have a page of their own in its place. */
static bool shows_record(const struct route *create)
{
	size_t length = strlen(create->path);
	for (size_t i = 0; i < route_count; i++)
		if (routes[i].handler == record_show && !strncmp(routes[i].path, create->path, length) &&
		    !strncmp(routes[i].path + length, "/{", 2) && !strchr(routes[i].path + length + 1, '/'))
			return true;
	return false;
}

struct sample *sample_new(const struct route *create)
{
	struct sample *s = calloc(1, sizeof *s);
	const char *project = new_project("WRITE", NULL);
	assert_non_null(s);
	*s = (struct sample){.type = create->about, .collection = below(project, create->path), .ahead = -1, .code = "X"};
	assert_true(s->type->field_count <= SAMPLE_FIELDS_MAX);
	for (int i = 0; i < STEPS; i++)
		others[i] = new_project("OTHER", !strcmp(s->type->name, "answer") ? project : NULL);
	/* bodies to choose from are a project's own */
	owner_sql(text(
		"INSERT INTO live.body (code, name, kind, project_id, language) SELECT '%s-' || b, b, 'steering_group', id, 'en' "
		"FROM live.project, unnest(ARRAY['A', 'B', 'C']) AS b WHERE code = '%s'",
		project, project));
	sample_add_neighbours(s);
	s->shows_record = shows_record(create);
	learn_options(s, client_of("portfolio"));
	return s;
}

size_t sample_tests(struct CMUnitTest tests[SAMPLE_TYPES_MAX], const char *name, CMUnitTestFunction function)
{
	size_t n = 0;
	routes_start();
	for (size_t i = 0; i < route_count && n < SAMPLE_TYPES_MAX; i++) {
		const struct record_type *type = routes[i].about;
		if (routes[i].handler == record_create)
			tests[n++] = (struct CMUnitTest){text("%s: %s", name, type->name), function, NULL, NULL,
			                                 (void *)(uintptr_t)&routes[i]};
	}
	assert_true(n > 8 && n < SAMPLE_TYPES_MAX);
	return n;
}

const struct answer *sample_create(struct sample *s, struct client *c, int step)
{
	s->code = new_code("WR");
	const struct answer *a = send_json(c, "POST", s->collection, sample_json(s, step), NULL);
	assert_status(a, 201);
	s->place = strstr(header(a, "Location"), s->collection);
	s->version = text("%s", json_at(a, "version"));
	return a;
}

const struct answer *sample_post(const struct sample *s, struct client *c, const char *body)
{
	const char *const form =
		!strncmp(body, "--part", 6) ? "multipart/form-data; boundary=part" : "application/x-www-form-urlencoded";
	return client_send(c, &(struct sending){"POST", s->place, form, body, NULL, 0, true});
}
