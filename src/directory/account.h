/* account.h: what people type to sign in. Only directory.c uses it. */
#ifndef DIRECTORY_ACCOUNT_H
#define DIRECTORY_ACCOUNT_H

#include "base/arena.h"
#include "base/config.h"

/* The account in what was typed: DOMAIN\\account loses its domain when directory_account_domains lists it (in any
 * case). NULL when it names another domain, which finds nobody. */
const char *account_of(const struct config *c, const char *typed, struct arena *a);

#endif
