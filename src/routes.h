/* routes.h: every route of the portal. */
#ifndef ROUTES_H
#define ROUTES_H

#include "http/router.h"

/* Filled by routes_start(). */
extern const struct route *const routes;
extern size_t route_count;

/* Makes the record types' statements and rows. Called once, before the first connection and before workers are forked;
 * more calls do nothing. */
void routes_start(void);

/* Prints method, path, right, what else is checked (?at= taken, waits for the directory, CSRF token) and handler of
 * each row; a golden file in tests makes a change of access visible. */
void routes_print(void);

#endif
