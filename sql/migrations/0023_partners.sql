-- A deliverable names all the organisations that it is made with, of today and of every earlier day.
SELECT styrbord.links('made_with', 'deliverable_id', 'deliverable', 'organisation_id', 'organisation', ARRAY['project'], 'project.edit');
INSERT INTO past.made_with (id, subject_id, deliverable_id, organisation_id, version, valid_from, changed_by, valid_to, ended_by)
SELECT nextval(pg_get_serial_sequence('live.made_with', 'id')), d.subject_id, d.id, d.partner_id, 1, d.valid_from, d.changed_by, d.valid_to, d.ended_by
  FROM past.deliverable d WHERE d.partner_id IS NOT NULL;
DO $$
DECLARE
	d record;
	clock CONSTANT text := coalesce(current_setting('styrbord.clock', true), '');
BEGIN
	FOR d IN SELECT * FROM live.deliverable WHERE partner_id IS NOT NULL LOOP
		PERFORM set_config('styrbord.clock', d.valid_from::text, true);
		INSERT INTO live.made_with (deliverable_id, organisation_id) VALUES (d.id, d.partner_id);
	END LOOP;
	PERFORM set_config('styrbord.clock', clock, true);
END
$$;
SELECT styrbord.alter_table('deliverable', 'DROP partner_id');
