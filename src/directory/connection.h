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

struct search {
	const char *base, *filter;
	int scope;
	const char *const *attributes; /* NULL at the end */
	int size_limit;                /* 0: none of ours */
};

/* Searches as the service account, on a new connection if the kept one went away. *result is freed with
 * ldap_msgfree() by the caller. More than size_limit entries: *more is true and size_limit of them are there;
 * a limit of the server's own is a failure. */
int connection_search(struct directory *d, const struct search *s, int64_t deadline, LDAPMessage **result, bool *more,
                      struct error *e);

/* Binds as a person. 0 accepted, 1 the name or the password is wrong, -1 nobody can tell. Neither is empty. */
int connection_bind_person(struct directory *d, const char *dn, const char *password, int64_t deadline,
                           struct error *e);

#endif
