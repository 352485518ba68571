-- The registry of subjects. What texts, links, people or rights hang on is a subject: it keeps one whole table of its own (one form, one
-- row, one version), and live.subject is a registry row with the same id, kept by that table's trigger. What hangs on things points to the
-- registry with a real foreign key, and rights walk one tree: up through parents, and the owner with what is above it.

-- Every policy and every view speaks of columns that move now; they are made anew below and by 020_policies.sql.
DO $$
DECLARE
	r record;
BEGIN
	FOR r IN SELECT viewname FROM pg_views WHERE schemaname = 'at' LOOP
		EXECUTE format('DROP VIEW at.%I', r.viewname);
	END LOOP;
	FOR r IN SELECT schemaname, tablename, policyname FROM pg_policies WHERE schemaname IN ('live', 'past') LOOP
		EXECUTE format('DROP POLICY %I ON %I.%I', r.policyname, r.schemaname, r.tablename);
	END LOOP;
	FOR r IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
	          WHERE contype = 'f' AND confrelid IN ('live.project'::regclass, 'live.organisation'::regclass, 'live.body'::regclass, 'live.strategy_goal'::regclass)
	LOOP
		EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', r.owner, r.conname);
	END LOOP;
	FOR r IN SELECT tablename FROM pg_tables WHERE schemaname = 'live' LOOP
		EXECUTE format('ALTER TABLE live.%I DISABLE TRIGGER USER', r.tablename);
	END LOOP;
END
$$;
DROP FUNCTION IF EXISTS styrbord.may(text, bigint), styrbord.rights_on(bigint), styrbord.may_on(text, text), styrbord.readable_with_project(name), styrbord.was_restricted(bigint, timestamptz, timestamptz),
	styrbord.rights_here(text, text, bigint, bigint), styrbord.may_here(text, text, bigint, bigint), styrbord.projects_found(text, int), styrbord.words_asked(text),
	styrbord.shown_row(jsonb), styrbord.versions_of(bigint), styrbord.project_named(text, text) CASCADE;

-- ---- one space of ids: projects, the most named, keep theirs; organisations and bodies move up -----------------------------------

DO $$
DECLARE
	s text;
	up_organisation bigint;
	up_body bigint;
	next bigint;
BEGIN
	SELECT 10 + coalesce(max(id), 0) INTO up_organisation FROM (SELECT id FROM live.project UNION ALL SELECT id FROM past.project) AS x;
	SELECT up_organisation + coalesce(max(id), 0) INTO up_body FROM (SELECT id FROM live.organisation UNION ALL SELECT id FROM past.organisation) AS x;
	SELECT up_body + coalesce(max(id), 0) + 1 INTO next FROM (SELECT id FROM live.body UNION ALL SELECT id FROM past.body) AS x;
	FOREACH s IN ARRAY ARRAY['live', 'past'] LOOP
		EXECUTE format('UPDATE %I.organisation SET id = id + $1, parent_id = parent_id + $1', s) USING up_organisation;
		EXECUTE format('UPDATE %I.body SET id = id + $2, organisation_id = organisation_id + $1', s) USING up_organisation, up_body;
		EXECUTE format('UPDATE %I.strategy_goal SET organisation_id = organisation_id + $1', s) USING up_organisation;
		EXECUTE format('UPDATE %I.person SET organisation_id = organisation_id + $1 WHERE organisation_id IS NOT NULL', s) USING up_organisation;
		EXECUTE format('UPDATE %I.project SET owner_id = owner_id + $1', s) USING up_organisation;
		EXECUTE format('UPDATE %I.participation SET organisation_id = organisation_id + $1', s) USING up_organisation;
		EXECUTE format('UPDATE %I.assignment SET organisation_id = organisation_id + $1, body_id = body_id + $2 WHERE organisation_id IS NOT NULL OR body_id IS NOT NULL', s)
			USING up_organisation, up_body;
		EXECUTE format('UPDATE %I.dependency SET provider_organisation_id = provider_organisation_id + $1 WHERE provider_organisation_id IS NOT NULL', s) USING up_organisation;
	END LOOP;
	EXECUTE format('CREATE SEQUENCE live.subject_id START %s', next);
END
$$;
GRANT USAGE ON SEQUENCE live.subject_id TO styrbord_app;

