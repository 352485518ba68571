-- $1 kind, $2 method, $3 path, $4 value → hash of the content, status, Location, ETag, type, body, the record's place
-- name: once_answer
SELECT content, status, location, etag, content_type, body, place FROM styrbord.once_answer($1, $2, $3, $4);

-- $5 hash of the content → was it free?
-- name: once_claim
SELECT styrbord.once_claim($1, $2, $3, $4, $5);

-- $5 status, $6 Location, $7 ETag, $8 type, $9 body, $10 the record's place
-- name: once_keep
SELECT styrbord.once_keep($1, $2, $3, $4, $5::int, $6, $7, $8, $9, $10);
