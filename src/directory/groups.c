#include "directory/groups.h"

#include "base/buf.h"
#include "base/text.h"
#include "directory/ldap_text.h"

#include <stdint.h>
#include <string.h>

/* NAMES_A_SEARCH: a domain controller (Samba 4.17) took some 30 ms a name, however many were asked for at once, and one
 * search must stay well below directory_timeout_ms; slapd read 2,100 groups in 74 ms with 25 names, 53 with 100.
 * LEVELS_MAX: as much as directory_nested_depth may be. SLOTS: a power of two, at most two thirds full. */
enum { GROUPS_MAX = 10000, NAMES_A_SEARCH = 25, FILTER_MAX = 1024 * 1024, SLOTS = 16384, LEVELS_MAX = 20 };

/* No account is this, because people are found by accounts as they are. */
static const char nobody[] = "{nobody}";

struct found {
	struct directory *d;
	struct arena *arena;
	const char *normalised[GROUPS_MAX + 1]; /* what the caller gets */
	const char *spelled[GROUPS_MAX];        /* as the server spells them, for the next level */
	unsigned char levels[GROUPS_MAX];       /* as in directory_person */
	unsigned char level;                    /* of what is found now */
	bool cut;                               /* there is a level more that was not asked for */
	size_t count;
	uint16_t slots[SLOTS]; /* where a name is among `normalised`, from 1; 0: free. Also the check against cycles */
};

/* FNV-1a. Whoever may name groups could make them collide: at GROUPS_MAX that costs a fraction of a second. */
static size_t hash(const char *s)
{
	uint32_t h = 2166136261U;
	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 16777619U;
	return h;
}

/* The slot that holds the name, or the free one where it belongs. */
static uint16_t *slot_of(struct found *f, const char *normalised)
{
	size_t at = hash(normalised) % SLOTS;
	while (f->slots[at] && strcmp(f->normalised[f->slots[at] - 1], normalised) != 0)
		at = (at + 1) % SLOTS;
	return &f->slots[at];
}

static int add(struct found *f, const char *spelled, struct error *e)
{
	const char *normalised = ldap_dn_normalised(f->arena, spelled);
	uint16_t *slot = normalised ? slot_of(f, normalised) : NULL;
	if (!slot || *slot)
		return 0;
	if (f->count == GROUPS_MAX) {
		error_detail(e,
		             "Somebody is in more than %d groups: narrow directory_group_base or directory_group_filter to "
		             "the portal's groups.",
		             GROUPS_MAX);
		return SEARCH_LIMITED;
	}
	f->normalised[f->count] = normalised;
	f->levels[f->count] = f->level;
	f->spelled[f->count] = arena_strdup(f->arena, spelled);
	*slot = (uint16_t)++f->count;
	return 0;
}

/* Both placeholders in one go: what stands for one may well contain the other. */
static void fill(struct buf *b, const char *filter, const char *dn, const char *account, struct arena *a)
{
	static const char dn_mark[] = "{dn}", account_mark[] = "{account}";
	for (const char *at = filter; *at;) {
		bool is_dn = text_starts_with(at, dn_mark), is_account = text_starts_with(at, account_mark);
		const char *value = is_dn ? dn : account;
		if (is_dn || is_account)
			buf_adds(b, ldap_filter_escape(a, value, strlen(value)));
		else
			buf_addc(b, *at);
		at += is_dn ? sizeof dn_mark - 1 : is_account ? sizeof account_mark - 1 : 1;
	}
}

/* The groups that hold any of these entries, in one search. */
static const char *filter_for(const struct found *f, const char *filter, const char *const *names, size_t n,
                              const char *account)
{
	struct buf b;
	buf_init(&b, FILTER_MAX);
	buf_adds(&b, n > 1 ? "(|" : "");
	for (size_t i = 0; i < n; i++)
		fill(&b, filter, names[i], account, f->arena);
	buf_adds(&b, n > 1 ? ")" : "");
	/* Half a filter could mean something else; an empty one is refused by libldap. */
	const char *filled = arena_strdup(f->arena, b.full ? "" : buf_text(&b));
	buf_free(&b);
	return filled;
}

