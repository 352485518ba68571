/* Events: who asks whom to what, and who came. */
#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"
#include "statements.h"
#include "templates.h"

static const struct link_table hosts = {"event_host", "event_id", "organisation_id"};
static const struct link_table themes = {"event_theme", "event_id", "item_id"};

/* "SOTE/3": the third part of that strategy. */
static const struct reference to_strategy_item = {
	.table = "strategy_item",
	.key = "(SELECT q.code || '/' || x.n FROM strategy q WHERE q.id = x.subject_id)",
	.label = "x.title",
	.find = "(x.n::text = split_part(@, '/', 2) AND x.subject_id = (SELECT q.id FROM strategy q WHERE q.code = "
			"upper(split_part(@, '/', 1))))",
	.hidden = true,
	.many = true,
};

static const struct field fields[] = {
	FIELD("code", CODE, N_("Code"), .required = true, .max = 40, .in_list = true,
          .help = N_("Short and lasting: it stands in the address. Capital letters, digits, - and _.")),
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true, .translated = true),
	FIELD("description", MARKDOWN, N_("Description"), .max = 10000, .translated = true),
	FIELD("starts_on", TIME, N_("On"), .in_list = true),
	FIELD("ends_on", TIME, N_("Until"), .in_list = true),
	FIELD("hours", TEXT, N_("At what hours"), .max = 100, .help = N_("For example 9:00–15:30.")),
	FIELD("place", TEXT, N_("Place"), .max = 300, .in_list = true),
	FIELD("hosts", REFERENCE, N_("Hosts"), .to = &to_organisation, .through = &hosts),
	FIELD("audience", TEXT, N_("For whom it is"), .max = 500),
	FIELD("addressee", TEXT, N_("The invitation goes to"), .max = 500,
          .help = N_("Where that is another than the one whom it is for.")),
	FIELD("registration_url", TEXT, N_("Registration"), .max = 1000,
          .help = N_("The whole address of the page where people register.")),
	FIELD("themes", REFERENCE, N_("Themes"), .to = &to_strategy_item, .through = &themes,
          .help = N_("Parts of strategies that it is about, as SOTE/3.")),
	FIELD("outcome", MARKDOWN, N_("What came of it"), .max = 10000, .translated = true),
	FIELD("owner", REFERENCE, N_("Owner"), .required = true, .to = &to_organisation, .column = "owner_id",
          .in_list = true),
	FIELD("project", REFERENCE, N_("About the project"), .to = &to_project, .column = "project_id", .in_list = true),
	FIELD("published_at", MOMENT, N_("Published"), .decided = true, .in_list = true),
	FIELD("correction_reason", TEXT, N_("Why it is corrected"), .max = 500,
          .help = N_("Of what is published already: it is shown beside what was changed.")),
	FIELD("visibility", CHOICE, N_("Visible to"), .choices = audiences, .initial = "'public'",
          .help = N_("Once it is published. Until then only those who edit it see it.")),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("event_code_key", "code", N_("This code is taken. Choose another.")),
	CONSTRAINT("event_registration_url_check", "registration_url",
               N_("Write a whole address, beginning with https:// or http://.")),
	CONSTRAINT("event_ends_after_start", "ends_on", N_("The end lies before the start."), .rule = RULE_NOT_BEFORE,
               .first = "starts_on", .second = "ends_on"),
	CONSTRAINT("correction_has_reason", "correction_reason",
               N_("It is published: say why it is corrected. Readers see it.")),
	{.constraint = NULL},
};

const struct record_type event_type = {
	.name = "event",
	.subject = true,
	.collection = "events",
	.label = N_("Event"),
	.label_many = N_("Events"),
	.title_new = N_("New event"),
	.title_edit = N_("Edit the event"),
	.called = "title",
	.placed_by = "owner",
	.order = "-starts_on",
	.right = "news.edit",
	.own = {.beside = &sql_subject_beside},
	.page = tpl_subject_page,
	.own_page = "?saved=yes",
	FIELDS(fields),
	.constraints = constraints,
};

static const struct field attendance_fields[] = {
	FIELD("organisation", REFERENCE, N_("Organisation"), .required = true, .to = &to_organisation,
          .column = "organisation_id", .in_list = true),
	FIELD("people", INTEGER, N_("How many"), .min = 1, .max = 100000, .in_list = true),
	FIELD("note", TEXT, N_("Note"), .max = 500, .in_list = true),
};

static const struct constraint_message attendance_constraints[] = {
	CONSTRAINT("attendance_once", "organisation", N_("This is said already.")),
	{.constraint = NULL},
};

const struct record_type attendance_type = {
	.name = "attendance",
	.collection = "attendance",
	.parent = &subject_type,
	.on = {"event"},
	.on_page = true,
	.label = N_("Who took part"),
	.label_many = N_("Who took part"),
	.title_new = N_("Say who took part"),
	.title_edit = N_("Edit who took part"),
	.called = "organisation",
	.right = "edit",
	FIELDS(attendance_fields),
	.constraints = attendance_constraints,
};
