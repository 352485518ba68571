/* record_list_sql.h: what a collection can be asked, and the statement that answers it.
 *
 * What can be asked follows from the fields that are in the list: a choice, a term, a reference or a boolean by its
 * value, a day or a time from and until a day, the words of what a record is called, and one of the fields to sort by.
 * What hangs on subjects is asked over all of them also by the project or programme that it is below.
 * The statement is composed of constants for the filters that were given, so that an index can serve each; what
 * somebody sent is in its parameters.
 */
#ifndef RECORD_RECORD_LIST_SQL_H
#define RECORD_RECORD_LIST_SQL_H

#include "db/statement.h"
#include "record/record.h"

enum { LIST_ROWS = 50, LIST_COUNTED = 1000, LIST_ASKS_MAX = 64 };

/* What one parameter of the address asks. */
struct list_ask {
	enum { ASK_WORDS, ASK_IS, ASK_FROM, ASK_UNTIL, ASK_BELOW, ASK_SORT } how;
	const struct field *of; /* of the type; NULL of ASK_BELOW and ASK_SORT */
};

/* The list of a type. `filter` is the form of what can be asked, which reads and shows like any; it has no table.
 * asks[i] says what filter.fields[i] asks: `q` first where there are words to look for, `sort` last. A field whose name
 * an address needs for something else is asked for as NAME_is. */
struct record_list {
	const struct record_type *type;
	struct record_type filter;
	struct record_statements sql; /* of the filter: keys and search */
	struct list_ask asks[LIST_ASKS_MAX];
};

/* Makes them for all types (ends with NULL). Called once, after record_sql_start(). */
void record_lists_start(const struct record_type *const *types);

/* NULL for a type that was not given, or that has no list. */
const struct record_list *record_list_of(const struct record_type *t);
const struct record_list *record_list_named(const char *type);

/* Is the field a column of the list? */
bool list_has(const struct field *f);

/* What is asked of a list. */
struct list_question {
	bool over_all; /* whatever they belong to; else those of `parent`, as $1 of the type's statements */
	const char *parent;
	const char *const *values; /* beside asks; NULL or "": not asked. ASK_SORT: a field, with - before it backwards */
	bool after;                /* begins behind the record that has this key and id: */
	const char *after_key;     /* as the document's keys have it; NULL: it has none, as the last ones */
	const char *after_id;
	const char *language; /* the reader's, two letters: by whose alphabet names are sorted, and what labels are in */
	bool options;         /* with the options of references, for a form */
	bool hidden;          /* the reader sees none: the database is not to look at each of them to find that out */
};

/* By what it is sorted: the field that is asked for, or the type's order; "id" where that makes no sense. */
const char *list_order(const struct record_list *list, const struct list_question *q);

/* What the keys of that order are: what after_key is read as. "n" and "id" are INTEGERs. */
enum field_type list_key_type(const struct record_list *list, const char *order);

/* The statement, and its parameters; both belong to `a`. No row when there is no such parent. The document:
 *   {"items": [{…}], at most LIST_ROWS + 1, "keys": [[key as text, id], …] one for each, "total": at most
 *    LIST_COUNTED + 1, "parent": {"type", "code", "title", "language"} (of all of them; null over all),
 *    "choices": {"owner": [{"value", "label"}]} with `options`}
 * An item has the fields that are in the list, as the record's document has them, its key ("n", "id" or "code"),
 * "version", "F_label" beside each reference F, in the reader's language where it is translated, `language` and
 * `translations` where the type has them, and over all "parent" as above. */
const struct statement *record_list_compose(const struct record_list *list, const struct list_question *q,
                                            const char *const **parameters, struct arena *a);

#endif
