/* record.h: the record engine. One declaration per record type drives its form, its validation, its JSON input, its
 * history labels, its difference view, and the plain statements that read and write it (record_sql.h).
 *
 * It does not drive DDL, policies, page documents or workflow: those are written by hand. A test holds every
 * declaration against the database's catalogue (column exists, type fits, limits agree).
 */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include "base/arena.h"
#include "base/pair.h"

#include <json-c/json_types.h>
#include <stdbool.h>
#include <stddef.h>

enum field_type {
	FIELD_TEXT,     /* one line; `max` characters */
	FIELD_MARKDOWN, /* many lines; `max` characters */
	FIELD_CODE,     /* [A-Z0-9][A-Z0-9_-]*, upper-cased on the way in; `max` characters */
	FIELD_INTEGER,  /* min..max */
	FIELD_DECIMAL,  /* at most 2 decimals, min..max; in forms as the language writes numbers; JSON number out,
	                   whose json_object_get_string() is the exact decimal text for the database */
	FIELD_DATE,     /* YYYY-MM-DD; also d.m.yyyy, in forms also in words (i18n/read.h); must exist */
	FIELD_TIME,     /* a time as exactly as it is known (base/clock.h): 2026-Q3, ~2026; in forms also in words */
	FIELD_MOMENT,   /* a moment of the server's clock; only of what the server decides */
	FIELD_BOOLEAN,  /* checkbox; absent in a form is false */
	FIELD_FILE, /* a file: at most `max` bytes (record/field_file.h); of a document {"name", "kind", "size", "sha256"},
	               in JSON
	               {"name", "content": Base64}; left empty, the one that is there stays */
	FIELD_CHOICE,    /* one of `choices` */
	FIELD_TERM,      /* a word of the list `term` (record/terms.h) */
	FIELD_REFERENCE, /* another record, by the key that people know (`to`); with `through` a list of them, and the value
	                    is a JSON array of keys; options come from the document: choices.{name} = [{value,label}] */
};

struct error;
struct record_input;
struct render;
struct request;
struct statement;

struct choice {
	const char *value; /* as in SQL and JSON */
	const char *label; /* N_("…") */
};

/* A row of another table, by the key that people know. What is SQL is over the alias x of that table, and over p, the
 * parent of the record that refers, where it has one. */
struct reference {
	const char *table;
	const char *key;        /* what documents and forms carry: "x.code" */
	const char *label;      /* what people read: "x.name" */
	const char *find;       /* condition that @ is the key; NULL: it is, in capitals or small letters */
	const char *offered;    /* which rows a form offers: "x.active"; NULL: all */
	const char *order;      /* of what is offered; NULL: by label */
	const char *prefer;     /* which of several rows with one key: "x.active DESC"; NULL: there is but one */
	const char *collection; /* where its rows are searched: "projects"; NULL: nowhere */
	bool hidden;            /* may be a row that the editor does not see: it then stays */
	bool many;              /* thousands: a form asks for the key or a part of the label instead of listing all */
	bool within;            /* keys are known only within the parent: no list asks for one */
	bool named;             /* labels are texts that the catalogues of languages may know (roles) */
};

/* Where many references of one field stand: a table with a row for each, referring to both sides. */
struct link_table {
	const char *table, *own, *other; /* "carries", "subject_id", "goal_id" */
};

struct field {
	const char *name; /* column, JSON key and form name alike */
	enum field_type type;
	const char *label; /* N_("…") */
	const char *help;  /* N_("…") or NULL */
	bool required;
	long min, max;                    /* by type; 0 and 0: the type's own default (TEXT 200, MARKDOWN 10000, CODE 40,
	                                 INTEGER -2^31..2^31-1, DECIMAL ±10^12) */
	const struct choice *choices;     /* ends with {NULL, NULL} */
	const struct reference *to;       /* of a REFERENCE */
	const struct link_table *through; /* of a REFERENCE: many of them, in this table */
	const char *column;               /* where a REFERENCE is stored, "owner_id" for "owner"; NULL: same as name */
	/* SQL over p, the parent: with what a new form begins, "'open'" or "current_date". Where the column takes no NULL
	 * but the field may be left empty, it is also what is then stored. */
	const char *initial;
	bool decided;           /* the server decides: it is in documents and lists, not in forms, and never written */
	const char *decided_by; /* while the field of this name is given, the server decides this one as well */
	bool in_list;           /* a column of the collection's page, and a filter */
	/* Of an INTEGER: a form places it and the field of this name together, by a square of a matrix that `square` names
	 * (N_("…")); what is sent is "4x3", or each by itself. */
	const char *squared, *square;
	bool in_sheet;    /* changed in the table of all that a project has (portal/record_sheet.c); no reference */
	bool translated;  /* content that may be in several languages (portal/translations.h) */
	const char *term; /* of a TERM: its list (record/terms.h) */
	const char *part; /* shown only to who sees this part of records (styrbord.sees): "mail", "money" */
};

