/* html/escape.h: what is written can be read back, and nothing gets out of its place. */
#include "html/escape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void expect(void (*escape)(struct buf *, const char *), const char *in, const char *out)
{
	struct buf b;

	buf_init(&b, 4096);
	escape(&b, in);
	assert_string_equal(buf_text(&b), out);
	buf_free(&b);
}

static void text_keeps_quotes(void **state)
{
	(void)state;
	expect(escape_text, "", "");
	expect(escape_text, "<b>&amp; \"x\" 'y' ö</b>", "&lt;b&gt;&amp;amp; \"x\" 'y' ö&lt;/b&gt;");
}

static void attribute_escapes_both_quotes(void **state)
{
	(void)state;
	expect(escape_attribute, "\"' onx=1 <>&", "&quot;&#39; onx=1 &lt;&gt;&amp;");
	expect(escape_attribute, "plain åäö", "plain åäö");
}

static void url_component_keeps_only_unreserved(void **state)
{
	(void)state;
	expect(escape_url_component, "aZ09-._~", "aZ09-._~");
	expect(escape_url_component, "a/b?c=d&e#f %:", "a%2Fb%3Fc%3Dd%26e%23f%20%25%3A");
	expect(escape_url_component, "ö\"'<>", "%C3%B6%22%27%3C%3E");
}

static void every_byte_is_harmless(void **state)
{
	(void)state;
	for (int c = 1; c < 256; c++) {
		struct buf b;
		buf_init(&b, 100);
		escape_attribute(&b, (const char[]){(char)c, '\0'});
		assert_null(strpbrk(buf_text(&b), "<>\"'"));
		buf_reset(&b);
		escape_url_component(&b, (const char[]){(char)c, '\0'});
		assert_null(strpbrk(buf_text(&b), "<>\"' &/:?#\\\n\t"));
		buf_free(&b);
	}
}

static void urls_that_may_be_links(void **state)
{
	static const char *const good[] = {
		"", "/", "/a?b#c", "?q=1", "#top", "http://x", "HTTPS://example.org/", "mailto:a@example.org"};
	static const char *const bad[] = {"javascript:alert(1)",
	                                  " javascript:alert(1)",
	                                  "JaVaScRiPt:x",
	                                  "\tjavascript:x",
	                                  "java\nscript:x",
	                                  "data:text/html,x",
	                                  "vbscript:x",
	                                  "x",
	                                  "http:",
	                                  "https://",
	                                  "http:x",
	                                  "ftp://x",
	                                  "\\\\x",
	                                  "file:///etc"};

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(escape_url_allowed(good[i]));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(escape_url_allowed(bad[i]));
}

static void queries_that_the_server_made(void **state)
{
	(void)state;
	assert_true(escape_query_allowed("a=b&c=%C3%B6+x.~_-"));
	assert_true(escape_query_allowed(""));
	assert_false(escape_query_allowed("a=\"b"));
	assert_false(escape_query_allowed("javascript:x"));
	assert_false(escape_query_allowed("a b"));
	assert_false(escape_query_allowed("a=<"));
	assert_false(escape_query_allowed("a#b"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_keeps_quotes),
		cmocka_unit_test(attribute_escapes_both_quotes),
		cmocka_unit_test(url_component_keeps_only_unreserved),
		cmocka_unit_test(every_byte_is_harmless),
		cmocka_unit_test(urls_that_may_be_links),
		cmocka_unit_test(queries_that_the_server_made),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
