#include "directory/certificate.h"

#include "base/error.h"
#include "base/text.h"
#include "directory/handle.h"

#include <gnutls/x509.h>
#include <stdbool.h>
#include <string.h>
#include <time.h>

enum { NAME_MAX_BYTES = 512, SOON_DAYS = 30 };

/* "directory.example" of "ldap://directory.example:389". */
static const char *host_of(const char *uri, struct arena *a)
{
	const char *host = strstr(uri, "://");
	host = host ? host + 3 : uri;
	if (*host == '[')
		return arena_strndup(a, host + 1, strcspn(host + 1, "]"));
	return arena_strndup(a, host, strcspn(host, ":/"));
}

/* The names that it is for, with commas between them. */
static const char *names_of(gnutls_x509_crt_t certificate, struct arena *a)
{
	const char *all = "";
	char name[NAME_MAX_BYTES];
	for (unsigned i = 0;; i++) {
		size_t size = sizeof name - 1;
		int kind = gnutls_x509_crt_get_subject_alt_name(certificate, i, name, &size, NULL);
		if (kind < 0)
			break;
		name[size] = '\0';
		if (kind == GNUTLS_SAN_DNSNAME && text_is_clean(name, strlen(name)))
			all = arena_printf(a, "%s%s%s", all, all[0] ? ", " : "", name);
	}
	size_t size = sizeof name;
	if (!all[0] && gnutls_x509_crt_get_dn(certificate, name, &size) == 0)
		all = arena_strdup(a, name);
	return all[0] ? all : "nobody";
}

static const char *told(gnutls_x509_crt_t certificate, const char *uri, struct arena *a)
{
	char issuer[NAME_MAX_BYTES] = "somebody", day[16];
	size_t size = sizeof issuer;
	time_t until = gnutls_x509_crt_get_expiration_time(certificate);
	const char *host = host_of(uri, a);
	struct tm parts;
	gnutls_x509_crt_get_issuer_dn(certificate, issuer, &size);
	strftime(day, sizeof day, "%Y-%m-%d", gmtime_r(&until, &parts));
	long days = (long)((until - time(NULL)) / 86400);
	const char *when = until < time(NULL) ? arena_printf(a, "it ran out on %s", day)
	                                      : arena_printf(a, "good until %s, %ld days%s", day, days,
	                                                     days < SOON_DAYS ? ": have it renewed" : "");
	return arena_printf(a, "%s: its certificate is for %s, by %s; %s.%s", uri, names_of(certificate, a), issuer, when,
	                    gnutls_x509_crt_check_hostname(certificate, host)
	                        ? ""
	                        : arena_printf(a, " It does not name %s, by which directory_uris calls it.", host));
}

const char *certificate_told(const struct config *c, const char *uri, int64_t until, struct arena *a)
{
	gnutls_x509_crt_t certificate;
	struct berval der;
	const char *sentence = NULL;
	if (handle_peer(c, uri, until, &der))
		return NULL;
	if (gnutls_x509_crt_init(&certificate) == 0) {
		const gnutls_datum_t data = {(unsigned char *)der.bv_val, (unsigned)der.bv_len};
		if (gnutls_x509_crt_import(certificate, &data, GNUTLS_X509_FMT_DER) == 0)
			sentence = told(certificate, uri, a);
		gnutls_x509_crt_deinit(certificate);
	}
	ber_memfree(der.bv_val);
	return sentence;
}
