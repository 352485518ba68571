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