CREATE TABLE live.subject (
	id bigint PRIMARY KEY,
	type text NOT NULL,
	code text NOT NULL CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]{0,39}$'),
	title text NOT NULL,
	language text NOT NULL,
	-- Looked at when the transaction ends: what goes with its parent goes after it. The types' own foreign keys refuse at once.
	parent_id bigint REFERENCES live.subject DEFERRABLE INITIALLY DEFERRED,
	owner_id bigint REFERENCES live.subject DEFERRABLE INITIALLY DEFERRED,
	visibility text NOT NULL CHECK (visibility IN ('public', 'staff', 'members')),
	version int NOT NULL, valid_from timestamptz NOT NULL, changed_by bigint,
	UNIQUE (type, code)
);
CREATE INDEX ON live.subject (parent_id);
CREATE INDEX ON live.subject (owner_id);

-- Who is not for everybody, and while: with every id that a grant may name to see it. A period that has ended stays: what was written in it
-- belongs to those who could see it then. What was deleted stays for ever, for portal grants alone.
CREATE TABLE styrbord.closed (
	subject_id bigint NOT NULL,
	visibility text NOT NULL,  -- 'staff', 'members', 'gone'
	scope bigint[] NOT NULL,   -- 0 the portal, -1 whoever is signed in, ids, and -id for a region (styrbord.held, 010_rights.sql)
	valid_from timestamptz NOT NULL,
	valid_to timestamptz NOT NULL DEFAULT 'infinity',
	PRIMARY KEY (subject_id, valid_from)
);
CREATE INDEX ON styrbord.closed USING gin (scope);
CREATE UNIQUE INDEX closed_now ON styrbord.closed (subject_id) INCLUDE (scope) WHERE valid_to = 'infinity';
ALTER TABLE styrbord.closed ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON styrbord.closed FOR SELECT TO styrbord_app USING (true);
GRANT SELECT ON styrbord.closed TO styrbord_app;

-- ---- words that belong to an organisation: terms -----------------------------------------------------------------------------------

CREATE TABLE live.term (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	list text NOT NULL CHECK (list IN ('organisation_kind', 'project_kind', 'project_phase', 'project_segment', 'status_label', 'milestone_kind', 'body_kind',
		'relation_kind', 'section_kind')),
	code text NOT NULL CHECK (code ~ '^[a-z][a-z0-9_]{0,39}$') CONSTRAINT term_code_length CHECK (char_length(code) <= 40),
	position int NOT NULL DEFAULT 0 CHECK (position BETWEEN 0 AND 1000),
	means text CHECK (char_length(means) <= 40), -- the value that the portal knows and this one counts as; NULL: itself
	retired boolean NOT NULL DEFAULT false,
	version int NOT NULL, valid_from timestamptz NOT NULL, changed_by bigint,
	UNIQUE (list, code)
);
-- What it is called; for one organisation (and what is below it), or for the portal. No row: the portal's own word.
CREATE TABLE live.term_label (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	term_id bigint NOT NULL REFERENCES live.term ON DELETE CASCADE,
	n int NOT NULL,
	organisation_id bigint,
	language text NOT NULL CHECK (language IN ('en', 'sv', 'nb', 'fi', 'sv-FI')),
	label text NOT NULL DEFAULT '' CHECK (char_length(label) <= 100),
	retired boolean NOT NULL DEFAULT false, -- that organisation does not use the term
	CONSTRAINT term_label_says_something CHECK (label <> '' OR retired AND organisation_id IS NOT NULL),
	version int NOT NULL, valid_from timestamptz NOT NULL, changed_by bigint,
	UNIQUE (term_id, n),
	UNIQUE NULLS NOT DISTINCT (term_id, organisation_id, language)
);
CREATE INDEX ON live.term_label (organisation_id);

