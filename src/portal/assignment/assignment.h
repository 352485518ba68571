/* assignment.h: the pages of a project's people. */
#ifndef PORTAL_ASSIGNMENT_H
#define PORTAL_ASSIGNMENT_H

#include "portal/record_pages.h"

extern const struct record_type assignment_type;
extern const struct record_pages assignment_pages;

#endif
