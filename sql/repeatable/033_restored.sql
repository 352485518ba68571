-- A removed record comes back as an INSERT of its fields, with which it has its old id, its number, and whatever no form writes. What the
-- transaction says in styrbord.continues, "TABLE ID COLUMN,COLUMN,…", counts for one row; the columns are those that the INSERT writes. Only a
-- removed record of the same parent is continued: rights hang on that. As the owner, since the writer has no right to give ids and numbers.
CREATE OR REPLACE FUNCTION styrbord.continues() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	said CONSTANT text[] := string_to_array(current_setting('styrbord.continues', true), ' ');
	parents CONSTANT text[] := '{subject_id,role_id,term_id}';
	sent CONSTANT jsonb := to_jsonb(NEW);
	old jsonb;
	fixed text;
BEGIN
	IF said[1] IS DISTINCT FROM TG_TABLE_NAME THEN
		RETURN NEW;
	END IF;
	PERFORM set_config('styrbord.continues', '', true);
	EXECUTE format('SELECT to_jsonb(v) FROM past.%1$I v WHERE v.id = $1 AND NOT EXISTS (SELECT FROM live.%1$I l WHERE l.id = v.id) ORDER BY v.valid_to DESC LIMIT 1', TG_TABLE_NAME)
		INTO old USING said[2]::bigint;
	IF old IS NULL THEN
		RAISE EXCEPTION 'There is no removed % of this id.', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
	END IF;
	FOREACH fixed IN ARRAY CASE WHEN sent ?| parents THEN parents ELSE '{code}' END LOOP
		IF old ->> fixed IS DISTINCT FROM sent ->> fixed THEN
			RAISE EXCEPTION 'A % comes back where it was.', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', COLUMN = fixed;
		END IF;
	END LOOP;
	-- An answer that the other side gave is theirs to give again.
	RETURN jsonb_populate_record(NEW, old - string_to_array(said[3], ',') - '{version,valid_from,changed_by,valid_to,ended_by,agreed_by_provider,provider_comment}'::text[]);
END
$$;
REVOKE ALL ON FUNCTION styrbord.continues() FROM PUBLIC;

-- No file came: that which the record has, or had.
CREATE OR REPLACE FUNCTION styrbord.keep_file(base64 text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	kept bigint;
BEGIN
	IF session_user <> current_user AND NOT styrbord.signed_in() THEN
		RAISE EXCEPTION 'Not allowed.' USING ERRCODE = 'insufficient_privilege';
	END IF;
	IF base64 IS NOT NULL THEN
		INSERT INTO styrbord.file (content) VALUES (decode(base64, 'base64')) RETURNING id INTO kept;
	END IF;
	RETURN kept;
END
$$;

-- A record takes the file that came with it, or had it before it was removed; not one whose number somebody guesses.
CREATE OR REPLACE FUNCTION styrbord.takes_own_file() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF (TG_OP = 'INSERT' OR NEW.file_id <> OLD.file_id)
	   AND NOT EXISTS (SELECT FROM styrbord.file f WHERE f.id = NEW.file_id AND f.kept_in = pg_current_xact_id())
	   AND NOT (TG_OP = 'INSERT' AND EXISTS (SELECT FROM past.attachment a WHERE a.id = NEW.id AND a.file_id = NEW.file_id)) THEN
		RAISE EXCEPTION 'There is no such file.' USING ERRCODE = 'foreign_key_violation', COLUMN = 'file_id';
	END IF;
	RETURN NEW;
END
$$;
