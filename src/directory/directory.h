/* directory.h: people and groups from the organisation's LDAP directory (RFC 4511, 4513, 4515).
 *
 * Sign-in: search the person as the service account, then bind as the person. Several URIs are tried in
 * order; one that failed is left alone for a while. Every call is bounded by `deadline` (base/clock.h).
 * An outage is never a wrong password: status 503 against 401. What somebody typed into the account field never stands
 * in e->detail: people type passwords there.
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
	/* Why this person may not sign in now, whatever the password; NULL: may. By the entry's attributes, of which absent
	 * ones mean nothing:
	 *   disabled              userAccountControl bit 2, nsAccountLock TRUE
	 *   locked                pwdAccountLockedTime for good (000001010000Z); a lock that ends is the server's matter
	 *   expired               accountExpires, shadowExpire in the past
	 *   must change password  pwdReset TRUE; pwdLastSet 0, unless userAccountControl says that the password never
	 * expires
	 */
	const char *refusal;
	/* Its objectSid in hexadecimal digits, where directory_primary_group asks for it; or "". */
	const char *primary_group;
	const unsigned char *group_levels; /* of each group: 1 holds the person, 2 a group that does …; 0 the primary one */
	bool groups_cut;                   /* groups in groups were not followed beyond directory_nested_depth */
	const char *const *groups; /* normalised DNs, nested ones included up to the configured depth; NULL at the end */
};

/* `c` must outlive it. Connects at the first call that needs to. The process ignores SIGPIPE from here on. */
struct directory *directory_new(const struct config *c);
void directory_free(struct directory *d);

/* All four: 0, or -1 with 503 when nobody can tell. e->retry_after is then some seconds after which it is worth trying
 * again, or 0 when trying again does not help (directory_groups). Everything in *out belongs to `a`. */

/* The one person who signs in as `account`, without groups yet. 401: unknown, or somebody with a `refusal`; e->message
 * is the same sentence for all of them and for a wrong password, e->detail one of these words, for the log: unknown,
 * disabled, locked, expired, must change password. Somebody refused is there in *out; for an unknown one it is zeroed,
 * and so it is with 503. */
int directory_find(struct directory *d, const char *account, int64_t deadline, struct arena *a,
                   struct directory_person *out, struct error *e);

/* Is this the person's password? 401 as above, with e->detail by what the server says at the bind (Active Directory's
 * error numbers, slapd's password policy): wrong password, locked, expired, disabled, must change password (also when
 * it has run out), not now or not here (hours and workstations), unknown (gone since). */
int directory_password(struct directory *d, const struct directory_person *p, const char *password, int64_t deadline,
                       struct error *e);

/* Fills p->groups. More of them than the server's size or administrative limit gives, or than 10,000: 503 with
 * retry_after 0, a sentence of its own for the person, and in e->detail what raises the limit. */
int directory_groups(struct directory *d, struct directory_person *p, int64_t deadline, struct arena *a,
                     struct error *e);

/* The same person again by id, without a password but with groups. It asks what a sign-in asks: the same base, the same
 * filter (as (&(ID=…)FILTER) with {account} as the wildcard *, so that it must stand where a * may stand), the same
 * refusals. 404 with e->detail as of directory_find() when the directory no longer vouches for the person; 503 as
 * directory_groups(). *out is filled only when it returns 0. */
int directory_look_up(struct directory *d, const char *id, int64_t deadline, struct arena *a,
                      struct directory_person *out, struct error *e);

/* Is the directory reachable and the service account accepted? For /readyz:
 * e->message says in one sentence what is wrong and which option of the configuration mends it. */
int directory_ping(struct directory *d, int64_t deadline, struct error *e);

/* What is worth knowing and no mistake, in a sentence. */
typedef void directory_note(void *to, const char *sentence);

/* The same for `styrbord check` (check.c); and that the bases of people and groups are there; that the server knows the
 * in-chain rule if directory_group_filter has it (others than Active Directory find nothing and call it success), with
 * directory_nested_depth 0; that the service account may read all groups in pages; that people have what the portal
 * asks of them; and that the groups exist which rules name. `note` (NULL: nobody listens) is told of certificates, of
 * names that are missing, and of rules for groups that are still to come. */
int directory_check(struct directory *d, int64_t deadline, directory_note *note, void *to, struct error *e);

#endif
