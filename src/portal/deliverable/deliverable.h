/* deliverable.h: the pages of a project's deliverables. */
#ifndef PORTAL_DELIVERABLE_H
#define PORTAL_DELIVERABLE_H

#include "portal/record_pages.h"

extern const struct record_type deliverable_type;
extern const struct record_pages deliverable_pages;

#endif
