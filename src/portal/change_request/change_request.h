/* change_request.h: what a project asks to change, and what becomes of it.
 *
 *   POST /projects/{code}/change-requests/{n}/submit     the draft goes to whoever decides
 *   POST /projects/{code}/change-requests/{n}/grant      all of its changes, or those in `changes`, become true in one
 *   POST /projects/{code}/change-requests/{n}/refuse
 *
 * Each says the version that was seen, as a change does. grant and refuse take `decision`, "BODY/n", the body's
 * decision on which they rest; grant takes `changes`, the numbers of those that are granted (none given: all). 409 when
 * a value is no longer what it was when it was asked for (it is named, and nothing is changed), or when the request
 * cannot take this step; 412 (a form 409) when another version stands there.
 */
#ifndef PORTAL_CHANGE_REQUEST_CHANGE_REQUEST_H
#define PORTAL_CHANGE_REQUEST_CHANGE_REQUEST_H

#include "base/error.h"
#include "http/request.h"
#include "http/response.h"

int change_request_submit(struct request *r, struct response *out, struct error *e);
int change_request_grant(struct request *r, struct response *out, struct error *e);
int change_request_refuse(struct request *r, struct response *out, struct error *e);

#endif
