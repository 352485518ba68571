#include "record/record_list_sql.h"

#include "base/text.h"
#include "record/record_expressions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_MAX = 64 * 1024, PARAMETERS_MAX = 64 };

/* By what the rows are sorted: an expression over r, and what its text is cast to. `served`: an index has this order.
 */
struct key {
	const char *expression, *cast;
	bool backwards, may_be_null, served;
};

struct composing {
	struct buf b;
	struct arena *a;
	const struct record_list *list;
	const struct list_question *q;
	const struct anchor *up; /* NULL: the type stands alone */
	const char **parameters;
	int count, language;
	int numbers[LIST_ASKS_MAX]; /* of the parameters of what is asked; 0: it is not */
	struct key key;
};

static int parameter(struct composing *c, const char *value)
{
	if (c->count == PARAMETERS_MAX)
		abort();
	c->parameters[c->count++] = value;
	return c->count;
}

static int language(struct composing *c)
{
	if (!c->language)
		c->language = parameter(c, c->q->language);
	return c->language;
}

/* Whose alphabet sorts the names. Migration 0008 has an index for each. */
static const char *collation(const struct list_question *q)
{
	static const char *const own[] = {"sv", "nb", "fi"};
	static const char *const names[] = {"\"sv-x-icu\"", "\"nb-x-icu\"", "\"fi-x-icu\""};
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (text_equal(q->language, own[i]))
			return names[i];
	return "\"und-x-icu\"";
}

static const struct field *field_of(const struct record_type *t, const char *name)
{
	for (size_t i = 0; i < t->field_count; i++)
		if (text_equal(t->fields[i].name, name))
			return &t->fields[i];
	return NULL;
}

/* ---- labels ---- */

/* What the reference's row x is called, in the reader's language if somebody has translated it. */
static void add_label(struct composing *c, const struct reference *to)
{
	const struct record_list *list = NULL;
	const struct field *f = NULL;
	if ((list = record_list_named(to->table)) && text_starts_with(to->label, "x."))
		f = field_of(list->type, to->label + 2);
	if (!f || !f->translated) {
		buf_adds(&c->b, to->label);
		return;
	}
	buf_printf(
		&c->b,
		"coalesce((SELECT t.text FROM translation t WHERE t.type = '%s' AND t.record_id = x.id AND t.field = '%s' AND "
		"t.language = $%d), %s)",
		to->table, f->name, language(c), to->label);
}

static void add_label_of(struct composing *c, const struct field *f)
{
	buf_adds(&c->b, "(SELECT ");
	add_label(c, f->to);
	buf_printf(&c->b, " FROM %s x WHERE x.id = r.%s)", f->to->table, field_column(f));
}

/* What somebody wrote so far, taken out of the buffer. */
static const char *taken(struct composing *c, size_t from)
{
	const char *text = arena_strdup(c->a, buf_text(&c->b) + from);
	c->b.len = from;
	c->b.data[from] = '\0';
	return text;
}

/* ---- the order ---- */

/* Does a column have the order, or does it follow from another table or the place in a list? */
static bool is_plain(const struct field *f)
{
	return !f || !(f->to || f->type == FIELD_CHOICE || f->type == FIELD_TERM);
}

const char *list_order(const struct record_list *list, const struct list_question *q)
{
	const struct record_type *t = list->type;
	const char *sort = q->values[list->filter.field_count - 1];
	if (sort && sort[0])
		return sort;
	/* Over all, what only makes sense among a few would cost a look at each: they come as they were made. */
	if (!t->order || (t->parent && q->over_all && !is_plain(field_of(t, t->order))))
		return "id";
	return t->order;
}

static const struct field *order_field(const struct record_list *list, const char *order)
{
	return field_of(list->type, order + (*order == '-'));
}

