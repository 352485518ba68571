#include "directory/account.h"

#include "directory/ldap_text.h"

#include <string.h>

const char *account_of(const struct config *c, const char *typed, struct arena *a)
{
	const char *backslash = strchr(typed, '\\');
	if (!backslash)
		return typed;
	const char *domain = ldap_folded(a, arena_strndup(a, typed, (size_t)(backslash - typed)));
	for (const char *const *known = c->directory_account_domains; backslash[1] && known && *known; known++)
		if (strcmp(domain, ldap_folded(a, *known)) == 0)
			return backslash + 1;
	return NULL;
}
