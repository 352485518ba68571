/* What the administrator's commands say of the demo's servers, which are as no hospital's should be, and made worse. */
#include "client.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char output[16384];

/* The exit status of a command with up to two words (NULL: none); what it printed is in `output`. */
static int command(const char *first, const char *second, const char *config)
{
	int ends[2], status = -1;
	assert_int_equal(pipe(ends), 0);
	pid_t pid = fork();
	if (!pid) {
		dup2(ends[1], 1);
		dup2(ends[1], 2);
		const char *program = text("%s/app/styrbord", getenv("STYRBORD_DIR"));
		if (second)
			execl(program, "styrbord", first, second, "--config", config, NULL);
		else if (config)
			execl(program, "styrbord", first, "--config", config, NULL);
		else
			execl(program, "styrbord", first, NULL);
		_exit(127);
	}
	close(ends[1]);
	size_t n = 0;
	for (ssize_t m; (m = read(ends[0], output + n, sizeof output - 1 - n)) > 0;)
		n += (size_t)m;
	output[n] = '\0';
	close(ends[0]);
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int check(const char *config)
{
	return command("check", NULL, config);
}

static void super(const char *statement)
{
	pid_t pid = fork();
	int status = -1;
	if (!pid) {
		execlp("psql", "psql", "-X", "-q", "-U", "postgres", "-c", statement, NULL);
		_exit(127);
	}
	waitpid(pid, &status, 0);
	assert_int_equal(status, 0);
}

static char *with(const char *line)
{
	char *path = text("%s/check.conf", getenv("STYRBORD_DIR")), *was = text("%s/styrbord.conf", getenv("STYRBORD_DIR"));
	char one[4096];
	FILE *from = fopen(was, "r"), *to = fopen(path, "w");
	assert_non_null(from);
	assert_non_null(to);
	size_t name = strcspn(line, "=");
	while (fgets(one, sizeof one, from))
		if (strncmp(one, line, name) || !name)
			fputs(one, to);
	fputs(line, to);
	fclose(from);
	fclose(to);
	return path;
}

static void says(const char *words)
{
	if (!strstr(output, words))
		fail_msg("it does not say \"%s\":\n%s", words, output);
}

static void what_would_lose_or_leak_is_named(void **state)
{
	(void)state;
	char *conf = text("%s/styrbord.conf", getenv("STYRBORD_DIR")), *run = text("%s", getenv("PGHOST"));
	assert_int_equal(check(conf), 1);
	says("configuration  good");
	says("directory      good");
	says("fsync or full_page_writes off");
	super("ALTER ROLE styrbord_app SET search_path = pg_temp");
	assert_int_equal(check(conf), 1);
	super("ALTER ROLE styrbord_app RESET ALL");
	says("pg_roles.rolconfig");
	assert_int_equal(check(with(text("database = \"host=%s dbname=styrbord user=styrbord_owner\"\n", run))), 1);
	says("`database` names a role that owns the tables");
	assert_int_equal(check(with(text("database_sessions = \"host=%s dbname=styrbord user=styrbord_app\"\n", run))), 1);
	says("`database_sessions` names a role that reads tables");
	assert_int_equal(check(with("directory_person_base = \"ou=nowhere,dc=demo,dc=example\"\n")), 1);
	says("directory_person_base");
	assert_int_equal(check(with("workers = none\n")), 1);
	says("workers");
}

/* What the database was told, against what the configuration says. */
static void settings_that_differ_are_named(void **state)
{
	(void)state;
	assert_int_equal(check(with("grants_keep_s = 60\n")), 1);
	says("Run `styrbord migrate`");
	assert_int_equal(check(with("reading = \"staff\"\n")), 1);
	says("Run `styrbord migrate`");
	assert_int_equal(check(with("for_staff = \"risk\"\n")), 1);
	says("Run `styrbord migrate`");
}

static void a_word_without_a_term_is_named(void **state)
{
	(void)state;
	super("UPDATE live.term SET code = 'finishing' WHERE code = 'closing'");
	assert_int_equal(check(text("%s/styrbord.conf", getenv("STYRBORD_DIR"))), 1);
	super("UPDATE live.term SET code = 'closing' WHERE code = 'finishing'");
	says("project_phase.closing");
}

static const char *demo(void)
{
	return text("%s/styrbord.conf", getenv("STYRBORD_DIR"));
}

/* What a directory lacks without being down. */
static void what_the_directory_lacks_is_named(void **state)
{
	(void)state;
	check(demo());
	says("its certificate is for localhost, by CN=");
	check(with("attribute_account = \"employeeNumber\"\n"));
	says("people have no employeeNumber that the service account may read");
	says("Check attribute_account.");
	check(with("attribute_id = \"objectGUID\"\n"));
	says("Check attribute_id.");
	check(with("directory_person_filter = \"(&(objectClass=device)(uid={account}))\"\n"));
	says("Nobody below ou=people,dc=demo,dc=example is found");
	check(with("grant \"admin\" {\n\tscope = \"portal\"\n\tgroup = \"cn=nobodys,ou=groups,dc=demo,dc=example\"\n}\n"));
	says("The rule that makes somebody admin names cn=nobodys,ou=groups,dc=demo,dc=example, and no such group");
	check(with(
		"grant \"leader\" {\n\tscope = \"project\"\n\tgroup = \"cn=later-{key},ou=groups,dc=demo,dc=example\"\n}\n"));
	says(
		"names cn=later-{key},ou=groups,dc=demo,dc=example, and no such group is below ou=groups,dc=demo,dc=example yet.");
	says("directory      good");
}

static void a_configuration_is_checked_alone(void **state)
{
	(void)state;
	/* Neither server is asked: neither is there. */
	const char *away = with("database = \"host=/nowhere dbname=styrbord\"\n");
	assert_int_equal(command("check", "--configuration", away), 0);
	assert_string_equal(output, "configuration  good\n");
	assert_int_equal(command("check", "--configuration", with("workers = none\n")), 1);
	says("workers");
}

static void an_account_is_explained(void **state)
{
	(void)state;
	assert_int_equal(command("explain", "leader", demo()), 0);
	says("entry          uid=leader,ou=people,dc=demo,dc=example, in ");
	says("nothing in the entry speaks against it");
	says("  direct       cn=project-dho-leaders,ou=groups,dc=demo,dc=example");
	says("  leader of project DHO\n");
	says("by the rule cn=project-{key}-leaders,ou=groups,dc=demo,dc=example");
	assert_int_equal(command("explain", "nobody.of.that.name", demo()), 1);
	says("nobody below ou=people,dc=demo,dc=example is found");
	/* A rule less: the group is the first thing that is missing a rule. */
	assert_int_equal(command("explain", "leader", with("attribute_title = \"roomNumber\"\n")), 0);
	says("title          – the entry has none (roomNumber)");
	assert_int_equal(command("explain", "leader", with("directory_uris = {\"ldap://127.0.0.1:1\"}\n")), 1);
	says("cannot be reached");
}

static void what_migrating_would_do_is_said(void **state)
{
	(void)state;
	assert_int_equal(command("migrate", "--status", demo()), 0);
	says("nothing is to be done");
	super("UPDATE migration.applied SET checksum = 'x' WHERE name = '032_reporting'");
	assert_int_equal(command("migrate", "--status", demo()), 1);
	says("changed 032_reporting\n`styrbord migrate` applies these.");
	const struct answer *a = get(client_of(NULL), "/readyz.json");
	assert_status(a, 503);
	assert_json(a, "database", "other version");
	assert_int_equal(command("migrate", NULL, demo()), 0);
	says("applied 032_reporting");
	says("The database fits this program");
	assert_status(get(client_of(NULL), "/readyz"), 200);
	assert_int_equal(command("migrate", NULL, with("database_owner = \"host=/nowhere dbname=styrbord\"\n")), 1);
	says("`database_owner`");
	says("/nowhere");
}

static void the_program_says_what_it_is(void **state)
{
	(void)state;
	assert_int_equal(command("--version", NULL, NULL), 0);
	says("styrbord ");
	assert_true(output[9] >= '0' && output[9] <= '9');
	char *version = text("%.*s", (int)strcspn(output + 9, "\n"), output + 9);
	assert_json(get(client_of(NULL), "/readyz.json"), "version", version);
	assert_holds(get(client_of(NULL), "/"), text("<meta name=\"generator\" content=\"Styrbord %s\">", version));
	assert_int_equal(command("--help", NULL, NULL), 0);
	says("usage: styrbord COMMAND");
	assert_int_equal(command("explain", NULL, NULL), 2);
	assert_int_equal(command("nonsense", NULL, NULL), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_without_a_term_is_named),   cmocka_unit_test(what_would_lose_or_leak_is_named),
		cmocka_unit_test(settings_that_differ_are_named),   cmocka_unit_test(what_the_directory_lacks_is_named),
		cmocka_unit_test(a_configuration_is_checked_alone), cmocka_unit_test(an_account_is_explained),
		cmocka_unit_test(what_migrating_would_do_is_said),  cmocka_unit_test(the_program_says_what_it_is),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
