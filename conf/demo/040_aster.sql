-- Programme ASTER: six main projects and a technical one that supports them, mirrored in four client organisations and the
-- joint one. What is reported: 041.
\ir helpers.psql

SELECT pg_temp.on_day('2024-01-15', 'portfolio');

SELECT pg_temp.add_project(code => 'ASTER', kind => 'programme', owner => 'OVPH', language => 'sv',
	title => 'Aster Bothnia',
	purpose => 'Ett nytt gemensamt klient- och patientdatasystem, och de arbetssätt som gör att social- och hälsovården i Österbotten hänger ihop.',
	contact => 'johanna.nyfors', segment => 'renew', starts => '2024-01-15', ends => '2027-12-31', cost => 48500000, currency => 'EUR',
	funding => 'ASTER-2024');

SELECT pg_temp.add_project(code => v.code, kind => v.kind, parent => v.parent, owner => v.owner, language => 'sv', title => v.title,
	purpose => v.purpose, contact => v.contact, segment => v.segment, phase => v.phase, lifecycle => v.lifecycle,
	starts => v.starts::date, ends => v.ends::date)
FROM (VALUES
	('ASTER-INT', 'main_project', 'ASTER', 'OVPH', 'Sote-integration', 'Binder ihop social- och hälsovårdens processer så att kunden inte behöver föra uppgifterna mellan dem.', 'antti.keskivaara', 'coordinate', 'execution', 'ongoing', '2024-03-01', '2027-06-30'),
	('ASTER-SUPP', 'main_project', 'ASTER', 'OVPH', 'Sote-stödtjänster', 'Laboratorium, bilddiagnostik, läkemedelsförsörjning och transporter beställs och besvaras i samma system.', 'camilla.bjorkskog', 'standardise', 'execution', 'ongoing', '2024-03-01', '2027-06-30'),
	('ASTER-SOC', 'main_project', 'ASTER', 'OVPH', 'Socialvård', 'Socialvårdens klientarbete från anmälan till beslut och uppföljning.', 'petri.lehtomaa', 'renew', 'execution', 'ongoing', '2024-03-01', '2027-09-30'),
	('ASTER-HEALTH', 'main_project', 'ASTER', 'OVPH', 'Hälsovård', 'Vårdprocesserna på sjukhus, mottagning och avdelning med en gemensam journal.', 'annika.rosenblad', 'renew', 'execution', 'ongoing', '2024-03-01', '2027-09-30'),
	('ASTER-REPORT', 'main_project', 'ASTER', 'OVPH', 'Rapportering och ledning genom information', 'Uppgifterna skrivs en gång och räcker både för rapportering, forskning och daglig ledning.', 'tuomas.yliharju', 'operate', 'planning', 'ongoing', '2024-06-01', '2027-12-31'),
	('ASTER-ESERV', 'main_project', 'ASTER', 'OVPH', 'Elektroniska tjänster', 'Invånaren bokar, frågar och följer sitt ärende på svenska eller finska.', 'elin.storgard', 'renew', 'execution', 'ongoing', '2024-06-01', '2027-12-31'),
	('ASTER-TECH', 'support_project', 'ASTER', 'OVPH', 'Tekniska projektet', 'Hittar en fungerande helhet av it-system för alla sex huvudprojekt.', 'ville.hautakorpi', 'standardise', 'execution', 'ongoing', '2024-01-15', '2027-12-31')
) AS v (code, kind, parent, owner, title, purpose, contact, segment, phase, lifecycle, starts, ends);

SELECT pg_temp.on_day('2024-09-02', 'portfolio');
SELECT pg_temp.add_project(code => v.code, kind => v.kind, parent => v.parent, owner => 'OVPH', language => 'sv', title => v.title,
	purpose => v.purpose, contact => v.contact, phase => v.phase, lifecycle => v.lifecycle, starts => '2024-09-02', ends => v.ends::date)
