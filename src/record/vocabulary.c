#include "record/vocabulary.h"

#include "base/text.h"

/* One value a line. */
/* clang-format off */

const struct choice organisation_kinds[] = {
	{"ministry", N_("Ministry")},
	{"region", N_("Region")},
	{"hospital", N_("Hospital")},
	{"municipality", N_("Municipality")},
	{"joint_company", N_("Joint company")},
	{"supplier", N_("Supplier")},
	{"authority", N_("Authority")},
	{"joint_authority", N_("Joint authority")},
	{"joint_organisation", N_("Joint organisation")},
	{"unit", N_("Unit")},
	{"customer_group", N_("Customer group")},
	{NULL, NULL},
};

const struct choice project_kinds[] = {
	{"programme", N_("Programme")},
	{"main_project", N_("Main project")},
	{"project", N_("Project")},
	{"sub_project", N_("Subproject")},
	{"support_project", N_("Support project")},
	{"working_group", N_("Working group")},
	{"assignment", N_("Assignment")},
	{NULL, NULL},
};

const struct choice project_phases[] = {
	{"concept", N_("Concept")},
	{"planning", N_("Planning")},
	{"execution", N_("Execution")},
	{"closing", N_("Closing")},
	{"realisation", N_("Benefit realisation")},
	{NULL, NULL},
};

const struct choice project_lifecycles[] = {
	{"planned", N_("Planned")},
	{"ongoing", N_("Ongoing")},
	{"on_hold", N_("On hold")},
	{"closed", N_("Closed")},
	{NULL, NULL},
};

const struct choice project_segments[] = {
	{"coordinate", N_("Coordinate")},
	{"standardise", N_("Standardise")},
	{"renew", N_("Renew")},
	{"operate", N_("Operate")},
	{NULL, NULL},
};

const struct choice status_labels[] = {
	{"as_planned", N_("As planned")},
	{"minor_deviation", N_("Minor deviation")},
	{"major_deviation", N_("Major deviation")},
	{NULL, NULL},
};

const struct choice lights[] = {
	{"green", N_("Green")},
	{"yellow", N_("Yellow")},
	{"red", N_("Red")},
	{NULL, NULL},
};

const struct choice levels[] = {
	{"low", N_("Low")},
	{"medium", N_("Medium")},
	{"high", N_("High")},
	{NULL, NULL},
};

const struct choice report_states[] = {
	{"draft", N_("Draft")},
	{"submitted", N_("Submitted")},
	{"published", N_("Published")},
	{NULL, NULL},
};

const struct choice report_dimensions[] = {
	{"progress", N_("Progress")},
	{"economy", N_("Economy")},
	{"quality", N_("Quality")},
	{"scope", N_("Scope")},
	{"risk", N_("Risk")},
	{"benefit", N_("Benefit")},
	{NULL, NULL},
};

const struct choice deliverable_states[] = {
	{"finished_delivered", N_("Finished and delivered")},
	{"delayed", N_("Delayed")},
	{"planned", N_("Planned")},
	{NULL, NULL},
};

const struct choice milestone_kinds[] = {
	{"milestone", N_("Milestone")},
	{"decision_point", N_("Decision point")},
	{NULL, NULL},
};

const struct choice body_kinds[] = {
	{"steering_group", N_("Steering group")},
	{"programme_group", N_("Programme group")},
	{"portfolio_board", N_("Portfolio board")},
	{"reference_group", N_("Reference group")},
	{"architecture_council", N_("Architecture council")},
	{"delegation", N_("Delegation")},
	{"body_section", N_("Section of a body")},
	{"board", N_("Board")},
	{"project_group", N_("Project group")},
	{"expert_group", N_("Group of experts")},
	{"product_team", N_("Product team")},
	{"network", N_("Network")},
	{"support_function", N_("Support function")},
	{NULL, NULL},
};

const struct choice dependency_agreements[] = {
	{"agreed", N_("Agreed by both")},
	{"waiting_for_provider", N_("Waiting for the provider")},
	{"waiting_for_project", N_("Waiting for the project")},
	{"not_agreed", N_("Not agreed")},
	{NULL, NULL},
};

const struct choice relation_kinds[] = {
	{"client", N_("Client")},
	{"joint", N_("Joint")},
	{"supplier", N_("Supplier")},
	{"owner", N_("Owner")},
	{"participant", N_("Participant")},
	{"consulted", N_("Heard")},
	{"supports", N_("Supports")},
	{"anchored_in", N_("Anchored in")},
	{"steered_by", N_("Steered by")},
	{"funded_by", N_("Funded by")},
	{"grew_out_of", N_("Grew out of")},
	{"tries", N_("Tries")},
	{"uses", N_("Uses")},
	{NULL, NULL},
};

