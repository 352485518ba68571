#include "tools/template_html.h"

#include <string.h>

static bool one_of(const char *word, const char *const *words)
{
	while (*words && strcmp(*words, word) != 0)
		words++;
	return *words != NULL;
}

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

/* What is longer than the room is cut: no name that means something here is that long. */
static void append(char *word, size_t size, char c)
{
	size_t n = strlen(word);

	if (n + 1 < size) {
		word[n] = lower(c);
		word[n + 1] = '\0';
	}
}

static enum html_attribute attribute_kind(const char *name)
{
	static const char *const urls[] = {"href",       "src",        "action",      "formaction",     "cite",
	                                   "poster",     "data",       "longdesc",    "ping",           "manifest",
	                                   "background", "xlink:href", "hx-get",      "hx-post",        "hx-put",
	                                   "hx-patch",   "hx-delete",  "hx-push-url", "hx-replace-url", NULL};
	static const char *const codes[] = {"style",   "srcdoc",     "srcset",     "imagesrcset", "hx-vals",
	                                    "hx-vars", "hx-headers", "hx-request", "hx-trigger",  NULL};

	if (!strncmp(name, "on", 2) || !strncmp(name, "hx-on", 5) || one_of(name, codes))
		return HTML_CODE;
	return one_of(name, urls) ? HTML_URL : HTML_PLAIN;
}

static const char *tag_ends(struct html_context *h)
{
	static const char *const rcdata[] = {"title", "textarea", NULL};
	static const char *const raw[] = {"script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext", NULL};

	h->word[0] = '\0';
	h->state = HTML_TEXT;
	if (!h->end_tag && one_of(h->element, rcdata))
		h->state = HTML_RCDATA;
	else if (!h->end_tag && one_of(h->element, raw))
		h->state = HTML_RAW;
	else
		h->element[0] = '\0';
	h->end_tag = false;
	return NULL;
}

static const char *tag_opens(struct html_context *h, char c)
{
	if (letter(c)) {
		h->end_tag = h->state == HTML_END_TAG_OPEN;
		h->element[0] = '\0';
		append(h->element, sizeof h->element, c);
		h->state = HTML_TAG_NAME;
	} else if (h->state == HTML_END_TAG_OPEN || c == '?') {
		h->state = c == '>' ? HTML_TEXT : HTML_DECLARATION;
	} else if (c == '/') {
		h->state = HTML_END_TAG_OPEN;
	} else if (c == '!') {
		h->word[0] = '\0';
		h->state = HTML_MARKUP;
	} else if (c != '<') {
		h->state = HTML_TEXT;
	}
	return NULL;
}

static const char *between_attributes(struct html_context *h, char c)
{
	if (c == '>')
		return tag_ends(h);
	if (c == '=' || c == '"' || c == '\'' || c == '<')
		return "this character cannot begin the name of an attribute";
	if (blank(c) || c == '/') {
		h->state = HTML_BEFORE_ATTRIBUTE;
		return NULL;
	}
	h->word[0] = '\0';
	append(h->word, sizeof h->word, c);
	h->state = HTML_ATTRIBUTE_NAME;
	return NULL;
}

static const char *in_attribute_name(struct html_context *h, char c)
{
	if (c == '=') {
		h->attribute = attribute_kind(h->word);
		h->url = HTML_URL_START;
		h->scheme[0] = '\0';
		h->state = HTML_BEFORE_VALUE;
		return NULL;
	}
	if (blank(c)) {
		h->state = HTML_AFTER_NAME;
		return NULL;
	}
	if (h->state == HTML_AFTER_NAME || c == '>' || c == '/')
		return between_attributes(h, c);
	if (c == '"' || c == '\'' || c == '<')
		return "this character cannot stand in the name of an attribute";
	append(h->word, sizeof h->word, c);
	return NULL;
}

static const char *before_value(struct html_context *h, char c)
{
	if (c == '>')
		return "the attribute's value is missing";
	if (!blank(c))
		h->state = c == '"' ? HTML_DOUBLE_QUOTED : c == '\'' ? HTML_SINGLE_QUOTED : HTML_UNQUOTED;
	return NULL;
}

