#include "base/config_options.h"

#include "base/config.h"
#include "base/text.h"
#include "version.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *base_problem(const char *s)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-/";
	if (!*s || strcmp(s, "/") == 0)
		return NULL;
	if (*s != '/' || strstr(s, "//") || s[strspn(s, allowed)])
		return "must be a path such as \"/styrbord\", in letters, digits and . _ ~ - only";
	return NULL;
}

static const char *base_url_problem(const char *s)
{
	const char *host = text_starts_with(s, "https://") ? s + 8 : text_starts_with(s, "http://") ? s + 7 : "";
	if (!*host || host[strcspn(host, "/?#@ ")])
		return "must be https:// and a host, with a port if need be and nothing behind: \"https://styrbord.example\"";
	return NULL;
}

static const char *language_problem(const char *s)
{
	static const char *const known[] = {"en", "sv-SE", "sv-FI", "nb", "fi"};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(s, known[i]) == 0)
			return NULL;
	return "must be one of \"en\", \"sv-SE\", \"sv-FI\", \"nb\", \"fi\"";
}

static const char *timezone_problem(const char *s)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";
	char path[300];
	if (!*s || *s == '/' || s[strspn(s, allowed)] || strlen(s) > 200)
		return "must be a time zone's name such as \"Europe/Helsinki\"";
	snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", s);
	return access(path, R_OK)
	           ? "must be a time zone that this machine knows (package tzdata), such as \"Europe/Helsinki\""
	           : NULL;
}

static const char *reading_problem(const char *s)
{
	if (strcmp(s, "staff") == 0 || strcmp(s, "everyone") == 0)
		return NULL;
	return "must be \"staff\" or \"everyone\"";
}

static const char *path_problem(const char *s)
{
	return *s == '/' ? NULL : "must be a path that begins with /";
}

static const char *socket_problem(const char *s)
{
	/* sockaddr_un holds 108 bytes; TCP is refused because whoever reaches the socket can hurt the workers. */
	if (*s != '/' || strlen(s) > 107)
		return "must be the path of a unix socket: at most 107 bytes, beginning with /";
	return NULL;
}

static const char *database_problem(const char *s)
{
	if (!*s)
		return "must be a libpq connection string such as \"dbname=styrbord user=styrbord_app\"";
	const char *authority = strstr(s, "://");
	const char *at = authority ? strchr(authority, '@') : NULL;
	const char *colon = authority ? strchr(authority + 3, ':') : NULL;
	if (strcasestr(s, "password=") || strcasestr(s, "password =") || (at && colon && colon < at))
		return "must not hold a password: use peer authentication, or name a file with passfile=";
	return NULL;
}

static const char *uri_problem(const char *s)
{
	const char *host = text_starts_with(s, "ldaps://") ? s + 8 : text_starts_with(s, "ldap://") ? s + 7 : "";
	if (text_starts_with(s, "ldapi://"))
		return NULL;
	/* A space would make libldap read a list of hosts, which it cannot fail over in time. */
	if (!*host || host[strcspn(host, "/?# ,")])
		return "must hold addresses such as \"ldap://directory.example\" or \"ldaps://directory.example:636\"";
	return NULL;
}

static const char *dn_problem(const char *s)
{
	return strchr(s, '=') ? NULL : "must be a distinguished name such as \"ou=people,dc=example\"";
}

/* Active Directory takes a user principal name as well, which stays when the account is moved. */
static const char *bind_problem(const char *s)
{
	return strpbrk(s, "=@")
	           ? NULL
	           : "must be a distinguished name such as \"cn=styrbord,ou=services,dc=example\", or in Active "
	             "Directory a user principal name such as \"styrbord@hospital.example\"";
}

/* A filter in parentheses whose {placeholders} are all among these two, and one of them at least. */
static bool filter_is_sound(const char *s, const char *first, const char *second)
{
	size_t n = strlen(s);
	if (n < 3 || s[0] != '(' || s[n - 1] != ')')
		return false;
	int known = 0;
	for (const char *at = s; (at = strchr(at, '{')); at++) {
		if (!text_starts_with(at, first) && !text_starts_with(at, second))
			return false;
		known++;
	}
	return known > 0;
}

