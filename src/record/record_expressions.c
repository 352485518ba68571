#include "record/record_expressions.h"

#include "base/text.h"

#include <stdio.h>

const struct anchor *anchor_of(const struct record_type *t)
{
	static const struct {
		const char *parent;
		struct anchor anchor;
	} anchors[] = {
		{"subject", {"subject_id", "subject p", "p.type = split_part($1, '/', 1) AND p.code = split_part($1, '/', 2)"}},
		{"project", {"subject_id", "project p", "p.code = $1"}},
		{"strategy", {"subject_id", "strategy p", "p.code = $1"}},
		{"model", {"subject_id", "model p", "p.code = $1"}},
		{"role", {"role_id", "role p", "p.code = $1"}},
		{"term", {"term_id", "term p", "p.id = $1::bigint"}},
	};
	for (size_t i = 0; t->parent && i < sizeof anchors / sizeof *anchors; i++)
		if (text_equal(anchors[i].parent, t->parent->name))
			return &anchors[i].anchor;
	return NULL;
}

const char *record_key(const struct record_type *t)
{
	return t->key ? t->key : t->parent ? "n" : "code";
}

const char *field_column(const struct field *f)
{
	return f->column ? f->column : f->name;
}

bool field_written(const struct record_type *t, const struct field *f)
{
	(void)t;
	return !f->decided && !f->through;
}

void add_filled(struct buf *b, const char *text, const char *argument)
{
	for (; *text; text++) {
		if (*text == '@')
			buf_adds(b, argument);
		else
			buf_addc(b, *text);
	}
}

void add_find(struct buf *b, const struct reference *to, const char *argument)
{
	if (to->find)
		add_filled(b, to->find, argument);
	else
		buf_printf(b, "%s IN (%s, upper(%s), lower(%s))", to->key, argument, argument, argument);
}

void add_below(struct buf *b, const struct reference *to, const char *column, const char *argument)
{
	buf_printf(b, "r.%s = ANY (ARRAY(WITH RECURSIVE below (id, depth) AS (SELECT x.id, 1 FROM %s x WHERE ", column,
	           to->table);
	add_find(b, to, argument);
	buf_adds(b, " UNION ALL SELECT s.id, b.depth + 1 FROM below b JOIN subject s ON s.parent_id = b.id "
	            "WHERE b.depth < 32) SELECT id FROM below))");
}

/* The keys of many, in their order. A version's links are those that were there until it ended: a change of links is a
 * change of the record, at the same moment. */
static void add_links(struct buf *b, const struct field *f, bool past)
{
	const struct link_table *l = f->through;
	buf_printf(b, "(SELECT coalesce(json_agg(%s ORDER BY %s), '[]') FROM ", f->to->key, f->to->key);
	if (past)
		buf_printf(b,
		           "(SELECT %s, %s, valid_from, NULL::timestamptz AS valid_to FROM live.%s UNION ALL "
		           "SELECT %s, %s, valid_from, valid_to FROM past.%s)",
		           l->own, l->other, l->table, l->own, l->other, l->table);
	else
		buf_adds(b, l->table);
	buf_printf(b, " l JOIN %s x ON x.id = l.%s WHERE l.%s = r.id%s)", f->to->table, l->other, l->own,
	           past ? " AND l.valid_from < r.valid_to AND (l.valid_to IS NULL OR l.valid_to >= r.valid_to)" : "");
}

static void add_plain_read(struct buf *b, const struct field *f, bool past)
{
	if (f->through)
		add_links(b, f, past);
	else if (f->type == FIELD_FILE)
		buf_printf(b,
		           "json_build_object('name', r.%s_name, 'kind', r.%s_kind, 'size', r.%s_size, 'sha256', r.%s_sha256)",
		           f->name, f->name, f->name, f->name);
	else if (f->to)
		buf_printf(b, "(SELECT %s FROM %s x WHERE x.id = r.%s)", f->to->key, f->to->table, field_column(f));
	else if (f->type == FIELD_TIME)
		buf_printf(b, "styrbord.time_text(r.%s, r.%s_precision)", field_column(f), field_column(f));
	else
		buf_printf(b, f->type == FIELD_DECIMAL ? "trim_scale(r.%s)" : "r.%s", field_column(f));
}

void add_read(struct buf *b, const struct field *f, bool past)
{
	if (f->part)
		buf_printf(b, "CASE WHEN (SELECT styrbord.sees('%s')) THEN ", f->part);
	add_plain_read(b, f, past);
	buf_adds(b, f->part ? " END" : "");
}

