/* record.h: the record engine. One static table of fields per record type drives its form, its
 * validation, its JSON input, its history labels and its difference view.
 *
 * It does not drive DDL, rights, queries or workflow: those are written by hand. A test holds every
 * table against the database's catalogue (column exists, type fits, limits agree).
 */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include "base/arena.h"
#include "base/pair.h"

#include <json-c/json_types.h>
#include <stdbool.h>
#include <stddef.h>

enum field_type {
	FIELD_TEXT,      /* one line; `max` characters */
	FIELD_MARKDOWN,  /* many lines; `max` characters */
	FIELD_CODE,      /* [A-Z0-9][A-Z0-9_-]*, upper-cased on the way in; `max` characters */
	FIELD_INTEGER,   /* min..max */
	FIELD_DECIMAL,   /* at most 2 decimals, min..max; in forms as the language writes numbers; JSON number out,
	                    whose json_object_get_string() is the exact decimal text for the database */
	FIELD_DATE,      /* YYYY-MM-DD; also d.m.yyyy, in forms also in words (i18n/read.h); must exist */
	FIELD_TIME,      /* a time as exactly as it is known (base/clock.h): 2026-Q3, ~2026; in forms also in words */
	FIELD_BOOLEAN,   /* checkbox; absent in a form is false */
	FIELD_CHOICE,    /* one of `choices` */
	FIELD_REFERENCE, /* the code of another record, as it is; at most 200 characters; whether it exists the database
	                    knows; options come from the document: choices.{name} = [{value,label}] */
};

struct choice {
	const char *value; /* as in SQL and JSON */
	const char *label; /* N_("…") */
};

struct field {
	const char *name; /* column, JSON key and form name alike */
	enum field_type type;
	const char *label; /* N_("…") */
	const char *help;  /* N_("…") or NULL */
	bool required;
	long min, max;                /* by type; 0 and 0: the type's own default (TEXT 200, MARKDOWN 10000, CODE 40,
	                             INTEGER -2^31..2^31-1, DECIMAL ±10^12) */
	const struct choice *choices; /* ends with {NULL, NULL} */
	bool named;                   /* REFERENCE: the options' labels are names that the catalogues may know (roles) */
	const struct link_table *through; /* REFERENCE: several, kept in this table; the value is an array of codes */
	const char *column;               /* where a REFERENCE is stored, e.g. "owner_id" for "owner"; NULL: same as name */
};

struct formats; /* i18n/format.h */

struct record_type {
	const char *name;  /* "deliverable": also the table's name in schema live */
	const char *label; /* N_("Deliverable") */
	const struct field *fields;
	size_t field_count;
};

enum { RECORD_ERRORS_MAX = 64 };

struct field_error {
	const char *field;   /* "" when it concerns the whole */
	const char *message; /* translated, a sentence */
};

/* What somebody sent: every value as typed (for showing again) and the parsed ones (for the database). */
struct record_input {
	struct json_object *typed;  /* strings, as sent; an array of them where a field takes several */
	struct json_object *values; /* parsed: string, int64, bool, decimal, or null when left empty or in error; array */
	struct field_error errors[RECORD_ERRORS_MAX];
	size_t error_count;
};

/* Reads a form. Every field's error is reported at once; a name that is no field, or one given twice,
 * is an error too. Names that start with '_' (_csrf, _version, _action) are not fields and are skipped.
 * A field that is absent counts as left empty. How texts are cleaned record/field_parse.h says; `f` is the language of
 * the page that the form stood on, whose numbers and dates are understood. What `in` holds belongs to `a`. */
void record_read_form(const struct record_type *t, const struct form_pair *pairs, size_t n, const struct formats *f,
                      struct arena *a, struct record_input *in);

/* Reads a JSON object. `partial` (merge patch, RFC 7396): absent keys are left out of `values`; null
 * clears (a BOOLEAN becomes false). Not partial: an absent required field is an error, any other counts as null.
 * Types must fit; "version" is skipped. `body` is what json_read() gave; one that is no object is an error of the
 * whole. */
void record_read_json(const struct record_type *t, struct json_object *body, bool partial, struct arena *a,
                      struct record_input *in);

/* Adds an error that only the database or the handler knew; both texts are kept, not copied. What comes after
 * RECORD_ERRORS_MAX of them is dropped. */
void record_error(struct record_input *in, const char *field, const char *message);

/* The form as a document, for the template `form_fields` and for JSON:
 *   {"fields":[{"name","label","help","required","kind":"text|long|code|number|date|checkbox|choice",
 *               "is_text":bool,"is_long":bool,"is_number":bool,"is_date":bool,"is_checkbox":bool,"is_choice":bool,
 *               "value","as_typed":bool,"checked":bool,"min","max","step","error":text|"",
 *               "choices":[{"value","label","selected":bool}]}],
 *    "errors":[{"field","label","message"}], "has_errors":bool} `values`
 * is a record's JSON document (or NULL for an empty form), `in` what was sent (or NULL), which wins; `choices` has the
 * options of FIELD_REFERENCE fields by field name (or NULL). The result belongs to `a`. Every key is always there, ""
 * or 0 where it does not apply; `min` and `step` are for numbers, `max` is of characters or of the number. Dates and
 * numbers are as in the document, and the template writes them as the language does, but where "as_typed" says that the
 * value is what somebody sent. A choice that may be empty, or is still, begins with {"value":"","label":"–"}; a
 * reference that is not among its options is added to them, so that saving does not lose it. */
struct json_object *record_form(const struct record_type *t, struct json_object *values, const struct record_input *in,
                                struct json_object *choices, struct arena *a);

/* What differs between two documents of the type, with labels, for history and for the 409 page:
 *   [{"name","label","before","after"}], values as people read them (choice labels, yes/no, formatted dates).
 * Either may be NULL. */
struct json_object *record_difference(const struct record_type *t, struct json_object *before,
                                      struct json_object *after, const struct formats *f, struct arena *a);

/* Translated label of a choice value; the value itself if it is none. */
const char *choice_label(const struct choice *choices, const char *value);

#endif
