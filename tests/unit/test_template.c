/* The run-time of templates (html/render.h), through templates of tests/unit/templates/, which the build compiles
 * into gen/test_templates.{c,h}. */
#include "html/render.h"
#include "i18n/format.h"
#include "test_templates.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <json-c/json.h>

static struct arena *arena;
static struct buf out;
static struct render r;

static const char *label(struct render *now, const char *vocabulary, const char *value)
{
	(void)now;
	return !strcmp(vocabulary, "kinds") && !strcmp(value, "x") ? "The <x>" : NULL;
}

static void release(void *json)
{
	json_object_put(json);
}

static const char *shown(void (*template)(struct render *), const char *document)
{
	struct json_object *globals = json_tokener_parse("{\"base\":\"/mount\",\"outer\":\"global\"}");
	struct json_object *json = json_tokener_parse(document);

	assert_non_null(json);
	arena_defer(arena, release, globals);
	arena_defer(arena, release, json);
	buf_reset(&out);
	render_start(&r, &out, arena, globals, json, formats_of(language_find("en")));
	r.label = label;
	template(&r);
	assert_int_equal(r.depth, 2);
	assert_null(r.row);
	return buf_text(&out);
}

static const char *with_value(void (*template)(struct render *), const char *value)
{
	struct json_object *document = json_object_new_object();

	json_object_object_add(document, "v", json_object_new_string(value));
	json_object_object_add(document, "on", json_object_new_boolean(1));
	arena_defer(arena, release, document);
	return shown(template, json_object_to_json_string(document));
}

/* ---- values in their places ---- */

static void each_place_has_its_escaping(void **state)
{
	(void)state;
	assert_string_equal(
		with_value(tpl_test_contexts, "\"><script>'&/ö"),
		"<title>&quot;&gt;&lt;script&gt;&#39;&amp;/ö</title>\n"
		"<p>\"&gt;&lt;script&gt;'&amp;/ö</p>\n"
		"<p title=\"&quot;&gt;&lt;script&gt;&#39;&amp;/ö\" class='&quot;&gt;&lt;script&gt;&#39;&amp;/ö' "
		"data-x=\"a &quot;&gt;&lt;script&gt;&#39;&amp;/ö b\">x</p>\n"
		"<a href=\"/x/%22%3E%3Cscript%3E%27%26%2F%C3%B6?q=%22%3E%3Cscript%3E%27%26%2F%C3%B6#f\">x</a>\n"
		"<a href=\"%22%3E%3Cscript%3E%27%26%2F%C3%B6\">x</a>\n"
		"<a href=\"#\">x</a>\n"
		"<form action='#'><button formaction=\"/mount#\">x</button></form>\n"
		"<a href=\"?\">x</a>\n"
		"<a href=\"/mount/p/%22%3E%3Cscript%3E%27%26%2F%C3%B6\">x</a>\n"
		"<textarea>\n&quot;&gt;&lt;script&gt;&#39;&amp;/ö</textarea>\n"
		"<input value=\"Value &quot;&gt;&lt;script&gt;&#39;&amp;/ö\" "
		"placeholder=\"Give a “value”, &quot;&gt;&lt;script&gt;&#39;&amp;/ö\">\n"
		"<p>Text \"&gt;&lt;script&gt;'&amp;/ö &amp; more</p>\n");
}

static size_t count_of(const char *s, char c)
{
	size_t n = 0;

	for (; *s; s++)
		n += *s == c;
	return n;
}

/* Tags and quotes are the template's alone: their number never depends on data. */
static void hostile_values_stay_values(void **state)
{
	static const char *const hostile[] = {"\"><script>alert(1)</script>",
	                                      "' onx='alert(1)",
	                                      "javascript:alert(1)",
	                                      "</title><script>",
	                                      "</textarea><img src=x onerror=x>",
	                                      "-->",
	                                      "&quot;",
	                                      "` onx=1 ",
	                                      "//evil.example",
	                                      "https://x/\"onx='1",
	                                      "{{v}}",
	                                      "{v}",
	                                      "\\\"",
	                                      "a\nb"};

	(void)state;
	const char *harmless = arena_strdup(arena, with_value(tpl_test_contexts, "x"));
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		const char *html = with_value(tpl_test_contexts, hostile[i]);
		assert_int_equal(count_of(html, '<'), count_of(harmless, '<'));
		const char *behind_titles = strstr(html, "<p title=");
		assert_non_null(behind_titles);
		assert_null(strstr(html, "href=\"javascript:"));
		assert_null(strstr(html, "action='javascript:"));
		assert_null(strstr(html, "/mount//"));
		const char *attributes =
			arena_strndup(arena, behind_titles, (size_t)(strstr(html, "<textarea>") - behind_titles));
		assert_int_equal(count_of(attributes, '"'), 16);
		assert_int_equal(count_of(attributes, '\''), 4);
	}
}