static void add_gone_field(struct buf *b, const struct field *f)
{
	const struct reference *to = f->to;
	const struct link_table *l = f->through;
	const char *id = l ? "l" : "r", *column = l ? l->other : field_column(f);
	char called[640];
	snprintf(called, sizeof called,
	         "coalesce((SELECT %s FROM past.%s x WHERE x.id = %s.%s ORDER BY x.valid_to DESC LIMIT 1), '')", to->label,
	         to->table, id, column);
	if (l)
		buf_printf(
			b,
			"(SELECT string_agg(%s, ', ') FROM (SELECT %s, %s, valid_from, NULL::timestamptz AS valid_to FROM live.%s "
			"UNION ALL SELECT %s, %s, valid_from, valid_to FROM past.%s) l WHERE l.%s = r.id AND l.valid_from < "
			"r.valid_to AND (l.valid_to IS NULL OR l.valid_to >= r.valid_to) AND NOT EXISTS (SELECT FROM %s x WHERE "
			"x.id = l.%s))",
			called, l->own, l->other, l->table, l->own, l->other, l->table, l->own, to->table, l->other);
	else
		buf_printf(b, "CASE WHEN r.%s IS NOT NULL AND NOT EXISTS (SELECT FROM %s x WHERE x.id = r.%s) THEN %s END",
		           column, to->table, column, called);
}

void add_gone(struct buf *b, const struct record_type *t)
{
	const char *between = "'gone', (SELECT coalesce(json_object_agg(g.field, g.called), '{}') FROM (VALUES ";
	bool any = false;
	for (size_t i = 0; i < t->field_count; i++) {
		const struct field *f = &t->fields[i];
		if (!f->to || f->decided || f->to->hidden)
			continue;
		buf_printf(b, "%s('%s', ", between, f->name);
		add_gone_field(b, f);
		buf_adds(b, ")");
		between = ", ";
		any = true;
	}
	buf_adds(b, any ? ") AS g (field, called) WHERE g.called IS NOT NULL)" : "'gone', '{}'::json");
}

/* The row that the key names: of several the one that stands there already. What is named but not there is the field's
 * error. */
static void add_reference(struct buf *b, const struct field *f, const char *sent, bool update)
{
	const struct reference *to = f->to;
	const char *column = field_column(f);
	if (to->hidden && update)
		buf_printf(b, "CASE WHEN %s IS NULL AND NOT EXISTS (SELECT FROM %s x WHERE x.id = r.%s) THEN r.%s ELSE ", sent,
		           to->table, column, column);
	buf_printf(b, "styrbord.referred('%s', %s, (SELECT x.id FROM %s x WHERE ", f->name, sent, to->table);
	add_find(b, to, sent);
	if (to->prefer && update)
		buf_printf(b, " ORDER BY x.id = r.%s DESC NULLS LAST, %s", column, to->prefer);
	else if (to->prefer)
		buf_printf(b, " ORDER BY %s", to->prefer);
	buf_printf(b, " LIMIT 1))%s", to->hidden && update ? " END" : "");
}

static const char *cast_of(const struct field *f)
{
	switch (f->type) {
	case FIELD_INTEGER:
		return "::int";
	case FIELD_DECIMAL:
		return "::numeric";
	case FIELD_DATE:
		return "::date";
	case FIELD_BOOLEAN:
		return "::boolean";
	default:
		return "";
	}
}

/* What is stored when the field is left empty and the column wants a value all the same; NULL: nothing is. */
static const char *when_empty(const struct field *f)
{
	if (f->type == FIELD_BOOLEAN)
		return "false";
	if (f->required)
		return NULL;
	return f->type == FIELD_TEXT || f->type == FIELD_MARKDOWN ? "''" : f->initial;
}

/* A file is kept by itself, under a number; what it is called and what it is stands in the record. */
static void add_file(struct buf *b, const struct field *f, bool update)
{
	static const char *const parts[][2] = {{"name", ""}, {"kind", ""}, {"size", "::int"}, {"sha256", ""}};
	if (update)
		buf_printf(b, "CASE WHEN v->'%s' ? 'content' THEN ", f->name);
	buf_printf(b, "styrbord.keep_file(v->'%s'->>'content')", f->name);
	if (update)
		buf_printf(b, " ELSE r.%s END", field_column(f));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		buf_printf(b, update ? ", coalesce((v->'%s'->>'%s')%s, r.%s_%s)" : ", (v->'%s'->>'%s')%s", f->name, parts[i][0],
		           parts[i][1], f->name, parts[i][0]);
	}
}

void add_written(struct buf *b, const struct record_type *t, const struct field *f, bool update)
{
	char sent[96];
	const char *empty = when_empty(f);
	(void)t;
	snprintf(sent, sizeof sent, "v->>'%s'", f->name);
	if (f->to) {
		add_reference(b, f, sent, update);
		return;
	}
	if (f->type == FIELD_FILE) {
		add_file(b, f, update);
		return;
	}
	if (f->type == FIELD_TIME) {
		buf_printf(b, "styrbord.time_day(%s), styrbord.time_precision(%s)", sent, sent);
		return;
	}
	buf_adds(b, empty ? "coalesce(" : "");
	buf_printf(b, *cast_of(f) ? "(%s)%s" : "%s%s", sent, cast_of(f));
	if (empty && empty == f->initial && update)
		buf_printf(b, ", r.%s)", field_column(f));
	else if (empty)
		buf_printf(b, ", %s)", empty);
}
