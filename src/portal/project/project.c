#include "portal/project/project.h"

#include "base/text.h"
#include "portal/files.h"
#include "portal/members.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "portal/record_types.h"
#include "portal/translations.h"
#include "portal/words.h"
#include "record/vocabulary.h"
#include "session/session.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <string.h>

static const struct link_table goals = {"carries", "subject_id", "goal_id"};

static const struct field fields[] = {
	FIELD("code", CODE, N_("Code"), .required = true, .max = 40,
          .help = N_("Short and lasting: it stands in the address. Capital letters, digits, - and _.")),
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .translated = true),
	FIELD("purpose", MARKDOWN, N_("Purpose"), .max = 1000, .translated = true,
          .help = N_("One or two sentences that somebody outside the project understands.")),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages),
	FIELD("kind", TERM, N_("Kind"), .required = true, .term = "project_kind"),
	FIELD("parent", REFERENCE, N_("Part of"), .to = &to_project, .column = "parent_id",
          .help = N_("The programme or project above it.")),
	FIELD("owner", REFERENCE, N_("Owner"), .required = true, .to = &to_organisation, .column = "owner_id"),
	FIELD("contact", REFERENCE, N_("Contact person"), .to = &to_person, .column = "contact_id"),
	FIELD("position", INTEGER, N_("Place among its like"), .max = 1000, .initial = "0",
          .help = N_("Smaller numbers come first.")),
	FIELD("goals", REFERENCE, N_("Strategy goals"), .to = &to_goal, .through = &goals),
	FIELD("segment", TERM, N_("Segment"), .term = "project_segment"),
	FIELD("phase", TERM, N_("Phase"), .required = true, .term = "project_phase"),
	FIELD("lifecycle", CHOICE, N_("Lifecycle"), .required = true, .choices = project_lifecycles),
	FIELD("starts_on", TIME, N_("Starts")),
	FIELD("ends_on", TIME, N_("Ends")),
	FIELD("cost_frame", DECIMAL, N_("Cost frame"), .min = 0, .max = 999999999999, .part = "money"),
	FIELD("released", DECIMAL, N_("Released"), .part = "money",
          .help = N_("Of the cost frame: what may be spent so far.")),
	FIELD("currency", CHOICE, N_("Currency"), .choices = currencies, .part = "money"),
	FIELD("funding_code", TEXT, N_("Funding code"), .max = 40),
	FIELD("reporting_rhythm", CHOICE, N_("How often it reports"), .choices = reporting_rhythms,
          .help = N_("Left empty: every month, and never for a working group.")),
	FIELD("reporting_day", INTEGER, N_("Reports by the day of the month"), .min = 1, .max = 28,
          .help = N_("Left empty: the 5th.")),
	FIELD("visibility", CHOICE, N_("Visible to"), .choices = visibilities, .initial = "'public'",
          .help = N_("Members are those whom a group of the directory makes members, leaders or steering group.")),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("project_code_key", "code", N_("There is a project with this code already. Choose another.")),
	CONSTRAINT("project_ends_after_start", "ends_on", N_("The end lies before the start."), .rule = RULE_NOT_BEFORE,
               .first = "starts_on", .second = "ends_on"),
	CONSTRAINT("project_cost_has_currency", "currency", N_("An amount needs a currency."), .rule = RULE_NEEDS,
               .first = "cost_frame", .second = "currency"),
	CONSTRAINT("project_no_cycle", "parent", N_("A project cannot be placed below itself. Choose another parent.")),
	CONSTRAINT("project_not_too_deep", "parent",
               N_("It would stand too deep in the tree. Choose a parent nearer the top.")),
	CONSTRAINT("project_released_within_frame", "released", N_("No more is released than the cost frame holds.")),
	{.constraint = NULL},
};

/* Programs of the first portal say `restricted`, as documents still do: for members, or for everybody. And a document
 * may be sent back as it was read: the story of its change requests, which the page joins, is written by them alone. */
static void understand_document(struct json_object *body)
{
	struct json_object *restricted;
	json_object_object_del(body, "changes");
	if (!json_object_object_get_ex(body, "restricted", &restricted) ||
	    !json_object_is_type(restricted, json_type_boolean))
		return;
	if (!json_object_object_get_ex(body, "visibility", NULL))
		json_object_object_add(body, "visibility",
		                       json_object_new_string(json_object_get_boolean(restricted) ? "members" : "public"));
	json_object_object_del(body, "restricted");
}

const struct record_type project_type = {
	.name = "project",
	.subject = true,
	.older = understand_document,
	.collection = "projects",
	.label = N_("Project"),
	.label_many = N_("Projects"),
	.title_new = N_("New project"),
	.title_edit = N_("Edit the project"),
	.called = "title",
	.placed_by = "parent",
	.remarked = true,
	.right = "project.edit",
	.right_new = "project.create",
	FIELDS(fields),
	.constraints = constraints,
	.own = {.page = &sql_project_page},
	.own_page = "?saved=yes",
	.lasting = true,
};

