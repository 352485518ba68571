#include "portal/words.h"

#include "base/log.h"
#include "base/text.h"
#include "portal/page.h"
#include "record/terms.h"
#include "record/vocabulary.h"
#include "session/session.h"
#include "statements.h"

#include <json-c/json.h>
#include <stdlib.h>

static long kept_version = -1;

void words_refresh(struct request *r)
{
	const char *document, *version;
	struct error e = {0};
	if (r->visitor->words_version == kept_version)
		return;
	/* Of today, whatever day the page is about: they are what people call things now. */
	if (page_query(r, &sql_words, NULL, &document, &version, &e)) {
		log_warning("request %s: the terms cannot be read: %s", r->id, e.detail[0] ? e.detail : e.message);
		return;
	}
	struct json_object *words = page_parse(r, document, &e);
	if (!words)
		return;
	terms_keep(words);
	kept_version = strtol(version, NULL, 10);
}

const char *words_role(const char *code, const char *name)
{
	const char *label = term_label_here("role", code, "");
	return label ? label : vocabulary_role_name(name);
}