INSERT INTO live.term (list, code, position, version, valid_from)
SELECT list, code, place * 10, 1, now() FROM (VALUES
	('organisation_kind', ARRAY['ministry', 'region', 'hospital', 'municipality', 'joint_authority', 'joint_company', 'joint_organisation', 'supplier', 'authority',
		'unit', 'customer_group']),
	('project_kind', ARRAY['programme', 'main_project', 'project', 'sub_project', 'support_project', 'working_group', 'assignment']),
	('project_phase', ARRAY['concept', 'planning', 'execution', 'closing', 'realisation']),
	('project_segment', ARRAY['coordinate', 'standardise', 'renew', 'operate']),
	('status_label', ARRAY['as_planned', 'minor_deviation', 'major_deviation']),
	('milestone_kind', ARRAY['milestone', 'decision_point']),
	('body_kind', ARRAY['steering_group', 'programme_group', 'portfolio_board', 'reference_group', 'architecture_council', 'delegation', 'body_section', 'board',
		'project_group', 'expert_group', 'product_team', 'network', 'support_function']),
	('relation_kind', ARRAY['client', 'joint', 'supplier', 'owner', 'participant', 'consulted', 'supports', 'anchored_in', 'steered_by', 'funded_by']),
	('section_kind', ARRAY['background', 'purpose', 'target_group', 'basic_idea', 'conditions', 'organisation', 'interfaces', 'evaluation', 'tips', 'other'])
	) AS lists (list, codes), unnest(codes) WITH ORDINALITY AS c (code, place);

-- ---- the tables as they become ----------------------------------------------------------------------------------------------------

DO $$
DECLARE
	s text;
	t text;
BEGIN
	FOREACH s IN ARRAY ARRAY['live', 'past'] LOOP
		FOREACH t IN ARRAY ARRAY['project_alias', 'participation', 'project_goal', 'section', 'assignment', 'status_report', 'correction', 'standing', 'deliverable',
		                         'milestone', 'risk', 'dependency'] LOOP
			EXECUTE format('ALTER TABLE %I.%I RENAME COLUMN project_id TO subject_id', s, t);
		END LOOP;
		EXECUTE format('ALTER TABLE %I.project_alias RENAME TO alias', s);
		EXECUTE format('ALTER TABLE %I.participation RENAME COLUMN organisation_id TO other_id', s);
		EXECUTE format('ALTER TABLE %I.participation RENAME TO relation', s);
		EXECUTE format('ALTER TABLE %I.project_goal RENAME TO carries', s);
	END LOOP;
	-- Words are terms now, no closed lists.
	FOR s, t IN SELECT conrelid::regclass, conname FROM pg_constraint
		WHERE contype = 'c' AND conrelid::regclass::text || '.' || (SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[1]) IN (
		      'live.organisation.kind', 'live.project.kind', 'live.project.phase', 'live.project.segment', 'live.status_report.status_label', 'live.milestone.kind',
		      'live.body.kind', 'live.relation.kind', 'live.section.kind') AND cardinality(conkey) = 1
	LOOP
		EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', s, t);
	END LOOP;
	-- A section is a text.
	UPDATE live.body SET kind = 'body_section' WHERE kind = 'section';
	UPDATE past.body SET kind = 'body_section' WHERE kind = 'section';
END
$$;

ALTER TABLE live.organisation
	ADD starts_on date, ADD starts_on_precision text NOT NULL DEFAULT 'day' CHECK (starts_on_precision ~ '^~?(day|month|quarter|season|year)$'),
	ADD ends_on date, ADD ends_on_precision text NOT NULL DEFAULT 'day' CHECK (ends_on_precision ~ '^~?(day|month|quarter|season|year)$');

-- Who has no account stands here too: directory_id and account are empty then.
ALTER TABLE live.person ALTER COLUMN directory_id DROP NOT NULL, ALTER COLUMN account SET DEFAULT '', ADD telephone text NOT NULL DEFAULT '' CHECK (char_length(telephone) <= 50),
	ADD CONSTRAINT person_name_check CHECK (char_length(name) BETWEEN 1 AND 300) NOT VALID, ADD CONSTRAINT person_mail_check CHECK (char_length(mail) <= 320) NOT VALID,
	ADD CONSTRAINT person_title_check CHECK (char_length(title) <= 300) NOT VALID;
CREATE INDEX ON live.person (name);

ALTER TABLE live.project ADD visibility text NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'staff', 'members')),
	ADD position int NOT NULL DEFAULT 0 CHECK (position BETWEEN 0 AND 1000),
	ADD starts_on_precision text NOT NULL DEFAULT 'day' CHECK (starts_on_precision ~ '^~?(day|month|quarter|season|year)$'),
	ADD ends_on_precision text NOT NULL DEFAULT 'day' CHECK (ends_on_precision ~ '^~?(day|month|quarter|season|year)$');
