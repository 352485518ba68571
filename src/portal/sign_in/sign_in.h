/* sign_in.h: signing in and out. The only pages that wait for the directory; nginx gives them workers of their own. */
#ifndef PORTAL_SIGN_IN_H
#define PORTAL_SIGN_IN_H

#include "http/router.h"

handler sign_in_form, sign_in, sign_out;

#endif
