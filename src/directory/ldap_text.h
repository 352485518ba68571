/* ldap_text.h: values inside filters (RFC 4515) and distinguished names (RFC 4514). Only this folder uses it. */
#ifndef DIRECTORY_LDAP_TEXT_H
#define DIRECTORY_LDAP_TEXT_H

#include "base/arena.h"

#include <stddef.h>

/* n bytes as an assertion value: everything that is not a harmless printable ASCII character becomes \xx, so
 * that text in UTF-8 and binary identifiers take the same way. The only function that writes into a filter. */
const char *ldap_filter_escape(struct arena *a, const void *bytes, size_t n);

/* The filter with each occurrence of the placeholder ("{account}") replaced by the escaped text. */
const char *ldap_filter_fill(struct arena *a, const char *filter, const char *placeholder, const char *text);

/* Text as names are compared: in NFC and by Unicode's simple case folding (CaseFolding.txt, status C and S: Sámi, Greek
 * and Cyrillic letters too, but ß is not ss). What is no UTF-8 stays as it is. */
const char *ldap_folded(struct arena *a, const char *text);

/* One spelling for each name: spaces and escapes as libldap writes them, letters folded (DNs compare
 * case-insensitively). NULL if it is no distinguished name. */
const char *ldap_dn_normalised(struct arena *a, const char *dn);

/* The value of a name's first RDN, folded: what a group is called wherever it lies. NULL if it has not one such value:
 * several (cn=a+ou=b), one with a zero byte or in BER (#04…), all of which would pass for the group that is meant. */
const char *ldap_first_value(struct arena *a, const char *dn);

/* Bytes as lower-case hexadecimal digits, and back; NULL if it is not hexadecimal. */
const char *ldap_hex(struct arena *a, const void *bytes, size_t n);
const void *ldap_unhex(struct arena *a, const char *hex, size_t *n);

#endif
