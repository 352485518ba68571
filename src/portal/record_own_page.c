/* The page of a record that has one of its own (record_type.page): its document, with what a template cannot find out.
 */
#include "base/text.h"
#include "i18n/format.h"
#include "portal/files.h"
#include "portal/members.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "portal/record_types.h"
#include "portal/translations.h"
#include "portal/words.h"
#include "record/field_parse.h"
#include "record/record_sql.h"
#include "record/terms.h"

#include <json-c/json.h>
#include <string.h>

/* ---- links and names ---- */

static void add_to_object(struct request *r, struct json_object *o)
{
	const struct record_type *type = record_type_named(text_at(o, "type"));
	if (type && type->subject && text_at(o, "code")[0])
		put(o, "path", arena_printf(r->arena, "/%s/%s", type->collection, text_at(o, "code")));
	if (member(o, "role_name"))
		put(o, "role_name", words_role(text_at(o, "role"), text_at(o, "role_name")));
}

void record_add_links(struct request *r, struct json_object *document)
{
	if (json_object_is_type(document, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(document); i++)
			record_add_links(r, json_object_array_get_idx(document, i));
	} else if (json_object_is_type(document, json_type_object)) {
		json_object_object_foreach(document, key, value)
		{
			(void)key;
			record_add_links(r, value);
		}
		add_to_object(r, document);
	}
}

void record_add_others(struct json_object *document, const struct record_type *of)
{
	struct json_object *others = json_object_new_array();
	for (size_t i = 0; record_types[i]; i++) {
		const struct record_type *t = record_types[i];
		if (t->on_page || !t->parent || !record_type_hangs_on(t, of))
			continue;
		struct json_object *other = json_object_new_object();
		put(other, "collection", t->collection);
		put(other, "label_many", _(t->label_many));
		put(other, "title_new", _(t->title_new));
		json_object_array_add(others, other);
	}
	json_object_object_add(document, "others", others);
}

/* ---- the record's own fields ---- */

/* What the page says elsewhere: its name, its code, in which language it is; and what need not be said: its place among
 * its like, and that everybody sees it. */
static bool said_elsewhere(const struct attempt *t, const struct field *f, const char *value)
{
	static const char *const elsewhere[] = {"kind", "language", "position", "hours", "registration_url"};
	for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++)
		if (text_equal(f->name, elsewhere[i]))
			return true;
	return !value[0] || text_equal(f->name, t->type->called) || text_equal(f->name, record_key(t->type)) ||
	       (text_equal(f->name, "visibility") && text_equal(value, "public"));
}

/* As people read it; a word as the organisation calls it. */
static const char *shown(struct request *r, const struct attempt *t, const struct field *f, struct json_object *o,
                         const char *value)
{
	const char *label = f->type == FIELD_TERM ? term_label(f->term, value, record_words_of(t->type, o)) : NULL;
	return label ? label : field_shown(f, value, formats_of(r->language), r->arena);
}

static void add_row(struct request *r, const struct attempt *t, struct json_object *rows, const struct field *f,
                    struct json_object *o, const char *value)
{
	struct json_object *row = json_object_new_object(), *to = member(member(o, "named"), f->name);
	put(row, "label", _(f->label));
	bool role = f->to && f->to->named;
	put(row, "path", role ? arena_printf(r->arena, "/roles/%s", value) : to ? text_at(to, "path") : "");
	put(row, "row_language", to ? text_at(to, "language") : "");
	put(row, "text", to ? text_at(to, role ? "role_name" : "title") : shown(r, t, f, o, value));
	json_object_array_add(rows, row);
}

/* What is read after the page has begun, not as its beginning. */
static bool is_long_text(const struct field *f)
{
	return text_equal(f->name, "body") || text_equal(f->name, "outcome");
}

