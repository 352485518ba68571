/* A strategy, and the goals that projects carry. */
#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"
#include "statements.h"
#include "templates.h"

static const struct field fields[] = {
	FIELD("code", CODE, N_("Code"), .required = true, .max = 40, .in_list = true,
          .help = N_("Short and lasting: it stands in the address. Capital letters, digits, - and _.")),
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true, .translated = true),
	FIELD("purpose", MARKDOWN, N_("Purpose"), .max = 1000, .translated = true),
	FIELD("owner", REFERENCE, N_("Owner"), .required = true, .to = &to_organisation, .column = "owner_id",
          .in_list = true),
	FIELD("state", CHOICE, N_("State"), .choices = strategy_states, .initial = "'in_force'", .in_list = true),
	FIELD("version_of", REFERENCE, N_("New version of"), .to = &to_strategy, .column = "version_of_id",
          .help = N_("It begins with the goals and everything else that stands there. Projects move over one by one.")),
	FIELD("starts_on", TIME, N_("From"), .in_list = true),
	FIELD("ends_on", TIME, N_("Until"), .in_list = true, .help = N_("As far as the strategy looks ahead.")),
	FIELD("visibility", CHOICE, N_("Visible to"), .choices = visibilities, .initial = "'public'"),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("strategy_code_key", "code", N_("This code is taken. Choose another.")),
	CONSTRAINT("strategy_is_no_version_of_itself", "version_of",
               N_("A strategy is no version of itself. Choose another.")),
	CONSTRAINT("strategy_ends_after_start", "ends_on", N_("The end lies before the start."), .rule = RULE_NOT_BEFORE,
               .first = "starts_on", .second = "ends_on"),
	{.constraint = NULL},
};

const struct record_type strategy_type = {
	.name = "strategy",
	.subject = true,
	.collection = "strategies",
	.label = N_("Strategy"),
	.label_many = N_("Strategies"),
	.title_new = N_("New strategy"),
	.title_edit = N_("Edit the strategy"),
	.called = "title",
	.placed_by = "owner",
	.order = "title",
	.right = "strategy.edit",
	.own = {.beside = &sql_subject_beside},
	.page = tpl_subject_page,
	.own_page = "?saved=yes",
	FIELDS(fields),
	.constraints = constraints,
};

static const struct link_table carried = {"goal_carries", "goal_id", "other_id"};

static const struct field goal_fields[] = {
	FIELD("number", TEXT, N_("Number"), .required = true, .max = 10, .in_list = true,
          .help = N_("As the strategy counts: 4, or B.")),
	FIELD("code", CODE, N_("Code"), .required = true, .max = 40, .in_list = true),
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true, .translated = true),
	FIELD("description", MARKDOWN, N_("Description"), .max = 2000, .translated = true),
	FIELD("why", MARKDOWN, N_("Why"), .max = 2000, .translated = true),
	FIELD("how", MARKDOWN, N_("How"), .max = 2000, .translated = true),
	FIELD("carries", REFERENCE, N_("Carries the goals"), .to = &to_any_goal, .through = &carried,
          .help = N_("Goals of other strategies that this one serves, by their code.")),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages,
          .initial = "p.language"),
};

static const struct constraint_message goal_constraints[] = {
	CONSTRAINT("strategy_goal_code_key", "code", N_("This code is taken. Choose another.")),
	CONSTRAINT("goal_carries_another", "carries", N_("A goal does not carry itself. Choose others.")),
	{.constraint = NULL},
};

const struct record_type strategy_goal_type = {
	.name = "strategy_goal",
	.collection = "goals",
	.parent = &strategy_type,
	.on_page = true,
	.label = N_("Strategy goal"),
	.label_many = N_("Strategy goals"),
	.title_new = N_("New goal"),
	.title_edit = N_("Edit the goal"),
	.called = "title",
	.order = "number",
	.right = "strategy.edit",
	FIELDS(goal_fields),
	.constraints = goal_constraints,
};

static const struct field item_fields[] = {
	FIELD("kind", CHOICE, N_("Kind"), .required = true, .choices = strategy_item_kinds, .in_list = true),
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 300, .in_list = true, .translated = true),
	FIELD("description", MARKDOWN, N_("Description"), .max = 10000, .translated = true),
	FIELD("goal", REFERENCE, N_("For the goal"), .to = &to_own_goal, .column = "goal_id"),
	FIELD("role", REFERENCE, N_("Whose task"), .to = &to_role, .column = "held_role_id", .in_list = true),
	FIELD("starts_on", TIME, N_("From"), .in_list = true),
	FIELD("ends_on", TIME, N_("Until"), .in_list = true),
	FIELD("position", INTEGER, N_("Place among its like"), .max = 1000, .initial = "0",
          .help = N_("Smaller numbers come first.")),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages,
          .initial = "p.language"),
};

static const struct constraint_message item_constraints[] = {
	CONSTRAINT("strategy_item_ends_after_start", "ends_on", N_("The end lies before the start."),
               .rule = RULE_NOT_BEFORE, .first = "starts_on", .second = "ends_on"),
	{.constraint = NULL},
};

const struct record_type strategy_item_type = {
	.name = "strategy_item",
	.collection = "items",
	.parent = &strategy_type,
	.on_page = true,
	.label = N_("Part of a strategy"),
	.label_many = N_("Parts of a strategy"),
	.title_new = N_("New part of the strategy"),
	.title_edit = N_("Edit the part of the strategy"),
	.called = "title",
	.no_list = "/items would be of models and of strategies",
	.order = "position",
	.right = "strategy.edit",
	FIELDS(item_fields),
	.constraints = item_constraints,
};
