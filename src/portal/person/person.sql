-- What stands on a person's page beside what is known of them: what they do, and where. $1 their number.
-- name: person_beside
WITH named AS NOT MATERIALIZED (
	SELECT o.id, o.title, jsonb_build_object('type', o.type, 'code', o.code, 'title', o.title, 'language', o.language,
		'translations', o.titles) AS link
	  FROM subject o
)
SELECT json_build_object(
	'active', w.active,
	'roles', (SELECT coalesce(json_agg(x.shown ORDER BY x.position, x.title COLLATE "und-x-icu", x.id), '[]') FROM (
		SELECT r.position, o.title, a.id, json_build_object('n', a.n, 'on', o.link, 'role', r.code, 'role_name', r.name,
			'body', (SELECT h.link FROM named h WHERE h.id = a.body_id), 'organisation', (SELECT h.link FROM named h WHERE h.id = a.organisation_id),
			'topic', a.topic, 'starts_on', a.starts_on, 'ends_on', a.ends_on, 'project_time_only', a.project_time_only) AS shown
		  FROM assignment a JOIN role r ON r.id = a.role_id JOIN named o ON o.id = a.subject_id
		 WHERE a.person_id = w.id AND (a.ends_on IS NULL OR a.ends_on >= coalesce(styrbord.at()::date, current_date)) LIMIT 200) AS x),
	'contact_of', (SELECT coalesce(json_agg(x.link ORDER BY x.title COLLATE "und-x-icu"), '[]') FROM (
		SELECT o.title, o.link FROM project p JOIN named o ON o.id = p.id WHERE p.contact_id = w.id LIMIT 100) AS x),
	'may_edit', styrbord.reach('person.edit') <> 'none')::text, NULL
FROM person w WHERE w.id = $1::bigint;
