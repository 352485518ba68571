/* The words of reporting, strategies, news, decisions, change requests and surveys; the list of all is in
 * vocabulary.c. */
#include "record/vocabulary.h"

#include "base/text.h"

/* One value a line. */
/* clang-format off */

const struct choice reporting_rhythms[] = {
	{"monthly", N_("Every month")},
	{"quarterly", N_("Every quarter")},
	{"never", N_("Never")},
	{NULL, NULL},
};

const struct choice report_ages[] = {
	{"fresh", N_("Fresh")},
	{"due", N_("Due")},
	{"late", N_("Late")},
	{"stale", N_("Out of date")},
	{NULL, NULL},
};

const struct choice remark_rules[] = {
	{"light_against_status", N_("The light and the status say different things")},
	{"late_and_green", N_("A month late or more, and green")},
	{"finished_without_day", N_("Finished, without the day of delivery")},
	{"delivered_to_come", N_("Delivered on a day that is still to come")},
	{"forecast_has_passed", N_("The forecast has passed, and it is not finished")},
	{"ended_but_ongoing", N_("The end has passed, and it is still ongoing")},
	{"two_reports_a_day", N_("Two reports of one day")},
	{"report_before_start", N_("A report from before the start")},
	{NULL, NULL},
};

const struct choice strategy_states[] = {
	{"draft", N_("Draft")},
	{"in_force", N_("In force")},
	{"past", N_("Past")},
	{NULL, NULL},
};

const struct choice strategy_item_kinds[] = {
	{"vision", N_("Vision")},
	{"priority", N_("Priority")},
	{"means", N_("Means")},
	{"measure", N_("Measure")},
	{"prerequisite", N_("Prerequisite")},
	{"implementation_phase", N_("Phase of implementation")},
	{"task", N_("Task")},
	{NULL, NULL},
};

/* Over several of a kind. */
const struct choice strategy_item_headings[] = {
	{"vision", N_("Vision")},
	{"priority", N_("Priorities")},
	{"means", N_("Means")},
	{"measure", N_("Measures")},
	{"prerequisite", N_("Prerequisites")},
	{"implementation_phase", N_("Phases of implementation")},
	{"task", N_("Tasks")},
	{NULL, NULL},
};

/* What is told is told to all staff at least. */
const struct choice audiences[] = {
	{"public", N_("Everybody")},
	{"staff", N_("Staff")},
	{NULL, NULL},
};

const struct choice news_kinds[] = {
	{"news", N_("News")},
	{"announcement", N_("Announcement")},
	{"invitation", N_("Invitation")},
	{NULL, NULL},
};

const struct choice decision_kinds[] = {
	{"mandate", N_("Mandate")},
	{"approval", N_("Approval")},
	{"change", N_("Change")},
	{"other", N_("Other")},
	{NULL, NULL},
};

const struct choice request_states[] = {
	{"draft", N_("Draft")},
	{"submitted", N_("Submitted")},
	{"granted", N_("Granted")},
	{"partly_granted", N_("Granted in part")},
	{"refused", N_("Refused")},
	{NULL, NULL},
};

const struct choice requested_fields[] = {
	{"cost_frame", N_("Cost frame")},
	{"released", N_("Released")},
	{"starts_on", N_("Starts")},
	{"ends_on", N_("Ends")},
	{"purpose", N_("Purpose")},
	{"planned_on", N_("Planned")},
	{"forecast_on", N_("Forecast")},
	{NULL, NULL},
};

const struct choice question_kinds[] = {
	{"text", N_("Free text")},
	{"choice", N_("A choice")},
	{"number", N_("A number")},
	{"date", N_("A date")},
	{NULL, NULL},
};

const struct choice answer_sources[] = {
	{"survey", N_("Survey")},
	{"follow_up_talk", N_("Follow-up talk")},
	{"plan_read", N_("Reading of the plan")},
	{NULL, NULL},
};

const struct choice filled_fields[] = {
	{"purpose", N_("Purpose")},
	{"starts_on", N_("Starts")},
	{"ends_on", N_("Ends")},
	{"funding_code", N_("Funding code")},
	{NULL, NULL},
};