const struct choice role_shares[] = {
	{"own", N_("Own")},
	{"joint", N_("Joint")},
	{NULL, NULL},
};

const struct choice section_kinds[] = {
	{"background", N_("Background")},
	{"purpose", N_("Purpose")},
	{"target_group", N_("Target group")},
	{"basic_idea", N_("Basic idea")},
	{"conditions", N_("Conditions")},
	{"organisation", N_("Organisation of the project")},
	{"interfaces", N_("Interfaces")},
	{"evaluation", N_("Evaluation")},
	{"tips", N_("Tips")},
	{"other", N_("Other")},
	{NULL, NULL},
};

const struct choice content_languages[] = {
	{"en", N_("English")},
	{"sv", N_("Swedish")},
	{"nb", N_("Norwegian Bokmål")},
	{"fi", N_("Finnish")},
	{NULL, NULL},
};

/* What of records can be translated: every field that is marked so in some type, which a test sees to. */
const struct choice translated_fields[] = {
	{"title", N_("Title")},
	{"name", N_("Name")},
	{"heading", N_("Heading")},
	{"purpose", N_("Purpose")},
	{"target_group", N_("Target group")},
	{"mandate", N_("Mandate")},
	{"description", N_("Description")},
	{"body", N_("Text")},
	{"lead", N_("Lead")},
	{"why", N_("Why")},
	{"how", N_("How")},
	{"outcome", N_("What came of it")},
	{NULL, NULL},
};

const struct choice label_languages[] = {
	{"en", N_("English")},
	{"sv", N_("Swedish")},
	{"sv-FI", N_("Swedish of Finland")},
	{"nb", N_("Norwegian Bokmål")},
	{"fi", N_("Finnish")},
	{NULL, NULL},
};

const struct choice term_lists[] = {
	{"organisation_kind", N_("Kinds of organisation")},
	{"project_kind", N_("Kinds of project")},
	{"project_phase", N_("Phases of a project")},
	{"project_segment", N_("Segments")},
	{"status_label", N_("Overall status")},
	{"milestone_kind", N_("Kinds of milestone")},
	{"body_kind", N_("Kinds of body")},
	{"relation_kind", N_("Kinds of relation")},
	{"section_kind", N_("Kinds of text")},
	{"planning_stage", N_("Stages of planning a rollout")},
	{NULL, NULL},
};

const struct choice visibilities[] = {
	{"public", N_("Everybody")},
	{"staff", N_("Staff")},
	{"members", N_("Members only")},
	{NULL, NULL},
};

const struct choice risk_kinds[] = {
	{"risk", N_("Risk")},
	{"opportunity", N_("Opportunity")},
	{NULL, NULL},
};

const struct choice risk_states[] = {
	{"open", N_("Open")},
	{"mitigated", N_("Mitigated")},
	{"occurred", N_("Occurred")},
	{"closed", N_("Closed")},
	{NULL, NULL},
};

const struct choice planning_stages[] = {
	{"not_started", N_("Not begun")},
	{"in_dialogue", N_("In dialogue")},
	{"planning", N_("Being planned")},
	{"planned", N_("Plan ready")},
	{"under_way", N_("Under way")},
	{"in_use", N_("In use")},
	{"not_applicable", N_("Does not apply")},
	{NULL, NULL},
};

const struct choice rollout_kinds[] = {
	{"technology", N_("Technology")},
	{"business", N_("Ways of working")},
	{"both", N_("Technology and ways of working")},
	{NULL, NULL},
};

const struct choice adaptation_kinds[] = {
	{"development", N_("Technical development")},
	{"integration", N_("Integration")},
	{"connection", N_("Connection")},
	{"leadership_rule", N_("Rule for the leadership to decide")},
	{NULL, NULL},
};

const struct choice adaptation_states[] = {
	{"not_started", N_("Not started")},
	{"ongoing", N_("Ongoing")},
	{"done", N_("Done")},
	{"not_needed", N_("Not needed")},
	{NULL, NULL},
};

const struct choice model_kinds[] = {
	{"stages", N_("Stages")},
	{"rollout_model", N_("Rollout model")},
	{"governance_model", N_("Governance model")},
	{"principles", N_("Principles")},
	{"standing_agenda", N_("Standing agenda")},
	{"checklist", N_("Checklist")},
	{NULL, NULL},
};

const struct choice model_states[] = {
	{"draft", N_("Working material")},
	{"being_tried", N_("Being tried")},
	{"agreed", N_("Agreed")},
	{NULL, NULL},
};

const struct choice lesson_kinds[] = {
	{"lesson", N_("Lesson")},
	{"success_factor", N_("Success factor")},
	{"recommendation", N_("Recommendation")},
	{NULL, NULL},
};

