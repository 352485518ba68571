#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

int error_set(struct error *e, int status, const char *message, ...)
{
	if (!e)
		return -1;
	va_list args;
	va_start(args, message);
	e->status = status;
	vsnprintf(e->message, sizeof e->message, message, args);
	va_end(args);
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
