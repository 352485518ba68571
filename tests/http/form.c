/* What stands in a page's form, and what a browser would make of it. */
#include "client.h"

#include "base/buf.h"

#include <curl/curl.h>
#include <string.h>

static const char *unescaped(const char *s, size_t n)
{
	static const char *const entities[][2] = {{"&amp;", "&"},   {"&lt;", "<"},   {"&gt;", ">"},
	                                          {"&quot;", "\""}, {"&#34;", "\""}, {"&#39;", "'"}};
	char *out = text("%.*s", (int)n, s), *w = out;
	for (char *p = out; *p;) {
		size_t i = 0, count = sizeof entities / sizeof *entities;
		while (i < count && strncmp(p, entities[i][0], strlen(entities[i][0])))
			i++;
		*w++ = i < count ? entities[i][1][0] : *p;
		p += i < count ? strlen(entities[i][0]) : 1;
	}
	*w = '\0';
	return out;
}

const char *form_value(const struct answer *a, const char *name)
{
	/* The header has fields of its own, the search among them. */
	const char *main = strstr(a->body, "<main"), *at = strstr(main ? main : a->body, text(" name=\"%s\"", name));
	at = at ? at : strstr(a->body, text(" name=\"%s\"", name));
	if (!at)
		return "";
	const char *end = at + strcspn(at, ">"), *value = strstr(at, " value=\"");
	if (value && value < end)
		return unescaped(value + 8, strcspn(value + 8, "\""));
	const char *close = strstr(end, "</textarea>"), *next = strstr(end, "<textarea");
	return *end && close && !(next && next < close) ? unescaped(end + 2, (size_t)(close - end - 2)) : "";
}

/* An attribute's value within a tag; NULL: it has none. */
static const char *attribute(const char *tag, const char *name)
{
	const char *end = tag + strcspn(tag, ">"), *at = strstr(tag, text(" %s=\"", name));
	return at && at < end ? unescaped(at + strlen(name) + 3, strcspn(at + strlen(name) + 3, "\"")) : NULL;
}

static bool is_set(const char *tag, const char *name)
{
	const char *end = tag + strcspn(tag, ">"), *at = strstr(tag, text(" %s", name));
	return at && at < end && strchr(" >", at[strlen(name) + 1]);
}

static void add_pair(struct buf *b, const char *name, const char *value)
{
	char *escaped = curl_easy_escape(NULL, value, (int)strlen(value));
	buf_printf(b, "%s%s=%s", b->len ? "&" : "", name, escaped);
	curl_free(escaped);
}

/* Lines end in CR LF when a browser sends them. */
static const char *as_sent(const char *lines)
{
	struct buf b;
	buf_init(&b, 1 << 20);
	for (const char *c = lines; *c; c++)
		buf_printf(&b, *c == '\n' ? "\r\n" : "%c", *c);
	const char *sent = text("%s", buf_text(&b));
	buf_free(&b);
	return sent;
}

/* The option of a list that is selected, else its first. */
static const char *selected(const char *tag)
{
	const char *end = strstr(tag, "</select>"), *first = NULL;
	for (const char *o = tag; (o = strstr(o, "<option")) && o < end; o++) {
		if (is_set(o, "selected"))
			return attribute(o, "value");
		first = first ? first : attribute(o, "value");
	}
	return first ? first : "";
}

static void add_control(struct buf *b, const char *tag)
{
	const char *name = attribute(tag, "name"), *type = attribute(tag, "type"), *value = attribute(tag, "value");
	if (!name)
		return;
	if (!strncmp(tag, "<select", 7)) {
		add_pair(b, name, selected(tag));
	} else if (!strncmp(tag, "<textarea", 9)) {
		/* the line end behind the tag is no part of the text */
		const char *from = tag + strcspn(tag, ">") + 2;
		add_pair(b, name, as_sent(unescaped(from, (size_t)(strstr(from, "</textarea>") - from))));
	} else if (!strncmp(tag, "<input", 6) &&
	           ((strcmp(type, "checkbox") && strcmp(type, "radio")) || is_set(tag, "checked"))) {
		add_pair(b, name, value ? value : "");
	}
}

const char *form_as_shown(const struct answer *a)
{
	struct buf b;
	const char *form = strstr(a->body, "class=\"sb-form\""), *end = form ? strstr(form, "</form>") : NULL;
	assert_non_null(end);
	buf_init(&b, 1 << 20);
	for (const char *tag = form; (tag = strchr(tag, '<')) && tag < end; tag++)
		add_control(&b, tag);
	const char *body = text("%s", buf_text(&b));
	buf_free(&b);
	return body;
}
