/* vocabulary.h: every closed list of values in the domain, once: the database's CHECK constraints, the
 * fields' choices and the templates' labels all take it from here. {{value|label:lifecycle}} in a template
 * looks the value up in the vocabulary of that name. A test holds it against the database's constraints. */
#ifndef RECORD_VOCABULARY_H
#define RECORD_VOCABULARY_H

#include "record/record.h"

struct vocabulary {
	const char *name;
	const struct choice *choices;
};

extern const struct vocabulary vocabularies[]; /* ends with {NULL, NULL} */

/* NULL if there is none of that name. */
const struct choice *vocabulary(const char *name);

/* Roles are rows, so that an installation may have others than those that it brings; these have names in every
 * language, any other is shown as it is. */
const char *vocabulary_role_name(const char *name);

/* One list each, for field tables; each ends with {NULL, NULL}. */
extern const struct choice organisation_kinds[], project_kinds[], project_phases[], project_lifecycles[],
	project_segments[], status_labels[], lights[], levels[], report_states[], report_dimensions[], deliverable_states[],
	milestone_kinds[], body_kinds[], dependency_agreements[], relation_kinds[], role_shares[], section_kinds[],
	visibilities[], audiences[], label_languages[], translated_fields[], term_lists[], content_languages[],
	risk_kinds[], risk_states[], planning_stages[], rollout_kinds[], adaptation_kinds[], adaptation_states[],
	model_kinds[], model_states[], lesson_kinds[], lesson_states[], indicator_directions[], content_tracks[],
	interface_states[], decision_kinds[], request_states[], requested_fields[], strategy_states[],
	strategy_item_kinds[], strategy_item_headings[], news_kinds[], question_kinds[], answer_sources[], filled_fields[],
	currencies[], grant_roles[], grant_scopes[], reporting_rhythms[], report_ages[], remark_rules[];

#endif
