/* late.h: what was typed into a form is not lost when it comes too late: when the session has ended meanwhile, or the
 * form is of an earlier one.
 *
 * Nothing of it is kept here: it goes to and fro with the sign-in form, and is shown in the form it was typed into, to
 * be saved with one press. Only rows with ROUTE_FORM can do that, and nothing that another site sent is shown.
 */
#ifndef PORTAL_LATE_H
#define PORTAL_LATE_H

#include "http/request.h"
#include "http/response.h"

#include <json-c/json_types.h>

/* Is it a form that can be shown again as it was typed? */
bool late_is_form(const struct request *r);

/* Its fields for the sign-in form, [{"name": "late.title", "value": "…"}], without those that belong to the old
 * session; from a sign-in form that was sent, those that it had. Owned by the caller's document. */
struct json_object *late_fields(const struct request *r);

/* Makes of the sign-in form the request that sends the fields to r->late_path, to be shown as typed with `notice`. -1
 * with 404 when no form is sent there. */
int late_resume(struct request *r, const char *notice, struct error *e);

#endif
