-- What stands on a role's page beside its own fields: what it is called, what who has it does, and who has it now; of many, a hundred. $1 its code.
-- name: role_beside
WITH named AS NOT MATERIALIZED (
	SELECT o.id, o.title, jsonb_build_object('type', o.type, 'code', o.code, 'title', o.title, 'language', o.language,
		'translations', o.titles) AS link
	  FROM subject o
)
SELECT json_build_object(
	'counterpart_name', (SELECT json_build_object('role', c.code, 'role_name', c.name) FROM role c WHERE c.id = r.counterpart_id),
	'labels', (SELECT coalesce(json_agg(json_build_object('n', l.n, 'language', l.language, 'label', l.label) ORDER BY l.language), '[]') FROM role_label l WHERE l.role_id = r.id),
	'duties', (SELECT coalesce(json_agg(json_build_object('n', d.n, 'text', d.text, 'share', d.share, 'language', d.language,
			'organisation', (SELECT o.link FROM named o WHERE o.id = d.organisation_id)) ORDER BY d.organisation_id NULLS FIRST, d.share DESC, d.n), '[]')
		FROM duty d WHERE d.role_id = r.id),
	'holders', (SELECT coalesce(json_agg(x.shown ORDER BY x.title COLLATE "und-x-icu", x.id), '[]') FROM (
		SELECT o.title, a.id, json_build_object('n', a.n, 'on', o.link, 'person', a.person, 'person_id', a.person_id,
			'holder', (SELECT h.link FROM named h WHERE h.id IN (a.holder_body_id, a.holder_organisation_id)),
			'empty', a.person_id IS NULL AND a.holder_body_id IS NULL AND a.holder_organisation_id IS NULL,
			'organisation', (SELECT h.link FROM named h WHERE h.id = a.organisation_id), 'topic', a.topic, 'starts_on', a.starts_on, 'ends_on', a.ends_on,
			'project_time_only', a.project_time_only) AS shown
		  FROM (SELECT a.*, w.name AS person FROM assignment a LEFT JOIN person w ON w.id = a.person_id
		         WHERE a.role_id = r.id AND (a.ends_on IS NULL OR a.ends_on >= coalesce(styrbord.at()::date, current_date)) LIMIT 100) AS a
		  JOIN named o ON o.id = a.subject_id) AS x),
	'more', (SELECT count(*) > 100 FROM (SELECT FROM assignment a WHERE a.role_id = r.id AND (a.ends_on IS NULL OR a.ends_on >= coalesce(styrbord.at()::date, current_date)) LIMIT 101) AS x),
	'may_edit', styrbord.may('role.edit'))::text, NULL
FROM role r WHERE r.code = $1;
