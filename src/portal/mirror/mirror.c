#include "portal/mirror/mirror.h"

#include "base/text.h"
#include "i18n/language.h"
#include "portal/members.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "portal/record_pages.h"
#include "portal/translations.h"
#include "portal/words.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>

/* Where each chair is edited: on the project of its row. */
static void add_places(struct request *r, struct json_object *rows)
{
	for (size_t i = 0; i < json_object_array_length(rows); i++) {
		struct json_object *row = json_object_array_get_idx(rows, i), *cells = member(row, "cells");
		for (size_t k = 0; k < json_object_array_length(cells); k++) {
			struct json_object *chairs = member(json_object_array_get_idx(cells, k), "chairs");
			for (size_t n = 0; n < json_object_array_length(chairs); n++) {
				struct json_object *chair = json_object_array_get_idx(chairs, n);
				put(chair, "chair_path",
				    arena_printf(r->arena, "%s/people/%s", text_at(member(row, "project"), "path"),
				                 text_at(chair, "n")));
			}
		}
	}
}

int mirror_page(struct request *r, struct response *out, struct error *e)
{
	const char *document, *programme = request_query(r, "programme");
	const char *const parameters[] = {programme ? programme : ""};
	if (page_query(r, &sql_mirror_page, parameters, &document, NULL, e))
		return -1;
	if (r->format == FORMAT_JSON)
		return page_text(r, out, "", NULL, document, e);
	struct json_object *o = page_parse(r, document, e);
	if (!o)
		return -1;
	words_refresh(r);
	translations_apply(o, arena_strndup(r->arena, r->language->tag, 2));
	record_add_links(r, o);
	add_places(r, member(o, "rows"));
	struct json_object *choices = member(o, "choices");
	for (size_t i = 0; i < json_object_array_length(choices); i++) {
		struct json_object *choice = json_object_array_get_idx(choices, i);
		put_bool(choice, "selected", text_equal(text_at(choice, "value"), text_at(member(o, "programme"), "code")));
	}
	bool asked = programme && programme[0];
	put_bool(o, "unknown", asked && !member(o, "programme"));
	put_bool(o, "asked", asked);
	return page_object(r, out, _("Who sits where"), tpl_mirror_page, o, e);
}
