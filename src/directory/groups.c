#include "directory/groups.h"

#include "base/buf.h"
#include "base/log.h"
#include "directory/ldap_text.h"

#include <string.h>

enum { GROUPS_MAX = 1000, NAMES_A_SEARCH = 25, FILTER_MAX = 256 * 1024 };

struct found {
	const char *normalised[GROUPS_MAX + 1]; /* what the caller gets; also the check against cycles */
	const char *spelled[GROUPS_MAX];        /* as the server spells them, for the next level */
	size_t count;
};

static bool is_known(const struct found *f, const char *normalised)
{
	for (size_t i = 0; i < f->count; i++)
		if (strcmp(f->normalised[i], normalised) == 0)
			return true;
	return false;
}

static int add(struct found *f, const char *spelled, struct arena *a, struct error *e)
{
	const char *normalised = ldap_dn_normalised(a, spelled);
	if (!normalised || is_known(f, normalised))
		return 0;
	if (f->count == GROUPS_MAX)
		return error_detail(e,
		                    "Somebody is in more than %d groups: narrow directory_group_base or "
		                    "directory_group_filter to the portal's groups.",
		                    GROUPS_MAX);
	f->normalised[f->count] = normalised;
	f->spelled[f->count] = arena_strdup(a, spelled);
	f->count++;
	return 0;
}

/* The groups that hold any of these entries, in one search. */
static const char *filter_for(const struct config *c, const char *const *names, size_t n, struct arena *a)
{
	struct buf b;
	buf_init(&b, FILTER_MAX);
	buf_adds(&b, n > 1 ? "(|" : "");
	for (size_t i = 0; i < n; i++)
		buf_adds(&b, ldap_filter_fill(a, c->directory_group_filter, "{dn}", names[i]));
	buf_adds(&b, n > 1 ? ")" : "");
	const char *filter = arena_strdup(a, b.full ? "" : buf_text(&b));
	buf_free(&b);
	return filter;
}

static int search_level(struct directory *d, const char *const *names, size_t n, int64_t deadline, struct arena *a,
                        struct found *f, struct error *e)
{
	static const char *const no_attributes[] = {LDAP_NO_ATTRS, NULL};
	struct search s = {d->config->directory_group_base, filter_for(d->config, names, n, a), LDAP_SCOPE_SUBTREE,
	                   no_attributes, 0};
	LDAPMessage *result = NULL;
	bool more;
	if (connection_search(d, &s, deadline, &result, &more, e) < 0)
		return -1;
	LDAP *ld = d->service.ld;
	int rc = 0;
	/* Entries only: a reference to another server is not followed. */
	for (LDAPMessage *m = ldap_first_entry(ld, result); m && rc == 0; m = ldap_next_entry(ld, m)) {
		char *dn = ldap_get_dn(ld, m);
		if (dn)
			rc = add(f, dn, a, e);
		ldap_memfree(dn);
	}
	ldap_msgfree(result);
	return rc;
}

int groups_of(struct directory *d, const char *dn, int64_t deadline, struct arena *a, const char *const **out,
              struct error *e)
{
	struct found *f = arena_alloc(a, sizeof *f);
	if (search_level(d, &dn, 1, deadline, a, f, e) < 0)
		return -1;
	size_t from = 0;
	for (int depth = 0; depth < d->config->directory_nested_depth && from < f->count; depth++) {
		size_t level_end = f->count;
		for (; from < level_end; from += NAMES_A_SEARCH) {
			size_t n = level_end - from < NAMES_A_SEARCH ? level_end - from : NAMES_A_SEARCH;
			if (search_level(d, &f->spelled[from], n, deadline, a, f, e) < 0)
				return -1;
		}
		from = level_end;
	}
	*out = f->normalised;
	return 0;
}
