/* sign_in.h: signing in and out. The only pages that wait for the directory; nginx gives them workers of their own. */
#ifndef PORTAL_SIGN_IN_H
#define PORTAL_SIGN_IN_H

#include "http/router.h"

handler sign_in_form, sign_in, sign_out;

/* The sign-in form for somebody whose session ended over the form that r has sent: it holds what was typed, and signing
 * in leads to that form, filled in (late.h). 401. */
int sign_in_late(struct request *r, struct response *out, struct error *e);

#endif
