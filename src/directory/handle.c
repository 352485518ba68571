#include "directory/handle.h"

#include "base/clock.h"
#include "base/text.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>

enum { PAGE_SIZE = 500, REASON_MAX = 400 };

static struct timeval span(int64_t until)
{
	int ms = clock_left_ms(until);
	if (ms < 1)
		ms = 1;
	return (struct timeval){.tv_sec = ms / 1000, .tv_usec = ms % 1000 * 1000};
}

static void bound(LDAP *ld, int64_t until)
{
	struct timeval t = span(until);
	ldap_set_option(ld, LDAP_OPT_NETWORK_TIMEOUT, &t);
	ldap_set_option(ld, LDAP_OPT_TIMEOUT, &t);
}

bool handle_is_broken(int rc)
{
	return (rc < 0 && rc != LDAP_FILTER_ERROR) || rc == LDAP_BUSY || rc == LDAP_UNAVAILABLE;
}

const char *handle_diagnostic(LDAP *ld)
{
	static char diagnostic[REASON_MAX];
	char *said = NULL;
	if (ld)
		ldap_get_option(ld, LDAP_OPT_DIAGNOSTIC_MESSAGE, &said);
	snprintf(diagnostic, sizeof diagnostic, "%s", said ? said : "");
	ldap_memfree(said);
	return diagnostic;
}

const char *handle_reason(LDAP *ld, int rc)
{
	static char reason[REASON_MAX];
	const char *said = handle_diagnostic(ld);
	snprintf(reason, sizeof reason, "%s%s%s", ldap_err2string(rc), *said ? "; " : "", said);
	return reason;
}

void handle_close(LDAP *ld)
{
	if (ld)
		ldap_unbind_ext(ld, NULL, NULL);
}

/* TLS settings count only once NEWCTX has made a context of them. The certificate is demanded but where it is only to
 * be looked at. */
static int set_tls(const struct config *c, LDAP *ld, int demand)
{
	int oldest = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2, client = 0;
	if (ldap_set_option(ld, LDAP_OPT_X_TLS_CACERTFILE, c->directory_ca_file) != LDAP_OPT_SUCCESS ||
	    ldap_set_option(ld, LDAP_OPT_X_TLS_REQUIRE_CERT, &demand) != LDAP_OPT_SUCCESS ||
	    ldap_set_option(ld, LDAP_OPT_X_TLS_PROTOCOL_MIN, &oldest) != LDAP_OPT_SUCCESS)
		return -1;
	return ldap_set_option(ld, LDAP_OPT_X_TLS_NEWCTX, &client) == LDAP_OPT_SUCCESS ? 0 : -1;
}

static int set_options(LDAP *ld, int64_t until)
{
	int version = LDAP_VERSION3, idle = 60, probes = 3, interval = 10;
	/* CONNECT_ASYNC is what makes the TLS handshake heed the time limits. */
	if (ldap_set_option(ld, LDAP_OPT_PROTOCOL_VERSION, &version) != LDAP_OPT_SUCCESS ||
	    ldap_set_option(ld, LDAP_OPT_REFERRALS, LDAP_OPT_OFF) != LDAP_OPT_SUCCESS ||
	    ldap_set_option(ld, LDAP_OPT_CONNECT_ASYNC, LDAP_OPT_ON) != LDAP_OPT_SUCCESS)
		return -1;
	ldap_set_option(ld, LDAP_OPT_X_KEEPALIVE_IDLE, &idle);
	ldap_set_option(ld, LDAP_OPT_X_KEEPALIVE_PROBES, &probes);
	ldap_set_option(ld, LDAP_OPT_X_KEEPALIVE_INTERVAL, &interval);
	bound(ld, until);
	return 0;
}

/* ldap_connect() only begins to connect; the first request must not come before the socket is there. */
static int connected(LDAP *ld, int64_t until)
{
	int rc = ldap_connect(ld), fd = -1, problem = 0;
	if (rc != LDAP_SUCCESS && rc != LDAP_X_CONNECTING)
		return rc;
	if (ldap_get_option(ld, LDAP_OPT_DESC, &fd) != LDAP_OPT_SUCCESS || fd < 0)
		return LDAP_SERVER_DOWN;
	struct pollfd wait = {.fd = fd, .events = POLLOUT};
	int ready = poll(&wait, 1, clock_left_ms(until));
	if (ready == 0)
		return LDAP_TIMEOUT;
	socklen_t size = sizeof problem;
	if (ready < 0 || getsockopt(fd, SOL_SOCKET, SO_ERROR, &problem, &size) < 0 || problem)
		return LDAP_SERVER_DOWN;
	return LDAP_SUCCESS;
}