enum field_type list_key_type(const struct record_list *list, const char *order)
{
	const struct field *f = order_field(list, order);
	/* A choice or a term by its place among its like. */
	if (!f || f->type == FIELD_CHOICE || f->type == FIELD_TERM)
		return FIELD_INTEGER;
	return f->type == FIELD_TIME ? FIELD_DATE : f->type;
}

static const char *place_among(struct composing *c, const struct field *f)
{
	size_t from = c->b.len;
	buf_adds(&c->b, "array_position(ARRAY[");
	for (const struct choice *choice = f->choices; choice->value; choice++)
		buf_printf(&c->b, "%s'%s'", choice == f->choices ? "" : ", ", choice->value);
	buf_printf(&c->b, "]::text[], r.%s)", field_column(f));
	return taken(c, from);
}

static const char *label_key(struct composing *c, const struct field *f)
{
	size_t from = c->b.len;
	add_label_of(c, f);
	buf_printf(&c->b, " COLLATE %s", collation(c->q));
	return taken(c, from);
}

/* What is no column, of those that a place is found for. */
static void find_place(struct composing *c, const struct field *f)
{
	struct key *key = &c->key;
	if (f->to) {
		key->expression = label_key(c, f);
		key->cast = "text";
	} else if (f->type == FIELD_CHOICE) {
		key->expression = place_among(c, f);
		return;
	} else {
		key->expression = arena_printf(
			c->a,
			"array_position((SELECT array_agg(t.code ORDER BY t.position, t.code) FROM term t WHERE t.list = '%s'), r.%s)",
			f->term, field_column(f));
	}
	/* What is meant may be hidden. */
	key->may_be_null = true;
}

static void find_key(struct composing *c)
{
	const char *order = list_order(c->list, c->q);
	const struct field *f = order_field(c->list, order);
	const char *column = f ? field_column(f) : order + (*order == '-');
	struct key *key = &c->key;
	*key = (struct key){.cast = "bigint", .backwards = *order == '-', .may_be_null = f && !f->required};
	key->served = !f || (is_plain(f) && c->list->type->order && order_field(c->list, c->list->type->order) == f);
	key->expression = arena_printf(c->a, "r.%s", column);
	switch (f ? f->type : FIELD_INTEGER) {
	case FIELD_TEXT:
	case FIELD_MARKDOWN:
	case FIELD_CODE:
		key->expression = arena_printf(c->a, "r.%s COLLATE %s", column, collation(c->q));
		key->cast = "text";
		key->may_be_null = false;
		break;
	case FIELD_DATE:
	case FIELD_TIME:
		key->cast = "date";
		break;
	case FIELD_BOOLEAN:
		key->cast = "boolean";
		key->may_be_null = false;
		break;
	case FIELD_DECIMAL:
		key->cast = "numeric";
		break;
	case FIELD_MOMENT:
		key->cast = "timestamptz";
		key->may_be_null = false;
		break;
	default:
		break;
	case FIELD_CHOICE:
	case FIELD_TERM:
	case FIELD_REFERENCE:
		find_place(c, f);
	}
}

/* ---- which rows ---- */

static void add_words(struct composing *c, const struct field *f, int n)
{
	if (c->list->type->subject) {
		buf_adds(&c->b, "r.id IN (SELECT found.subject_id FROM found)");
		return;
	}
	buf_adds(&c->b, "strpos(lower(");
	if (f->to)
		add_label_of(c, f);
	else
		buf_printf(&c->b, "r.%s", field_column(f));
	buf_printf(&c->b, "), lower($%d)) > 0", n);
}

