-- News and events: drafts until somebody publishes them, and corrected in the open from then on.
-- Who writes and publishes them is an editor. A draft is seen by editors and by those who take part in what it is about.
ALTER TABLE styrbord.role_right DROP CONSTRAINT role_right_role_check,
	ADD CONSTRAINT role_right_role_check CHECK (role IN ('staff', 'member', 'leader', 'steering', 'coordinator', 'portfolio', 'admin', 'auditor', 'editor'));
ALTER TABLE live.subject DROP CONSTRAINT subject_visibility_check, ADD CONSTRAINT subject_visibility_check CHECK (visibility IN ('public', 'staff', 'draft', 'members'));
CREATE OR REPLACE FUNCTION styrbord.stricter(a text, b text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE WHEN 'members' IN (a, b) THEN 'members' WHEN 'draft' IN (a, b) THEN 'draft' WHEN 'staff' IN (a, b) THEN 'staff' ELSE 'public' END
$$;

CREATE TABLE live.news (
	id bigint PRIMARY KEY DEFAULT nextval('live.subject_id'),
	code text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]{0,39}$'),
	title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
	kind text NOT NULL DEFAULT 'news' CHECK (kind IN ('news', 'announcement', 'invitation')),
	lead text NOT NULL DEFAULT '' CHECK (char_length(lead) <= 1000),
	body text NOT NULL DEFAULT '' CHECK (char_length(body) <= 20000),
	owner_id bigint NOT NULL REFERENCES live.organisation, project_id bigint REFERENCES live.project,
	published_at timestamptz, published_by_id bigint REFERENCES live.person,
	correction_reason text NOT NULL DEFAULT '' CHECK (char_length(correction_reason) <= 500),
	visibility text NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'staff')),
	language text NOT NULL CHECK (language IN ('en', 'sv', 'nb', 'fi')),
	version int NOT NULL, valid_from timestamptz NOT NULL, changed_by bigint
);
CREATE INDEX ON live.news (owner_id);
CREATE INDEX ON live.news (project_id);
CREATE INDEX ON live.news (published_by_id);
CREATE INDEX ON live.news (published_at, id);
CREATE INDEX ON live.news (title COLLATE "und-x-icu", id);
CREATE INDEX ON live.news (title COLLATE "sv-x-icu", id);
CREATE INDEX ON live.news (title COLLATE "nb-x-icu", id);
CREATE INDEX ON live.news (title COLLATE "fi-x-icu", id);
SELECT styrbord.is_subject('news', 'NEW.title', parent => 'NEW.project_id', owner => 'NEW.owner_id',
                           visibility => 'CASE WHEN NEW.published_at IS NULL THEN ''draft''::text ELSE NEW.visibility END',
                           words => 'NEW.lead || '' '' || NEW.body', may_write => 'news.edit', within => true);

CREATE TABLE live.event (
	id bigint PRIMARY KEY DEFAULT nextval('live.subject_id'),
	code text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]{0,39}$'),
	title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
	description text NOT NULL DEFAULT '' CHECK (char_length(description) <= 10000),
	starts_on date, starts_on_precision text NOT NULL DEFAULT 'day' CHECK (starts_on_precision ~ '^~?(day|month|quarter|season|year)$'),
	ends_on date, ends_on_precision text NOT NULL DEFAULT 'day' CHECK (ends_on_precision ~ '^~?(day|month|quarter|season|year)$'),
	hours text NOT NULL DEFAULT '' CHECK (char_length(hours) <= 100), place text NOT NULL DEFAULT '' CHECK (char_length(place) <= 300),
	audience text NOT NULL DEFAULT '' CHECK (char_length(audience) <= 500), addressee text NOT NULL DEFAULT '' CHECK (char_length(addressee) <= 500),
	registration_url text NOT NULL DEFAULT '' CHECK (registration_url ~ '^(https?://\S+)?$' AND char_length(registration_url) <= 1000),
	outcome text NOT NULL DEFAULT '' CHECK (char_length(outcome) <= 10000),
	owner_id bigint NOT NULL REFERENCES live.organisation, project_id bigint REFERENCES live.project,
	published_at timestamptz, published_by_id bigint REFERENCES live.person,
	correction_reason text NOT NULL DEFAULT '' CHECK (char_length(correction_reason) <= 500),
	visibility text NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'staff')),
	language text NOT NULL CHECK (language IN ('en', 'sv', 'nb', 'fi')),
	version int NOT NULL, valid_from timestamptz NOT NULL, changed_by bigint,
	CONSTRAINT event_ends_after_start CHECK (ends_on >= styrbord.first_day(starts_on, starts_on_precision))
);
CREATE INDEX ON live.event (owner_id);
CREATE INDEX ON live.event (project_id);
CREATE INDEX ON live.event (published_by_id);
CREATE INDEX ON live.event (starts_on, id);
CREATE INDEX ON live.event (title COLLATE "und-x-icu", id);
CREATE INDEX ON live.event (title COLLATE "sv-x-icu", id);
CREATE INDEX ON live.event (title COLLATE "nb-x-icu", id);
CREATE INDEX ON live.event (title COLLATE "fi-x-icu", id);
SELECT styrbord.is_subject('event', 'NEW.title', parent => 'NEW.project_id', owner => 'NEW.owner_id',
                           visibility => 'CASE WHEN NEW.published_at IS NULL THEN ''draft''::text ELSE NEW.visibility END',
                           words => 'NEW.description || '' '' || NEW.place', may_write => 'news.edit', within => true);

