/* pair.h: one name and its value, as a query or a form sends them. */
#ifndef BASE_PAIR_H
#define BASE_PAIR_H

/* Both clean UTF-8 (base/text.h) without NUL; whoever made the pair owns the texts. */
struct form_pair {
	const char *name, *value;
};

#endif
