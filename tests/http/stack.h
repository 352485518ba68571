/* stack.h: a second portal, for tests that need another mount point or that take its servers away.
 *
 * From stack_start() on, the program's clients (client.h) and the database's statements go to it. Paths are as in
 * tests/fixtures; the tests run in the project's root. */
#ifndef HTTP_STACK_H
#define HTTP_STACK_H

/* Starts PostgreSQL, slapd, the portal and nginx in a new folder, below the mount point `base` ("" or "/path"). */
void stack_start(const char *base);
/* Ends them and removes the folder. */
void stack_clean(void);
/* The folder. */
const char *stack_folder(void);

/* Runs a program to its end, without a shell; its output goes to a log beside the folder. The exit status. */
int run(const char *program, ...) __attribute__((sentinel));

#endif
