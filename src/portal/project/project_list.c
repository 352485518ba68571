#include "portal/project/project.h"

#include "base/text.h"
#include "html/escape.h"
#include "i18n/language.h"
#include "portal/page.h"
#include "record/vocabulary.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE_ROWS = 50, PAGE_LAST = 100000 };

static const struct choice sorts[] = {
	{"title", N_("Title")},
	{"code", N_("Code")},
	{"owner", N_("Owner")},
	{"status", N_("Status, worst first")},
	{"risk", N_("Risk, highest first")},
	{"reported", N_("Last report, newest first")},
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
static const struct choice asked_lifecycles[] = {
	{"open", N_("Not closed")}, {"planned", N_("Planned")}, {"ongoing", N_("Ongoing")},
	{"on_hold", N_("On hold")}, {"closed", N_("Closed")},   {NULL, NULL},
};

/* The filter is the address; it is read and shown by the record engine like any form. */
static const struct field filter[] = {
	{.name = "q", .type = FIELD_TEXT, .label = N_("Text"), .max = 200},
	{.name = "status", .type = FIELD_CHOICE, .label = N_("Status"), .choices = asked_statuses},
	{.name = "risk", .type = FIELD_CHOICE, .label = N_("Risk"), .choices = levels},
	{.name = "owner", .type = FIELD_REFERENCE, .label = N_("Owner")},
	{.name = "segment", .type = FIELD_CHOICE, .label = N_("Segment"), .choices = project_segments},
	{.name = "goal", .type = FIELD_REFERENCE, .label = N_("Strategy goal")},
	{.name = "phase", .type = FIELD_CHOICE, .label = N_("Phase"), .choices = project_phases},
	{.name = "kind", .type = FIELD_CHOICE, .label = N_("Kind"), .choices = project_kinds},
	{.name = "lifecycle", .type = FIELD_CHOICE, .label = N_("Lifecycle"), .choices = asked_lifecycles},
	{.name = "sort", .type = FIELD_CHOICE, .label = N_("Sort by"), .choices = sorts},
};

enum { FILTERS = sizeof filter / sizeof *filter };

const struct record_type project_filter_type = {"project_filter", N_("Filter"), filter, FILTERS};

static int read_page(struct request *r, struct error *e)
{
	const char *given = request_query(r, "page");
	if (!given)
		return 1;
	long page = strspn(given, "0123456789") == strlen(given) && strlen(given) < 7 ? strtol(given, NULL, 10) : 0;
	return page >= 1 && page <= PAGE_LAST ? (int)page : error_set(e, 400, "%s", _("There is no page of that number."));
}

/* The query's pairs that are filters; page, at and language are the address's own. */
static int read_filter(struct request *r, struct record_input *in, struct error *e)
{
	struct form_pair *pairs = arena_alloc(r->arena, (r->query_count + 1) * sizeof *pairs);
	size_t n = 0;
	for (size_t i = 0; i < r->query_count; i++) {
		const char *name = r->query[i].name;
		if (strcmp(name, "page") && strcmp(name, "at") && strcmp(name, "language"))
			pairs[n++] = r->query[i];
	}
	record_read_form(&project_filter_type, pairs, n, r->arena, in);
	if (in->error_count)
		return error_set(e, 400, "%s: %s", in->errors[0].field, in->errors[0].message);
	return 0;
}

static void add_query(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, "%s%s=", b->len ? "&" : "", name);
	escape_url_component(b, value);
}

/* The address of another page of the same list. */
static struct json_object *page_link(struct request *r, const char *const *values, int page)
{
	struct buf b;
	buf_init(&b, 16 * 1024);
	for (size_t i = 0; i < FILTERS; i++)
		if (values[i][0])
			add_query(&b, filter[i].name, values[i]);
	if (r->at_date[0])
		add_query(&b, "at", r->at_date);
	add_query(&b, "page", arena_printf(r->arena, "%d", page));
	struct json_object *o = json_object_new_string(buf_text(&b));
	buf_free(&b);
	return o;
}

static void add_paging(struct request *r, struct json_object *o, const char *const *values, int page)
{
	struct json_object *total, *paging = json_object_new_object();
	json_object_object_get_ex(o, "total", &total);
	int last = (json_object_get_int(total) + PAGE_ROWS - 1) / PAGE_ROWS;
	json_object_object_add(paging, "page", json_object_new_int(page));
	json_object_object_add(paging, "last", json_object_new_int(last ? last : 1));
	json_object_object_add(paging, "previous", page > 1 ? page_link(r, values, page - 1) : NULL);
	json_object_object_add(paging, "next", page < last ? page_link(r, values, page + 1) : NULL);
	json_object_object_add(o, "paging", paging);
}

int project_list(struct request *r, struct response *out, struct error *e)
{
	struct record_input in;
	const char *values[FILTERS], *parameters[FILTERS + 3], *document;
	int page = read_page(r, e);
	if (page < 0 || read_filter(r, &in, e))
		return -1;
	bool filtered = false;
	for (size_t i = 0; i < FILTERS; i++) {
		struct json_object *value = json_object_object_get(in.values, filter[i].name);
		parameters[i] = values[i] = value ? json_object_get_string(value) : "";
		filtered |= values[i][0] && strcmp(filter[i].name, "sort");
	}
	parameters[FILTERS] = arena_printf(r->arena, "%d", (page - 1) * PAGE_ROWS);
	parameters[FILTERS + 1] = arena_printf(r->arena, "%d", PAGE_ROWS);
	parameters[FILTERS + 2] = arena_strndup(r->arena, r->language->tag, 2);
	if (page_query(r, &sql_project_list, parameters, &document, NULL, e))
		return -1;
	struct json_object *o = page_parse(r, document, e);
	if (!o)
		return -1;
	add_paging(r, o, values, page);
	if (r->format == FORMAT_HTML) {
		struct json_object *choices = json_object_object_get(o, "choices");
		json_object_object_add(o, "filter",
		                       json_object_get(record_form(&project_filter_type, in.values, NULL, choices, r->arena)));
		json_object_object_add(o, "filtered", json_object_new_boolean(filtered));
	}
	return page_object(r, out, _("Projects"), tpl_project_list, o, e);
}
