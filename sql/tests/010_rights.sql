-- A grant is role @ scope; what each scope covers.
BEGIN;
\ir support/setup.psql
SELECT plan(57);

CALL pg_temp.anonymous();
SELECT is(styrbord.may('project.edit', pg_temp.id_of('DHO')), false, 'nobody may nothing');
SELECT is(styrbord.rights_on(pg_temp.id_of('DHO')), '{}'::text[], 'and holds no right');
SELECT is(styrbord.reach('project.edit'), 'none', 'anywhere');
CALL pg_temp.sign_in('other');
SELECT is(styrbord.may('project.edit', pg_temp.id_of('DHO')), false, 'staff edit nothing');
SELECT is(styrbord.may('project.create'), false, 'and create nothing');

CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT is(styrbord.may('project.edit', pg_temp.id_of('DHO')), true, 'a leader edits the project led');
SELECT is(styrbord.may('project.edit', pg_temp.id_of('BOT')), false, 'not another one');
SELECT is(styrbord.may('project.edit'), false, 'not without a project');
SELECT is(styrbord.may('project.create', pg_temp.id_of('DHO')), true, 'a leader creates below the project led');
SELECT is(styrbord.may('project.create', pg_temp.id_of('BOT')), false, 'not below another one');
SELECT is(styrbord.may('project.create'), false, 'nor at the top');
SELECT is(styrbord.may('project.remove', pg_temp.id_of('DHO')), false, 'and removes none');
SELECT is(styrbord.rights_on(pg_temp.id_of('DHO')), '{adaptation.edit,body.edit,decision.edit,dependency.agree,meeting.edit,model.edit,news.edit,person.edit,project.create,project.edit,project.read_restricted,report.publish,report.write,rollout.edit,service.edit,survey.answer,survey.edit}'::text[],
          'rights of a leader');
SELECT is(styrbord.rights_on(pg_temp.id_of('BOT')), '{}'::text[], 'elsewhere none');
SELECT is(styrbord.reach('project.edit'), 'some', 'a project grant reaches some projects');

CALL pg_temp.sign_in('leader', 'leader@project:BOT');
SELECT is(styrbord.may('project.edit', pg_temp.id_of('SUB')), true, 'what is below is covered');
SELECT is(styrbord.may('project.edit', pg_temp.id_of('ASTER')), false, 'what is above is not');
CALL pg_temp.sign_in('leader', 'leader@project:ASTER');
SELECT is(styrbord.may('project.edit', pg_temp.id_of('SUB')), true, 'two levels below is covered');
CALL pg_temp.sign_in('leader', 'leader@project:SECRET');
SELECT is(styrbord.may('project.edit', pg_temp.id_of('BELOW')), true, 'below a restricted one too');

CALL pg_temp.sign_in('leader', 'leader@organisation:HSO');
SELECT is(styrbord.may('project.edit', pg_temp.id_of('DHO')), true, 'an organisation covers what it owns');
SELECT is(styrbord.may('project.edit', pg_temp.id_of('BOT')), true, 'and what an organisation below it owns');
SELECT is(styrbord.may('project.edit', pg_temp.id_of('SUB')), false, 'not what somebody else owns');
CALL pg_temp.sign_in('leader', 'leader@organisation:OUS');
SELECT is(styrbord.may('project.edit', pg_temp.id_of('DHO')), false, 'nor what the organisation above owns');
CALL pg_temp.sign_in('leader', 'coordinator@region:HSO', 'leader@service:DHO');
SELECT is(styrbord.rights_on(pg_temp.id_of('DHO')), '{}'::text[], 'a region or a service covers no project');
SELECT is(styrbord.may('organisation.edit', (SELECT id FROM organisation WHERE code = 'HSO')), true, 'a region covers itself');
SELECT is(styrbord.may('organisation.edit', (SELECT id FROM organisation WHERE code = 'OUS')), true, 'and what is below it');
SELECT is(styrbord.may('organisation.edit', (SELECT id FROM organisation WHERE code = 'VA')), false, 'not another one');
SELECT is(styrbord.may_edit((SELECT id FROM organisation WHERE code = 'OUS')), true, 'texts hang on it with the same right');
CALL pg_temp.sign_in('leader', 'coordinator@region:OUS');
SELECT is(styrbord.may('organisation.edit', (SELECT id FROM organisation WHERE code = 'HSO')), false, 'not what is above it');
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT is(styrbord.may('body.edit', (SELECT id FROM body WHERE code = 'SG-DHO')), true, 'a project covers its bodies');
SELECT is(styrbord.may('body.edit', (SELECT id FROM body WHERE code = 'SG-SECRET')), false, 'not those of another');

