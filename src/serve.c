#include "serve.h"

#include "base/log.h"
#include "db/db.h"
#include "directory/directory.h"
#include "directory/grants.h"
#include "http/prefork.h"
#include "i18n/language.h"
#include "portal/front.h"
#include "routes.h"
#include "session/refresh.h"
#include "version.h"

#include <stdlib.h>
#include <time.h>

int configure(const char *path, struct config **c, struct error *e)
{
	if (config_read(path, c, e) || grants_check(*c, e))
		return -1;
	setenv("TZ", (*c)->timezone, 1);
	tzset();
	return 0;
}

/* What the master's workers share: the configuration, replaced on SIGHUP. */
struct server {
	const char *path;
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
	if (configure(s->path, &next, &e)) {
		log_error("configuration not read again, the old one stays: %s", e.message);
		return -1;
	}
	config_free(s->config);
	s->config = next;
	count_workers(p, next);
	return 0;
}

int serve(const char *config_path, struct error *e)
{
	struct server server = {.path = config_path, .strict = getenv("STYRBORD_STRICT") != NULL};
	if (configure(config_path, &server.config, e) || language_load(server.config->locale_directory, e))
		return -1;
	log_info("styrbord %s", STYRBORD_VERSION);
	struct prefork p = {
		.context = &server,
		.reload = reload,
		.group_count = 3,
		.groups = {{"pages", 0, run_pages, -1}, {"sign-in", 0, run_sign_in, -1}, {"refresh", 0, run_refresh, -1}}};
	p.groups[0].socket = prefork_listen("pages", server.config->listen, 1, e);
	if (p.groups[0].socket < 0)
		return -1;
	p.groups[1].socket = prefork_listen("sign-in", server.config->listen_sign_in, 0, e);
	if (p.groups[1].socket < 0)
		return -1;
	count_workers(&p, server.config);
	int rc = prefork_run(&p);
	config_free(server.config);
	return rc ? error_set(e, 500, "The workers could not be kept running; the log says why.") : 0;
}
