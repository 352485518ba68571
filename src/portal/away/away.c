#include "portal/away/away.h"

#include "base/text.h"
#include "i18n/language.h"
#include "portal/page.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* conf/nginx/portal.conf puts the request's number in its place. */
#define NUMBER_OF_THE_REQUEST "@REQUEST_ID@"

static const int statuses[] = {429, 500, 502, 503, 504};

static const char *message_of(int status)
{
	switch (status) {
	case 429:
		return _("Very many requests come from your network just now. Wait a few seconds and try again.");
	case 503:
		return _("The portal does not answer just now. Try again in a moment.");
	default:
		/* 502 and 504 leave open what became of the request. */
		return _(
			"The portal does not answer just now. Try again in a moment; if you were saving something, look first whether it was saved.");
	}
}

static int write_file(const char *folder, const char *name, const struct buf *content, struct arena *a, struct error *e)
{
	const char *path = arena_printf(a, "%s/%s", folder, name), *fresh = arena_printf(a, "%s.new", path);
	FILE *f = fopen(fresh, "we");
	bool good = f && fwrite(buf_text(content), 1, content->len, f) == content->len && fchmod(fileno(f), 0644) == 0;
	int cause = errno;
	if (f && fclose(f) && good) {
		good = false;
		cause = errno;
	}
	if (!good || rename(fresh, path))
		return error_set(e, 500, "%s cannot be written: %s.", path, strerror(good ? errno : cause));
	return 0;
}

/* One answer, as to somebody of whom nothing is known. */
static int write_answer(const struct site *site, const char *folder, const struct language *l, int status,
                        enum format format, const char *suffix, struct error *e)
{
	struct request r = {.arena = arena_new(),
	                    .secrets = arena_new_wiped(),
	                    .site = site,
	                    .method = METHOD_GET,
	                    .format = format,
	                    .language = l,
	                    .id = NUMBER_OF_THE_REQUEST,
	                    .path = "/",
	                    .query_string = "",
	                    .at = "",
	                    .at_date = ""};
	struct response out = {.status = 200};
	struct error why = {0};
	buf_init(&out.body, 1024 * 1024);
	language_use(l);
	error_set(&why, status, "%s", message_of(status));
	page_error(&r, &out, &why);
	int rc =
		write_file(folder, arena_printf(r.arena, "%d%s.%s", status, suffix, format == FORMAT_JSON ? "json" : "html"),
	               &out.body, r.arena, e);
	buf_free(&out.body);
	arena_free(r.secrets);
	arena_free(r.arena);
	return rc;
}

static int write_language(const struct site *site, const char *folder, const struct language *l, const char *suffix,
                          struct error *e)
{
	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
		if (write_answer(site, folder, l, statuses[i], FORMAT_HTML, suffix, e) ||
		    write_answer(site, folder, l, statuses[i], FORMAT_JSON, suffix, e))
			return -1;
	return 0;
}

int away_pages_write(const struct site *site, const char *folder, struct error *e)
{
	const struct language *chosen = language_find(site->config->default_language);
	if ((mkdir(folder, 0755) && errno != EEXIST) || chmod(folder, 0755))
		return error_set(e, 500, "The folder %s cannot be made, or is not this user's: %s.", folder, strerror(errno));
	for (size_t i = 0; i < language_count; i++) {
		char suffix[40];
		snprintf(suffix, sizeof suffix, ".%s", languages[i].tag);
		if (write_language(site, folder, &languages[i], suffix, e))
			return -1;
	}
	return write_language(site, folder, chosen ? chosen : &languages[0], "", e);
}
