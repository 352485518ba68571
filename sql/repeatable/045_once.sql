-- Once, and for good. A form's `_once` and a program's Idempotency-Key (draft-ietf-httpapi-idempotency-key-header) are
-- claimed in the transaction that they stand for, and the answer is kept with it: what is committed has its answer, what was
-- rolled back has none. `kind` ('form', 'key', 'same'), method, path and the signed-in person belong to the key.

-- How long it is kept. What is the same only by its content may be meant a second time, a while later.
CREATE OR REPLACE FUNCTION styrbord.once_lasts(kind text) RETURNS interval LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE kind WHEN 'same' THEN interval '10 seconds' ELSE interval '1 day' END
$$;

CREATE OR REPLACE FUNCTION styrbord.once_key(kind text, method text, path text, value text) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT sha256(convert_to(jsonb_build_array(styrbord.person(), kind, method, path, value)::text, 'UTF8'))
$$;

-- The first one's answer; no row when there has been none within that time.
CREATE OR REPLACE FUNCTION styrbord.once_answer(kind text, method text, path text, value text)
RETURNS TABLE (content text, status int, location text, etag text, content_type text, body text, place text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
	SELECT encode(o.content, 'hex'), o.status, o.location, o.etag, o.content_type, o.body, o.place
	  FROM styrbord.once o
	 WHERE o.key = styrbord.once_key(once_answer.kind, once_answer.method, once_answer.path, once_answer.value)
	   AND o.status IS NOT NULL AND o.claimed_at > now() - styrbord.once_lasts(once_answer.kind)
$$;

-- Takes the key for this transaction; false when somebody else has it. Who comes while another transaction holds it waits
-- for its end. `content` is the hash of what was sent, as hexadecimal digits.
CREATE OR REPLACE FUNCTION styrbord.once_claim(kind text, method text, path text, value text, content text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
	wanted CONSTANT bytea := styrbord.once_key(once_claim.kind, once_claim.method, once_claim.path, once_claim.value);
BEGIN
	IF styrbord.person() IS NULL THEN
		RETURN true;
	END IF;
	DELETE FROM styrbord.once o WHERE o.key IN (
		SELECT old.key FROM styrbord.once old WHERE old.claimed_at <= now() - interval '1 day'
		 ORDER BY old.claimed_at LIMIT 100 FOR UPDATE SKIP LOCKED);
	DELETE FROM styrbord.once o WHERE o.key = wanted AND o.claimed_at <= now() - styrbord.once_lasts(once_claim.kind);
	INSERT INTO styrbord.once (key, content) VALUES (wanted, decode(once_claim.content, 'hex')) ON CONFLICT (key) DO NOTHING;
	RETURN FOUND;
END
$$;

-- Keeps the answer of this transaction's claim.
CREATE OR REPLACE FUNCTION styrbord.once_keep(kind text, method text, path text, value text, status int, location text, etag text,
                                              content_type text, body text, place text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	UPDATE styrbord.once o SET status = once_keep.status, location = once_keep.location, etag = once_keep.etag,
	       content_type = once_keep.content_type, body = once_keep.body, place = once_keep.place
	 WHERE o.key = styrbord.once_key(once_keep.kind, once_keep.method, once_keep.path, once_keep.value) AND o.status IS NULL
$$;

REVOKE ALL ON FUNCTION styrbord.once_lasts(text), styrbord.once_key(text, text, text, text), styrbord.once_answer(text, text, text, text),
	styrbord.once_claim(text, text, text, text, text), styrbord.once_keep(text, text, text, text, int, text, text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.once_answer(text, text, text, text), styrbord.once_claim(text, text, text, text, text),
	styrbord.once_keep(text, text, text, text, int, text, text, text, text, text) TO styrbord_app;
