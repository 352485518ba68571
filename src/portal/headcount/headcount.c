/* How many take part in a group, without naming them. */
#include "base/text.h"
#include "portal/record_types.h"

static const struct field fields[] = {
	FIELD("people", INTEGER, N_("How many"), .required = true, .min = 1, .max = 1000000, .in_list = true),
	FIELD("organisation", REFERENCE, N_("From the organisation"), .to = &to_organisation, .column = "organisation_id",
          .in_list = true),
	FIELD("profession", TEXT, N_("Profession"), .max = 200, .in_list = true),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("headcount_once", "profession", N_("This is said already.")),
	{.constraint = NULL},
};

const struct record_type headcount_type = {
	.name = "headcount",
	.collection = "headcounts",
	.parent = &subject_type,
	.on = {"body"},
	.on_page = true,
	.label = N_("How many take part"),
	.label_many = N_("How many take part"),
	.title_new = N_("Say how many take part"),
	.title_edit = N_("Edit how many take part"),
	.called = "profession",
	.right = "edit",
	FIELDS(fields),
	.constraints = constraints,
};
