/* A model of how something is done, its items, and where each item stands for somebody. */
#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"
#include "statements.h"
#include "templates.h"

static const struct field fields[] = {
	FIELD("code", CODE, N_("Code"), .required = true, .max = 40, .in_list = true,
          .help = N_("Short and lasting: it stands in the address. Capital letters, digits, - and _.")),
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true, .translated = true),
	FIELD("kind", CHOICE, N_("Kind"), .required = true, .choices = model_kinds, .in_list = true),
	FIELD("state", CHOICE, N_("State"), .required = true, .choices = model_states, .initial = "'draft'",
          .in_list = true),
	FIELD("purpose", MARKDOWN, N_("Purpose"), .max = 1000, .translated = true),
	FIELD("holds_for", TEXT, N_("Holds for"), .max = 500, .help = N_("Whose work it is meant for.")),
	FIELD("owner", REFERENCE, N_("Owner"), .required = true, .to = &to_organisation, .column = "owner_id",
          .in_list = true),
	FIELD("project", REFERENCE, N_("Of the project"), .to = &to_project, .column = "project_id", .in_list = true,
          .help = N_("The project that makes it, or the programme whose stages they are.")),
	FIELD("visibility", CHOICE, N_("Visible to"), .choices = visibilities, .initial = "'public'"),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("model_code_key", "code", N_("This code is taken. Choose another.")),
	{.constraint = NULL},
};

const struct record_type model_type = {
	.name = "model",
	.subject = true,
	.collection = "models",
	.label = N_("Model"),
	.label_many = N_("Models"),
	.title_new = N_("New model"),
	.title_edit = N_("Edit the model"),
	.called = "title",
	.placed_by = "owner",
	.order = "title",
	.right = "model.edit",
	.own = {.beside = &sql_subject_beside},
	.page = tpl_subject_page,
	.own_page = "?saved=yes",
	FIELDS(fields),
	.constraints = constraints,
};

static const struct field item_fields[] = {
	FIELD("title", TEXT, N_("What it says"), .required = true, .max = 500, .in_list = true),
	FIELD("description", MARKDOWN, N_("Description"), .max = 10000),
	FIELD("involves", TEXT, N_("Involves"), .max = 500, .in_list = true),
	FIELD("role", REFERENCE, N_("Carried by the role"), .to = &to_role, .column = "carried_by_id", .in_list = true),
	FIELD("position", INTEGER, N_("Place among its like"), .max = 1000, .initial = "0",
          .help = N_("Smaller numbers come first.")),
};

const struct record_type model_item_type = {
	.name = "model_item",
	.collection = "items",
	.parent = &model_type,
	.on_page = true,
	.label = N_("Item"),
	.label_many = N_("Items"),
	.title_new = N_("New item"),
	.title_edit = N_("Edit the item"),
	.called = "title",
	.no_list = "an item says nothing without its model",
	.order = "position",
	.right = "edit",
	FIELDS(item_fields),
};

static const struct field duty_fields[] = {
	FIELD("role", REFERENCE, N_("Role"), .required = true, .to = &to_role, .column = "held_role_id", .in_list = true),
	FIELD("text", TEXT, N_("Duty"), .required = true, .max = 500, .in_list = true),
	FIELD("share", CHOICE, N_("Own or joint"), .required = true, .choices = role_shares, .in_list = true,
          .initial = "'own'"),
	FIELD("organisation", REFERENCE, N_("Organisation"), .to = &to_organisation, .column = "organisation_id",
          .in_list = true, .help = N_("Where only one unit's holder of the role has the duty.")),
	FIELD("position", INTEGER, N_("Place among its like"), .max = 1000, .initial = "0",
          .help = N_("Smaller numbers come first.")),
};

const struct record_type model_duty_type = {
	.name = "model_duty",
	.collection = "duties",
	.parent = &model_type,
	.on_page = true,
	.label = N_("Duty"),
	.label_many = N_("Duties"),
	.title_new = N_("New duty"),
	.title_edit = N_("Edit the duty"),
	.called = "text",
	.no_list = "/duties are those of the roles",
	.order = "position",
	.right = "edit",
	FIELDS(duty_fields),
};

/* "INFORANDEMODELL/3": the third item of that model. */
static const struct reference to_item = {
	.table = "model_item",
	.key = "(SELECT m.code || '/' || x.n FROM model m WHERE m.id = x.subject_id)",
	.label = "x.title",
	.find = "(x.n::text = split_part(@, '/', 2) AND x.subject_id = (SELECT m.id FROM model m WHERE m.code = "
			"upper(split_part(@, '/', 1))))",
	.hidden = true,
	.many = true,
};

static const struct field state_fields[] = {
	FIELD("item", REFERENCE, N_("Item of a model"), .required = true, .to = &to_item, .column = "item_id",
          .in_list = true),
	FIELD("state", CHOICE, N_("State"), .required = true, .choices = adaptation_states, .initial = "'not_started'",
          .in_list = true),
	FIELD("planned_on", TIME, N_("Planned"), .in_list = true),
	FIELD("reached_on", DATE, N_("Reached"), .in_list = true),
	FIELD("note", TEXT, N_("Note"), .max = 2000, .in_list = true),
};

static const struct constraint_message state_constraints[] = {
	CONSTRAINT("item_state_once", "item", N_("It is said already where this item stands. Edit that.")),
	{.constraint = NULL},
};

const struct record_type item_state_type = {
	.name = "item_state",
	.collection = "item-states",
	.parent = &subject_type,
	.on = {"project", "service", "organisation"},
	.label = N_("Stage, readiness or check"),
	.label_many = N_("Stages, readiness and checks"),
	.title_new = N_("Where an item of a model stands"),
	.title_edit = N_("Edit where it stands"),
	.called = "item",
	.order = "planned_on",
	.right = "edit",
	FIELDS(state_fields),
	.constraints = state_constraints,
};
