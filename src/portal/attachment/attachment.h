/* attachment.h: files on subjects; GET …/attachments/{n}/file is the file itself. */
#ifndef PORTAL_ATTACHMENT_ATTACHMENT_H
#define PORTAL_ATTACHMENT_ATTACHMENT_H

#include "base/error.h"
#include "http/request.h"
#include "http/response.h"

/* Its content under its own name and kind. A picture is shown, anything else is saved: nothing runs or is laid out as
 * a page of ours (Content-Disposition by RFC 6266 and 8187; a Content-Security-Policy that lets it do nothing). */
int attachment_file(struct request *r, struct response *out, struct error *e);

#endif
