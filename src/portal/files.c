#include "portal/files.h"

#include "base/text.h"
#include "i18n/format.h"
#include "i18n/language.h"
#include "portal/members.h"
#include "portal/record_types.h"
#include "record/field_file.h"

#include <json-c/json.h>
#include <stdlib.h>

const char *files_called(struct request *r, struct json_object *file)
{
	long bytes = strtol(text_at(file, "size"), NULL, 10);
	const char *kind = field_file_called(text_at(file, "kind"));
	bool small = bytes < 1000000;
	/* As people count: thousands of bytes, and millions with a decimal. */
	const char *size = small ? arena_printf(r->arena, "%ld", (bytes + 999) / 1000)
	                         : arena_printf(r->arena, "%ld.%ld", bytes / 1000000, bytes % 1000000 / 100000);
	return arena_printf(r->arena, small ? "%s (%s, %s kB)" : "%s (%s, %s MB)", text_at(file, "name"), kind,
	                    format_number(formats_of(r->language), r->arena, size));
}

void files_offer(struct request *r, struct json_object *attachments, const char *place)
{
	for (size_t i = 0; attachments && i < json_object_array_length(attachments); i++) {
		struct json_object *one = json_object_array_get_idx(attachments, i), *file = member(one, "file");
		const char *at = arena_printf(r->arena, "%s/%s/%s", place, attachment_type.collection, text_at(one, "n"));
		put(one, "attachment_path", at);
		put(one, "file_path", arena_printf(r->arena, "%s/file", at));
		put(one, "file_called", files_called(r, file));
		put_bool(one, "is_picture", field_file_is_picture(text_at(file, "kind")));
	}
}
