/* render.h: what the compiled templates call.
 *
 * src/tools/template turns each `src/portal/FEATURE/NAME.html` (and `src/html/templates/NAME.html`) into one C function
 * `void tpl_NAME(struct render *r)`, declared in build/gen/templates.h. It writes into r->out and looks
 * keys up in a stack of JSON values: innermost section first, the document, then the globals. The language
 * of templates is written down in src/tools/template_compile.h.
 *
 * A variable is escaped by where it stands: text, quoted attribute, or URL attribute. There is no raw
 * form: the only HTML that comes from data is Markdown, which html/markdown.h renders and nobody else.
 */
#ifndef HTML_RENDER_H
#define HTML_RENDER_H

#include "base/arena.h"
#include "base/buf.h"

#include <json-c/json_types.h>
#include <stdbool.h>
#include <stddef.h>

enum { RENDER_DEPTH_MAX = 32 };

struct render_section;

struct render {
	struct buf *out;
	struct arena *arena;
	struct json_object *stack[RENDER_DEPTH_MAX]; /* [0] the globals, [1] the document, then sections */
	int depth;
	const struct render_section *row; /* the innermost section that walks an array, for @index, @first, @last */
	const struct formats *formats;    /* the language's dates and numbers (i18n/format.h) */
	bool strict;                      /* tests: a key that is nowhere is a failure; the caller looks at `missing` */
	char missing[128];                /* the first key that was nowhere, as "template: key"; "" if none */

	/* {{x|label:VOCABULARY}}: the label of a value in the person's language; NULL when there is none, and the value
	 * itself is shown. Set by the caller after render_start(); the default knows no labels. */
	const char *(*label)(struct render *r, const char *vocabulary, const char *value);
};

/* The text of `inside` within `key` ("code" of "owner", say) in the innermost of the values that has it; "" when none
 * does. For label(). */
const char *render_text(const struct render *r, const char *key, const char *inside);

/* Begins: call a tpl_NAME(r) afterwards, or several. `globals` and `document` stay the caller's and must
 * live until the last of them; either may be NULL. */
void render_start(struct render *r, struct buf *out, struct arena *a, struct json_object *globals,
                  struct json_object *document, const struct formats *formats);

/* ---- What follows is called by generated code only. ----
 *
 * A path is an array: "template: a.b" for `missing`, the parts "a" and "b", NULL. The path of {{.}} has no part. */

enum render_place { RENDER_TEXT, RENDER_ATTRIBUTE, RENDER_URL };

enum render_format {
	RENDER_PLAIN,
	RENDER_DATE,
	RENDER_TYPED_DATE, /* as people type it into a form */
	RENDER_DATETIME,
	RENDER_NUMBER,
	RENDER_LABEL,     /* argument: the vocabulary */
	RENDER_MARKDOWN,  /* text only */
	RENDER_LINES,     /* text only: a line feed becomes <br> */
	RENDER_WHOLE_URL, /* the whole value of a URL attribute; what is not allowed becomes "#" */
	RENDER_LOCAL_URL, /* the same behind {{base}}: begins with one slash, ? or # */
	RENDER_QUERY,     /* a query string that the server made; anything else writes nothing */
};

/* A placeholder of a translated text: "n|date" as it stands between the braces. */
struct render_argument {
	const char *placeholder;
	const char *const *path;
	enum render_format format;
	const char *argument;
};

struct render_section {
	struct json_object *value;
	const struct render_section *outer;
	size_t index, count; /* index: from 1 while inside */
	bool array;
};

void render_variable(struct render *r, enum render_place place, const char *const *path, enum render_format format,
                     const char *argument);

/* The portal's mount point, from the globals alone, so that no document's key can take its place. */
void render_base(struct render *r);

/* A translated text whose {placeholders} are filled in; one that is no argument stays as it is. */
void render_message(struct render *r, enum render_place place, const char *message,
                    const struct render_argument *arguments, size_t n);

/* The number that chooses a plural form: 0 for what is no number, without its sign. */
unsigned long render_count(struct render *r, const char *const *path);

/* for (render_enter(r, &s, path); render_next(r, &s);) { the section's body }: leaves the stack as it was. */
void render_enter(struct render *r, struct render_section *s, const char *const *path);
bool render_next(struct render *r, struct render_section *s);

/* Does {{#path}} show its body at least once? For {{^path}}. */
bool render_true(struct render *r, const char *const *path);

/* @index, @first and @last; outside of an array they are missing keys, and false. `where`: "template: @index". */
void render_index(struct render *r, enum render_place place, const char *where);
bool render_first(struct render *r, const char *where);
bool render_last(struct render *r, const char *where);

#endif
