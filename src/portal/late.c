#include "portal/late.h"

#include "base/text.h"
#include "http/router.h"
#include "portal/members.h"
#include "portal/site.h"
#include "session/session.h"

#include <json-c/json.h>
#include <string.h>

static const char prefix[] = "late.";

bool late_is_form(const struct request *r)
{
	return r->route && r->route->flags & ROUTE_FORM && r->method == METHOD_POST && !r->json_body &&
	       r->format == FORMAT_HTML && r->form_count && session_same_site(r);
}

struct json_object *late_fields(const struct request *r)
{
	struct json_object *list = json_object_new_array();
	bool is_form = late_is_form(r);
	for (size_t i = 0; i < r->form_count; i++) {
		const char *name = r->form[i].name;
		bool of_the_session = !strcmp(name, "_csrf") || !strcmp(name, "_once") || !strcmp(name, "_language");
		if (is_form ? of_the_session : !text_starts_with(name, prefix))
			continue;
		struct json_object *one = json_object_new_object();
		put(one, "name", is_form ? arena_printf(r->arena, "%s%s", prefix, name) : name);
		put(one, "value", r->form[i].value);
		json_object_array_add(list, one);
	}
	return list;
}

int late_resume(struct request *r, const char *notice, struct error *e)
{
	const char *allow;
	size_t n = 0;
	for (size_t i = 0; i < r->form_count; i++)
		if (text_starts_with(r->form[i].name, prefix))
			r->form[n++] = (struct form_pair){r->form[i].name + strlen(prefix), r->form[i].value, NULL};
	r->form_count = n;
	r->method = METHOD_POST;
	r->path = r->late_path;
	r->query_string = "";
	r->query_count = 0;
	r->once = NULL;
	r->as_typed = notice;
	r->route = route_find(r->site->routes, r->site->route_count, r, &allow, e);
	if (r->route && !(r->route->flags & ROUTE_FORM))
		return error_set(e, 404, "%s", _("There is no such page."));
	return r->route ? 0 : -1;
}
