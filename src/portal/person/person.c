#include "base/text.h"
#include "portal/record_types.h"
#include "statements.h"
#include "templates.h"

/* Who has an account is the directory's: their name, title and mail address are only read here. Where they work and
 * their telephone are written by the portal's people, since directories call organisations otherwise. */
static const struct field fields[] = {
	FIELD("name", TEXT, N_("Name"), .required = true, .max = 300, .in_list = true, .decided_by = "account"),
	FIELD("title", TEXT, N_("Job title"), .max = 300, .in_list = true, .decided_by = "account"),
	FIELD("organisation", REFERENCE, N_("Organisation"), .to = &to_organisation, .column = "organisation_id",
          .in_list = true),
	FIELD("mail", TEXT, N_("Mail address"), .max = 320, .part = "mail", .decided_by = "account"),
	FIELD("telephone", TEXT, N_("Telephone"), .max = 50, .part = "mail"),
	FIELD("account", TEXT, N_("Account"), .max = 300, .decided = true, .in_list = true),
};

const struct record_type person_type = {
	.name = "person",
	.collection = "people",
	.key = "id",
	.label = N_("Person"),
	.label_many = N_("People"),
	.title_new = N_("Somebody without an account"),
	.title_edit = N_("Edit the person"),
	.called = "name",
	.order = "name",
	.right = "person.edit",
	.own = {.beside = &sql_person_beside},
	.page = tpl_person_page,
	.own_page = "?saved=yes",
	.kept_by = "account",
	.kept_because = N_("Somebody with an account is not removed by hand: the directory says who has left."),
	FIELDS(fields),
};
