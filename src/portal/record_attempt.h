/* record_attempt.h: one attempt to show or to write a record: what was sent, against what stands there. Internal to the
 * record pages; everything belongs to the request's arena.
 */
#ifndef PORTAL_RECORD_ATTEMPT_H
#define PORTAL_RECORD_ATTEMPT_H

#include "http/request.h"
#include "http/response.h"
#include "record/record.h"

enum { FIELDS_MAX = 64 };

struct attempt {
	const struct record_type *type;
	const struct record_statements *sql;
	const char *code, *n;          /* the parent's key, as statements take it, and the record's; n: "" for a new one */
	const struct record_type *up;  /* the parent's type; NULL: the record stands alone */
	const char *up_code;           /* the parent's key, as it stands in the address */
	const char *version;           /* that the sender saw; "" for a new one */
	struct json_object *current;   /* the record as it stands; NULL for a new one */
	const char *document;          /* the same as it is sent */
	struct json_object *suggested; /* what a new one begins with; NULL: nothing */
	struct json_object *filled;    /* what the form shows instead of what stands there; NULL: that */
	struct json_object *gone;      /* {field: name} of what it then names and is there no more; NULL: nothing */
	const char *title, *action, *notice; /* of the form, where they are its own; NULL: those of its kind */
	struct json_object *removed;         /* the record that comes back, as it was; NULL: it is not one */
	const char *continues;               /* the same for the database (sql/repeatable/033_restored.sql) */
	const char *current_version;
	struct json_object *choices; /* options of references by field; NULL: there are none */
	struct record_input in;
	struct json_object *remarks; /* what contradicts itself and is asked about; NULL: nothing */
	struct json_object *known;   /* what contradicted itself before */
	struct json_object *reasons; /* why it stands so, as JSON says it; NULL: it does not */
	bool also;                   /* what the form's second button does (record_type.also) is asked for */
	bool conflict;               /* somebody else has changed what the sender changes as well: */
	bool conflicts[FIELDS_MAX];  /* these fields */
	bool taken[FIELDS_MAX];      /* what only others have changed, which the form has taken over */
	struct json_object *base;    /* the record as the sender opened it, in a conflict; NULL: that is not known */
};

/* Who and what the address names. 404 when that can be no record. */
int attempt_start(struct request *r, struct attempt *t, const struct record_type *type, struct error *e);

/* The record as it stands; for who wants to change it, 409 when it is frozen. */
int attempt_load(struct request *r, struct attempt *t, struct error *e);
int attempt_load_to_change(struct request *r, struct attempt *t, struct error *e);
int attempt_load_choices(struct request *r, struct attempt *t, struct error *e);

/* The parameters of a statement of the type: all[0] is the parent's code, which a type that stands alone does not ask
 * for. */
const char *const *attempt_parameters(const struct attempt *t, const char *const *all);

/* A record's place: "/projects/DHO/risks/3". */
const char *attempt_place(struct request *r, const struct attempt *t, const char *n);

/* Where a new one is sent to, and all of them are: "/projects/DHO/risks". */
const char *attempt_collection(struct request *r, const struct attempt *t);

/* What the record belongs to: "/projects/DHO"; the collection of what stands alone. */
const char *attempt_up(struct request *r, const struct attempt *t);

/* Whether a page offers what this right is needed for, on the subject that the address names, or anywhere; the past
 * offers nothing. NULL: nobody has it. */
bool attempt_may(struct request *r, const char *right);
/* The same of another record of the collection, and of this one (attempt_load()), which may have another side. */
bool attempt_may_add(struct request *r, const struct attempt *t);
bool attempt_may_change(struct request *r, const struct attempt *t);

/* -1 with 403 when a record with two sides was loaded and neither is the sender's: the route let in whoever has the
 * right anywhere. */
int attempt_check_sides(struct request *r, const struct attempt *t, struct error *e);

/* The document of the record before this one (record_statements.last), {} for none; the type must have one. */
int attempt_last(struct request *r, const struct attempt *t, struct json_object **last, struct error *e);

/* Does one of its own fields keep it from being removed (record_type.kept_by)? */
bool attempt_is_kept(const struct attempt *t);

/* Adds the way there to a page's document: `top`, `top_label`, `up`. */
void attempt_add_crumbs(struct request *r, const struct attempt *t, struct json_object *document);

/* And what that is called on which the record hangs, which costs a statement: `up_of`, {title, language}; NULL when it
 * stands alone. */
void attempt_add_up(struct request *r, const struct attempt *t, struct json_object *document);

/* `document` with what references are called instead of their keys, as far as the options say it. */
struct json_object *attempt_labelled(struct request *r, const struct attempt *t, struct json_object *document);

/* The form. sent: with what was typed and what is wrong with it. */
int attempt_send_form(struct request *r, struct response *out, struct attempt *t, bool sent, struct error *e);

/* ---- its own page (record_own_page.c) ---- */

/* Sends the page of a record whose type has one (record_type.page), or its document. What the template finds beside the
 * document: `called`; `kind_label`; `rows`: its other fields, [{label, text, path, row_language}]; `leads`: its long
 * texts; `may`; `translate` (translations.h); `place`, the crumbs, `saved`; is_organisation, is_body, is_strategy. */
int record_own_page(struct request *r, struct response *out, struct attempt *t, struct error *e);

/* The same document, for a page that adds to it; NULL when it was asked for as JSON, and has been sent. */
int record_own_document(struct request *r, struct response *out, struct attempt *t, struct json_object **document,
                        struct error *e);

