/* template_scan.h: finds the tags of a template. */
#ifndef TOOLS_TEMPLATE_SCAN_H
#define TOOLS_TEMPLATE_SCAN_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum tag_kind { TAG_NONE, TAG_VARIABLE, TAG_SECTION, TAG_INVERTED, TAG_CLOSE, TAG_PARTIAL, TAG_COMMENT, TAG_MESSAGE };

struct tag {
	enum tag_kind kind;
	const char *text;   /* between the braces, without the sigil and surrounding blanks; in the arena */
	size_t literal_end; /* the literal text before the tag ends here */
	size_t start,
		end; /* the tag itself; what follows it begins at `end`, the rest of its line left out if it is alone */
};

/* The next tag at or behind `from`; TAG_NONE at the end, with literal_end == end == n.
 * NULL, or a sentence about the tag that begins at `start`. */
const char *scan_tag(const char *text, size_t n, size_t from, struct arena *a, struct tag *out);

/* A name with dots, as in {{a.b}}, or "."; letters, digits, '_' and '-'. */
bool scan_is_path(const char *s);

/* A C identifier of at most TEMPLATE_NAME_MAX characters. */
bool scan_is_identifier(const char *s);

#endif
