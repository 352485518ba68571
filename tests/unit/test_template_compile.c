/* The template compiler (tools/template_compile.h): what it refuses, and what it writes. */
#include "tools/template_compile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;

static const char *compiled(const char *text, struct error *e)
{
	struct template_unit u;

	*e = (struct error){0};
	int failed = template_compile("a/t.html", "t", text, strlen(text), &u, e);
	if (!failed)
		failed = template_link(&u, 1, e);
	const char *code = failed ? NULL : arena_strdup(arena, buf_text(&u.code));
	template_free(&u);
	return code;
}

static void refused(const char *text, const char *where, const char *words)
{
	struct error e;

	if (compiled(text, &e))
		fail_msg("accepted: %s", text);
	if (strncmp(e.message, where, strlen(where)) != 0 || !strstr(e.message, words))
		fail_msg("%s: “%s”", text, e.message);
}

static void refused_tags(void **state)
{
	(void)state;
	refused("\n{{{x}}}", "a/t.html:2: ", "no unescaped form");
	refused("{{&x}}", "a/t.html:1: ", "no unescaped form");
	refused("{{=<% %>=}}", "a/t.html:1: ", "delimiters");
	refused("a\nb\n{{x", "a/t.html:3: ", "not closed with }}");
	refused("{{}}", "a/t.html:1: ", "is not a name");
	refused("{{a..b}}", "a/t.html:1: ", "is not a name");
	refused("{{a b}}", "a/t.html:1: ", "is not a name");
	refused("{{@other}}", "a/t.html:1: ", "is not a name");
	refused("{{#a|date}}{{/a|date}}", "a/t.html:1: ", "is not a name");
	refused("{{x|shout}}", "a/t.html:1: ", "no format “shout”");
	refused("{{x|}}", "a/t.html:1: ", "no format");
	refused("{{x|label}}", "a/t.html:1: ", "label:VOCABULARY");
	refused("{{x|label:a b}}", "a/t.html:1: ", "label:VOCABULARY");
	refused("{{x|date:long}}", "a/t.html:1: ", "label:VOCABULARY");
	refused("\n\n{{>other}}", "a/t.html:3: ", "no template “other”");
	refused("{{>t}}", "a/t.html:1: ", "leads back to itself");
	refused("{{>a b}}", "a/t.html:1: ", "not the name of a template");
	refused("{{_}}", "a/t.html:1: ", "empty");
	refused("{{_{x}", "a/t.html:1: ", "not closed");
	refused("{{_a } b}}", "a/t.html:1: ", "braces");
	refused("{{_{x|markdown}}}", "a/t.html:1: ", "|markdown cannot stand in a text");
	refused("{{_{x y}}}", "a/t.html:1: ", "is not a name");
	refused("{{_+n|one}}", "a/t.html:1: ", "plural");
	refused("{{_+n|one|two|three}}", "a/t.html:1: ", "plural");
	refused("{{_+|one|two}}", "a/t.html:1: ", "plural");
	refused("a\x01", "a/t.html:1: ", "control characters");
	refused("\xc3", "a/t.html:1: ", "UTF-8");
}