static void add_condition(struct composing *c, size_t i)
{
	const struct list_ask *ask = &c->list->asks[i];
	const struct field *f = ask->of;
	char argument[24];
	int n = c->numbers[i];
	snprintf(argument, sizeof argument, "$%d::text", n);
	if (ask->how == ASK_BELOW) {
		add_below(&c->b, c->list->filter.fields[i].to, c->up->column, argument);
	} else if (ask->how == ASK_WORDS) {
		add_words(c, f, n);
	} else if (ask->how == ASK_FROM || ask->how == ASK_UNTIL) {
		buf_printf(&c->b, "r.%s %s $%d::date", field_column(f), ask->how == ASK_FROM ? ">=" : "<=", n);
	} else if (f->to) {
		buf_printf(&c->b, "r.%s = ANY (ARRAY(SELECT x.id FROM %s x WHERE ", field_column(f), f->to->table);
		add_find(&c->b, f->to, argument);
		buf_adds(&c->b, "))");
	} else {
		buf_printf(&c->b, "r.%s = $%d%s", field_column(f), n, f->type == FIELD_BOOLEAN ? "::boolean" : "");
	}
}

/* FROM … WHERE …: everything that is in the list. */
static void add_scope(struct composing *c)
{
	const char *between = " WHERE ";
	buf_printf(&c->b, " FROM %s r", c->list->type->name);
	if (c->up && !c->q->over_all) {
		buf_printf(&c->b, " WHERE r.%s = (SELECT p.id FROM p)", c->up->column);
		between = " AND ";
	}
	for (size_t i = 0; i < c->list->filter.field_count; i++) {
		if (!c->numbers[i])
			continue;
		buf_adds(&c->b, between);
		between = " AND ";
		add_condition(c, i);
	}
	/* What comes next is a condition more. */
	if (!strcmp(between, " WHERE "))
		buf_adds(&c->b, c->q->hidden ? " WHERE false" : " WHERE true");
	else if (c->q->hidden)
		buf_adds(&c->b, " AND false");
}

/* The rows whose key is known, or those that have none, which come last: each in the order that an index has, so that
 * a page costs the same wherever it is. */
static void add_branch(struct composing *c, bool known, int key, int id)
{
	const struct key *k = &c->key;
	const char *way = k->backwards ? " DESC" : "", *beyond = k->backwards ? "<" : ">";
	buf_printf(&c->b, "(SELECT r.*, %s AS list_key", k->expression);
	add_scope(c);
	if (k->may_be_null)
		buf_printf(&c->b, " AND %s IS%s NULL", k->expression, known ? " NOT" : "");
	if (known && key)
		buf_printf(&c->b, " AND (%s, r.id) %s ($%d::%s, $%d::bigint)", k->expression, beyond, key, k->cast, id);
	else if (!known && id)
		buf_printf(&c->b, " AND r.id %s $%d::bigint", beyond, id);
	buf_printf(&c->b, " ORDER BY %s%s, r.id%s LIMIT %d)", k->expression, way, way, LIST_ROWS + 1);
}

static void add_branches(struct composing *c, int key, int id)
{
	bool known = key || !id, unknown = c->key.may_be_null || !known;
	const char *way = c->key.backwards ? " DESC" : "";
	buf_adds(&c->b, "shown AS MATERIALIZED (SELECT * FROM (");
	if (known)
		add_branch(c, true, key, id);
	buf_adds(&c->b, known && unknown ? " UNION ALL " : "");
	if (unknown)
		add_branch(c, false, 0, known ? 0 : id);
	buf_printf(&c->b, ") r ORDER BY r.list_key%s NULLS LAST, r.id%s LIMIT %d)", way, way, LIST_ROWS + 1);
}

/* What no index serves has to look at every row: but once, for the page and the number. */
static void add_whole(struct composing *c, int key, int id)
{
	const struct key *k = &c->key;
	const char *way = k->backwards ? " DESC" : "", *beyond = k->backwards ? "<" : ">";
	buf_printf(&c->b, "listed AS MATERIALIZED (SELECT r.id, %s AS list_key", k->expression);
	add_scope(c);
	buf_adds(&c->b, "), shown AS MATERIALIZED (SELECT r.*, l.list_key FROM (SELECT l.id, l.list_key FROM listed l");
	if (key)
		buf_printf(&c->b, " WHERE (l.list_key, l.id) %s ($%d::%s, $%d::bigint) OR l.list_key IS NULL", beyond, key,
		           k->cast, id);
	else if (id)
		buf_printf(&c->b, " WHERE l.list_key IS NULL AND l.id %s $%d::bigint", beyond, id);
	buf_printf(&c->b, " ORDER BY l.list_key%s NULLS LAST, l.id%s LIMIT %d) l JOIN %s r ON r.id = l.id)", way, way,
	           LIST_ROWS + 1, c->list->type->name);
}

