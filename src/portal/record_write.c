/* POST of a new record, POST or PATCH of a changed one. */
#include "base/text.h"
#include "http/params.h"
#include "i18n/format.h"
#include "portal/once.h"
#include "portal/page.h"
#include "portal/record_attempt.h"
#include "portal/record_pages.h"
#include "portal/record_types.h"
#include "record/json_read.h"
#include "statements.h"

#include <json-c/json.h>
#include <string.h>

struct json_object *attempt_patched(struct request *r, const struct attempt *t, struct json_object *patch)
{
	struct json_object *whole = page_new_object(r);
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		struct json_object *value;
		if (!f->decided && t->current && json_object_object_get_ex(t->current, f->name, &value))
			json_object_object_add(whole, f->name, json_object_get(value));
	}
	json_object_object_foreach(patch, key, value)
	{
		if (value)
			json_object_object_add(whole, key, json_object_get(value));
		else
			json_object_object_del(whole, key);
	}
	return whole;
}

static int read_json(struct request *r, struct attempt *t, struct error *e)
{
	struct json_object *body;
	if (json_read(r->body, r->body_length, r->arena, &body, e))
		return -1;
	if (!json_object_is_type(body, json_type_object))
		return error_set(e, 400, "%s", _("The body must be a JSON object."));
	if (t->type->older)
		t->type->older(body);
	attempt_take_reasons(t, body);
	if (t->n[0] && !t->type->adds) {
		if (page_seen(r, t->current_version, &t->version, e))
			return -1;
		if (attempt_take_back(r, t, body, e))
			return -1;
		body = attempt_patched(r, t, body);
	}
	/* What is only added to a record still says of which: a form does by where it stands. */
	if (t->type->adds && page_seen(r, t->current_version, &t->version, e))
		return -1;
	if (t->type->adds && strcmp(t->version, t->current_version))
		return error_set(
			e, 412, "%s",
			_("Somebody else has changed the report since you opened it. Reload the page and read it again."));
	record_read_json(t->type, body, false, r->arena, &t->in);
	return 0;
}

/* A code stands in addresses that people have written down: it is given once, and not to two. /roles/new is the form
 * for new ones. */
static void keep_code(struct attempt *t)
{
	struct json_object *was, *is;
	if (t->type->parent || !json_object_object_get_ex(t->in.values, "code", &is) || !is)
		return;
	if (!t->current && t->type->small && text_equal(json_object_get_string(is), "new"))
		record_error(&t->in, "code", _("This code is taken. Choose another."));
	if (t->current && json_object_object_get_ex(t->current, "code", &was) && !json_object_equal(was, is))
		record_error(&t->in, "code", _("A code stays as it is, since it stands in addresses. Leave it as it was."));
}

/* A new record has its file; of an old one it may stay. And what a browser sent once it does not send again. */
static void ask_for_files(const struct attempt *t, struct record_input *in, bool form)
{
	for (size_t i = 0; i < t->type->field_count; i++) {
		const struct field *f = &t->type->fields[i];
		bool wrong = false;
		for (size_t k = 0; k < in->error_count; k++)
			wrong |= text_equal(in->errors[k].field, f->name);
		if (f->type != FIELD_FILE || wrong)
			continue;
		if (!t->n[0] && f->required && !json_object_object_get(in->values, f->name))
			record_error(in, f->name, _("This must be filled in."));
		else if (form && in->error_count && json_object_object_get(in->values, f->name))
			record_error(in, f->name, _("Choose the file again: the browser does not send it a second time."));
	}
}

static int read_sent(struct request *r, struct attempt *t, struct error *e)
{
	if (r->method == METHOD_PATCH && !r->json_body)
		return error_set(e, 415, "%s", _("The portal reads forms and JSON; this is neither."));
	if (r->json_body) {
		r->format = FORMAT_JSON;
		if (read_json(r, t, e))
			return -1;
	} else {
		if (t->n[0] && !t->type->adds && page_seen(r, t->current_version, &t->version, e))
			return -1;
		record_read_form(t->type, r->form, r->form_count, formats_of(r->language), r->arena, &t->in);
	}
	if (t->type->understand)
		t->type->understand(&t->in);
	if (attempt_resolve(r, t, e))
		return -1;
	attempt_keep_theirs(r, t);
	keep_code(t);
	if (r->format == FORMAT_HTML && t->n[0] && !t->type->adds && strcmp(t->version, t->current_version) &&
	    !t->in.error_count && attempt_merge(r, t, e))
		return -1;
	attempt_check_decided(t);
	record_check_rules(t->type->constraints, &t->in);
	ask_for_files(t, &t->in, r->format == FORMAT_HTML);
	return 0;
}

