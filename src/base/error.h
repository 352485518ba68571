/* error.h: what went wrong, for the person and for the log.
 *
 * A function that can fail returns 0, or -1 after filling the `struct error *` that it was given.
 * Only the top of a request turns the error into a page or a problem document (RFC 9457) and logs
 * it, once. `message` is a sentence in the person's language that says what happened and what to do;
 * `detail` is for the administrator's log and never leaves the machine.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

enum { ERROR_MESSAGE_MAX = 1024, ERROR_DETAIL_MAX = 1024 };

struct error {
	int status;      /* HTTP status; 0: no error */
	int retry_after; /* seconds, for 503 and 429; 0: not said */
	char message[ERROR_MESSAGE_MAX];
	char detail[ERROR_DETAIL_MAX];
};

/* Sets status and message; the message is already translated: error_set(e, 404, _("There is no …")).
 * A NULL `e` is allowed. Returns -1, so that a caller can `return error_set(…)`. */
int error_set(struct error *e, int status, const char *message, ...) __attribute__((format(printf, 3, 4)));

/* Adds what the log needs. Returns -1. */
int error_detail(struct error *e, const char *detail, ...) __attribute__((format(printf, 2, 3)));

#endif
