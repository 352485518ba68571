/* The configuration: what is accepted, what is refused and with which sentence, and that conf/styrbord.conf
 * explains every option with its true default. Run from the project's root. */
#include "base/config.h"
#include "base/config_options.h"
#include "base/error.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char *const required = "base_url = \"https://portal.example:8443\"\n"
									"organisation_name = \"Region Nord\"\n"
									"directory_uris = { \"ldap://one.example\", \"ldaps://two.example:636\" }\n"
									"directory_bind_dn = \"cn=styrbord,dc=example\"\n"
									"directory_password_file = \"/run/credentials/password\"\n"
									"directory_person_base = \"ou=people,dc=example\"\n"
									"directory_group_base = \"ou=groups,dc=example\"\n";

static int read_text(const char *text, struct config **c, struct error *e)
{
	char path[] = "/tmp/styrbord-config-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
	*c = NULL;
	memset(e, 0, sizeof *e);
	int result = config_read(path, c, e);
	unlink(path);
	return result;
}

static struct config *read_with(const char *more)
{
	struct config *c;
	struct error e;
	char text[4096];
	snprintf(text, sizeof text, "%s%s", required, more);
	if (read_text(text, &c, &e) < 0)
		fail_msg("refused: %s", e.message);
	return c;
}

/* `more` is refused on line 8 with a sentence that holds both words. */
static void refused(const char *more, const char *word, const char *other)
{
	struct config *c;
	struct error e;
	char text[4096];
	snprintf(text, sizeof text, "%s%s", required, more);
	if (read_text(text, &c, &e) == 0)
		fail_msg("accepted: %s", more);
	assert_null(c);
	if (!strstr(e.message, word) || !strstr(e.message, other))
		fail_msg("%s: \"%s\" lacks \"%s\" or \"%s\"", more, e.message, word, other);
}

static void defaults_hold(void **state)
{
	(void)state;
	struct config *c = read_with("");
	assert_string_equal(c->base, "");
	assert_string_equal(c->base_url, "https://portal.example:8443");
	assert_string_equal(c->portal_name, "Styrbord");
	assert_string_equal(c->listen, "/run/styrbord/pages.sock");
	assert_true(c->reading_staff);
	assert_int_equal(c->workers, 8);
	assert_int_equal(c->sign_in_workers, 2);
	assert_int_equal(c->request_timeout_ms, 10000);
	assert_int_equal(c->body_max, 8388608);
	assert_string_equal(c->directory_uris[0], "ldap://one.example");
	assert_string_equal(c->directory_uris[1], "ldaps://two.example:636");
	assert_null(c->directory_uris[2]);
	assert_true(c->directory_start_tls);
	assert_false(c->directory_plain_allowed);
	assert_int_equal(c->session_idle_s, 3600);
	assert_int_equal(c->session_absolute_s, 43200);
	assert_int_equal(c->grants_refresh_s, 300);
	assert_int_equal(c->sign_in_attempts, 5);
	assert_int_equal(c->sign_in_window_s, 300);
	assert_int_equal(c->grant_rule_count, 0);
	config_free(c);
}

static void values_replace_defaults(void **state)
{
	(void)state;
	struct config *c = read_with("workers = 64 # the most\nreading = \"everyone\"\nbase = \"/styrbord/\"\n"
	                             "directory_start_tls = false\ndirectory_plain_allowed = true\n"
	                             "portal_name = \"Årshjul\"\n");
	assert_int_equal(c->workers, 64);
	assert_false(c->reading_staff);
	assert_string_equal(c->base, "/styrbord");
	assert_false(c->directory_start_tls);
	assert_true(c->directory_plain_allowed);
	assert_string_equal(c->portal_name, "Årshjul");
	config_free(c);
}

static void active_directory_knows_the_service_account_by_its_principal_name(void **state)
{
	(void)state;
	struct config *c = read_with("directory_bind_dn = \"styrbord@hospital.example\"\n");
	assert_string_equal(c->directory_bind_dn, "styrbord@hospital.example");
	config_free(c);
}

static void environment_wins_over_base(void **state)
{
	(void)state;
	setenv("STYRBORD_BASE", "/intranet/", 1);
	struct config *c = read_with("base = \"/styrbord\"\n");
	assert_string_equal(c->base, "/intranet");
	config_free(c);
	setenv("STYRBORD_BASE", "no slash", 1);
	refused("", "STYRBORD_BASE", "path");
	unsetenv("STYRBORD_BASE");
}