static void whole_urls(void **state)
{
	(void)state;
	assert_non_null(strstr(with_value(tpl_test_contexts, "https://example.org/?a=b&c"),
	                       "<a href=\"https://example.org/?a=b&amp;c\">x"));
	assert_non_null(strstr(with_value(tpl_test_contexts, "/projects/DHO"), "formaction=\"/mount/projects/DHO\""));
	assert_non_null(strstr(with_value(tpl_test_contexts, "https://evil.example"), "formaction=\"/mount#\""));
	assert_non_null(strstr(with_value(tpl_test_contexts, "a=b&c=%20d"), "<a href=\"?a=b&amp;c=%20d\">x"));
	assert_non_null(
		strstr(with_value(tpl_test_contexts, "JavaScript:alert(1)"), "<a href=\"#\">x</a>\n<form action='#'>"));
}

static void lines_and_markdown(void **state)
{
	(void)state;
	assert_string_equal(with_value(tpl_test_lines, "<a>\nb\n\nc"), "<p>&lt;a&gt;<br>\nb<br>\n<br>\nc</p>\n");
	assert_string_equal(with_value(tpl_test_markdown, "# <b>*x*"), "<h3>&lt;b&gt;<em>x</em></h3>\n\n");
}

static void formats(void **state)
{
	(void)state;
	assert_string_equal(
		shown(tpl_test_formats,
	          "{\"d\":\"2023-03-09\",\"t\":\"2023-03-09T14:05:00+01:00\",\"n\":1234567.5,\"k\":\"x\"}"),
		"9 March 2023; 9 March 2023, 14:05; 1,234,567.5; The &lt;x&gt;; By 9 March 2023, 1,234,567.5 The &lt;x&gt;\n");
	assert_string_equal(shown(tpl_test_formats, "{\"d\":null,\"t\":null,\"n\":null,\"k\":\"unknown\"}"),
	                    "; ; ; unknown; By ,  unknown\n");
}

