/* certificate.h: what a directory server's certificate says of itself. Only check.c uses it. */
#ifndef DIRECTORY_CERTIFICATE_H
#define DIRECTORY_CERTIFICATE_H

#include "base/arena.h"
#include "base/config.h"

#include <stdint.h>

/* A sentence: for whom it is, by whom, how long it is good, and whether it names the host of `uri`. It is looked at
 * whether or not it is vouched for, and nothing is sent to its server. NULL where there is none to be seen: the server
 * is not reached, or speaks without TLS. */
const char *certificate_told(const struct config *c, const char *uri, int64_t until, struct arena *a);

#endif
