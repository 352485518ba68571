/* status_report.h: status reports and their life: draft → submitted → published → corrected. */
#ifndef PORTAL_STATUS_REPORT_H
#define PORTAL_STATUS_REPORT_H

#include "portal/record_pages.h"

extern const struct record_type status_report_type, correction_type;
extern const struct record_pages status_report_pages;

handler report_page, report_submit, report_return, report_publish, report_correct_form, report_correct;

#endif
