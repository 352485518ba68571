/* What projects are asked, and what they answer. Taking an answer over into the project is in survey_accept.c. */
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
	FIELD("asked_role", REFERENCE, N_("To whoever is"), .required = true, .to = &to_role, .column = "asked_role_id",
          .in_list = true),
	FIELD("asked_below", REFERENCE, N_("On this project, or below it"), .required = true, .to = &to_project,
          .column = "asked_below_id", .in_list = true),
	FIELD("closes_on", DATE, N_("Open until"), .in_list = true,
          .help = N_("After that day only what was learnt otherwise is added. Empty: it stays open.")),
	FIELD("project", REFERENCE, N_("Asked by the project"), .to = &to_project, .column = "project_id"),
	FIELD("owner", REFERENCE, N_("Owner"), .required = true, .to = &to_organisation, .column = "owner_id",
          .in_list = true),
	FIELD("visibility", CHOICE, N_("Visible to"), .choices = visibilities, .initial = "'staff'"),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("survey_code_key", "code", N_("This code is taken. Choose another.")),
	{.constraint = NULL},
};

const struct record_type survey_type = {
	.name = "survey",
	.subject = true,
	.collection = "surveys",
	.label = N_("Survey"),
	.label_many = N_("Surveys"),
	.title_new = N_("New survey"),
	.title_edit = N_("Edit the survey"),
	.called = "title",
	.placed_by = "project",
	.order = "-closes_on",
	.right = "survey.edit",
	.own = {.beside = &sql_subject_beside},
	.page = tpl_subject_page,
	.own_page = "?saved=yes",
	FIELDS(fields),
	.constraints = constraints,
};

static const struct reference to_question = {.table = "question",
                                             .key = "x.n::text",
                                             .label = "x.title",
                                             .find = "(x.subject_id = p.id AND x.n::text = @)",
                                             .offered = "x.subject_id = p.id",
                                             .order = "x.position, x.n",
                                             .within = true};

static const struct field question_fields[] = {
	FIELD("title", TEXT, N_("Question"), .required = true, .max = 500, .in_list = true),
	FIELD("kind", CHOICE, N_("Kind of answer"), .required = true, .choices = question_kinds, .in_list = true,
          .initial = "'text'"),
	FIELD("options", MARKDOWN, N_("To choose from"), .max = 2000, .help = N_("One on each line.")),
	FIELD("fills", CHOICE, N_("Can be taken over into the project as"), .choices = filled_fields, .in_list = true),
	FIELD("follows", REFERENCE, N_("Asked because of the answer to"), .to = &to_question, .column = "follows_id"),
	FIELD("position", INTEGER, N_("Place among its like"), .max = 1000, .initial = "0",
          .help = N_("Smaller numbers come first.")),
};

static const struct constraint_message question_constraints[] = {
	CONSTRAINT("question_has_options", "options", N_("Say what there is to choose from, one on each line.")),
	CONSTRAINT("question_fills_its_like", "fills",
               N_("A day is answered by a date, and a text by words: choose another field, or another kind.")),
	CONSTRAINT(
		"question_is_answered", "title",
		N_("It has been answered as it stands. Add another question, and take this one out when nobody needs it.")),
	CONSTRAINT("question_follows_another", "follows", N_("A question does not follow itself. Choose another.")),
	{.constraint = NULL},
};

const struct record_type question_type = {
	.name = "question",
	.collection = "questions",
	.parent = &subject_type,
	.on = {"survey"},
	.on_page = true,
	.label = N_("Question"),
	.label_many = N_("Questions"),
	.title_new = N_("New question"),
	.title_edit = N_("Edit the question"),
	.called = "title",
	.order = "position",
	.right = "edit",
	FIELDS(question_fields),
	.constraints = question_constraints,
};

static const struct field answer_fields[] = {
	FIELD("question", REFERENCE, N_("Question"), .required = true, .to = &to_question, .column = "question_id",
          .in_list = true),
	FIELD("about", REFERENCE, N_("Project"), .required = true, .to = &to_project, .column = "about_id",
          .in_list = true),
	FIELD("value", MARKDOWN, N_("Answer"), .required = true, .max = 2000, .in_list = true,
          .help = N_("A number in digits; a day as 2026-03-31, 2026-03, 2026-Q3 or 2026; one of the choices as it is "
                     "written.")),
	FIELD("source", CHOICE, N_("Learnt from"), .required = true, .choices = answer_sources, .initial = "'survey'",
          .in_list = true),
	FIELD("answered_by", REFERENCE, N_("Answered by"), .to = &to_person, .column = "answered_by_id", .in_list = true,
          .help = N_("Whose answer it is, if somebody else writes it down.")),
	FIELD("answered_on", DATE, N_("Answered on"), .initial = "current_date", .in_list = true),
	FIELD("accepted_at", MOMENT, N_("Taken over"), .decided = true),
	FIELD("accepted_by", REFERENCE, N_("Taken over by"), .to = &to_person, .column = "accepted_by_id", .decided = true),
};

static const struct constraint_message answer_constraints[] = {
	CONSTRAINT("answer_once", "question",
               N_("This is answered for that project already, from this source. Edit that answer.")),
	CONSTRAINT("answer_survey_is_open", "source",
               N_("The survey is closed. What was learnt since has another source: a talk, or the project's plan.")),
	CONSTRAINT("answer_is_of_asked", "about", N_("The survey does not ask this project. Choose one that it asks.")),
	CONSTRAINT("answer_fits_its_question", "value",
               N_("The answer does not fit its question: write a number in digits, a day as 2026-03-31, 2026-03, "
                  "2026-Q3 or 2026, or one of the choices as it stands there.")),
	CONSTRAINT("answer_is_taken_over", "value",
               N_("The project has taken this answer over already. Add a new one from another source.")),
	{.constraint = NULL},
};

const struct record_type answer_type = {
	.name = "answer",
	.collection = "answers",
	.parent = &subject_type,
	.on = {"survey"},
	.on_page = true,
	.other_side = "about",
	.label = N_("Answer"),
	.label_many = N_("Answers"),
	.title_new = N_("New answer"),
	.title_edit = N_("Edit the answer"),
	.called = "question",
	.order = "-answered_on",
	.right = "survey.answer",
	FIELDS(answer_fields),
	.constraints = answer_constraints,
};
