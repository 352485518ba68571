/* health.h: for the load balancer and the administrator. */
#ifndef PORTAL_HEALTH_H
#define PORTAL_HEALTH_H

#include "http/router.h"

/* /healthz: a worker answers. /readyz: database and directory can be reached, each named; 503 when one cannot. */
handler health_alive, health_ready;

#endif
