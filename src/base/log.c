#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void log_line(enum log_level level, const char *format, ...)
{
	char line[2048];
	int head = snprintf(line, sizeof line, "<%d>", (int)level);
	va_list args;
	va_start(args, format);
	int n = vsnprintf(line + head, sizeof line - (size_t)head - 1, format, args);
	va_end(args);
	if (n < 0)
		return;
	size_t len = (size_t)head + (size_t)n;
	if (len > sizeof line - 2)
		len = sizeof line - 2;
	/* C0, delete, and C1, which is U+0080 to U+009F: they control terminals. */
	for (size_t i = 0; i < len; i++) {
		const unsigned char *c = (const unsigned char *)line + i;
		if (c[0] < 0x20 || c[0] == 0x7f)
			line[i] = '?';
		else if (c[0] == 0xc2 && i + 1 < len && c[1] < 0xa0)
			line[i] = line[i + 1] = '?';
	}
	line[len] = '\n';
	/* One write a line: workers share the descriptor. There is nowhere to report a failure of the log. */
	ssize_t written = write(STDERR_FILENO, line, len + 1);
	(void)written;
}

const char *log_quoted(struct arena *a, const char *text)
{
	static const char digits[] = "0123456789ABCDEF";
	char *quoted = arena_alloc(a, strlen(text) * 3 + 3), *at = quoted;
	*at++ = '"';
	for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
		if (*c > 0x20 && *c < 0x7f && !strchr("\"\\%", *c)) {
			*at++ = (char)*c;
			continue;
		}
		*at++ = '%';
		*at++ = digits[*c >> 4];
		*at++ = digits[*c & 15];
	}
	*at = '"';
	return quoted;
}
