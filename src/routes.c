/* Every route in one table: the newcomer's way in. A path {code} names the project on which a right is asked. */
#include "routes.h"

#include "portal/access/access.h"
#include "portal/assignment/assignment.h"
#include "portal/deliverable/deliverable.h"
#include "portal/dependency/dependency.h"
#include "portal/health/health.h"
#include "portal/history/history.h"
#include "portal/milestone/milestone.h"
#include "portal/portfolio/portfolio.h"
#include "portal/project/project.h"
#include "portal/risk/risk.h"
#include "portal/section/section.h"
#include "portal/sign_in/sign_in.h"
#include "portal/status_report/status_report.h"

#include <stdio.h>

#define HANDLER(H) H, #H, NULL
#define WITH(H, PAGES) H, #H, PAGES

const struct route routes[] = {
	{METHOD_GET, "/", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(portfolio_page)},
	{METHOD_GET, "/healthz", ACCESS_PUBLIC, NULL, 0, HANDLER(health_alive)},
	{METHOD_GET, "/readyz", ACCESS_PUBLIC, NULL, ROUTE_DIRECTORY, HANDLER(health_ready)},
	{METHOD_GET, "/login", ACCESS_PUBLIC, NULL, ROUTE_DIRECTORY, HANDLER(sign_in_form)},
	{METHOD_POST, "/login", ACCESS_PUBLIC, NULL, ROUTE_DIRECTORY, HANDLER(sign_in)},
	{METHOD_POST, "/logout", ACCESS_PUBLIC, NULL, 0, HANDLER(sign_out)},
	{METHOD_GET, "/access", ACCESS_PUBLIC, NULL, ROUTE_PAST, HANDLER(access_page)},

	{METHOD_GET, "/projects", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(project_list)},
	{METHOD_POST, "/projects", ACCESS_RIGHT, "project.create", 0, WITH(record_create, &project_pages)},
	{METHOD_GET, "/projects/new", ACCESS_RIGHT, "project.create", 0, WITH(record_new, &project_pages)},
	{METHOD_GET, "/projects/{code}", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(project_page)},
	{METHOD_POST, "/projects/{code}", ACCESS_RIGHT, "project.edit", 0, WITH(record_change, &project_pages)},
	{METHOD_PATCH, "/projects/{code}", ACCESS_RIGHT, "project.edit", 0, WITH(record_change, &project_pages)},
	{METHOD_GET, "/projects/{code}/edit", ACCESS_RIGHT, "project.edit", 0, WITH(record_edit, &project_pages)},
	{METHOD_GET, "/projects/{code}/history", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(history_page)},

	RECORD_ROUTES("sections", "project.edit", &section_pages),
	RECORD_ROUTES("deliverables", "project.edit", &deliverable_pages),
	RECORD_ROUTES("milestones", "project.edit", &milestone_pages),
	RECORD_ROUTES("risks", "project.edit", &risk_pages),
	RECORD_ROUTES("dependencies", "project.edit", &dependency_pages),
	RECORD_ROUTES("people", "project.edit", &assignment_pages),
	{METHOD_GET, "/projects/{code}/needed-by/{project}/{n}", ACCESS_RIGHT, "dependency.agree", 0,
     HANDLER(dependency_answer_form)},
	{METHOD_POST, "/projects/{code}/needed-by/{project}/{n}", ACCESS_RIGHT, "dependency.agree", 0,
     HANDLER(dependency_answer)},

	/* A report's own page stands before the general one, and its life has steps of its own. */
	{METHOD_GET, "/projects/{code}/reports/new", ACCESS_RIGHT, "report.write", 0,
     WITH(record_new, &status_report_pages)},
	{METHOD_GET, "/projects/{code}/reports/{n}", ACCESS_READ, NULL, ROUTE_PAST, HANDLER(report_page)},
	{METHOD_POST, "/projects/{code}/reports/{n}/submit", ACCESS_RIGHT, "report.write", 0, HANDLER(report_submit)},
	{METHOD_POST, "/projects/{code}/reports/{n}/return", ACCESS_RIGHT, "report.write", 0, HANDLER(report_return)},
	{METHOD_POST, "/projects/{code}/reports/{n}/publish", ACCESS_RIGHT, "report.publish", 0, HANDLER(report_publish)},
	{METHOD_GET, "/projects/{code}/reports/{n}/correct", ACCESS_RIGHT, "report.publish", 0,
     HANDLER(report_correct_form)},
	{METHOD_POST, "/projects/{code}/reports/{n}/correct", ACCESS_RIGHT, "report.publish", 0, HANDLER(report_correct)},
	RECORD_ROUTES("reports", "report.write", &status_report_pages),
};

const size_t route_count = sizeof routes / sizeof *routes;

void routes_print(void)
{
	struct arena *a = arena_new();
	for (size_t i = 0; i < route_count; i++)
		printf("%-7s %-48s %-26s %-10s %s\n", method_name(routes[i].method), routes[i].path,
		       route_access_text(&routes[i], a), route_flags_text(&routes[i], a), routes[i].name);
	arena_free(a);
}