/* How many there are of what is wholly on the page; of the rest the document says it. */
static void add_counts(struct json_object *document)
{
	static const char *const whole[] = {"milestones", "risks", "dependencies"};
	struct json_object *counts = json_object_object_get(document, "counts");
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
		size_t n = json_object_array_length(json_object_object_get(document, whole[i]));
		json_object_object_add(counts, whole[i], json_object_new_int64((int64_t)n));
	}
	struct json_object *total = json_object_object_get(json_object_object_get(document, "deliverables"), "total");
	json_object_object_add(counts, "deliverables", json_object_get(total));
}

/* Of what is for staff it is said so: nothing there would be a claim. */
static void add_hidden(struct request *r, struct json_object *document)
{
	static const struct record_type *const shown[] = {&deliverable_type, &dependency_type, &milestone_type, &risk_type,
	                                                  &assignment_type};
	struct json_object *hidden = json_object_new_object();
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		bool hides = page_hides(r, shown[i]->name);
		json_object_object_add(hidden, shown[i]->name, json_object_new_boolean(hides));
		if (hides)
			json_object_object_add(json_object_object_get(document, "counts"), shown[i]->collection, NULL);
	}
	json_object_object_add(document, "hidden", hidden);
}

/* Beside which field it says from which survey's answer it comes. */
static void add_sources(struct json_object *document)
{
	static const char *const filled[] = {"purpose", "starts_on", "ends_on", "funding_code"};
	struct json_object *from = json_object_new_object(), *all = json_object_object_get(document, "from_answers");
	for (size_t i = 0; i < sizeof filled / sizeof *filled; i++)
		json_object_object_add(from, filled[i], NULL);
	for (size_t i = 0; i < json_object_array_length(all); i++) {
		struct json_object *one = json_object_array_get_idx(all, i);
		json_object_object_add(from, text_at(one, "field"), json_object_get(one));
	}
	json_object_object_add(document, "from", from);
}

static bool has_any(struct json_object *document, const char *key)
{
	return json_object_array_length(json_object_object_get(document, key)) > 0;
}

/* For the sentence at the head of the page. */
static void add_gist(struct request *r, struct json_object *document)
{
	struct json_object *age = member(document, "age");
	const char *state = text_at(age, "state");
	for (const struct choice *c = project_lifecycles; c->value; c++)
		put_bool(document, arena_printf(r->arena, "is_%s", c->value),
		         text_equal(text_at(document, "lifecycle"), c->value));
	put_bool(age, "is_late", text_equal(state, "late") || text_equal(state, "stale"));
	put_bool(age, "is_to_come", text_equal(state, "fresh") || text_equal(state, "due"));
}

/* A page's shape follows its kind: a programme opens with its projects, and nothing that is empty stands before
 * them. */
static void add_shape(struct json_object *document)
{
	struct json_object *shows = json_object_new_object(), *items;
	bool programme = text_equal(text_at(document, "kind"), "programme");
	items = json_object_object_get(json_object_object_get(document, "deliverables"), "items");
	put_bool(shows, "projects_first", programme && has_any(document, "children"));
	put_bool(shows, "report", !programme);
	put_bool(shows, "deliverables", !programme || json_object_array_length(items));
	put_bool(shows, "dependencies", !programme || has_any(document, "dependencies") || has_any(document, "needed_by"));
	put_bool(shows, "risks", !programme || has_any(document, "risks"));
	json_object_object_add(document, "shows", shows);
}

/* Buttons follow rights: what somebody cannot do is not offered. The past offers nothing. */
static void add_buttons(struct request *r, struct json_object *document)
{
	struct json_object *may = json_object_new_object();
	json_object_object_add(may, "edit", json_object_new_boolean(!r->at[0] && page_has_right(document, "project.edit")));
	json_object_object_add(may, "report",
	                       json_object_new_boolean(!r->at[0] && page_has_right(document, "report.write")));
	json_object_object_add(may, "add_body",
	                       json_object_new_boolean(!r->at[0] && page_has_right(document, "body.edit")));
	json_object_object_add(may, "add_project",
	                       json_object_new_boolean(!r->at[0] && page_has_right(document, "project.create")));
	json_object_object_add(may, "add_survey",
	                       json_object_new_boolean(!r->at[0] && page_has_right(document, "survey.edit")));
	json_object_object_add(may, "add_news",
	                       json_object_new_boolean(!r->at[0] && page_has_right(document, "news.edit")));
	json_object_object_add(document, "may", may);
}

