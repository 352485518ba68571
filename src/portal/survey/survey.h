/* survey.h: POST /surveys/{code}/answers/{n}/accept: an answer becomes what the project's page says. */
#ifndef PORTAL_SURVEY_SURVEY_H
#define PORTAL_SURVEY_SURVEY_H

#include "base/error.h"
#include "http/request.h"
#include "http/response.h"

/* By whoever may edit the project. What they have seen says the request: the answer's version as any change does
 * (If-Match, or `_version` of a form), and the project's as `project_version` (a member of the JSON object, or a
 * field). 200 with the answer as JSON, or 303 back to the survey; 409 when it is taken over already or fills no field,
 * 409 (412 in JSON) when the answer or the project has been changed since. */
int survey_accept(struct request *r, struct response *out, struct error *e);

#endif
