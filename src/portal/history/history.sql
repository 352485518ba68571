-- What happened to a subject and to what hangs on it, newest first, from the log; each with the version before and the one after. $3: only
-- what comes after this place in the list (microseconds.id, as `more` gives it): one transaction may have made many changes at one moment.
-- References are shown by their code or name; what only machines need is left out.
-- name: history_page
WITH p AS (SELECT id, type, code, title, language FROM subject WHERE type = $1 AND code = $2),
shown AS (
	SELECT c.* FROM styrbord.change c WHERE c.subject_id = (SELECT id FROM p)
	   AND ($3::text IS NULL OR (c.at, c.id) < (to_timestamp(0) + split_part($3, '.', 1)::bigint * interval '1 microsecond', split_part($3, '.', 2)::bigint))
	   AND (styrbord.at() IS NULL OR c.at <= styrbord.at()) ORDER BY c.at DESC, c.id DESC LIMIT 51
), versions AS (
	SELECT s.type, s.n, s.at, s.by, s.id, s.what,
	       -- Is it the last that happened to the record; else is the record there, or gone?
	       CASE WHEN l.at = s.at THEN 'last' WHEN l.what = 'removed' THEN 'gone' ELSE 'there' END AS stands,
	       CASE WHEN s.what NOT IN ('created', 'restored') THEN styrbord.version_at(s.type, s.record_id, NULL, s.at) END AS before,
	       CASE WHEN s.what <> 'removed' THEN styrbord.version_at(s.type, s.record_id, s.at, NULL) END AS after
	  FROM (SELECT * FROM shown ORDER BY at DESC, id DESC LIMIT 50) AS s
	  LEFT JOIN LATERAL (SELECT c.at, c.what FROM styrbord.change c WHERE c.type = s.type AND c.record_id = s.record_id ORDER BY c.at DESC LIMIT 1) AS l ON true
)
SELECT json_build_object('code', p.code, 'title', p.title, 'language', p.language, 'rights', to_json(styrbord.rights_on(p.id)),
	'more', CASE WHEN (SELECT count(*) FROM shown) > 50 THEN (SELECT (extract(epoch FROM at) * 1000000)::bigint || '.' || id FROM versions ORDER BY at, id LIMIT 1) END,
	'items', (SELECT coalesce(json_agg(json_build_object('type', v.type, 'n', v.n, 'what', v.what, 'stands', v.stands, 'version', v.version,
			'title', CASE v.type WHEN 'rollout' THEN said->>'organisation' WHEN 'adaptation_state' THEN concat_ws(' – ', said->>'adaptation', said->>'organisation')
				ELSE (SELECT said->>k FROM unnest('{title,name,needed,heading,alias,goal,other,item,indicator,label,text}'::text[]) WITH ORDINALITY AS t (k, place) WHERE said->>k IS NOT NULL ORDER BY place LIMIT 1) END,
			'between', CASE WHEN v.n IS NULL OR NOT said ?| '{title,name,needed,heading,alias,label,text}'::text[] THEN (SELECT string_agg(said->>k, ' – ' ORDER BY place)
				FROM unnest('{series,meeting,interface,content_area,benefit,event,goal,question,item,adaptation,indicator,held_role,role,person,organisation,other,other_role,about,below}'::text[]) WITH ORDINALITY AS t (k, place) WHERE said->>k IS NOT NULL) END,
			'at', v.at, 'by', w.name, 'before', v.before, 'after', v.after) ORDER BY v.at DESC, v.id DESC), '[]')
		FROM (SELECT type, n, at, by, id, what, stands, after->'version' AS version, styrbord.shown_row(type, before) AS before, styrbord.shown_row(type, after) AS after FROM versions OFFSET 0) AS v
		LEFT JOIN live.person w ON w.id = v.by, LATERAL (SELECT coalesce(v.after, v.before)) AS l (said)))::text, NULL
FROM p;
