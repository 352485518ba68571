/* composed.h: which composed statements (statement.h) one connection has prepared. Internal to db/. */
#ifndef DB_COMPOSED_H
#define DB_COMPOSED_H

#include <stdbool.h>

enum { COMPOSED_MAX = 200 };

/* Zeroed at first; emptied with composed_forget_all(). */
struct composed {
	struct {
		char *text; /* NULL: free */
		bool past;  /* prepared on the past's search path */
		unsigned long used;
	} slots[COMPOSED_MAX];
	unsigned long clock;
};

/* The slot of the text, which is now the last that was used; with *known false it is one to be taken: a free one, or
 * that which has not been used for longest and is to be deallocated first (its text is not NULL). */
int composed_slot(struct composed *c, const char *text, bool past, bool *known);

/* What the server has done: prepared in this slot (the text is copied), or deallocated it. */
void composed_keep(struct composed *c, int slot, const char *text, bool past);
void composed_forget(struct composed *c, int slot);

/* The connection is gone, and all of them with it. */
void composed_forget_all(struct composed *c);

#endif
