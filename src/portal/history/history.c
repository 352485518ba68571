#include "portal/history/history.h"

#include "base/text.h"
#include "i18n/format.h"
#include "portal/page.h"
#include "portal/record_types.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <string.h>

/* What has history, but no form of its own. */
static const struct choice formless[] = {{"correction", N_("Correction")},
                                         {"carries", N_("Strategy goal")},
                                         {"series_preparer", N_("Prepared by")},
                                         {"series_invited", N_("Invited")},
                                         {"meeting_unit", N_("For the units")},
                                         {"benefit_indicator", N_("Seen by the indicators")},
                                         {"made_with", N_("Done together with")},
                                         {"interface_project", N_("With the projects")},
                                         {"goal_carries", N_("Carries the goals")},
                                         {"event_host", N_("Hosts")},
                                         {"event_theme", N_("Themes")},
                                         {"content_area_project", N_("Shared with the projects")},
                                         {NULL, NULL}};

/* What people read instead of two rows: which fields changed, from what to what. */
static void add_changes(struct request *r, struct json_object *item)
{
	struct json_object *name, *before, *after;
	json_object_object_get_ex(item, "type", &name);
	json_object_object_get_ex(item, "before", &before);
	json_object_object_get_ex(item, "after", &after);
	const struct record_type *type = record_type_named(json_object_get_string(name));
	struct json_object *was = NULL, *is = NULL;
	json_object_object_get_ex(before, "state", &was);
	/* Who may not see a report's drafts sees it begin with its publication. */
	bool stepped = !strcmp(json_object_get_string(name), "status_report") &&
	               json_object_object_get_ex(after, "state", &is) &&
	               (before ? !json_object_equal(was, is) : !strcmp(json_object_get_string(is), "published"));
	json_object_object_add(item, "created", json_object_new_boolean(!before && !stepped));
	json_object_object_add(item, "removed", json_object_new_boolean(!after));
	json_object_object_add(
		item, "label",
		json_object_new_string(type ? _(type->label) : choice_label(formless, json_object_get_string(name))));
	struct json_object *changes =
		type && before && after ? record_difference(type, before, after, formats_of(r->language), r->arena) : NULL;
	json_object_object_add(item, "changes", changes ? json_object_get(changes) : json_object_new_array());
	json_object_object_add(item, "step", stepped ? json_object_get(is) : NULL);
}

int history_page(struct request *r, struct response *out, struct error *e)
{
	const char *document;
	const struct record_type *type = record_type_named(r->route->subject);
	const char *const parameters[] = {type->name, request_capture(r, "code"), request_query(r, "before")};
	if (page_query(r, &sql_history_page, parameters, &document, NULL, e))
		return -1;
	if (r->format == FORMAT_JSON)
		return page_text(r, out, "", NULL, document, e);
	struct json_object *o = page_parse(r, document, e), *items;
	if (!o)
		return -1;
	json_object_object_get_ex(o, "items", &items);
	for (size_t i = 0; i < json_object_array_length(items); i++)
		add_changes(r, json_object_array_get_idx(items, i));
	json_object_object_add(o, "top", json_object_new_string(type->collection));
	json_object_object_add(o, "top_label", json_object_new_string(_(type->label_many)));
	return page_object(r, out, _("History"), tpl_history_page, o, e);
}