/* Entries only: a reference to another server is not followed. */
static int add_page(LDAP *ld, LDAPMessage *page, void *what, struct error *e)
{
	struct found *f = what;
	int rc = 0;
	for (LDAPMessage *m = ldap_first_entry(ld, page); m && rc == 0; m = ldap_next_entry(ld, m)) {
		char *dn = ldap_get_dn(ld, m);
		rc = dn ? add(f, dn, e) : error_detail(e, "A group's name cannot be read from the directory's answer.");
		ldap_memfree(dn);
	}
	return rc;
}

static int search(struct found *f, const char *filter, const char *shown, int64_t deadline, struct error *e)
{
	static const char *const no_attributes[] = {LDAP_NO_ATTRS, NULL};
	const struct search s = {.base = f->d->config->directory_group_base,
	                         .filter = filter,
	                         .shown = shown,
	                         .scope = LDAP_SCOPE_SUBTREE,
	                         .attributes = no_attributes};
	return connection_search_all(f->d, &s, deadline, add_page, f, e);
}

static int search_level(struct found *f, const char *filter, const char *const *names, size_t n, const char *account,
                        int64_t deadline, struct error *e)
{
	return search(f, filter_for(f, filter, names, n, account), filter, deadline, e);
}

static int search_primary(struct found *f, const char *sid_hex, int64_t deadline, struct error *e)
{
	size_t n = 0;
	const void *sid = ldap_unhex(f->arena, sid_hex, &n);
	if (!sid)
		return 0;
	const char *filter = arena_printf(f->arena, "(objectSid=%s)", ldap_filter_escape(f->arena, sid, n));
	return search(f, filter, filter, deadline, e);
}

static int search_nested(struct found *f, const char *filter, int levels, int64_t deadline, struct error *e)
{
	int rc = 0;
	size_t from = 0;
	if (!strstr(filter, "{dn}"))
		return 0;
	for (int depth = 0; depth < levels && from < f->count; depth++) {
		size_t level_end = f->count;
		f->level++;
		for (; from < level_end && rc == 0; from += NAMES_A_SEARCH) {
			size_t n = level_end - from < NAMES_A_SEARCH ? level_end - from : NAMES_A_SEARCH;
			rc = search_level(f, filter, &f->spelled[from], n, nobody, deadline, e);
		}
		if (rc)
			return rc;
		from = level_end;
	}
	f->cut = from < f->count;
	return 0;
}

bool groups_in_chain(const struct config *c)
{
	return strstr(c->directory_group_filter, GROUPS_IN_CHAIN) != NULL;
}

/* The server follows only what it finds by `member`, and so nothing above a primary group. Few groups hold one: they
 * are found level by level, as with the filter (member={dn}). To ask by the rule for the person and the group at once
 * took Samba longer than directory_timeout_ms. */
static const char *without_in_chain(const char *filter, struct arena *a)
{
	static const char rule[] = ":" GROUPS_IN_CHAIN ":=";
	char *plain = arena_strdup(a, filter);
	for (char *at; (at = strstr(plain, rule));)
		memmove(at, at + sizeof rule - 2, strlen(at + sizeof rule - 2) + 1);
	return plain;
}

int groups_of(struct directory *d, struct directory_person *p, int64_t deadline, struct arena *a, struct error *e)
{
	struct found *f = arena_alloc(a, sizeof *f);
	f->d = d;
	f->arena = a;
	const struct config *c = d->config;
	const char *filter = c->directory_group_filter;
	int rc = search_primary(f, p->primary_group, deadline, e);
	if (rc == 0 && groups_in_chain(c))
		rc = search_nested(f, without_in_chain(filter, a), LEVELS_MAX, deadline, e);
	/* Somebody without an account is a member of nothing by it. */
	f->level = 1;
	if (rc == 0)
		rc = search_level(f, filter, &p->server_dn, 1, *p->account ? p->account : nobody, deadline, e);
	if (rc == 0)
		rc = search_nested(f, filter, c->directory_nested_depth, deadline, e);
	if (rc == 0) {
		p->groups = f->normalised;
		p->group_levels = f->levels;
		p->groups_cut = f->cut && !groups_in_chain(c);
	}
	return rc;
}