/* A row of a table of fields: FIELD("title", TEXT, N_("Title"), .required = true, .max = 200) */
#define FIELD(NAME, TYPE, LABEL, ...) \
	{ \
		.name = NAME, .type = FIELD_##TYPE, .label = LABEL, ##__VA_ARGS__ \
	}
/* What a type says of its fields. */
#define FIELDS(TABLE) .fields = TABLE, .field_count = sizeof TABLE / sizeof *TABLE

/* What two fields have to do with each other. */
enum field_rule {
	RULE_NONE,
	RULE_NOT_BEFORE, /* `second` may be a day no earlier than `first`: its last day is not before the first day of that
	                  */
	RULE_NEEDS,      /* where `first` is given, `second` is given (or ticked) */
	RULE_TOGETHER,   /* both are given or neither */
};

/* What to say, beside which field, when the database refuses a value for the sake of this constraint. With a rule it is
 * said before the database is asked, together with the form's other errors. */
struct constraint_message {
	const char *constraint, *field, *message; /* message: N_("…") */
	enum field_rule rule;
	const char *first, *second;
};

#define CONSTRAINT(NAME, BESIDE, MESSAGE, ...) \
	{ \
		.constraint = NAME, .field = BESIDE, .message = MESSAGE, ##__VA_ARGS__ \
	}

/* The statements of a type. $1 is the parent's code, the rest counts from $2; a type without a parent has none of
 * it, and its statements count from $1. */
struct record_statements {
	const struct statement *select; /* $2 key → document, version */
	/* $2 key, $3 version → document as it was in that version, version. What documents of old versions have besides:
	 * `id`, `ended_at`, `ended_by` (a name), and `gone`: {field: name} of what it refers to and is there no more. */
	const struct statement *seen;
	const struct statement *removed; /* $2 key → the last document of what was removed, version; NULL: nothing is */
	const struct statement *insert;  /* $2 values (JSON) → key, version */
	const struct statement *update;  /* $2 key, $3 version, $4 values → key, version; no row: another version */
	const struct statement *page; /* $2 key → the document of its own page, where that is another; NULL: it is not */
	/* $1 key ("organisation/HSO" of a subject) → what stands on its page beside its own fields, as an object; `page` is
	 * then made of both: the fields, `changed_at`, `named` (the subjects that its fields refer to: type, code, title,
	 * language, translations), and this. Only of what stands alone. */
	const struct statement *beside;
	const struct statement *links;  /* $2 key, $3 values: fields with many references; NULL: there are none */
	const struct statement *remove; /* $2 key, $3 version → key */
	/* → the documents of all that hang on it, SHEET_ROWS_MAX at most; NULL: no field is in_sheet */
	const struct statement *sheet;
	const struct statement *suggest; /* → document, with what a new form begins; NULL: empty */
	/* $2 key or '' → the document of the one before it, whose words stand beside each field; '{}' for none. NULL: no
	 * such thing. */
	const struct statement *last;
	const struct statement
		*choices; /* $2 key or NULL → options of references, those referred to included; NULL: none */
	/* $2 {"field": ["text", …]} → {"field": [{"sent", "value", "label"}, …]}: what these texts refer to, by key, and by
	 * a part of the label. NULL: no references. */
	const struct statement *keys, *search;
};

struct formats; /* i18n/format.h */

