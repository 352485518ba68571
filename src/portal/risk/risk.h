/* risk.h: the pages of a project's risks. */
#ifndef PORTAL_RISK_H
#define PORTAL_RISK_H

#include "portal/record_pages.h"

extern const struct record_type risk_type;
extern const struct record_pages risk_pages;

#endif
