-- The people of the demo directory (conf/directory holds the same entryUUIDs; all are invented) and the roles with
-- their duties. A person's row is refreshed from the directory at sign-in.
\ir helpers.psql

SELECT set_config('styrbord.clock', '2021-01-04 09:00+01', false);

INSERT INTO person (account, directory_id, name, mail, title, organisation_id)
SELECT v.account, v.directory_id, v.name, v.mail, v.title, pg_temp.org(v.organisation) FROM (VALUES
	('staff', 'fe6f1ca9-fcc1-5f50-9c50-ff9dd41f0a2d', 'Maja Lindqvist', 'maja.lindqvist@demo.example', 'Nurse and superuser', 'SIV'),
	('leader', '5a2744bf-f824-5660-8c95-e7f6f80a53a4', 'Ingrid Solheim', 'ingrid.solheim@demo.example', 'Project manager, digital home follow-up', 'SIV'),
	('coordinator', '4cf51abb-cb9f-51c2-b129-abd4ae8431a7', 'Henrik Aasland', 'henrik.aasland@demo.example', 'Rollout coordinator, Vestfold', 'SIV'),
	('steering', '98f37037-bb7c-5799-b863-1aafaab2ebe1', 'Torunn Bakkevig', 'torunn.bakkevig@demo.example', 'Head of clinic, steering group', 'SIV'),
	('portfolio', '95b366a9-619f-525a-af37-51498ff3f74c', 'Sofia Ekblad', 'sofia.ekblad@demo.example', 'Portfolio manager', 'HSO'),
	('admin', '798ca33f-16ae-5350-8774-cc8a0fd708f7', 'Mikko Rautajärvi', 'mikko.rautajarvi@demo.example', 'System administrator', 'SYKEHUSPARTNER'),
	('auditor', '49c48653-6c87-5952-a509-dc24cb485a5a', 'Kerstin Holmgård', 'kerstin.holmgard@demo.example', 'Internal auditor', 'HSO'),
	('editor', '0e6d208b-089c-525d-b8e1-db538c6a7797', 'Elina Wikström', 'elina.wikstrom@demo.example', 'Editor', 'HSO'),
	('johanna.nyfors', '9f89d580-51cd-5f2b-8bf8-8eb566a50aab', 'Johanna Nyfors', 'johanna.nyfors@demo.example', 'Programme manager, Aster', 'OVPH'),
	('antti.keskivaara', '41afb323-3129-5b7e-9874-6e806128074f', 'Antti Keskivaara', 'antti.keskivaara@demo.example', 'Project manager, integrations', 'OVPH'),
	('camilla.bjorkskog', 'eb810053-32a7-59a3-8c9a-e83da127b37d', 'Camilla Björkskog', 'camilla.bjorkskog@demo.example', 'Project manager, support services', 'OVPH'),
	('petri.lehtomaa', '65b8693e-07d2-5816-a097-7e311654a290', 'Petri Lehtomaa', 'petri.lehtomaa@demo.example', 'Project manager, social services', 'OVPH'),
	('annika.rosenblad', '7276a8f5-3174-5f6f-9651-8e1e571233d4', 'Annika Rosenblad', 'annika.rosenblad@demo.example', 'Project manager, health services', 'VASA-CS'),
	('tuomas.yliharju', 'ecec5c4a-f187-5fcc-93bd-32ac57fd6646', 'Tuomas Yli-Harju', 'tuomas.yliharju@demo.example', 'Project manager, reporting', 'OVPH'),
	('elin.storgard', '3d1846d5-eed0-59d2-bba6-609c667587d2', 'Elin Storgård', 'elin.storgard@demo.example', 'Project manager, e-services', 'OVPH'),
	('ville.hautakorpi', '40f63167-e7fc-56d7-8f81-ad2a594795a7', 'Ville Hautakorpi', 'ville.hautakorpi@demo.example', 'Project manager, technology', 'OVPH'),
	('marika.westerholm', '937211a0-2588-50cb-8a75-98b496fd6d8f', 'Marika Westerholm', 'marika.westerholm@demo.example', 'Product owner, health services', 'ASTER-JOINT'),
	('sanna.peltokallio', '7711f7cb-d07b-5af9-a86c-4a961d5aa0c1', 'Sanna Peltokallio', 'sanna.peltokallio@demo.example', 'Product owner, social services', 'ASTER-JOINT'),
	('kristoffer.sandvik', '585697eb-0ed8-5e83-ba80-3d611d839956', 'Kristoffer Sandvik', 'kristoffer.sandvik@demo.example', 'Architect', 'ASTER-JOINT'),
	('lovisa.hedmark', '6f87740b-a67c-5bca-ba0c-f9ca50242029', 'Lovisa Hedmark', 'lovisa.hedmark@demo.example', 'Programme manager, care information', 'INERA'),
	('pirjo.kallioranta', 'b36f80e2-387b-5b54-bc0f-d8a4e5138216', 'Pirjo Kallioranta', 'pirjo.kallioranta@demo.example', 'Service owner, Omaolo', 'POHDE'),
	('left', '27973255-cf6e-5bd7-bf8b-b104570ed76d', 'Rolf Tveiten', 'rolf.tveiten@demo.example', 'Project manager (left)', 'FJORDBYGD'),
	('asa.ostergard', '9f4c3e33-9092-5ca4-86a3-5287832d1af3', 'Östergård, Åsa (införande)', 'asa.ostergard@demo.example', 'Rollout manager', 'INERA'),
	('bsandvik', '5796a670-482c-490e-8d97-82bfcdc83011', 'Bjarne Sandvik', 'bsandvik@demo.example', 'Prosjektleder', 'SYKEHUSPARTNER'),
	('skleppe', '0b80a255-53a1-4945-a932-58ef7777682c', 'Sunniva Kleppe', 'skleppe@demo.example', 'Prosjektleder', 'FJORDBYGD'),
	('emostad', '45ac16b9-c20d-4c21-8f8a-7abff2e91ac7', 'Eirik Mostad', 'emostad@demo.example', 'Prosjektleder', 'NORDLIA-IKT'),
	('tvangen', 'dd2ee150-d284-4277-b89c-1af40ce8fcc9', 'Tordis Vangen', 'tvangen@demo.example', 'Fagdirektør', 'HSO'),
	('amyhre', '3c3ae353-fb14-428e-90b4-01a6c1cc0aff', 'Arvid Myhre', 'amyhre@demo.example', 'IKT-direktør', 'SYKEHUSPARTNER'),
	('sekeland', 'b9c8b9ff-e46e-4627-9419-c7723226db94', 'Synnøve Ekeland', 'sekeland@demo.example', 'Avdelingsleder', 'SIV'),
	('lnygard', 'bbeeb636-1d33-4c6d-96f0-da847a2a3b87', 'Linnea Nygård', 'lnygard@demo.example', 'Projektchef', 'INSJOLANDET'),
	('tbackholm', '68e58909-ccb2-4416-925a-56c9a30f4300', 'Tomas Backholm', 'tbackholm@demo.example', 'Projektchef', 'INSJOLANDET'),
	('ehaggblom', 'ff53a46f-5ead-403a-84c4-b877678537a3', 'Elin Häggblom', 'ehaggblom@demo.example', 'Projektchef', 'MELLANBYGDEN'),
	('jostman', 'e179f773-a6e0-43c0-9514-b7dde2ad0478', 'Johan Östman', 'jostman@demo.example', 'Projektchef', 'MELLANBYGDEN'),
	('mwiklund', '0c28cec1-b947-42af-a4b9-36976b4b76b0', 'Mats Wiklund', 'mwiklund@demo.example', 'Projektchef', 'SKARGARDEN'),
	('kkronholm', 'a398d022-d435-4df4-8322-905089933837', 'Karin Kronholm', 'kkronholm@demo.example', 'Projektchef', 'SKARGARDEN'),
	('pketola', '4c8b1eb4-4f1e-4ccf-8372-a2a784a67245', 'Pirjo Ketola', 'pketola@demo.example', 'Produktägare', 'ASTER-JOINT'),
	('rlassus', 'ac9130f4-547c-47d3-8e3a-655f20731ab2', 'Rasmus Lassus', 'rlassus@demo.example', 'Produktägare', 'ASTER-JOINT'),
	('hsundell', 'ca3ab343-ac33-4b68-be9b-f77c6519a9d5', 'Helena Sundell', 'hsundell@demo.example', 'Projektdirektör', 'ASTER-JOINT'),
	('ivinter', '03c472ca-4495-48b4-b8d8-89d2b47a5c1d', 'Ingela Vinter', 'ivinter@demo.example', 'Programledare', 'VASTERMARK'),
	('galnas', 'c3dd75f6-8085-48e6-ac92-5f09a227f039', 'Greta Alnäs', 'galnas@demo.example', 'Projektledare', 'NORRSUND'),
	('tharju', 'bb262a93-4ce1-4c61-aa03-36d98b8c82f1', 'Tuulikki Harju', 'tharju@demo.example', 'Projektipäällikkö', 'POHDE'),
	('vsalmi', 'b183256e-a16e-4121-b07a-6fc42fd7b23a', 'Veikko Salmi', 'vsalmi@demo.example', 'Hankepäällikkö', 'JARVIMAA'),
	('okoski', '8f39aaa5-729a-453c-b891-da33e83a9d40', 'Outi Koski', 'okoski@demo.example', 'Tuotevastaava', 'POHDE'),
	('olindvik', 'e5a9f6b1-a297-49bf-adf4-38f7b27c1c74', 'Oskar Lindvik', 'olindvik@demo.example', 'Project manager', 'ORESUND'),
	('fthorsen', 'f1a38d32-6834-4c65-927c-b2382bedda16', 'Freja Thorsen', 'fthorsen@demo.example', 'Project manager', 'SUNDBY-UH')
) AS v (account, directory_id, name, mail, title, organisation);

