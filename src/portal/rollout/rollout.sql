-- The overviews: organisation by project or service. $1: those of this project and what is below it; '' all. Runs on live, or on at for ?at=.
-- 5,000 of them are some hundred organisations with fifty projects each: more is no overview, and `more` says so.
-- name: rollout_overview
WITH RECURSIVE below (id, depth) AS (
	SELECT p.id, 1 FROM project p WHERE p.code = upper($1)
	UNION ALL SELECT s.id, b.depth + 1 FROM below b JOIN subject s ON s.parent_id = b.id WHERE b.depth < 32
), chosen AS MATERIALIZED (
	SELECT r.* FROM rollout r WHERE $1 = '' OR r.subject_id IN (SELECT id FROM below) ORDER BY r.id LIMIT 5001
), above (id, parent_id, depth) AS (
	SELECT s.id, s.parent_id, 1 FROM subject s WHERE s.id IN (SELECT r.subject_id FROM rollout r)
	UNION SELECT s.id, s.parent_id, a.depth + 1 FROM above a JOIN subject s ON s.id = a.parent_id WHERE a.depth < 32
), named AS (
	SELECT o.id, o.type, o.code, o.title, json_build_object('type', o.type, 'code', o.code, 'title', o.title, 'language', o.language,
		'translations', o.titles) AS link
	  FROM subject o WHERE o.id IN (SELECT r.subject_id FROM chosen r UNION SELECT r.organisation_id FROM chosen r)
), cells AS (
	SELECT r.organisation_id, json_agg(json_build_object('of', s.type || '/' || s.code, 'type', s.type, 'code', s.code, 'n', r.n, 'kind', r.kind, 'planning_stage', r.planning_stage,
		'contact_made_on', r.contact_made_on, 'early_from', styrbord.time_text(r.early_from, r.early_from_precision),
		'broad_from', styrbord.time_text(r.broad_from, r.broad_from_precision), 'planned_on', styrbord.time_text(r.planned_on, r.planned_on_precision),
		'done_on', r.done_on, 'overdue', r.done_on IS NULL AND r.planned_on < coalesce(styrbord.at()::date, current_date)) ORDER BY s.title COLLATE "und-x-icu", s.id) AS cells
	  FROM chosen r JOIN named s ON s.id = r.subject_id GROUP BY r.organisation_id
)
SELECT json_build_object(
	'below', (SELECT json_build_object('type', 'project', 'code', p.code, 'title', p.title, 'language', p.language) FROM project p WHERE p.code = upper($1)),
	'choices', (SELECT coalesce(json_agg(json_build_object('value', p.code, 'label', p.title) ORDER BY p.kind = 'programme' DESC, p.title COLLATE "und-x-icu"), '[]')
	              FROM project p WHERE p.id IN (SELECT a.id FROM above a)),
	'columns', (SELECT coalesce(json_agg(n.link ORDER BY n.title COLLATE "und-x-icu", n.id), '[]') FROM named n WHERE n.type IN ('project', 'service')),
	'rows', (SELECT coalesce(json_agg(json_build_object('organisation', n.link, 'cells', c.cells) ORDER BY n.title COLLATE "und-x-icu", n.id), '[]')
	           FROM cells c JOIN named n ON n.id = c.organisation_id),
	'more', (SELECT count(*) > 5000 FROM chosen))::text, NULL;