/* Long texts lead, the rest is in rows. What is hidden from the reader, a reference to it included, is in neither. */
static void add_fields(struct request *r, const struct attempt *t, struct json_object *o)
{
	struct json_object *rows = json_object_new_array(), *leads = json_object_new_array(),
					   *texts = json_object_new_array();
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		const char *value = text_at(o, f->name);
		if (said_elsewhere(t, f, value) || (f->to && !member(member(o, "named"), f->name)))
			continue;
		if (f->type != FIELD_MARKDOWN) {
			add_row(r, t, rows, f, o, value);
			continue;
		}
		struct json_object *lead = json_object_new_object();
		put(lead, "text", value);
		put(lead, "label", text_equal(f->name, "body") ? "" : _(f->label));
		json_object_array_add(is_long_text(f) ? texts : leads, lead);
	}
	json_object_object_add(o, "rows", rows);
	json_object_object_add(o, "leads", leads);
	json_object_object_add(o, "texts", texts);
}

/* ---- what the reader may do ---- */

/* Of the rights on a subject those by which something is added below it. */
static void add_may(struct request *r, struct json_object *o)
{
	static const char *const rights[][2] = {{"organisation.create", "add_unit"}, {"body.edit", "add_body"},
	                                        {"service.create", "add_service"},   {"strategy.edit", "add_strategy"},
	                                        {"decision.edit", "decide"},         {"news.publish", "publish"},
	                                        {"model.edit", "add_model"},         {"project.create", "add_project"}};
	struct json_object *may = json_object_new_object();
	put_bool(may, "edit", !r->at[0] && json_object_get_boolean(member(o, "may_edit")));
	put_bool(may, "roll_out", !r->at[0] && json_object_get_boolean(member(o, "may_roll_out")));
	put_bool(may, "answer", !r->at[0] && json_object_get_boolean(member(o, "may_answer")));
	put_bool(may, "label", !r->at[0] && json_object_get_boolean(member(o, "may_label")));
	for (size_t i = 0; i < sizeof rights / sizeof *rights; i++)
		put_bool(may, rights[i][1], !r->at[0] && page_has_right(o, rights[i][0]));
	json_object_object_add(o, "may", may);
}

/* Where what is on a subject's page stands: on the subject that it is of. */
static void add_places(struct request *r, struct json_object *list, const char *collection, const char *key)
{
	for (size_t i = 0; list && i < json_object_array_length(list); i++) {
		struct json_object *o = json_object_array_get_idx(list, i);
		put(o, key, arena_printf(r->arena, "%s/%s/%s", text_at(member(o, "of"), "path"), collection, text_at(o, "n")));
	}
}

static void add_series(struct request *r, struct json_object *o)
{
	struct json_object *series = member(o, "series");
	add_places(r, series, meeting_series_type.collection, "series_path");
	for (size_t i = 0; series && i < json_object_array_length(series); i++) {
		struct json_object *one = json_object_array_get_idx(series, i);
		put_bool(one, "one_month", text_equal(text_at(one, "after_months"), "1"));
	}
}

/* The meeting that a unit has had last, where it stands. */
static void add_meetings(struct request *r, struct json_object *o)
{
	struct json_object *follow_up = member(o, "follow_up");
	for (size_t i = 0; follow_up && i < json_object_array_length(follow_up); i++) {
		struct json_object *one = json_object_array_get_idx(follow_up, i), *meeting = member(one, "meeting");
		put(one, "meeting_path",
		    meeting ? arena_printf(r->arena, "%s/%s/%s", text_at(member(meeting, "of"), "path"),
		                           meeting_type.collection, text_at(meeting, "n"))
		            : "");
	}
}

static void add_rollouts(struct request *r, const struct attempt *t, struct json_object *o)
{
	struct json_object *rollouts = member(o, "rollouts");
	add_places(r, rollouts, rollout_type.collection, "rollout_path");
	add_places(r, member(o, "adaptations"), adaptation_type.collection, "adaptation_path");
	add_series(r, o);
	add_meetings(r, o);
	struct json_object *hidden = json_object_new_object();
	put_bool(hidden, "risk", page_hides(r, risk_type.name));
	json_object_object_add(o, "hidden", hidden);
	put_bool(o, "people_last", t->type != &service_type && t->type != &body_type && t->type != &survey_type);
	/* A service without any says so; of most organisations there is nothing to say. */
	put_bool(o, "shows_rollouts", rollouts && (t->type == &service_type || json_object_array_length(rollouts)));
	put_bool(o, "is_below",
	         t->type == &body_type || t->type == &strategy_type || t->type == &model_type ||
	             t->type == &funding_programme_type);
}

