-- What has been applied here, in a word: a program that embeds the same files has the same (src/db/migrate.c). For /readyz, which sees so that
-- the tables are another version's. Of a file its name and the hash of its content.
CREATE OR REPLACE FUNCTION styrbord.applied_sum() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT encode(sha256(convert_to(string_agg(name || ' ' || checksum || E'\n', '' ORDER BY name COLLATE "C"), 'UTF8')), 'hex') FROM migration.applied
$$;
REVOKE ALL ON FUNCTION styrbord.applied_sum() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.applied_sum() TO styrbord_app;
