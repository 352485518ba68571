-- The lists over everything of a type are read page by page in their order: an index for each, so that the hundredth page costs what the
-- first does. Rows without a value come last and are found by the same index.

CREATE INDEX ON live.deliverable (planned_on, id);
CREATE INDEX ON live.milestone (planned_on, id);
CREATE INDEX ON live.risk (probability, id);
CREATE INDEX ON live.dependency (due_on, id);
CREATE INDEX ON live.status_report (reported_on, id);
CREATE INDEX ON live.section (position, id);
CREATE INDEX ON live.link (position, id);
CREATE INDEX ON live.role (position, id);
CREATE INDEX ON live.duty (n, id);

-- Names in the order of each alphabet (src/record/record_list_sql.c).
DO $$
DECLARE
	c record;
	l text;
BEGIN
	FOR c IN SELECT * FROM (VALUES ('organisation', 'name'), ('body', 'name'), ('strategy', 'title'), ('person', 'name'), ('alias', 'alias'), ('strategy_goal', 'number')) AS x (name, col) LOOP
		FOREACH l IN ARRAY ARRAY['und-x-icu', 'sv-x-icu', 'nb-x-icu', 'fi-x-icu'] LOOP
			EXECUTE format('CREATE INDEX %I ON live.%I (%I COLLATE %I, id)', c.name || '_listed_' || left(l, strpos(l, '-') - 1), c.name, c.col, l);
		END LOOP;
	END LOOP;
END
$$;

SELECT styrbord.keep_history(t) FROM unnest(ARRAY['deliverable', 'milestone', 'risk', 'dependency', 'status_report', 'section', 'link', 'role', 'duty', 'organisation',
	'body', 'strategy', 'person', 'alias', 'strategy_goal']) AS t;
