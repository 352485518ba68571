#include "portal/members.h"

#include <json-c/json.h>

struct json_object *member(struct json_object *o, const char *key)
{
	struct json_object *value = NULL;
	json_object_object_get_ex(o, key, &value);
	return value;
}

const char *text_at(struct json_object *o, const char *key)
{
	struct json_object *value = member(o, key);
	return value ? json_object_get_string(value) : "";
}

void put(struct json_object *o, const char *key, const char *value)
{
	json_object_object_add(o, key, json_object_new_string(value ? value : ""));
}

void put_bool(struct json_object *o, const char *key, bool yes)
{
	json_object_object_add(o, key, json_object_new_boolean(yes));
}
