#include "base/error.h"

#include "base/text.h"
#include <stdarg.h>

#include <stdio.h>

int error_set(struct error *e, int status, const char *message, ...)
{
	if (!e)
		return -1;
	va_list args;
	va_start(args, message);
	e->status = status;
	/* One byte more than is kept, so that a cut shows and is moved to where a character ends. */
	char whole[ERROR_MESSAGE_MAX + 4];
	vsnprintf(whole, sizeof whole, message, args);
	va_end(args);
	snprintf(e->message, sizeof e->message, "%.*s", text_prefix(whole, ERROR_MESSAGE_MAX - 1), whole);
	return -1;
}

int error_detail(struct error *e, const char *detail, ...)
{
	if (!e)
		return -1;
	va_list args;
	va_start(args, detail);
	vsnprintf(e->detail, sizeof e->detail, detail, args);
	va_end(args);
	return -1;
}
