/* client.h: people at their browsers, programs at the JSON, and the database beside them, for the HTTP tests.
 *
 * The stack is found through the environment that tests/fixtures/with-stack.sh sets. Every failure of the fixture
 * itself ends the test with cmocka's fail(). What a client was answered last belongs to the client and lives until
 * its next request; texts made here live until the program ends.
 */
#ifndef HTTP_CLIENT_H
#define HTTP_CLIENT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct client;

struct answer {
	int status;       /* 0: there was no answer */
	const char *body; /* "" when there is none */
	size_t length;
	const char *headers; /* as they came, each line ended by \n */
	double seconds;
};

struct sending {
	const char *method, *path;  /* below the portal's mount point; NULL method is GET */
	const char *type, *body;    /* NULL: none */
	const char *const *headers; /* "Name: value", ended by NULL; may be NULL */
	size_t body_length;         /* 0: strlen(body) */
	bool without_csrf;          /* else an unsafe request carries the client's token in X-CSRF-Token */
};

/* A browser of somebody who has not signed in, with cookies of its own; freed with client_free(). */
struct client *client_new(void);
/* The same, whose connections come from this address of the machine: "127.0.0.2". */
struct client *client_from(const char *address);
void client_free(struct client *c);

/* The program's one client of that account, signed in at its first use; NULL is nobody's. */
struct client *client_of(const char *account);

/* Signs in, and follows nothing: the answer to POST /login. */
const struct answer *sign_in_as(struct client *c, const char *account, const char *password, const char *next);

const struct answer *client_send(struct client *c, const struct sending *what);
const struct answer *get(struct client *c, const char *path);
/* Names and values by turns, ended by NULL; the client's token goes along as _csrf. */
const struct answer *post(struct client *c, const char *path, ...) __attribute__((sentinel));
/* `json` with the client's token; `if_match` is a version's number or NULL. */
const struct answer *send_json(struct client *c, const char *method, const char *path, const char *json,
                               const char *if_match);

/* The value of the cookie that the client holds, or "". */
const char *client_cookie(struct client *c, const char *name);
/* The token of the forms that the client was last given. */
const char *client_token(struct client *c);

/* A header's value, "" when it did not come. */
const char *header(const struct answer *a, const char *name);
/* The text at "report.dimensions.0.light" of a JSON answer: numbers and booleans as JSON writes them, an array's length
 * at "items.length"; "(none)" when there is nothing there or null. */
const char *json_at(const struct answer *a, const char *path);
/* The version that the answer's ETag names: what stands before its dash. "" when there is none. */
const char *etag_version(const struct answer *a);
/* The value of the form's field named `name` in an HTML answer; "" when there is none. */
const char *form_value(const struct answer *a, const char *name);
/* The body that a browser sends of the page's form (class sb-form) when nobody has touched it. */
const char *form_as_shown(const struct answer *a);

char *text(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A code that no other project has, beginning with `prefix`. */
char *new_code(const char *prefix);
/* Such a project, made by the portfolio office, below `parent` if it is not NULL; its code. */
char *new_project(const char *prefix, const char *parent);
/* A code in small letters, where types have it so. */
const char *small_code(const char *code);
/* Makes what records at `path` of the route table ("/bodies/{code}/links") belong to, and is its address; of a body the
 * project. */
const char *new_parent(const char *path, const char *project);
/* A report on it, saved by `c` over JSON, taken as far as `state`; its number. */
char *new_report(struct client *c, const char *project, const char *state, const char *label, const char *day);

/* Statements as the tables' owner, each of its own unless it holds several; the first value of the last, or "". */
char *owner_sql(const char *statements);
/* The same as the application's role, with these grants (JSON) and bound by row-level security, in a transaction that
 * is never committed: the value, or the SQLSTATE with which PostgreSQL refused. */
char *app_sql(const char *grants, const char *statements);

#define assert_status(A, S) answer_has_status(A, S, __FILE__, __LINE__)
#define assert_holds(A, T) answer_holds(A, T, true, __FILE__, __LINE__)
#define assert_lacks(A, T) answer_holds(A, T, false, __FILE__, __LINE__)
#define assert_json(A, P, T) answer_json(A, P, T, __FILE__, __LINE__)
#define assert_header(A, N, T) answer_header(A, N, T, __FILE__, __LINE__)
void answer_has_status(const struct answer *a, int status, const char *file, int line);
void answer_holds(const struct answer *a, const char *words, bool wanted, const char *file, int line);
void answer_json(const struct answer *a, const char *path, const char *value, const char *file, int line);
void answer_header(const struct answer *a, const char *name, const char *value, const char *file, int line);

#endif
