/* template_emit.h: what the compiler's own parts share: the state of one compilation, values and messages. */
#ifndef TOOLS_TEMPLATE_EMIT_H
#define TOOLS_TEMPLATE_EMIT_H

#include "base/error.h"
#include "tools/template_compile.h"
#include "tools/template_html.h"
#include "tools/template_scan.h"

/* A path that the template uses; written once as static data. */
struct emit_path {
	struct emit_path *next;
	const char *text;
	int number;
};

struct open_section {
	const char *name;
	int line;
	enum tag_kind kind;
	bool second;               /* the other branch of the section right before it */
	struct html_context start; /* what its body began with */
	struct html_context other; /* where the branch before it ended, or the same as start */
};

struct emit {
	struct template_unit *unit;
	struct arena *arena;
	struct buf data, body, literal;
	struct emit_path *paths;
	struct html_context html;
	struct open_section open[TEMPLATE_DEPTH_MAX];
	int depth, line, sections;
	struct open_section closed; /* the section just closed, while nothing follows it; name NULL: none */
	struct error *error;
};

/* The error "file:line: sentence". Returns -1. */
int emit_fail(struct emit *c, int line, const char *sentence, ...) __attribute__((format(printf, 3, 4)));

/* Writes the literal text that has been gathered. */
void emit_literal(struct emit *c);

/* The number of the static path array path_TEMPLATE_NUMBER for a name that scan_is_path() accepts. */
int emit_path(struct emit *c, const char *name);

/* {{a.b|format}} and {{@index}}; {{_…}}. Return 0, or -1 with the error. */
int emit_variable(struct emit *c, const char *text);
int emit_message(struct emit *c, const char *text);

#endif
