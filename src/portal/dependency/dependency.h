/* dependency.h: what a project needs from others, and the other side's answer. */
#ifndef PORTAL_DEPENDENCY_H
#define PORTAL_DEPENDENCY_H

#include "portal/record_pages.h"

extern const struct record_type dependency_type, dependency_answer_type;
extern const struct record_pages dependency_pages;

/* The provider's side: does it agree to deliver this, by then? */
handler dependency_answer_form, dependency_answer;

#endif
