-- How old a report is: what pages and lists say beside every light.

-- What a project has of its own, or its kind: working groups do not report, all others every month.
CREATE OR REPLACE FUNCTION styrbord.rhythm(rhythm text, kind text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN coalesce(rhythm, CASE kind WHEN 'working_group' THEN 'never' ELSE 'monthly' END);

-- The day by which the next report is due, after one of that day, or after the start of a project that has none: the given day (by default
-- the fifth) of the next month or quarter. Who reports in a month's last days reports for the next. NULL: none is due.
CREATE OR REPLACE FUNCTION styrbord.report_due(since date, rhythm text, day int) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
	CASE WHEN rhythm <> 'never' THEN
		(date_trunc('month', (since + 10)::timestamp) + CASE rhythm WHEN 'quarterly' THEN interval '3 months' ELSE interval '1 month' END)::date + coalesce(day, 5) - 1 END;

-- fresh, due (within a week), late, or stale: late by more than a month. NULL where none is due; closed projects, and those that have not
-- begun, owe none.
CREATE OR REPLACE FUNCTION styrbord.report_age(due date, lifecycle text, today date) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
	CASE WHEN due IS NULL OR lifecycle NOT IN ('ongoing', 'on_hold') THEN NULL WHEN today <= due - 7 THEN 'fresh' WHEN today <= due THEN 'due'
	     WHEN today <= due + 31 THEN 'late' ELSE 'stale' END;

-- What a correction says, as the report's column has it: a number is one, and no light and no day are none.
CREATE OR REPLACE FUNCTION styrbord.corrected_value(field text, said text) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
	CASE WHEN field = 'delay_weeks' THEN to_jsonb(nullif(said, '')::int) WHEN field = 'decision_by' OR field LIKE '%\_light' THEN to_jsonb(nullif(said, '')) ELSE to_jsonb(said) END;

REVOKE ALL ON FUNCTION styrbord.corrected_value(text, text), styrbord.rhythm(text, text), styrbord.report_due(date, text, int), styrbord.report_age(date, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.corrected_value(text, text), styrbord.rhythm(text, text), styrbord.report_due(date, text, int), styrbord.report_age(date, text, date) TO styrbord_app;
