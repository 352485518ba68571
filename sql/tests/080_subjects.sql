-- The registry of subjects, what is closed, the log: each pitfall that was met while it was tried, and that what is seen is what a slow and
-- obvious question says.
BEGIN;
\ir support/setup.psql
SELECT plan(64);

-- ---- the registry ---------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION pg_temp.registered() RETURNS SETOF record LANGUAGE sql AS $$
	SELECT id, 'organisation', code, name, language, parent_id, NULL::bigint, 'public' FROM live.organisation
	UNION ALL SELECT id, 'project', code, title, language, parent_id, owner_id, visibility FROM live.project
	UNION ALL SELECT b.id, 'body', b.code, b.name, b.language, coalesce(b.project_id, b.parent_id), b.organisation_id,
		styrbord.stricter(b.visibility, (SELECT s.visibility FROM live.subject s WHERE s.id = coalesce(b.project_id, b.parent_id))) FROM live.body b
	UNION ALL SELECT id, 'strategy', code, title, language, NULL, owner_id, visibility FROM live.strategy
$$;
CREATE FUNCTION pg_temp.registry_differs() RETURNS bigint LANGUAGE sql AS $$
	SELECT count(*) FROM live.subject s
	  FULL JOIN pg_temp.registered() AS r (id bigint, type text, code text, title text, language text, parent_id bigint, owner_id bigint, visibility text) USING (id)
	 WHERE (s.type, s.code, s.title, s.language, s.parent_id, s.owner_id, s.visibility) IS DISTINCT FROM (r.type, r.code, r.title, r.language, r.parent_id, r.owner_id, r.visibility)
$$;
SELECT is(pg_temp.registry_differs(), 0::bigint, 'every subject is registered as it is');
CALL pg_temp.owner();
UPDATE project SET title = 'Renamed', parent_id = (SELECT id FROM project WHERE code = 'ASTER'), owner_id = (SELECT id FROM organisation WHERE code = 'VA') WHERE code = 'DHO';
UPDATE organisation SET name = 'Another', parent_id = (SELECT id FROM organisation WHERE code = 'VA') WHERE code = 'OUS';
UPDATE body SET name = 'Committee', visibility = 'staff' WHERE code = 'SG-DHO';
INSERT INTO strategy (code, title, owner_id, language) SELECT 'PLAN', 'A plan', id, 'en' FROM organisation WHERE code = 'HSO';
INSERT INTO strategy_goal (subject_id, code, number, title, language) SELECT id, 'G1', '1', 'First', 'en' FROM strategy WHERE code = 'PLAN';
RESET ROLE;
SELECT is(pg_temp.registry_differs(), 0::bigint, 'and follows each change');
SELECT is((SELECT count(*)::int FROM past.subject), (SELECT count(*)::int FROM past.subject p JOIN live.subject s ON s.id = p.id
           WHERE (p.title, p.parent_id, p.owner_id, p.visibility) IS DISTINCT FROM (s.title, s.parent_id, s.owner_id, s.visibility)), 'its past is a list of renames and moves');
CALL pg_temp.owner();
UPDATE project SET purpose = 'Another purpose', phase = 'execution' WHERE code = 'DHO';
RESET ROLE;
SELECT is((SELECT version FROM subject WHERE id = pg_temp.id_of('DHO')), 2, 'what the registry does not say makes no version of it');
CALL pg_temp.sign_in('leader', 'portfolio@portal');
SELECT throws_ok($$ INSERT INTO subject (id, type, code, title, language, visibility) VALUES (1, 'project', 'X', 'x', 'en', 'public') $$, '42501', NULL, 'the application writes no registry row');
SELECT throws_ok($$ UPDATE subject SET visibility = 'public' $$, '42501', NULL, 'changes none');
SELECT throws_ok($$ DELETE FROM subject $$, '42501', NULL, 'and removes none');
SELECT throws_ok($$ INSERT INTO styrbord.closed VALUES (1, 'gone', '{0}', now()) $$, '42501', NULL, 'nor does it open or close');
SELECT throws_ok($$ INSERT INTO deliverable (subject_id, code, title) SELECT id, 'X', 'x' FROM subject WHERE code = 'HSO' AND type = 'organisation' $$, '23503', NULL,
                 'a deliverable does not hang on an organisation');
SELECT lives_ok($$ INSERT INTO section (subject_id, kind, heading, body, language) SELECT id, 'background', 'H', 'B', 'en' FROM subject WHERE code = 'HSO' AND type = 'organisation' $$,
                'a text does');