/* An interface is a record of the first of its projects, the one that answers for it. */
static void add_interface_paths(struct request *r, struct json_object *document)
{
	struct json_object *all = json_object_object_get(document, "interfaces");
	for (size_t i = 0; i < json_object_array_length(all); i++) {
		struct json_object *one = json_object_array_get_idx(all, i);
		struct json_object *first = json_object_array_get_idx(json_object_object_get(one, "projects"), 0);
		put(one, "interface_path",
		    arena_printf(r->arena, "%s/%s/%s", text_at(first, "path"), interface_type.collection, text_at(one, "n")));
	}
}

/* The story of the change requests has a statement of its own: most projects have none, and each table costs a page
 * that everybody reads. A text of the document cannot look like the count: its quotes are escaped. */
static int join_changes(struct request *r, const char **document, struct error *e)
{
	const char *changes = "[]";
	const char *const parameters[] = {request_capture(r, "code")};
	if (!strstr(*document, "\"change_requests\" : 0}") &&
	    page_query(r, &sql_project_changes, parameters, &changes, NULL, e))
		return -1;
	*document = arena_printf(r->arena, "%.*s, \"changes\" : %s}", (int)strlen(*document) - 1, *document, changes);
	return 0;
}

/* Which steps each may take, and what it asks to change in words. */
static void add_steps(struct request *r, struct json_object *document)
{
	struct json_object *all = json_object_object_get(document, "changes");
	bool decides = !r->at[0] && page_has_right(document, "change.decide");
	bool edits = !r->at[0] && page_has_right(document, "project.edit");
	for (size_t i = 0; i < json_object_array_length(all); i++) {
		struct json_object *one = json_object_array_get_idx(all, i), *asks = member(one, "asks");
		const char *state = text_at(one, "state");
		put_bool(one, "may_submit", edits && text_equal(state, "draft"));
		put_bool(one, "may_decide", decides && text_equal(state, "submitted"));
		put_bool(one, "is_open", text_equal(state, "draft") || text_equal(state, "submitted"));
		for (size_t k = 0; k < json_object_array_length(asks); k++) {
			struct json_object *ask = json_object_array_get_idx(asks, k);
			const char *field = text_at(ask, "field");
			put_bool(ask, "is_amount", text_equal(field, "cost_frame") || text_equal(field, "released"));
			put_bool(ask, "is_time", strlen(field) > 3 && text_equal(field + strlen(field) - 3, "_on"));
		}
	}
}

/* Who may mend them sees what contradicts itself. */
static int add_remarks(struct request *r, struct json_object *o, struct error *e)
{
	const char *document;
	const char *const parameters[] = {request_capture(r, "code"), ""};
	bool may = json_object_get_boolean(member(member(o, "may"), "edit"));
	if (may && page_query(r, &sql_contradictions, parameters, &document, NULL, e))
		return -1;
	struct json_object *found = may ? page_parse(r, document, e) : page_new_object(r);
	if (!found)
		return -1;
	json_object_object_add(o, "contradictions",
	                       may ? json_object_get(member(found, "items")) : json_object_new_array());
	json_object_object_add(o, "contradicting",
	                       json_object_new_int((int)json_object_array_length(member(o, "contradictions"))));
	return 0;
}

static int no_project(const struct request *r, struct error *e)
{
	return error_set(e, 404, "%s",
	                 r->at[0] ? _("On that day the portal knew no project with this code, or you may not see it.")
	                          : _("There is no project with this code, or you may not see it."));
}

int project_page(struct request *r, struct response *out, struct error *e)
{
	const char *document, *version;
	const char *const parameters[] = {request_capture(r, "code")};
	if (page_query(r, &sql_project_page, parameters, &document, &version, e))
		return e->status == 404 ? no_project(r, e) : -1;
	if (join_changes(r, &document, e))
		return -1;
	page_etag(r, out, version);
	if (r->format == FORMAT_JSON)
		return page_text(r, out, "", NULL, document, e);
	struct json_object *o = page_parse(r, document, e), *title;
	if (!o)
		return -1;
	json_object_object_get_ex(o, "title", &title);
	const char *saved = request_query(r, "saved");
	json_object_object_add(o, "saved", json_object_new_boolean(saved && saved[0]));
	put_bool(o, "published", text_equal(saved, "published"));
	add_buttons(r, o);
	add_counts(o);
	add_hidden(r, o);
	add_shape(o);
	add_gist(r, o);
	if (add_remarks(r, o, e))
		return -1;
	add_steps(r, o);
	const char *place = arena_printf(r->arena, "/projects/%s", request_capture(r, "code"));
	json_object_object_add(o, "place", json_object_new_string(place));
	struct json_object *may_edit = json_object_object_get(json_object_object_get(o, "may"), "edit");
	translations_offer(r, o, &project_type, place, json_object_get_boolean(may_edit));
	words_refresh(r);
	add_sources(o);
	record_add_links(r, o);
	add_interface_paths(r, o);
	files_offer(r, member(o, "attachments"), place);
	record_add_others(o, &project_type);
	return page_object(r, out, json_object_get_string(title), tpl_project_page, o, e);
}
