/* refresh.h: grants are computed again while sessions live. A few processes of their own ask the directory, several
 * people at once, so that no page ever waits for it: who has left loses the session, who changed groups gets other
 * grants.
 *
 * Each process takes people from the database, the longest unasked first, and nobody gets the same ones for a while:
 * somebody whose groups cannot be read waits and is asked about again, and holds up nobody. An outage of the directory
 * changes nothing until the configuration's grants_keep_s is over (sql/repeatable/010_rights.sql).
 */
#ifndef SESSION_REFRESH_H
#define SESSION_REFRESH_H

#include "base/config.h"
#include "db/db.h"
#include "directory/directory.h"

/* Takes one batch of people whose grants are older than grants_refresh_s and looks each up. `sessions` is the
 * connection of styrbord_session. How many were looked up, 0 when nobody is due, -1 when the database or the whole
 * directory is away. */
int refresh_once(const struct config *c, struct db *sessions, struct directory *directory);

/* Repeats it until SIGTERM. Returns 0. */
int refresh_run(const struct config *c, struct db *sessions, struct directory *directory);

/* How far behind the refreshing is, for /readyz. lag_s: seconds by which the oldest grants of a living session are
 * older than grants_refresh_s and what a round takes; 0: none. -1: the database is away. */
struct refresh_lag {
	int oldest_s, lag_s, due, troubled;
};
int refresh_lag_of(const struct config *c, struct db *sessions, int64_t deadline, struct arena *a,
                   struct refresh_lag *out, struct error *e);

#endif
