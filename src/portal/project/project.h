/* project.h: the project's page, the list of projects, and the form of a project. */
#ifndef PORTAL_PROJECT_H
#define PORTAL_PROJECT_H

#include "portal/record_pages.h"

extern const struct record_type project_type, project_filter_type;
extern const struct record_pages project_pages;

handler project_page, project_list;

#endif