CALL pg_temp.sign_in('leader', 'portfolio@portal');
SELECT is(styrbord.may('project.create'), true, 'the portfolio office creates projects');
SELECT is(styrbord.may('project.edit', pg_temp.id_of('SECRET')), true, 'and edits all');
SELECT is(styrbord.reach('project.edit'), 'all', 'everywhere');
SELECT is(styrbord.may('audit.read'), false, 'but does not read the audit log');
SELECT is(styrbord.may('no.such.right'), false, 'a right that does not exist is held by nobody');
SELECT is(styrbord.may(NULL), false, 'nor is NULL');
CALL pg_temp.sign_in('leader', 'auditor@portal');
SELECT is(styrbord.may('audit.read'), true, 'the auditor reads it');
SELECT is(styrbord.may('project.edit', pg_temp.id_of('DHO')), false, 'and edits nothing');

CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT is(styrbord.may_on('project.edit', 'project', 'DHO'), true, 'by code: yes');
SELECT is(styrbord.may_on('project.edit', 'project', 'BOT'), false, 'by code: no');
SELECT is(styrbord.may_on('project.edit', 'project', 'NONE'), NULL, 'by code: there is none');
SELECT is(styrbord.may_on('project.edit', 'project', 'SECRET'), NULL, 'by code: none that is seen');

-- What is believed is the session's row, never a setting.
SELECT styrbord.enter((SELECT encode(sha256('none'), 'hex'))) \g /dev/null
SELECT is(current_setting('styrbord.token'), '', 'a token that opens no session enters nobody');
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT is((SELECT account FROM styrbord.enter(current_setting('styrbord.token'))), 'leader', 'one that does says whom');
SELECT is(styrbord.person(), (SELECT id FROM person WHERE account = 'leader'), 'and is that person from here on');
SELECT set_config('styrbord.grants', '[{"role":"portfolio","scope":"portal","key":""}]', true), set_config('styrbord.person', '1', true),
       set_config('styrbord.author', '1', true), set_config('styrbord.reads', 'yes', true) \g /dev/null
SELECT is(styrbord.may('project.create'), false, 'settings of grants count for nothing');
SELECT is(styrbord.person(), (SELECT id FROM person WHERE account = 'leader'), 'nor do those of a person');

-- Entries that are no grants give nothing.
CALL pg_temp.owner();
UPDATE styrbord.session SET grants = '[1, null, "x", ["portal"], {"role":"portfolio"}, {"role":"portfolio","scope":"project","key":null}]';
RESET ROLE;
SELECT encode(token_hash, 'hex') AS broken FROM styrbord.session LIMIT 1 \gset
SET LOCAL ROLE styrbord_app;
SELECT set_config('styrbord.token', coalesce(:'broken', ''), true) \g /dev/null
SELECT is(styrbord.may('project.create', pg_temp.id_of('DHO')), false, 'entries that are no grants give nothing');

-- What the directory has not confirmed for too long.
CALL pg_temp.owner();
DELETE FROM styrbord.session;
CALL pg_temp.sign_in('leader', 'leader@project:DHO');
SELECT is(styrbord.may('project.edit', pg_temp.id_of('DHO')), true, 'rights that the directory has just confirmed count');
RESET ROLE;
UPDATE styrbord.session SET granted_at = now() - interval '3599 seconds';
SET LOCAL ROLE styrbord_app;
SELECT is(styrbord.may('project.edit', pg_temp.id_of('DHO')), true, 'and for an hour');
RESET ROLE;
UPDATE styrbord.session SET granted_at = now() - interval '3601 seconds', trouble = 'directory_away';
SET LOCAL ROLE styrbord_app;
SELECT is(styrbord.may('project.edit', pg_temp.id_of('DHO')), false, 'then they let nobody write');
SELECT is(styrbord.reach('project.read_restricted'), 'none', 'or see what is restricted');
SELECT is(styrbord.reads(), true, 'reading as staff stays');
SELECT results_eq($$ SELECT granted_at, confirmed, trouble FROM styrbord.grants_state() $$, $$ VALUES (now() - interval '3601 seconds', false, 'directory_away') $$,
	'and the reason is there to be shown');
RESET ROLE;
UPDATE styrbord.session SET granted_at = now() + interval '2 hours';
SET LOCAL ROLE styrbord_app;
SELECT is(styrbord.may('project.edit', pg_temp.id_of('DHO')), false, 'a moment to come is as far away');
RESET ROLE;
SELECT styrbord.configure(true, 0) \g /dev/null
SET LOCAL ROLE styrbord_app;
SELECT is(styrbord.may('project.edit', pg_temp.id_of('DHO')), true, 'unless rights are kept for ever');

SELECT * FROM finish();
ROLLBACK;
