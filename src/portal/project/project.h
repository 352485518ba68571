/* project.h: the project's page, and the list of projects. */
#ifndef PORTAL_PROJECT_H
#define PORTAL_PROJECT_H

#include "http/router.h"
#include "record/record.h"

extern const struct record_type project_filter_type;

handler project_page, project_list;

#endif
