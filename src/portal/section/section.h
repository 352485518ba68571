/* section.h: the pages of a project's sections. */
#ifndef PORTAL_SECTION_H
#define PORTAL_SECTION_H

#include "portal/record_pages.h"

extern const struct record_type section_type;
extern const struct record_pages section_pages;

#endif
