#include "portal/attachment/attachment.h"

#include "base/buf.h"
#include "base/text.h"
#include "portal/members.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "portal/record_types.h"
#include "record/field_file.h"
#include "record/vocabulary.h"
#include "statements.h"

#include <json-c/json.h>
#include <sodium.h>
#include <string.h>

static const struct field fields[] = {
	FIELD("title", TEXT, N_("Title"), .required = true, .max = 200, .in_list = true, .translated = true),
	FIELD("file", FILE, N_("File"), .required = true, .max = 5 * 1024 * 1024, .column = "file_id",
          .help = N_("PDF, picture, office document or text, at most 5 MB.")),
	FIELD("alternative_text", TEXT, N_("What the picture shows"), .max = 500,
          .help = N_("For those who cannot see it. Every picture needs it.")),
	FIELD("working_material", BOOLEAN, N_("Working material"), .in_list = true,
          .help = N_("Not decided yet: the page says so.")),
	FIELD("period_from", DATE, N_("For the time from"), .in_list = true),
	FIELD("period_to", DATE, N_("Until"), .in_list = true),
	FIELD("position", INTEGER, N_("Place among its like"), .max = 1000, .initial = "0"),
	FIELD("language", CHOICE, N_("Language of the texts"), .required = true, .choices = content_languages,
          .initial = "p.language", .in_list = true),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("attachment_picture_is_described", "alternative_text",
               N_("Say what the picture shows, for those who cannot see it.")),
	CONSTRAINT("attachment_ends_after_start", "period_to", N_("The end lies before the start."),
               .rule = RULE_NOT_BEFORE, .first = "period_from", .second = "period_to"),
	{.constraint = NULL},
};

const struct record_type attachment_type = {
	.name = "attachment",
	.collection = "attachments",
	.parent = &subject_type,
	.on_page = true,
	.label = N_("Attachment"),
	.label_many = N_("Attachments"),
	.title_new = N_("New attachment"),
	.title_edit = N_("Edit the attachment"),
	.called = "title",
	.order = "position",
	.right = "edit",
	FIELDS(fields),
	.constraints = constraints,
};

/* RFC 8187: what is not a letter of its grammar is written as %XX. */
static const char *extended(const char *name, struct arena *a)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";
	struct buf b;
	buf_init(&b, 4 * 1024);
	for (const char *p = name; *p; p++)
		buf_printf(&b, strchr(plain, *p) ? "%c" : "%%%02X", (unsigned char)*p);
	const char *text = arena_strdup(a, buf_text(&b));
	buf_free(&b);
	return text;
}

static void add_headers(struct request *r, struct response *out, struct json_object *file)
{
	const char *kind = arena_strdup(r->arena, text_at(file, "kind")), *name = text_at(file, "name");
	out->content_type = kind;
	response_header(out, "ETag", arena_printf(r->arena, "\"file-%s\"", text_at(file, "id")));
	response_header(out, "Content-Disposition",
	                arena_printf(r->arena, "%s; filename*=UTF-8''%s",
	                             field_file_is_picture(kind) ? "inline" : "attachment", extended(name, r->arena)));
	response_header(out, "Content-Security-Policy", "default-src 'none'; sandbox");
}

int attachment_file(struct request *r, struct response *out, struct error *e)
{
	struct attempt t;
	const char *hex, *about;
	if (attempt_start(r, &t, r->route->about, e))
		return -1;
	const char *const parameters[] = {t.code, t.n};
	if (page_query(r, &sql_attachment_file, parameters, &hex, &about, e))
		return -1;
	struct json_object *file = page_parse(r, about, e);
	size_t length = strlen(hex) / 2, n = 0;
	unsigned char *content = arena_alloc(r->arena, length + 1);
	if (!file || sodium_hex2bin(content, length, hex, strlen(hex), NULL, &n, NULL) || n != length)
		return error_set(e, 500, "%s", "the database has sent no file");
	add_headers(r, out, file);
	buf_add(&out->body, (const char *)content, n);
	return 0;
}