SELECT lives_ok($$ INSERT INTO link (subject_id, title, url, language) SELECT id, 'Page', 'https://example.org/x', 'en' FROM subject WHERE code = 'PLAN' $$, 'a link on a strategy');
SELECT throws_ok($$ INSERT INTO link (subject_id, title, url, language) SELECT id, 'Page', 'javascript:alert(1)', 'en' FROM subject WHERE code = 'PLAN' $$, '23514', NULL, 'but not any');
SELECT lives_ok($$ INSERT INTO assignment (subject_id, role_id, person_id) SELECT b.id, r.id, p.id FROM body b, role r, person p WHERE b.code = 'SG-SECRET' AND p.account = 'other' $$,
                'a member of a body, whatever project it belongs to');
SELECT lives_ok($$ INSERT INTO relation (subject_id, other_id, kind) SELECT pg_temp.id_of('DHO'), id, 'client' FROM organisation WHERE code = 'OUS' $$, 'somebody takes part');
SELECT throws_ok($$ INSERT INTO relation (subject_id, other_id, kind) SELECT pg_temp.id_of('DHO'), id, 'friend' FROM organisation WHERE code = 'HSO' $$, '23514', NULL, 'in a way that has a word');
SELECT lives_ok($$ INSERT INTO term (list, code, position) VALUES ('relation_kind', 'friend', 99) $$, 'the office adds a word');
SELECT lives_ok($$ INSERT INTO relation (subject_id, other_id, kind) SELECT pg_temp.id_of('DHO'), id, 'friend' FROM organisation WHERE code = 'HSO' $$, 'which can be used');
UPDATE term SET retired = true WHERE code = 'friend';
SELECT lives_ok($$ UPDATE relation SET note = 'x' WHERE kind = 'friend' $$, 'a retired word stays where it stands');
SELECT throws_ok($$ INSERT INTO relation (subject_id, other_id, kind) SELECT pg_temp.id_of('DHO'), id, 'friend' FROM organisation WHERE code = 'VA' $$, '23514', NULL, 'and is chosen no more');

SELECT throws_ok($$ INSERT INTO relation (subject_id, other_id, kind) VALUES (pg_temp.id_of('DHO'), pg_temp.id_of('DHO'), 'client') $$, '23514', NULL, 'nobody takes part in itself');
SELECT throws_ok($$ UPDATE term SET list = 'body_kind' WHERE code = 'friend' $$, '23514', NULL, 'a word stays in its list');
SELECT throws_ok($$ INSERT INTO assignment (subject_id, role_id, holder_body_id, holder_organisation_id) SELECT pg_temp.id_of('DHO'), r.id, b.id, o.id FROM role r, body b, organisation o
                    WHERE b.code = 'SG-DHO' AND o.code = 'OUS' $$, '23514', NULL, 'a role is not held by a group and a unit');
SELECT throws_ok($$ UPDATE body SET parent_id = id WHERE code = 'SG-DHO' $$, 'SB002', NULL, 'a body of a project is no part of itself');
INSERT INTO body (code, name, kind, project_id, parent_id, language) SELECT 'SUB-DHO', 'Below', 'expert_group', project_id, id, 'en' FROM body WHERE code = 'SG-DHO';
SELECT throws_ok($$ UPDATE body SET parent_id = (SELECT id FROM body WHERE code = 'SUB-DHO') WHERE code = 'SG-DHO' $$, 'SB002', NULL, 'nor of what is part of it');
-- A relation to what is hidden is hidden: that there is one would be said by it.
INSERT INTO relation (subject_id, other_id, kind) VALUES (pg_temp.id_of('DHO'), pg_temp.id_of('SECRET'), 'supports');
CALL pg_temp.anonymous();
SELECT is((SELECT count(*)::int FROM relation WHERE subject_id = pg_temp.id_of('DHO') AND kind = 'supports'), 0, 'a relation to what is hidden is not seen');
CALL pg_temp.sign_in('leader', 'portfolio@portal');
SELECT is((SELECT count(*)::int FROM relation WHERE subject_id = pg_temp.id_of('DHO') AND kind = 'supports'), 1, 'but by who sees both');

-- ---- what is closed -------------------------------------------------------------------------------------------------------------------

-- A policy that asks live.subject about what hides it would let everything through: closed must know every subject that is not public.
CREATE FUNCTION pg_temp.closed_differs() RETURNS bigint LANGUAGE sql AS $$
	SELECT count(*) FROM (SELECT id, visibility FROM live.subject WHERE visibility <> 'public'
	                      UNION ALL SELECT DISTINCT p.id, 'gone' FROM past.subject p WHERE NOT EXISTS (SELECT FROM live.subject s WHERE s.id = p.id)) AS w (id, visibility)
	  FULL JOIN (SELECT subject_id, visibility FROM styrbord.closed WHERE valid_to = 'infinity') AS c (id, visibility) USING (id)
	 WHERE w.visibility IS DISTINCT FROM c.visibility
