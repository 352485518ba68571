/* Roles, what they are called, and what who has them must do. */
#include "portal/role/role.h"

#include "base/text.h"
#include "i18n/language.h"
#include "portal/members.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "portal/record_types.h"
#include "portal/words.h"
#include "record/vocabulary.h"
#include "statements.h"
#include "templates.h"

#include <json-c/json.h>
#include <string.h>

static const struct field fields[] = {
	FIELD("code", TEXT, N_("Code"), .required = true, .max = 40, .in_list = true,
          .help = N_("Small letters, digits and _: it stands in the address, as project_manager.")),
	FIELD("name", TEXT, N_("Name"), .required = true, .max = 100, .in_list = true,
          .help = N_("What it is called in the language that it comes from; other languages are added on its page.")),
	FIELD("position", INTEGER, N_("Place among its like"), .max = 1000, .initial = "0", .in_list = true,
          .help = N_("Smaller numbers come first.")),
	FIELD("counterpart", REFERENCE, N_("Counterpart"), .to = &to_role, .column = "counterpart_id", .in_list = true,
          .help = N_("The role that answers to this one in another organisation.")),
	FIELD("organisation", REFERENCE, N_("Organisation"), .to = &to_organisation, .column = "organisation_id",
          .in_list = true, .help = N_("Where the role is one organisation's own.")),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("role_code_key", "code", N_("This code is taken. Choose another.")),
	CONSTRAINT("role_counterpart_is_another", "counterpart", N_("A role is not its own counterpart. Choose another.")),
	CONSTRAINT("role_code_check", "code", N_("Use only small letters, digits and _, and begin with a letter.")),
	{.constraint = NULL},
};

const struct record_type role_type = {
	.name = "role",
	.collection = "roles",
	.small = true,
	.label = N_("Role"),
	.label_many = N_("Roles"),
	.title_new = N_("New role"),
	.title_edit = N_("Edit the role"),
	.called = "name",
	.order = "position",
	.right = "role.edit",
	.own = {.beside = &sql_role_beside},
	.own_page = "?saved=yes",
	FIELDS(fields),
	.constraints = constraints,
};

static const struct field label_fields[] = {
	FIELD("language", CHOICE, N_("Language"), .required = true, .choices = label_languages, .in_list = true),
	FIELD("label", TEXT, N_("Name"), .required = true, .max = 100, .in_list = true),
};

static const struct constraint_message label_constraints[] = {
	CONSTRAINT("role_label_role_id_language_key", "language",
               N_("It has a name in this language already: edit that one.")),
	{.constraint = NULL},
};

const struct record_type role_label_type = {
	.name = "role_label",
	.collection = "labels",
	.parent = &role_type,
	.on_page = true,
	.label = N_("Name of a role"),
	.label_many = N_("Names"),
	.title_new = N_("Name in another language"),
	.title_edit = N_("Edit the name"),
	.called = "label",
	.no_list = "/labels would be of roles and of words",
	.order = "language",
	.right = "role.edit",
	FIELDS(label_fields),
	.constraints = label_constraints,
};

static const struct field duty_fields[] = {
	FIELD("text", TEXT, N_("Duty"), .required = true, .max = 500, .in_list = true),
	FIELD("share", CHOICE, N_("Own or joint"), .required = true, .choices = role_shares, .in_list = true,
          .initial = "'own'"),
	FIELD("organisation", REFERENCE, N_("Organisation"), .to = &to_organisation, .column = "organisation_id",
          .in_list = true, .help = N_("Where only one unit's holder of the role has the duty.")),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages,
          .in_list = true),
};

const struct record_type duty_type = {
	.name = "duty",
	.collection = "duties",
	.parent = &role_type,
	.on_page = true,
	.label = N_("Duty"),
	.label_many = N_("Duties"),
	.title_new = N_("New duty"),
	.title_edit = N_("Edit the duty"),
	.called = "text",
	.order = "n",
	.right = "role.edit",
	FIELDS(duty_fields),
};

/* ---- the page ---- */

/* Duties are written in a language each: the reader's first, then the others, under the language's name. */
static void add_group(struct json_object *groups, struct json_object *duties, const char *language, bool others)
{
	struct json_object *group = json_object_new_object(), *list = json_object_new_array();
	for (size_t i = 0; i < json_object_array_length(duties); i++) {
		struct json_object *duty = json_object_array_get_idx(duties, i);
		if (text_equal(text_at(duty, "language"), language))
			json_object_array_add(list, json_object_get(duty));
	}
	json_object_object_add(group, "in", json_object_new_string(others ? language : ""));
	json_object_object_add(group, "duties", list);
	if (json_object_array_length(list))
		json_object_array_add(groups, group);
	else
		json_object_put(group);
}

int role_page(struct request *r, struct response *out, struct error *e)
{
	struct attempt t;
	struct json_object *o, *groups;
	if (attempt_start(r, &t, &role_type, e) || record_own_document(r, out, &t, &o, e))
		return -1;
	if (!o)
		return 0;
	groups = json_object_new_array();
	const char *language = arena_strndup(r->arena, r->language->tag, 2);
	struct json_object *duties = json_object_object_get(o, "duties");
	add_group(groups, duties, language, false);
	for (const struct choice *c = content_languages; c->value; c++)
		if (!text_equal(c->value, language))
			add_group(groups, duties, c->value, true);
	json_object_object_add(o, "groups", groups);
	json_object_object_add(o, "called", json_object_new_string(words_role(t.n, text_at(o, "name"))));
	return page_object(r, out, text_at(o, "called"), tpl_role_page, o, e);
}
