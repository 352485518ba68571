-- Who sees and who writes which row. Nothing here means: nobody but the owner. What does not depend on the row stands in
-- (SELECT …), so that it is asked once a statement.

-- Known to every reader, written by the directory's mirror or by the installation, not through the portal's forms.
SELECT styrbord.readable(t, '(SELECT styrbord.reads())')
  FROM unnest(ARRAY['organisation', 'person', 'strategy_goal', 'role', 'duty']) AS t;

-- A restricted project is there only for those who take part in it. Its past is hidden as it is now and as it was then;
-- a deleted project's past is for those who see everything.
SELECT styrbord.readable('project', reads || ' AND ' || seen,
	reads || ' AND (' || seen || ' AND EXISTS (SELECT FROM live.project p WHERE p.id = project.id) OR ' || everything || ')')
  FROM (VALUES ('(SELECT styrbord.reads())',
	'(NOT restricted OR CASE (SELECT styrbord.reach(''project.read_restricted'')) WHEN ''all'' THEN true WHEN ''none'' THEN false '
	'ELSE styrbord.may_here(''project.read_restricted'', code, parent_id, owner_id) END)',
	'(SELECT styrbord.reach(''project.read_restricted'')) = ''all''')) AS said (reads, seen, everything);
-- The row as it will be is asked as well: nobody moves or renames a project out of the reach of their own grant.
SELECT styrbord.writable('project',
	condition => 'styrbord.may_here(''project.edit'', code, parent_id, owner_id)',
	insert_condition => 'styrbord.may(''project.create'', parent_id)',
	delete_condition => 'styrbord.may_here(''project.create'', code, parent_id, owner_id)');

-- What belongs to a project (project_id) is seen by whoever sees the project: the inner query is under project's own policy, which
-- asks whether this requester reads at all. An old version is seen by whoever could see the project as it was while the version was
-- valid: opening a restricted project publishes nothing of what was written before. (A test finds a table that forgets it.)
CREATE OR REPLACE FUNCTION styrbord.readable_with_project(name name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	shown CONSTANT text := 'EXISTS (SELECT FROM live.project p WHERE p.id = project_id)';
BEGIN
	PERFORM styrbord.readable(name, shown, '(SELECT styrbord.reads()) AND (' || shown
		|| ' AND (NOT styrbord.was_restricted(project_id, valid_from, valid_to) OR styrbord.may(''project.read_restricted'', project_id))'
		|| ' OR (SELECT styrbord.reach(''project.read_restricted'')) = ''all'')');
END
$$;
REVOKE ALL ON FUNCTION styrbord.readable_with_project(name) FROM PUBLIC;
SELECT styrbord.readable_with_project(t)
  FROM unnest(ARRAY['project_alias', 'project_goal', 'participation', 'section', 'assignment', 'correction', 'standing',
	'deliverable', 'milestone', 'risk', 'dependency']) AS t;
SELECT styrbord.readable('body', reads || ' AND ' || shown, reads || ' AND (' || shown || ' AND (' || open_then || ') OR ' || everything || ')')
  FROM (VALUES ('(project_id IS NULL OR EXISTS (SELECT FROM live.project p WHERE p.id = project_id))', '(SELECT styrbord.reads())',
	'project_id IS NULL OR NOT styrbord.was_restricted(project_id, valid_from, valid_to) OR styrbord.may(''project.read_restricted'', project_id)',
	'(SELECT styrbord.reach(''project.read_restricted'')) = ''all''')) AS said (shown, reads, open_then, everything);
SELECT styrbord.writable(t, 'styrbord.may(''project.edit'', project_id)')
  FROM unnest(ARRAY['project_alias', 'project_goal', 'participation', 'section', 'body', 'assignment', 'deliverable', 'milestone',
	'risk']) AS t;

-- A report is for everybody once it is published; until then for those who take part. Each old version by the state
-- that it had: the drafts of a published report stay drafts.
SELECT styrbord.readable('status_report', reads || ' AND (' || published || ' OR ' || takes_part || ')',
	reads || ' AND (' || published || ' AND NOT styrbord.was_restricted(project_id, valid_from, valid_to) OR ' || takes_part || ')')
  FROM (VALUES ('(SELECT styrbord.reads())', 'state = ''published'' AND EXISTS (SELECT FROM live.project p WHERE p.id = project_id)',
	'(SELECT styrbord.reach(''project.read_restricted'')) <> ''none'' AND styrbord.may(''project.read_restricted'', project_id)')) AS said (reads, published, takes_part);
SELECT styrbord.writable('status_report',
	condition => 'styrbord.may(''report.write'', project_id)',
	new_condition => 'styrbord.may(CASE state WHEN ''published'' THEN ''report.publish'' ELSE ''report.write'' END, project_id)');
-- Updates and deletes get as far as the trigger that refuses them with a reason.
SELECT styrbord.writable('correction', 'styrbord.may(''report.publish'', project_id)');

-- Both sides write a dependency; which columns each, a trigger watches (030_triggers.sql).
SELECT styrbord.writable('dependency',
	condition => 'styrbord.may(''project.edit'', project_id) OR styrbord.may(''dependency.agree'', provider_project_id)',
	insert_condition => 'styrbord.may(''project.edit'', project_id)',
	delete_condition => 'styrbord.may(''project.edit'', project_id)');
