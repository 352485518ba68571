/* search.h: everything that a person may see, by words: /search?q=…, grouped by what it is. */
#ifndef PORTAL_SEARCH_H
#define PORTAL_SEARCH_H

#include "http/router.h"

handler search_page;

#endif
