/* Every route in one table: the newcomer's way in. A path {code} names the subject on which a right is asked. */
#include "routes.h"

#include "base/log.h"
#include "base/text.h"
#include "portal/access/access.h"
#include "portal/attachment/attachment.h"
#include "portal/change_request/change_request.h"
#include "portal/dependency/dependency.h"
#include "portal/health/health.h"
#include "portal/history/history.h"
#include "portal/mirror/mirror.h"
#include "portal/portfolio/portfolio.h"
#include "portal/project/project.h"
#include "portal/publish/publish.h"
#include "portal/record_pages.h"
#include "portal/record_types.h"
#include "portal/remark/remark.h"
#include "portal/role/role.h"
#include "portal/rollout/rollout_overview.h"
#include "portal/search/search.h"
#include "portal/sign_in/sign_in.h"
#include "portal/status_report/status_report.h"
#include "portal/survey/survey.h"
#include "record/record_list_sql.h"
#include "record/record_sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HANDLER(H) H, #H, NULL, NULL

/* What is special. The rows of plain records are made from record_types[] and come behind these: a method and path that
 * stand here are not made. */
static const struct route own[] = {
	{METHOD_GET, "/", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(portfolio_page)},
	{METHOD_GET, "/healthz", ACCESS_PUBLIC, NULL, 0, HANDLER(health_alive)},
	{METHOD_GET, "/readyz", ACCESS_PUBLIC, NULL, ROUTE_DIRECTORY, HANDLER(health_ready)},
	{METHOD_GET, "/login", ACCESS_PUBLIC, NULL, ROUTE_DIRECTORY, HANDLER(sign_in_form)},
	{METHOD_POST, "/login", ACCESS_PUBLIC, NULL, ROUTE_DIRECTORY, HANDLER(sign_in)},
	{METHOD_POST, "/logout", ACCESS_PUBLIC, NULL, 0, HANDLER(sign_out)},
	{METHOD_GET, "/access", ACCESS_PUBLIC, NULL, ROUTE_PAST, HANDLER(access_page)},

	{METHOD_GET, "/projects", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(project_list)},
	{METHOD_GET, "/projects/{code}", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(project_page)},
	{METHOD_GET, "/rollouts", ACCESS_READ, NULL, ROUTE_PAST, rollout_status, "rollout_status", &rollout_type, NULL},
	{METHOD_GET, "/rollout-support", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(rollout_support)},
	{METHOD_GET, "/roadmap", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(rollout_roadmap)},
	{METHOD_GET, "/contradictions", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(contradictions_page)},
	{METHOD_GET, "/search", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(search_page)},
	{METHOD_GET, "/mirror", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(mirror_page)},
	{METHOD_GET, "/roles/{word}", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(role_page)},
	{METHOD_GET, "/projects/{code}/needed-by/{project}/{n}", ACCESS_RIGHT, "dependency.agree", 0,
     HANDLER(dependency_answer_form)},
	{METHOD_POST, "/projects/{code}/needed-by/{project}/{n}", ACCESS_RIGHT, "dependency.agree", ROUTE_FORM,
     HANDLER(dependency_answer)},

	{METHOD_POST, "/surveys/{code}/answers/{n}/accept", ACCESS_RIGHT, "project.edit", ROUTE_EITHER,
     HANDLER(survey_accept)},

	{METHOD_POST, "/news/{code}/publish", ACCESS_RIGHT, "news.publish", 0, HANDLER(publish)},
	{METHOD_POST, "/events/{code}/publish", ACCESS_RIGHT, "news.publish", 0, HANDLER(publish)},

	{METHOD_POST, "/projects/{code}/change-requests/{n}/submit", ACCESS_RIGHT, "project.edit", 0,
     HANDLER(change_request_submit)},
	{METHOD_POST, "/projects/{code}/change-requests/{n}/grant", ACCESS_RIGHT, "change.decide", 0,
     HANDLER(change_request_grant)},
	{METHOD_POST, "/projects/{code}/change-requests/{n}/refuse", ACCESS_RIGHT, "change.decide", 0,
     HANDLER(change_request_refuse)},

	/* A report has a page of its own, and its life has steps. */
	{METHOD_GET, "/projects/{code}/reports/{n}", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(report_page)},
	{METHOD_POST, "/projects/{code}/reports/{n}/submit", ACCESS_RIGHT, "report.write", 0, HANDLER(report_submit)},
	{METHOD_POST, "/projects/{code}/reports/{n}/return", ACCESS_RIGHT, "report.write", 0, HANDLER(report_return)},
	{METHOD_POST, "/projects/{code}/reports/{n}/publish", ACCESS_RIGHT, "report.publish", 0, HANDLER(report_publish)},
	{METHOD_GET, "/projects/{code}/reports/{n}/correct", ACCESS_RIGHT, "report.publish", 0,
     HANDLER(report_correct_form)},
	{METHOD_POST, "/projects/{code}/reports/{n}/correct", ACCESS_RIGHT, "report.publish", ROUTE_FORM,
     HANDLER(report_correct)},
};

