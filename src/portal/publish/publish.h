/* publish.h: POST /news/{code}/publish and /events/{code}/publish: what was a draft is for its readers from now on. */
#ifndef PORTAL_PUBLISH_PUBLISH_H
#define PORTAL_PUBLISH_PUBLISH_H

#include "base/error.h"
#include "http/request.h"
#include "http/response.h"

/* The version that the sender saw is asked for, as with a change. 303 to its page, or 200 with it as JSON; 409 when it
 * is published already. */
int publish(struct request *r, struct response *out, struct error *e);

#endif
