/* mirror.h: GET /mirror?programme=CODE: who sits where in a programme that several organisations carry. */
#ifndef PORTAL_MIRROR_MIRROR_H
#define PORTAL_MIRROR_MIRROR_H

#include "base/error.h"
#include "http/request.h"
#include "http/response.h"

/* The projects right below the programme, in its order, by the organisations that people sit there for: each chair with
 * who has it, or that it is empty. JSON: {"programme", "choices", "columns", "rows": [{"project", "cells":
 * [{"chairs"}]}], "counterparts", "empty"}. Without a programme only the choices. */
int mirror_page(struct request *r, struct response *out, struct error *e);

#endif
