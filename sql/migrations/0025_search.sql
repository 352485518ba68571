-- What is searched in records that hang on subjects, and in people: a row for each, beside the entry of its subject (0006). Its functions are in
-- sql/repeatable/051_passages.sql.

-- Of which tables. `words` and `holds` are over NEW: what is searched, and when.
CREATE TABLE styrbord.passage_kind (name text PRIMARY KEY, words text NOT NULL, holds text NOT NULL, subject text NOT NULL);
ALTER TABLE styrbord.passage_kind ENABLE ROW LEVEL SECURITY;

CREATE TABLE styrbord.passage (kind text NOT NULL, record_id bigint NOT NULL, subject_id bigint, words tsvector NOT NULL, PRIMARY KEY (kind, record_id));
CREATE INDEX passage_words ON styrbord.passage USING gin (words);
CREATE INDEX passage_subject ON styrbord.passage (subject_id);
ALTER TABLE styrbord.passage ENABLE ROW LEVEL SECURITY;

-- Words that stand in records of a kind on subjects that are not closed: who sees such records may be helped by them to find others.
CREATE TABLE styrbord.word_kind (word text NOT NULL, kind text NOT NULL, PRIMARY KEY (word, kind));
ALTER TABLE styrbord.word_kind ENABLE ROW LEVEL SECURITY;
