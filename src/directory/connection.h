/* connection.h: kept connections to one of several LDAP servers. Only this folder uses it.
 *
 * Servers are tried in the configuration's order, the one that answered last first, one that failed again
 * only after 30 seconds or when nothing else is left. Each try gets its share of what the deadline leaves, so
 * that a silent server cannot use it up for the others. (Only the resolver keeps its own time: getaddrinfo(3)
 * has no limit that we could set.) A failure fills e->detail with one sentence for the administrator and
 * returns -1; the callers choose the message.
 */
#ifndef DIRECTORY_CONNECTION_H
#define DIRECTORY_CONNECTION_H

#include "base/arena.h"
#include "base/config.h"
#include "base/error.h"
#include "directory/handle.h"

#include <ldap.h>
#include <stdbool.h>
#include <stdint.h>

struct server {
	const char *uri;
	int64_t cooled_until; /* clock_now_ms() */
	bool tried;           /* in the round that is being made */
};

struct connection {
	LDAP *ld; /* NULL: none is open */
	size_t server;
};

struct directory {
	const struct config *config;
	struct arena *arena;
	struct server *servers;
	size_t server_count, good;
	struct connection service; /* bound as the service account, for searches */
	struct connection person;  /* for people's binds alone: whoever bound last is of no consequence */
};

void connection_close(struct connection *c);

/* Makes sure that a service connection is open and accepted. */
int connection_check(struct directory *d, int64_t deadline, struct error *e);

/* Searches as the service account, on a new connection if the kept one went away. *result is freed with
 * ldap_msgfree() by the caller. More than size_limit entries: size_limit of them are there; a limit of the server's
 * own is a failure. e->detail quotes s->shown and nothing that the server could have taken from the filter. */
int connection_search(struct directory *d, const struct search *s, int64_t deadline, LDAPMessage **result,
                      struct error *e);

/* The same in pages, however many entries there are: visit(ld, page, what, e) for each page, until it gives something
 * other than 0. Returns that, or 0 all were visited, -1 nobody can tell, SEARCH_LIMITED a limit of the server's own
 * (size or administrative) ended it before the end; e->detail names it and what raises it. Each page may take
 * directory_timeout_ms. */
enum { SEARCH_LIMITED = 1 };
int connection_search_all(struct directory *d, const struct search *s, int64_t deadline,
                          int (*visit)(LDAP *, LDAPMessage *, void *what, struct error *e), void *what,
                          struct error *e);

/* Binds as a person. 0 accepted, 1 refused, *reason being one of those of directory.h, -1 nobody can tell. Neither
 * the name nor the password is empty. */
int connection_bind_person(struct directory *d, const char *dn, const char *password, int64_t deadline,
                           const char **reason, struct error *e);

/* Why a bind was refused, from the result code, the server's words and its password policy; NULL: it was not. */
const char *connection_refusal(int rc, const char *diagnostic, LDAPPasswordPolicyError policy);

#endif
