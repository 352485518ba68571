#include "record_sample.h"

#include <string.h>

#define GOALS \
	"strategy_goal (subject_id, title, code, number, language) SELECT s.id, 'G', 'G-' || s.id || '-' || g, g, 'en'"

/* Below the same parent, "/TYPES/CODE/…": texts to translate, adaptations to have a state. */
static const struct {
	const char *type, *table_and_values; /* s is the parent, g a number */
} neighbours[] = {
	{"translation", "section (subject_id, kind, heading, body, language) SELECT s.id, 'other', 'H', 'B', 'fi'"},
	{"adaptation_state", "adaptation (subject_id, title, kind) SELECT s.id, 'A', 'integration'"},
	{"measurement", "indicator (subject_id, title) SELECT s.id, 'I'"},
	{"benefit", "indicator (subject_id, title) SELECT s.id, 'I'"},
	{"question", "question (subject_id, title, kind) SELECT s.id, 'Q', 'text'"},
	{"answer", "question (subject_id, title, kind) SELECT s.id, 'Q', 'text'"},
	{"strategy_item", GOALS},
	{"decision", "meeting (subject_id, title) SELECT s.id, 'M'"},
	{"alternative", "change_request (subject_id, title, reason) SELECT s.id, 'C', 'R'"},
	{"requested_change", "change_request (subject_id, title, reason) SELECT s.id, 'C', 'R'"},
	{"requested_change", "deliverable (subject_id, title, code) SELECT s.id, 'D', 'D-' || g"},
	{"change_request", "status_report (subject_id, state, reported_on, status_label, light, summary, risk_level) "
                       "SELECT s.id, 'draft', '2026-01-01', 'as_planned', 'green', 'S', 'low'"},
};

static const struct {
	const char *on, *type, *table_and_values;
} neighbours_on[] = {
	{"/services/", "meeting", "meeting_series (subject_id, title, every_months) SELECT s.id, 'Y', 12"},
	{"/strategies/", "indicator", GOALS},
};

/* Of these some are anywhere. */
static const struct {
	const char *type, *table, *table_and_values;
} elsewhere[] = {
	{"event", "strategy", "strategy_item (subject_id, kind, title, language) SELECT s.id, 'task', 'T' || g, 'en'"},
	{"change_request", "body", "decision (subject_id, title, decided_on) SELECT s.id, 'D' || g, '2026-01-01'"},
};

static void add_rows(const char *what, const char *where)
{
	owner_sql(text("INSERT INTO live.%s FROM live.subject s, generate_series(1, 12) AS g WHERE %s", what, where));
}

void sample_add_neighbours(const struct sample *s)
{
	const char *code = strchr(s->collection + 1, '/'), *type = s->type->name;
	if (!code)
		code = "/";
	const char *here = text("s.code = '%.*s'", (int)strcspn(code + 1, "/"), code + 1);
	for (size_t i = 0; i < sizeof neighbours / sizeof *neighbours; i++)
		if (!strcmp(neighbours[i].type, type))
			add_rows(neighbours[i].table_and_values, here);
	for (size_t i = 0; i < sizeof neighbours_on / sizeof *neighbours_on; i++)
		if (!strcmp(neighbours_on[i].type, type) &&
		    !strncmp(s->collection, neighbours_on[i].on, strlen(neighbours_on[i].on)))
			add_rows(neighbours_on[i].table_and_values, here);
	for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++)
		if (!strcmp(elsewhere[i].type, type))
			add_rows(elsewhere[i].table_and_values,
			         text("s.id = (SELECT min(x.id) FROM live.%s x)", elsewhere[i].table));
}
