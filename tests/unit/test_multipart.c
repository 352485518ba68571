#include "base/text.h"
#include "http/multipart.h"
#include "record/field_file.h"

#include <json-c/json.h>
#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define TYPE "multipart/form-data; boundary=xX"
#define PART(HEAD, BODY) "--xX\r\nContent-Disposition: form-data; " HEAD "\r\n\r\n" BODY "\r\n"
#define LAST "--xX--\r\n"

static struct form_pair *pairs;
static size_t count;

static int read_form(struct arena *a, const char *type, const char *body, size_t n)
{
	struct error e = {0};
	int rc = multipart_parse(type, body, n, a, &pairs, &count, &e);
	if (rc)
		assert_int_equal(e.status, 400);
	return rc;
}

#define READ(BODY) read_form(a, TYPE, BODY, sizeof(BODY) - 1)

static void reads_texts_and_files(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	assert_int_equal(READ(PART("name=\"title\"", "Åtta\r\nrader") PART("name=title", "igen") PART(
						 "name=\"file\"; filename=\"plan.pdf\"\r\nContent-Type: application/pdf", "a\0b\r\n--x") LAST),
	                 0);
	assert_int_equal(count, 3);
	assert_string_equal(pairs[0].name, "title");
	assert_string_equal(pairs[0].value, "Åtta\r\nrader");
	assert_null(pairs[0].file);
	assert_string_equal(pairs[1].value, "igen");
	assert_string_equal(pairs[2].file, "plan.pdf");
	assert_string_equal(pairs[2].value, "YQBiDQotLXg=");
	arena_free(a);
}

/* Only what stands behind the last / or \ of a name counts; a field for a file that was left empty holds none. */
static void names_do_not_climb(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	assert_int_equal(READ(PART("name=\"f\"; filename=\"../../etc/passwd.txt\"", "x") LAST), 0);
	assert_string_equal(pairs[0].file, "passwd.txt");
	assert_int_equal(READ(PART("name=\"f\"; filename=\"C:\\own\\a.txt\"", "x") LAST), 0);
	assert_string_equal(pairs[0].file, "a.txt");
	assert_int_equal(READ(PART("name=\"f\"; filename=\"\"", "") LAST), 0);
	assert_null(pairs[0].file);
	assert_string_equal(pairs[0].value, "");
	arena_free(a);
}

static void refuses_what_no_browser_sends(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	assert_int_equal(READ(""), -1);
	assert_int_equal(READ(LAST), 0);
	assert_int_equal(READ("preamble\r\n" LAST), -1);
	assert_int_equal(READ(PART("name=\"a\"", "1")), -1);
	assert_int_equal(READ(PART("name=\"a\"", "1") "--xX"), -1);
	assert_int_equal(READ(PART("filename=\"a\"", "1") LAST), -1);
	assert_int_equal(READ(PART("name=\"a", "1") LAST), -1);
	assert_int_equal(READ(PART("name=\"a\"", "\xff") LAST), -1);
	assert_int_equal(READ(PART("name=\"\x01\"", "1") LAST), -1);
	assert_int_equal(READ(PART("name=\"a\"\r\nContent-Transfer-Encoding: base64", "MQ==") LAST), -1);
	assert_int_equal(READ("--xX\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n" LAST), -1);
	assert_int_equal(read_form(a, "multipart/form-data", LAST, sizeof LAST - 1), -1);
	assert_int_equal(read_form(a, "multipart/form-data; boundary=", "--\r\n", 4), -1);
	arena_free(a);
}

/* ---- what the file is ---- */

static const char *problem_with(struct arena *a, const char *name, const char *content, size_t n,
                                struct json_object **value)
{
	char base64[4096];
	sodium_bin2base64(base64, sizeof base64, (const unsigned char *)content, n, sodium_base64_VARIANT_ORIGINAL);
	return field_file_parse(name, base64, 1024, a, value);
}

#define PROBLEM(NAME, CONTENT) problem_with(a, NAME, CONTENT, sizeof(CONTENT) - 1, &value)

static void looks_into_files(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct json_object *value = NULL;
	assert_null(PROBLEM("/tmp/..Plan för året.PDF", "%PDF-1.4\n%\xe2\xe3\n1 0 obj\n"));
	assert_string_equal(json_object_get_string(json_object_object_get(value, "name")), "Plan för året.PDF");
	assert_string_equal(json_object_get_string(json_object_object_get(value, "kind")), "application/pdf");
	assert_int_equal(json_object_get_int(json_object_object_get(value, "size")), 21);
	assert_string_equal(json_object_get_string(json_object_object_get(value, "sha256")),
	                    "9aad9192513690dc2b09dea95ecc5cc001d4ebc2c150406a200c4b4d070f892a");
	json_object_put(value);
	assert_null(PROBLEM("a.csv", "a;b\n1;2\n"));
	assert_string_equal(json_object_get_string(json_object_object_get(value, "kind")), "text/csv; charset=utf-8");
	json_object_put(value);
	arena_free(a);
}

static void refuses_what_is_not_what_it_says(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct json_object *value = NULL;
	char large[1025] = "a";
	memset(large, 'a', sizeof large);
	assert_non_null(strstr(PROBLEM("a.pdf", "<html><script>alert(1)</script></html>"), "not what its name says"));
	assert_non_null(strstr(PROBLEM("a.png", "GIF89a\1\0\1\0\0\0\0;"), "not what its name says"));
	assert_non_null(strstr(PROBLEM("a.txt", "<!DOCTYPE html><html></html>"), "not what its name says"));
	assert_non_null(strstr(PROBLEM("a.docx", "\x7f"
	                                         "ELF\2\1\1"),
	                       "not what its name says"));
	assert_non_null(strstr(PROBLEM("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "not kept here"));
	assert_non_null(strstr(PROBLEM("a.exe", "MZ"), "not kept here"));
	assert_non_null(strstr(PROBLEM("pdf", "%PDF-1.4\n"), "not kept here"));
	assert_non_null(strstr(PROBLEM(".pdf", "%PDF-1.4\n"), "not kept here"));
	assert_non_null(strstr(PROBLEM("a\xe2\x80\xaegpj.txt", "x"), "letters"));
	assert_non_null(strstr(PROBLEM("a\r\nb.txt", "x"), "letters"));
	assert_non_null(strstr(PROBLEM("a.txt", ""), "empty"));
	assert_non_null(strstr(problem_with(a, "a.txt", large, sizeof large, &value), "larger"));
	assert_non_null(strstr(field_file_parse("a.txt", "not base64!", 1024, a, &value), "Base64"));
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(reads_texts_and_files), cmocka_unit_test(names_do_not_climb),
	                                   cmocka_unit_test(refuses_what_no_browser_sends),
	                                   cmocka_unit_test(looks_into_files),
	                                   cmocka_unit_test(refuses_what_is_not_what_it_says)};
	return sodium_init() < 0 ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
