#include "portal/search/search.h"

#include "base/letters.h"
#include "base/text.h"
#include "http/limits.h"
#include "portal/list_filter.h"
#include "portal/members.h"
#include "portal/page.h"
#include "portal/record_types.h"
#include "record/json_read.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <string.h>

enum { WORDS_MAX = 200, EACH = 6, EACH_ALONE = 100, BEFORE = 60, EXCERPT = 240 };

/* The order in which a page shows what was found. */
static const char *const kinds[] = {"project",    "service",       "organisation",      "person",
                                    "body",       "deliverable",   "milestone",         "risk",
                                    "dependency", "status_report", "decision",          "meeting",
                                    "news",       "event",         "strategy",          "model",
                                    "survey",     "lesson",        "benefit",           "interface",
                                    "adaptation", "attachment",    "funding_programme", NULL};

/* ---- what is marked ---- */

/* One word or what stands between two; returns its end. */
static const char *piece(const char *s, bool *is_word)
{
	uint32_t c;
	const char *end = letters_next(s, &c), *next;
	*is_word = letters_in_word(c);
	while ((next = letters_next(end, &c)) && letters_in_word(c) == *is_word)
		end = next;
	return end;
}

static bool is_meant(struct request *r, struct json_object *words, const char *s, size_t n)
{
	const char *plain = letters_plain(r->arena, s, n);
	for (size_t i = 0; i < json_object_array_length(words); i++)
		if (!strcmp(json_object_get_string(json_object_array_get_idx(words, i)), plain))
			return true;
	return false;
}

static void add_part(struct json_object *parts, const char *s, size_t n, bool found)
{
	struct json_object *one = json_object_new_object();
	json_object_object_add(one, "text", json_object_new_string_len(s, (int)n));
	put_bool(one, "found", found);
	json_object_array_add(parts, one);
}

/* The text in parts, [{"text", "found"}]: what the page marks it does not write as HTML. */
static struct json_object *marked(struct request *r, struct json_object *words, const char *text, const char *end)
{
	struct json_object *parts = json_object_new_array();
	const char *plain = text;
	bool is_word;
	for (const char *at = text; at < end;) {
		const char *next = piece(at, &is_word);
		if (next > end)
			next = end;
		if (is_word && is_meant(r, words, at, (size_t)(next - at))) {
			if (at > plain)
				add_part(parts, plain, (size_t)(at - plain), false);
			add_part(parts, at, (size_t)(next - at), true);
			plain = next;
		}
		at = next;
	}
	if (end > plain)
		add_part(parts, plain, (size_t)(end - plain), false);
	return parts;
}

/* Some words of the text from before the first that was found; nothing where none was. */
static struct json_object *excerpt(struct request *r, struct json_object *words, const char *text)
{
	const char *first = NULL, *from = text;
	bool is_word;
	for (const char *at = text; *at && !first;) {
		const char *next = piece(at, &is_word);
		if (is_word && is_meant(r, words, at, (size_t)(next - at)))
			first = at;
		at = next;
	}
	if (!first)
		return json_object_new_array();
	/* Between words, that is at a blank. */
	while (first - from > BEFORE)
		from += strcspn(from + 1, " \n") + 1;
	size_t left = strlen(from), n = left;
	if (left > EXCERPT) {
		n = EXCERPT;
		while (n > BEFORE && !strchr(" \n", from[n]))
			n--;
	}
	struct json_object *parts = json_object_new_array();
	if (from > text)
		add_part(parts, "… ", strlen("… "), false);
	struct json_object *middle = marked(r, words, from, from + n);
	for (size_t i = 0; i < json_object_array_length(middle); i++)
		json_object_array_add(parts, json_object_get(json_object_array_get_idx(middle, i)));
	json_object_put(middle);
	if (n < left)
		add_part(parts, " …", strlen(" …"), false);
	return parts;
}

/* ---- groups ---- */

static const char *path_of(struct request *r, const struct record_type *type, struct json_object *hit,
                           struct json_object *on)
{
	const struct record_type *up = record_type_named(text_at(on, "type"));
	if (type == &person_type)
		return arena_printf(r->arena, "/people/%s", text_at(hit, "id"));
	if (type->subject)
		return arena_printf(r->arena, "/%s/%s", type->collection, text_at(hit, "code"));
	return up ? arena_printf(r->arena, "/%s/%s/%s/%s", up->collection, text_at(on, "code"), type->collection,
	                         text_at(hit, "n"))
	          : "";
}

