/* milestone.h: the pages of a project's milestones. */
#ifndef PORTAL_MILESTONE_H
#define PORTAL_MILESTONE_H

#include "portal/record_pages.h"

extern const struct record_type milestone_type;
extern const struct record_pages milestone_pages;

#endif