static const char *in_url(struct html_context *h, char c)
{
	static const char *const allowed[] = {"http", "https", "mailto", "tel", NULL};

	if (h->url == HTML_URL_REST)
		return NULL;
	if (c == ':' && (h->url != HTML_URL_SCHEME || !one_of(h->scheme, allowed)))
		return "a URL may begin with http:, https:, mailto: or tel:, written in the template, or have no scheme";
	if (c == '&')
		return "a URL cannot begin with a character reference";
	if (strchr("/?#:", c))
		h->url = HTML_URL_REST;
	else if (h->url == HTML_URL_START || h->url == HTML_URL_SCHEME) {
		h->url = HTML_URL_SCHEME;
		append(h->scheme, sizeof h->scheme, c);
	} else {
		h->url = HTML_URL_MIXED;
	}
	return NULL;
}

static const char *in_quotes(struct html_context *h, char c)
{
	if (c == (h->state == HTML_DOUBLE_QUOTED ? '"' : '\'')) {
		h->state = HTML_AFTER_VALUE;
		return NULL;
	}
	return h->attribute == HTML_URL ? in_url(h, c) : NULL;
}

static const char *after_value(struct html_context *h, char c)
{
	if (!blank(c) && c != '/' && c != '>')
		return "a blank is missing between two attributes";
	return between_attributes(h, c);
}

/* Behind "<!": a comment when two dashes follow, which already count for its end ("<!-->" is one, complete). */
static const char *in_markup(struct html_context *h, char c)
{
	if (c == '[')
		return "CDATA sections are not understood";
	if (c != '-') {
		h->state = c == '>' ? HTML_TEXT : HTML_DECLARATION;
	} else {
		append(h->word, sizeof h->word, c);
		if (!strcmp(h->word, "--"))
			h->state = HTML_COMMENT;
	}
	return NULL;
}

static const char *in_comment(struct html_context *h, char c)
{
	if (c == '!' && !strcmp(h->word, "--"))
		return "end the comment with -->";
	if (c == '>' && !strcmp(h->word, "--")) {
		h->state = HTML_TEXT;
		h->word[0] = '\0';
	} else if (c != '-') {
		h->word[0] = '\0';
	} else if (strlen(h->word) < 2) {
		append(h->word, sizeof h->word, c);
	}
	return NULL;
}

/* In title, textarea, script …: only the end tag of the same name ends them. `word` holds "<", "</", "</ti" … */
static const char *in_special_element(struct html_context *h, char c)
{
	bool named = !strncmp(h->word, "</", 2) && !strcmp(h->word + 2, h->element);

	if (named && (blank(c) || c == '/' || c == '>')) {
		h->end_tag = true;
		h->state = HTML_BEFORE_ATTRIBUTE;
		h->word[0] = '\0';
		return c == '>' ? tag_ends(h) : NULL;
	}
	bool goes_on = (c == '/' && !strcmp(h->word, "<")) || (letter(c) && !strncmp(h->word, "</", 2));
	if (!goes_on)
		h->word[0] = '\0';
	if (goes_on || c == '<')
		append(h->word, sizeof h->word, c);
	return NULL;
}

static const char *in_tag_name(struct html_context *h, char c)
{
	if (blank(c) || c == '/' || c == '>')
		return between_attributes(h, c);
	append(h->element, sizeof h->element, c);
	return NULL;
}

const char *html_literal(struct html_context *h, char c)
{
	switch (h->state) {
	case HTML_TEXT:
		if (c == '<')
			h->state = HTML_TAG_OPEN;
		return NULL;
	case HTML_TAG_OPEN:
	case HTML_END_TAG_OPEN:
		return tag_opens(h, c);
	case HTML_TAG_NAME:
		return in_tag_name(h, c);
	case HTML_BEFORE_ATTRIBUTE:
		return between_attributes(h, c);
	case HTML_ATTRIBUTE_NAME:
	case HTML_AFTER_NAME:
		return in_attribute_name(h, c);
	case HTML_BEFORE_VALUE:
		return before_value(h, c);
	case HTML_DOUBLE_QUOTED:
	case HTML_SINGLE_QUOTED:
		return in_quotes(h, c);
	case HTML_UNQUOTED:
		return blank(c) || c == '>' ? between_attributes(h, c) : NULL;
	case HTML_AFTER_VALUE:
		return after_value(h, c);
	case HTML_MARKUP:
		return in_markup(h, c);
	case HTML_DECLARATION:
		if (c == '>')
			h->state = HTML_TEXT;
		return NULL;
	case HTML_COMMENT:
		return in_comment(h, c);
	case HTML_RCDATA:
	case HTML_RAW:
		return in_special_element(h, c);
	}
	return NULL;
}