static void mistakes_are_refused(void **state)
{
	(void)state;
	refused("wrokers = 4\n", "wrokers", "line 8");
	refused("# a remark\n  // another, with \"quotes\n/* one\n of two lines */ wrokers = 4\n", "wrokers", "line 11");
	refused("\nworkers = \"many\"\n", "workers", "line 9");
	refused("directory_group_filter = \"(memberUid={acount})\"\n", "directory_group_filter", "no other placeholder");
	refused("directory_group_filter = \"(objectClass=group)\"\n", "directory_group_filter", "{dn} or {account}");
	refused("directory_person_filter = \"(&(uid={account})(x={dn}))\"\n", "directory_person_filter",
	        "no other placeholder");
	config_free(read_with("directory_group_filter = \"(|(member={dn})(memberUid={account}))\"\n"));
	refused("directory_account_domains = {\"A\\\\\"}\n", "directory_account_domains", "backslash");
	refused("workers = 0\n", "workers must be a whole number from 1 to 64", "line 8");
	refused("workers = 65\n", "workers", "line 8");
	refused("workers = 99999999999999999999\n", "workers", "line 8");
	refused("directory_start_tls = perhaps\n", "directory_start_tls", "line 8");
	refused("default_language = \"dk\"\n", "default_language", "sv-FI");
	refused("reading = \"all\"\n", "reading", "everyone");
	refused("listen = \"127.0.0.1:9000\"\n", "listen", "unix socket");
	refused("directory_uris = {}\n", "directory_uris", "missing");
	refused("directory_uris = { \"ldap://a b\" }\n", "directory_uris", "ldaps://");
	refused("directory_uris = { \"http://a\" }\n", "directory_uris", "ldaps://");
	refused("directory_person_filter = \"(uid=anna)\"\n", "directory_person_filter", "{account}");
	refused("directory_group_filter = \"member={dn}\"\n", "directory_group_filter", "parentheses");
	refused("attribute_id = \"entry UUID\"\n", "attribute_id", "attribute");
	refused("base_url = \"https://portal.example/path\"\n", "base_url", "nothing behind");
	refused("base = \"styrbord\"\n", "base", "path");
	refused("database = \"dbname=x password=secret\"\n", "database", "password");
	refused("database = \"postgresql://app:secret@db.example/x\"\n", "database", "password");
	refused("session_idle_s = 7200\nsession_absolute_s = 3600\n", "session_idle_s", "session_absolute_s");
	refused("listen = \"/run/x\"\nlisten_sign_in = \"/run/x\"\n", "listen_sign_in", "different");
	refused("directory_start_tls = false\n", "directory_plain_allowed", "ldap://one.example");
	refused("portal_name = \"unfinished\n", "line", "styrbord options");
	refused("portal_name = \"\xff\"\n", "portal_name", "UTF-8");
	refused("organisation_name = \"\"\n", "organisation_name", "empty");
}

static void remarks_do_not_move_lines(void **state)
{
	(void)state;
	refused("   # indented\n\n#\nworkers = 0\n", "workers", "line 11:");
	refused("portal_name = \"a # b\" # behind\nworkers = 0\n", "workers", "line 9:");
	refused("grant \"admin\" { # why\n\t# what\n\tscope = \"portal\"\n\tscape = \"portal\"\n}\n", "scape", "line 11:");
	struct config *c = read_with("directory_uris = { # in this order\n\t\"ldap://one.example\", # 'the first\n"
	                             "\tldap://two.example /* \"the second */\n}\nportal_name = '# \"one\" // two'\n"
	                             "accessibility_contact = \"\\\"a\\\" # /* b\"\nworkers = 3 # the end");
	assert_string_equal(c->directory_uris[0], "ldap://one.example");
	assert_string_equal(c->directory_uris[1], "ldap://two.example");
	assert_null(c->directory_uris[2]);
	assert_string_equal(c->portal_name, "# \"one\" // two");
	assert_string_equal(c->accessibility_contact, "\"a\" # /* b");
	assert_int_equal(c->workers, 3);
	config_free(c);
}

static void backslashes_are_kept_or_told(void **state)
{
	(void)state;
	struct config *c =
		read_with("portal_name = 'A\\\\B \\\"C\\\" \\C3\\96 Anna\\'s'\norganisation_name = \"A\\\\B \\\"\"\n");
	assert_string_equal(c->portal_name, "A\\\\B \\\"C\\\" \\C3\\96 Anna's");
	assert_string_equal(c->organisation_name, "A\\B \"");
	config_free(c);
	/* Double quotes would lose them, and the name would fit no group. */
	refused("# a \\b \"c \\d\"\n\ngrant \"admin\" {\n scope = \"portal\"\n group = \"cn=\\C3\\A4\"\n}\n",
	        "single quotes", "line 12:");
	refused("portal_name = \"Ögon\\, Nord\"\n", "single quotes", "line 8:");
	refused("portal_name = \"Ögon\\", "line", "premature end");
}