const struct choice lesson_states[] = {
	{"open", N_("Open")},
	{"ongoing", N_("Ongoing")},
	{"done", N_("Done")},
	{"declined", N_("Declined")},
	{NULL, NULL},
};

const struct choice indicator_directions[] = {
	{"up", N_("Higher")},
	{"down", N_("Lower")},
	{NULL, NULL},
};

const struct choice content_tracks[] = {
	{"regional", N_("In each region")},
	{"joint", N_("Jointly")},
	{NULL, NULL},
};

const struct choice interface_states[] = {
	{"identified", N_("Identified")},
	{"being_worked_on", N_("Being worked on")},
	{"agreed", N_("Agreed")},
	{"closed", N_("Closed")},
	{NULL, NULL},
};

const struct choice currencies[] = {
	{"NOK", N_("Norwegian krone (NOK)")},
	{"SEK", N_("Swedish krona (SEK)")},
	{"EUR", N_("Euro (EUR)")},
	{"DKK", N_("Danish krone (DKK)")},
	{NULL, NULL},
};

const struct choice grant_roles[] = {
	{"staff", N_("Staff")},
	{"member", N_("Member")},
	{"leader", N_("Leader")},
	{"steering", N_("Steering")},
	{"coordinator", N_("Coordinator")},
	{"portfolio", N_("Portfolio office")},
	{"admin", N_("Administrator")},
	{"auditor", N_("Auditor")},
	{"editor", N_("Editor")},
	{NULL, NULL},
};

const struct choice grant_scopes[] = {
	{"portal", N_("Portal")},
	{"organisation", N_("Organisation")},
	{"project", N_("Project")},
	{"service", N_("Service")},
	{"region", N_("Region")},
	{NULL, NULL},
};

/* clang-format on */

const struct vocabulary vocabularies[] = {
	{"organisation_kind", organisation_kinds},
	{"project_kind", project_kinds},
	{"project_phase", project_phases},
	{"lifecycle", project_lifecycles},
	{"project_segment", project_segments},
	{"status_label", status_labels},
	{"light", lights},
	{"level", levels},
	{"report_state", report_states},
	{"report_dimension", report_dimensions},
	{"deliverable_state", deliverable_states},
	{"milestone_kind", milestone_kinds},
	{"body_kind", body_kinds},
	{"dependency_agreement", dependency_agreements},
	{"relation_kind", relation_kinds},
	{"role_share", role_shares},
	{"section_kind", section_kinds},
	{"content_language", content_languages},
	{"visibility", visibilities},
	{"label_language", label_languages},
	{"term_list", term_lists},
	{"risk_kind", risk_kinds},
	{"risk_state", risk_states},
	{"planning_stage", planning_stages},
	{"rollout_kind", rollout_kinds},
	{"adaptation_kind", adaptation_kinds},
	{"adaptation_state", adaptation_states},
	{"model_kind", model_kinds},
	{"model_state", model_states},
	{"lesson_kind", lesson_kinds},
	{"lesson_state", lesson_states},
	{"indicator_direction", indicator_directions},
	{"content_track", content_tracks},
	{"interface_state", interface_states},
	{"decision_kind", decision_kinds},
	{"reporting_rhythm", reporting_rhythms},
	{"report_age", report_ages},
	{"remark_rule", remark_rules},
	{"request_state", request_states},
	{"requested_field", requested_fields},
	{"strategy_state", strategy_states},
	{"strategy_item_kind", strategy_item_kinds},
	{"strategy_item_heading", strategy_item_headings},
	{"news_kind", news_kinds},
	{"question_kind", question_kinds},
	{"answer_source", answer_sources},
	{"filled_field", filled_fields},
	{"currency", currencies},
	{"grant_role", grant_roles},
	{"grant_scope", grant_scopes},
	{NULL, NULL},
};

const struct choice *vocabulary(const char *name)
{
	for (const struct vocabulary *v = vocabularies; v->name; v++)
		if (text_equal(v->name, name))
			return v->choices;
	return NULL;
}

static const char *const role_names[] = {
	N_("Project owner"),
	N_("Programme manager"),
	N_("Project director"),
	N_("Project manager"),
	N_("Product owner"),
	N_("Chair of the steering group"),
	N_("Member of the steering group"),
	N_("Contact person"),
	N_("Coordinating expert"),
	N_("Rollout coordinator"),
	N_("Responsible user"),
	N_("Expert"),
};

const char *vocabulary_role_name(const char *name)
{
	for (size_t i = 0; i < sizeof role_names / sizeof *role_names; i++)
		if (text_equal(role_names[i], name))
			return _(role_names[i]);
	return name;
}
