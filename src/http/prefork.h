/* prefork.h: a small master that keeps workers alive.
 *
 * Workers are processes of one request at a time (threads gained nothing measurable and would give up
 * isolation). One that dies is started again, later and later if it dies young; a fork() that fails is logged and
 * tried again, later and later, while the workers that there are go on. SIGHUP: the configuration is read again, new
 * workers start, the old ones finish what they have. SIGTERM, SIGINT: all finish and the master ends. Who is to finish
 * and still runs after drain_ms is killed.
 */
#ifndef HTTP_PREFORK_H
#define HTTP_PREFORK_H

#include "base/error.h"

struct worker_group {
	const char *name; /* "pages", "sign-in", "refresh" */
	int count;
	int (*run)(void *context, int socket); /* in the worker; its return value is the exit status */
	int socket;                            /* handed to run; -1: none */
};

enum { GROUPS_MAX = 4, WORKERS_MAX = 200 };

struct prefork {
	struct worker_group groups[GROUPS_MAX];
	int group_count;
	void *context;
	/* On SIGHUP, in the master: read the configuration again and adjust groups[].count. -1: keep the old one. */
	int (*reload)(struct prefork *p);
	int drain_ms; /* how long workers may take to finish */
};

/* Runs until told to stop by SIGTERM or SIGINT: 0, and never otherwise. -1: there is no memory to begin with. */
int prefork_run(struct prefork *p);

/* The listening socket: handed over by systemd under `name` (sd_listen_fds(3)), or file descriptor 0 as spawn-fcgi
 * leaves it (`first` only), or bound at `path` with mode 0660. Only unix sockets: whoever can connect to a
 * FastCGI socket can say who they are. -1 with a sentence. */
int prefork_listen(const char *name, const char *path, int first, struct error *e);

#endif
