/* directory.h: people and groups from the organisation's LDAP directory (RFC 4511, 4513, 4515).
 *
 * Sign-in: search the person as the service account, then bind as the person. Several URIs are tried in
 * order; one that failed is left alone for a while. Every call is bounded by `deadline` (base/clock.h).
 * An outage is never a wrong password: status 503 against 401.
 * Only this folder calls libldap.
 */
#ifndef DIRECTORY_DIRECTORY_H
#define DIRECTORY_DIRECTORY_H

#include "base/arena.h"
#include "base/config.h"
#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

struct directory; /* connections to one directory; one per process */

struct directory_person {
	const char *id;                            /* entryUUID or objectGUID: stays when the entry moves */
	const char *account, *name, *mail, *title; /* "" when the directory has none */
	const char *dn;                            /* normalised */
	const char *server_dn;                     /* as the server spells it */
	bool disabled; /* userAccountControl bit 2, nsAccountLock, pwdAccountLockedTime for good (000001010000Z) */
	const char *const *groups; /* normalised DNs, nested ones included up to the configured depth; NULL at the end */
};

/* `c` must outlive it. Connects at the first call that needs to. The process ignores SIGPIPE from here on. */
struct directory *directory_new(const struct config *c);
void directory_free(struct directory *d);

int directory_find(struct directory *d, const char *account, int64_t deadline, struct arena *a,
                   struct directory_person *out, struct error *e);
int directory_password(struct directory *d, const struct directory_person *p, const char *password, int64_t deadline,
                       struct error *e);
int directory_groups(struct directory *d, struct directory_person *p, int64_t deadline, struct arena *a,
                     struct error *e);

/* Looks a person up again by id, without a password; a disabled person is found, with `disabled` set.
 * 404 when the entry is gone; 503 as above. */
int directory_look_up(struct directory *d, const char *id, int64_t deadline, struct arena *a,
                      struct directory_person *out, struct error *e);

/* Is the directory reachable and the service account accepted? For /readyz:
 * e->message says in one sentence what is wrong and which option of the configuration mends it. */
int directory_ping(struct directory *d, int64_t deadline, struct error *e);

/* The same for `styrbord check`, and that the bases of people and groups are there. */
int directory_check(struct directory *d, int64_t deadline, struct error *e);

#endif
