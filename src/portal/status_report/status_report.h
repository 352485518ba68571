/* status_report.h: status reports and their life: draft → submitted → published → corrected. */
#ifndef PORTAL_STATUS_REPORT_H
#define PORTAL_STATUS_REPORT_H

#include "http/router.h"
#include "record/record.h"

extern const struct record_type correction_type;

handler report_page, report_submit, report_return, report_publish, report_correct_form, report_correct;

#endif
