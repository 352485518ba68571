#include "record/record_sql.h"

#include "base/text.h"
#include "db/statement.h"
#include "record/record_expressions.h"

#include <stdlib.h>
#include <string.h>

enum { OPTIONS_LIMIT = REFERENCE_OPTIONS_MAX + 1, MATCHES_LIMIT = REFERENCE_MATCHES_MAX + 1 };

/* What was made, for as long as the process lives. */
static struct arena *arena;
static const struct record_type *const *types;
static struct record_statements *made;

typedef void maker(struct buf *b, const struct record_type *t);

/* "$2" for the N-th parameter after the parent's. */
static int at(const struct record_type *t, int n)
{
	return n - !t->parent;
}

static void add_key_is(struct buf *b, const struct record_type *t)
{
	const char *key = record_key(t);
	buf_printf(b, "r.%s = $%d%s", key, at(t, 2),
	           text_equal(key, "n")    ? "::int"
	           : text_equal(key, "id") ? "::bigint"
	                                   : "");
}

/* " JOIN …  WHERE …": the one record that is asked for. */
static void add_from(struct buf *b, const struct record_type *t, const char *schema)
{
	const struct anchor *up = anchor_of(t);
	buf_printf(b, " FROM %s%s r", schema, t->name);
	if (up)
		buf_printf(b, " JOIN %s ON p.id = r.%s WHERE %s AND ", up->table, up->column, up->is);
	else
		buf_adds(b, " WHERE ");
	add_key_is(b, t);
}

static void add_document(struct buf *b, const struct record_type *t, bool past)
{
	const char *key = record_key(t);
	buf_printf(b, "SELECT json_build_object(%s",
	           text_equal(key, "code") ? ""
	           : text_equal(key, "id") ? "'id', r.id, "
	                                   : "'n', r.n, ");
	for (size_t i = 0; i < t->field_count; i++) {
		buf_printf(b, "'%s', ", t->fields[i].name);
		add_read(b, &t->fields[i], past);
		buf_adds(b, ", ");
	}
	if (past) {
		buf_adds(
			b,
			"'id', r.id, 'ended_at', r.valid_to, 'ended_by', (SELECT x.name FROM person x WHERE x.id = r.ended_by), ");
		add_gone(b, t);
		buf_adds(b, ", ");
	}
	buf_adds(b, "'version', r.version)::text, r.version::text");
}

static void make_select(struct buf *b, const struct record_type *t)
{
	add_document(b, t, false);
	add_from(b, t, "");
}

static bool is_subject(const char *table)
{
	for (size_t i = 0; types && types[i]; i++)
		if (text_equal(types[i]->name, table))
			return types[i]->subject;
	return false;
}

/* The subjects and roles that the fields refer to, as pages link to them. */
static void add_named(struct buf *b, const struct record_type *t)
{
	const char *between = "";
	buf_adds(b, "'named', json_build_object(");
	for (size_t i = 0; i < t->field_count; i++) {
		const struct field *f = &t->fields[i];
		if (!f->to || f->through || !(f->to->named || is_subject(f->to->table)))
			continue;
		buf_printf(
			b,
			f->to->named
				? "%s'%s', (SELECT json_build_object('role', x.code, 'role_name', x.name) FROM role x WHERE x.id = r.%s)"
				: "%s'%s', (SELECT json_build_object('type', x.type, 'code', x.code, 'title', x.title, 'language', "
				  "x.language, 'translations', x.titles) FROM subject x WHERE x.id = r.%s)",
			between, f->name, field_column(f));
		between = ", ";
	}
	buf_adds(b, ")");
}

/* The record's own fields and what stands beside them, as one object. */
static void make_page(struct buf *b, const struct record_type *t)
{
	if (!t->own.beside)
		return;
	buf_adds(b, "SELECT left(o.document, -1) || ', ' || substr(left(o.more, -1), 2) || ', ' || substr(b.document, 2), "
	            "o.version FROM (");
	add_document(b, t, false);
	buf_adds(b, ", json_build_object('changed_at', r.valid_from, ");
	add_named(b, t);
	buf_adds(b, ")::text");
	add_from(b, t, "");
	buf_adds(b, ") AS o (document, version, more), (");
	for (const char *p = t->own.beside->text; *p; p++) {
		bool key = p[0] == '$' && p[1] == '1';
		if (key && t->subject)
			buf_printf(b, "('%s/' || $1)", t->name);
		else
			buf_add(b, p, key ? 2 : 1);
		p += key;
	}
	buf_adds(b, ") AS b (document, nothing)");
}

/* What the database alone writes has no such statement. */
static bool is_written(const struct record_type *t)
{
	for (size_t i = 0; i < t->field_count; i++)
		if (field_written(t, &t->fields[i]))
			return true;
	return false;
}

