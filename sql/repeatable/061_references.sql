-- What a form refers to by its key. What is named but not there, or not seen by who names it, is the field's error: the
-- constraint's name in the message is the field.
CREATE OR REPLACE FUNCTION styrbord.referred(field text, key text, id bigint) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF key IS NOT NULL AND id IS NULL THEN
		RAISE EXCEPTION 'There is no % here.', key USING ERRCODE = 'SB007', CONSTRAINT = field;
	END IF;
	RETURN id;
END
$$;
REVOKE ALL ON FUNCTION styrbord.referred(text, text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.referred(text, text, bigint) TO styrbord_app;

-- Which columns refer to records of a type, and how their own rows are found; of the type itself as well, with no column.
CREATE OR REPLACE FUNCTION styrbord.references_to(type text) RETURNS TABLE (name name, column_name name, is_subject boolean, hangs boolean, numbered boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT r.name, c.column_name, r.is_subject, r.subject IS NOT NULL, r.subject IS NOT NULL AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = format('live.%I', r.name)::regclass AND a.attname = 'n')
	  FROM styrbord.record_table r LEFT JOIN (
		SELECT k.* FROM styrbord.reference_column k JOIN styrbord.record_table t ON t.name = references_to.type WHERE (k.target = t.name OR t.is_subject AND k.target = 'subject')
		   -- What goes with it is not in its way.
		   AND NOT EXISTS (SELECT FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1] WHERE f.contype = 'f' AND f.confdeltype = 'c' AND f.conrelid = format('live.%I', k.name)::regclass AND a.attname = k.column_name)) AS c USING (name)
	 WHERE c.name IS NOT NULL OR r.name = references_to.type ORDER BY r.name
$$;

-- What refers to a record, and so keeps it from being removed; as the asker sees it, a few of each table. `up`: "type/CODE" of the subject on
-- which it hangs, NULL where it is none; `key`: its code, number or id. [{"type", "on": {"type", "code", "title"}, "n"}]
CREATE OR REPLACE FUNCTION styrbord.referring(type text, up text, key text) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	t record;
	k record;
	record_id bigint;
	found jsonb := '[]';
	listed jsonb;
BEGIN
	SELECT * INTO t FROM styrbord.references_to(type) r WHERE r.name = referring.type;
	IF t.is_subject THEN
		SELECT s.id INTO record_id FROM live.subject s WHERE s.type = referring.type AND s.code = referring.key;
	ELSIF t.numbered THEN
		EXECUTE format('SELECT x.id FROM live.%I x JOIN live.subject p ON p.id = x.subject_id WHERE p.type || ''/'' || p.code = $1 AND x.n::text = $2', t.name) INTO record_id USING up, key;
	ELSIF referring.type = 'role' THEN
		SELECT r.id INTO record_id FROM live.role r WHERE r.code = referring.key;
	ELSIF key ~ '^[0-9]{1,18}$' THEN
		record_id := key::bigint;
	END IF;
	FOR k IN SELECT * FROM styrbord.references_to(type) r WHERE record_id IS NOT NULL AND r.column_name IS NOT NULL LOOP
		EXECUTE format('SELECT jsonb_agg(x.shown) FROM (SELECT jsonb_build_object(''type'', %L, ''on'', (SELECT jsonb_build_object(''type'', s.type, ''code'', s.code, ''title'', s.title) FROM live.subject s WHERE s.id = %s), ''n'', %s) AS shown
			FROM live.%I r WHERE r.%I = $1 ORDER BY r.id LIMIT 5) AS x', k.name, CASE WHEN k.is_subject THEN 'r.id' WHEN k.hangs THEN 'r.subject_id' ELSE 'NULL' END,
			CASE WHEN k.numbered THEN 'r.n' ELSE 'NULL::int' END, k.name, k.column_name) INTO listed USING record_id;
		found := found || coalesce(listed, '[]');
	END LOOP;
	RETURN found;
END
$$;
REVOKE ALL ON FUNCTION styrbord.references_to(text), styrbord.referring(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.references_to(text), styrbord.referring(text, text, text) TO styrbord_app;