bool attempt_refused(struct request *r, struct attempt *t)
{
	const char *broken = db_constraint(r->site->db), *state = db_sqlstate(r->site->db);
	for (const struct constraint_message *m = t->type->constraints; m && m->constraint; m++) {
		if (!strcmp(m->constraint, broken) || !strcmp(m->constraint, state)) {
			record_error(&t->in, m->field, _(m->message));
			return true;
		}
	}
	/* TABLE_FIELD_term: a word that nobody chooses any more. */
	size_t n = strlen(broken), table = strlen(t->type->name);
	if (n > table + 6 && !strcmp(broken + n - 5, "_term"))
		record_error(&t->in, arena_strndup(r->arena, broken + table + 1, n - table - 6),
		             _("Choose one of the listed values."));
	if (!strcmp(state, "SB007"))
		record_error(&t->in, arena_strdup(r->arena, broken), _("There is no such record, or you may not see it."));
	return t->in.error_count > 0;
}

/* Where somebody goes who has saved with a form. */
static const char *place_after(struct request *r, const struct attempt *t, const char *saved)
{
	if (t->also)
		return arena_printf(r->arena, "%s%s", attempt_up(r, t), t->type->also_page);
	if (t->type->own_page)
		return arena_printf(r->arena, "%s%s", attempt_place(r, t, saved), t->type->own_page);
	if (!t->type->on_page)
		return arena_printf(r->arena, "%s?saved=yes", attempt_place(r, t, saved));
	return arena_printf(r->arena, "%s?saved=yes#%s", attempt_up(r, t), t->type->collection);
}

/* The document; of what came back with what did not. */
static int send_restored(struct request *r, struct response *out, struct attempt *t, const char *document,
                         struct error *e)
{
	struct json_object *missing, *o = page_parse(r, document, e);
	if (!o || restore_missing(r, t, &missing, e))
		return -1;
	if (!json_object_array_length(missing))
		return page_text(r, out, "", NULL, document, e);
	json_object_object_add(o, "not_restored", json_object_get(missing));
	return page_object(r, out, "", NULL, o, e);
}

/* The answer is made within the transaction: it is kept with what it says. */
static int send_saved(struct request *r, struct response *out, struct attempt *t, const char *saved, struct error *e)
{
	const char *document, *version;
	const char *const parameters[] = {t->code, saved};
	if (r->format == FORMAT_HTML && t->continues)
		return restore_send(r, out, t, saved, e);
	if (r->format == FORMAT_HTML) {
		response_see_other(out, r->arena, r->site->config->base, place_after(r, t, saved));
		return 0;
	}
	if (page_query(r, t->sql->select, attempt_parameters(t, parameters), &document, &version, e))
		return -1;
	page_etag(r, out, version);
	if (!t->n[0]) {
		out->status = 201;
		response_header(out, "Location",
		                arena_printf(r->arena, "%s%s", r->site->config->base, attempt_place(r, t, saved)));
	}
	if (t->remarks && json_object_array_length(t->remarks))
		document = arena_printf(r->arena, "%.*s, \"remarks\": %s}", (int)strlen(document) - 1, document,
		                        json_object_to_json_string(t->remarks));
	return t->continues ? send_restored(r, out, t, document, e) : page_text(r, out, "", NULL, document, e);
}

