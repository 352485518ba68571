#include "directory/person.h"

#include "base/buf.h"
#include "base/text.h"
#include "directory/ldap_text.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ACCOUNT_MAX = 256, VALUE_MAX = 256, FILTER_MAX = 64 * 1024 };

const char *const *person_attributes(const struct config *c, struct arena *a)
{
	const char *const wanted[] = {
		c->attribute_id,      c->attribute_account,   c->attribute_name, c->attribute_mail, c->attribute_title,
		"userAccountControl", "accountExpires",       "pwdLastSet",      "primaryGroupID",  "objectSid",
		"nsAccountLock",      "pwdAccountLockedTime", "pwdReset",        "shadowExpire",    NULL};
	return memcpy(arena_alloc(a, sizeof wanted), wanted, sizeof wanted);
}

/* Active Directory's identifier is 16 bytes that are no text: RFC 4512 has no syntax for it to tell by. */
static bool id_is_binary(const struct config *c)
{
	return strcasecmp(c->attribute_id, "objectGUID") == 0;
}

/* The first value as text, "" when there is none or it is not fit to be shown. */
static const char *value_of(LDAP *ld, LDAPMessage *entry, const char *attribute, struct arena *a)
{
	struct berval **values = ldap_get_values_len(ld, entry, attribute);
	const char *text = "";
	if (values && values[0] && values[0]->bv_len <= VALUE_MAX * 4 &&
	    text_is_clean(values[0]->bv_val, values[0]->bv_len))
		text = arena_strndup(a, values[0]->bv_val, values[0]->bv_len);
	ldap_value_free_len(values);
	return text_length(text) <= VALUE_MAX ? text : "";
}

static const char *id_of(const struct config *c, LDAP *ld, LDAPMessage *entry, struct arena *a)
{
	if (!id_is_binary(c))
		return value_of(ld, entry, c->attribute_id, a);
	struct berval **values = ldap_get_values_len(ld, entry, c->attribute_id);
	const char *id = values && values[0] ? ldap_hex(a, values[0]->bv_val, values[0]->bv_len) : "";
	ldap_value_free_len(values);
	return id;
}

/* ---- Admission: an absent attribute, or one that is no number, means nothing ---- */

struct account_state {
	LDAP *ld;
	LDAPMessage *entry;
	struct arena *arena;
	bool stated; /* the number asked for last is there */
};

static long long number(struct account_state *s, const char *attribute)
{
	const char *text = value_of(s->ld, s->entry, attribute, s->arena);
	char *end;
	long long n = strtoll(text, &end, 10);
	s->stated = *text && !*end;
	return s->stated ? n : 0;
}

static bool text_is(struct account_state *s, const char *attribute, const char *value)
{
	return strcasecmp(value_of(s->ld, s->entry, attribute, s->arena), value) == 0;
}

static bool is_disabled(struct account_state *s)
{
	enum { ACCOUNTDISABLE = 2 };
	return (number(s, "userAccountControl") & ACCOUNTDISABLE) || text_is(s, "nsAccountLock", "true");
}

/* A lock that ends by itself is the server's to enforce at the bind: the attribute stays after its time, and
 * anybody could end somebody's session by typing wrong passwords. Only a lock for good counts here. */
static bool is_locked(struct account_state *s)
{
	return text_is(s, "pwdAccountLockedTime", "000001010000Z");
}

/* accountExpires: units of 100 ns since 1601, 0 and the largest number for never (MS-ADA1 2.3). shadowExpire: days
 * since 1970 (RFC 2307, shadow(5)), expired from that day on; a negative one for never. */
static bool is_expired(struct account_state *s)
{
	const long long per_second = 10000000, from_1601_to_1970_s = 11644473600, day_s = 86400, now = time(NULL);
	long long expires = number(s, "accountExpires");
	if (expires > 0 && expires / per_second - from_1601_to_1970_s <= now)
		return true;
	long long day = number(s, "shadowExpire");
	return s->stated && day >= 0 && day <= now / day_s;
}

static bool must_change_password(struct account_state *s)
{
	enum { DONT_EXPIRE_PASSWD = 0x10000 };
	if (text_is(s, "pwdReset", "true"))
		return true;
	return number(s, "pwdLastSet") == 0 && s->stated && !(number(s, "userAccountControl") & DONT_EXPIRE_PASSWD);
}

