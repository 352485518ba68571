-- A programme's projects by the organisations that people sit there for. $1: the programme's code; '' none is chosen. Runs on live, or on at for ?at=.
-- name: mirror_page
WITH top AS (SELECT p.id, p.code, p.title, p.language FROM project p WHERE p.code = upper($1)),
parts AS (SELECT k.id, k.title, row_number() OVER (ORDER BY k.id = t.id DESC, k.position, k.title COLLATE "und-x-icu", k.id) AS place
            FROM top t JOIN project k ON k.parent_id = t.id OR k.id = t.id),
chairs AS (
	SELECT a.subject_id, a.organisation_id, count(*) FILTER (WHERE x.empty) AS empty, json_agg(json_build_object('n', a.n, 'role', r.code, 'role_name', r.name, 'topic', a.topic, 'person', w.name,
		'person_id', w.id, 'empty', x.empty, 'holder', (SELECT json_build_object('type', h.type, 'code', h.code, 'title', h.title, 'language', h.language, 'translations', h.titles)
			FROM subject h WHERE h.id IN (a.holder_body_id, a.holder_organisation_id))) ORDER BY r.position, a.n) AS chairs
	  FROM parts t JOIN assignment a ON a.subject_id = t.id JOIN role r ON r.id = a.role_id LEFT JOIN person w ON w.id = a.person_id
	 CROSS JOIN LATERAL (SELECT a.person_id IS NULL AND a.holder_body_id IS NULL AND a.holder_organisation_id IS NULL AS empty) AS x
	 WHERE a.organisation_id IS NOT NULL AND (a.ends_on IS NULL OR a.ends_on >= coalesce(styrbord.at()::date, current_date))
	 GROUP BY a.subject_id, a.organisation_id),
named AS NOT MATERIALIZED (
	SELECT o.id, o.title, json_build_object('type', o.type, 'code', o.code, 'title', o.title, 'language', o.language, 'translations', o.titles) AS link FROM subject o),
columns AS (SELECT n.* FROM named n WHERE n.id = ANY (ARRAY(SELECT c.organisation_id FROM chairs c)))
SELECT json_build_object(
	'programme', (SELECT json_build_object('type', 'project', 'code', t.code, 'title', t.title, 'language', t.language, 'may_edit', styrbord.may_edit(t.id)) FROM top t),
	'choices', (SELECT coalesce(json_agg(json_build_object('value', p.code, 'label', p.title) ORDER BY p.title COLLATE "und-x-icu"), '[]')
	              FROM (SELECT code, title FROM project WHERE kind = 'programme' UNION SELECT code, title FROM top LIMIT 500) AS p),
	'columns', (SELECT coalesce(json_agg(c.link ORDER BY c.title COLLATE "und-x-icu", c.id), '[]') FROM columns c),
	'rows', (SELECT coalesce(json_agg(json_build_object('project', n.link, 'whole', n.id = t.id, 'cells', (
			SELECT coalesce(json_agg(json_build_object('column', c.title, 'chairs', coalesce(h.chairs, '[]')) ORDER BY c.title COLLATE "und-x-icu", c.id), '[]')
			  FROM columns c LEFT JOIN chairs h ON h.organisation_id = c.id AND h.subject_id = p.id)) ORDER BY p.place), '[]')
		FROM parts p JOIN named n ON n.id = p.id, top t WHERE p.id <> t.id OR EXISTS (SELECT FROM chairs h WHERE h.subject_id = t.id)),
	'counterparts', (SELECT coalesce(json_agg(json_build_object('n', k.n, 'note', k.note, 'role', json_build_object('role', r.code, 'role_name', r.name), 'organisation', (SELECT n.link FROM named n WHERE n.id = k.organisation_id),
			'other_role', json_build_object('role', s.code, 'role_name', s.name), 'other_organisation', (SELECT n.link FROM named n WHERE n.id = k.other_organisation_id)) ORDER BY r.position, k.n), '[]')
		FROM parts t JOIN counterpart k ON k.subject_id = t.id JOIN role r ON r.id = k.held_role_id JOIN role s ON s.id = k.other_role_id),
	'empty', (SELECT coalesce(sum(h.empty), 0) FROM chairs h))::text, NULL;
