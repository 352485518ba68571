/* The command line. */
#include "base/config.h"
#include "base/log.h"
#include "check.h"
#include "db/db.h"
#include "db/migrate.h"
#include "directory/directory.h"
#include "directory/grants.h"
#include "http/prefork.h"
#include "i18n/language.h"
#include "portal/away/away.h"
#include "portal/front.h"
#include "record/record_sql.h"
#include "routes.h"
#include "session/refresh.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *config_path = "/etc/styrbord/styrbord.conf";

static const char usage[] = "usage: styrbord COMMAND [OPERAND] [--config FILE]\n"
							"  serve     answer nginx: sockets from systemd, from descriptor 0, or as configured\n"
							"  migrate   bring the database to this version\n"
							"  check     test configuration, database and directory, and say what is wrong\n"
							"  routes    print every route: method, path, right, handler\n"
							"  statements\n"
							"            print every statement that is made from the record types\n"
							"  away-pages FOLDER\n"
							"            write what nginx says while the portal does not answer\n"
							"  options   print every option of the configuration\n";

static int complain(const struct error *e)
{
	fprintf(stderr, "styrbord: %s%s%s\n", e->message, e->detail[0] ? "\n  " : "", e->detail);
	return 1;
}

static int prepare(struct config **c, struct error *e)
{
	if (config_read(config_path, c, e))
		return -1;
	if (grants_check(*c, e))
		return -1;
	setenv("TZ", (*c)->timezone, 1);
	tzset();
	return 0;
}

/* What the master's workers share: the configuration, replaced on SIGHUP. */
struct server {
	struct config *config;
	bool strict;
};

/* What workers of pages lack they cannot be made to use: the directory, and the role that gives rights. */
static struct site make_site(const struct server *s, bool asks_directory)
{
	const struct config *c = s->config;
	return (struct site){.config = c,
	                     .db = db_new(c->database, c->timezone),
	                     .sessions = asks_directory ? db_new(c->database_sessions, c->timezone) : NULL,
	                     .directory = asks_directory ? directory_new(c) : NULL,
	                     .routes = routes,
	                     .route_count = route_count,
	                     .strict = s->strict};
}

static void free_site(struct site *site)
{
	db_free(site->db);
	db_free(site->sessions);
	directory_free(site->directory);
}

static int serve_pages(struct site site, int socket)
{
	struct fastcgi_options options = {
		.socket = socket, .body_max = (size_t)site.config->body_max, .timeout_ms = site.config->request_timeout_ms};
	int rc = fastcgi_serve(&options, front_serve, &site);
	free_site(&site);
	return rc;
}

static int run_pages(void *context, int socket)
{
	return serve_pages(make_site(context, false), socket);
}

static int run_sign_in(void *context, int socket)
{
	return serve_pages(make_site(context, true), socket);
}

static int run_refresh(void *context, int socket)
{
	(void)socket;
	struct site site = make_site(context, true);
	int rc = refresh_run(site.config, site.sessions, site.directory);
	free_site(&site);
	return rc;
}

static void count_workers(struct prefork *p, const struct config *c)
{
	p->groups[0].count = c->workers;
	p->groups[1].count = c->sign_in_workers;
	p->groups[2].count = c->refresh_workers;
	p->drain_ms = c->request_timeout_ms + 2000;
}

static int reload(struct prefork *p)
{
	struct server *s = p->context;
	struct config *next;
	struct error e = {0};
	if (config_read(config_path, &next, &e) || grants_check(next, &e)) {
		log_error("configuration not read again, the old one stays: %s", e.message);
		return -1;
	}
	config_free(s->config);
	s->config = next;
	setenv("TZ", next->timezone, 1);
	tzset();
	count_workers(p, next);
	return 0;
}

static int serve(void)
{
	struct server server = {.strict = getenv("STYRBORD_STRICT") != NULL};
	struct error e = {0};
	if (prepare(&server.config, &e) || language_load(server.config->locale_directory, &e))
		return complain(&e);
	struct prefork p = {
		.context = &server,
		.reload = reload,
		.group_count = 3,
		.groups = {{"pages", 0, run_pages, -1}, {"sign-in", 0, run_sign_in, -1}, {"refresh", 0, run_refresh, -1}}};
	p.groups[0].socket = prefork_listen("pages", server.config->listen, 1, &e);
	if (p.groups[0].socket < 0)
		return complain(&e);
	p.groups[1].socket = prefork_listen("sign-in", server.config->listen_sign_in, 0, &e);
	if (p.groups[1].socket < 0)
		return complain(&e);
	count_workers(&p, server.config);
	int rc = prefork_run(&p);
	config_free(server.config);
	return rc ? 1 : 0;
}

static int migrate_command(void)
{
	struct config *c;
	struct error e = {0};
	if (prepare(&c, &e))
		return complain(&e);
	if (!c->database_owner || !c->database_owner[0]) {
		error_set(&e, 500,
		          "The option `database_owner` is not set. `styrbord migrate` needs the role that owns the tables.");
		return complain(&e);
	}
	const struct told told = {!c->reading_staff, c->grants_keep_s, c->for_staff};
	if (migrate(c->database_owner, &told, &e))
		return complain(&e);
	config_free(c);
	return 0;
}

static int check(void)
{
	struct config *c;
	struct error e = {0};
	int rc = prepare(&c, &e);
	printf("%-14s %s\n", "configuration", rc ? e.message : "good");
	if (rc)
		return 1;
	rc = check_all(c) ? 1 : 0;
	config_free(c);
	return rc;
}

static int away_pages(const char *folder)
{
	struct site site = {.strict = true};
	struct config *c;
	struct error e = {0};
	if (prepare(&c, &e) || language_load(c->locale_directory, &e))
		return complain(&e);
	site.config = c;
	int rc = away_pages_write(&site, folder, &e) ? complain(&e) : 0;
	config_free(c);
	return rc;
}

int main(int argc, char **argv)
{
	const char *command = argc > 1 ? argv[1] : "", *folder = NULL;
	if (!strcmp(command, "away-pages") && argc > 2) {
		folder = argv[2];
		argc--;
		argv++;
	}
	if (argc == 4 && !strcmp(argv[2], "--config"))
		config_path = argv[3];
	else if (argc > 2) {
		fputs(usage, stderr);
		return 2;
	}
	routes_start();
	if (sodium_init() < 0) {
		fputs("styrbord: libsodium does not initialise\n", stderr);
		return 1;
	}
	if (!strcmp(command, "serve"))
		return serve();
	if (!strcmp(command, "migrate"))
		return migrate_command();
	if (!strcmp(command, "check"))
		return check();
	if (!strcmp(command, "routes"))
		return routes_print(), 0;
	if (!strcmp(command, "statements"))
		return record_sql_print(), 0;
	if (folder)
		return away_pages(folder);
	if (!strcmp(command, "options"))
		return config_print_options(), 0;
	fputs(usage, stderr);
	return 2;
}
