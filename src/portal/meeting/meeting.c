/* The meetings that follow up what is in use, and the clock by which they come. */
#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

static const struct link_table prepares = {"series_preparer", "series_id", "held_role_id"};
static const struct link_table invited = {"series_invited", "series_id", "held_role_id"};
static const struct link_table units = {"meeting_unit", "meeting_id", "organisation_id"};

static const struct field series_fields[] = {
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true),
	FIELD("after_months", INTEGER, N_("First, months after it was taken into use"), .min = 1, .max = 120,
          .in_list = true, .help = N_("Each unit is counted from the day on which it has it in use.")),
	FIELD("every_months", INTEGER, N_("Then, with so many months between"), .min = 1, .max = 120, .in_list = true,
          .help = N_("12 for once a year. Empty: there is no other.")),
	FIELD("agenda", REFERENCE, N_("Agenda"), .to = &to_model, .column = "agenda_id", .in_list = true),
	FIELD("prepared_by", REFERENCE, N_("Prepared by"), .to = &to_role, .through = &prepares),
	FIELD("invited", REFERENCE, N_("Invited"), .to = &to_role, .through = &invited),
	FIELD("note", TEXT, N_("Note"), .max = 2000),
};

static const struct constraint_message series_constraints[] = {
	CONSTRAINT("meeting_series_has_a_clock", "after_months",
               N_("Say when the first meeting comes, or how long it is between them.")),
	{.constraint = NULL},
};

const struct record_type meeting_series_type = {
	.name = "meeting_series",
	.collection = "meeting-series",
	.parent = &subject_type,
	.on = {"model", "service"},
	.on_page = true,
	.label = N_("Meetings that come back"),
	.label_many = N_("Meetings that come back"),
	.title_new = N_("New meetings that come back"),
	.title_edit = N_("Edit the meetings that come back"),
	.called = "title",
	.right = "meeting.edit",
	FIELDS(series_fields),
	.constraints = series_constraints,
};

/* "model/HALLINTAMALLI/1": the first series of that model. */
static const struct reference to_series = {
	.table = "meeting_series",
	.key = "(SELECT q.type || '/' || q.code || '/' || x.n FROM subject q WHERE q.id = x.subject_id)",
	.label = "x.title",
	.find = "(x.n::text = split_part(@, '/', 3) AND x.subject_id = (SELECT q.id FROM subject q WHERE q.type = "
			"lower(split_part(@, '/', 1)) AND q.code = upper(split_part(@, '/', 2))))",
	.offered =
		"(x.subject_id = p.id OR x.subject_id IN (SELECT u.other_id FROM relation u WHERE u.subject_id = p.id AND u.kind = "
		"'uses'))",
	.hidden = true,
};

static const struct field fields[] = {
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true),
	FIELD("series", REFERENCE, N_("One of the meetings that come back"), .to = &to_series, .column = "one_of_id",
          .in_list = true),
	FIELD("due_on", TIME, N_("To be held"), .in_list = true),
	FIELD("held_on", DATE, N_("Held"), .in_list = true),
	FIELD("units", REFERENCE, N_("For the units"), .to = &to_organisation, .through = &units,
          .help = N_("One meeting may serve several.")),
	FIELD("agenda", REFERENCE, N_("Agenda"), .to = &to_model, .column = "agenda_id"),
	FIELD("conclusion", MARKDOWN, N_("Conclusion"), .max = 10000),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("meeting_is_held_when_concluded", "held_on",
               N_("What was concluded, was concluded on a day: say which."), .rule = RULE_NEEDS, .first = "conclusion",
               .second = "held_on"),
	CONSTRAINT("meeting_held_on_has_been", "held_on", N_("That day is still to come: write it under “To be held”.")),
	{.constraint = NULL},
};

const struct record_type meeting_type = {
	.name = "meeting",
	.collection = "meetings",
	.parent = &subject_type,
	.on = {"project", "service", "body", "organisation"},
	.label = N_("Meeting"),
	.label_many = N_("Meetings"),
	.title_new = N_("New meeting"),
	.title_edit = N_("Edit the meeting"),
	.called = "title",
	.order = "-due_on",
	.right = "meeting.edit",
	FIELDS(fields),
	.constraints = constraints,
};