static void numbers(void **state)
{
	static const struct {
		const char *json, *text;
	} cases[] = {{"5", "5"},
	             {"-9223372036854775808", "-9223372036854775808"},
	             {"1.50", "1.5"},
	             {"2.0", "2"},
	             {"0.1", "0.1"},
	             {"1e20", "100000000000000000000"},
	             {"-0.00001", "-0.00001"},
	             {"1234567.89", "1234567.89"},
	             {"true", "true"},
	             {"\"t\"", "t"},
	             {"{\"a\":[1]}", "{\"a\":[1]}"}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(shown(tpl_test_truth, arena_printf(arena, "{\"v\":%s}", cases[i].json)),
		                    arena_printf(arena, "yes %s\n", cases[i].text));
}

/* ---- sections ---- */

static void truth(void **state)
{
	static const char *const no[] = {"null", "false", "\"\"", "[]", "0", "0.0", "-0.0"};
	static const char *const yes[] = {"true", "\"0\"", "1", "-1", "0.5", "{}", "[0]"};

	(void)state;
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		assert_string_equal(shown(tpl_test_truth, arena_printf(arena, "{\"v\":%s}", no[i])), "no\n");
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		assert_true(!strncmp(shown(tpl_test_truth, arena_printf(arena, "{\"v\":%s}", yes[i])), "yes", 3));
	assert_string_equal(r.missing, "");
}

static void arrays_and_objects(void **state)
{
	(void)state;
	assert_string_equal(
		shown(tpl_test_sections, "{\"items\":[{\"name\":\"a\"},{\"name\":\"b\",\"outer\":\"own\"},{\"name\":null}],"
	                             "\"object\":{\"inside\":1},\"list\":[1,\"<\",null],\"rows\":[[1,2],[],[3]]}"),
		"1 first: a global\n2 later: b own\n3 later last:  global\nobject 1\n[1][&lt;][]\n(1,2,)()(3,)\n");
	assert_string_equal(r.missing, "");
	assert_string_equal(shown(tpl_test_sections, "{\"items\":[],\"object\":null,\"list\":[],\"rows\":[]}"),
	                    "none\nno object\n\n\n");
}

static void partials_and_lines_of_their_own(void **state)
{
	(void)state;
	assert_string_equal(shown(tpl_test_standalone, "{\"on\":true,\"who\":\"me\"}"),
	                    "<ul>\n  <li>one</li>\n<li>me</li>\n   not alone \n</ul>\nend\n");
	assert_string_equal(shown(tpl_test_rows, "{\"people\":[{\"who\":\"a\"},{\"who\":\"b\"}]}"), "1 a\n2 b\n");
	assert_string_equal(shown(tpl_test_empty, "{}"), "");
}

static void sections_inside_tags(void **state)
{
	(void)state;
	assert_string_equal(
		shown(tpl_test_attributes, "{\"on\":true,\"v\":\"https://x/ \\\"\"}"),
		"<option value=\"https://x/ &quot;\" selected>\n<input disabled name=\"n\">\n"
		"<input name=\"n\" data-a=\"https://x/ &quot;\" class=\"x y\">\n<a href=\"https://x/ &quot;\">\n"
		"<a href=\"/l?a=b&amp;q=https%3A%2F%2Fx%2F%20%22\">\n<input>\n");
	assert_string_equal(
		shown(tpl_test_attributes, "{\"on\":false,\"v\":1}"),
		"<option value=\"1\">\n<input required name=\"n\">\n<input name=\"n\" class=\"x\">\n<a href=\"/mount/o\">\n"
		"<a href=\"/l?a=b\">\n<input>\n");
	assert_string_equal(r.missing, "test_attributes: @first");
}

/* ---- keys that are nowhere ---- */

static void absent_keys_are_recorded(void **state)
{
	(void)state;
	shown(tpl_test_dotted, "{}");
	assert_string_equal(r.missing, "test_dotted: a.b.c");
	shown(tpl_test_dotted, "{\"a\":{}}");
	assert_string_equal(r.missing, "test_dotted: a.b.c");
	shown(tpl_test_dotted, "{\"a\":{\"b\":\"text\"}}");
	assert_string_equal(r.missing, "test_dotted: a.b.c");
	shown(tpl_test_truth, "{}");
	assert_string_equal(r.missing, "test_truth: v");
	shown(tpl_test_numbered, "{\"who\":1}");
	assert_string_equal(r.missing, "test_numbered: @index");
	shown(tpl_test_contexts, "{\"x\":1}");
	assert_string_equal(r.missing, "test_contexts: v");
}

static void null_is_not_absent(void **state)
{
	(void)state;
	assert_string_equal(shown(tpl_test_dotted, "{\"a\":null}"), "\n");
	assert_string_equal(r.missing, "");
	assert_string_equal(shown(tpl_test_dotted, "{\"a\":{\"b\":null}}"), "\n");
	assert_string_equal(shown(tpl_test_dotted, "{\"a\":{\"b\":{\"c\":null}}}"), "\n");
	assert_string_equal(r.missing, "");
	assert_string_equal(shown(tpl_test_dotted, "{\"a\":{\"b\":{\"c\":\"x\"}}}"), "x\n");
}

/* What is written from right to left ends its direction with itself, wherever an element may stand. */
static void what_turns_is_isolated(void **state)
{
	(void)state;
	const char *html = with_value(tpl_test_contexts, "שלום 2");
	assert_non_null(strstr(html, "<title>שלום 2</title>"));
	assert_non_null(strstr(html, "<p><bdi>שלום 2</bdi></p>"));
	assert_non_null(strstr(html, "<p title=\"שלום 2\""));
	assert_non_null(strstr(html, "<textarea>\nשלום 2</textarea>"));
	assert_non_null(strstr(html, "<p>Text <bdi>שלום 2</bdi> &amp; more</p>"));
	assert_non_null(strstr(with_value(tpl_test_contexts, "مشروع"), "<p><bdi>مشروع</bdi></p>"));
	assert_null(strstr(with_value(tpl_test_contexts, "Åäö – “100 %” 你好"), "<bdi>"));
}

/* ---- translated texts ---- */

static void plural_forms(void **state)
{
	(void)state;
	assert_string_equal(shown(tpl_test_plural, "{\"n\":1,\"who\":\"<a>\"}"), "1 project of &lt;a&gt;\n");
	assert_string_equal(shown(tpl_test_plural, "{\"n\":0,\"who\":\"{n}\"}"), "0 projects of {n}\n");
	assert_string_equal(shown(tpl_test_plural, "{\"n\":12,\"who\":null}"), "12 projects of \n");
}

/* A translator's text may have other placeholders than the source. */
static void translations_with_odd_braces(void **state)
{
	static const char *const path[] = {"t: n", "n", NULL};
	static const struct render_argument arguments[] = {{"n", path, RENDER_PLAIN, NULL}};

	(void)state;
	shown(tpl_test_empty, "{\"n\":7}");
	render_message(&r, RENDER_TEXT, "{n} av {m} <{n}{ {n", arguments, 1);
	assert_string_equal(buf_text(&out), "7 av {m} &lt;7{ {n");
	buf_reset(&out);
	render_message(&r, RENDER_ATTRIBUTE, "\"{n}\"", NULL, 0);
	assert_string_equal(buf_text(&out), "&quot;{n}&quot;");
}

static void literal_text_is_not_changed(void **state)
{
	(void)state;
	assert_string_equal(shown(tpl_test_trigraph, "{}"), "<p title=\"?\?\">what?\?/\t\\ \"é\" 100% Why?\?</p>\n");
}

static int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	buf_init(&out, 1 << 20);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	buf_free(&out);
	arena_free(arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_place_has_its_escaping),
		cmocka_unit_test(hostile_values_stay_values),
		cmocka_unit_test(whole_urls),
		cmocka_unit_test(lines_and_markdown),
		cmocka_unit_test(formats),
		cmocka_unit_test(numbers),
		cmocka_unit_test(truth),
		cmocka_unit_test(arrays_and_objects),
		cmocka_unit_test(partials_and_lines_of_their_own),
		cmocka_unit_test(sections_inside_tags),
		cmocka_unit_test(absent_keys_are_recorded),
		cmocka_unit_test(null_is_not_absent),
		cmocka_unit_test(what_turns_is_isolated),
		cmocka_unit_test(plural_forms),
		cmocka_unit_test(translations_with_odd_braces),
		cmocka_unit_test(literal_text_is_not_changed),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
