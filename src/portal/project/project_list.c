#include "portal/project/project.h"

#include "base/text.h"
#include "i18n/language.h"
#include "portal/list_filter.h"
#include "portal/members.h"
#include "portal/page.h"
#include "portal/record_types.h"
#include "record/json_read.h"
#include "record/vocabulary.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE_ROWS = 50, PAGE_LAST = 100000, CODE_MAX = 40 };

static const struct choice sorts[] = {
	{"title", N_("Title")},
	{"code", N_("Code")},
	{"owner", N_("Owner")},
	{"status", N_("Status, worst first")},
	{"risk", N_("Risk, highest first")},
	{"delay", N_("Delay, longest first")},
	{"next", N_("Next deliverable, soonest first")},
	{"reported", N_("Last report, newest first")},
	{"oldest", N_("Last report, oldest first")},
	{NULL, NULL},
};

/* What a list can ask for besides the values that a project has. */
static const struct choice asked_statuses[] = {
	{"as_planned", N_("As planned")},
	{"minor_deviation", N_("Minor deviation")},
	{"major_deviation", N_("Major deviation")},
	{"not_reported", N_("Not reported")},
	{NULL, NULL},
};
static const struct choice asked_ages[] = {
	{"overdue", N_("Late or out of date")}, {"fresh", N_("Fresh")}, {"due", N_("Due")}, {"late", N_("Late")},
	{"stale", N_("Out of date")},           {NULL, NULL},
};
static const struct choice groups[] = {
	{"owner", N_("Owner")}, {"programme", N_("Programme")}, {"goal", N_("Strategy goal")}, {NULL, NULL}};
static const struct choice asked_lifecycles[] = {
	{"open", N_("Not closed")}, {"planned", N_("Planned")}, {"ongoing", N_("Ongoing")},
	{"on_hold", N_("On hold")}, {"closed", N_("Closed")},   {NULL, NULL},
};

/* The filter is the address; it is read and shown by the record engine like any form. */
static const struct field filter[] = {
	{.name = "q", .type = FIELD_TEXT, .label = N_("Text"), .max = 200},
	{.name = "status", .type = FIELD_CHOICE, .label = N_("Status"), .choices = asked_statuses},
	{.name = "risk", .type = FIELD_CHOICE, .label = N_("Risk"), .choices = levels},
	{.name = "owner", .type = FIELD_REFERENCE, .label = N_("Owner"), .to = &to_organisation},
	{.name = "segment", .type = FIELD_CHOICE, .label = N_("Segment"), .choices = project_segments},
	{.name = "goal", .type = FIELD_REFERENCE, .label = N_("Strategy goal"), .to = &to_goal},
	{.name = "phase", .type = FIELD_CHOICE, .label = N_("Phase"), .choices = project_phases},
	{.name = "kind", .type = FIELD_CHOICE, .label = N_("Kind"), .choices = project_kinds},
	{.name = "lifecycle", .type = FIELD_CHOICE, .label = N_("Lifecycle"), .choices = asked_lifecycles},
	{.name = "sort", .type = FIELD_CHOICE, .label = N_("Sort by"), .choices = sorts},
	{.name = "report", .type = FIELD_CHOICE, .label = N_("Age of the report"), .choices = asked_ages},
	{.name = "group", .type = FIELD_CHOICE, .label = N_("Group by"), .choices = groups},
};

enum { FILTERS = sizeof filter / sizeof *filter, SORT = FILTERS - 3, GROUP = FILTERS - 1 };

const struct record_type project_filter_type = {.name = "project_filter", .label = N_("Filter"), FIELDS(filter)};

/* The page that was asked for, 1 when it has no such number; what is beyond every list becomes PAGE_LAST. */
static int read_page(struct request *r, struct json_object *left_out)
{
	const char *given = request_query(r, "page");
	if (!given || !given[0])
		return 1;
	size_t n = strlen(given);
	bool number = strspn(given, "0123456789") == n && strspn(given, "0") < n;
	if (!number)
		list_leave_out(left_out, "page", _("There is no page of that number; this is the first."));
	long page = number ? strtol(given, NULL, 10) : 1;
	return page < PAGE_LAST ? (int)page : PAGE_LAST;
}

