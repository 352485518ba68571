/* markdown.h: CommonMark (0.30, libcmark) from data to HTML that can be trusted.
 *
 * What people write never becomes markup of its own: HTML inside the text is shown as text. Links keep
 * their address only when escape_url_allowed() (html/escape.h) lets it pass, and get rel="noopener noreferrer".
 * An image becomes a link to it, with its alternative text, so that reading a page never loads
 * anything from elsewhere. Headings begin at h3, since a page has its own h1 and h2.
 */
#ifndef HTML_MARKDOWN_H
#define HTML_MARKDOWN_H

#include "base/arena.h"
#include "base/buf.h"

/* Blocks and spans inside one another; beyond it the text is shown as it was typed, in <pre>. */
enum { MARKDOWN_NESTING_MAX = 10 };

/* Appends to `out`. `text` is clean UTF-8 (base/text.h); cmark's tree is released with the arena. */
void markdown_render(struct buf *out, struct arena *a, const char *text);

#endif