FROM (VALUES
	('ASTER-INT-NEED', 'working_group', 'ASTER-INT', 'Bedömning av vård- och servicebehov', 'Går igenom processerna på båda sidor och beskriver ett gemensamt sätt att bedöma.', 'antti.keskivaara', 'execution', 'ongoing', '2026-12-31'),
	('ASTER-INT-REF', 'sub_project', 'ASTER-INT', 'Remisser och svar', 'En remiss följer kunden hela vägen.', NULL, 'planning', 'planned', '2027-03-31'),
	('ASTER-SUPP-LAB', 'sub_project', 'ASTER-SUPP', 'Laboratorium och bilddiagnostik', 'Beställningar och svar utan pappersmellanled.', 'camilla.bjorkskog', 'execution', 'ongoing', '2026-11-30'),
	('ASTER-SUPP-MED', 'working_group', 'ASTER-SUPP', 'Läkemedelsförsörjning', 'Från ordination till avdelningens läkemedelsskåp.', NULL, 'planning', 'on_hold', '2027-04-30'),
	('ASTER-SOC-CHILD', 'sub_project', 'ASTER-SOC', 'Barnskydd och familjearbete', 'Anmälan, bedömning och beslut i barnskyddet.', 'petri.lehtomaa', 'execution', 'ongoing', '2027-02-28'),
	('ASTER-SOC-ELDER', 'working_group', 'ASTER-SOC', 'Äldreomsorgens planer', 'En plan i stället för tre.', NULL, 'concept', 'planned', '2027-05-31'),
	('ASTER-HEALTH-MED', 'sub_project', 'ASTER-HEALTH', 'Läkemedelsbehandling', 'Ordination, utdelning och kontroll vid sängen.', 'annika.rosenblad', 'execution', 'ongoing', '2027-03-31'),
	('ASTER-HEALTH-SURG', 'working_group', 'ASTER-HEALTH', 'Operation och anestesi', 'Planering av operationssalarna och dokumentation under ingreppet.', 'annika.rosenblad', 'closing', 'closed', '2026-06-30'),
	('ASTER-ESERV-BOOK', 'sub_project', 'ASTER-ESERV', 'Tidsbokning på två språk', 'Samma tider och samma text på svenska och finska.', 'elin.storgard', 'execution', 'ongoing', '2026-12-15'),
	('ASTER-TECH-MIG', 'sub_project', 'ASTER-TECH', 'Flytt av uppgifter', 'Uppgifter ur sju äldre system prövas, rättas och flyttas.', 'ville.hautakorpi', 'execution', 'ongoing', '2027-05-31'),
	('ASTER-TECH-TEST', 'working_group', 'ASTER-TECH', 'Testning', 'Gemensamma testfall som varje huvudprojekt fyller på.', 'kristoffer.sandvik', 'execution', 'ongoing', '2027-08-31')
) AS v (code, kind, parent, title, purpose, contact, phase, lifecycle, ends);

SELECT pg_temp.alias('ASTER', 'Aster Botnia');
SELECT pg_temp.alias('ASTER', 'Aster');
SELECT pg_temp.alias('ASTER-INT', 'Social- och hälsovårdens integration');
SELECT pg_temp.alias('ASTER-REPORT', 'Kunskapsledning');
SELECT pg_temp.carries(v.code, v.goal) FROM (VALUES ('ASTER', 'OVPH-A'), ('ASTER-INT', 'OVPH-A'), ('ASTER-SOC', 'OVPH-A'),
	('ASTER-HEALTH', 'OVPH-A'), ('ASTER-REPORT', 'OVPH-B'), ('ASTER-ESERV', 'OVPH-C')) AS v (code, goal);

SELECT pg_temp.takes_part(p.code, o.code, o.kind)
  FROM unnest(ARRAY['ASTER', 'ASTER-INT', 'ASTER-SUPP', 'ASTER-SOC', 'ASTER-HEALTH', 'ASTER-REPORT', 'ASTER-ESERV', 'ASTER-TECH']) AS p (code),
       (VALUES ('OVPH', 'client'), ('INSJOLANDET', 'client'), ('MELLANBYGDEN', 'client'), ('SKARGARDEN', 'client'),
               ('ASTER-JOINT', 'joint'), ('KLINIKSYSTEM', 'supplier')) AS o (code, kind);

SELECT pg_temp.section('ASTER', 'background', 10, 'Bakgrund',
	E'Området har sju system som inte talar med varandra, och det äldsta är från nittiotalet. Fyra beställare har därför gått samman om ett nytt.\n\nArbetet är delat i sex huvudprojekt. Ett tekniskt projekt stöder dem alla.');
SELECT pg_temp.section('ASTER', 'organisation', 20, 'Så är arbetet ordnat',
	E'Varje huvudprojekt leds av en projektchef, och indelningen är likadan hos alla beställare. I den gemensamma organisationen är **produktägaren** projektchefens motsvarighet.\n\n- Det regionala förbereds i regionens egna underprojekt och arbetsgrupper.\n- Det gemensamma avgörs i grupper där leverantören är med.\n- Sakkunniga inom social- och hälsovården deltar i varje grupp.');
SELECT pg_temp.section('ASTER', 'other', 30, 'Stödfunktioner',
	'Förändringsledning, arkitektur, testning, utbildning och kommunikation betjänar alla huvudprojekt. Den som behöver dem bokar tid hos den gemensamma organisationen.');
SELECT pg_temp.section('ASTER', 'evaluation', 40, 'Hur vi vet att det går bra',
	'Tre mått följs varje kvartal: andelen uppgifter som skrivs bara en gång, tiden från remiss till svar, och hur många som fått utbildning före sin egen start.');