static void make_seen(struct buf *b, const struct record_type *t)
{
	add_document(b, t, true);
	add_from(b, t, "past.");
	buf_printf(b, " AND r.version = $%d::int", at(t, 3));
}

/* The last version of what is there no more. */
static void make_removed(struct buf *b, const struct record_type *t)
{
	if (t->lasting || !is_written(t))
		return;
	add_document(b, t, true);
	add_from(b, t, "past.");
	buf_printf(b, " AND NOT EXISTS (SELECT FROM live.%s l WHERE l.id = r.id) ORDER BY r.valid_to DESC LIMIT 1",
	           t->name);
}

/* A key that stands in addresses is given once. */
static bool is_kept(const struct record_type *t, const struct field *f)
{
	return !t->parent && text_equal(f->name, record_key(t));
}

static void add_columns(struct buf *b, const struct record_type *t, bool update, bool values)
{
	const char *between = "";
	for (size_t i = 0; i < t->field_count; i++) {
		const struct field *f = &t->fields[i];
		if (!field_written(t, f) || (update && is_kept(t, f)))
			continue;
		buf_adds(b, between);
		between = ", ";
		if (values)
			add_written(b, t, f, update);
		else if (f->type == FIELD_FILE)
			buf_printf(b, "%s, %s_name, %s_kind, %s_size, %s_sha256", field_column(f), f->name, f->name, f->name,
			           f->name);
		else
			buf_printf(b, f->type == FIELD_TIME ? "%s, %s_precision" : "%s", field_column(f), field_column(f));
	}
}

static void make_insert(struct buf *b, const struct record_type *t)
{
	const struct anchor *up = anchor_of(t);
	if (!is_written(t))
		return;
	buf_printf(b, "INSERT INTO %s (", t->name);
	if (up)
		buf_printf(b, "%s, ", up->column);
	add_columns(b, t, false, false);
	buf_printf(b, ") SELECT %s", up ? "p.id, " : "");
	add_columns(b, t, false, true);
	buf_printf(b, " FROM (SELECT $%d::jsonb AS v) sent", at(t, 2));
	if (up)
		buf_printf(b, ", %s WHERE %s", up->table, up->is);
	buf_printf(b, " RETURNING %s::text, version::text", record_key(t));
}

static void make_update(struct buf *b, const struct record_type *t)
{
	const struct anchor *up = anchor_of(t);
	if (!is_written(t))
		return;
	buf_printf(b, "UPDATE %s r SET (", t->name);
	add_columns(b, t, true, false);
	buf_adds(b, ") = (SELECT ");
	add_columns(b, t, true, true);
	buf_printf(b, " FROM (SELECT $%d::jsonb AS v) sent)", at(t, 4));
	if (up)
		buf_printf(b, " FROM %s WHERE %s AND p.id = r.%s AND ", up->table, up->is, up->column);
	else
		buf_adds(b, " WHERE ");
	add_key_is(b, t);
	buf_printf(b, " AND r.version = $%d::int RETURNING r.%s::text, r.version::text", at(t, 3), record_key(t));
}

static void make_remove(struct buf *b, const struct record_type *t)
{
	const struct anchor *up = anchor_of(t);
	if (t->lasting)
		return;
	buf_printf(b, "DELETE FROM %s r", t->name);
	if (up)
		buf_printf(b, " USING %s WHERE %s AND p.id = r.%s AND ", up->table, up->is, up->column);
	else
		buf_adds(b, " WHERE ");
	add_key_is(b, t);
	buf_printf(b, " AND r.version = $%d::int RETURNING r.%s::text", at(t, 3), record_key(t));
}

/* Links that the editor does not see stay. */
static void make_links(struct buf *b, const struct record_type *t)
{
	size_t first = t->field_count;
	for (size_t i = 0; i < t->field_count; i++) {
		const struct field *f = &t->fields[i];
		const struct link_table *l = f->through;
		if (!l)
			continue;
		if (first == t->field_count) {
			first = i;
			buf_adds(b, "WITH r AS (SELECT r.*");
			add_from(b, t, "");
			buf_printf(b, "), v AS (SELECT $%d::jsonb AS v)", at(t, 3));
		}
		buf_printf(b,
		           ", gone_%zu AS (DELETE FROM %s l USING r, v, %s x WHERE l.%s = r.id AND x.id = l.%s AND NOT "
		           "coalesce(v->'%s', '[]') ? %s)",
		           i, l->table, f->to->table, l->own, l->other, f->name, f->to->key);
		buf_printf(
			b,
			", come_%zu AS (INSERT INTO %s (%s, %s) SELECT r.id, x.id FROM r, %s x WHERE %s = "
			"ANY (ARRAY(SELECT jsonb_array_elements_text(coalesce(v->'%s', '[]')) FROM v)) AND NOT EXISTS (SELECT FROM %s "
			"l WHERE l.%s = r.id AND l.%s = x.id)%s)",
			i, l->table, l->own, l->other, f->to->table, f->to->key, f->name, l->table, l->own, l->other,
			f->to->within ? " AND x.subject_id = r.subject_id" : "");
	}
	if (first < t->field_count)
		buf_adds(b, " SELECT FROM r");
}