enum { ROUTES_MAX = 2048, OWN = sizeof own / sizeof *own };

static struct route all[ROUTES_MAX];
const struct route *const routes = all;
size_t route_count;

/* The rows of one record type. Below the path of the collection: `behind`; a {key} in it is the type's. */
static const struct made {
	enum method method;
	const char *behind;
	enum { LISTS, READS, REMEMBERS, DELIVERS, CREATES, CHANGES, SHEETS, REMOVES, RESTORES } does;
	unsigned flags;
	handler *handler;
	const char *name;
} made[] = {
	{METHOD_GET, "", LISTS, ROUTE_PAST, record_list, "record_list"},
	{METHOD_GET, "/new", CREATES, 0, record_new, "record_new"},
	{METHOD_POST, "", CREATES, ROUTE_FORM, record_create, "record_create"},
	{METHOD_GET, "/{key}", READS, ROUTE_PAST, record_show, "record_show"},
	{METHOD_GET, "/{key}/history", REMEMBERS, ROUTE_PAST, history_page, "history_page"},
	{METHOD_GET, "/{key}/file", DELIVERS, ROUTE_PAST, attachment_file, "attachment_file"},
	{METHOD_GET, "/{key}/edit", CHANGES, 0, record_edit, "record_edit"},
	{METHOD_POST, "/{key}", CHANGES, ROUTE_FORM, record_change, "record_change"},
	{METHOD_PATCH, "/{key}", CHANGES, 0, record_change, "record_change"},
	{METHOD_GET, "/edit", SHEETS, 0, record_sheet, "record_sheet"},
	{METHOD_POST, "/edit", SHEETS, ROUTE_FORM, record_save_sheet, "record_save_sheet"},
	{METHOD_POST, "/{key}/remove", REMOVES, 0, record_remove, "record_remove"},
	{METHOD_DELETE, "/{key}", REMOVES, 0, record_remove, "record_remove"},
	{METHOD_POST, "/{key}/restore", RESTORES, ROUTE_FORM, record_restore, "record_restore"},
};

static bool stands(enum method method, const char *path)
{
	for (size_t i = 0; i < route_count; i++)
		if (all[i].method == method && text_equal(all[i].path, path))
			return true;
	return false;
}

static bool keeps_file(const struct record_type *t)
{
	for (size_t i = 0; i < t->field_count; i++)
		if (t->fields[i].type == FIELD_FILE)
			return true;
	return false;
}

/* What the row's method and the type ask for beside what every row of its kind has. */
static unsigned flags_of(const struct record_type *t, const struct made *m)
{
	unsigned either = m->does > DELIVERS && t->other_side ? ROUTE_EITHER : 0;
	bool sends = (m->does == CREATES || m->does == CHANGES || m->does == RESTORES) && m->method != METHOD_GET;
	return m->flags | either | (sends && keeps_file(t) ? ROUTE_FILE : 0);
}

