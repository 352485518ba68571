#include "portal/access/access.h"

#include "base/text.h"
#include "portal/members.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "session/session.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <string.h>

/* What each right lets somebody do, in words; a test holds the list against the database's table of rights. */
static const char *const right_words[][2] = {
	{"project.read_restricted",
     N_("read projects that are for their members only, and reports that are not published")},
	{"project.create", N_("create projects below")},
	{"project.edit", N_("edit the project and what belongs to it")},
	{"project.remove", N_("remove projects")},
	{"organisation.create", N_("add organisations and units")},
	{"organisation.edit", N_("edit the organisation, its texts, people and words")},
	{"body.edit", N_("edit bodies and their members")},
	{"strategy.edit", N_("edit strategies and their goals")},
	{"service.create", N_("add services")},
	{"service.edit", N_("edit services and what belongs to them")},
	{"rollout.edit", N_("plan rollouts to organisations")},
	{"adaptation.edit", N_("edit adaptations and say how far they have come")},
	{"model.edit", N_("edit models and their items")},
	{"meeting.edit", N_("edit meetings and when they come back")},
	{"decision.edit", N_("write down what bodies decide")},
	{"change.decide", N_("grant and refuse change requests")},
	{"news.edit", N_("write news and events")},
	{"news.publish", N_("publish news and events")},
	{"survey.edit", N_("edit surveys and their questions")},
	{"survey.answer", N_("answer surveys: of projects that are asked, or for those who ask")},
	{"funding.edit", N_("edit funding programmes")},
	{"person.edit", N_("write down people who have no account")},
	{"role.edit", N_("edit roles and their duties")},
	{"term.edit", N_("edit the portal's words")},
	{"report.write", N_("write status reports")},
	{"report.publish", N_("publish status reports")},
	{"dependency.agree", N_("agree to what others need of the project")},
	{"audit.read", N_("read the audit log")},
};

const char *access_words(const char *right)
{
	for (size_t i = 0; i < sizeof right_words / sizeof *right_words; i++)
		if (text_equal(right_words[i][0], right))
			return _(right_words[i][1]);
	return right;
}

/* Why the directory has not confirmed somebody's rights lately (styrbord.session_untold). */
static const char *trouble_words(const char *trouble)
{
	if (text_equal(trouble, "too_many_groups"))
		return _(
			"You are in more groups than the directory gives the portal at once: ask whoever looks after the directory.");
	if (text_equal(trouble, "gone"))
		return _(
			"The directory says that you are no longer there, as it suddenly says of many: the administrator has been told.");
	return _("The directory cannot be reached.");
}

/* The group's own name, "project-dho-leaders", is what one asks for; where it lies in the directory only who looks
 * after the portal has to know. */
static const char *group_shown(struct request *r, const char *group)
{
	const char *name = strchr(group, '=');
	if (r->visitor->audits || !name)
		return group;
	return arena_strndup(r->arena, name + 1, strcspn(name + 1, ","));
}

static void add_words(struct request *r, struct json_object *document)
{
	struct json_object *grants, *rights;
	json_object_object_get_ex(document, "grants", &grants);
	for (size_t i = 0; i < json_object_array_length(grants); i++) {
		struct json_object *list = json_object_new_array(), *grant = json_object_array_get_idx(grants, i);
		json_object_object_get_ex(grant, "rights", &rights);
		for (size_t k = 0; k < json_object_array_length(rights); k++)
			json_object_array_add(list, json_object_new_string(access_words(
											json_object_get_string(json_object_array_get_idx(rights, k)))));
		json_object_object_add(grant, "words", list);
		put(grant, "group_shown", group_shown(r, text_at(grant, "group")));
	}
}

int access_page(struct request *r, struct response *out, struct error *e)
{
	const char *document;
	if (page_query(r, &sql_access_page, NULL, &document, NULL, e))
		return -1;
	struct json_object *o = page_parse(r, document, e);
	if (!o)
		return -1;
	struct json_object *trouble;
	json_object_object_add(o, "signed_in", json_object_new_boolean(r->visitor->signed_in));
	json_object_object_add(o, "reads", json_object_new_boolean(r->visitor->reads));
	json_object_object_add(o, "account", json_object_new_string(r->visitor->account));
	bool troubled = json_object_object_get_ex(o, "trouble", &trouble) && trouble;
	if (troubled || r->format == FORMAT_HTML)
		json_object_object_add(o, "why",
		                       json_object_new_string(troubled ? trouble_words(json_object_get_string(trouble)) : ""));
	/* A program that writes over JSON takes its X-CSRF-Token from here. */
	if (r->format == FORMAT_JSON)
		json_object_object_add(o, "csrf", json_object_new_string(r->visitor->csrf));
	else
		add_words(r, o);
	record_add_links(r, o);
	return page_object(r, out, _("What may I do?"), tpl_access_page, o, e);
}