static void refused_sections(void **state)
{
	(void)state;
	refused("\n{{#a}}\n\n", "a/t.html:2: ", "{{#a}} is not closed");
	refused("{{#a}}\n{{/b}}", "a/t.html:2: ", "{{/a}} must close the section of line 1");
	refused("{{/a}}", "a/t.html:1: ", "not open");
	refused("{{#a}}<p {{/a}}>", "a/t.html:1: ", "ends at another place");
	refused("<p {{#a}}>{{/a}}", "a/t.html:1: ", "ends at another place");
	refused("<p {{#a}}x=\"{{/a}}\">", "a/t.html:1: ", "ends at another place");
	refused("<p x=\"{{#a}}\"{{/a}}>", "a/t.html:1: ", "ends at another place");
	refused("<title>{{#a}}</title>{{/a}}", "a/t.html:1: ", "ends at another place");
	refused("<title>{{#a}}</title><textarea>{{/a}}</textarea>", "a/t.html:1: ", "ends at another place");
	refused("<a {{#b}}><a {{/b}}href=\"{{#b}}\"></a><script>{{/b}}", "a/t.html:1: ", "ends at another place");
	refused("<p{{#a}}x{{/a}}>", "a/t.html:1: ", "blank is missing");
	refused("<p{{#a}} x{{/a}}y>", "a/t.html:1: ", "blank is missing");
	refused("<p on{{#a}} {{/a}}=\"x\">", "a/t.html:1: ", "blank is missing");
	refused("<p on{{#a}}x{{/a}}=\"{{b}}\">", "a/t.html:1: ", "blank is missing");
	refused("<p x={{#a}}\"b\"{{/a}}>", "a/t.html:1: ", "quotes");
	refused("<{{#a}}b{{/a}}>", "a/t.html:1: ", "tag's name");
	refused("<script>{{#a}}1{{/a}}</script>", "a/t.html:1: ", "script");
	refused("<!-- {{#a}}1{{/a}} -->", "a/t.html:1: ", "comment");
	refused("<p title=\"{{>t}}\">", "a/t.html:1: ", "only in text");
}

static void refused_places(void **state)
{
	(void)state;
	refused("<{{x}}>", "a/t.html:1: ", "tag's name");
	refused("<b{{x}}>", "a/t.html:1: ", "tag's name");
	refused("</{{x}}>", "a/t.html:1: ", "tag's name");
	refused("<b {{x}}>", "a/t.html:1: ", "attribute's name");
	refused("<b a{{x}}=\"\">", "a/t.html:1: ", "attribute's name");
	refused("<b a=\"\"{{x}}>", "a/t.html:1: ", "attribute's name");
	refused("<b a={{x}}>", "a/t.html:1: ", "quotes");
	refused("<b a=b{{x}}>", "a/t.html:1: ", "quotes");
	refused("<b onclick=\"{{x}}\">", "a/t.html:1: ", "code");
	refused("<b ONCLICK = '{{x}}'>", "a/t.html:1: ", "code");
	refused("<b hx-on:click=\"{{x}}\">", "a/t.html:1: ", "code");
	refused("<b style=\"{{x}}\">", "a/t.html:1: ", "code");
	refused("<b style=\"{{_Text}}\">", "a/t.html:1: ", "code");
	refused("<iframe srcdoc=\"{{x}}\">", "a/t.html:1: ", "code");
	refused("<img srcset=\"{{x}}\">", "a/t.html:1: ", "code");
	refused("<script>\n{{x}}</script>", "a/t.html:2: ", "script");
	refused("<script></scripty>{{x}}</script>", "a/t.html:1: ", "script");
	refused("<STYLE>{{x}}</STYLE>", "a/t.html:1: ", "script");
	refused("<!-- {{x}} -->", "a/t.html:1: ", "comment");
	refused("<!-- > {{x}} -->", "a/t.html:1: ", "comment");
	refused("<!DOCTYPE {{x}}>", "a/t.html:1: ", "comment");
	refused("<? {{x}} ?>", "a/t.html:1: ", "comment");
	refused("<title></tit{{x}}", "a/t.html:1: ", "tag's name");
	refused("<title>{{x|markdown}}</title>", "a/t.html:1: ", "only in text");
	refused("<p title=\"{{x|lines}}\">", "a/t.html:1: ", "only in text");
	refused("<p>{{x|url}}", "a/t.html:1: ", "|url");
	refused("<p title=\"{{x|url}}\">", "a/t.html:1: ", "|url");
	refused("<p>{{x|query}}", "a/t.html:1: ", "|query");
	refused("<a href=\"{{_Text}}\">", "a/t.html:1: ", "URL");
	refused("<p", "a/t.html:1: ", "ends inside");
	refused("<p>\n<textarea>", "a/t.html:2: ", "ends inside");
	refused("<p a=>", "a/t.html:1: ", "value is missing");
	refused("<p a=\"b\"c=\"d\">", "a/t.html:1: ", "blank is missing");
	refused("<p \"x\">", "a/t.html:1: ", "cannot begin the name");
	refused("<![CDATA[x]]>", "a/t.html:1: ", "CDATA");
}

