/* config.h: the configuration file (libconfuse syntax), read once at start and again on SIGHUP.
 *
 * Every option stands in one table in config_options.c (name, type, default, limits, one line of explanation);
 * `styrbord options` prints it, and a test holds conf/styrbord.conf against it. Secrets are never written
 * in the file: an option that ends in `_file` names a file (systemd's LoadCredential) that holds one.
 */
#ifndef BASE_CONFIG_H
#define BASE_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

/* A rule that turns a directory group into a grant:
 *   grant "leader" { scope = "project"  group = "cn=project-{key}-leaders,ou=groups,dc=example" }
 * {key} stands for one path-safe word ([A-Za-z0-9_.-]+) and becomes the grant's key, upper-cased. A rule
 * without {key} has a fixed `key` (scopes project, organisation, service, region) or none (scope portal).
 * `group` may be a list, which makes a rule of each; instead of it `group_name` matches a group's own name, the value
 * of its first RDN, wherever it lies. One role may have several rules. Only their form is checked here;
 * directory/grants.h checks what they mean. */
struct grant_rule {
	const char *role, *scope, *key;
	const char *group, *group_name; /* one of them; the other is NULL */
};

struct config {
	/* the portal */
	const char *base;     /* mount point: "" or "/path", never with a slash at its end */
	const char *base_url; /* https://host as people type it, for links in mail and for the cookie's Secure */
	const char *portal_name, *organisation_name;
	const char *default_language;
	const char *timezone;
	bool reading_staff;    /* option `reading`: "staff" (true, the default) or "everyone" */
	const char *for_staff; /* where everybody reads: record types, "mail", "money" that staff alone see; by commas */
	const char *accessibility_contact;
	/* the processes */
	const char *listen, *listen_sign_in; /* paths of unix sockets when nobody hands one over */
	int workers, sign_in_workers;
	int request_timeout_ms, body_max;
	const char *locale_directory;
	/* the database */
	const char *database;          /* libpq connection string of the application's role */
	const char *database_sessions; /* the same for the role that signs in and refreshes */
	const char *database_owner;    /* the same for `styrbord migrate` */
	/* the directory */
	const char *const *directory_uris; /* tried in order; NULL at the end */
	bool directory_start_tls, directory_plain_allowed;
	const char *directory_ca_file, *directory_bind_dn, *directory_password_file;
	const char *const *directory_account_domains; /* DOMAIN\\account: domains that may stand there; NULL at the end */
	const char *directory_person_base, *directory_person_filter; /* {account} in the filter */
	const char *directory_group_base,
		*directory_group_filter; /* {dn}, {account} in the filter: groups that hold a person */
	const char *attribute_id, *attribute_account, *attribute_name, *attribute_mail, *attribute_title;
	int directory_timeout_ms, directory_nested_depth;
	bool directory_primary_group;
	const struct grant_rule *grant_rules;
	size_t grant_rule_count;
	/* sessions */
	int session_idle_s, session_absolute_s, grants_refresh_s, grants_keep_s, refresh_workers;
	int sign_in_attempts, sign_in_window_s;
};

struct error;

/* Reads the file; the configuration lives until config_free(). Returns 0, or -1 with a sentence that
 * names the option, the line and what mends it. The environment's STYRBORD_BASE wins over `base`. */
int config_read(const char *path, struct config **out, struct error *e);
void config_free(struct config *c);

/* Prints every option: name, default, explanation. */
void config_print_options(void);

#endif