struct record_type {
	const char *name;                 /* "deliverable": also the table's name in schema live */
	const char *collection;           /* as in the path, and the anchor on the parent's page: "deliverables" */
	const struct record_type *parent; /* NULL: it stands alone, and its key is `code`; else `n` is */
	const char *on[4];                /* with parent subject: the types on which it may hang; {NULL}: on any */
	const char
		*other_side; /* the field whose organisation or project may write it too, by the same right; NULL: none may */
	bool on_page;    /* the parent's page shows its records; else it leads to their list */
	const char *key; /* "id" where neither is; NULL */
	bool subject;    /* texts, people and links may hang on it */
	bool small;      /* its `code` is in small letters: a role's */
	const char *label, *label_many;     /* N_("Deliverable"), N_("Deliverables") */
	const char *title_new, *title_edit; /* N_("…") */
	const char *called;                 /* the field that says what a record is called; NULL: none does */
	const char *placed_by;              /* the field that says where it stands, on which rights to it rest; NULL */
	const char *words_of;               /* the field whose organisation's words it speaks; NULL: "owner" */
	const char *order;                  /* of the collection: a field in the list; "-" before it: backwards */
	const char *right;                  /* who changes and removes, and (right_new NULL) creates */
	const char *right_new;
	const struct field *fields;
	size_t field_count;
	const struct constraint_message *constraints; /* ends with {NULL}; NULL: none */
	struct record_statements own;                 /* statements written by hand; NULL: generated */
	/* -1 with the reason when the record as it stands cannot be changed by anybody; NULL: it always can. The database
	 * refuses by itself: this is so that nobody fills in a form in vain. */
	int (*changeable)(struct json_object *current, struct error *e);
	void (*older)(struct json_object *body);     /* puts what older programs send into today's members; NULL: nothing */
	void (*understand)(struct record_input *in); /* makes more of what was sent, before it is checked; NULL: nothing */
	void (*form)(struct render *r);              /* the template of its form; NULL: the one for all */
	/* Adds to its form's document what its own template shows beside the fields; NULL: nothing. */
	int (*beside_form)(struct request *r, struct json_object *document, struct error *e);
	void (*page)(struct render *r); /* the template of its page, which shows statements.page; NULL: the one for all */
	const char *own_page; /* a page of its own shows it: saving leads there, with this behind the address; NULL: to its
	                         place on the parent's page */
	bool remarked;        /* what contradicts itself in it is asked about when it is saved (portal/record_remarks.c) */
	/* A second button of the form saves and does this as well, within the same transaction, for who has the right: the
	 * record has the key n. NULL: there is none. `also_page` is where that leads, behind the parent's address. */
	int (*also)(struct request *r, const char *code, const char *n, struct error *e);
	const char *also_label, *also_right, *also_page;
	bool adds;    /* what is sent is added to the record and changes nothing of it: no version is asked for */
	bool lasting; /* it cannot be removed */
	const char *kept_by, *kept_because; /* while this field is given it cannot be removed either, and why: N_("…") */
	const char *no_list; /* why there is no list of all of them, whatever they belong to; NULL: there is one */
};

/* The column by which a record of the type is found within its parent: "code", "n" or "id". */
const char *record_key(const struct record_type *t);

/* A form lists at most so many options of a reference, and offers to choose among so many that fit what was typed. */
enum { REFERENCE_OPTIONS_MAX = 200, REFERENCE_MATCHES_MAX = 20 };

/* So many records are changed in one table: a form holds PARAMS_MAX values. */
enum { SHEET_ROWS_MAX = 150 };

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
	struct json_object *matches; /* by field: [{value,label}] of which one is meant; NULL: nothing is in doubt */
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
 *               "is_file":bool,"accepts","is_pressed":bool,"is_readonly":bool,"last",
 *               "is_square":bool,"is_placed":bool (by another field's matrix),
 *               "rows":[{"of","cells":[{"value","name","score","light","selected"}]}],"columns":[text],
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

/* The code of the organisation in whose words the record speaks, "" for the portal's; lives with `values`. */
const char *record_words_of(const struct record_type *t, struct json_object *values);

/* What differs between two documents of the type, with labels, for history and for the 409 page:
 *   [{"name","label","before","after"}], values as people read them (choice labels, yes/no, formatted dates).
 * Either may be NULL. */
struct json_object *record_difference(const struct record_type *t, struct json_object *before,
                                      struct json_object *after, const struct formats *f, struct arena *a);

/* A value of a document, as text, as people read it: choice and term labels, yes/no, formatted dates and numbers. */
const char *field_shown(const struct field *f, const char *text, const struct formats *formats, struct arena *a);

/* Translated label of a choice value; the value itself if it is none. */
const char *choice_label(const struct choice *choices, const char *value);

#endif