static void refused_urls(void **state)
{
	(void)state;
	refused("<a href=\"javascript:{{x}}\">", "a/t.html:1: ", "URL may begin");
	refused("<a href=\"{{x}}:{{y}}\">", "a/t.html:1: ", "URL may begin");
	refused("<a href=\"java{{#a}}script{{/a}}:{{x}}\">", "a/t.html:1: ", "URL may begin");
	refused("<a href=\"mail{{#a}}to{{/a}}:{{x}}\">", "a/t.html:1: ", "URL may begin");
	refused("<a href=\"{{#a}}http{{/a}}:{{x}}\">", "a/t.html:1: ", "URL may begin");
	refused("<a href=\"{{#a}}/{{/a}}javascript:{{x}}\">", "a/t.html:1: ", "URL may begin");
	refused("<a href=\"{{base}}javascript:{{x}}\">", "a/t.html:1: ", "URL may begin");
	refused("<a href=\"{{u|url}}:\">", "a/t.html:1: ", "URL may begin");
	refused("<a href=\"javascript&#58;{{x}}\">", "a/t.html:1: ", "character reference");
	refused("<a href=\"/x{{base}}\">", "a/t.html:1: ", "{{base}}");
	refused("<a href=\"{{x}}{{base}}\">", "a/t.html:1: ", "{{base}}");
	refused("<a href=\"/x{{u|url}}\">", "a/t.html:1: ", "|url");
	refused("<a href=\"{{x}}{{u|url}}\">", "a/t.html:1: ", "|url");
	refused("<a href=\"{{#a}}{{u|url}}{{/a}}{{^b}}{{u|url}}{{/b}}\">", "a/t.html:1: ", "|url");
	refused("<a href=\"{{#a}}{{u|url}}{{/a}}{{^a}}/{{/a}}{{#a}}{{u|url}}{{/a}}\">", "a/t.html:1: ", "|url");
}

static void accepted(void **state)
{
	static const char *const good[] = {"a < b </> <> {{x}}",
	                                   "<!-- a --><!--><!---><!-- -- -->{{x}}",
	                                   "<p a='b' c d = \"{{x}}\" e/>{{x}}",
	                                   "<a href=\"https://x/{{y}}\">",
	                                   "<a href=\"mailto:{{y}}\">",
	                                   "<a href=\"tel:{{y}}\">",
	                                   "<a href=#x>{{x}}</a>",
	                                   "<script src=\"{{base}}/a.js\"></script>{{x}}",
	                                   "<script>if (a</b/.c) \"</scripty>\"</script>{{x}}",
	                                   "<style>p{}</style >{{x}}",
	                                   "<TITLE>{{x}}</TiTlE>{{x|markdown}}",
	                                   "<title>a < b </b> {{x}}</title>",
	                                   "{{#a}}{{^b}}{{/b}}{{/a}}",
	                                   "<br/>{{x}}",
	                                   "<p\n\tid=\"{{x}}\"\n>",
	                                   "{{! <script> \" }}{{x}}",
	                                   "<a href=\"{{base}}/p/{{a}}/{{b}}?c={{d|date}}&amp;{{e|query}}\">",
	                                   "{{#@last}}x{{/@last}}",
	                                   "{{a-b.c_d.E1}}",
	                                   "<p onclick=\"go()\" style=\"x\">{{x}}"};
	struct error e;

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		if (!compiled(good[i], &e))
			fail_msg("%s: %s", good[i], e.message);
}

static void what_xgettext_reads(void **state)
{
	struct error e;

	(void)state;
	const char *code = compiled("\n<p>{{_ {n} of\n  {m}  “done”\\? }} {{_+n|a {n}|b {n|number}}}</p>", &e);
	assert_non_null(code);
	assert_non_null(strstr(code, "/* a/t.html:2 */"));
	assert_non_null(strstr(code, "_(\"{n} of {m} “done”\\\\?\")"));
	assert_non_null(strstr(code, "ngettext(\"a {n}\", \"b {n|number}\", render_count(r, path_t_1))"));
}