/* Is there nothing of the type that the row could do? */
static bool lacks(const struct record_type *t, const struct made *m)
{
	return (m->does >= REMOVES && t->lasting) || (m->does == REMEMBERS && !t->subject) ||
	       (m->does == DELIVERS && !keeps_file(t)) || (m->does == SHEETS && !record_sql(t)->sheet);
}

static void add_row(struct arena *a, const struct record_type *t, const struct record_type *up, const struct made *m)
{
	const char *key = arena_printf(a, "{%s}", t->small ? "word" : record_key(t)), *at = strstr(m->behind, "{key}");
	const char *above = !up ? ""
	                        : arena_printf(a, "/%s/{%s}", up->collection,
	                                       up->small ? "word"
	                                       : up->key ? up->name
	                                                 : "code");
	const char *path = at ? arena_printf(a, "%s/%s/%s%s", above, t->collection, key, at + strlen("{key}"))
	                      : arena_printf(a, "%s/%s%s", above, t->collection, m->behind);
	bool makes = m->does == CREATES || m->does == RESTORES;
	const char *right = makes && t->right_new ? t->right_new : t->right;
	if (lacks(t, m) || (m->does > DELIVERS && !right) || stands(m->method, path))
		return;
	if (route_count == ROUTES_MAX) {
		log_error("more than %d routes", ROUTES_MAX);
		abort();
	}
	all[route_count++] = (struct route){.method = m->method,
	                                    .path = path,
	                                    .access = m->does <= DELIVERS ? ACCESS_READ : ACCESS_RIGHT,
	                                    .right = m->does <= DELIVERS ? NULL : right,
	                                    .flags = flags_of(t, m),
	                                    .handler = m->handler,
	                                    .name = m->name,
	                                    .about = t};
}

static void add_rows(struct arena *a, const struct record_type *t, const struct record_type *up)
{
	for (size_t i = 0; i < sizeof made / sizeof *made; i++)
		add_row(a, t, up, &made[i]);
}

/* What hangs on subjects hangs on those of each type. What hangs on anything has a list over all of them as well. */
static void add_type(struct arena *a, const struct record_type *t)
{
	if (t->parent && !t->no_list)
		add_row(a, t, NULL, &made[0]);
	if (t->parent != &subject_type) {
		add_rows(a, t, t->parent);
		return;
	}
	for (const struct record_type *const *up = record_types; *up; up++)
		if (record_type_hangs_on(t, *up))
			add_rows(a, t, *up);
}

/* On which subject its right is asked: the one whose {code} its path begins with. A subject that is removed is none. */
static void find_subjects(struct arena *a)
{
	for (const struct record_type *const *t = record_types; *t; t++)
		for (size_t i = 0; (*t)->subject && i < route_count; i++)
			if (text_starts_with(all[i].path, arena_printf(a, "/%s/{code}", (*t)->collection)) &&
			    !(all[i].handler == record_restore && all[i].about == *t))
				all[i].subject = (*t)->name;
}

void routes_start(void)
{
	/* For as long as the process lives. */
	static struct arena *a;
	if (a)
		return;
	a = arena_new();
	record_sql_start(record_types);
	record_lists_start(record_types);
	memcpy(all, own, sizeof own);
	route_count = OWN;
	for (const struct record_type *const *t = record_types; *t; t++)
		add_type(a, *t);
	find_subjects(a);
}

void routes_print(void)
{
	struct arena *a = arena_new();
	for (size_t i = 0; i < route_count; i++)
		printf("%-7s %-48s %-26s %-10s %s\n", method_name(routes[i].method), routes[i].path,
		       route_access_text(&routes[i], a), route_flags_text(&routes[i], a), routes[i].name);
	arena_free(a);
}