/* Looking for words in a column reads them all; subjects have an index of their words. */
static bool is_whole(const struct composing *c)
{
	const struct list_ask *first = &c->list->asks[0];
	return !c->key.served || (first->how == ASK_WORDS && c->numbers[0] && !c->list->type->subject);
}

static void add_shown(struct composing *c)
{
	const struct list_question *q = c->q;
	int key = q->after && q->after_key ? parameter(c, q->after_key) : 0;
	int id = q->after ? parameter(c, q->after_id) : 0;
	if (is_whole(c))
		add_whole(c, key, id);
	else
		add_branches(c, key, id);
}

/* ---- what is said of them ---- */

/* What a record belongs to, by its id; NULL where it is not to be seen. */
static void add_parent(struct composing *c, const char *id)
{
	const struct record_type *up = c->list->type->parent;
	if (text_equal(c->up->column, "subject_id"))
		buf_printf(
			&c->b,
			"(SELECT json_build_object('type', s.type, 'code', s.code, 'title', coalesce(t.text, s.title), 'language', "
			"coalesce(t.language, s.language)) FROM subject s LEFT JOIN translation t ON t.type = s.type AND "
			"t.record_id = s.id AND t.field IN ('title', 'name') AND t.language = $%d WHERE s.id = %s)",
			language(c), id);
	else
		buf_printf(
			&c->b,
			"(SELECT json_build_object('type', '%s', 'code', s.%s::text, 'title', s.%s, 'language', NULL) FROM %s s WHERE s.id = %s)",
			up->name, record_key(up), up->called, up->name, id);
}

static void add_item(struct composing *c)
{
	const struct record_type *t = c->list->type;
	const char *key = record_key(t);
	bool translated = false;
	buf_printf(&c->b, "json_build_object(%s",
	           text_equal(key, "n")    ? "'n', r.n, "
	           : text_equal(key, "id") ? "'id', r.id, "
	                                   : "");
	for (size_t i = 0; i < t->field_count; i++) {
		const struct field *f = &t->fields[i];
		if (!list_has(f))
			continue;
		buf_printf(&c->b, "'%s', ", f->name);
		add_read(&c->b, f, false);
		buf_adds(&c->b, ", ");
		if (f->to) {
			buf_printf(&c->b, "'%s_label', ", f->name);
			add_label_of(c, f);
			buf_adds(&c->b, ", ");
		}
		translated |= f->translated;
	}
	const struct field *speaks = field_of(t, "language");
	if (speaks && !list_has(speaks))
		buf_adds(&c->b, "'language', r.language, ");
	if (translated)
		buf_printf(&c->b, "'translations', styrbord.translations_of('%s', r.id), ", t->name);
	if (c->up && c->q->over_all) {
		buf_adds(&c->b, "'parent', ");
		add_parent(c, arena_printf(c->a, "r.%s", c->up->column));
		buf_adds(&c->b, ", ");
	}
	buf_adds(&c->b, "'version', r.version)");
}

