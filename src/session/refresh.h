/* refresh.h: grants are computed again while sessions live. One process of its own asks the directory, so that no
 * page ever waits for it: who has left loses the session, who changed groups gets other grants. An outage of the
 * directory changes nothing. */
#ifndef SESSION_REFRESH_H
#define SESSION_REFRESH_H

#include "base/config.h"
#include "db/db.h"
#include "directory/directory.h"

/* Looks up everybody whose grants are older than the configuration's grants_refresh; at most a few hundred at a time.
 * Returns how many were refreshed, or -1 when database or directory is away. */
int refresh_once(const struct config *c, struct db *db, struct directory *directory);

/* Repeats it until SIGTERM. Returns 0. */
int refresh_run(const struct config *c, struct db *db, struct directory *directory);

#endif
