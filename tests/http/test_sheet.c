/* Several records are changed in one table, and a risk is placed by one press. */
#include "client.h"

#include <string.h>

static char *with_deliverables(void)
{
	char *code = new_project("SHEET", NULL);
	struct client *office = client_of("portfolio");
	for (int i = 1; i <= 3; i++)
		assert_status(
			send_json(office, "POST", text("/projects/%s/deliverables", code),
		              text("{\"code\": \"L%d\", \"title\": \"Part %d\", \"planned_on\": \"2027-0%d-01\"}", i, i, i),
		              NULL),
			201);
	return code;
}

static const struct answer *deliverable(const char *code, int n)
{
	return get(client_of("portfolio"), text("/projects/%s/deliverables/%d.json", code, n));
}

static void several_are_saved_at_once(void **state)
{
	(void)state;
	char *code = with_deliverables(), *there = text("/projects/%s/deliverables/edit", code);
	struct client *office = client_of("portfolio");
	const struct answer *a = get(office, text("%s?language=en", there));
	assert_holds(a, "L1 – Part 1");
	assert_holds(a, "name=\"forecast_on.1\"");
	assert_lacks(a, "name=\"title.1\"");
	a = post(office, there, "_version.1", "1", "planned_on.1", "1 January 2027", "forecast_on.1", "1.3.2027",
	         "_version.2", "1", "planned_on.2", "2027-02-01", "finished.2", "true", "delivered_on.2", "2026-11-20",
	         "_version.3", "1", "planned_on.3", "2027-03-01", NULL);
	assert_status(a, 303);
	assert_header(a, "Location", text("/projects/%s?saved=yes#deliverables", code));
	assert_json(deliverable(code, 1), "forecast_on", "2027-03-01");
	assert_json(deliverable(code, 1), "title", "Part 1");
	assert_json(deliverable(code, 2), "finished", "true");
	assert_json(deliverable(code, 2), "delivered_on", "2026-11-20");
	assert_json(deliverable(code, 3), "version", "1");
}

static void one_error_keeps_all_that_was_typed(void **state)
{
	(void)state;
	char *code = with_deliverables(), *there = text("/projects/%s/deliverables/edit", code);
	const struct answer *a = post(client_of("portfolio"), text("%s?language=en", there), "_version.1", "1",
	                              "forecast_on.1", "1 March 2027", "planned_on.1", "2027-01-01", "_version.2", "1",
	                              "planned_on.2", "soonish", "delivered_on.2", "2026-11-20", NULL);
	assert_status(a, 422);
	assert_string_equal(form_value(a, "forecast_on.1"), "1 March 2027");
	assert_string_equal(form_value(a, "planned_on.2"), "soonish");
	assert_holds(a, "href=\"#field-planned_on.2\">L2 – Part 2, Planned:");
	/* What two fields have to do with each other is asked as on a record's own page. */
	assert_holds(a, "L2 – Part 2, Delivered: What has a day of delivery is finished");
	assert_json(deliverable(code, 1), "version", "1");
}

static void what_others_wrote_meanwhile_is_kept_and_told(void **state)
{
	(void)state;
	char *code = with_deliverables(), *there = text("/projects/%s/deliverables/edit", code);
	struct client *office = client_of("portfolio");
	char *one = text("/projects/%s/deliverables/1", code);
	assert_status(send_json(office, "PATCH", one, "{\"forecast_on\": \"2027-05-05\"}", "1"), 200);
	/* Another field than theirs: both stand. */
	assert_status(post(office, there, "_version.1", "1", "planned_on.1", "2027-01-15", NULL), 303);
	assert_json(deliverable(code, 1), "planned_on", "2027-01-15");
	assert_json(deliverable(code, 1), "forecast_on", "2027-05-05");
	/* The same one: it is said, and the next press is meant. */
	const struct answer *a = post(office, text("%s?language=en", there), "_version.1", "1", "planned_on.1",
	                              "2027-01-01", "forecast_on.1", "6 June 2027", NULL);
	assert_status(a, 422);
	assert_holds(a, "Somebody else has written “5 May 2027” here");
	assert_string_equal(form_value(a, "_version.1"), "3");
	assert_string_equal(form_value(a, "forecast_on.1"), "6 June 2027");
	assert_status(
		post(office, there, "_version.1", "3", "planned_on.1", "2027-01-15", "forecast_on.1", "2027-06-06", NULL), 303);
	assert_json(deliverable(code, 1), "forecast_on", "2027-06-06");
}