/* Adds to every subject that the document names (type, code) its `path`, and gives every role its name in the language
 * that is used. */
void record_add_links(struct request *r, struct json_object *document);

/* Adds `others`: what may hang on a subject of this type and has no place on its page, with where its list is. */
void record_add_others(struct json_object *document, const struct record_type *of);

/* ---- writing (record_write.c) ---- */

/* The record as it stands with a merge patch (RFC 7396) on it. */
struct json_object *attempt_patched(struct request *r, const struct attempt *t, struct json_object *patch);

/* Writes t->in.values within the transaction that once_begin() began. 1 and *saved, its key; 0: another version stands
 * there; -1: refused. */
int attempt_write(struct request *r, struct attempt *t, const char **saved, struct error *e);

/* Is it a field's value that the database has refused? Then t->in has its error. */
bool attempt_refused(struct request *r, struct attempt *t);

/* ---- what contradicts itself (record_remarks.c) ---- */

/* Takes `remark_reason` out of a JSON body, into t->reasons, and `remarks`, which the portal itself sent. */
void attempt_take_reasons(struct attempt *t, struct json_object *body);

/* Before it is written, within the transaction: what contradicted itself already is not asked about again. */
int attempt_remarks_before(struct request *r, struct attempt *t, struct error *e);

/* After it is written, its key `saved`: what contradicts itself now. What the sender gives a reason for, and may, is
 * settled; the rest is in t->remarks. 1: a form is to be asked about it, so nothing may be committed; 0: go on; -1. */
int attempt_remark(struct request *r, struct attempt *t, const char *saved, bool may, struct error *e);

/* For a table of records: what contradicts itself in all that their project has, asked once before and once after they
 * are written, and whether anything has come to it. */
int attempt_remarks_all(struct request *r, const struct attempt *t, struct json_object **all, struct error *e);
bool attempt_remarks_new(struct json_object *before, struct json_object *after);

/* What the form asks about, with the reasons that were typed, [{"rule", "message", "typed"}]; the caller owns it. */
struct json_object *attempt_remarks_asked(struct request *r, const struct attempt *t);

/* ---- references (record_references.c) ---- */

/* Replaces what was typed for references by the keys of what is meant: a key in any case, a label, or in a form a part
 * of one that only one row has. What is not understood is the field's error; of several the form then lets choose. */
int attempt_resolve(struct request *r, struct attempt *t, struct error *e);

/* ---- what has changed (record_changes.c) ---- */

/* Takes out of a JSON body what GET gave and the portal itself decides, as far as it says what stands there. */
int attempt_take_back(struct request *r, struct attempt *t, struct json_object *body, struct error *e);

/* A field that the server decides was sent with another value: an error. */
void attempt_check_decided(struct attempt *t);

/* Does what was sent say what stands there already? */
bool attempt_unchanged(const struct attempt *t);

/* Of the fields for which the page of a conflict was answered with "theirs" (_keep_FIELD) takes what it showed as
 * theirs; what was typed in them counts no more. */
void attempt_keep_theirs(struct request *r, struct attempt *t);

/* The record as it was in a version: its document, with `ended_at` and `ended_by` of the one who made the next. NULL
 * when there is no such version, or it is the one that stands there. */
struct json_object *attempt_seen(struct request *r, const struct attempt *t, const char *version);

/* Somebody has saved since the sender opened the form: takes over what only they have changed. Where both have changed
 * a field t->conflict and t->conflicts say so, else what was sent is a change of what stands there now. */
int attempt_merge(struct request *r, struct attempt *t, struct error *e);

/* Without a version to compare with: every field that differs is a conflict. With one (t->base): every one that the
 * sender changed. */
void attempt_all_conflict(struct attempt *t);

/* ---- what was, again (record_restore.c) ---- */

/* Fills the form with an older version of the record, and says so. -1 with 404. */
int restore_fill(struct request *r, struct attempt *t, const char *version, struct error *e);

/* Adds to a form (record_form()) an error for what is there no more (t->gone). */
void restore_say_gone(struct request *r, const struct attempt *t, struct json_object *form);

/* What was removed together with the record that came back, and did not come back: [{type, label, count}]. */
int restore_missing(struct request *r, const struct attempt *t, struct json_object **missing, struct error *e);

/* The answer to whoever undid a removal on a page, within the transaction: the record, or what is missing of it. */
int restore_send(struct request *r, struct response *out, const struct attempt *t, const char *saved, struct error *e);

/* Writes what was read into `t` as a new record, and answers; or sends the form with what is wrong (record_write.c). */
int record_write_new(struct request *r, struct response *out, struct attempt *t, struct error *e);

/* ---- a conflict, as people and programs read it (record_conflict.c) ---- */

/* Adds to the page of a conflict `differences`, [{name, label, base, theirs, mine, by, at, keeps_mine}] of the fields
 * that both have changed, `base_known`, and `taken`: the labels of what only others have changed. */
void conflict_describe(struct request *r, const struct attempt *t, struct json_object *document);

/* The same for a program that was too late, [{field, base, theirs, mine}] as documents have the values: of what it sent
 * what differs from what stands there. */
struct json_object *conflict_document(struct request *r, struct attempt *t);

/* Adds an error for every rule between two fields that is not kept; fields that have an error already are let be. */
void record_check_rules(const struct constraint_message *constraints, struct record_input *in);

#endif
