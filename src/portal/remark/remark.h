/* remark.h: the list of what contradicts itself in the portfolio, with who can mend each. */
#ifndef PORTAL_REMARK_H
#define PORTAL_REMARK_H

#include "http/router.h"

handler contradictions_page;

#endif