-- Names are the source language's; the interface translates them.
INSERT INTO role (code, name, position) VALUES
	('project_owner', 'Project owner', 10),
	('programme_manager', 'Programme manager', 20),
	('project_director', 'Project director', 30),
	('project_manager', 'Project manager', 40),
	('product_owner', 'Product owner', 50),
	('steering_chair', 'Chair of the steering group', 60),
	('steering_member', 'Member of the steering group', 70),
	('contact_person', 'Contact person', 80),
	('coordinating_expert', 'Coordinating expert', 90),
	('rollout_coordinator', 'Rollout coordinator', 100),
	('responsible_user', 'Responsible user', 110),
	('expert', 'Expert', 120);

-- Who is whose counterpart in another organisation.
UPDATE role r SET counterpart_id = pg_temp.role(v.other)
  FROM (VALUES ('project_manager', 'product_owner'), ('product_owner', 'project_manager'),
               ('coordinating_expert', 'responsible_user'), ('responsible_user', 'coordinating_expert')) AS v (code, other)
 WHERE r.code = v.code;

INSERT INTO duty (role_id, text, share, language)
SELECT pg_temp.role(v.role), v.text, v.share, v.language FROM (VALUES
	('project_owner', 'Eier gevinstene og svarer for at prosjektet fortsatt er verdt pengene.', 'own', 'nb'),
	('project_owner', 'Stiller folk og midler til rådighet i linjen.', 'own', 'nb'),
	('project_owner', 'Avgjør endringer i mål og kostnadsramme sammen med styringsgruppen.', 'joint', 'nb'),
	('programme_manager', 'Håller samman programmets plan, beroenden och införanden.', 'own', 'sv'),
	('programme_manager', 'Bereder programgruppens möten.', 'own', 'sv'),
	('programme_manager', 'Följer nyttan tillsammans med projektägarna.', 'joint', 'sv'),
	('project_director', 'Leder huvudprojektens chefer och sätter ordningen mellan dem.', 'own', 'sv'),
	('project_director', 'Rapporterar helheten till styrgruppen.', 'own', 'sv'),
	('project_manager', 'Leder arbetet fra dag til dag og holder planen oppdatert.', 'own', 'nb'),
	('project_manager', 'Skriver statusrapport hver måned og sier fra når noe sklir.', 'own', 'nb'),
	('project_manager', 'Svarar för vad det egna projektet innehåller och för att regionens sakkunniga hörs.', 'own', 'sv'),
	('project_manager', 'Går igenom gemensamma gränssnitt med produktägaren varje månad.', 'joint', 'sv'),
	('product_owner', 'Prioriterar produktens arbetslista för alla beställare.', 'own', 'sv'),
	('product_owner', 'Godkänner leveranser mot avtalade kriterier.', 'own', 'sv'),
	('product_owner', 'Avgör med projektchefen vad som utvecklas regionalt och vad som blir gemensamt.', 'joint', 'sv'),
	('steering_chair', 'Kaller inn, leder møtet og sørger for at saker får en beslutning.', 'own', 'nb'),
	('steering_chair', 'Godkjenner beslutningspunkter på vegne av styringsgruppen.', 'own', 'nb'),
	('steering_member', 'Representerer sin virksomhet og tar med beslutninger hjem.', 'own', 'nb'),
	('steering_member', 'Leser statusrapport og risikoer før hvert møte.', 'own', 'nb'),
	('contact_person', 'Svarer på spørsmål om prosjektet og viser videre til rett person.', 'own', 'nb'),
	('coordinating_expert', 'Samordnar nätverket av ansvariga användare och hjälper vid störningar.', 'own', 'sv'),
	('coordinating_expert', 'Håller instruktioner och dokument aktuella.', 'own', 'sv'),
	('rollout_coordinator', 'Planerar regionens införanden och håller kontakten med projekten.', 'own', 'sv'),
	('rollout_coordinator', 'Bevakar att tekniska anpassningar beställs i tid.', 'joint', 'sv'),
	('responsible_user', 'Stöder enhetens yrkesfolk i användningen och sköter deras behörigheter.', 'own', 'sv'),
	('responsible_user', 'Deltar i uppföljningsmötet en månad efter start och sedan varje år.', 'joint', 'sv'),
	('expert', 'Bidrar med fagkunnskap i avtalt omfang.', 'own', 'nb'),
	('expert', 'Kvalitetssikrer leveranser innen eget fag.', 'joint', 'nb')
) AS v (role, text, share, language);

-- Rolf Tveiten left in April 2026; what he was to do is still his on paper, which the contradiction list shows.
SELECT set_config('styrbord.clock', '2026-04-30 16:00+01', false);
UPDATE person SET active = false WHERE account = 'left';
