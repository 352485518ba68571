/* history.h: what changed on a project and on what belongs to it, when, and by whom. */
#ifndef PORTAL_HISTORY_H
#define PORTAL_HISTORY_H

#include "http/router.h"

handler history_page;

#endif
