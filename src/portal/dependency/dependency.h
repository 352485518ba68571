/* dependency.h: the other side's answer to what a project needs: does it agree to deliver this, by then? */
#ifndef PORTAL_DEPENDENCY_H
#define PORTAL_DEPENDENCY_H

#include "http/router.h"

handler dependency_answer_form, dependency_answer;

#endif
