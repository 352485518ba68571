/* record_types.h: every record type of the portal. The table is in src/record_types.c, beside the routes; each type's
 * declaration is in its feature's folder.
 */
#ifndef PORTAL_RECORD_TYPES_H
#define PORTAL_RECORD_TYPES_H

#include "record/record.h"

/* All that have a table, a collection and forms; ends with NULL. Routes, rights, history's labels and tests walk it. */
extern const struct record_type *const record_types[];

/* The parent of what hangs on a subject of any type. It is none of the above: it has no table of its own to edit. */
extern const struct record_type subject_type;

extern const struct record_type project_type, section_type, deliverable_type, milestone_type, risk_type, benefit_type,
	dependency_type, assignment_type, status_report_type, organisation_type, body_type, strategy_type,
	strategy_goal_type, role_type, role_label_type, duty_type, person_type, term_type, term_label_type, alias_type,
	link_type, relation_type, translation_type, service_type, rollout_type, adaptation_type, adaptation_state_type,
	model_type, remark_type, model_item_type, item_state_type, lesson_type, indicator_type, measurement_type,
	content_area_type, meeting_series_type, meeting_type, attachment_type, model_duty_type, interface_type,
	counterpart_type, headcount_type, member_rule_type, funding_programme_type, survey_type, question_type, answer_type,
	strategy_item_type, news_type, event_type, attendance_type, amendment_type, decision_type, change_request_type,
	alternative_type, requested_change_type;

/* What they refer to. */
extern const struct reference to_person, to_organisation, to_project, to_goal, to_role, to_body, to_any_body,
	to_subject, to_service, to_model, to_indicator, to_any_goal, to_own_goal, to_strategy;

/* May a record of type `t` hang on one of type `up`? */
bool record_type_hangs_on(const struct record_type *t, const struct record_type *up);

/* NULL when there is none of that name. */
const struct record_type *record_type_named(const char *name);

/* What a row of this table is called, translated: a record, or what has history but no form of its own. */
const char *record_type_label(const char *name);

#endif