$$;
RESET ROLE;
SELECT is(pg_temp.closed_differs(), 0::bigint, 'closed is what is not public, and what is gone');
CALL pg_temp.anonymous();
SELECT is((SELECT count(*)::int FROM subject WHERE code = 'SG-DHO'), 0, 'what is for staff is not for everybody');
SELECT is((SELECT count(*)::int FROM body WHERE code = 'SG-DHO'), 0, 'its row neither');
SELECT is((SELECT count(*)::int FROM subject WHERE code = 'SG-SECRET'), 0, 'what belongs to a closed project is closed');
CALL pg_temp.sign_in('other');
SELECT is((SELECT count(*)::int FROM subject WHERE code = 'SG-DHO'), 1, 'staff see it');
SELECT is((SELECT count(*)::int FROM assignment), 0, 'but not who sits in a closed project''s body');
RESET ROLE;
SET SESSION AUTHORIZATION styrbord_owner;
SET LOCAL styrbord.clock = '2024-01-01';
UPDATE project SET visibility = 'staff' WHERE code = 'SUB';
SET LOCAL styrbord.clock = '2024-02-01';
INSERT INTO risk (subject_id, kind, title, probability, consequence, state) SELECT id, 'risk', 'For staff', 1, 1, 'open' FROM project WHERE code = 'SUB';
SET LOCAL styrbord.clock = '2024-03-01';
UPDATE project SET visibility = 'members' WHERE code = 'SUB';
UPDATE risk SET title = 'For members' WHERE title = 'For staff';
SET LOCAL styrbord.clock = '2024-04-01';
UPDATE risk SET title = 'For everybody' WHERE title = 'For members';
UPDATE project SET visibility = 'public' WHERE code = 'SUB';
SET LOCAL styrbord.clock = '';
RESET SESSION AUTHORIZATION;
SELECT results_eq($$ SELECT visibility, valid_from::date, valid_to::date FROM styrbord.closed WHERE subject_id = pg_temp.id_of('SUB') ORDER BY valid_from $$,
	$$ VALUES ('staff', DATE '2024-01-01', DATE '2024-03-01'), ('members', DATE '2024-03-01', DATE '2024-04-01') $$, 'periods stay');
CALL pg_temp.anonymous();
SELECT results_eq($$ SELECT title FROM risk WHERE subject_id = pg_temp.id_of('SUB') $$, ARRAY['For everybody'], 'opened: what is there now is read');
SELECT is_empty($$ SELECT title FROM past.risk WHERE subject_id = pg_temp.id_of('SUB') $$, 'nothing of what was written before');
CALL pg_temp.sign_in('other');
SELECT results_eq($$ SELECT title FROM past.risk WHERE subject_id = pg_temp.id_of('SUB') $$, ARRAY['For staff'], 'staff read what was theirs');
CALL pg_temp.sign_in('other', 'member@project:BOT');
SELECT results_eq($$ SELECT title FROM past.risk WHERE subject_id = pg_temp.id_of('SUB') ORDER BY valid_from $$, ARRAY['For staff', 'For members'], 'who takes part above reads all');
CALL pg_temp.owner();
UPDATE project SET visibility = 'members' WHERE code = 'SUB';
RESET ROLE;
SELECT ok((SELECT scope @> ARRAY[pg_temp.id_of('ASTER')] FROM styrbord.closed WHERE subject_id = pg_temp.id_of('SUB') AND valid_to = 'infinity'), 'the scope reaches to the top');
CALL pg_temp.owner();
UPDATE project SET parent_id = (SELECT id FROM project WHERE code = 'SECRET') WHERE code = 'BOT';
RESET ROLE;
SELECT is((SELECT scope @> ARRAY[pg_temp.id_of('ASTER')] OR NOT scope @> ARRAY[pg_temp.id_of('SECRET')] FROM styrbord.closed WHERE subject_id = pg_temp.id_of('SUB') AND valid_to = 'infinity'),
          false, 'and follows when something above moves');
SELECT is((SELECT bool_and(scope = styrbord.scope_while(subject_id, visibility)) FROM styrbord.closed), true, 'each scope is what it would be if made now');
CALL pg_temp.owner();
DELETE FROM project WHERE code = 'SUB';
RESET ROLE;
SELECT is(pg_temp.closed_differs(), 0::bigint, 'what was deleted is gone');
CALL pg_temp.sign_in('other', 'member@project:BOT');
SELECT is_empty($$ SELECT FROM past.risk WHERE title LIKE 'For %' $$, 'and its past is for grants on the portal');
CALL pg_temp.sign_in('other', 'auditor@portal');
SELECT is((SELECT count(*)::int FROM past.risk WHERE title LIKE 'For %'), 3, 'who have it');

-- ---- what is seen is what a slow and obvious question says --------------------------------------------------------------------------------

