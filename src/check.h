/* check.h: `styrbord check`: is what the portal stands on as it must be? */
#ifndef CHECK_H
#define CHECK_H

#include "base/config.h"

/* Tests languages, database and directory, prints a line each, "good" or what is wrong and what mends it, and returns
 * how many were wrong. */
int check_all(const struct config *c);

#endif
