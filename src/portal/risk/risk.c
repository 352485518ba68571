#include "portal/risk/risk.h"

#include "base/text.h"
#include "record/vocabulary.h"
#include "statements.h"

static const struct field fields[] = {
	{.name = "kind", .type = FIELD_CHOICE, .label = N_("Kind"), .required = true, .choices = risk_kinds},
	{.name = "title", .type = FIELD_TEXT, .label = N_("Title"), .required = true, .max = 200},
	{.name = "cause", .type = FIELD_MARKDOWN, .label = N_("Cause"), .max = 2000},
	{.name = "event", .type = FIELD_MARKDOWN, .label = N_("Event"), .max = 2000},
	{.name = "effect", .type = FIELD_MARKDOWN, .label = N_("Effect"), .max = 2000},
	{.name = "probability",
     .type = FIELD_INTEGER,
     .label = N_("Probability"),
     .help = N_("1 is unlikely, 5 almost certain."),
     .required = true,
     .min = 1,
     .max = 5},
	{.name = "consequence",
     .type = FIELD_INTEGER,
     .label = N_("Consequence"),
     .help = N_("1 is slight, 5 critical."),
     .required = true,
     .min = 1,
     .max = 5},
	{.name = "mitigation", .type = FIELD_MARKDOWN, .label = N_("Mitigation"), .max = 10000},
	{.name = "residual_probability",
     .type = FIELD_INTEGER,
     .label = N_("Probability after mitigation"),
     .min = 1,
     .max = 5},
	{.name = "residual_consequence",
     .type = FIELD_INTEGER,
     .label = N_("Consequence after mitigation"),
     .min = 1,
     .max = 5},
	{.name = "owner", .type = FIELD_REFERENCE, .label = N_("Risk owner"), .column = "owner_id"},
	{.name = "state", .type = FIELD_CHOICE, .label = N_("State"), .required = true, .choices = risk_states},
};

const struct record_type risk_type = {"risk", N_("Risk"), fields, sizeof fields / sizeof *fields};

static const struct constraint_message constraints[] = {
	{"risk_residual_is_whole", "residual_probability", N_("Give both figures after mitigation, or neither."),
     RULE_TOGETHER, "residual_probability", "residual_consequence"},
	{NULL, NULL, NULL, RULE_NONE, NULL, NULL},
};

const struct record_pages risk_pages = {
	.type = &risk_type,
	.collection = "risks",
	.title_new = N_("New risk"),
	.title_edit = N_("Edit the risk"),
	.select = &sql_risk_record,
	.insert = &sql_risk_insert,
	.update = &sql_risk_update,
	.remove = &sql_risk_remove,
	.choices = &sql_risk_choices,
	.suggest = &sql_risk_suggest,
	.constraints = constraints,
};