static bool has_sheet(const struct record_type *t)
{
	for (size_t i = 0; t->parent && i < t->field_count; i++)
		if (t->fields[i].in_sheet)
			return true;
	return false;
}

static void make_sheet(struct buf *b, const struct record_type *t)
{
	const struct anchor *up = anchor_of(t);
	if (!has_sheet(t))
		return;
	buf_adds(b, "SELECT coalesce(json_agg(d.document::json ORDER BY d.place), '[]')::text, NULL FROM (");
	add_document(b, t, false);
	buf_printf(b, ", row_number() OVER (ORDER BY r.%s%s NULLS LAST, r.n) AS place FROM %s r JOIN %s ON p.id = r.%s",
	           t->order + (*t->order == '-'), *t->order == '-' ? " DESC" : "", t->name, up->table, up->column);
	buf_printf(b, " WHERE %s ORDER BY place LIMIT %d) AS d (document, version)", up->is, SHEET_ROWS_MAX);
}

static void make_suggest(struct buf *b, const struct record_type *t)
{
	const struct anchor *up = anchor_of(t);
	bool any = false;
	for (size_t i = 0; i < t->field_count; i++) {
		if (!t->fields[i].initial)
			continue;
		buf_printf(b, "%s'%s', %s", any ? ", " : "SELECT json_build_object(", t->fields[i].name, t->fields[i].initial);
		any = true;
	}
	if (!any)
		return;
	buf_adds(b, ")::text, NULL");
	if (up)
		buf_printf(b, " FROM %s WHERE %s", up->table, up->is);
}

/* The parent as p and the record as r, for what is asked about both. */
static void add_with(struct buf *b, const struct record_type *t, bool record)
{
	const struct anchor *up = anchor_of(t);
	const char *between = "WITH ";
	if (up) {
		buf_printf(b, "WITH p AS (SELECT p.* FROM %s WHERE %s)", up->table, up->is);
		between = ", ";
	}
	if (record) {
		buf_printf(b, "%sr AS (SELECT r.*", between);
		add_from(b, t, "");
		buf_adds(b, ")");
	}
	buf_adds(b, up || record ? " " : "");
}

/* The condition that the record r refers to x. */
static void add_referred(struct buf *b, const struct field *f)
{
	if (f->through)
		buf_printf(b, "x.id IN (SELECT l.%s FROM %s l, r WHERE l.%s = r.id)", f->through->other, f->through->table,
		           f->through->own);
	else
		buf_printf(b, "x.id = (SELECT r.%s FROM r)", field_column(f));
}

/* What the form lists: of thousands only what is chosen now, else what is offered as well, and no more than a list is
 * good for. */
static void add_options(struct buf *b, const struct record_type *t, const struct field *f)
{
	const struct reference *to = f->to;
	buf_adds(b,
	         "(SELECT coalesce(json_agg(json_build_object('value', o.value, 'label', o.label) ORDER BY o.place), '[]') "
	         "FROM (SELECT ");
	buf_printf(b, "%s AS value, %s AS label, row_number() OVER (ORDER BY ", to->key, to->label);
	if (to->order)
		buf_adds(b, to->order);
	else
		buf_printf(b, "%s COLLATE \"und-x-icu\", x.id", to->label);
	buf_printf(b, ") AS place FROM %s x%s WHERE ", to->table, t->parent ? ", p" : "");
	if (!to->many)
		buf_printf(b, "%s OR ", to->offered ? to->offered : "true");
	add_referred(b, f);
	buf_adds(b, " ORDER BY ");
	add_referred(b, f);
	buf_printf(b, " DESC NULLS LAST, place LIMIT %d) o)", OPTIONS_LIMIT);
}

static bool add_each_reference(struct buf *b, const struct record_type *t,
                               void (*add)(struct buf *, const struct record_type *, const struct field *))
{
	bool any = false;
	for (size_t i = 0; i < t->field_count; i++) {
		const struct field *f = &t->fields[i];
		if (!f->to || f->decided)
			continue;
		buf_printf(b, "%s'%s', ", any ? ", " : "SELECT json_build_object(", f->name);
		add(b, t, f);
		any = true;
	}
	buf_adds(b, any ? ")::text, NULL" : "");
	return any;
}

static void make_choices(struct buf *b, const struct record_type *t)
{
	add_with(b, t, true);
	if (!add_each_reference(b, t, add_options))
		buf_reset(b);
}

