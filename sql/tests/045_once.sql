-- What is asked to be done once is done once.
BEGIN;
\ir support/setup.psql
SELECT plan(16);

CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT current_setting('styrbord.token') AS leader \gset
SELECT is_empty($$ SELECT FROM styrbord.once_answer('form', 'POST', '/x', 'v') $$, 'what was not used has no answer');
SELECT is(styrbord.once_claim('form', 'POST', '/x', 'v', '00ff'), true, 'its first use takes it');
SELECT is_empty($$ SELECT FROM styrbord.once_answer('form', 'POST', '/x', 'v') $$, 'while the first has no answer there is none');
SELECT is(styrbord.once_claim('form', 'POST', '/x', 'v', '00ff'), false, 'nobody takes it twice');
SELECT styrbord.once_keep('form', 'POST', '/x', 'v', 303, '/y', NULL, NULL, NULL, '/x/1') \g /dev/null
SELECT results_eq($$ SELECT content, status, location, place FROM styrbord.once_answer('form', 'POST', '/x', 'v') $$, $$ VALUES ('00ff', 303, '/y', '/x/1') $$, 'the answer is kept');
SELECT styrbord.once_keep('form', 'POST', '/x', 'v', 200, '/evil', NULL, NULL, NULL, NULL) \g /dev/null
SELECT is((SELECT location FROM styrbord.once_answer('form', 'POST', '/x', 'v')), '/y', 'and stays as it was');
SELECT is_empty($$ SELECT FROM styrbord.once_answer('key', 'POST', '/x', 'v') UNION ALL SELECT FROM styrbord.once_answer('form', 'PATCH', '/x', 'v')
	UNION ALL SELECT FROM styrbord.once_answer('form', 'POST', '/z', 'v') UNION ALL SELECT FROM styrbord.once_answer('form', 'POST', '/x', 'w') $$, 'it belongs to kind, method, path and value');
CALL pg_temp.sign_in('other');
SELECT is_empty($$ SELECT FROM styrbord.once_answer('form', 'POST', '/x', 'v') $$, 'and to the person');
SELECT is(styrbord.once_claim('form', 'POST', '/x', 'v', '00ff'), true, 'another one''s is another');
RESET ROLE;
UPDATE styrbord.once SET claimed_at = claimed_at - interval '25 hours';
SELECT set_config('styrbord.token', :'leader', true), set_config('role', 'styrbord_app', true) \g /dev/null
SELECT is_empty($$ SELECT FROM styrbord.once_answer('form', 'POST', '/x', 'v') $$, 'after a day it is forgotten');
SELECT is(styrbord.once_claim('form', 'POST', '/x', 'v', '00ff'), true, 'and free');
RESET ROLE;
SELECT is((SELECT count(*)::int FROM styrbord.once), 1, 'what is older goes by the way');

-- The same by its content alone is the same for ten seconds.
SELECT set_config('role', 'styrbord_app', true) \g /dev/null
SELECT is(styrbord.once_claim('same', 'POST', '/x', '00ff', '00ff'), true, 'the content is its own key');
SELECT styrbord.once_keep('same', 'POST', '/x', '00ff', 303, '/y', NULL, NULL, NULL, '/x/1') \g /dev/null
SELECT is((SELECT location FROM styrbord.once_answer('same', 'POST', '/x', '00ff')), '/y', 'the same at once is answered alike');
RESET ROLE;
UPDATE styrbord.once SET claimed_at = claimed_at - interval '11 seconds';
SELECT set_config('role', 'styrbord_app', true) \g /dev/null
SELECT is_empty($$ SELECT FROM styrbord.once_answer('same', 'POST', '/x', '00ff') $$, 'a while later it is meant');
SELECT is(styrbord.once_claim('same', 'POST', '/x', '00ff', '00ff'), true, 'and done');
RESET ROLE;

SELECT * FROM finish();
ROLLBACK;
