#include "http/prefork.h"

#include "base/clock.h"
#include "base/log.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <systemd/sd-daemon.h>
#include <time.h>
#include <unistd.h>

enum { YOUNG_MS = 5000, DELAY_FIRST_MS = 100, DELAY_MOST_MS = 10000, KILLED_MS = 60000 };

struct worker {
	pid_t pid; /* 0: not running */
	int group; /* -1: retired, ends by itself and is not started again */
	int64_t started, start_after;
	int64_t end_by; /* of a retired one: who still runs then is killed */
	int delay;
};

struct master {
	struct prefork *p;
	struct worker workers[WORKERS_MAX];
	sigset_t signals, before;
	/* While fork() fails nobody is started, whichever worker it was for: what is short is the machine's. */
	int64_t fork_after;
	int fork_delay;
};

static int longer(int delay)
{
	return !delay ? DELAY_FIRST_MS : delay * 2 > DELAY_MOST_MS ? DELAY_MOST_MS : delay * 2;
}

static void start(struct master *m, struct worker *w)
{
	const struct worker_group *g = &m->p->groups[w->group];
	pid_t parent = getpid(), child = fork();
	w->started = clock_now_ms();
	if (child < 0) {
		m->fork_delay = longer(m->fork_delay);
		m->fork_after = w->started + m->fork_delay;
		log_error("cannot start a %s worker: %s; the next try is in %d ms. Does the service reach TasksMax, or the "
		          "machine the end of its memory?",
		          g->name, strerror(errno), m->fork_delay);
		return;
	}
	if (child > 0) {
		w->pid = child;
		m->fork_delay = 0;
		return;
	}
	/* A worker must not outlive its master. */
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		_exit(0);
	signal(SIGCHLD, SIG_DFL);
	sigprocmask(SIG_SETMASK, &m->before, NULL);
	_exit(g->run(m->p->context, g->socket) ? 1 : 0);
}

static int count_of(const struct master *m, int group)
{
	int n = 0;
	for (int i = 0; i < WORKERS_MAX; i++)
		n += m->workers[i].group == group;
	return n;
}

/* Gives every group its number of workers; slots whose time has not come stay empty. */
static void fill(struct master *m)
{
	int64_t now = clock_now_ms();
	for (int g = 0; g < m->p->group_count; g++) {
		int missing = m->p->groups[g].count - count_of(m, g);
		for (int i = 0; i < WORKERS_MAX && missing > 0; i++) {
			if (m->workers[i].group == -1 && !m->workers[i].pid) {
				m->workers[i] = (struct worker){.group = g};
				missing--;
			}
		}
	}
	for (int i = 0; i < WORKERS_MAX && m->fork_after <= now; i++)
		if (m->workers[i].group >= 0 && !m->workers[i].pid && m->workers[i].start_after <= now)
			start(m, &m->workers[i]);
}

static void bury(struct master *m, pid_t pid, int status)
{
	for (int i = 0; i < WORKERS_MAX; i++) {
		struct worker *w = &m->workers[i];
		if (w->pid != pid)
			continue;
		w->pid = 0;
		if (w->group < 0)
			return;
		int64_t now = clock_now_ms();
		bool young = now - w->started < YOUNG_MS;
		w->delay = young ? longer(w->delay) : 0;
		w->start_after = now + w->delay;
		log_warning("a %s worker ended (%s %d); another starts in %d ms", m->p->groups[w->group].name,
		            WIFSIGNALED(status) ? "signal" : "status",
		            WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status), w->delay);
		return;
	}
}

static int reap(struct master *m)
{
	int status, alive = 0;
	for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;)
		bury(m, pid, status);
	for (int i = 0; i < WORKERS_MAX; i++)
		alive += m->workers[i].pid != 0;
	return alive;
}

/* All finish what they have and are not started again; who was retired before keeps the time that was given then. */
static void retire_all(struct master *m)
{
	int64_t end_by = clock_now_ms() + m->p->drain_ms;
	for (int i = 0; i < WORKERS_MAX; i++) {
		struct worker *w = &m->workers[i];
		if (w->group >= 0)
			w->end_by = end_by;
		w->group = -1;
		if (w->pid)
			kill(w->pid, SIGTERM);
	}
}

static void end_late(struct master *m)
{
	int64_t now = clock_now_ms();
	for (int i = 0; i < WORKERS_MAX; i++) {
		struct worker *w = &m->workers[i];
		if (w->group >= 0 || !w->pid || w->end_by > now)
			continue;
		log_warning("worker %d did not finish within %d ms; it is ended", (int)w->pid, m->p->drain_ms);
		kill(w->pid, SIGKILL);
		w->end_by = now + KILLED_MS;
	}
}

static void reload(struct master *m)
{
	sd_notify(0, "RELOADING=1");
	if (m->p->reload(m->p) == 0) {
		retire_all(m);
		log_info("configuration read again; new workers start, old ones finish");
	}
	sd_notify(0, "READY=1");
}

static void drain(struct master *m)
{
	sd_notify(0, "STOPPING=1");
	retire_all(m);
	struct timespec step = {.tv_nsec = 20 * 1000 * 1000};
	while (reap(m)) {
		end_late(m);
		nanosleep(&step, NULL);
	}
}

int prefork_run(struct prefork *p)
{
	struct master *m = calloc(1, sizeof *m);
	const int handled[] = {SIGTERM, SIGINT, SIGHUP, SIGCHLD};
	if (!m)
		return -1;
	m->p = p;
	for (int i = 0; i < WORKERS_MAX; i++)
		m->workers[i].group = -1;
	sigemptyset(&m->signals);
	for (size_t i = 0; i < sizeof handled / sizeof *handled; i++)
		sigaddset(&m->signals, handled[i]);
	sigprocmask(SIG_BLOCK, &m->signals, &m->before);
	/* The log's reader may go away; the portal does not go with it. */
	signal(SIGPIPE, SIG_IGN);
	fill(m);
	sd_notify(0, "READY=1");
	log_info("serving");
	for (int got = 0; got != SIGTERM && got != SIGINT;) {
		struct timespec tick = {.tv_nsec = 100 * 1000 * 1000};
		got = sigtimedwait(&m->signals, NULL, &tick);
		if (got == SIGHUP)
			reload(m);
		reap(m);
		end_late(m);
		if (got != SIGTERM && got != SIGINT)
			fill(m);
	}
	drain(m);
	sigprocmask(SIG_SETMASK, &m->before, NULL);
	free(m);
	log_info("ended");
	return 0;
}
