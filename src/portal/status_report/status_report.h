/* status_report.h: status reports and their life: draft → submitted → published → corrected. */
#ifndef PORTAL_STATUS_REPORT_H
#define PORTAL_STATUS_REPORT_H

#include "http/router.h"
#include "record/record.h"

/* Without the control of a field: what a program sends. */
extern const struct record_type correction_type;

/* Gives each of a report's `corrections` its field's `label`, and names its values as people read them. */
struct json_object;
void correction_name_all(struct json_object *document);

handler report_page, report_submit, report_return, report_publish, report_correct_form, report_correct;

#endif