-- Who sees a subject: walked one grant at a time, without scopes, held() or closed.
CREATE FUNCTION pg_temp.sees_slowly(subject bigint, visibility text, grants text[]) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
	g text;
	above bigint[] := ARRAY(WITH RECURSIVE up AS (SELECT s.id, s.parent_id, s.owner_id FROM live.subject s WHERE s.id = subject
		UNION SELECT s.id, s.parent_id, NULL::bigint FROM up JOIN live.subject s ON s.id IN (up.parent_id, up.owner_id)) SELECT id FROM up);
BEGIN
	IF visibility = 'public' OR visibility = 'staff' AND grants IS NOT NULL THEN
		RETURN true;
	END IF;
	FOREACH g IN ARRAY coalesce(grants, '{}') LOOP
		IF split_part(g, '@', 1) IN ('member', 'leader', 'steering', 'coordinator', 'portfolio', 'auditor') AND (g LIKE '%@portal'
		   OR EXISTS (SELECT FROM live.subject s WHERE s.id = ANY (above) AND s.type || ':' || s.code = split_part(g, '@', 2))) THEN
			RETURN true;
		END IF;
	END LOOP;
	RETURN false;
END
$$;
RESET ROLE;
SET SESSION AUTHORIZATION styrbord_owner;
SET LOCAL styrbord.clock = '2021-01-01';
UPDATE project SET visibility = 'staff' WHERE code = 'ASTER';
SET LOCAL styrbord.clock = '2023-01-01';
UPDATE project SET visibility = 'public' WHERE code = 'ASTER';
SET LOCAL styrbord.clock = '';
INSERT INTO risk (subject_id, kind, title, probability, consequence, state) SELECT id, 'risk', 'One of each', 1, 1, 'open' FROM project;
RESET SESSION AUTHORIZATION;
CREATE TEMPORARY TABLE person_kind (who text, grants text[]) ON COMMIT DROP;
INSERT INTO person_kind VALUES ('nobody', NULL), ('staff', '{}'), ('member of a restricted one', '{member@project:SECRET}'), ('leader of a programme', '{leader@project:ASTER}'),
	('coordinator of an organisation', '{coordinator@organisation:HSO}'), ('of the one above', '{steering@organisation:VA}'), ('of a region', '{coordinator@region:HSO}'),
	('portfolio office', '{portfolio@portal}'), ('auditor', '{auditor@portal}'), ('administrator', '{admin@portal}');
CREATE FUNCTION pg_temp.seen_as(grants text[], question text) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
	ids bigint[];
BEGIN
	IF grants IS NULL THEN CALL pg_temp.anonymous(); ELSE CALL pg_temp.sign_in('other', VARIADIC grants); END IF;
	EXECUTE 'SELECT coalesce(array_agg(id ORDER BY id), ''{}'') FROM (' || question || ') AS q' INTO ids;
	PERFORM set_config('role', 'none', true);
	RETURN ids;
END
$$;
SELECT is(pg_temp.seen_as(k.grants, 'SELECT id FROM live.risk WHERE title = ''One of each'''),
          ARRAY(SELECT r.id FROM live.risk r JOIN live.subject s ON s.id = r.subject_id WHERE r.title = 'One of each' AND pg_temp.sees_slowly(s.id, s.visibility, k.grants) ORDER BY 1),
          'risks of today: ' || k.who) FROM person_kind k;
SET LOCAL styrbord.at = '2022-06-01';
-- On that day: what they see today of what they could see then.
SELECT is(pg_temp.seen_as(k.grants, 'SELECT id FROM at.project'),
          ARRAY(SELECT v.id FROM (SELECT id, visibility, valid_from, 'infinity'::timestamptz AS valid_to FROM live.project UNION ALL SELECT id, visibility, valid_from, valid_to FROM past.project) v
                 WHERE v.valid_from <= '2022-06-01' AND v.valid_to > '2022-06-01' AND EXISTS (SELECT FROM live.project p WHERE p.id = v.id)
                   AND pg_temp.sees_slowly(v.id, v.visibility, k.grants) AND pg_temp.sees_slowly(v.id, (SELECT p.visibility FROM live.project p WHERE p.id = v.id), k.grants)
                UNION SELECT v.id FROM past.project v WHERE v.valid_from <= '2022-06-01' AND v.valid_to > '2022-06-01' AND NOT EXISTS (SELECT FROM live.project p WHERE p.id = v.id)
                   AND k.grants && '{portfolio@portal,auditor@portal}' ORDER BY 1),
          'projects of a day: ' || k.who) FROM person_kind k;
SET LOCAL styrbord.at = '';

SELECT is((SELECT count(*)::int FROM styrbord.touched WHERE xid = pg_current_xact_id() AND subject IN (0, pg_temp.id_of('DHO'), pg_temp.id_of('ASTER'))), 3, 'and what was touched is noted');
SELECT * FROM finish();
ROLLBACK;
