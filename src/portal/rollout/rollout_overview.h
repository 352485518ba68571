/* rollout_overview.h: which organisation takes what into use, and when: one table of organisations by projects and
 * services, read in three ways, each with an address that lasts:
 *
 *   /rollouts         where each one stands
 *   /rollout-support  how far the planning of it has come, and whether there is contact
 *   /roadmap          from when an early and a broad rollout are possible
 *
 * ?below=CODE: those of this project and of what is below it. The fourth overview, /adaptations, is a plain list. JSON
 * of /rollouts is the list of the records, and whatever else is asked of /rollouts (a filter, an order) leads to that
 * list.
 */
#ifndef PORTAL_ROLLOUT_OVERVIEW_H
#define PORTAL_ROLLOUT_OVERVIEW_H

#include "http/router.h"

handler rollout_status, rollout_support, rollout_roadmap;

#endif
