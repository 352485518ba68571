/* `styrbord check` against the demo's servers, which are as no hospital's should be, and made worse. */
#include "client.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char output[8192];

/* The program's exit status; what it printed is in `output`. */
static int check(const char *config)
{
	int ends[2], status = -1;
	assert_int_equal(pipe(ends), 0);
	pid_t pid = fork();
	if (!pid) {
		dup2(ends[1], 1);
		dup2(ends[1], 2);
		execl(text("%s/app/styrbord", getenv("STYRBORD_DIR")), "styrbord", "check", "--config", config, NULL);
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
		fail_msg("check does not say \"%s\":\n%s", words, output);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_without_a_term_is_named),
		cmocka_unit_test(what_would_lose_or_leak_is_named),
		cmocka_unit_test(settings_that_differ_are_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