/* Of news and events: whether they are drafts, and what of them was corrected, by the fields' own labels. */
static void add_telling(struct request *r, const struct attempt *t, struct json_object *o)
{
	struct json_object *corrections = member(o, "corrections"), *themes = member(o, "takes_up");
	bool told = t->type == &news_type || t->type == &event_type;
	put_bool(o, "lasts", text_at(o, "ends_on")[0] && !text_equal(text_at(o, "ends_on"), text_at(o, "starts_on")));
	put_bool(o, "draft", told && !text_at(o, "published_at")[0]);
	for (size_t i = 0; corrections && i < json_object_array_length(corrections); i++) {
		struct json_object *one = json_object_array_get_idx(corrections, i);
		const struct field *f = field_find(t->type, text_at(one, "field"));
		put(one, "field_label", f ? _(f->label) : text_at(one, "field"));
	}
	for (size_t i = 0; themes && i < json_object_array_length(themes); i++) {
		struct json_object *one = json_object_array_get_idx(themes, i);
		put(one, "theme_path",
		    arena_printf(r->arena, "%s/%s/%s", text_at(member(one, "of"), "path"), strategy_item_type.collection,
		                 text_at(one, "n")));
	}
}

/* What the type is, for a template that several types share. */
static void add_kind(struct request *r, const struct attempt *t, struct json_object *o)
{
	for (const struct record_type *const *s = record_types; *s; s++)
		if ((*s)->subject)
			put_bool(o, arena_printf(r->arena, "is_%s", (*s)->name), t->type == *s);
	const char *kind = text_at(o, "kind");
	for (size_t i = 0; i < t->type->field_count; i++)
		if (text_equal(t->type->fields[i].name, "kind"))
			kind = shown(r, t, &t->type->fields[i], o, kind);
	int projects = json_object_get_int(member(o, "projects"));
	put(o, "projects_shown", projects > 100 ? _("more than 100") : arena_printf(r->arena, "%d", projects));
	put(o, "kind_label", kind[0] ? kind : _(t->type->label));
}

static void add_all(struct request *r, const struct attempt *t, struct json_object *o)
{
	const char *saved = request_query(r, "saved"), *place = attempt_place(r, t, t->n);
	add_may(r, o);
	if (t->type->subject)
		translations_offer(r, o, t->type, place, json_object_get_boolean(member(member(o, "may"), "edit")));
	translations_apply(o, arena_strndup(r->arena, r->language->tag, 2));
	record_add_links(r, o);
	record_add_others(o, t->type);
	add_fields(r, t, o);
	add_kind(r, t, o);
	add_rollouts(r, t, o);
	add_telling(r, t, o);
	files_offer(r, member(o, "attachments"), place);
	attempt_add_crumbs(r, t, o);
	put(o, "place", place);
	const char *word = t->type == &term_type ? term_label(text_at(o, "list"), text_at(o, "code"), "") : NULL;
	put(o, "called", word ? word : text_at(o, t->type->called));
	put_bool(o, "saved", saved && saved[0]);
}

int record_own_document(struct request *r, struct response *out, struct attempt *t, struct json_object **o,
                        struct error *e)
{
	const char *document, *version;
	const char *const parameters[] = {t->n};
	*o = NULL;
	if (page_query(r, t->sql->page, parameters, &document, &version, e))
		return -1;
	page_etag(r, out, version);
	if (r->format == FORMAT_JSON)
		return page_text(r, out, "", NULL, document, e);
	*o = page_parse(r, document, e);
	if (!*o)
		return -1;
	/* The answer said which version of the words there is; this worker may have an older one. */
	words_refresh(r);
	add_all(r, t, *o);
	return 0;
}

int record_own_page(struct request *r, struct response *out, struct attempt *t, struct error *e)
{
	struct json_object *o;
	if (record_own_document(r, out, t, &o, e))
		return -1;
	return o ? page_object(r, out, text_at(o, "called"), t->type->page, o, e) : 0;
}
