-- What keeps a record from being removed: $1 its type, $2 "type/CODE" of the subject on which it hangs (NULL: none), $3 its code, number or id.
-- name: record_referring
SELECT styrbord.referring($1, $2, $3)::text, NULL;

-- The next row that is inserted continues a removed record (sql/repeatable/033_restored.sql).
-- name: record_continue
SELECT set_config('styrbord.continues', $1, true);

-- What else went when the record of type $1 and id $2 was removed, at $3, and is not there again. Where it went itself with what it hangs on,
-- the others did not go with it.
-- name: record_removed_with
SELECT coalesce(json_agg(json_build_object('type', x.type, 'count', x.count) ORDER BY x.type), '[]')::text, NULL
  FROM (SELECT c.type, count(*) AS count FROM styrbord.change c
         WHERE c.at = $3::timestamptz AND c.what = 'removed' AND NOT (c.type = $1 AND c.record_id = $2::bigint)
           AND NOT EXISTS (SELECT FROM styrbord.change l WHERE l.type = c.type AND l.record_id = c.record_id AND l.at > c.at)
           AND NOT EXISTS (SELECT FROM styrbord.change own JOIN styrbord.change up ON up.at = own.at AND up.what = 'removed' AND up.record_id = own.subject_id AND up.subject_id = own.subject_id
                            WHERE own.type = $1 AND own.record_id = $2::bigint AND own.at = $3::timestamptz AND own.subject_id <> own.record_id)
         GROUP BY c.type) AS x;