static const char *person_filter_problem(const char *s)
{
	if (!filter_is_sound(s, "{account}", "{account}"))
		return "must be a filter in parentheses with {account} and no other placeholder in it: \"(uid={account})\"";
	return NULL;
}

static const char *group_filter_problem(const char *s)
{
	if (!filter_is_sound(s, "{dn}", "{account}"))
		return "must be a filter in parentheses with {dn} or {account} and no other placeholder in it: \"(member={dn})\"";
	return NULL;
}

static const char *domain_problem(const char *s)
{
	return *s && !strpbrk(s, "\\/@ ") ? NULL : "must hold names of domains such as \"HOSPITAL\", without the backslash";
}

static const char *parts_problem(const char *s)
{
	return s[strspn(s, "abcdefghijklmnopqrstuvwxyz_, ")]
	           ? "must hold names of record types, such as \"risk, mail, money\", with commas between them"
	           : NULL;
}

static const char *attribute_problem(const char *s)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-;.";
	return *s && !s[strspn(s, allowed)] ? NULL : "must be the name of one attribute, such as \"uid\"";
}

#define NAMED(option_name) .name = #option_name, .offset = offsetof(struct config, option_name)
#define TEXT(option_name, default_text, check, help) \
	{ \
		NAMED(option_name), .type = OPTION_TEXT, .fallback = default_text, .problem = check, .explanation = help \
	}
#define NEEDED(option_name, check, help) \
	{ \
		NAMED(option_name), .type = OPTION_TEXT, .required = true, .problem = check, .explanation = help \
	}
#define NUMBER(option_name, default_text, least, most, help) \
	{ \
		NAMED(option_name), .type = OPTION_NUMBER, .fallback = default_text, .min = least, .max = most, \
							.explanation = help \
	}
#define FLAG(option_name, default_text, help) \
	{ \
		NAMED(option_name), .type = OPTION_FLAG, .fallback = default_text, .explanation = help \
	}