static const struct {
	bool (*holds)(struct account_state *s);
	const char *reason;
} refusals[] = {
	{is_disabled, "disabled"},
	{is_locked, "locked"},
	{is_expired, "expired"},
	{must_change_password, "must change password"},
};

static const char *refusal_of(LDAP *ld, LDAPMessage *entry, struct arena *a)
{
	struct account_state s = {.ld = ld, .entry = entry, .arena = a};
	for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
		if (refusals[i].holds(&s))
			return refusals[i].reason;
	return NULL;
}

/* The group's identifier is the person's with its last part exchanged for primaryGroupID. Parts are 32 bits each, least
 * significant byte first, after eight bytes of which the second counts them (MS-DTYP 2.4.2.2). */
static const char *primary_group_of(LDAP *ld, LDAPMessage *entry, struct arena *a)
{
	enum { HEAD = 8, PART = 4 };
	struct account_state s = {.ld = ld, .entry = entry, .arena = a};
	long long rid = number(&s, "primaryGroupID");
	struct berval **values = rid > 0 && rid <= UINT32_MAX ? ldap_get_values_len(ld, entry, "objectSid") : NULL;
	const struct berval *sid = values ? values[0] : NULL;
	const char *hex = "";
	if (sid && sid->bv_len > HEAD && sid->bv_len == HEAD + PART * (size_t)(unsigned char)sid->bv_val[1]) {
		for (size_t i = 0; i < PART; i++)
			sid->bv_val[sid->bv_len - PART + i] = (char)(unsigned char)(rid >> (8 * i));
		hex = ldap_hex(a, sid->bv_val, sid->bv_len);
	}
	ldap_value_free_len(values);
	return hex;
}

int person_read(const struct config *c, LDAP *ld, LDAPMessage *entry, struct arena *a, struct directory_person *out,
                struct error *e)
{
	char *dn = ldap_get_dn(ld, entry);
	*out = (struct directory_person){
		.server_dn = arena_strdup(a, dn ? dn : ""),
		.id = id_of(c, ld, entry, a),
		.account = value_of(ld, entry, c->attribute_account, a),
		.name = value_of(ld, entry, c->attribute_name, a),
		.mail = value_of(ld, entry, c->attribute_mail, a),
		.title = value_of(ld, entry, c->attribute_title, a),
		.refusal = refusal_of(ld, entry, a),
		.primary_group = c->directory_primary_group ? primary_group_of(ld, entry, a) : "",
	};
	ldap_memfree(dn);
	out->dn = ldap_dn_normalised(a, out->server_dn);
	if (!out->dn)
		return error_detail(e, "The directory gave an entry a name that is none: \"%s\".", out->server_dn);
	if (!*out->id)
		return error_detail(e, "%s has no attribute %s that the service account may read: check attribute_id.", out->dn,
		                    c->attribute_id);
	return 0;
}

/* ---- Filters ---- */

static bool acceptable(const char *s)
{
	size_t n = strnlen(s, ACCOUNT_MAX + 1);
	return n > 0 && n <= ACCOUNT_MAX && text_is_clean(s, n) && !strpbrk(s, "\t\r\n");
}

const char *person_filter_by_account(const struct config *c, const char *account, struct arena *a)
{
	return acceptable(account) ? ldap_filter_fill(a, c->directory_person_filter, "{account}", account) : NULL;
}

const char *person_filter_for_all(const char *filter, const char *placeholder, struct arena *a)
{
	struct buf b;
	buf_init(&b, FILTER_MAX);
	for (const char *found; (found = strstr(filter, placeholder)); filter = found + strlen(placeholder)) {
		buf_add(&b, filter, (size_t)(found - filter));
		buf_addc(&b, '*');
	}
	buf_adds(&b, filter);
	const char *filled = arena_strdup(a, b.full ? "" : buf_text(&b));
	buf_free(&b);
	return filled;
}

const char *person_filter_by_id(const struct config *c, const char *id, struct arena *a)
{
	size_t n = strlen(id);
	const void *bytes = id_is_binary(c) ? ldap_unhex(a, id, &n) : id;
	if (!bytes || !acceptable(id))
		return NULL;
	return arena_printf(a, "(&(%s=%s)%s)", c->attribute_id, ldap_filter_escape(a, bytes, n),
	                    person_filter_for_all(c->directory_person_filter, "{account}", a));
}
