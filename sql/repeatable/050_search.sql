-- What to look for, in the four languages' dictionaries and as it stands: content is in several languages, and who searches does
-- not say in which. NULL, which finds nothing, for what PostgreSQL cannot take apart: dozens of minus signs exceed its stack.
CREATE OR REPLACE FUNCTION styrbord.words_asked(words text) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RETURN websearch_to_tsquery('simple', words) || websearch_to_tsquery('english', words) || websearch_to_tsquery('swedish', words)
		|| websearch_to_tsquery('norwegian', words) || websearch_to_tsquery('finnish', words);
EXCEPTION WHEN internal_error OR program_limit_exceeded OR data_exception OR syntax_error THEN
	RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION styrbord.words_asked(text) FROM PUBLIC;

-- Search. Row-level security lets no index serve an operator that could leak what it compares (@@, ILIKE, <%): asked through
-- the policy, a search reads every project there is. So this function, which is SECURITY DEFINER and leaves out what the
-- requester may not see, gives ids, and the statement joins them to project under its policy and ranks them. At most
-- `most` of each kind of match: ranking fetches each one's vector. With ?at= it looks into the versions of that time.
CREATE OR REPLACE FUNCTION styrbord.projects_found(words text, most int DEFAULT 200) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	query CONSTANT tsquery := styrbord.words_asked(words);
	part CONSTANT text := '%' || regexp_replace(btrim(words), '([\\%_])', '\\\1', 'g') || '%';
BEGIN
	IF styrbord.reads() IS NOT TRUE OR coalesce(btrim(words), '') = '' THEN
		RETURN;
	END IF;
	RETURN QUERY EXECUTE format($query$
		SELECT p.id FROM %1$I.project p JOIN (
			(SELECT m.id FROM %1$I.project m WHERE m.code = upper(btrim($1)))
			UNION
			(SELECT m.id FROM %1$I.project m WHERE m.search @@ $2 LIMIT $4)
			UNION
			(SELECT s.project_id FROM %1$I.section s WHERE s.search @@ $2 LIMIT $4)
			UNION
			(SELECT m.id FROM %1$I.project m WHERE m.title ILIKE $3 LIMIT $4)
			UNION
			(SELECT m.id FROM %1$I.project m WHERE $1 OPERATOR(public.<%%) m.title LIMIT $4)
			UNION
			(SELECT a.project_id FROM %1$I.project_alias a WHERE a.alias ILIKE $3 LIMIT $4)
			UNION
			(SELECT a.project_id FROM %1$I.project_alias a WHERE $1 OPERATOR(public.<%%) a.alias LIMIT $4)
		) AS found ON found.id = p.id
		 WHERE NOT p.restricted OR CASE $5 WHEN 'all' THEN true WHEN 'none' THEN false
			ELSE styrbord.may_here('project.read_restricted', p.code, p.parent_id, p.owner_id) END
	$query$, CASE WHEN styrbord.at() IS NULL THEN 'live' ELSE 'at' END)
	USING words, query, part, most, styrbord.reach('project.read_restricted');
END
$$;
REVOKE ALL ON FUNCTION styrbord.projects_found(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.projects_found(text, int) TO styrbord_app;
