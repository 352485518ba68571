/* site.h: what a worker has at hand for every request. */
#ifndef PORTAL_SITE_H
#define PORTAL_SITE_H

#include "base/config.h"
#include "db/db.h"
#include "directory/directory.h"
#include "http/router.h"

struct site {
	const struct config *config;
	struct db *db; /* as styrbord_app: pages */
	/* Only workers that may wait for the directory have these two; NULL in a worker of pages. */
	struct db *sessions; /* as styrbord_session: sign-in and throttling */
	struct directory *directory;
	const struct route *routes;
	size_t route_count;
	bool strict; /* tests: a template's missing key is a 500 */
};

#endif
