#include "html/markdown.h"

#include "base/text.h"
#include "html/escape.h"
#include "html/markdown_typed.h"

#include <cmark.h>
#include <string.h>

enum { HEADING_FIRST = 3, HEADING_LAST = 6 };

static bool counts_as_level(cmark_node_type type)
{
	return type != CMARK_NODE_DOCUMENT && type != CMARK_NODE_ITEM && type != CMARK_NODE_PARAGRAPH &&
	       type != CMARK_NODE_TEXT && type != CMARK_NODE_SOFTBREAK;
}

static bool too_deep(cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	cmark_event_type event;
	int depth = 0, deepest = 0;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		if (!counts_as_level(cmark_node_get_type(node)) || !cmark_node_first_child(node))
			continue;
		depth += event == CMARK_EVENT_ENTER ? 1 : -1;
		if (depth > deepest)
			deepest = depth;
	}
	cmark_iter_free(iter);
	return deepest > MARKDOWN_NESTING_MAX;
}

static void heading(struct buf *out, cmark_node *node, const char *open)
{
	int level = cmark_node_get_heading_level(node) + HEADING_FIRST - 1;

	buf_printf(out, "<%sh%d>", open, level > HEADING_LAST ? HEADING_LAST : level);
}

static void list(struct buf *out, cmark_node *node, bool enter)
{
	bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	int start = cmark_node_get_list_start(node);

	if (!enter)
		buf_adds(out, ordered ? "</ol>\n" : "</ul>\n");
	else if (ordered && start != 1)
		buf_printf(out, "<ol start=\"%d\">\n", start);
	else
		buf_adds(out, ordered ? "<ol>\n" : "<ul>\n");
}

/* In a tight list an item's paragraphs are bare text. */
static bool tight(cmark_node *paragraph)
{
	cmark_node *item = cmark_node_parent(paragraph);
	cmark_node *holder = item ? cmark_node_parent(item) : NULL;

	return holder && cmark_node_get_type(holder) == CMARK_NODE_LIST && cmark_node_get_list_tight(holder);
}

static bool inside(cmark_node *node, cmark_node_type type)
{
	while ((node = cmark_node_parent(node)) != NULL)
		if (cmark_node_get_type(node) == type)
			return true;
	return false;
}

/* Links and images alike. Within another link only the text is left: links do not nest in HTML. */
static void link_to(struct buf *out, cmark_node *node, bool enter)
{
	const char *url = cmark_node_get_url(node);

	if (inside(node, CMARK_NODE_LINK) || inside(node, CMARK_NODE_IMAGE) || !url || !*url || !escape_url_allowed(url))
		return;
	if (!enter) {
		buf_adds(out, "</a>");
		return;
	}
	buf_adds(out, "<a href=\"");
	escape_attribute(out, url);
	buf_adds(out, "\" rel=\"noopener noreferrer\">");
	if (cmark_node_get_type(node) == CMARK_NODE_IMAGE && !cmark_node_first_child(node))
		escape_text(out, url);
}

static void literal(struct buf *out, cmark_node *node, const char *before, const char *behind)
{
	const char *text = cmark_node_get_literal(node);

	buf_adds(out, before);
	escape_text(out, text ? text : "");
	buf_adds(out, behind);
}

static void block(struct buf *out, cmark_node *node, bool enter)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
		buf_adds(out, enter ? "<blockquote>\n" : "</blockquote>\n");
		break;
	case CMARK_NODE_LIST:
		list(out, node, enter);
		break;
	case CMARK_NODE_ITEM:
		buf_adds(out, enter ? "<li>" : "</li>\n");
		break;
	case CMARK_NODE_CODE_BLOCK:
		literal(out, node, "<pre><code>", "</code></pre>\n");
		break;
	case CMARK_NODE_HTML_BLOCK:
		literal(out, node, "<p>", "</p>\n");
		break;
	case CMARK_NODE_PARAGRAPH:
		if (!tight(node))
			buf_adds(out, enter ? "<p>" : "</p>\n");
		else if (!enter && cmark_node_next(node))
			buf_addc(out, '\n');
		break;
	case CMARK_NODE_HEADING:
		heading(out, node, enter ? "" : "/");
		if (!enter)
			buf_addc(out, '\n');
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		buf_adds(out, "<hr>\n");
		break;
	default:
		break;
	}
}