/* For each text that was sent, what it refers to. */
static void add_matches(struct buf *b, const struct record_type *t, const struct field *f, bool by_key)
{
	const struct reference *to = f->to;
	buf_printf(
		b,
		"(SELECT coalesce(json_agg(json_build_object('sent', s.sent, 'value', o.value, 'label', o.label)), '[]') FROM "
		"jsonb_array_elements_text($%d::jsonb->'%s') AS s (sent), LATERAL (SELECT %s AS value, %s AS label FROM %s x%s "
		"WHERE ",
		at(t, 2), f->name, to->key, to->label, to->table, t->parent ? ", p" : "");
	if (by_key)
		add_find(b, to, "s.sent");
	else
		buf_printf(b, "position(lower(s.sent) IN lower(%s)) > 0", to->label);
	if (to->offered)
		buf_printf(b, " AND (%s)", to->offered);
	if (by_key && to->prefer)
		buf_printf(b, " ORDER BY %s", to->prefer);
	else if (!by_key)
		buf_printf(b, " ORDER BY %s COLLATE \"und-x-icu\", x.id", to->label);
	buf_printf(b, " LIMIT %d) o)", by_key ? 1 : MATCHES_LIMIT);
}

static void add_by_key(struct buf *b, const struct record_type *t, const struct field *f)
{
	add_matches(b, t, f, true);
}

static void add_by_label(struct buf *b, const struct record_type *t, const struct field *f)
{
	add_matches(b, t, f, false);
}

static void make_keys(struct buf *b, const struct record_type *t)
{
	add_with(b, t, false);
	if (!add_each_reference(b, t, add_by_key))
		buf_reset(b);
}

static void make_search(struct buf *b, const struct record_type *t)
{
	add_with(b, t, false);
	if (!add_each_reference(b, t, add_by_label))
		buf_reset(b);
}

/* ---- all of them ---- */

#define PLACE(MEMBER) offsetof(struct record_statements, MEMBER)

static const struct kind {
	const char *name;
	size_t place; /* in struct record_statements */
	maker *make;  /* adds nothing when the type needs no such statement */
} kinds[] = {
	{"record", PLACE(select), make_select},    {"seen", PLACE(seen), make_seen},
	{"removed", PLACE(removed), make_removed}, {"page", PLACE(page), make_page},
	{"insert", PLACE(insert), make_insert},    {"update", PLACE(update), make_update},
	{"links", PLACE(links), make_links},       {"remove", PLACE(remove), make_remove},
	{"suggest", PLACE(suggest), make_suggest}, {"choices", PLACE(choices), make_choices},
	{"keys", PLACE(keys), make_keys},          {"search", PLACE(search), make_search},
	{"sheet", PLACE(sheet), make_sheet},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

static const struct statement **slot(struct record_statements *s, const struct kind *kind)
{
	return (const struct statement **)(void *)((char *)s + kind->place);
}

static const struct statement *make(const struct record_type *t, const struct kind *kind)
{
	struct buf b;
	const struct statement *st = NULL;
	buf_init(&b, 64 * 1024);
	kind->make(&b, t);
	if (b.full)
		abort();
	if (b.len)
		st = statement_add(arena_printf(arena, "%s_%s", t->name, kind->name), arena_strdup(arena, buf_text(&b)));
	buf_free(&b);
	return st;
}

void record_sql_start(const struct record_type *const *of)
{
	size_t count = 0;
	if (made)
		return;
	arena = arena_new();
	types = of;
	while (types[count])
		count++;
	made = arena_alloc(arena, count * sizeof *made);
	for (size_t i = 0; i < count; i++) {
		made[i] = types[i]->own;
		for (size_t k = 0; k < KINDS; k++)
			if (!*slot(&made[i], &kinds[k]))
				*slot(&made[i], &kinds[k]) = make(types[i], &kinds[k]);
	}
}

void record_sql_make_meant(const struct record_type *t, struct record_statements *into)
{
	static const struct kind keys = {"keys", PLACE(keys), make_keys}, search = {"search", PLACE(search), make_search};
	into->keys = make(t, &keys);
	into->search = make(t, &search);
}

const struct record_statements *record_sql(const struct record_type *t)
{
	for (size_t i = 0; types && types[i]; i++)
		if (types[i] == t)
			return &made[i];
	/* Not among record_types[]: only a form of its own. */
	return &t->own;
}

void record_sql_print(void)
{
	for (size_t i = 0; types && types[i]; i++) {
		struct record_statements own = types[i]->own;
		for (size_t k = 0; k < KINDS; k++) {
			const struct statement *st = *slot(&made[i], &kinds[k]);
			if (!st || *slot(&own, &kinds[k]))
				continue;
			statement_print(st);
		}
	}
}
