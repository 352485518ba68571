/* The portal's words, and what organisations call them. */
#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"
#include "statements.h"
#include "templates.h"

static const struct field fields[] = {
	FIELD("list", CHOICE, N_("List"), .required = true, .choices = term_lists, .in_list = true),
	FIELD("code", TEXT, N_("Code"), .required = true, .max = 40, .in_list = true,
          .help = N_("Small letters, digits and _: what programs call it.")),
	FIELD("position", INTEGER, N_("Place among its like"), .max = 1000, .initial = "0", .in_list = true,
          .help = N_("Smaller numbers come first.")),
	FIELD("means", TEXT, N_("Counts as"), .max = 40,
          .help = N_("The code of the portal's own word that it is counted with.")),
	FIELD("retired", BOOLEAN, N_("Not chosen any more"), .in_list = true),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("term_list_code_key", "code", N_("This code is taken. Choose another.")),
	CONSTRAINT("term_list_stays", "list",
               N_("A word stays in its list: records keep it. Retire it, and make another.")),
	CONSTRAINT("term_code_check", "code", N_("Use only small letters, digits and _, and begin with a letter.")),
	{.constraint = NULL},
};

const struct record_type term_type = {
	.name = "term",
	.collection = "terms",
	.key = "id",
	.label = N_("Word"),
	.label_many = N_("Words"),
	.title_new = N_("New word"),
	.title_edit = N_("Edit the word"),
	.called = "code",
	.order = "list",
	.right = "term.edit",
	.own = {.beside = &sql_term_beside},
	.page = tpl_term_page,
	.own_page = "?saved=yes",
	.lasting = true, /* it stands in records, and is retired */
	FIELDS(fields),
	.constraints = constraints,
};

static const struct field label_fields[] = {
	FIELD("language", CHOICE, N_("Language"), .required = true, .choices = label_languages, .in_list = true),
	FIELD("label", TEXT, N_("What it is called"), .max = 100, .in_list = true),
	FIELD("organisation", REFERENCE, N_("Organisation"), .to = &to_organisation, .column = "organisation_id",
          .in_list = true,
          .help =
              N_("Where one organisation, with those below it, has a word of its own; left empty it is everybody's.")),
	FIELD("retired", BOOLEAN, N_("The organisation does not use it"), .in_list = true),
};

static const struct constraint_message label_constraints[] = {
	CONSTRAINT("term_label_says_something", "label", N_("Write what it is called.")),
	CONSTRAINT("term_label_term_id_organisation_id_language_key", "language",
               N_("It has a name in this language already: edit that one.")),
	{.constraint = NULL},
};

const struct record_type term_label_type = {
	.name = "term_label",
	.collection = "labels",
	.parent = &term_type,
	.on_page = true,
	.label = N_("What a word is called"),
	.label_many = N_("Names"),
	.title_new = N_("Name of the word"),
	.title_edit = N_("Edit the name"),
	.called = "label",
	.no_list = "/labels would be of roles and of words",
	.order = "language",
	.right = "organisation.edit",
	FIELDS(label_fields),
	.constraints = label_constraints,
};
