/* routes.h: every route of the portal. */
#ifndef ROUTES_H
#define ROUTES_H

#include "http/router.h"

extern const struct route routes[];
extern const size_t route_count;

/* Prints method, path, right, what else is checked (?at= taken, waits for the directory, CSRF token) and handler of
 * each row; a golden file in tests makes a change of access visible. */
void routes_print(void);

#endif
