#include "record/field_file.h"

#include "base/letters.h"
#include "base/log.h"
#include "base/text.h"
#include "record/json_read.h"

#include <json-c/json.h>
#include <magic.h>
#include <sodium.h>
#include <string.h>
#include <strings.h>

/* What is taken: by the ending of its name, what libmagic may find in it, and as what it is served. What a browser
 * would run or lay out (HTML, SVG, scripts) is not among them. libmagic knows office documents by the order of what is
 * packed in them, which not every program keeps: then they are what they are packed in. */
static const struct file_kind {
	const char *ending, *kind, *called;
	const char *found[3];
	bool picture;
} kinds[] = {
	{"pdf", "application/pdf", "PDF", {"application/pdf"}, false},
	{"png", "image/png", "PNG", {"image/png"}, true},
	{"jpg", "image/jpeg", "JPEG", {"image/jpeg"}, true},
	{"jpeg", "image/jpeg", "JPEG", {"image/jpeg"}, true},
	{"gif", "image/gif", "GIF", {"image/gif"}, true},
	{"webp", "image/webp", "WebP", {"image/webp"}, true},
	{"docx",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     "Word",
     {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip",
      "application/octet-stream"},
     false},
	{"xlsx",
     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     "Excel",
     {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip",
      "application/octet-stream"},
     false},
	{"pptx",
     "application/vnd.openxmlformats-officedocument.presentationml.presentation",
     "PowerPoint",
     {"application/vnd.openxmlformats-officedocument.presentationml.presentation", "application/zip",
      "application/octet-stream"},
     false},
	{"odt",
     "application/vnd.oasis.opendocument.text",
     "OpenDocument",
     {"application/vnd.oasis.opendocument.text"},
     false},
	{"ods",
     "application/vnd.oasis.opendocument.spreadsheet",
     "OpenDocument",
     {"application/vnd.oasis.opendocument.spreadsheet"},
     false},
	{"odp",
     "application/vnd.oasis.opendocument.presentation",
     "OpenDocument",
     {"application/vnd.oasis.opendocument.presentation"},
     false},
	{"csv", "text/csv; charset=utf-8", "CSV", {"text/csv", "text/plain", "application/csv"}, false},
	{"txt", "text/plain; charset=utf-8", "Text", {"text/plain", "text/csv"}, false},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

/* Read once a worker: some megabytes, which most workers never need. NULL: it cannot be read. */
static magic_t library(void)
{
	static magic_t magic;
	if (magic)
		return magic;
	magic = magic_open(MAGIC_MIME_TYPE | MAGIC_ERROR | MAGIC_NO_CHECK_COMPRESS);
	if (magic && !magic_load(magic, NULL))
		return magic;
	log_error("libmagic: %s", magic ? magic_error(magic) : "cannot be opened");
	if (magic)
		magic_close(magic);
	return magic = NULL;
}

static const struct file_kind *named(const char *name)
{
	const char *ending = strrchr(name, '.');
	for (size_t i = 0; ending && ending > name && i < KINDS; i++)
		if (!strcasecmp(ending + 1, kinds[i].ending))
			return &kinds[i];
	return NULL;
}

/* An office document that libmagic does not know is a ZIP archive all the same (APPNOTE, 4.3.7). */
static bool is_found(const struct file_kind *k, const char *found, const unsigned char *content, size_t n)
{
	bool packed = n > 4 && !memcmp(content, "PK\3\4", 4);
	for (size_t i = 0; i < sizeof k->found / sizeof *k->found && k->found[i]; i++)
		if (text_equal(found, k->found[i]))
			return packed || !text_equal(found, "application/octet-stream");
	return false;
}

/* Behind the last / and \, without points at its beginning: it neither climbs nor hides. */
static const char *bare(const char *name)
{
	for (const char *p = strpbrk(name, "/\\"); p; p = strpbrk(name, "/\\"))
		name = p + 1;
	return name + strspn(name, ". ");
}

/* Marks that turn the direction of writing (UAX 9): "gpj.exe" would be read as "exe.jpg". */
static bool turns(const char *name)
{
	uint32_t c;
	for (const char *p = letters_next(name, &c); p; p = letters_next(p, &c))
		if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f)
			return true;
	return false;
}

