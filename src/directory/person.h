/* person.h: one entry of the directory as a person, and whether that person may sign in. Only directory.c uses it. */
#ifndef DIRECTORY_PERSON_H
#define DIRECTORY_PERSON_H

#include "directory/directory.h"

#include <ldap.h>

/* What a search for people asks for; NULL at the end. Belongs to `a`. */
const char *const *person_attributes(const struct config *c, struct arena *a);

/* Everything of *out but the groups. 0, or -1 with e->detail: the entry lacks what a person must have. */
int person_read(const struct config *c, LDAP *ld, LDAPMessage *entry, struct arena *a, struct directory_person *out,
                struct error *e);

/* The filter that finds a person by what was typed, and the one that finds an id again and asks the same of the entry:
 * directory_person_filter with {account} as the wildcard *. NULL: nobody can have this account, this id. */
const char *person_filter_by_account(const struct config *c, const char *account, struct arena *a);
const char *person_filter_by_id(const struct config *c, const char *id, struct arena *a);

/* The filter with each occurrence of the placeholder as the wildcard *, which no text from outside ever becomes. */
const char *person_filter_for_all(const char *filter, const char *placeholder, struct arena *a);

#endif