int attempt_write(struct request *r, struct attempt *t, const char **saved, struct error *e)
{
	struct db_result *result;
	const char *values = json_object_to_json_string_ext(t->in.values, JSON_C_TO_STRING_PLAIN);
	const char *const inserted[] = {t->code, values}, *const updated[] = {t->code, t->n, t->version, values};
	if (t->continues && db_query(r->site->db, &sql_record_continue, &t->continues, r->arena, NULL, e))
		return -1;
	if (db_query(r->site->db, t->n[0] ? t->sql->update : t->sql->insert,
	             attempt_parameters(t, t->n[0] ? updated : inserted), r->arena, &result, e))
		return -1;
	if (!db_rows(result))
		return t->n[0] ? 0 : error_set(e, 404, "%s", _("There is no such record, or you may not see it."));
	*saved = db_value(result, 0, 0);
	const char *const linked[] = {t->code, *saved, values};
	if (t->sql->links && db_query(r->site->db, t->sql->links, attempt_parameters(t, linked), r->arena, NULL, e))
		return -1;
	return 1;
}

/* Does the sender say why something stands as it does, and may that be said? */
static bool gives_reasons(struct request *r, const struct attempt *t)
{
	bool sent = t->reasons;
	for (size_t i = 0; t->type->remarked && i < r->form_count; i++)
		sent |= text_starts_with(r->form[i].name, "_remark.") && r->form[i].value[0];
	return sent && attempt_may(r, remark_type.right);
}

/* What came of saving. */
enum outcome { REFUSED = -1, OTHER_VERSION, SAVED, ASKED };

static enum outcome write_and_remark(struct request *r, struct attempt *t, bool may, const char **saved,
                                     struct error *e)
{
	bool same = attempt_unchanged(t);
	if (!same && attempt_remarks_before(r, t, e))
		return REFUSED;
	int rc = same ? 1 : attempt_write(r, t, saved, e);
	if (rc <= 0)
		return rc ? REFUSED : OTHER_VERSION;
	int asked = same && r->format == FORMAT_HTML ? 0 : attempt_remark(r, t, *saved, may, e);
	if (!asked && t->also && t->type->also(r, t->code, *saved, e))
		return REFUSED;
	return asked < 0 ? REFUSED : asked ? ASKED : SAVED;
}

/* SAVED is answered. What says nothing new is not written. */
static enum outcome save(struct request *r, struct response *out, struct attempt *t, struct error *e)
{
	const char *saved = t->n;
	bool may = gives_reasons(r, t);
	t->also = t->type->also && params_get(r->form, r->form_count, "_also") && attempt_may(r, t->type->also_right);
	int rc = once_begin(r, out, e);
	if (rc)
		return rc < 0 ? REFUSED : SAVED;
	enum outcome outcome = write_and_remark(r, t, may, &saved, e);
	if (outcome != SAVED) {
		if (outcome != REFUSED)
			once_abandon(r);
		return outcome;
	}
	r->once->place = attempt_place(r, t, saved);
	return send_saved(r, out, t, saved, e) || once_commit(r, out, e) ? REFUSED : SAVED;
}

static int send_refused(struct request *r, struct response *out, struct attempt *t, int status, struct error *e)
{
	const char *message =
		t->in.error_count
			? _("Something in the form must be corrected; each error stands beside its field.")
			: _("Somebody else has changed this since you opened it. Read both versions, and save again what you want to keep.");
	if (r->format == FORMAT_JSON && status == 409)
		r->conflicts = json_keep(r->arena, conflict_document(r, t));
	if (r->format == FORMAT_JSON)
		return page_problem(r, out, status == 409 ? 412 : status, message, t->in.errors, t->in.error_count);
	out->status = status;
	t->conflict = status == 409;
	ask_for_files(t, &t->in, true);
	if (attempt_load_choices(r, t, e))
		return -1;
	return attempt_send_form(r, out, t, true, e);
}

/* Somebody sent this form, went back, wrote on and sent it again: what is meant is the record that was saved. It is
 * shown with what was written since, to be saved over it. */
