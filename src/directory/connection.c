#include "directory/connection.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { COOL_DOWN_MS = 30000, PASSWORD_MAX = 1024 };

void connection_close(struct connection *c)
{
	handle_close(c->ld);
	c->ld = NULL;
}

/* The smaller of what one server may take and an even share of what is left. At least 1: 0 would mean "poll". */
static int share_ms(const struct directory *d, int64_t deadline, size_t shares)
{
	int share = clock_left_ms(deadline) / (int)shares;
	if (share > d->config->directory_timeout_ms)
		share = d->config->directory_timeout_ms;
	return share > 0 ? share : 1;
}

/* The file is read at each new connection, so that a changed password needs no restart. */
static int read_password(const struct config *c, char *password, struct error *e)
{
	int fd = open(c->directory_password_file, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	ssize_t n = fd < 0 ? -1 : read(fd, password, PASSWORD_MAX);
	if (n < 0)
		error_detail(e, "The service account's password cannot be read from %s (%m): check directory_password_file.",
		             c->directory_password_file);
	if (fd >= 0)
		close(fd);
	if (n < 0)
		return -1;
	password[n] = '\0';
	password[strcspn(password, "\r\n")] = '\0';
	if (!*password) /* An empty one would be an anonymous bind (RFC 4513, 5.1.2), which succeeds. */
		return error_detail(e, "The file %s holds no password: check directory_password_file.",
		                    c->directory_password_file);
	return 0;
}

/* 0, 1 the service account was refused (another server would refuse it too), -1 the server did not do it. */
static int bind_service(const struct config *c, LDAP *ld, const char *uri, int64_t until, struct error *e)
{
	char password[PASSWORD_MAX + 1];
	if (read_password(c, password, e) < 0) {
		explicit_bzero(password, sizeof password);
		return 1;
	}
	int rc = handle_bind(ld, c->directory_bind_dn, password, until, NULL);
	explicit_bzero(password, sizeof password);
	if (rc == LDAP_SUCCESS)
		return 0;
	const char *reason = handle_reason(ld, rc);
	if (!handle_is_broken(rc)) {
		error_detail(e, "%s refused the service account %s (%s): check directory_bind_dn and directory_password_file.",
		             uri, c->directory_bind_dn, reason);
		return 1;
	}
	error_detail(e, "%s did not answer the service account's bind (%s): check directory_uris and the server.", uri,
	             reason);
	return -1;
}

static void cool_down(struct directory *d, size_t server, const char *why)
{
	d->servers[server].cooled_until = clock_now_ms() + COOL_DOWN_MS;
	log_warning("directory: %s", why);
}

/* The next server to try: those that have not failed lately, the good one first; then those that have. */
static size_t candidate(const struct directory *d)
{
	int64_t now = clock_now_ms();
	for (int cooled = 0; cooled < 2; cooled++) {
		for (size_t i = 0; i < d->server_count; i++) {
			size_t server = (d->good + i) % d->server_count;
			if (!d->servers[server].tried && (cooled || d->servers[server].cooled_until <= now))
				return server;
		}
	}
	return d->server_count;
}

static int open_one(struct directory *d, struct connection *c, size_t server, int64_t until, struct error *e)
{
	const char *uri = d->servers[server].uri;
	if (handle_open(d->config, uri, until, &c->ld, e) < 0)
		return -1;
	int rc = c == &d->service ? bind_service(d->config, c->ld, uri, until, e) : 0;
	if (rc) {
		connection_close(c);
		return rc;
	}
	c->server = d->good = server;
	d->servers[server].cooled_until = 0;
	return 0;
}

static int open_any(struct directory *d, struct connection *c, int64_t deadline, struct error *e)
{
	struct buf why;
	buf_init(&why, ERROR_DETAIL_MAX * 8);
	int rc = -1;
	for (size_t i = 0; i < d->server_count; i++)
		d->servers[i].tried = false;
	for (size_t n = 0; n < d->server_count && rc < 0 && clock_left_ms(deadline) > 0; n++) {
		size_t server = candidate(d);
		d->servers[server].tried = true;
		struct error one = {0};
		rc = open_one(d, c, server, clock_now_ms() + share_ms(d, deadline, d->server_count - n), &one);
		if (rc < 0)
			cool_down(d, server, one.detail);
		if (rc)
			buf_printf(&why, "%s%s", why.len ? " " : "", one.detail);
	}
	if (rc)
		error_detail(e, "%s",
		             why.len ? buf_text(&why) : "No time was left to ask the directory: check request_timeout_ms.");
	buf_free(&why);
	return rc ? -1 : 0;
}

/* The server's own words are not quoted: they could repeat what it was asked for. */
static void broke_off(struct directory *d, const struct connection *c, int rc, struct error *e)
{
	const char *uri = d->servers[c->server].uri;
	if (rc == LDAP_TIMEOUT)
		error_detail(e, "%s did not answer in time: check the server, or raise directory_timeout_ms.", uri);
	else
		error_detail(e, "%s broke off (%s): check the server.", uri, ldap_err2string(rc));
}

/* Runs the operation on the connection. When the kept one turns out to be broken it is run once more on a new
 * one, for which half of the time is kept. Returns the operation's result code, or -1 with e->detail. */
static int on_connection(struct directory *d, struct connection *c, int64_t deadline,
                         int (*operation)(LDAP *, void *, int64_t until), void *what, struct error *e)
{
	for (size_t shares = 2; shares > 0; shares--) {
		bool kept = c->ld;
		if (!kept && open_any(d, c, deadline, e) < 0)
			return -1;
		int rc = operation(c->ld, what, clock_now_ms() + share_ms(d, deadline, shares));
		if (!handle_is_broken(rc))
			return rc;
		broke_off(d, c, rc, e);
		/* A kept connection that the server closed says nothing against the server; silence does. */
		if (!kept || rc != LDAP_SERVER_DOWN)
			cool_down(d, c->server, e->detail);
		connection_close(c);
	}
	return -1;
}

static int do_nothing(LDAP *ld, void *what, int64_t until)
{
	(void)what;
	return handle_root(ld, until);
}

int connection_check(struct directory *d, int64_t deadline, struct error *e)
{
	int rc = on_connection(d, &d->service, deadline, do_nothing, NULL, e);
	return rc < 0 ? -1 : 0;
}

struct search_call {
	const struct search *search;
	struct page *page; /* NULL: not in pages */
	LDAPMessage *result;
};

static int run_search(LDAP *ld, void *what, int64_t until)
{
	struct search_call *call = what;
	if (call->result)
		ldap_msgfree(call->result);
	call->result = NULL;
	bool first = call->page && !call->page->more;
	int rc = handle_search(ld, call->search, call->page, until, &call->result);
	/* Some do not know pages although they are not critical, or do not allow this account to ask for them. */
	if (first && (rc == LDAP_UNAVAILABLE_CRITICAL_EXTENSION || rc == LDAP_UNWILLING_TO_PERFORM)) {
		if (call->result)
			ldap_msgfree(call->result);
		call->result = NULL;
		rc = handle_search(ld, call->search, NULL, until, &call->result);
	}
	return rc;
}

static bool is_limit(int rc)
{
	return rc == LDAP_SIZELIMIT_EXCEEDED || rc == LDAP_ADMINLIMIT_EXCEEDED;
}

/* The failure of a search in a sentence; the result that came with it is of no use any more. */
static int search_failed(struct directory *d, struct search_call *call, int rc, struct error *e)
{
	const struct search *s = call->search;
	if (call->result)
		ldap_msgfree(call->result);
	call->result = NULL;
	if (rc == LDAP_NO_SUCH_OBJECT)
		error_detail(e,
		             "The directory has no entry %s, or the service account may not see it: check "
		             "directory_person_base, directory_group_base and its rights.",
		             s->base);
	else if (is_limit(rc))
		error_detail(e,
		             "The directory stops a search below %s at a limit of its own (%s), even in pages: raise it for "
		             "the service account; in slapd's configuration: limits dn.exact=\"%s\" size.prtotal=unlimited "
		             "size.pr=unlimited",
		             s->base, ldap_err2string(rc), d->config->directory_bind_dn);
	else if (rc >= 0 || rc == LDAP_FILTER_ERROR)
		error_detail(e,
		             "The directory refused the search %s below %s (%s): check the filters and the service account's "
		             "limits.",
		             s->shown ? s->shown : s->filter, s->base, ldap_err2string(rc));
	return -1;
}

int connection_search(struct directory *d, const struct search *s, int64_t deadline, LDAPMessage **result,
                      struct error *e)
{
	struct search_call call = {.search = s};
	int rc = on_connection(d, &d->service, deadline, run_search, &call, e);
	bool ours = rc == LDAP_SIZELIMIT_EXCEEDED && s->size_limit && call.result &&
	            ldap_count_entries(d->service.ld, call.result) >= s->size_limit;
	if (rc != LDAP_SUCCESS && !ours)
		return search_failed(d, &call, rc, e);
	*result = call.result;
	return 0;
}

/* A further page belongs to the connection that gave the first: there is no second try on another one. */
static int next_page(struct directory *d, struct search_call *call, int64_t deadline, struct error *e)
{
	struct connection *c = &d->service;
	int rc =
		clock_left_ms(deadline) ? run_search(c->ld, call, clock_now_ms() + share_ms(d, deadline, 1)) : LDAP_TIMEOUT;
	if (!handle_is_broken(rc))
		return rc;
	broke_off(d, c, rc, e);
	connection_close(c);
	return -1;
}

int connection_search_all(struct directory *d, const struct search *s, int64_t deadline,
                          int (*visit)(LDAP *, LDAPMessage *, void *, struct error *), void *what, struct error *e)
{
	struct page page = {0};
	struct search_call call = {.search = s, .page = &page};
	int rc = on_connection(d, &d->service, deadline, run_search, &call, e), visited = 0;
	while (rc == LDAP_SUCCESS) {
		visited = visit(d->service.ld, call.result, what, e);
		if (visited || !page.more)
			break;
		rc = next_page(d, &call, deadline, e);
	}
	handle_page_end(&page);
	if (rc != LDAP_SUCCESS) {
		search_failed(d, &call, rc, e);
		return is_limit(rc) ? SEARCH_LIMITED : -1;
	}
	ldap_msgfree(call.result);
	return visited;
}

/* What servers say when they refuse a bind. Active Directory gives a Windows error number in hexadecimal. A password
 * that has run out is for the person to change, as one that was reset: neither gets anybody in before. */
static const struct {
	const char *said, *reason;
} refusals[] = {
	{", data 525,", "unknown"},
	{", data 52e,", "wrong password"},
	{", data 530,", "not now or not here"},
	{", data 531,", "not now or not here"},
	{", data 532,", "must change password"},
	{", data 533,", "disabled"},
	{", data 701,", "expired"},
	{", data 773,", "must change password"},
	{", data 775,", "locked"},
};

const char *connection_refusal(int rc, const char *diagnostic, LDAPPasswordPolicyError policy)
{
	if (policy == PP_accountLocked)
		return "locked";
	if (policy == PP_passwordExpired || policy == PP_changeAfterReset)
		return "must change password";
	if (rc == LDAP_SUCCESS)
		return NULL;
	for (size_t i = 0; rc == LDAP_INVALID_CREDENTIALS && i < sizeof refusals / sizeof *refusals; i++)
		if (strcasestr(diagnostic, refusals[i].said))
			return refusals[i].reason;
	/* Gone since the search, or an account that has no password at all: both are a person's matter. */
	return rc == LDAP_INVALID_CREDENTIALS || rc == LDAP_NO_SUCH_OBJECT || rc == LDAP_INAPPROPRIATE_AUTH
	           ? "wrong password"
	           : NULL;
}

struct bind_call {
	const char *dn, *password;
	LDAPPasswordPolicyError policy;
};

static int run_bind(LDAP *ld, void *what, int64_t until)
{
	struct bind_call *call = what;
	return handle_bind(ld, call->dn, call->password, until, &call->policy);
}

int connection_bind_person(struct directory *d, const char *dn, const char *password, int64_t deadline,
                           const char **reason, struct error *e)
{
	struct bind_call call = {.dn = dn, .password = password};
	int rc = on_connection(d, &d->person, deadline, run_bind, &call, e);
	if (rc < 0)
		return -1;
	*reason = connection_refusal(rc, handle_diagnostic(d->person.ld), call.policy);
	if (*reason)
		return 1;
	if (rc == LDAP_SUCCESS)
		return 0;
	return error_detail(e, "The directory would not check the password of %s (%s).", dn,
	                    handle_reason(d->person.ld, rc));
}