SELECT pg_temp.section('ASTER-INT', 'interfaces', 10, 'Gränssnitt mot de andra huvudprojekten',
	'Bedömningen av vård- och servicebehovet delas med socialvården och hälsovården. Remisser delas med stödtjänsterna. Alla tre gränssnitt ägs av integrationens projektchef.');
SELECT pg_temp.section('ASTER-SOC', 'interfaces', 10, 'Gränssnitt',
	'Bedömningen av servicebehov görs tillsammans med hälsovården; beslutsmallar och avgifter delas med rapporteringen.');
SELECT pg_temp.section('ASTER-TECH', 'basic_idea', 10, 'Grundtanken',
	'Så få system som möjligt, så få egna anpassningar som möjligt, och ett enda ställe där en ny koppling beskrivs innan den byggs.');

SELECT pg_temp.add_body('ASTER-STEER', 'steering_group', 'Styrgruppen för Aster Bothnia', 'ASTER', 'OVPH', 'sv');
SELECT pg_temp.add_body('ASTER-PROG', 'programme_group', 'Programgruppen för Aster Bothnia', 'ASTER', 'ASTER-JOINT', 'sv');
SELECT pg_temp.add_body('ASTER-ARK', 'architecture_council', 'Arkitekturrådet', 'ASTER-TECH', 'ASTER-JOINT', 'sv');
SELECT pg_temp.assign('ASTER', 'programme_manager', 'johanna.nyfors', 'OVPH', starts => '2024-01-15');
SELECT pg_temp.assign('ASTER', 'project_director', 'hsundell', 'ASTER-JOINT', starts => '2024-01-15');
SELECT pg_temp.assign('ASTER', 'steering_chair', 'steering', 'OVPH', 'ASTER-STEER', '2024-01-15');
SELECT pg_temp.assign('ASTER', 'steering_member', 'lnygard', 'INSJOLANDET', 'ASTER-STEER', '2024-01-15');
SELECT pg_temp.assign('ASTER', 'steering_member', 'jostman', 'MELLANBYGDEN', 'ASTER-STEER', '2024-01-15');
SELECT pg_temp.assign('ASTER', 'steering_member', NULL, 'SKARGARDEN', 'ASTER-STEER', '2024-01-15');
SELECT pg_temp.assign('ASTER-TECH', 'expert', 'kristoffer.sandvik', 'ASTER-JOINT', 'ASTER-ARK', '2024-01-15');
SELECT pg_temp.assign('ASTER-TECH', 'expert', NULL, 'INSJOLANDET', 'ASTER-ARK', '2024-01-15');

-- The mirror: a project manager with each client, a product owner in the joint organisation. NULL is an empty chair.
SELECT pg_temp.assign(m.project, CASE m.organisation WHEN 'ASTER-JOINT' THEN 'product_owner' ELSE 'project_manager' END,
	m.person, m.organisation, starts => '2024-03-01', project_time_only => m.organisation <> 'ASTER-JOINT')
FROM (SELECT p.project, x.organisation, x.person
        FROM (VALUES
	('ASTER-INT', 'antti.keskivaara', 'lnygard', 'ehaggblom', 'mwiklund', 'rlassus'),
	('ASTER-SUPP', 'camilla.bjorkskog', 'tbackholm', 'ehaggblom', NULL, 'pketola'),
	('ASTER-SOC', 'petri.lehtomaa', 'lnygard', 'ehaggblom', 'kkronholm', 'sanna.peltokallio'),
	('ASTER-HEALTH', 'annika.rosenblad', 'tbackholm', 'jostman', 'mwiklund', 'marika.westerholm'),
	('ASTER-REPORT', 'tuomas.yliharju', NULL, 'jostman', 'kkronholm', NULL),
	('ASTER-ESERV', 'elin.storgard', 'lnygard', NULL, 'kkronholm', 'rlassus'),
	('ASTER-TECH', 'ville.hautakorpi', 'tbackholm', 'jostman', 'mwiklund', 'kristoffer.sandvik')
        ) AS p (project, ovph, insjolandet, mellanbygden, skargarden, joint),
        LATERAL (VALUES ('OVPH', p.ovph), ('INSJOLANDET', p.insjolandet), ('MELLANBYGDEN', p.mellanbygden),
                        ('SKARGARDEN', p.skargarden), ('ASTER-JOINT', p.joint)) AS x (organisation, person)) AS m;

SELECT pg_temp.assign(v.project, 'expert', v.person, 'OVPH', starts => '2024-09-02', project_time_only => true)
FROM (VALUES ('ASTER-INT-NEED', 'petri.lehtomaa'), ('ASTER-INT-NEED', 'annika.rosenblad'), ('ASTER-SUPP-LAB', NULL),
	('ASTER-SOC-CHILD', 'sanna.peltokallio'), ('ASTER-TECH-TEST', 'marika.westerholm')) AS v (project, person);
