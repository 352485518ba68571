/* Why something that contradicts itself stands so. What does is found by the pages (remark.sql), and refuses nothing.
 */
#include "portal/remark/remark.h"

#include "base/text.h"
#include "portal/page.h"
#include "portal/record_types.h"
#include "record/vocabulary.h"
#include "statements.h"
#include "templates.h"

static const struct field fields[] = {
	FIELD("rule", CHOICE, N_("What contradicts itself"), .required = true, .choices = remark_rules, .in_list = true),
	FIELD("of", TEXT, N_("Of which record"), .required = true, .max = 40, .initial = "'project'", .in_list = true,
          .help = N_("“project”, or a kind and a number, as “deliverable/3”.")),
	FIELD("reason", TEXT, N_("Why it stands so"), .required = true, .max = 1000, .in_list = true),
};

static const struct constraint_message constraints[] = {
	CONSTRAINT("remark_once", "rule", N_("This has its reason already. Change that one.")),
	CONSTRAINT("remark_of_check", "of", N_("Write “project”, or a kind and a number, as “deliverable/3”.")),
	{.constraint = NULL},
};

const struct record_type remark_type = {
	.name = "remark",
	.collection = "remarks",
	.parent = &project_type,
	.label = N_("Remark"),
	.label_many = N_("Remarks"),
	.title_new = N_("New remark"),
	.title_edit = N_("Edit the remark"),
	.called = "reason",
	.order = "rule",
	.right = "project.edit",
	FIELDS(fields),
	.constraints = constraints,
};

int contradictions_page(struct request *r, struct response *out, struct error *e)
{
	const char *document;
	const char *const of_all[] = {"", ""};
	if (page_query(r, &sql_contradictions, of_all, &document, NULL, e))
		return -1;
	return page_text(r, out, _("Contradictions"), tpl_contradictions, document, e);
}
