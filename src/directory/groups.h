/* groups.h: the groups that hold an entry, and those that hold these groups. Only directory.c uses it.
 *
 * Groups are asked for by member, a level of nesting a search. That finds the same groups as reading the
 * members of every group would, without the ranges in which Active Directory gives more than 1,500 members.
 */
#ifndef DIRECTORY_GROUPS_H
#define DIRECTORY_GROUPS_H

#include "directory/connection.h"

/* `dn` as the server spells it. *out: normalised DNs, NULL at the end, each once, nearest first, at most 1,000.
 * 0, or -1 with e->detail: groups that cannot be read whole are no groups, or rights would go unnoticed. */
int groups_of(struct directory *d, const char *dn, int64_t deadline, struct arena *a, const char *const **out,
              struct error *e);

#endif