ALTER TABLE past.project ADD visibility text;
UPDATE live.project SET visibility = 'members' WHERE restricted;
UPDATE past.project SET visibility = CASE WHEN restricted THEN 'members' ELSE 'public' END;
ALTER TABLE live.project DROP COLUMN restricted, DROP COLUMN search, ALTER COLUMN id DROP IDENTITY, ALTER COLUMN id SET DEFAULT nextval('live.subject_id');
ALTER TABLE past.project DROP COLUMN restricted, DROP COLUMN search;
DROP INDEX live.project_title_trigram;
ALTER TABLE live.section DROP COLUMN search;
ALTER TABLE past.section DROP COLUMN search;
DROP INDEX IF EXISTS live.project_alias_trigram;
ALTER TABLE live.organisation ALTER COLUMN id DROP IDENTITY, ALTER COLUMN id SET DEFAULT nextval('live.subject_id');

ALTER TABLE live.body ALTER COLUMN id DROP IDENTITY, ALTER COLUMN id SET DEFAULT nextval('live.subject_id'),
	ADD parent_id bigint, ADD mandate text NOT NULL DEFAULT '' CHECK (char_length(mandate) <= 10000),
	ADD visibility text NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'staff', 'members')),
	ADD appointed_on date, ADD appointed_on_precision text NOT NULL DEFAULT 'day' CHECK (appointed_on_precision ~ '^~?(day|month|quarter|season|year)$'),
	ADD ends_on date, ADD ends_on_precision text NOT NULL DEFAULT 'day' CHECK (ends_on_precision ~ '^~?(day|month|quarter|season|year)$');
CREATE INDEX ON live.body (parent_id);
CREATE INDEX ON live.body (organisation_id);

CREATE TABLE live.strategy (
	id bigint PRIMARY KEY DEFAULT nextval('live.subject_id'),
	code text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]{0,39}$'),
	title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
	purpose text NOT NULL DEFAULT '' CHECK (char_length(purpose) <= 1000),
	owner_id bigint NOT NULL,
	starts_on date, starts_on_precision text NOT NULL DEFAULT 'day' CHECK (starts_on_precision ~ '^~?(day|month|quarter|season|year)$'),
	ends_on date, ends_on_precision text NOT NULL DEFAULT 'day' CHECK (ends_on_precision ~ '^~?(day|month|quarter|season|year)$'),
	visibility text NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'staff', 'members')),
	language text NOT NULL CHECK (language IN ('en', 'sv', 'nb', 'fi')),
	version int NOT NULL, valid_from timestamptz NOT NULL, changed_by bigint
);
CREATE INDEX ON live.strategy (owner_id);

-- A goal belongs to a strategy. Where goals stood by themselves, their organisation's become one, whose code is the organisation's.
ALTER TABLE live.strategy_goal ADD subject_id bigint, ADD n int, ADD description text NOT NULL DEFAULT '' CHECK (char_length(description) <= 2000);
ALTER TABLE past.strategy_goal ADD subject_id bigint, ADD n int;
INSERT INTO live.strategy (code, title, owner_id, language, version, valid_from)
SELECT o.code, left(CASE o.language WHEN 'fi' THEN 'Strategia: ' WHEN 'en' THEN 'Strategy: ' ELSE 'Strategi: ' END || o.name, 200), o.id, o.language, 1, min(g.valid_from)
  FROM live.organisation o JOIN (SELECT organisation_id, valid_from FROM live.strategy_goal UNION ALL SELECT organisation_id, valid_from FROM past.strategy_goal) AS g
       ON g.organisation_id = o.id
 GROUP BY o.id ORDER BY o.code;
UPDATE live.strategy_goal g SET subject_id = s.id, n = p.place FROM live.strategy s,
	(SELECT id, row_number() OVER (PARTITION BY organisation_id ORDER BY id) AS place FROM live.strategy_goal) AS p
 WHERE s.owner_id = g.organisation_id AND p.id = g.id;
UPDATE past.strategy_goal g SET subject_id = s.id, n = coalesce((SELECT l.n FROM live.strategy_goal l WHERE l.id = g.id), 1000 + g.id::int) FROM live.strategy s
 WHERE s.owner_id = g.organisation_id;
