#include "db/composed.h"

#include <stdlib.h>
#include <string.h>

int composed_slot(struct composed *c, const char *text, bool past, bool *known)
{
	int oldest = 0;
	for (int i = 0; i < COMPOSED_MAX; i++) {
		if (c->slots[i].text && c->slots[i].past == past && !strcmp(c->slots[i].text, text)) {
			c->slots[i].used = ++c->clock;
			*known = true;
			return i;
		}
		if (c->slots[i].used < c->slots[oldest].used)
			oldest = i;
	}
	*known = false;
	return oldest;
}

void composed_keep(struct composed *c, int slot, const char *text, bool past)
{
	composed_forget(c, slot);
	if (!(c->slots[slot].text = strdup(text)))
		abort();
	c->slots[slot].past = past;
	c->slots[slot].used = ++c->clock;
}

void composed_forget(struct composed *c, int slot)
{
	free(c->slots[slot].text);
	c->slots[slot].text = NULL;
	c->slots[slot].used = 0;
}

void composed_forget_all(struct composed *c)
{
	for (int i = 0; i < COMPOSED_MAX; i++)
		composed_forget(c, i);
}
