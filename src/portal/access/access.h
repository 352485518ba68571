/* access.h: what may I, and why: every grant with the directory group and the rule that gave it. */
#ifndef PORTAL_ACCESS_H
#define PORTAL_ACCESS_H

#include "http/router.h"

handler access_page;

/* What a right lets somebody do, in words; the name itself when it has none. */
const char *access_words(const char *right);

#endif
