/* statement.h: SQL that the build embeds into the binary (src/tools/embed.c).
 *
 * Every block of a .sql file below src/ that begins with a line `-- name: project_page` becomes
 * `extern const struct statement sql_project_page` in build/gen/statements.h. A statement holds no
 * values, only $1, $2 …; it is prepared once per connection, under its name. All of this is constant
 * and lives as long as the process. Lists, which ask for what somebody asked for, compose theirs (below).
 */
#ifndef DB_STATEMENT_H
#define DB_STATEMENT_H

#include "base/arena.h"

#include <stddef.h>

struct statement {
	const char *name; /* [a-z][a-z0-9_]*, unique in the binary, at most 60 characters (PostgreSQL's NAMEDATALEN) */
	const char *text; /* without the closing semicolon */
	int parameters;   /* the highest N of $N */
	int index;        /* its place among all of them, or STATEMENT_COMPOSED */
};

/* Composed for one request, of constants: still without any value. It is prepared by its text, and `name` is only for
 * the log. It lives as long as its arena. */
enum { STATEMENT_COMPOSED = -1 };
const struct statement *statement_composed(const char *name, const char *text, struct arena *a);

/* A statement that is made when the program starts, before the first db_new(): name and text as above, and kept, not
 * copied. The result lives as long as the process. A name that is taken ends the program. */
const struct statement *statement_add(const char *name, const char *text);

/* All statements, the embedded ones first. */
size_t statement_all(void);
const struct statement *statement_at(size_t i);

/* One file below sql/migrations or sql/repeatable, as it was when the binary was built. */
struct embedded_file {
	const char *name; /* without folder and without .sql: 0001_structure */
	const char *text;
	size_t length; /* bytes of text, without the NUL */
};

/* Prints it with its name, in lines of a length that can be reviewed. */
void statement_print(const struct statement *st);

#endif
