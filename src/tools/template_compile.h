/* template_compile.h: the language of templates, and its compiler to C.
 *
 * A template NAME.html becomes `void tpl_NAME(struct render *r)` (html/render.h). It is HTML with these tags:
 *
 *   {{a}} {{a.b}} {{.}}     a value, escaped by where it stands: text, quoted attribute, URL attribute (as one
 *                           percent-encoded component). `a` is searched from the innermost section outwards, `b` in it.
 *   {{a|FORMAT}}            date, typed_date (as it is typed), datetime, number, label:VOCABULARY anywhere;
 *                           markdown and lines (line feeds become <br>) in text; in a URL attribute url (the whole URL)
 * and query (a query string that the server made).
 *   {{base}}                in a URL: the mount point; only at its start. href="{{base}}/projects/{{code}}".
 *                           href="{{base}}{{path|url}}" takes a path that the server made ("/…").
 *   {{#a}}…{{/a}}           for each element of an array; with an object, a text, a number: once, if it is not
 *                           empty or 0; with true: once. Inside, the element is searched first, and is {{.}}.
 *   {{^a}}…{{/a}}           when {{#a}} shows nothing. The two, one right behind the other, are one
 *                           choice: in a URL both may write its beginning.
 *   {{@index}}              from 1, of the nearest array; also {{#@first}} {{^@first}} {{#@last}} {{^@last}}.
 *   {{>name}}               another template, from text to text. No cycles.
 *   {{! words }}            nothing.
 *   {{_Some text}}          translated; runs of blanks count as one. Plain text: markup in it is shown as it is.
 *   {{_{n} of {m|number} done}}          {…}: a value, filled in after translation; every FORMAT but markdown,
 *                           lines, url and query.
 *   {{_+n|{n} project|{n} projects}}     singular and plural form, by the number n.
 *
 * A section, comment or partial alone on its line leaves no blank line. A section ends at the same place of
 * the HTML as it begins: in text, inside one attribute's value, or between the attributes of one tag:
 * <option{{#selected}} selected{{/selected}}>. There is no raw form, and nothing is filled in inside a tag's or
 * attribute's name, an unquoted value, an event handler, a style attribute, srcset, srcdoc, htmx's code
 * attributes, script, style or a comment. A path segment that is "." or ".." stays one: codes in paths have
 * their own syntax (record/record.h). Begin the content of a textarea on a line of its own: HTML drops that line
 * end, and the value's own first one would be dropped instead.
 */
#ifndef TOOLS_TEMPLATE_COMPILE_H
#define TOOLS_TEMPLATE_COMPILE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

#include <stddef.h>

enum {
	/* Sections inside one another, partials' ones included; html/render.h has two frames more. */
	TEMPLATE_DEPTH_MAX = 30,
	TEMPLATE_SIZE_MAX = 1024 * 1024, /* bytes of one file */
	TEMPLATE_NAME_MAX = 60,
};

struct template_partial {
	struct template_partial *next;
	const char *name;
	int line, depth; /* the number of open sections where it is called */
};

struct template_unit {
	struct arena *arena;
	const char *file, *name;
	struct buf code; /* the function and its static data */
	struct template_partial *partials;
	int depth; /* the most sections inside one another, partials not counted */
};

/* Compiles one template. `file` is what messages call it, `name` a C identifier; both and the text are copied.
 * Returns 0, or -1 with "file:line: sentence". The unit is initialised either way: the caller calls template_free(). */
int template_compile(const char *file, const char *name, const char *text, size_t n, struct template_unit *u,
                     struct error *e);
void template_free(struct template_unit *u);

/* Checks the units against each other: names unique, partials known, no cycle, depth within the maximum. */
int template_link(const struct template_unit *units, size_t n, struct error *e);

#endif