static void missing_options_are_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < config_option_count; i++) {
		const struct option *o = &config_options[i];
		if (!o->required)
			continue;
		char text[4096] = "";
		for (const char *line = required; *line; line = strchr(line, '\n') + 1) {
			size_t n = (size_t)(strchr(line, '\n') - line) + 1;
			if (strncmp(line, o->name, strlen(o->name)) != 0)
				strncat(text, line, n);
		}
		struct config *c;
		struct error e;
		assert_int_equal(read_text(text, &c, &e), -1);
		assert_non_null(strstr(e.message, o->name));
		assert_non_null(strstr(e.message, "missing"));
	}
}

static void missing_file_is_named(void **state)
{
	(void)state;
	struct config *c = NULL;
	struct error e = {0};
	assert_int_equal(config_read("/nonexistent/styrbord.conf", &c, &e), -1);
	assert_non_null(strstr(e.message, "/nonexistent/styrbord.conf"));
}

static void one_role_may_have_several_grants(void **state)
{
	(void)state;
	struct config *c = read_with("grant \"leader\" {\n scope = \"project\"\n"
	                             " group = \"cn=project-{key}-leaders,dc=example\"\n}\n"
	                             "grant \"leader\" {\n scope = \"project\"\n key = \"DHO\"\n"
	                             " group = \"cn=dho,dc=example\"\n}\n"
	                             "grant \"admin\" {\n scope = \"portal\"\n group = \"cn=admins,dc=example\"\n}\n"
	                             "workers = 3\n");
	assert_int_equal(c->grant_rule_count, 3);
	assert_string_equal(c->grant_rules[0].role, "leader");
	assert_string_equal(c->grant_rules[0].group, "cn=project-{key}-leaders,dc=example");
	assert_null(c->grant_rules[0].key);
	assert_string_equal(c->grant_rules[1].role, "leader");
	assert_string_equal(c->grant_rules[1].key, "DHO");
	assert_string_equal(c->grant_rules[2].role, "admin");
	assert_string_equal(c->grant_rules[2].scope, "portal");
	assert_int_equal(c->workers, 3);
	config_free(c);
	c = read_with(
		"grant \"leader\" {\n scope = \"project\"\n group = {\"cn=a\", 'cn=Vård\\, \"Nord\" (A\\\\B) \\#1,dc=x'}\n}\n"
		"grant \"leader\" {\n scope = \"project\"\n group_name = \"project-{key}\"\n}\n");
	assert_int_equal(c->grant_rule_count, 3);
	assert_string_equal(c->grant_rules[0].group, "cn=a");
	/* Between single quotes a name stands as the directory shows it. */
	assert_string_equal(c->grant_rules[1].group, "cn=Vård\\, \"Nord\" (A\\\\B) \\#1,dc=x");
	assert_null(c->grant_rules[2].group);
	assert_string_equal(c->grant_rules[2].group_name, "project-{key}");
	config_free(c);
	/* Empty is a mistake that directory/grants.h tells. */
	c = read_with("grant \"admin\" {\n scope = \"portal\"\n group = \"\"\n}\n");
	assert_string_equal(c->grant_rules[0].group, "");
	config_free(c);
	refused("grant \"leader\" {\n scope = \"portal\"\n group = \"cn=a\"\n group_name = \"a\"\n}\n", "either", "grant");
	refused("grant \"leader\" {\n scope = \"project\"\n}\n", "grant", "line 10");
	refused("grant {\n scope = \"project\"\n}\n", "line 8", "styrbord options");
	refused("grant \"leader\" {\n right = \"all\"\n}\n", "right", "line 9");
}

/* The value that conf/styrbord.conf shows for an option, "" commented out or not; NULL if it does not name it. */
static char *shown(char *file, const char *name, char *value, size_t size, bool *commented)
{
	for (char *line = file; line && *line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
		*commented = *line == '#';
		char *at = line + *commented;
		size_t n = strlen(name);
		if (strncmp(at, name, n) != 0 || strncmp(at + n, " = ", 3) != 0)
			continue;
		snprintf(value, size, "%.*s", (int)strcspn(at + n + 3, "\n"), at + n + 3);
		return line;
	}
	return NULL;
}

