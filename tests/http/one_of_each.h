/* one_of_each.h: a record of each type below a subject, for tests that try every route. */
#ifndef ONE_OF_EACH_H
#define ONE_OF_EACH_H

#include "client.h"

/* By the portfolio office; fails the test unless it answers 201. */
void create(const char *path, const char *json);

/* One of all that hangs on subjects of this collection, on the one with this code. There is a model of the same code
 * that has an item. */
void one_of_each(const char *collection, const char *code);

#endif
