/* pair.h: one name and its value, as a query or a form sends them. */
#ifndef BASE_PAIR_H
#define BASE_PAIR_H

/* All clean UTF-8 (base/text.h) without NUL; whoever made the pair owns the texts. */
struct form_pair {
	const char *name, *value;
	const char *file; /* of a file that was sent (http/multipart.h): its name, and `value` is its content in Base64 */
};

#endif