static int secured(const struct config *c, LDAP *ld, const char *uri, int64_t until, struct error *e)
{
	if (!text_starts_with(uri, "ldap://") || !c->directory_start_tls)
		return 0;
	bound(ld, until);
	int rc = ldap_start_tls_s(ld, NULL, NULL);
	if (rc == LDAP_SUCCESS)
		return 0;
	const char *reason = handle_reason(ld, rc);
	if (rc == LDAP_CONNECT_ERROR)
		return error_detail(e,
		                    "The TLS handshake with %s failed (%s): check directory_ca_file, and that the server's "
		                    "certificate is valid and names this host.",
		                    uri, reason);
	if (rc > 0)
		return error_detail(e,
		                    "%s does not do StartTLS (%s): put a certificate on it, or use ldaps:// in "
		                    "directory_uris.",
		                    uri, reason);
	return error_detail(e, "%s did not finish StartTLS (%s): check directory_uris and the server.", uri, reason);
}

static int open_with(const struct config *c, const char *uri, int demand, int64_t until, LDAP **out, struct error *e)
{
	LDAP *ld = NULL;
	if (text_starts_with(uri, "ldap://") && !c->directory_start_tls && !c->directory_plain_allowed)
		return error_detail(e,
		                    "%s would send passwords unprotected: set directory_start_tls = true (or, for a trial "
		                    "only, directory_plain_allowed = true).",
		                    uri);
	if (ldap_initialize(&ld, uri) != LDAP_SUCCESS || set_options(ld, until) < 0) {
		handle_close(ld);
		return error_detail(e, "%s is no address of a directory: check directory_uris.", uri);
	}
	if (set_tls(c, ld, demand) < 0) {
		handle_close(ld);
		return error_detail(e, "The certificates in %s cannot be used: check directory_ca_file.", c->directory_ca_file);
	}
	int rc = connected(ld, until);
	if (rc != LDAP_SUCCESS)
		error_detail(e, "%s cannot be reached (%s): check directory_uris%s and the network.", uri,
		             handle_reason(ld, rc),
		             text_starts_with(uri, "ldaps://") ? ", directory_ca_file, the server's certificate" : "");
	else if (secured(c, ld, uri, until, e) == 0) {
		*out = ld;
		return 0;
	}
	handle_close(ld);
	return -1;
}

int handle_open(const struct config *c, const char *uri, int64_t until, LDAP **out, struct error *e)
{
	return open_with(c, uri, LDAP_OPT_X_TLS_DEMAND, until, out, e);
}

int handle_peer(const struct config *c, const char *uri, int64_t until, struct berval *der)
{
	LDAP *ld = NULL;
	struct error ignored = {0};
	*der = (struct berval){0};
	if ((text_starts_with(uri, "ldap://") && !c->directory_start_tls) || text_starts_with(uri, "ldapi://") ||
	    open_with(c, uri, LDAP_OPT_X_TLS_NEVER, until, &ld, &ignored))
		return -1;
	ldap_get_option(ld, LDAP_OPT_X_TLS_PEERCERT, der);
	handle_close(ld);
	return der->bv_val ? 0 : -1;
}

/* Waits for the whole answer. The result code, and, where they are wanted, the answer itself and its controls. */
static int answer(LDAP *ld, int id, int64_t until, LDAPMessage **result, LDAPControl ***controls)
{
	LDAPMessage *came = NULL;
	struct timeval t = span(until);
	int type = ldap_result(ld, id, LDAP_MSG_ALL, &t, &came), rc = LDAP_SERVER_DOWN;
	if (type == 0)
		return LDAP_TIMEOUT;
	if (type < 0) {
		ldap_get_option(ld, LDAP_OPT_RESULT_CODE, &rc);
		return rc == LDAP_SUCCESS ? LDAP_SERVER_DOWN : rc;
	}
	int parsed = ldap_parse_result(ld, came, &rc, NULL, NULL, NULL, controls, 0);
	if (parsed != LDAP_SUCCESS)
		rc = LDAP_DECODING_ERROR;
	if (result && parsed == LDAP_SUCCESS)
		*result = came;
	else
		ldap_msgfree(came);
	return rc;
}

