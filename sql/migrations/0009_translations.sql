-- A translation says which record of its subject it is of as people and programs name it ("project", "section/3"): a trigger finds the row
-- (060_forms.sql).
DROP VIEW at.translation;
ALTER TABLE live.translation ADD of text NOT NULL DEFAULT '' CHECK (char_length(of) <= 60);
DO $$
DECLARE
	t text;
BEGIN
	ALTER TABLE live.translation DISABLE TRIGGER USER;
	FOR t IN SELECT DISTINCT type FROM live.translation LOOP
		IF (SELECT r.is_subject FROM styrbord.record_table r WHERE r.name = t) THEN
			UPDATE live.translation SET of = type WHERE type = t;
		ELSE
			EXECUTE format('UPDATE live.translation x SET of = x.type || ''/'' || y.n FROM live.%I y WHERE x.type = %L AND y.id = x.record_id', t, t);
		END IF;
	END LOOP;
	ALTER TABLE live.translation ENABLE TRIGGER USER;
END
$$;
-- The trigger fills these in.
ALTER TABLE live.translation ALTER COLUMN of_version SET DEFAULT 0, ALTER COLUMN published_at SET DEFAULT now();
-- The order of the list over all.
CREATE INDEX ON live.translation (n, id);
-- Who has a role now, whatever the subject.
CREATE INDEX ON live.assignment (role_id);
SELECT styrbord.keep_history('translation'), styrbord.keep_history('assignment');
