#include "portal/portfolio/portfolio.h"

#include "base/text.h"
#include "portal/members.h"
#include "portal/page.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>

/* No list is cut silently: how many more there are than are shown. */
static void add_more(struct json_object *document)
{
	static const char *const lists[][2] = {{"attention", "attention"}, {"late", "late"}, {"silent", "overdue"}};
	struct json_object *more = json_object_new_object(), *counts = member(document, "counts");
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		int all = json_object_get_int(member(counts, lists[i][1])),
			shown = (int)json_object_array_length(member(document, lists[i][0]));
		json_object_object_add(more, lists[i][0], json_object_new_int(all > shown ? all - shown : 0));
	}
	json_object_object_add(document, "more", more);
}

int portfolio_page(struct request *r, struct response *out, struct error *e)
{
	const char *document;
	if (page_query(r, &sql_portfolio_page, NULL, &document, NULL, e))
		return -1;
	if (r->format == FORMAT_JSON)
		return page_text(r, out, "", NULL, document, e);
	struct json_object *o = page_parse(r, document, e);
	if (!o)
		return -1;
	add_more(o);
	return page_object(r, out, _("Portfolio"), tpl_portfolio_page, o, e);
}
