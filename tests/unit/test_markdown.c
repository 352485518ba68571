/* html/markdown.h: what people write stays theirs and never becomes markup of its own. */
#include "html/markdown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;
static struct buf out;

static const char *rendered(const char *text)
{
	buf_reset(&out);
	markdown_render(&out, arena, text);
	return buf_text(&out);
}

static void ordinary_text(void **state)
{
	(void)state;
	assert_string_equal(rendered(""), "");
	assert_string_equal(rendered("one *two* **three** `<four>`\nfive"),
	                    "<p>one <em>two</em> <strong>three</strong> <code>&lt;four&gt;</code><br>\nfive</p>\n");
	assert_string_equal(rendered("- a\n- b\n"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
	assert_string_equal(rendered("- a\n\n- b\n"), "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n");
	assert_string_equal(rendered("3. a\n4. b\n"), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
	assert_string_equal(rendered("- a\n  - b\n"), "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n");
	assert_string_equal(rendered("> q\n\n---\n\n    <c>\n"),
	                    "<blockquote>\n<p>q</p>\n</blockquote>\n<hr>\n<pre><code>&lt;c&gt;\n</code></pre>\n");
	assert_string_equal(rendered("a  \nb"), "<p>a<br>\nb</p>\n");
}

static void headings_begin_at_h3(void **state)
{
	(void)state;
	assert_string_equal(rendered("# a"), "<h3>a</h3>\n");
	assert_string_equal(rendered("## a"), "<h4>a</h4>\n");
	assert_string_equal(rendered("###### a"), "<h6>a</h6>\n");
}

static void html_is_shown_as_text(void **state)
{
	(void)state;
	assert_string_equal(rendered("a <b onx=1>b</b>"), "<p>a &lt;b onx=1&gt;b&lt;/b&gt;</p>\n");
	assert_string_equal(rendered("<script>alert(1)</script>\n"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n");
	assert_string_equal(rendered("```\"><script>\n<x>\n```"), "<pre><code>&lt;x&gt;\n</code></pre>\n");
}

static void links(void **state)
{
	(void)state;
	assert_string_equal(rendered("[a](https://example.org/?b=c&d \"t\")"),
	                    "<p><a href=\"https://example.org/?b=c&amp;d\" rel=\"noopener noreferrer\">a</a></p>\n");
	assert_string_equal(rendered("[a](/projects/DHO)"),
	                    "<p><a href=\"/projects/DHO\" rel=\"noopener noreferrer\">a</a></p>\n");
	assert_string_equal(rendered("[a](<https://x/\"onx=1>)"),
	                    "<p><a href=\"https://x/&quot;onx=1\" rel=\"noopener noreferrer\">a</a></p>\n");
}

static void addresses_that_are_none(void **state)
{
	static const char *const bad[] = {
		"[a](javascript:alert(1))", "[a](JAVASCRIPT:x)",          "[a](&#106;avascript:x)", "[a](data:text/html,x)",
		"[a](<java&#10;script:x>)", "[a](&Tab;javascript:x)",     "[a](vbscript:x)",        "[a]()",
		"[a](\\javascript:x)",      "[a][b]\n\n[b]: javascript:x"};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_null(strstr(rendered(bad[i]), "href"));
	assert_string_equal(rendered("<javascript:alert(1)>"), "<p>javascript:alert(1)</p>\n");
}

static void images_are_never_loaded(void **state)
{
	(void)state;
	assert_string_equal(rendered("![alt](https://x/y.png)"),
	                    "<p><a href=\"https://x/y.png\" rel=\"noopener noreferrer\">alt</a></p>\n");
	assert_string_equal(rendered("![](https://x/y.png)"),
	                    "<p><a href=\"https://x/y.png\" rel=\"noopener noreferrer\">https://x/y.png</a></p>\n");
	assert_string_equal(rendered("![alt](data:image/png;base64,AA)"), "<p>alt</p>\n");
	assert_string_equal(rendered("[![alt](https://x/y.png)](https://z/)"),
	                    "<p><a href=\"https://z/\" rel=\"noopener noreferrer\">alt</a></p>\n");
}

static void deep_nesting_is_shown_as_typed(void **state)
{
	(void)state;
	assert_non_null(strstr(rendered(">>>>>>>>>> ten"), "<blockquote>"));
	assert_string_equal(rendered(">>>>>>>>>>> <eleven>"),
	                    "<pre>&gt;&gt;&gt;&gt;&gt;&gt;&gt;&gt;&gt;&gt;&gt; &lt;eleven&gt;</pre>\n");
}

static void what_people_type_stays_what_it_was(void **state)
{
	(void)state;
	assert_string_equal(rendered("3. oktober: møte\n17. november: vedtak\n1. desember"),
	                    "<p>3. oktober: møte<br>\n17. november: vedtak<br>\n1. desember</p>\n");
	assert_string_equal(rendered("6. joulukuuta\n2. maj\n4. Juli"), "<p>6. joulukuuta<br>\n2. maj<br>\n4. Juli</p>\n");
	assert_string_equal(rendered("1. Mål\n2. Midler"), "<ol>\n<li>Mål</li>\n<li>Midler</li>\n</ol>\n");
	assert_string_equal(rendered("•\ta\n• b\n\xEF\x82\xB7\tc"), "<ul>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ul>\n");
	assert_string_equal(
		rendered("Før\nNavn\tSum\nA <b>\t1\nEtter"),
		"<p>Før</p>\n<div class=\"sb-pasted\"><table>\n<tr><th scope=\"col\">Navn</th><th scope=\"col\">Sum</th></tr>\n"
		"<tr><td>A &lt;b&gt;</td><td>1</td></tr>\n</table></div>\n<p>Etter</p>\n");
	assert_string_equal(rendered("ett\tord"), "<p>ett\tord</p>\n");
	assert_string_equal(rendered("```\na\tb\nc\td\n3. mai\n```"), "<pre><code>a\tb\nc\td\n3. mai\n</code></pre>\n");
}

/* Whatever comes in, the only tags that come out are ours. */
static void only_our_tags_come_out(void **state)
{
	static const char *const ours[] = {
		"p>",    "/p>",    "a href=\"", "/a>",         "em>",          "/em>", "strong>", "/strong>",
		"code>", "/code>", "pre>",      "/pre>",       "ul>",          "/ul>", "ol>",     "ol start=\"",
		"/ol>",  "li>",    "/li>",      "blockquote>", "/blockquote>", "hr>",  "br>",     "h3>",
		"/h3>",  "h4>",    "/h4>",      "h5>",         "/h5>",         "h6>",  "/h6>",    "div class=\"sb-pasted\">",
		"/div>", "table>", "/table>",   "tr>",         "/tr>",         "td>",  "/td>",    "th scope=\"col\">",
		"/th>"};
	static const char alphabet[] = "<>[]()!*_`#->:\n \"'&a/1.\\\t=";
	unsigned seed = 1;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		char text[41] = "";
		for (size_t i = 0; i < sizeof text - 1; i++) {
			seed = seed * 1103515245u + 12345u;
			text[i] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
		}
		arena_reset(arena);
		for (const char *tag = rendered(text); (tag = strchr(tag, '<')) != NULL;) {
			size_t i = 0;
			tag++;
			while (i < sizeof ours / sizeof *ours && strncmp(tag, ours[i], strlen(ours[i])) != 0)
				i++;
			if (i == sizeof ours / sizeof *ours)
				fail_msg("%s becomes %s", text, buf_text(&out));
		}
	}
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
		cmocka_unit_test(ordinary_text),
		cmocka_unit_test(what_people_type_stays_what_it_was),
		cmocka_unit_test(headings_begin_at_h3),
		cmocka_unit_test(html_is_shown_as_text),
		cmocka_unit_test(links),
		cmocka_unit_test(addresses_that_are_none),
		cmocka_unit_test(images_are_never_loaded),
		cmocka_unit_test(deep_nesting_is_shown_as_typed),
		cmocka_unit_test(only_our_tags_come_out),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
