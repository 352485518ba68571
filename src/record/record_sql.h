/* record_sql.h: the plain statements of record types, made from their declarations when the program starts.
 * `styrbord statements` prints them, and a golden file in tests shows each change in review.
 */
#ifndef RECORD_RECORD_SQL_H
#define RECORD_RECORD_SQL_H

#include "db/statement.h"
#include "record/record.h"

/* Makes the statements of `types` (ends with NULL), and gives them to db/ (statements_add). Called once, before the
 * first connection and before workers are forked; they live as long as the process. */
void record_sql_start(const struct record_type *const *types);

/* A type's statements, its own among them. The type is one of those given to record_sql_start(). */
const struct record_statements *record_sql(const struct record_type *t);

/* Makes only what says what texts refer to (keys, search), for a form that has no table: what a list can be asked.
 * Called once for each, between record_sql_start() and the first connection. */
void record_sql_make_meant(const struct record_type *t, struct record_statements *into);

/* Prints the generated ones. */
void record_sql_print(void);

#endif