static struct json_object *item(struct request *r, const struct record_type *type, struct json_object *hit,
                                struct json_object *words)
{
	struct json_object *o = json_object_new_object(), *on = member(hit, "on");
	const char *title = text_at(hit, "title"), *text = text_at(hit, "text");
	const struct record_type *up = record_type_named(text_at(on, "type"));
	put(o, "title", title);
	put(o, "hit_path", path_of(r, type, hit, on));
	put(o, "hit_code", text_at(hit, "code"));
	put(o, "written_in", text_at(hit, "language"));
	put(o, "reported_on", type == &status_report_type ? title : "");
	json_object_object_add(o, "name", marked(r, words, title, title + strlen(title)));
	json_object_object_add(o, "excerpt", excerpt(r, words, text));
	put(o, "on_title", text_at(on, "title"));
	put(o, "on_language", text_at(on, "language"));
	put(o, "on_path", up ? arena_printf(r->arena, "/%s/%s", up->collection, text_at(on, "code")) : "");
	return o;
}

/* The rest of a group, and where it is: the list of its subjects, or this page with that kind alone. */
static struct json_object *more_of(struct request *r, const struct record_type *type, const char *q, int count)
{
	struct json_object *more = json_object_new_object();
	struct buf query;
	buf_init(&query, QUERY_MAX_BYTES);
	list_add_query(&query, "q", q);
	if (!type->subject)
		list_add_query(&query, "kind", type->name);
	if (r->at_date[0])
		list_add_query(&query, "at", r->at_date);
	put(more, "list", type->subject ? arena_printf(r->arena, "/%s", type->collection) : "/search");
	json_object_object_add(more, "count", json_object_new_int(count));
	put(more, "query", buf_text(&query));
	buf_free(&query);
	return more;
}

static void add_group(struct request *r, struct json_object *groups, struct json_object *found, const char *kind)
{
	const struct record_type *type = record_type_named(kind);
	struct json_object *hits = member(found, "hits"), *items = json_object_new_array(),
					   *group = json_object_new_object();
	int total = 0;
	for (size_t i = 0; i < json_object_array_length(hits); i++) {
		struct json_object *hit = json_object_array_get_idx(hits, i);
		if (strcmp(text_at(hit, "kind"), kind))
			continue;
		total = json_object_get_int(member(hit, "in_kind"));
		json_object_array_add(items, item(r, type, hit, member(found, "words")));
	}
	size_t shown = json_object_array_length(items);
	put(group, "kind", kind);
	put(group, "label", _(type->label_many));
	json_object_object_add(group, "group_total", json_object_new_int(total));
	json_object_object_add(group, "more",
	                       total > (int)shown ? more_of(r, type, text_at(found, "q"), total - (int)shown) : NULL);
	json_object_object_add(group, "items", items);
	if (shown)
		json_object_array_add(groups, group);
	else
		json_object_put(group);
}

static const char *known_kind(const char *kind)
{
	for (size_t i = 0; kind && kinds[i]; i++)
		if (!strcmp(kinds[i], kind))
			return kinds[i];
	return "";
}

static const char *all_kinds(struct request *r)
{
	const char *all = "";
	for (size_t i = 0; kinds[i]; i++)
		all = arena_printf(r->arena, "%s%s%s", all, i ? "," : "", kinds[i]);
	return all;
}

int search_page(struct request *r, struct response *out, struct error *e)
{
	const char *asked = request_query(r, "q"), *kind = known_kind(request_query(r, "kind")), *document;
	const char *q =
		asked ? letters_trimmed(r->arena, arena_strndup(r->arena, asked, (size_t)text_prefix(asked, WORDS_MAX))) : "";
	const char *const parameters[] = {q, kind[0] ? kind : all_kinds(r),
	                                  arena_printf(r->arena, "%d", kind[0] ? EACH_ALONE : EACH)};
	if (letters_refused(q))
		return error_set(e, 400, "%s", _("There is an invisible character in what you look for. Type it anew."));
	if (page_query(r, &sql_search, parameters, &document, NULL, e))
		return -1;
	struct json_object *found = page_parse(r, document, e), *o = page_new_object(r), *groups = json_object_new_array();
	if (!found)
		return -1;
	for (size_t i = 0; kinds[i]; i++)
		add_group(r, groups, found, kinds[i]);
	put(o, "q", q);
	json_object_object_add(o, "total", json_object_get(member(found, "total")));
	json_object_object_add(o, "groups", groups);
	if (r->format == FORMAT_JSON)
		return page_text(r, out, "", NULL, json_object_to_json_string(o), e);
	return page_object(r, out, q[0] ? arena_printf(r->arena, _("Search: %s"), q) : _("Search"), tpl_search_page, o, e);
}