/* What the server's password policy said, PP_noError when it said nothing. What cannot be read is not nothing: it could
 * be why somebody must not get in. */
static int policy_of(LDAP *ld, LDAPControl **controls, LDAPPasswordPolicyError *policy)
{
	LDAPControl *said = ldap_control_find(LDAP_CONTROL_PASSWORDPOLICYRESPONSE, controls, NULL);
	ber_int_t expires, grace;
	*policy = PP_noError;
	if (said && ldap_parse_passwordpolicy_control(ld, said, &expires, &grace, policy) != LDAP_SUCCESS)
		return LDAP_DECODING_ERROR;
	return LDAP_SUCCESS;
}

int handle_bind(LDAP *ld, const char *dn, const char *password, int64_t until, LDAPPasswordPolicyError *policy)
{
	struct berval credentials = {.bv_len = strlen(password), .bv_val = (char *)(uintptr_t)password};
	LDAPControl ask = {.ldctl_oid = (char *)(uintptr_t)LDAP_CONTROL_PASSWORDPOLICYREQUEST};
	LDAPControl *asked[] = {policy ? &ask : NULL, NULL}, **said = NULL;
	int id = 0;
	bound(ld, until);
	int rc = ldap_sasl_bind(ld, dn, LDAP_SASL_SIMPLE, &credentials, asked, NULL, &id);
	if (rc == LDAP_SUCCESS)
		rc = answer(ld, id, until, NULL, &said);
	int read = policy ? policy_of(ld, said, policy) : LDAP_SUCCESS;
	ldap_controls_free(said);
	return rc == LDAP_SUCCESS ? read : rc;
}

void handle_page_end(struct page *page)
{
	ber_memfree(page->cookie.bv_val);
	*page = (struct page){0};
}

/* A server that says nothing of pages has given everything. One that says what cannot be read may have more. */
static int turn_page(LDAP *ld, LDAPControl **controls, struct page *page)
{
	LDAPControl *said = ldap_control_find(LDAP_CONTROL_PAGEDRESULTS, controls, NULL);
	struct berval cookie = {0};
	ber_int_t estimated;
	handle_page_end(page);
	if (!said)
		return LDAP_SUCCESS;
	if (ldap_parse_pageresponse_control(ld, said, &estimated, &cookie) != LDAP_SUCCESS)
		return LDAP_DECODING_ERROR;
	*page = (struct page){.more = cookie.bv_len > 0, .cookie = cookie};
	return LDAP_SUCCESS;
}

int handle_search(LDAP *ld, const struct search *s, struct page *page, int64_t until, LDAPMessage **result)
{
	LDAPControl *asked[] = {NULL, NULL}, **said = NULL;
	int id = 0;
	bound(ld, until);
	if (page && ldap_create_page_control(ld, PAGE_SIZE, page->more ? &page->cookie : NULL, 0, &asked[0]))
		return LDAP_NO_MEMORY;
	int rc = ldap_search_ext(ld, s->base, s->scope, s->filter, (char **)(uintptr_t)s->attributes, 0, asked, NULL, NULL,
	                         s->size_limit, &id);
	if (asked[0])
		ldap_control_free(asked[0]);
	if (rc == LDAP_SUCCESS)
		rc = answer(ld, id, until, result, page ? &said : NULL);
	if (page && turn_page(ld, said, page) && rc == LDAP_SUCCESS)
		rc = LDAP_DECODING_ERROR;
	ldap_controls_free(said);
	return rc;
}

int handle_root(LDAP *ld, int64_t until)
{
	static const char *const nothing[] = {LDAP_NO_ATTRS, NULL};
	static const struct search root = {
		.base = "", .filter = "(objectClass=*)", .scope = LDAP_SCOPE_BASE, .attributes = nothing};
	LDAPMessage *result = NULL;
	int rc = handle_search(ld, &root, NULL, until, &result);
	if (result)
		ldap_msgfree(result);
	return rc;
}
