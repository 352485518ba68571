#include "one_of_each.h"

#include <string.h>

/* `on`: the collections of the subjects that it hangs on; NULL: all. A %s is the subject's code. */
static const struct {
	const char *collection, *json, *on;
} parts[] = {
	{"sections", "{\"kind\": \"tips\", \"heading\": \"h\", \"body\": \"b\", \"language\": \"en\"}", NULL},
	{"people", "{\"role\": \"expert\"}", NULL},
	{"links", "{\"title\": \"t\", \"url\": \"https://example.org/\", \"language\": \"en\"}", NULL},
	{"aliases", "{\"alias\": \"a\"}", NULL},
	{"relations", "{\"kind\": \"supports\", \"other\": \"project/ASTER\"}", NULL},
	{"remarks", "{\"rule\": \"late_and_green\", \"of\": \"project\", \"reason\": \"r\"}", "projects"},
	{"lessons", "{\"kind\": \"lesson\", \"title\": \"t\"}", NULL},
	{"translations", "{\"of\": \"section/1\", \"field\": \"body\", \"language\": \"fi\", \"text\": \"t\"}", NULL},
	{"attachments",
     "{\"title\": \"t\", \"language\": \"en\", \"file\": {\"name\": \"t.txt\", \"content\": \"dGV4dA==\"}}", NULL},
	{"risks", "{\"kind\": \"risk\", \"title\": \"t\", \"state\": \"open\"}", "services"},
	{"benefits", "{\"title\": \"t\"}", "services"},
	{"meeting-series", "{\"title\": \"t\", \"every_months\": 12, \"invited\": [\"expert\"]}", "models services"},
	{"meetings", "{\"title\": \"t\", \"units\": [\"HSO\"]}", "projects services bodies organisations"},
	{"duties", "{\"role\": \"expert\", \"text\": \"t\", \"share\": \"own\"}", "models"},
	{"headcounts", "{\"people\": 3}", "bodies"},
	{"member-rules", "{\"role\": \"expert\", \"below\": \"project/ASTER\"}", "bodies"},
	{"interfaces", "{\"title\": \"t\", \"state\": \"identified\", \"projects\": [\"ASTER\"]}", "projects"},
	{"counterparts", "{\"role\": \"expert\", \"other_role\": \"project_manager\"}", "projects"},
	{"items", "{\"kind\": \"vision\", \"title\": \"t\", \"language\": \"en\"}", "strategies"},
	{"attendance", "{\"organisation\": \"HSO\"}", "events"},
	{"decisions", "{\"title\": \"t\", \"decided_on\": \"2024-01-01\", \"kind\": \"other\"}", "bodies"},
	{"change-requests", "{\"title\": \"t\", \"reason\": \"r\"}", "projects"},
	{"alternatives", "{\"request\": \"1\", \"title\": \"t\"}", "projects"},
	{"requested-changes", "{\"request\": \"1\", \"of\": \"project\", \"field\": \"ends_on\", \"after\": \"2031\"}",
     "projects"},
	{"questions", "{\"title\": \"t\", \"kind\": \"text\", \"fills\": \"purpose\"}", "surveys"},
	{"answers", "{\"question\": \"1\", \"about\": \"%s\", \"value\": \"t\", \"source\": \"survey\"}", "surveys"},
	{"item-states", "{\"item\": \"%s/1\", \"state\": \"done\"}", "projects services organisations"},
	{"indicators", "{\"title\": \"t\"}", "projects services organisations strategies"},
	{"measurements", "{\"indicator\": \"1\", \"value\": 1, \"period_to\": \"2026-01-01\"}",
     "projects services organisations strategies"},
	/* These have another side: an organisation that nobody but the office edits. */
	{"rollouts", "{\"organisation\": \"HSO\", \"planning_stage\": \"planning\"}", "projects services"},
	{"adaptations", "{\"title\": \"t\", \"kind\": \"integration\"}", "projects services"},
	{"adaptation-states", "{\"adaptation\": \"1\", \"organisation\": \"HSO\", \"state\": \"ongoing\"}",
     "projects services"},
};

void create(const char *path, const char *json)
{
	assert_status(send_json(client_of("portfolio"), "POST", path, json, NULL), 201);
}

void one_of_each(const char *collection, const char *code)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *at = strstr(parts[i].json, "%s");
		if (parts[i].on && !strstr(parts[i].on, collection))
			continue;
		create(text("/%s/%s/%s", collection, code, parts[i].collection),
		       at ? text("%.*s%s%s", (int)(at - parts[i].json), parts[i].json, code, at + 2) : parts[i].json);
	}
}
