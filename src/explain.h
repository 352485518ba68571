/* explain.h: `styrbord explain`: why somebody may do what they may, or cannot sign in, as far as the directory says. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "base/config.h"
#include "base/error.h"

/* Looks the account up as a sign-in does, without a password, and prints the entry, what the portal takes from it,
 * what speaks against signing in, groups level by level, the rules that match and those groups that no rule names, and
 * how long it took. 0; 1: nobody would sign in so; -1: the directory does not say, *e why. */
int explain(const struct config *c, const char *account, struct error *e);

#endif
