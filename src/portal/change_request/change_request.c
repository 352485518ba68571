/* What a project asks for, among which alternatives, and what it would change. The steps are in decide.c. */
#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

static const struct reference to_report = {.table = "status_report",
                                           .key = "x.n::text",
                                           .label = "(x.n || ' – ' || x.reported_on)",
                                           .find = "(x.subject_id = p.id AND x.n::text = @)",
                                           .offered = "x.subject_id = p.id",
                                           .order = "x.n DESC",
                                           .within = true};

/* "DHO-STEER/3": the third decision of that body. */
static const struct reference to_decision = {
	.table = "decision",
	.key = "(SELECT q.code || '/' || x.n FROM body q WHERE q.id = x.subject_id)",
	.label = "x.title",
	.find = "(x.n::text = split_part(@, '/', 2) AND x.subject_id = (SELECT q.id FROM body q WHERE q.code = "
			"upper(split_part(@, '/', 1))))",
	.hidden = true,
	.many = true,
};

static const struct field fields[] = {
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true),
	FIELD("reason", MARKDOWN, N_("Reason"), .required = true, .max = 10000),
	FIELD("money", DECIMAL, N_("More money"), .part = "money"),
	FIELD("weeks", INTEGER, N_("More weeks"), .min = -520, .max = 520, .in_list = true),
	FIELD("scope", MARKDOWN, N_("Another scope"), .max = 10000),
	FIELD("report", REFERENCE, N_("As the status report says"), .to = &to_report, .column = "said_by_id"),
	FIELD("asked_by", REFERENCE, N_("Asked for by the decision"), .to = &to_decision, .column = "asked_by_id",
          .help = N_("Where a body has asked the project to write it: BODY/3.")),
	FIELD("state", CHOICE, N_("State"), .choices = request_states, .decided = true, .in_list = true),
	FIELD("decision", REFERENCE, N_("Decided by"), .to = &to_decision, .column = "decision_id", .decided = true),
	FIELD("decided_at", MOMENT, N_("Decided"), .decided = true, .in_list = true),
};

const struct record_type change_request_type = {
	.name = "change_request",
	.collection = "change-requests",
	.parent = &project_type,
	.on_page = true,
	.label = N_("Change request"),
	.label_many = N_("Change requests"),
	.title_new = N_("New change request"),
	.title_edit = N_("Edit the change request"),
	.called = "title",
	.right = "project.edit",
	FIELDS(fields),
};

static const struct reference to_request = {.table = "change_request",
                                            .key = "x.n::text",
                                            .label = "x.title",
                                            .find = "(x.subject_id = p.id AND x.n::text = @)",
                                            .offered = "x.subject_id = p.id AND x.state IN ('draft', 'submitted')",
                                            .within = true};

static const struct field alternative_fields[] = {
	FIELD("request", REFERENCE, N_("Change request"), .required = true, .to = &to_request, .column = "request_id",
          .in_list = true),
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true),
	FIELD("description", MARKDOWN, N_("Description"), .max = 10000),
	FIELD("money", DECIMAL, N_("More money"), .part = "money"),
	FIELD("weeks", INTEGER, N_("More weeks"), .min = -520, .max = 520, .in_list = true),
	FIELD("recommended", BOOLEAN, N_("Recommended"), .in_list = true),
	FIELD("position", INTEGER, N_("Place among its like"), .max = 1000, .initial = "0",
          .help = N_("Smaller numbers come first.")),
};

const struct record_type alternative_type = {
	.name = "alternative",
	.collection = "alternatives",
	.parent = &project_type,
	.on_page = true,
	.label = N_("Alternative"),
	.label_many = N_("Alternatives"),
	.title_new = N_("New alternative"),
	.title_edit = N_("Edit the alternative"),
	.called = "title",
	.order = "position",
	.right = "project.edit",
	FIELDS(alternative_fields),
};

static const struct field change_fields[] = {
	FIELD("request", REFERENCE, N_("Change request"), .required = true, .to = &to_request, .column = "request_id",
          .in_list = true),
	FIELD("of", TEXT, N_("Of what"), .required = true, .max = 40, .in_list = true,
          .help = N_("project, deliverable/3 or milestone/2, by its number.")),
	FIELD("field", CHOICE, N_("Field"), .required = true, .choices = requested_fields, .in_list = true),
	FIELD("before", TEXT, N_("Now"), .decided = true),
	FIELD("after", TEXT, N_("Then"), .required = true, .max = 1000, .in_list = true,
          .help = N_("A day as 2026-03-31, 2026-03, 2026-Q3 or 2026; an amount in digits.")),
	FIELD("applied", BOOLEAN, N_("Granted"), .decided = true, .in_list = true),
};

static const struct constraint_message change_constraints[] = {
	CONSTRAINT("requested_change_once", "field", N_("The request asks for this already. Edit that.")),
	CONSTRAINT("requested_change_of_check", "of", N_("Write project, deliverable/3 or milestone/2.")),
	CONSTRAINT("requested_change_of_something", "of",
               N_("There is no such record in the project, or it has no such field.")),
	CONSTRAINT(
		"requested_change_fits_its_field", "after",
		N_("It does not fit the field: write a day as 2026-03-31, 2026-03, 2026-Q3 or 2026, an amount in digits.")),
	CONSTRAINT("requested_change_is_open", "request", N_("The request is decided already. Write another.")),
	{.constraint = NULL},
};

const struct record_type requested_change_type = {
	.name = "requested_change",
	.collection = "requested-changes",
	.parent = &project_type,
	.on_page = true,
	.label = N_("Change asked for"),
	.label_many = N_("Changes asked for"),
	.title_new = N_("New change"),
	.title_edit = N_("Edit the change"),
	.called = "field",
	.right = "project.edit",
	FIELDS(change_fields),
	.constraints = change_constraints,
};