-- Hosts and themes hang where the event hangs: it is a subject itself.
CREATE FUNCTION styrbord.hangs_on_itself() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	NEW.subject_id := NEW.event_id;
	RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION styrbord.hangs_on_itself() FROM PUBLIC;
CREATE TABLE live.event_host (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, subject_id bigint NOT NULL,
	event_id bigint NOT NULL REFERENCES live.event ON DELETE CASCADE, organisation_id bigint NOT NULL REFERENCES live.organisation,
	version int NOT NULL, valid_from timestamptz NOT NULL, changed_by bigint, UNIQUE (event_id, organisation_id));
CREATE INDEX ON live.event_host (organisation_id);
CREATE INDEX ON live.event_host (subject_id);
CREATE TABLE live.event_theme (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, subject_id bigint NOT NULL,
	event_id bigint NOT NULL REFERENCES live.event ON DELETE CASCADE, item_id bigint NOT NULL REFERENCES live.strategy_item,
	version int NOT NULL, valid_from timestamptz NOT NULL, changed_by bigint, UNIQUE (event_id, item_id));
CREATE INDEX ON live.event_theme (item_id);
CREATE INDEX ON live.event_theme (subject_id);
CREATE TRIGGER a_hangs_on_itself BEFORE INSERT OR UPDATE ON live.event_host FOR EACH ROW EXECUTE FUNCTION styrbord.hangs_on_itself();
CREATE TRIGGER a_hangs_on_itself BEFORE INSERT OR UPDATE ON live.event_theme FOR EACH ROW EXECUTE FUNCTION styrbord.hangs_on_itself();
SELECT styrbord.belongs_to('event_host', types => ARRAY['event'], numbered => NULL), styrbord.belongs_to('event_theme', types => ARRAY['event'], numbered => NULL);

CREATE TABLE live.attendance (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, subject_id bigint NOT NULL, n int NOT NULL,
	organisation_id bigint NOT NULL REFERENCES live.organisation,
	people int CHECK (people BETWEEN 1 AND 100000), note text NOT NULL DEFAULT '' CHECK (char_length(note) <= 500),
	version int NOT NULL, valid_from timestamptz NOT NULL, changed_by bigint, UNIQUE (subject_id, n),
	CONSTRAINT attendance_once UNIQUE (subject_id, organisation_id));
CREATE INDEX ON live.attendance (organisation_id);
SELECT styrbord.belongs_to('attendance', types => ARRAY['event']);

-- What was put right in something that is published: written by the database, when it is saved with a reason (031_deciding.sql).
CREATE TABLE live.amendment (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, subject_id bigint NOT NULL, n int NOT NULL,
	field text NOT NULL, before text NOT NULL, after text NOT NULL, reason text NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 500),
	amended_at timestamptz NOT NULL, amended_by_id bigint REFERENCES live.person,
	version int NOT NULL, valid_from timestamptz NOT NULL, changed_by bigint, UNIQUE (subject_id, n));
CREATE INDEX ON live.amendment (amended_by_id);
CREATE INDEX ON live.amendment (amended_at, id);
SELECT styrbord.belongs_to('amendment', types => ARRAY['news', 'event'], may_write => NULL);