static int send_other(struct request *r, struct response *out, struct attempt *t, struct error *e)
{
	const char *last = strrchr(r->once->other, '/');
	t->n = last ? last + 1 : "";
	if (attempt_load(r, t, e)) {
		/* Removed since: what was typed may make a new one. */
		t->n = t->type->parent ? "" : t->n;
		t->current = NULL;
		out->status = 409;
		t->conflict = false;
		return attempt_load_choices(r, t, e) ? -1 : attempt_send_form(r, out, t, true, e);
	}
	/* What they saw and wrote on in is what they sent first. */
	t->version = "1";
	t->base = strcmp(t->current_version, "1") ? attempt_seen(r, t, "1") : NULL;
	attempt_all_conflict(t);
	return send_refused(r, out, t, 409, e);
}

static bool sent_before(const struct request *r)
{
	return r->once && r->once->other;
}

/* What is added to a record has been added already, with other words: nothing that was typed is lost. */
static int send_added(struct request *r, struct response *out, struct attempt *t, struct error *e)
{
	record_error(&t->in, t->type->constraints->field, _("You have sent this form already"));
	return send_refused(r, out, t, 422, e);
}

static int after_refusal(struct request *r, struct response *out, struct attempt *t, struct error *e)
{
	/* Who may do this somewhere, but not there, is told beside the field that says where. */
	const char *beside = t->type->placed_by ? t->type->placed_by : t->type->other_side;
	if (r->format == FORMAT_HTML && beside && !strcmp(db_sqlstate(r->site->db), "42501")) {
		record_error(&t->in, beside, _("You may not place it here. Choose what you may edit."));
		return send_refused(r, out, t, 403, e);
	}
	return attempt_refused(r, t) ? send_refused(r, out, t, 422, e) : -1;
}

/* Saved by somebody between our reading and our writing: once more on theirs, where that takes nothing back. */
static int after_race(struct request *r, struct response *out, struct attempt *t, struct error *e)
{
	if (attempt_load(r, t, e) || attempt_merge(r, t, e))
		return -1;
	enum outcome outcome = r->format == FORMAT_HTML && !t->conflict ? save(r, out, t, e) : OTHER_VERSION;
	if (outcome == SAVED)
		return 0;
	once_abandon(r);
	if (outcome == REFUSED)
		return after_refusal(r, out, t, e);
	return send_refused(r, out, t, outcome == ASKED ? 422 : 409, e);
}

/* What was read, and is no error. */
static int finish(struct request *r, struct response *out, struct attempt *t, bool again, struct error *e)
{
	enum outcome outcome = save(r, out, t, e);
	if (outcome == SAVED)
		return 0;
	once_abandon(r);
	if (again && sent_before(r))
		return t->type->adds ? send_added(r, out, t, e) : send_other(r, out, t, e);
	if (outcome == ASKED)
		return send_refused(r, out, t, 422, e);
	return outcome == REFUSED ? after_refusal(r, out, t, e) : after_race(r, out, t, e);
}

int record_write_new(struct request *r, struct response *out, struct attempt *t, struct error *e)
{
	if (r->as_typed)
		return attempt_load_choices(r, t, e) || attempt_send_form(r, out, t, true, e) ? -1 : 0;
	return t->in.error_count ? send_refused(r, out, t, 422, e) : finish(r, out, t, true, e);
}

int record_change_as(struct request *r, struct response *out, const struct record_type *type, struct error *e)
{
	struct attempt t;
	if (attempt_start(r, &t, type, e) || attempt_load_to_change(r, &t, e) || read_sent(r, &t, e))
		return -1;
	if (r->as_typed)
		return attempt_load_choices(r, &t, e) || attempt_send_form(r, out, &t, true, e) ? -1 : 0;
	bool again = !t.n[0] || type->adds;
	if (again && sent_before(r))
		return type->adds ? send_added(r, out, &t, e) : send_other(r, out, &t, e);
	if (t.in.error_count)
		return send_refused(r, out, &t, 422, e);
	if (!again && (t.conflict || strcmp(t.version, t.current_version)))
		return send_refused(r, out, &t, 409, e);
	return finish(r, out, &t, again, e);
}

int record_change(struct request *r, struct response *out, struct error *e)
{
	return record_change_as(r, out, r->route->about, e);
}

int record_create(struct request *r, struct response *out, struct error *e)
{
	return record_change_as(r, out, r->route->about, e);
}
