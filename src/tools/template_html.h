/* template_html.h: where in an HTML document a template stands, character by character.
 *
 * A simplified tokeniser of the HTML standard (section 13.2.5) for the literal text of templates, which we write
 * ourselves. It errs on the refusing side: what it cannot place, no variable may stand in. Each function returns NULL
 * or a sentence for the template's author.
 */
#ifndef TOOLS_TEMPLATE_HTML_H
#define TOOLS_TEMPLATE_HTML_H

#include <stdbool.h>

enum html_state {
	HTML_TEXT,
	HTML_TAG_OPEN,     /* behind "<" */
	HTML_END_TAG_OPEN, /* behind "</" */
	HTML_TAG_NAME,
	HTML_BEFORE_ATTRIBUTE,
	HTML_ATTRIBUTE_NAME,
	HTML_AFTER_NAME,   /* behind an attribute's name and a blank */
	HTML_BEFORE_VALUE, /* behind "=" */
	HTML_DOUBLE_QUOTED,
	HTML_SINGLE_QUOTED,
	HTML_UNQUOTED,
	HTML_AFTER_VALUE, /* a blank, "/" or ">" must follow */
	HTML_MARKUP,      /* behind "<!" */
	HTML_DECLARATION, /* until ">" */
	HTML_COMMENT,
	HTML_RCDATA, /* title, textarea */
	HTML_RAW,    /* script, style and what else is no text */
};

enum html_attribute { HTML_PLAIN, HTML_URL, HTML_CODE };

enum html_url {
	HTML_URL_START,  /* nothing written yet */
	HTML_URL_BASE,   /* only {{base}} */
	HTML_URL_SCHEME, /* literal letters that may become a scheme */
	HTML_URL_MIXED,  /* perhaps something: a colon here could make a scheme of data */
	HTML_URL_REST,   /* behind "/", "?", "#" or a scheme that is allowed */
};

enum html_place { HTML_PLACE_TEXT, HTML_PLACE_ATTRIBUTE, HTML_PLACE_URL };

struct html_context {
	enum html_state state;
	enum html_attribute attribute;
	enum html_url url;
	bool end_tag;
	char element[16]; /* lower case; longer names are cut */
	char word[32];    /* the attribute's name; in RCDATA and RAW what may become the end tag; dashes of a comment */
	char scheme[16];
};

/* One character of literal text. */
const char *html_literal(struct html_context *h, char c);

/* A variable or translated text stands here: how is it to be escaped? */
const char *html_variable(struct html_context *h, enum html_place *place);

/* {{base}} in a URL, and a whole URL as a value: only at the URL's start, the latter also behind {{base}}. */
const char *html_url_base(struct html_context *h);
const char *html_url_whole(struct html_context *h);

/* A section's body begins: `h` becomes what its body may rely on. */
const char *html_section_begin(struct html_context *h);

/* It ends: `h` is where the body ended, `start` where it began; `h` becomes what may be relied on behind it.
 * For {{^a}} right behind {{/a}}, `start` is where that section ended, since exactly one of the two is shown. */
const char *html_section_end(struct html_context *h, const struct html_context *start);

#endif
