/* The command line: one table. */
#include "base/config.h"
#include "check.h"
#include "db/migrate.h"
#include "explain.h"
#include "i18n/language.h"
#include "portal/away/away.h"
#include "record/record_sql.h"
#include "routes.h"
#include "serve.h"
#include "version.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

struct arguments {
	const char *config;  /* the file */
	const char *operand; /* "" where the command takes none */
	bool flagged;        /* the command's flag was given */
};

/* 0, or -1 with *e; a command that has said itself what is wrong gives 1. */
typedef int command(const struct arguments *a, struct error *e);

static int run_serve(const struct arguments *a, struct error *e)
{
	return serve(a->config, e);
}

static int run_migrate(const struct arguments *a, struct error *e)
{
	struct config *c;
	if (configure(a->config, &c, e))
		return -1;
	if (!c->database_owner[0]) {
		config_free(c);
		return error_set(
			e, 500, "The option `database_owner` is not set. `styrbord migrate` needs the role that owns the tables.");
	}
	const struct told told = {!c->reading_staff, c->grants_keep_s, c->for_staff};
	int rc = a->flagged ? migrate_status(c->database_owner, e) : migrate(c->database_owner, &told, e);
	config_free(c);
	return rc;
}

static int run_check(const struct arguments *a, struct error *e)
{
	struct config *c;
	int rc = configure(a->config, &c, e);
	printf("%-14s %s\n", "configuration", rc ? e->message : "good");
	if (rc)
		return 1;
	rc = a->flagged ? 0 : check_all(c) > 0;
	config_free(c);
	return rc;
}

static int run_explain(const struct arguments *a, struct error *e)
{
	struct config *c;
	if (configure(a->config, &c, e))
		return -1;
	int rc = explain(c, a->operand, e);
	config_free(c);
	return rc;
}

static int run_away_pages(const struct arguments *a, struct error *e)
{
	struct site site = {.strict = true};
	struct config *c;
	if (configure(a->config, &c, e) || language_load(c->locale_directory, e))
		return -1;
	site.config = c;
	int rc = away_pages_write(&site, a->operand, e);
	config_free(c);
	return rc;
}

static int run_routes(const struct arguments *a, struct error *e)
{
	(void)a, (void)e;
	return routes_print(), 0;
}

static int run_statements(const struct arguments *a, struct error *e)
{
	(void)a, (void)e;
	return record_sql_print(), 0;
}

static int run_options(const struct arguments *a, struct error *e)
{
	(void)a, (void)e;
	return config_print_options(), 0;
}

static const struct {
	const char *name, *operand, *flag; /* NULL: none */
	command *run;
	const char *does;
} commands[] = {
	{"serve", NULL, NULL, run_serve, "answer nginx: sockets from systemd, from descriptor 0, or as configured"},
	{"migrate", NULL, "--status", run_migrate, "bring the database to this version; --status says what that would do"},
	{"check", NULL, "--configuration", run_check,
     "test configuration, database and directory, and say what is wrong; --configuration: that alone"},
	{"explain", "ACCOUNT", NULL, run_explain, "what the directory says of somebody, and which rights follow"},
	{"routes", NULL, NULL, run_routes, "print every route: method, path, right, handler"},
	{"statements", NULL, NULL, run_statements, "print every statement that is made from the record types"},
	{"away-pages", "FOLDER", NULL, run_away_pages, "write what nginx says while the portal does not answer"},
	{"options", NULL, NULL, run_options, "print every option of the configuration"},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static void print_usage(FILE *to)
{
	fputs("usage: styrbord COMMAND [OPERAND] [--config FILE]\n", to);
	for (size_t i = 0; i < COMMANDS; i++) {
		int n = fprintf(to, "  %s %s", commands[i].name, commands[i].operand ? commands[i].operand : "");
		fprintf(to, "%*s%s\n", n < 21 ? 21 - n : 1, "", commands[i].does);
	}
	fputs("  --version          print the version\n  --help             print this\n", to);
}

/* Takes the command line apart; NULL when it is none. */
static command *read_arguments(int argc, char **argv, struct arguments *a)
{
	size_t which = 0;
	while (which < COMMANDS && (argc < 2 || strcmp(argv[1], commands[which].name)))
		which++;
	if (which == COMMANDS)
		return NULL;
	for (int i = 2; i < argc; i++) {
		if (!strcmp(argv[i], "--config") && i + 1 < argc)
			a->config = argv[++i];
		else if (commands[which].flag && !strcmp(argv[i], commands[which].flag))
			a->flagged = true;
		else if (commands[which].operand && !a->operand[0] && argv[i][0] != '-')
			a->operand = argv[i];
		else
			return NULL;
	}
	return !commands[which].operand == !a->operand[0] ? commands[which].run : NULL;
}

int main(int argc, char **argv)
{
	struct arguments a = {.config = "/etc/styrbord/styrbord.conf", .operand = ""};
	struct error e = {0};
	if (argc == 2 && !strcmp(argv[1], "--version"))
		return printf("styrbord %s\n", STYRBORD_VERSION) < 0;
	if (argc == 2 && !strcmp(argv[1], "--help"))
		return print_usage(stdout), 0;
	command *run = read_arguments(argc, argv, &a);
	if (!run) {
		print_usage(stderr);
		return 2;
	}
	routes_start();
	if (sodium_init() < 0) {
		fputs("styrbord: libsodium does not initialise\n", stderr);
		return 1;
	}
	int rc = run(&a, &e);
	if (rc < 0)
		fprintf(stderr, "styrbord: %s%s%s\n", e.message, e.detail[0] ? "\n  " : "", e.detail);
	return rc ? 1 : 0;
}
