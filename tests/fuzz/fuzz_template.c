/* Compiles any bytes as a template, and links it with itself: an error or C source, never a crash or a leak. */
#include "tools/template_compile.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct template_unit unit;
	struct error e = {0};
	int failed = template_compile("fuzz.html", "fuzz", (const char *)data, size, &unit, &e);

	if (!failed)
		failed = template_link(&unit, 1, &e);
	if ((failed && !e.message[0]) || (!failed && !unit.code.len))
		abort();
	template_free(&unit);
	return 0;
}
