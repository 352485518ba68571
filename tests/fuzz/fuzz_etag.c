/* Conditional headers of any kind are read to their end and never past it, and say the same however they are sent:
 * with blanks around them, with empty elements, twice. */
#include "http/etag.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* In memory of its own, so that a read past its end is seen. */
static char *joined(const char *before, const char *header, const char *after)
{
	size_t room = strlen(before) + strlen(header) + strlen(after) + 1;
	char *text = malloc(room);
	if (!text)
		abort();
	strcpy(text, before);
	strcat(text, header);
	return strcat(text, after);
}

static void check(const char *header, const char *version, const char *tag)
{
	static const char *const around[][2] = {{"", ""}, {" ", "\t"}, {",", ", ,"}};
	bool matches = etag_matches(header, version), listed = etag_listed(header, tag);
	bool every = header[strspn(header, " \t")] == '*';
	/* What names the version or the tag holds its text. */
	if (!every && ((matches && !strstr(header, version)) || (listed && !strstr(header, tag))))
		abort();
	/* Only a strong tag matches, and one of ours is of the version that it names. */
	if (!every && listed && !matches && version[0] && !strstr(header, "W/"))
		abort();
	for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
		char *text = joined(around[i][0], header, around[i][1]);
		if ((!every || i < 2) && (etag_matches(text, version) != matches || etag_listed(text, tag) != listed))
			abort();
		free(text);
	}
	char *comma = joined(header, ",", header);
	if (!every && (etag_matches(comma, version) != matches || etag_listed(comma, tag) != listed))
		abort();
	free(comma);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	char *header = malloc(n + 1);
	if (!header)
		abort();
	memcpy(header, data, n);
	header[n] = '\0';
	check(header, "1", "\"1-ab\"");
	check(header, "", "\"-ab\"");
	free(header);
	return 0;
}