static void span(struct buf *out, cmark_node *node, bool enter)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_HTML_INLINE:
		literal(out, node, "", "");
		break;
	case CMARK_NODE_SOFTBREAK: /* a line break that was typed is one */
	case CMARK_NODE_LINEBREAK:
		buf_adds(out, "<br>\n");
		break;
	case CMARK_NODE_CODE:
		literal(out, node, "<code>", "</code>");
		break;
	case CMARK_NODE_EMPH:
		buf_adds(out, enter ? "<em>" : "</em>");
		break;
	case CMARK_NODE_STRONG:
		buf_adds(out, enter ? "<strong>" : "</strong>");
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		link_to(out, node, enter);
		break;
	default:
		break;
	}
}

static void as_typed(struct buf *out, const char *text)
{
	buf_adds(out, "<pre>");
	escape_text(out, text);
	buf_adds(out, "</pre>\n");
}

static void release(void *document)
{
	cmark_node_free(document);
}

static void common_mark(struct buf *out, struct arena *a, const char *text)
{
	cmark_node *document = cmark_parse_document(text, strlen(text), CMARK_OPT_DEFAULT);

	if (document)
		arena_defer(a, release, document);
	if (!document || too_deep(document)) {
		as_typed(out, text);
		return;
	}
	cmark_iter *iter = cmark_iter_new(document);
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type >= CMARK_NODE_FIRST_BLOCK && type <= CMARK_NODE_LAST_BLOCK)
			block(out, node, event == CMARK_EVENT_ENTER);
		else
			span(out, node, event == CMARK_EVENT_ENTER);
	}
	cmark_iter_free(iter);
}

static size_t line_length(const char *line)
{
	return strcspn(line, "\n");
}

static const char *next_line(const char *line)
{
	const char *end = line + line_length(line);
	return *end ? end + 1 : end;
}

/* The rows of a table that begins here; NULL: none does. */
static const char *table(struct buf *out, struct arena *a, const char *line)
{
	const char *second = next_line(line);
	if (!typed_is_row(line, line_length(line)) || !typed_is_row(second, line_length(second)))
		return NULL;
	buf_adds(out, "<div class=\"sb-pasted\"><table>\n");
	for (bool head = true; typed_is_row(line, line_length(line)); line = next_line(line), head = false)
		typed_row(out, a, line, line_length(line), head);
	buf_adds(out, "</table></div>\n");
	return line;
}

static void flush(struct buf *out, struct arena *a, struct buf *prose)
{
	if (prose->len)
		common_mark(out, a, buf_text(prose));
	buf_reset(prose);
}

void markdown_render(struct buf *out, struct arena *a, const char *text)
{
	struct buf prose, rows;
	bool fenced = false;
	buf_init(&prose, strlen(text) * 2 + 1);
	buf_init(&rows, out->max);
	for (const char *line = text, *next; *line; line = next) {
		bool fence = text_starts_with(line, "```") || text_starts_with(line, "~~~");
		const char *behind = fenced || fence ? NULL : table(&rows, a, line);
		next = behind ? behind : next_line(line);
		if (behind) {
			flush(out, a, &prose);
			buf_add(out, buf_text(&rows), rows.len);
			buf_reset(&rows);
			continue;
		}
		fenced ^= fence;
		if (fenced || fence)
			buf_add(&prose, line, line_length(line));
		else
			typed_line(&prose, line, line_length(line));
		if (line[line_length(line)])
			buf_addc(&prose, '\n');
	}
	flush(out, a, &prose);
	buf_free(&prose);
	buf_free(&rows);
}