static void literal_text_is_one_call(void **state)
{
	struct error e;

	(void)state;
	const char *code = compiled("<p>\n{{! gone }}\n<b>x</b>{{! gone }}\n</p>\n", &e);
	assert_non_null(code);
	assert_null(strstr(strstr(code, "buf_add(") + 1, "buf_add("));
}

/* ---- templates together ---- */

static int linked(const char *const (*files)[2], size_t n, struct error *e)
{
	struct template_unit units[40];
	int failed = 0;

	*e = (struct error){0};
	for (size_t i = 0; i < n; i++)
		failed |= template_compile(arena_printf(arena, "%s.html", files[i][0]), files[i][0], files[i][1],
		                           strlen(files[i][1]), &units[i], e);
	assert_int_equal(failed, 0);
	failed = template_link(units, n, e);
	for (size_t i = 0; i < n; i++)
		template_free(&units[i]);
	return failed;
}

static void cycles_and_names(void **state)
{
	const char *const cycle[][2] = {{"a", "{{>b}}"}, {"b", "\n{{>c}}"}, {"c", "\n\n{{>a}}"}};
	const char *const twice[][2] = {{"a", "{{>b}}{{>b}}{{>c}}"}, {"b", "{{>c}}"}, {"c", ""}};
	const char *const same[][2] = {{"a", ""}, {"b", ""}, {"a", ""}};
	struct error e;

	(void)state;
	assert_int_equal(linked(cycle, 3, &e), -1);
	assert_string_equal(e.message, "c.html:3: {{>a}} leads back to itself");
	assert_int_equal(linked(twice, 3, &e), 0);
	assert_int_equal(linked(same, 3, &e), -1);
	assert_non_null(strstr(e.message, "a template of the same name"));
}

static const char *nested(int n, const char *inside)
{
	const char *text = inside;

	for (int i = 0; i < n; i++)
		text = arena_printf(arena, "{{#a}}%s{{/a}}", text);
	return text;
}

static void depth_has_an_end(void **state)
{
	struct error e;

	(void)state;
	assert_non_null(compiled(nested(TEMPLATE_DEPTH_MAX, ""), &e));
	refused(nested(TEMPLATE_DEPTH_MAX + 1, ""), "a/t.html:1: ", "more than 30 sections");

	const char *fits[][2] = {{"a", nested(10, "{{>b}}")}, {"b", nested(10, "{{>c}}")}, {"c", nested(10, "")}};
	assert_int_equal(linked(fits, 3, &e), 0);
	fits[2][1] = nested(11, "");
	assert_int_equal(linked(fits, 3, &e), -1);
	assert_non_null(strstr(e.message, "more than 30 sections"));
}

static void a_long_chain_of_partials(void **state)
{
	const char *chain[TEMPLATE_DEPTH_MAX + 1][2];
	struct error e;

	(void)state;
	for (int i = 0; i <= TEMPLATE_DEPTH_MAX; i++) {
		chain[i][0] = arena_printf(arena, "t%d", i);
		chain[i][1] = i < TEMPLATE_DEPTH_MAX ? arena_printf(arena, "{{>t%d}}", i + 1) : "";
	}
	assert_int_equal(linked(chain, TEMPLATE_DEPTH_MAX + 1, &e), -1);
	assert_non_null(strstr(e.message, "more than 30 templates"));
}

static void names_of_files(void **state)
{
	struct template_unit u;
	struct error e;

	(void)state;
	assert_int_equal(template_compile("a-b.html", "a-b", "", 0, &u, &e), -1);
	template_free(&u);
	assert_int_equal(template_compile("1.html", "1", "", 0, &u, &e), -1);
	template_free(&u);
	assert_int_equal(template_compile("*/x.html", "x", "", 0, &u, &e), -1);
	template_free(&u);
}

static int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(refused_tags),
		cmocka_unit_test(refused_sections),
		cmocka_unit_test(refused_places),
		cmocka_unit_test(refused_urls),
		cmocka_unit_test(accepted),
		cmocka_unit_test(what_xgettext_reads),
		cmocka_unit_test(literal_text_is_one_call),
		cmocka_unit_test(cycles_and_names),
		cmocka_unit_test(depth_has_an_end),
		cmocka_unit_test(a_long_chain_of_partials),
		cmocka_unit_test(names_of_files),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
