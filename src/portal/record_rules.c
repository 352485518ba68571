/* What two fields of a form have to do with each other. */
#include "base/clock.h"
#include "base/text.h"
#include "portal/record_attempt.h"

#include <json-c/json.h>
#include <string.h>

static bool given(const struct record_input *in, const char *field)
{
	struct json_object *value = json_object_object_get(in->values, field);
	return value && !(json_object_is_type(value, json_type_boolean) && !json_object_get_boolean(value));
}

/* Can it be so? The third quarter is not before the year that it is in, whichever stands first. */
static bool in_order(struct json_object *first, struct json_object *second)
{
	struct date from, until;
	return !time_first_day(json_object_get_string(first), &from) ||
	       !time_last_day(json_object_get_string(second), &until) || date_compare(&from, &until) <= 0;
}

static bool keeps(const struct record_input *in, const struct constraint_message *m)
{
	bool first = given(in, m->first), second = given(in, m->second);
	switch (m->rule) {
	case RULE_NOT_BEFORE:
		return !first || !second ||
		       in_order(json_object_object_get(in->values, m->first), json_object_object_get(in->values, m->second));
	case RULE_NEEDS:
		return !first || second;
	case RULE_TOGETHER:
		return first == second;
	default:
		return true;
	}
}

static bool has_error(const struct record_input *in, const char *field)
{
	for (size_t i = 0; i < in->error_count; i++)
		if (!strcmp(in->errors[i].field, field))
			return true;
	return false;
}

void record_check_rules(const struct constraint_message *constraints, struct record_input *in)
{
	for (const struct constraint_message *m = constraints; m && m->constraint; m++)
		if (m->rule != RULE_NONE && !has_error(in, m->first) && !has_error(in, m->second) && !keeps(in, m))
			record_error(in, m->field, _(m->message));
}
