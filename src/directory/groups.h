/* groups.h: the groups that hold an entry, and those that hold these groups. Only directory.c uses it.
 *
 * Groups are asked for by member, a level of nesting a search or a few. That finds the same groups as reading the
 * members of every group would, without the ranges in which Active Directory gives more than 1,500 members.
 * In directory_group_filter {dn} is the name of the entry whose groups are looked for, {account} the person's account.
 * One level up, where the entries are groups, nothing has that account: {account} is then a text that no account is,
 * and a filter without {dn} is not asked again.
 */
#ifndef DIRECTORY_GROUPS_H
#define DIRECTORY_GROUPS_H

#include "directory/connection.h"
#include "directory/directory.h"

/* Does directory_group_filter have Active Directory's in-chain rule, by which the server itself follows groups in
 * groups? */
#define GROUPS_IN_CHAIN "1.2.840.113556.1.4.1941"
bool groups_in_chain(const struct config *c);

/* Fills p->groups: normalised DNs, NULL at the end, each once, nearest first, at most 10,000; the one of
 * p->primary_group comes first, and what holds it counts like what holds any other. 0, -1 nobody can tell,
 * SEARCH_LIMITED there are more than the directory gives or the portal takes; both with e->detail: groups that cannot
 * be read whole are no groups, or rights would go unnoticed. */
int groups_of(struct directory *d, struct directory_person *p, int64_t deadline, struct arena *a, struct error *e);

#endif