const struct option config_options[] = {
	TEXT(base, "", base_problem, "mount point below the host: \"\" or \"/path\"; the environment's STYRBORD_BASE wins"),
	NEEDED(base_url, base_url_problem,
           "https:// and the host as people type it: links in mail, and the cookie's Secure"),
	TEXT(portal_name, "Styrbord", NULL, "the portal's name in the head of every page"),
	NEEDED(organisation_name, NULL, "the organisation whose portal this is"),
	TEXT(default_language, "en", language_problem,
         "language of people whose browser asks for none that the portal speaks"),
	TEXT(timezone, "Europe/Stockholm", timezone_problem, "time zone of dates and hours on pages and in calendars"),
	{.name = "reading",
     .offset = offsetof(struct config, reading_staff),
     .type = OPTION_TEXT,
     .fallback = "staff",
     .problem = reading_problem,
     .explanation = "who may read: \"staff\" after signing in, or \"everyone\" who reaches the portal"},
	TEXT(
		for_staff, "risk, mail, money", parts_problem,
		"where everybody reads: what only staff see, record types such as risk, mail and money; `styrbord migrate` tells "
		"the database"),
	TEXT(accessibility_contact, "", NULL, "mail address or telephone number in the accessibility statement"),

	TEXT(listen, "/run/styrbord/pages.sock", socket_problem, "unix socket of the pages, unless systemd hands one over"),
	TEXT(listen_sign_in, "/run/styrbord/sign-in.sock", socket_problem,
         "unix socket of /login, unless systemd hands one over"),
	NUMBER(workers, "8", 1, 64, "processes that serve pages: some two for each core"),
	NUMBER(sign_in_workers, "2", 1, 16, "processes that wait for the directory at sign-in"),
	NUMBER(request_timeout_ms, "10000", 500, 120000,
           "milliseconds that one request may take, database and directory included"),
	NUMBER(body_max, "8388608", 4096, 67108864,
           "bytes of the largest request body; the same as nginx's client_max_body_size"),
	TEXT(locale_directory, STYRBORD_SHARE "/locale", path_problem, "compiled locales and catalogues of the languages"),

	TEXT(database, "host=/run/postgresql dbname=styrbord user=styrbord_app", database_problem,
         "libpq connection string of the application's role, without a password"),
	TEXT(database_sessions, "host=/run/postgresql dbname=styrbord user=styrbord_session", database_problem,
         "the same for the role that may start sessions and give them rights: sign-in and refreshing"),
	TEXT(database_owner, "host=/run/postgresql dbname=styrbord user=styrbord_owner", database_problem,
         "the same for the role that owns the tables, used by `styrbord migrate` alone"),

	{NAMED(directory_uris), .type = OPTION_TEXTS, .required = true, .problem = uri_problem,
     .explanation = "the directory's servers, tried in this order: {\"ldap://one.example\", \"ldap://two.example\"}"},
	FLAG(directory_start_tls, "true", "protect ldap:// connections with StartTLS before anything is said"),
	FLAG(directory_plain_allowed, "false",
         "allow ldap:// without StartTLS, which shows passwords to the network; never in production"),
	TEXT(directory_ca_file, "/etc/ssl/certs/ca-certificates.crt", path_problem,
         "certificates that the directory's own must be signed by"),
	NEEDED(directory_bind_dn, bind_problem,
           "service account that looks people and groups up; it needs to read, nothing else"),
	NEEDED(directory_password_file, path_problem, "file whose first line is the service account's password"),
	{NAMED(directory_account_domains), .fallback = "{}", .type = OPTION_TEXTS, .problem = domain_problem,
     .explanation =
         "domains that people may write before their account, {\"HOSPITAL\"} for HOSPITAL\\account; others find nobody"},
	NEEDED(directory_person_base, dn_problem, "where people are"),
	TEXT(directory_person_filter, "(&(objectClass=inetOrgPerson)(uid={account}))", person_filter_problem,
         "finds a person by account; {account} is what was typed, escaped"),
	NEEDED(directory_group_base, dn_problem, "where groups are"),
	TEXT(directory_group_filter, "(&(objectClass=groupOfNames)(member={dn}))", group_filter_problem,
         "finds the groups that hold an entry; {dn} is its name, {account} a person's account, escaped"),
	TEXT(attribute_id, "entryUUID", attribute_problem,
         "what identifies a person for ever: entryUUID, in Active Directory objectGUID"),
	TEXT(attribute_account, "uid", attribute_problem, "the account: uid, in Active Directory sAMAccountName"),
	TEXT(attribute_name, "cn", attribute_problem, "the name to show: cn or displayName"),
	TEXT(attribute_mail, "mail", attribute_problem, "the mail address"),
	TEXT(attribute_title, "title", attribute_problem, "the title"),
	NUMBER(directory_timeout_ms, "3000", 100, 60000,
           "milliseconds that one server of the directory may take before the next is tried"),
	NUMBER(directory_nested_depth, "5", 0, 20, "how deep groups in groups are followed; 0 follows none"),
	FLAG(directory_primary_group, "false",
         "count Active Directory's primary group (primaryGroupID) as one of a person's"),

	NUMBER(session_idle_s, "3600", 60, 86400, "seconds without a request after which a session ends"),
	NUMBER(session_absolute_s, "43200", 300, 604800, "seconds after sign-in at which a session ends whatever happens"),
	NUMBER(grants_refresh_s, "300", 10, 3600,
           "seconds after which the directory is asked again for a session's groups"),
	NUMBER(grants_keep_s, "3600", 0, 604800,
           "seconds after which rights that the directory could not confirm no longer let anybody write or see what is "
           "restricted; 0: never. `styrbord migrate` tells the database"),
	NUMBER(refresh_workers, "6", 1, 20, "processes that ask the directory again, each about one person at a time"),
	NUMBER(sign_in_attempts, "5", 1, 100, "failed sign-ins for one account that sign_in_window_s allows"),
	NUMBER(sign_in_window_s, "300", 10, 86400, "seconds that failed sign-ins are counted for"),
};

const size_t config_option_count = sizeof config_options / sizeof *config_options;
