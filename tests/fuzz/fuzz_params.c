/* Whatever params_parse() takes is text within the limits, its names clean; it never reads past what it was given. */
#include "base/text.h"
#include "http/params.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check_text(const char *text)
{
	if (!text_is_clean(text, strlen(text)))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct form_pair *pairs;
	size_t count;
	struct error e = {0};
	if (params_parse((const char *)data, n, a, &pairs, &count, &e) == 0) {
		if (count > PARAMS_MAX)
			abort();
		for (size_t i = 0; i < count; i++) {
			check_text(pairs[i].name);
			if (!text_is_utf8(pairs[i].value, strlen(pairs[i].value)))
				abort();
			if (strlen(pairs[i].name) > PARAM_NAME_MAX)
				abort();
		}
	} else if (e.status != 400 || !e.message[0]) {
		abort();
	}
	char *out = arena_alloc(a, n + 1);
	if (percent_decode((const char *)data, n, out))
		check_text(out);
	arena_free(a);
	return 0;
}
