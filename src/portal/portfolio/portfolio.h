/* portfolio.h: the front page. */
#ifndef PORTAL_PORTFOLIO_H
#define PORTAL_PORTFOLIO_H

#include "http/router.h"

handler portfolio_page;

#endif
