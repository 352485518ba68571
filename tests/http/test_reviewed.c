/* What a reviewer is to see: routes.golden is what `styrbord routes` prints, who may reach what; statements.golden what
 * `styrbord statements` does, what is asked of the database as the declarations make it. A change fails here until it
 * is copied there: build/styrbord routes >tests/http/routes.golden */
#include "client.h"

#include <stdio.h>
#include <stdlib.h>

static void as_reviewed(void **state)
{
	const char *what = *state;
	char printed[512], kept[512];
	int lines = 0;
	FILE *program = popen(text("'%s/app/styrbord' %s", getenv("STYRBORD_DIR"), what), "r"),
		 *f = fopen(text("tests/http/%s.golden", what), "r");
	assert_non_null(program);
	assert_non_null(f);
	for (; fgets(kept, sizeof kept, f); lines++) {
		assert_non_null(fgets(printed, sizeof printed, program));
		assert_string_equal(printed, kept);
	}
	assert_null(fgets(printed, sizeof printed, program));
	assert_true(lines > 100);
	assert_int_equal(pclose(program), 0);
	fclose(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		{"routes_are_as_reviewed", as_reviewed, NULL, NULL, "routes"},
		{"statements_are_as_reviewed", as_reviewed, NULL, NULL, "statements"},
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