ALTER TABLE live.strategy_goal ALTER COLUMN subject_id SET NOT NULL, ALTER COLUMN n SET NOT NULL, ADD UNIQUE (subject_id, n), DROP COLUMN organisation_id;
ALTER TABLE past.strategy_goal DROP COLUMN organisation_id;

ALTER TABLE live.relation ADD n int, ADD note text NOT NULL DEFAULT '' CHECK (char_length(note) <= 500);
ALTER TABLE past.relation ADD n int;
UPDATE live.relation r SET n = p.place FROM (SELECT id, row_number() OVER (PARTITION BY subject_id ORDER BY id) AS place FROM live.relation) AS p WHERE p.id = r.id;
UPDATE past.relation r SET n = coalesce((SELECT l.n FROM live.relation l WHERE l.id = r.id), 1000 + r.id::int);
ALTER TABLE live.relation ALTER COLUMN n SET NOT NULL, ADD UNIQUE (subject_id, n), ADD CONSTRAINT relation_with_another CHECK (other_id <> subject_id);

-- Roles and duties in several languages and of one organisation's own; what a unit's holder of the role has to do besides.
ALTER TABLE live.role DROP CONSTRAINT role_code_check, ADD CONSTRAINT role_code_check CHECK (code ~ '^[a-z][a-z0-9_]{0,39}$'), ADD organisation_id bigint, ADD CONSTRAINT role_counterpart_is_another CHECK (counterpart_id <> id), ADD CONSTRAINT role_code_length CHECK (char_length(code) <= 40),
	ADD CONSTRAINT role_position_check CHECK (position BETWEEN 0 AND 1000);
CREATE TABLE live.role_label (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	role_id bigint NOT NULL REFERENCES live.role ON DELETE CASCADE,
	n int NOT NULL,
	language text NOT NULL CHECK (language IN ('en', 'sv', 'nb', 'fi', 'sv-FI')),
	label text NOT NULL CHECK (char_length(label) BETWEEN 1 AND 100),
	version int NOT NULL, valid_from timestamptz NOT NULL, changed_by bigint,
	UNIQUE (role_id, n), UNIQUE (role_id, language)
);
ALTER TABLE live.duty ADD organisation_id bigint;
CREATE INDEX ON live.role (organisation_id);
CREATE INDEX ON live.duty (organisation_id);

-- A chair is held by a person, by a group or by a unit; organisation_id says whose chair it is.
ALTER TABLE live.assignment ADD topic text NOT NULL DEFAULT '' CHECK (char_length(topic) <= 200), ADD holder_body_id bigint, ADD holder_organisation_id bigint,
	ADD CONSTRAINT assignment_has_one_holder CHECK (num_nonnulls(person_id, holder_body_id, holder_organisation_id) <= 1);
CREATE INDEX ON live.assignment (organisation_id);
CREATE INDEX ON live.assignment (holder_body_id);
CREATE INDEX ON live.assignment (holder_organisation_id);

CREATE TABLE live.link (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	subject_id bigint NOT NULL,
	n int NOT NULL,
	title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
	url text NOT NULL CHECK (char_length(url) BETWEEN 1 AND 1000 AND url ~ '^https?://[^[:space:]]+$'),
	position int NOT NULL DEFAULT 0 CHECK (position BETWEEN 0 AND 1000),
	language text NOT NULL CHECK (language IN ('en', 'sv', 'nb', 'fi')),
	version int NOT NULL, valid_from timestamptz NOT NULL, changed_by bigint,
	UNIQUE (subject_id, n)
);

-- A record's field in another language than its own. It goes with its record (030_triggers.sql).
CREATE TABLE live.translation (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	subject_id bigint NOT NULL,
	n int NOT NULL,
	type text NOT NULL,
	record_id bigint NOT NULL,
	field text NOT NULL,
	language text NOT NULL CHECK (language IN ('en', 'sv', 'nb', 'fi')),
	text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 10000),
	of_version int NOT NULL,
	published_at timestamptz NOT NULL,
	version int NOT NULL, valid_from timestamptz NOT NULL, changed_by bigint,
	UNIQUE (subject_id, n), UNIQUE (type, record_id, field, language)
);