/* What a form offers to filter by: of thousands only what is chosen. */
static void add_options_of(struct composing *c, size_t i)
{
	const struct reference *to = c->list->filter.fields[i].to;
	char argument[24];
	snprintf(argument, sizeof argument, "$%d::text", c->numbers[i]);
	buf_printf(
		&c->b,
		"'%s', (SELECT coalesce(json_agg(json_build_object('value', o.value, 'label', o.label) ORDER BY o.place), '[]') FROM (SELECT %s AS value, ",
		c->list->filter.fields[i].name, to->key);
	add_label(c, to);
	buf_adds(&c->b, " AS label, row_number() OVER (ORDER BY ");
	if (to->order)
		buf_adds(&c->b, to->order);
	else
		buf_printf(&c->b, "%s COLLATE %s, x.id", to->label, collation(c->q));
	buf_printf(&c->b, ") AS place FROM %s x", to->table);
	if (to->many) {
		buf_adds(&c->b, " WHERE ");
		if (c->numbers[i])
			add_find(&c->b, to, argument);
		else
			buf_adds(&c->b, "false");
	}
	buf_printf(&c->b, " ORDER BY place LIMIT %d) o)", REFERENCE_OPTIONS_MAX + 1);
}

static void add_options(struct composing *c)
{
	const char *between = "";
	buf_adds(&c->b, ", 'choices', json_build_object(");
	for (size_t i = 0; i < c->list->filter.field_count; i++) {
		if (!c->list->filter.fields[i].to)
			continue;
		buf_adds(&c->b, between);
		between = ", ";
		add_options_of(c, i);
	}
	buf_adds(&c->b, ")");
}

static void add_answer(struct composing *c)
{
	const char *way = c->key.backwards ? " DESC" : "";
	const char *order = arena_printf(c->a, "ORDER BY r.list_key%s NULLS LAST, r.id%s", way, way);
	bool below = c->up && !c->q->over_all;
	buf_adds(&c->b, " SELECT json_build_object('items', (SELECT coalesce(json_agg(");
	add_item(c);
	buf_printf(
		&c->b,
		" %s), '[]') FROM shown r), 'keys', (SELECT coalesce(json_agg(json_build_array(r.list_key::text, r.id::text) %s), '[]') FROM shown r), ",
		order, order);
	buf_adds(&c->b, "'total', (SELECT count(*) FROM (SELECT");
	if (is_whole(c))
		buf_adds(&c->b, " FROM listed");
	else
		add_scope(c);
	buf_printf(&c->b, " LIMIT %d) counted), 'parent', ", LIST_COUNTED + 1);
	if (below)
		add_parent(c, "p.id");
	else
		buf_adds(&c->b, "NULL");
	if (c->q->options)
		add_options(c);
	buf_printf(&c->b, ")::text, NULL%s", below ? " FROM p" : "");
}

/* The parameters of what is asked, and what is asked but once. */
static void start(struct composing *c)
{
	const struct record_list *list = c->list;
	buf_adds(&c->b, "WITH ");
	if (c->up && !c->q->over_all) {
		parameter(c, c->q->parent);
		buf_printf(&c->b, "p AS MATERIALIZED (SELECT p.id FROM %s WHERE %s), ", c->up->table, c->up->is);
	}
	for (size_t i = 0; i < list->filter.field_count; i++) {
		if (list->asks[i].how == ASK_SORT || !c->q->values[i] || !c->q->values[i][0])
			continue;
		c->numbers[i] = parameter(c, c->q->values[i]);
		if (list->asks[i].how == ASK_WORDS && list->type->subject)
			buf_printf(&c->b, "found AS MATERIALIZED (SELECT f.subject_id FROM styrbord.found($%d) AS f), ",
			           c->numbers[i]);
	}
}

const struct statement *record_list_compose(const struct record_list *list, const struct list_question *q,
                                            const char *const **parameters, struct arena *a)
{
	struct composing c = {.a = a, .list = list, .q = q, .up = anchor_of(list->type)};
	c.parameters = arena_alloc(a, PARAMETERS_MAX * sizeof *c.parameters);
	buf_init(&c.b, TEXT_MAX);
	start(&c);
	find_key(&c);
	add_shown(&c);
	add_answer(&c);
	if (c.b.full)
		abort();
	const struct statement *st = statement_composed(list->filter.name, arena_strdup(a, buf_text(&c.b)), a);
	buf_free(&c.b);
	*parameters = c.parameters;
	return st;
}
