-- What a word is called, in each language and by whom. $1 its number.
-- name: term_beside
SELECT json_build_object(
	'labels', (SELECT coalesce(json_agg(json_build_object('n', l.n, 'language', l.language, 'label', l.label, 'retired', l.retired,
			'organisation', CASE WHEN o.id IS NOT NULL THEN json_build_object('type', 'organisation', 'code', o.code, 'title', o.name, 'language', o.language) END)
			ORDER BY o.name COLLATE "und-x-icu" NULLS FIRST, l.language), '[]')
		FROM term_label l LEFT JOIN organisation o ON o.id = l.organisation_id WHERE l.term_id = t.id),
	'may_edit', styrbord.may('term.edit'), 'may_label', styrbord.reach('organisation.edit') <> 'none')::text, NULL
FROM term t WHERE t.id = $1::bigint;
