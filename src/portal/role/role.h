/* role.h: a role with what it is called, what who has it does, and who has it. */
#ifndef PORTAL_ROLE_H
#define PORTAL_ROLE_H

#include "http/router.h"

handler role_page;

#endif
