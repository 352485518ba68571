/* Every record type in one table, and what they refer to. */
#include "portal/record_types.h"

#include "base/text.h"

const struct record_type *const record_types[] = {
	/* subjects */
	&project_type,
	&organisation_type,
	&body_type,
	&strategy_type,
	&service_type,
	&model_type,
	&funding_programme_type,
	&survey_type,
	&news_type,
	&event_type,
	/* on subjects of any type */
	&section_type,
	&assignment_type,
	&link_type,
	&attachment_type,
	&alias_type,
	&relation_type,
	&translation_type,
	&lesson_type,
	/* on projects */
	&interface_type,
	&counterpart_type,
	&change_request_type,
	&alternative_type,
	&requested_change_type,
	&remark_type,
	&deliverable_type,
	&milestone_type,
	&content_area_type,
	&dependency_type,
	&status_report_type,
	/* on projects, services, and some on others as well */
	&risk_type,
	&benefit_type,
	&meeting_type,
	&meeting_series_type,
	&rollout_type,
	&adaptation_type,
	&adaptation_state_type,
	&item_state_type,
	&indicator_type,
	&measurement_type,
	/* on others */
	&model_item_type,
	&model_duty_type,
	&decision_type,
	&headcount_type,
	&member_rule_type,
	&question_type,
	&answer_type,
	&strategy_goal_type,
	&strategy_item_type,
	&attendance_type,
	&amendment_type,
	/* by themselves */
	&person_type,
	&role_type,
	&duty_type,
	&role_label_type,
	&term_type,
	&term_label_type,
	NULL,
};

const struct record_type subject_type = {.name = "subject"};

/* Who has no account yet is called by number. */
const struct reference to_person = {
	.table = "person",
	.key = "coalesce(nullif(x.account, ''), '#' || x.id)",
	.label = "x.name",
	.find = "x.id = styrbord.person_keyed(@)",
	.offered = "x.active",
	.many = true,
	.collection = "people",
};

const struct reference to_organisation = {.table = "organisation", .key = "x.code", .label = "x.name"};

const struct reference to_project = {
	.table = "project", .key = "x.code", .label = "x.title", .collection = "projects", .hidden = true, .many = true};

const struct reference to_goal = {.table = "strategy_goal",
                                  .key = "x.code",
                                  .label = "x.number || ' – ' || x.title",
                                  .order = "x.number, x.title COLLATE \"und-x-icu\", x.id"};

/* Of any strategy, by its code: hundreds stand side by side. */
const struct reference to_any_goal = {.table = "strategy_goal",
                                      .key = "x.code",
                                      .label = "x.number || ' – ' || x.title",
                                      .order = "x.number, x.title COLLATE \"und-x-icu\", x.id",
                                      .hidden = true,
                                      .many = true};

const struct reference to_strategy = {
	.table = "strategy", .key = "x.code", .label = "x.title", .collection = "strategies", .hidden = true, .many = true};

const struct reference to_role = {
	.table = "role", .key = "x.code", .label = "x.name", .order = "x.position, x.code", .named = true};

const struct reference to_body = {
	.table = "body", .key = "x.code", .label = "x.name", .offered = "x.project_id = p.id", .hidden = true};

const struct reference to_any_body = {
	.table = "body", .key = "x.code", .label = "x.name", .hidden = true, .many = true, .collection = "bodies"};

const struct reference to_service = {
	.table = "service", .key = "x.code", .label = "x.title", .collection = "services", .hidden = true, .many = true};

const struct reference to_model = {
	.table = "model", .key = "x.code", .label = "x.title", .collection = "models", .hidden = true, .many = true};

/* A goal of the strategy that the record hangs on. */
const struct reference to_own_goal = {.table = "strategy_goal",
                                      .key = "x.n::text",
                                      .label = "x.number || ' – ' || x.title",
                                      .find = "(x.subject_id = p.id AND x.n::text = @)",
                                      .offered = "x.subject_id = p.id",
                                      .order = "x.number, x.n",
                                      .within = true};

const struct reference to_indicator = {.table = "indicator",
                                       .key = "x.n::text",
                                       .label = "x.title",
                                       .find = "(x.subject_id = p.id AND x.n::text = @)",
                                       .offered = "x.subject_id = p.id",
                                       .within = true};

/* Whatever has a page: "organisation/HSO". */
const struct reference to_subject = {
	.table = "subject",
	.key = "x.type || '/' || x.code",
	.label = "x.title",
	.find = "x.id = styrbord.subject_keyed(@)",
	.hidden = true,
	.many = true,
};

bool record_type_hangs_on(const struct record_type *t, const struct record_type *up)
{
	if (t->parent != &subject_type || !up->subject)
		return t->parent == up;
	bool named = !t->on[0];
	for (size_t i = 0; !named && i < sizeof t->on / sizeof *t->on && t->on[i]; i++)
		named = text_equal(t->on[i], up->name);
	return named;
}

const struct record_type *record_type_named(const char *name)
{
	for (const struct record_type *const *t = record_types; *t; t++)
		if (text_equal((*t)->name, name))
			return *t;
	return NULL;
}

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

const char *record_type_label(const char *name)
{
	const struct record_type *type = record_type_named(name);
	return type ? _(type->label) : choice_label(formless, name);
}