static const char *refusal(const struct html_context *h)
{
	switch (h->state) {
	case HTML_TEXT:
	case HTML_DOUBLE_QUOTED:
	case HTML_SINGLE_QUOTED:
		return NULL;
	case HTML_RCDATA:
		return h->word[0] ? "nothing can be filled in inside a tag's name" : NULL;
	case HTML_TAG_OPEN:
	case HTML_END_TAG_OPEN:
	case HTML_TAG_NAME:
		return "nothing can be filled in inside a tag's name";
	case HTML_BEFORE_ATTRIBUTE:
	case HTML_ATTRIBUTE_NAME:
	case HTML_AFTER_NAME:
	case HTML_AFTER_VALUE:
		return "nothing can be filled in where an attribute's name stands";
	case HTML_BEFORE_VALUE:
	case HTML_UNQUOTED:
		return "put the attribute's value in quotes to fill something in";
	case HTML_MARKUP:
	case HTML_DECLARATION:
	case HTML_COMMENT:
		return "nothing can be filled in inside an HTML comment or declaration";
	case HTML_RAW:
		return "nothing can be filled in inside script, style and their like";
	}
	return NULL;
}

static bool in_value(const struct html_context *h)
{
	return h->state == HTML_DOUBLE_QUOTED || h->state == HTML_SINGLE_QUOTED;
}

const char *html_variable(struct html_context *h, enum html_place *place)
{
	const char *problem = refusal(h);

	if (problem)
		return problem;
	/* Where no element can stand, the text is written as in an attribute: no markup is added to it. */
	*place = h->state == HTML_RCDATA || (!h->end_tag && !strcmp(h->element, "option")) ? HTML_PLACE_ATTRIBUTE
	                                                                                   : HTML_PLACE_TEXT;
	if (!in_value(h))
		return NULL;
	if (h->attribute == HTML_CODE)
		return "nothing can be filled in where a browser expects code, styles or a list of sources";
	*place = HTML_PLACE_ATTRIBUTE;
	if (h->attribute == HTML_URL) {
		*place = HTML_PLACE_URL;
		if (h->url != HTML_URL_REST)
			h->url = HTML_URL_MIXED;
	}
	return NULL;
}

const char *html_url_base(struct html_context *h)
{
	if (h->url != HTML_URL_START)
		return "{{base}} can stand only at the very start of a URL";
	h->url = HTML_URL_BASE;
	return NULL;
}

const char *html_url_whole(struct html_context *h)
{
	if (!in_value(h) || h->attribute != HTML_URL || (h->url != HTML_URL_START && h->url != HTML_URL_BASE))
		return "|url can stand only at the very start of a URL attribute, or right behind {{base}} there";
	h->url = HTML_URL_MIXED;
	return NULL;
}

/* Between attributes, or where a blank would bring us there. */
static bool in_tag(const struct html_context *h)
{
	return h->state == HTML_TAG_NAME || h->state == HTML_BEFORE_ATTRIBUTE || h->state == HTML_ATTRIBUTE_NAME ||
	       h->state == HTML_AFTER_NAME || h->state == HTML_AFTER_VALUE;
}

const char *html_section_begin(struct html_context *h)
{
	if (h->state == HTML_TAG_NAME || h->state == HTML_ATTRIBUTE_NAME)
		h->state = HTML_AFTER_VALUE;
	else if (h->state == HTML_AFTER_NAME)
		h->state = HTML_BEFORE_ATTRIBUTE;
	if (in_tag(h))
		return NULL;
	return refusal(h);
}

const char *html_section_end(struct html_context *h, const struct html_context *start)
{
	static const char problem[] = "the section ends at another place of the HTML than it begins";
	bool same_place = h->state == start->state && !strcmp(h->element, start->element) && h->end_tag == start->end_tag;

	if (in_tag(start)) {
		if (!in_tag(h) || strcmp(h->element, start->element) != 0 || h->end_tag != start->end_tag)
			return problem;
		if (h->state != HTML_BEFORE_ATTRIBUTE || start->state != HTML_BEFORE_ATTRIBUTE)
			h->state = HTML_AFTER_VALUE;
		return NULL;
	}
	if (!same_place || (h->state != HTML_TEXT && strcmp(h->word, start->word) != 0))
		return problem;
	if (in_value(h) && h->url != start->url)
		h->url = HTML_URL_MIXED;
	if (in_value(h) && h->url == HTML_URL_SCHEME && strcmp(h->scheme, start->scheme) != 0)
		h->url = HTML_URL_MIXED;
	return NULL;
}