-- Time may be imprecise, and not known yet.
ALTER TABLE live.deliverable ALTER COLUMN planned_on DROP NOT NULL, ADD partner_id bigint,
	ADD planned_on_precision text NOT NULL DEFAULT 'day' CHECK (planned_on_precision ~ '^~?(day|month|quarter|season|year)$'),
	ADD forecast_on_precision text NOT NULL DEFAULT 'day' CHECK (forecast_on_precision ~ '^~?(day|month|quarter|season|year)$');
CREATE INDEX ON live.deliverable (partner_id);
ALTER TABLE live.milestone ALTER COLUMN planned_on DROP NOT NULL,
	ADD planned_on_precision text NOT NULL DEFAULT 'day' CHECK (planned_on_precision ~ '^~?(day|month|quarter|season|year)$'),
	ADD forecast_on_precision text NOT NULL DEFAULT 'day' CHECK (forecast_on_precision ~ '^~?(day|month|quarter|season|year)$');
ALTER TABLE live.dependency ADD due_on_precision text NOT NULL DEFAULT 'day' CHECK (due_on_precision ~ '^~?(day|month|quarter|season|year)$');
-- A risk that has happened need not be weighed.
ALTER TABLE live.risk ALTER COLUMN probability DROP NOT NULL, ALTER COLUMN consequence DROP NOT NULL,
	ADD CONSTRAINT risk_is_weighed CHECK (state IN ('occurred', 'closed') OR probability IS NOT NULL AND consequence IS NOT NULL);

-- ---- who reads parts of what everybody reads --------------------------------------------------------------------------------------

-- 'public' or 'staff' by record type and by part of one; written by `styrbord migrate` from the configuration, read by pages.
CREATE TABLE styrbord.visibility (
	part text PRIMARY KEY,
	visibility text NOT NULL CHECK (visibility IN ('public', 'staff'))
);
ALTER TABLE styrbord.visibility ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON styrbord.visibility FOR SELECT TO styrbord_app USING (true);
GRANT SELECT ON styrbord.visibility TO styrbord_app;
INSERT INTO styrbord.visibility VALUES ('risk', 'staff'), ('mail', 'staff'), ('money', 'staff');

-- Which version of the terms, their labels and the roles' there is: every page says it, so that workers keep them until they change.
CREATE TABLE styrbord.words (
	one boolean PRIMARY KEY DEFAULT true CHECK (one),
	version bigint NOT NULL DEFAULT 1
);
INSERT INTO styrbord.words DEFAULT VALUES;
ALTER TABLE styrbord.words ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON styrbord.words FOR SELECT TO styrbord_app USING (true);
GRANT SELECT ON styrbord.words TO styrbord_app;

-- ---- search: one index over every subject -----------------------------------------------------------------------------------------

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
-- Folded words: A name, code and aliases, B the type's own text, C what hangs on it.
CREATE TABLE styrbord.entry (
	subject_id bigint PRIMARY KEY REFERENCES live.subject ON DELETE CASCADE,
	named tsvector NOT NULL DEFAULT '', own tsvector NOT NULL DEFAULT '', rest tsvector NOT NULL DEFAULT '',
	words tsvector GENERATED ALWAYS AS (setweight(named, 'A') || setweight(own, 'B') || setweight(rest, 'C')) STORED
);
CREATE INDEX entry_words ON styrbord.entry USING gin (words);
CREATE INDEX entry_named ON styrbord.entry USING gin (named);
ALTER TABLE styrbord.entry ENABLE ROW LEVEL SECURITY;
-- Every word there is: misspelt words, parts of compounds and inflections are looked up here, never in the texts. What has stood only in what is
-- closed is not `open`: to others it is no word.
CREATE TABLE styrbord.word (word text PRIMARY KEY, stems text[] NOT NULL, open boolean NOT NULL);
CREATE INDEX word_stems ON styrbord.word USING gin (stems);
CREATE INDEX word_trigram ON styrbord.word USING gin (word public.gin_trgm_ops);
ALTER TABLE styrbord.word ENABLE ROW LEVEL SECURITY;
-- Entries to be made anew, since the name of an owner or a person has changed: too many for who changed it to wait for.
CREATE TABLE styrbord.entry_due (subject_id bigint PRIMARY KEY);
ALTER TABLE styrbord.entry_due ENABLE ROW LEVEL SECURITY;
