/* away.h: what nginx says by itself while no worker answers, and to who asks too often.
 *
 * The error page and the problem document of each such status in every language, as files that nginx serves
 * (conf/nginx/portal.conf): rendered beforehand from the configuration and the same templates and catalogues as all
 * pages, so that mount point, name and style sheet are right. nginx puts the request's number into them.
 */
#ifndef PORTAL_AWAY_H
#define PORTAL_AWAY_H

#include "portal/site.h"

/* Writes "STATUS.LANGUAGE.html" and "STATUS.LANGUAGE.json" into `folder`, and "STATUS.html", "STATUS.json" in the
 * configuration's language. The folder is made if need be; everything in it may be read by everybody. Each file is
 * replaced whole. Languages must be loaded; of the site only `config` is used. -1 with a sentence. */
int away_pages_write(const struct site *site, const char *folder, struct error *e);

#endif