static void a_row_that_was_removed_does_not_cost_the_others(void **state)
{
	(void)state;
	char *code = with_deliverables(), *there = text("/projects/%s/deliverables/edit", code);
	struct client *office = client_of("portfolio");
	assert_status(send_json(office, "DELETE", text("/projects/%s/deliverables/2", code), NULL, "1"), 204);
	const struct answer *a =
		post(office, text("%s?language=en", there), "_version.1", "1", "planned_on.1", "2027-01-01", "forecast_on.1",
	         "1 March 2027", "_version.2", "1", "planned_on.2", "2027-02-02", NULL);
	assert_status(a, 409);
	assert_holds(a, "Somebody has removed one of these");
	assert_string_equal(form_value(a, "forecast_on.1"), "1 March 2027");
	assert_lacks(a, "_version.2");
}

static void what_contradicts_itself_is_where_saving_leads(void **state)
{
	(void)state;
	char *code = with_deliverables(), *there = text("/projects/%s/deliverables/edit", code);
	struct client *office = client_of("portfolio");
	const struct answer *a =
		post(office, there, "_version.1", "1", "planned_on.1", "2027-01-01", "finished.1", "true", NULL);
	assert_status(a, 303);
	assert_header(a, "Location", text("/projects/%s?saved=yes#remarks", code));
	assert_holds(get(office, text("/projects/%s?saved=yes", code)), "sb-remarks\" id=\"remarks\" open");
}

static void the_table_is_for_who_may_edit(void **state)
{
	(void)state;
	assert_status(get(client_of("staff"), "/projects/DHO/deliverables/edit"), 403);
	assert_status(post(client_of("staff"), "/projects/DHO/deliverables/edit", "_version.1", "1", NULL), 403);
	assert_holds(get(client_of("leader"), "/projects/DHO?language=en"), "/projects/DHO/deliverables/edit\"");
	assert_lacks(get(client_of("staff"), "/projects/DHO?language=en"), "/projects/DHO/deliverables/edit\"");
}

static void a_risk_is_placed_by_a_square(void **state)
{
	(void)state;
	char *code = new_project("SQUARE", NULL), *there = text("/projects/%s/risks", code);
	struct client *office = client_of("portfolio");
	assert_holds(get(office, text("%s/new?language=en", there)), "aria-label=\"Probability 4, Consequence 3: 12\"");
	assert_status(post(office, there, "kind", "risk", "title", "Both", "state", "open", "probability", "4x3",
	                   "residual_probability", "", NULL),
	              303);
	const struct answer *a = get(office, text("%s/1.json", there));
	assert_json(a, "probability", "4");
	assert_json(a, "consequence", "3");
	assert_json(a, "residual_consequence", "(none)");
	/* Programs and older forms send each by itself. */
	assert_status(post(office, there, "kind", "risk", "title", "Each", "state", "open", "probability", "2",
	                   "consequence", "5", NULL),
	              303);
	assert_json(get(office, text("%s/2.json", there)), "consequence", "5");
	a = post(office, text("%s?language=en", there), "kind", "risk", "title", "None", "state", "open", "probability",
	         "7x9", NULL);
	assert_status(a, 422);
	assert_holds(a, "Write a whole number from 1 to 5.");
	a = post(office, text("%s?language=en", there), "kind", "risk", "title", "", "state", "open", "probability", "4x3",
	         NULL);
	assert_status(a, 422);
	assert_holds(a, "aria-label=\"Probability 4, Consequence 3: 12\" checked");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(several_are_saved_at_once),
		cmocka_unit_test(one_error_keeps_all_that_was_typed),
		cmocka_unit_test(what_others_wrote_meanwhile_is_kept_and_told),
		cmocka_unit_test(a_row_that_was_removed_does_not_cost_the_others),
		cmocka_unit_test(what_contradicts_itself_is_where_saving_leads),
		cmocka_unit_test(the_table_is_for_who_may_edit),
		cmocka_unit_test(a_risk_is_placed_by_a_square),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