static void shipped_file_explains_every_option(void **state)
{
	(void)state;
	char text[32768], value[512], written[600];
	FILE *f = fopen("conf/styrbord.conf", "r");
	if (!f)
		fail_msg("conf/styrbord.conf is not here: run the test from the project's root");
	text[fread(text, 1, sizeof text - 1, f)] = '\0';
	fclose(f);
	for (size_t i = 0; i < config_option_count; i++) {
		const struct option *o = &config_options[i];
		bool commented = false;
		if (!shown(text, o->name, value, sizeof value, &commented))
			fail_msg("conf/styrbord.conf does not explain %s", o->name);
		if (o->required) {
			assert_false(commented);
			continue;
		}
		if (!commented)
			fail_msg("%s is not required: show its default commented out", o->name);
		snprintf(written, sizeof written, o->type == OPTION_TEXT ? "\"%s\"" : "%s", o->fallback);
		assert_string_equal(value, written);
	}
}

/* What a file offers to be copied: the lines that begin with `mark` and look like a setting or part of a grant, between
 * the lines that hold `from` and `to`. */
static void offered(const char *path, const char *from, const char *to, const char *mark, char *block, size_t max)
{
	char line[1024];
	bool inside = false;
	size_t n = 0, skip = strlen(mark);
	FILE *f = fopen(path, "r");
	assert_non_null(f);
	while (fgets(line, sizeof line, f) && !(inside && strstr(line, to))) {
		inside = inside || strstr(line, from);
		bool wanted = strstr(line, " = ") || strstr(line, "grant \"") || line[0] == '}';
		if (inside && wanted && strncmp(line, mark, skip) == 0)
			n += (size_t)snprintf(block + n, max - n, "%s", line + skip);
		assert_true(n < max);
	}
	fclose(f);
	if (!n)
		fail_msg("%s offers nothing to copy behind \"%s\"", path, from);
}

static void what_is_offered_for_copying_is_read(void **state)
{
	(void)state;
	static const char conf[] = "conf/styrbord.conf";
	char block[3000];
	offered(conf, "To copy for Active Directory", "With this group filter", "#   ", block, sizeof block);
	struct config *c = read_with(block);
	assert_string_equal(c->attribute_id, "objectGUID");
	assert_non_null(strstr(c->directory_person_filter, "(userPrincipalName={account})"));
	assert_non_null(strstr(c->directory_group_filter, ":1.2.840.113556.1.4.1941:"));
	assert_int_equal(c->directory_nested_depth, 0);
	assert_true(c->directory_primary_group);
	assert_string_equal(c->directory_account_domains[0], "HOSPITAL");
	config_free(c);
	offered(conf, "With this group filter", "To copy for OpenLDAP", "#   ", block, sizeof block);
	c = read_with(block);
	assert_string_equal(c->directory_group_filter, "(&(objectClass=group)(member={dn}))");
	assert_int_equal(c->directory_nested_depth, 5);
	config_free(c);
	offered(conf, "To copy for OpenLDAP", "slapd gives", "#   ", block, sizeof block);
	c = read_with(block);
	assert_non_null(strstr(c->directory_group_filter, "(memberUid={account})"));
	config_free(c);
	offered("README.md", "A rule names a group by", "Names compare", "", block, sizeof block);
	c = read_with(block);
	assert_int_equal(c->grant_rule_count, 3);
	assert_string_equal(c->grant_rules[1].group, "CN=Projekt-{key}\\, Ögon,OU=South,DC=example");
	assert_string_equal(c->grant_rules[2].group_name, "project-{key}-members");
	config_free(c);
}

static void shipped_file_is_read(void **state)
{
	(void)state;
	struct config *c = NULL;
	struct error e = {0};
	if (config_read("conf/styrbord.conf", &c, &e) < 0)
		fail_msg("%s", e.message);
	assert_int_equal(c->grant_rule_count, 8);
	config_free(c);
}

int main(void)
{
	unsetenv("STYRBORD_BASE");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(defaults_hold),
		cmocka_unit_test(values_replace_defaults),
		cmocka_unit_test(active_directory_knows_the_service_account_by_its_principal_name),
		cmocka_unit_test(environment_wins_over_base),
		cmocka_unit_test(mistakes_are_refused),
		cmocka_unit_test(remarks_do_not_move_lines),
		cmocka_unit_test(backslashes_are_kept_or_told),
		cmocka_unit_test(missing_options_are_named),
		cmocka_unit_test(missing_file_is_named),
		cmocka_unit_test(one_role_may_have_several_grants),
		cmocka_unit_test(shipped_file_explains_every_option),
		cmocka_unit_test(what_is_offered_for_copying_is_read),
		cmocka_unit_test(shipped_file_is_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
