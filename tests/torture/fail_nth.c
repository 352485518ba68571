/* LD_PRELOAD: lets the n-th call of one function fail, as a running portal is told through a small shared file
 * (shim.mjs writes it, STYRBORD_FAIL names it). Only calls that the portal's own code makes count, not those of a
 * library within itself, and only in the scope asked for: while a request is being answered, or anywhere. What a call
 * that fails leaves behind is what the library's own manual says of a failure. */
#include <dlfcn.h>
#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <ldap.h>
#include <libpq-fe.h>
#include <link.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

/* The file. shim.mjs knows it byte by byte. */
struct order {
	_Atomic unsigned n;      /* which call fails; 0: none */
	unsigned always;         /* and all that come after it */
	unsigned anywhere;       /* not only while a request is being answered */
	_Atomic unsigned calls;  /* seen since the order was given */
	_Atomic unsigned failed; /* of them */
	char function[44];
};

static struct order *order;
static bool in_request;
static uintptr_t text_begin, text_end; /* of the portal's own code */

/* The first object is the program itself. */
static int find_text(struct dl_phdr_info *info, size_t size, void *unused)
{
	(void)size, (void)unused;
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *part = &info->dlpi_phdr[i];
		if (part->p_type == PT_LOAD && part->p_flags & PF_X) {
			text_begin = info->dlpi_addr + part->p_vaddr;
			text_end = text_begin + part->p_memsz;
		}
	}
	return 1;
}

__attribute__((constructor)) static void find_order(void)
{
	const char *path = getenv("STYRBORD_FAIL");
	int fd = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
	dl_iterate_phdr(find_text, NULL);
	void *shared = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof *order, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (fd >= 0)
		close(fd);
	if (shared != MAP_FAILED)
		order = shared;
}

static bool fails(const char *function, const void *caller)
{
	uintptr_t from = (uintptr_t)caller;
	unsigned n = order ? atomic_load(&order->n) : 0;
	if (!n || from < text_begin || from >= text_end || (!in_request && !order->anywhere) ||
	    strcmp(order->function, function) != 0)
		return false;
	unsigned call = atomic_fetch_add(&order->calls, 1) + 1;
	if (call < n || (call > n && !order->always))
		return false;
	atomic_fetch_add(&order->failed, 1);
	return true;
}

#define CALLER __builtin_return_address(0)

