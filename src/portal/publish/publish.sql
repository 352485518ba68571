-- $1 code, $2 version. No row: another version stands there, or it is published already.
-- name: publish_news
UPDATE news n SET published_at = styrbord.moment(), published_by_id = styrbord.person() WHERE n.code = $1 AND n.version = $2::int AND n.published_at IS NULL RETURNING n.version::text;

-- name: publish_event
UPDATE event n SET published_at = styrbord.moment(), published_by_id = styrbord.person() WHERE n.code = $1 AND n.version = $2::int AND n.published_at IS NULL RETURNING n.version::text;
