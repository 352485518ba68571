#include "portal/portfolio/portfolio.h"

#include "base/text.h"
#include "portal/page.h"
#include "statements.h"
#include "templates.h"

int portfolio_page(struct request *r, struct response *out, struct error *e)
{
	const char *document;
	if (page_query(r, &sql_portfolio_page, NULL, &document, NULL, e))
		return -1;
	return page_text(r, out, _("Portfolio"), tpl_portfolio_page, document, e);
}
