/* Whatever multipart_parse() takes is text within the limits or Base64, its names clean; it never reads past what it
 * was given. The first line of the input is the header. */
#include "base/text.h"
#include "http/multipart.h"
#include "http/params.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check(const struct form_pair *pair)
{
	if (!text_is_clean(pair->name, strlen(pair->name)) || strlen(pair->name) > PARAM_NAME_MAX)
		abort();
	if (!text_is_utf8(pair->value, strlen(pair->value)))
		abort();
	if (pair->file && (!text_is_clean(pair->file, strlen(pair->file)) || strpbrk(pair->file, "/\\")))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct form_pair *pairs;
	size_t count;
	struct error e = {0};
	const uint8_t *line = memchr(data, '\n', n);
	size_t head = line ? (size_t)(line - data) : 0;
	const char *type = line && !memchr(data, '\0', head) ? arena_strndup(a, (const char *)data, head)
	                                                     : "multipart/form-data; boundary=x";
	const char *body = (const char *)data + (line ? head + 1 : 0);
	/* Of its own size, so that a byte too much is found. */
	size_t length = n - (line ? head + 1 : 0);
	char *copy = malloc(length + !length);
	if (!copy)
		abort();
	memcpy(copy, body, length);
	if (multipart_parse(type, copy, length, a, &pairs, &count, &e) == 0) {
		if (count > MULTIPART_PARTS_MAX)
			abort();
		for (size_t i = 0; i < count; i++)
			check(&pairs[i]);
	} else if (e.status != 400 || !e.message[0]) {
		abort();
	}
	free(copy);
	arena_free(a);
	return 0;
}