/* REAL(NAME): the library's own function of that name, looked up once */
#define REAL(NAME) \
	static __typeof__(NAME) *real; \
	if (!real) \
	real = (__typeof__(NAME) *)(uintptr_t)dlsym(RTLD_NEXT, #NAME)

/* A function that gives FAILURE when it is its turn */
#define FAIL(TYPE, NAME, PARAMETERS, ARGUMENTS, FAILURE) \
	TYPE NAME PARAMETERS \
	{ \
		REAL(NAME); \
		return fails(#NAME, CALLER) ? (FAILURE) : real ARGUMENTS; \
	}

/* ---- when a request is being answered ---- */

int FCGX_Accept_r(FCGX_Request *request)
{
	REAL(FCGX_Accept_r);
	int rc = real(request);
	in_request = rc == 0;
	return rc;
}

void FCGX_Finish_r(FCGX_Request *request)
{
	REAL(FCGX_Finish_r);
	in_request = false;
	real(request);
}

/* ---- the C library ---- */

static pid_t no_process(void)
{
	errno = EAGAIN;
	return -1;
}

FAIL(pid_t, fork, (void), (), no_process())

/* dlsym() itself allocates, so these go to glibc by name. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *old, size_t size);

void *malloc(size_t size)
{
	return fails("malloc", CALLER) ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
	return fails("calloc", CALLER) ? NULL : __libc_calloc(n, size);
}

void *realloc(void *old, size_t size)
{
	return fails("realloc", CALLER) ? NULL : __libc_realloc(old, size);
}

/* ---- libpq ---- */

FAIL(int, PQsendQueryPrepared,
     (PGconn * c, const char *name, int n, const char *const *values, const int *lengths, const int *formats,
      int format),
     (c, name, n, values, lengths, formats, format), 0)
FAIL(int, PQsendPrepare, (PGconn * c, const char *name, const char *query, int n, const Oid *types),
     (c, name, query, n, types), 0)
FAIL(int, PQpipelineSync, (PGconn * c), (c), 0)
FAIL(int, PQsendFlushRequest, (PGconn * c), (c), 0)
FAIL(int, PQflush, (PGconn * c), (c), -1)
FAIL(int, PQconsumeInput, (PGconn * c), (c), 0)
FAIL(int, PQenterPipelineMode, (PGconn * c), (c), 0)
FAIL(int, PQsetnonblocking, (PGconn * c, int on), (c, on), -1)
FAIL(PGconn *, PQconnectStartParams, (const char *const *keys, const char *const *values, int expand),
     (keys, values, expand), NULL)
FAIL(PostgresPollingStatusType, PQconnectPoll, (PGconn * c), (c), PGRES_POLLING_FAILED)

/* Two ways to fail: a result that says FATAL_ERROR instead of the one that came, and, as "cut", a connection that
 * breaks before it. */
PGresult *PQgetResult(PGconn *c)
{
	REAL(PQgetResult);
	const void *caller = CALLER;
	if (fails("cut", caller))
		shutdown(PQsocket(c), SHUT_RDWR);
	if (!fails("PQgetResult", caller))
		return real(c);
	PQclear(real(c));
	return PQmakeEmptyPGresult(c, PGRES_FATAL_ERROR);
}

/* ---- libldap ---- */

#define CONTROLS LDAPControl **sc, LDAPControl **cc

FAIL(int, ldap_initialize, (LDAP * *ld, const char *uri), (ld, uri), (*ld = NULL, LDAP_NO_MEMORY))
FAIL(int, ldap_set_option, (LDAP * ld, int option, const void *value), (ld, option, value), LDAP_OPT_ERROR)
FAIL(int, ldap_connect, (LDAP * ld), (ld), LDAP_SERVER_DOWN)
FAIL(int, ldap_start_tls_s, (LDAP * ld, CONTROLS), (ld, sc, cc), LDAP_CONNECT_ERROR)
FAIL(int, ldap_sasl_bind, (LDAP * ld, const char *dn, const char *how, struct berval *secret, CONTROLS, int *id),
     (ld, dn, how, secret, sc, cc, id), LDAP_SERVER_DOWN)
FAIL(int, ldap_search_ext,
     (LDAP * ld, const char *base, int scope, const char *filter, char **attributes, int only, CONTROLS,
      struct timeval *limit, int size, int *id),
     (ld, base, scope, filter, attributes, only, sc, cc, limit, size, id), LDAP_SERVER_DOWN)
FAIL(int, ldap_result, (LDAP * ld, int id, int all, struct timeval *limit, LDAPMessage **result),
     (ld, id, all, limit, result), (*result = NULL, -1))
FAIL(int, ldap_parse_result,
     (LDAP * ld, LDAPMessage *m, int *code, char **dn, char **text, char ***referrals, LDAPControl ***controls,
      int free),
     (ld, m, code, dn, text, referrals, controls, free), LDAP_DECODING_ERROR)
FAIL(char *, ldap_get_dn, (LDAP * ld, LDAPMessage *m), (ld, m), NULL)
FAIL(struct berval **, ldap_get_values_len, (LDAP * ld, LDAPMessage *m, const char *name), (ld, m, name), NULL)
FAIL(int, ldap_str2dn, (const char *text, LDAPDN *dn, unsigned flags), (text, dn, flags), (*dn = NULL, LDAP_NO_MEMORY))
FAIL(int, ldap_dn2str, (LDAPDN dn, char **text, unsigned flags), (dn, text, flags), (*text = NULL, LDAP_NO_MEMORY))
FAIL(int, ldap_create_page_control, (LDAP * ld, ber_int_t size, struct berval *cookie, int critical, LDAPControl **out),
     (ld, size, cookie, critical, out), (*out = NULL, LDAP_NO_MEMORY))
FAIL(int, ldap_parse_pageresponse_control, (LDAP * ld, LDAPControl *control, ber_int_t *count, struct berval *cookie),
     (ld, control, count, cookie), LDAP_DECODING_ERROR)
FAIL(int, ldap_parse_passwordpolicy_control,
     (LDAP * ld, LDAPControl *control, ber_int_t *expires, ber_int_t *grace, LDAPPasswordPolicyError *error),
     (ld, control, expires, grace, error), LDAP_DECODING_ERROR)
