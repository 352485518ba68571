/* handle.h: one libldap handle, every call bounded in time. Only connection.c uses it.
 *
 * Result codes are libldap's: 0 or more came from the server, negative ones from the library. `until` is a
 * moment of clock_now_ms(). After a broken call the handle can only be closed.
 */
#ifndef DIRECTORY_HANDLE_H
#define DIRECTORY_HANDLE_H

#include "base/config.h"
#include "base/error.h"

#include <ldap.h>
#include <stdbool.h>
#include <stdint.h>

/* Connects and protects the connection (StartTLS or ldaps). 0, or -1 with e->detail, a sentence for the log. */
int handle_open(const struct config *c, const char *uri, int64_t until, LDAP **out, struct error *e);
void handle_close(LDAP *ld); /* NULL is allowed */

/* Simple bind (RFC 4513, 5.1.3). */
int handle_bind(LDAP *ld, const char *dn, const char *password, int64_t until);

/* *result is set whenever entries came, whatever the result code. */
int handle_search(LDAP *ld, const char *base, int scope, const char *filter, const char *const *attributes,
                  int size_limit, int64_t until, LDAPMessage **result);

/* Asks for the root DSE, which every server shows: is somebody there? */
int handle_root(LDAP *ld, int64_t until);

/* The connection, not the request, is what failed. */
bool handle_is_broken(int rc);

/* What went wrong, in the server's or the library's words; valid until the next call. */
const char *handle_reason(LDAP *ld, int rc);

#endif