/* Codes are written in capitals, and understood in any letters. */
static void raise_code(struct json_object *values, const char *name)
{
	struct json_object *value = json_object_object_get(values, name);
	char code[CODE_MAX + 1];
	size_t n = value ? strlen(json_object_get_string(value)) : 0;
	if (!n || n > CODE_MAX)
		return;
	for (size_t i = 0; i <= n; i++) {
		char c = json_object_get_string(value)[i];
		code[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
	}
	json_object_object_add(values, name, json_object_new_string(code));
}

/* The address of another page of the same list. */
static struct json_object *page_link(struct request *r, const char *const *values, int page)
{
	const char *const extra[] = {"page", arena_printf(r->arena, "%d", page), NULL};
	return list_query(r, &project_filter_type, values, extra);
}

static int last_page(struct json_object *o)
{
	int last = (json_object_get_int(json_object_object_get(o, "rows")) + PAGE_ROWS - 1) / PAGE_ROWS;
	return last ? last : 1;
}

static void add_paging(struct request *r, struct json_object *o, const char *const *values, int page)
{
	struct json_object *paging = json_object_new_object();
	int last = last_page(o);
	json_object_object_add(paging, "page", json_object_new_int(page));
	json_object_object_add(paging, "last", json_object_new_int(last));
	json_object_object_add(paging, "previous", page > 1 ? page_link(r, values, page <= last ? page - 1 : last) : NULL);
	json_object_object_add(paging, "next", page < last ? page_link(r, values, page + 1) : NULL);
	json_object_object_add(o, "paging", paging);
}

/* What the headings sort by, each the address of the same list in that order. */
static void add_sorts(struct request *r, struct json_object *o, const char *const *values)
{
	static const char *const columns[][2] = {{"title", "by_title"}, {"owner", "by_owner"}, {"status", "by_status"},
	                                         {"risk", "by_risk"},   {"delay", "by_delay"}, {"oldest", "by_report"},
	                                         {"next", "by_next"}};
	static const char *const none[] = {NULL};
	const char *sort = values[SORT][0] ? values[SORT] : "title";
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		const char *sorted[FILTERS];
		struct json_object *by = json_object_new_object();
		memcpy(sorted, values, sizeof sorted);
		sorted[SORT] = columns[i][0];
		json_object_object_add(by, "query", list_query(r, &project_filter_type, sorted, none));
		json_object_object_add(by, "is", json_object_new_boolean(!strcmp(sort, columns[i][0])));
		json_object_object_add(o, columns[i][1], by);
	}
}

/* The lights of the last reports in words, "Green, yellow, red": what the dots say. */
static void tell_trend(struct request *r, struct json_object *one)
{
	struct json_object *lit = member(one, "trend");
	const char *told = "";
	for (size_t i = 0; i < json_object_array_length(lit); i++) {
		const char *light = choice_label(lights, json_object_get_string(json_object_array_get_idx(lit, i)));
		told = arena_printf(r->arena, "%s%s%s", told, i ? ", " : "", light);
	}
	put(one, "trend_told", told);
}

/* The rows by their groups, [{"is_group", "title", "language", "count", "items"}]: one without a name where
 * nothing groups them. */
static void add_groups(struct request *r, struct json_object *o, const char *by)
{
	struct json_object *items = member(o, "items"), *all = json_object_new_array(), *in = NULL;
	const char *last = NULL;
	for (size_t i = 0; i < json_object_array_length(items); i++) {
		struct json_object *one = json_object_array_get_idx(items, i), *of = member(one, "group"), *group;
		const char *code = text_at(of, "code");
		tell_trend(r, one);
		if (!last || strcmp(last, code)) {
			group = json_object_new_object();
			put_bool(group, "is_group", by[0]);
			put(group, "title", of ? text_at(of, "title") : _("None"));
			put(group, "language", of ? text_at(of, "language") : r->language->tag);
			json_object_object_add(group, "count", json_object_get(member(one, "group_count")));
			json_object_object_add(group, "items", in = json_object_new_array());
			json_object_array_add(all, group);
			last = code;
		}
		json_object_array_add(in, json_object_get(one));
	}
	json_object_object_add(o, "groups", all);
}

/* One page of the list; NULL with an error. */
static struct json_object *load(struct request *r, const char *const *values, int page, struct error *e)
{
	const char *parameters[FILTERS + 3], *document;
	memcpy(parameters, values, FILTERS * sizeof *values);
	parameters[FILTERS] = arena_printf(r->arena, "%d", (page - 1) * PAGE_ROWS);
	parameters[FILTERS + 1] = arena_printf(r->arena, "%d", PAGE_ROWS);
	parameters[FILTERS + 2] = arena_strndup(r->arena, r->language->tag, 2);
	return page_query(r, &sql_project_list, parameters, &document, NULL, e) ? NULL : page_parse(r, document, e);
}

int project_list(struct request *r, struct response *out, struct error *e)
{
	struct record_input in;
	const char *values[FILTERS];
	struct json_object *left_out = json_keep(r->arena, json_object_new_array());
	int page = read_page(r, left_out);
	list_read_filter(r, &project_filter_type, &in, left_out);
	bool filtered = false;
	for (size_t i = 0; i < FILTERS; i++) {
		if (filter[i].type == FIELD_REFERENCE)
			raise_code(in.values, filter[i].name);
		values[i] = list_value(&in, filter[i].name);
		filtered |= values[i][0] && i != SORT && i != GROUP;
	}
	struct json_object *o = load(r, values, page, e);
	if (o && page > last_page(o)) {
		list_leave_out(left_out, "page",
		               arena_printf(r->arena, _("There is no page of that number; the last is %d."), last_page(o)));
		/* A person is shown the last one. A program that goes on until a page is empty must find one. */
		if (r->format == FORMAT_HTML)
			o = load(r, values, page = last_page(o), e);
	}
	if (!o)
		return -1;
	add_paging(r, o, values, page);
	json_object_object_add(o, "left_out", json_object_get(left_out));
	if (r->format == FORMAT_HTML) {
		struct json_object *choices = json_object_object_get(o, "choices");
		struct json_object *form = record_form(&project_filter_type, in.values, NULL, choices, r->arena);
		json_object_object_add(o, "filter", json_object_get(form));
		list_add_chosen(r, &project_filter_type, values, form, o);
		json_object_object_add(o, "filtered", json_object_new_boolean(filtered));
		add_sorts(r, o, values);
		add_groups(r, o, values[GROUP]);
	}
	return page_object(r, out, _("Projects"), tpl_project_list, o, e);
}
