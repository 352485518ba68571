#include "portal/rollout/rollout_overview.h"

#include "base/text.h"
#include "i18n/language.h"
#include "portal/members.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "portal/record_pages.h"
#include "portal/record_types.h"
#include "portal/translations.h"
#include "portal/words.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>

enum view { STATUS, SUPPORT, ROADMAP };

static const struct {
	const char *path, *title, *lead;
} views[] = {
	[STATUS] = {"/rollouts", N_("Rollouts"), N_("What each organisation has taken into use, and when it will.")},
	[SUPPORT] = {"/rollout-support", N_("Planning of rollouts"),
                 N_("How far the planning has come, and with whom there is contact.")},
	[ROADMAP] = {"/roadmap", N_("When it is possible"), N_("From when an early and a broad rollout are possible.")},
};

/* One cell for each column, in their order: an empty one where the organisation has no such rollout. */
static struct json_object *aligned(struct request *r, struct json_object *columns, struct json_object *cells)
{
	struct json_object *row = json_object_new_array();
	for (size_t i = 0, next = 0; i < json_object_array_length(columns); i++) {
		struct json_object *column = json_object_array_get_idx(columns, i);
		struct json_object *cell = json_object_array_get_idx(cells, next);
		const char *of = arena_printf(r->arena, "%s/%s", text_at(column, "type"), text_at(column, "code"));
		bool here = cell && text_equal(text_at(cell, "of"), of);
		next += here;
		struct json_object *shown = here ? json_object_get(cell) : json_object_new_object();
		json_object_object_add(shown, "here", json_object_new_boolean(here));
		json_object_object_add(shown, "column", json_object_get(json_object_object_get(column, "title")));
		if (here)
			put(shown, "place", arena_printf(r->arena, "%s/rollouts/%s", text_at(column, "path"), text_at(cell, "n")));
		json_object_array_add(row, shown);
	}
	return row;
}

static void align_rows(struct request *r, struct json_object *o)
{
	struct json_object *rows = json_object_object_get(o, "rows"), *columns = json_object_object_get(o, "columns");
	for (size_t i = 0; i < json_object_array_length(rows); i++) {
		struct json_object *row = json_object_array_get_idx(rows, i);
		json_object_object_add(row, "cells", aligned(r, columns, json_object_object_get(row, "cells")));
	}
}

/* The other ways to read it, with what is asked. */
static void add_tabs(struct json_object *o, enum view view)
{
	struct json_object *tabs = json_object_new_array();
	for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
		struct json_object *tab = json_object_new_object();
		put(tab, "tab_path", views[i].path);
		put(tab, "label", _(views[i].title));
		json_object_object_add(tab, "current", json_object_new_boolean(i == view));
		json_object_array_add(tabs, tab);
	}
	json_object_object_add(o, "tabs", tabs);
}

static void mark_chosen(struct json_object *o, const char *below)
{
	struct json_object *choices = json_object_object_get(o, "choices");
	for (size_t i = 0; i < json_object_array_length(choices); i++) {
		struct json_object *choice = json_object_array_get_idx(choices, i);
		json_object_object_add(choice, "selected",
		                       json_object_new_boolean(text_equal(text_at(choice, "value"), below)));
	}
}

static int overview(struct request *r, struct response *out, enum view view, struct error *e)
{
	static const char *const names[] = {[STATUS] = "is_status", [SUPPORT] = "is_support", [ROADMAP] = "is_roadmap"};
	const char *document, *below = request_query(r, "below");
	const char *const parameters[] = {below ? below : ""};
	if (page_query(r, &sql_rollout_overview, parameters, &document, NULL, e))
		return -1;
	if (r->format == FORMAT_JSON)
		return page_text(r, out, "", NULL, document, e);
	struct json_object *o = page_parse(r, document, e);
	if (!o)
		return -1;
	words_refresh(r);
	translations_apply(o, arena_strndup(r->arena, r->language->tag, 2));
	record_add_links(r, o);
	align_rows(r, o);
	add_tabs(o, view);
	mark_chosen(o, text_at(json_object_object_get(o, "below"), "code"));
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		json_object_object_add(o, names[i], json_object_new_boolean(i == view));
	json_object_object_add(o, "unknown",
	                       json_object_new_boolean(below && below[0] && !json_object_object_get(o, "below")));
	put(o, "title", _(views[view].title));
	put(o, "lead", _(views[view].lead));
	put(o, "path", views[view].path);
	return page_object(r, out, _(views[view].title), tpl_rollout_overview, o, e);
}

/* Is something asked that only the list of the records can answer? */
static bool asks_for_list(const struct request *r)
{
	static const char *const ours[] = {"below", "at", "language"};
	for (size_t i = 0; i < r->query_count; i++) {
		bool own = false;
		for (size_t k = 0; k < sizeof ours / sizeof *ours; k++)
			own = own || text_equal(r->query[i].name, ours[k]);
		if (!own)
			return true;
	}
	return false;
}

int rollout_status(struct request *r, struct response *out, struct error *e)
{
	return r->format == FORMAT_JSON || asks_for_list(r) ? record_list(r, out, e) : overview(r, out, STATUS, e);
}

int rollout_support(struct request *r, struct response *out, struct error *e)
{
	return overview(r, out, SUPPORT, e);
}

int rollout_roadmap(struct request *r, struct response *out, struct error *e)
{
	return overview(r, out, ROADMAP, e);
}
