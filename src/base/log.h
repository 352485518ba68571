/* log.h: one line an event, to standard error, where systemd's journal reads the priority (sd-daemon(3)).
 * Control characters in what is logged become '?', so that nobody forges a line. Never log a password,
 * a token or a cookie. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/arena.h"

enum log_level { LOG_LEVEL_ERROR = 3, LOG_LEVEL_WARNING = 4, LOG_LEVEL_INFO = 6, LOG_LEVEL_DEBUG = 7 };

void log_line(enum log_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));
#define log_error(...) log_line(LOG_LEVEL_ERROR, __VA_ARGS__)
#define log_warning(...) log_line(LOG_LEVEL_WARNING, __VA_ARGS__)
#define log_info(...) log_line(LOG_LEVEL_INFO, __VA_ARGS__)

/* A text that somebody sent, between quotation marks and with everything in it but harmless printable ASCII
 * percent-encoded: whatever it says, it is one word of the line. */
const char *log_quoted(struct arena *a, const char *text);

#endif
