/* migrate.h: `styrbord migrate`. Migrations go forward only, each in a transaction of its own, under an
 * advisory lock, so that two hosts can be updated at once. A migration that was applied and has since
 * changed is refused by name. Repeatable files are applied after them, all in one transaction, when any changed.
 *
 * A database that has a file which this program does not know is newer, and refused: whoever removes or renames a
 * repeatable file deletes its row of migration.applied in a migration. */
#ifndef DB_MIGRATE_H
#define DB_MIGRATE_H

#include "base/error.h"

#include <stdbool.h>

/* What the database must know of the configuration, since no worker is believed. */
struct told {
	bool reading_everyone;
	int grants_keep_s;
	const char *for_staff; /* names separated by commas */
};

/* Connects as the owner, and tells the database *told (styrbord.configure, styrbord.set_visibility). Prints a
 * line per file applied. 0, or -1 with the file's name and the database's words, which are the detail where no
 * connection was made. */
int migrate(const char *owner_conninfo, const struct told *told, struct error *e);

/* What styrbord.applied_sum() gives where this program has migrated the database. */
enum { MIGRATE_SUM = 65 };
void migrate_sum(char hex[MIGRATE_SUM]);

/* Changes nothing, and prints what migrate() would apply. 0: nothing; 1: something; -1 as migrate(). */
int migrate_status(const char *owner_conninfo, struct error *e);

#endif
