-- Every term with its labels (record/terms.h). What an organisation says holds for those below it, the nearest first. Roles are words too:
-- what they are called in other languages.
-- name: words
WITH RECURSIVE below (id, code, from_id, depth) AS (
	SELECT o.id, o.code, o.id, 0 FROM live.organisation o WHERE EXISTS (SELECT FROM live.term_label l WHERE l.organisation_id = o.id)
	UNION ALL
	SELECT o.id, o.code, b.from_id, b.depth + 1 FROM below b JOIN live.organisation o ON o.parent_id = b.id WHERE b.depth < 16
), said AS (
	SELECT DISTINCT ON (l.term_id, l.language, b.code) t.list, t.code, l.language, coalesce(b.code, '') AS organisation, l.label, l.retired
	  FROM live.term_label l JOIN live.term t ON t.id = l.term_id LEFT JOIN below b ON b.from_id = l.organisation_id
	 ORDER BY l.term_id, l.language, b.code, b.depth
)
SELECT json_build_object(
	'lists', (SELECT coalesce(json_object_agg(list, terms), '{}') FROM (
		SELECT list, json_agg(json_build_object('code', code, 'retired', retired) ORDER BY position, code) AS terms FROM live.term GROUP BY list) AS x),
	'labels', (SELECT coalesce(json_object_agg(concat_ws('/', list, code, language, organisation), label), '{}') FROM (
		SELECT list, code, language, organisation, label FROM said WHERE label <> ''
		UNION ALL SELECT 'role', r.code, l.language, '', l.label FROM live.role_label l JOIN live.role r ON r.id = l.role_id) AS x),
	'retired', (SELECT coalesce(json_object_agg(concat_ws('/', list, code, organisation), true), '{}') FROM (
		SELECT DISTINCT list, code, organisation FROM said WHERE retired AND organisation <> '') AS x))::text,
	(SELECT version::text FROM styrbord.words);
