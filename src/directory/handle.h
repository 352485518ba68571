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

/* The server's certificate in DER, whether or not it is vouched for: to look at it, and for nothing else; nothing is
 * said on that connection. The caller frees der->bv_val with ber_memfree(). -1: there is none to be seen. */
int handle_peer(const struct config *c, const char *uri, int64_t until, struct berval *der);

void handle_close(LDAP *ld); /* NULL is allowed */

/* Simple bind (RFC 4513, 5.1.3). *policy (NULL: of no interest) becomes what the server's password policy says of it
 * (draft-behera-ldap-password-policy, as slapd's overlay does), PP_noError when that is nothing. */
int handle_bind(LDAP *ld, const char *dn, const char *password, int64_t until, LDAPPasswordPolicyError *policy);

struct search {
	const char *base, *filter;
	const char *shown; /* what sentences quote instead of the filter, which may hold what somebody typed */
	int scope;
	const char *const *attributes; /* NULL at the end */
	int size_limit;                /* 0: none of ours */
};

/* Where a search in pages (RFC 2696) stands; all zero asks for the first one. `more`: the cookie asks for the next. */
struct page {
	bool more;
	struct berval cookie;
};

/* *result is set whenever entries came, whatever the result code. `page` NULL: everything at once. Otherwise a page of
 * at most 500 entries; the control is not critical, so that a server that does not know it gives everything at once. */
int handle_search(LDAP *ld, const struct search *s, struct page *page, int64_t until, LDAPMessage **result);
void handle_page_end(struct page *page); /* frees the cookie; `page` is as before the first one */

/* Asks for the root DSE, which every server shows: is somebody there? */
int handle_root(LDAP *ld, int64_t until);

/* The connection, not the request, is what failed. */
bool handle_is_broken(int rc);

/* What went wrong, in the server's or the library's words; valid until the next call. */
const char *handle_reason(LDAP *ld, int rc);

/* The server's own words on the last result, "" when it had none; valid until the next call. */
const char *handle_diagnostic(LDAP *ld);

#endif