static const char *other_letters(const char *kind, struct arena *a)
{
	return arena_printf(a, "%.*s; charset=iso-8859-1", (int)strcspn(kind, ";"), kind);
}

static const char *check_name(const char *name, struct arena *a)
{
	if (!name[0] || letters_refused(name) || turns(name) || strpbrk(name, "\t\r\n\"<>|:*?"))
		return _("The file's name holds letters that no file should have. Rename it.");
	if (text_length(name) > FILE_NAME_MAX)
		return arena_printf(a, _("The file's name has more than %d letters. Rename it."), FILE_NAME_MAX);
	if (!named(name))
		return _(
			"Files of this kind are not kept here. Send it as PDF, as a picture (PNG, JPEG, GIF, WebP), as an office "
			"document (docx, xlsx, pptx, odt, ods, odp) or as text (txt, csv).");
	return NULL;
}

const char *field_file_parse(const char *name, const char *base64, long max, struct arena *a,
                             struct json_object **value)
{
	size_t room = strlen(base64) / 4 * 3 + 3, n = 0;
	unsigned char *content = arena_alloc(a, room);
	const char *problem = check_name(name = bare(name), a);
	if (problem)
		return problem;
	if (sodium_base642bin(content, room, base64, strlen(base64), " \t\r\n", &n, NULL, sodium_base64_VARIANT_ORIGINAL))
		return _("Send the file's content in Base64.");
	if (!n)
		return _("The file is empty. Choose another.");
	if (n > (size_t)max)
		return arena_printf(a, _("The file is larger than %ld MB. Make it smaller, or link to where it lies."),
		                    max / (1024 * 1024));
	magic_t magic = library();
	const char *found = magic ? magic_buffer(magic, content, n) : NULL;
	if (!found)
		return _("The portal cannot look into files at the moment. Try again later, or tell the administrator.");
	const struct file_kind *k = named(name);
	if (!is_found(k, found, content, n))
		return arena_printf(a, _("The file is not what its name says: it is called .%s, and is %s inside."), k->ending,
		                    arena_strdup(a, found));
	unsigned char hash[crypto_hash_sha256_BYTES];
	char hex[2 * sizeof hash + 1];
	crypto_hash_sha256(hash, content, n);
	*value = json_keep(a, json_object_new_object());
	json_object_object_add(*value, "name", json_object_new_string(name));
	/* What is no UTF-8 was most likely written by an old spreadsheet. */
	bool old = text_starts_with(k->kind, "text/") && !text_is_utf8((const char *)content, n);
	json_object_object_add(*value, "kind", json_object_new_string(old ? other_letters(k->kind, a) : k->kind));
	json_object_object_add(*value, "size", json_object_new_int64((int64_t)n));
	json_object_object_add(*value, "sha256",
	                       json_object_new_string(sodium_bin2hex(hex, sizeof hex, hash, sizeof hash)));
	json_object_object_add(*value, "content", json_object_new_string(base64));
	json_object_get(*value);
	return NULL;
}

/* Whatever letters it is written in. */
static const struct file_kind *of_kind(const char *kind)
{
	size_t n = strcspn(kind, ";");
	for (size_t i = 0; i < KINDS; i++)
		if (strcspn(kinds[i].kind, ";") == n && !strncmp(kind, kinds[i].kind, n))
			return &kinds[i];
	return NULL;
}

bool field_file_is_picture(const char *kind)
{
	const struct file_kind *k = of_kind(kind);
	return k && k->picture;
}

const char *field_file_called(const char *kind)
{
	const struct file_kind *k = of_kind(kind);
	return k ? k->called : "";
}

const char *field_file_accepts(struct arena *a)
{
	const char *list = "";
	for (size_t i = 0; i < KINDS; i++)
		list = arena_printf(a, "%s%s.%s", list, i ? "," : "", kinds[i].ending);
	return list;
}
