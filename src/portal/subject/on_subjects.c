/* What hangs on every subject, beside its texts and people: other names, links, and what it has to do with others. */
#include "base/text.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"

static const struct field alias_fields[] = {
	FIELD("alias", TEXT, N_("Also called"), .required = true, .max = 200, .in_list = true),
};

const struct record_type alias_type = {
	.name = "alias",
	.collection = "aliases",
	.parent = &subject_type,
	.on_page = true,
	.label = N_("Other name"),
	.label_many = N_("Other names"),
	.title_new = N_("Another name"),
	.title_edit = N_("Edit the name"),
	.called = "alias",
	.order = "alias",
	.right = "edit",
	FIELDS(alias_fields),
};

static const struct field link_fields[] = {
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true),
	FIELD("url", TEXT, N_("Address"), .required = true, .max = 1000, .in_list = true),
	FIELD("position", INTEGER, N_("Place among its like"), .max = 1000, .initial = "0"),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages,
          .initial = "p.language", .in_list = true),
};

static const struct constraint_message link_constraints[] = {
	CONSTRAINT("link_url_check", "url", N_("Write a whole address, beginning with https:// or http://.")),
	{.constraint = NULL},
};

const struct record_type link_type = {
	.name = "link",
	.collection = "links",
	.parent = &subject_type,
	.on_page = true,
	.label = N_("Link"),
	.label_many = N_("Links"),
	.title_new = N_("New link"),
	.title_edit = N_("Edit the link"),
	.called = "title",
	.order = "position",
	.right = "edit",
	FIELDS(link_fields),
	.constraints = link_constraints,
};

static const struct field relation_fields[] = {
	FIELD("kind", TERM, N_("How"), .required = true, .term = "relation_kind", .in_list = true),
	FIELD("other", REFERENCE, N_("With whom or what"), .required = true, .to = &to_subject, .column = "other_id",
          .in_list = true),
	FIELD("reference", TEXT, N_("Reference"), .max = 100, .in_list = true,
          .help = N_("What the other side calls it: the code under which a programme pays for it.")),
	FIELD("note", TEXT, N_("Note"), .max = 500, .in_list = true),
};

static const struct constraint_message relation_constraints[] = {
	CONSTRAINT("participation_project_id_organisation_id_kind_key", "other", N_("This is said already.")),
	CONSTRAINT("relation_with_another", "other", N_("This is the page's own subject. Choose another.")),
	{.constraint = NULL},
};

const struct record_type relation_type = {
	.name = "relation",
	.collection = "relations",
	.parent = &subject_type,
	.on_page = true,
	.label = N_("Relation"),
	.label_many = N_("Relations"),
	.title_new = N_("New relation"),
	.title_edit = N_("Edit the relation"),
	.called = "other",
	.order = "kind",
	.right = "edit",
	FIELDS(relation_fields),
	.constraints = relation_constraints,
};
