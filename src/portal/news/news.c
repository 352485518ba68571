/* News: a draft until somebody publishes it (publish.c), and corrected in the open from then on. */
#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"
#include "statements.h"
#include "templates.h"

static const struct field fields[] = {
	FIELD("code", CODE, N_("Code"), .required = true, .max = 40, .in_list = true,
          .help = N_("Short and lasting: it stands in the address. Capital letters, digits, - and _.")),
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true, .translated = true),
	FIELD("kind", CHOICE, N_("Kind"), .required = true, .choices = news_kinds, .initial = "'news'", .in_list = true),
	FIELD("lead", MARKDOWN, N_("Lead"), .max = 1000, .translated = true),
	FIELD("body", MARKDOWN, N_("Text"), .max = 20000, .translated = true),
	FIELD("owner", REFERENCE, N_("Sender"), .required = true, .to = &to_organisation, .column = "owner_id",
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
	CONSTRAINT("news_code_key", "code", N_("This code is taken. Choose another.")),
	CONSTRAINT("correction_has_reason", "correction_reason",
               N_("It is published: say why it is corrected. Readers see it.")),
	{.constraint = NULL},
};

const struct record_type news_type = {
	.name = "news",
	.subject = true,
	.collection = "news",
	.label = N_("News"),
	.label_many = N_("News"),
	.title_new = N_("New piece of news"),
	.title_edit = N_("Edit the news"),
	.called = "title",
	.placed_by = "owner",
	.order = "-published_at",
	.right = "news.edit",
	.own = {.beside = &sql_subject_beside},
	.page = tpl_subject_page,
	.own_page = "?saved=yes",
	FIELDS(fields),
	.constraints = constraints,
};

/* What was put right in something published: the database writes it (styrbord.amended). */
static const struct field amendment_fields[] = {
	FIELD("amended_at", MOMENT, N_("When"), .decided = true, .in_list = true),
	FIELD("field", TEXT, N_("Field"), .decided = true, .in_list = true),
	FIELD("before", MARKDOWN, N_("Before"), .decided = true),
	FIELD("after", MARKDOWN, N_("After"), .decided = true),
	FIELD("reason", TEXT, N_("Why"), .decided = true, .in_list = true),
};

const struct record_type amendment_type = {
	.name = "amendment",
	.collection = "corrections",
	.parent = &subject_type,
	.on = {"news", "event"},
	.on_page = true,
	.label = N_("Correction"),
	.label_many = N_("Corrections"),
	.called = "reason",
	.order = "-amended_at",
	FIELDS(amendment_fields),
	.lasting = true,
};
