-- Organisations and their strategy goals. Names of public bodies are facts; Nordlia, Fjordbygd, Insjölandet and the
-- suppliers are invented.
\ir helpers.psql

SELECT set_config('styrbord.clock', '2021-01-04 08:00+01', false);

INSERT INTO organisation (code, name, kind, parent_id, language)
SELECT v.code, v.name, v.kind, NULL, v.language FROM (VALUES
	('HSO', 'Helse Sør-Øst RHF', 'region', 'nb'),
	('NORDLIA', 'Nordlia helseregion', 'region', 'nb'),
	('STM', 'Sosiaali- ja terveysministeriö', 'ministry', 'fi'),
	('POHDE', 'Pohjois-Pohjanmaan hyvinvointialue', 'region', 'fi'),
	('JARVIMAA', 'Järvimaan hyvinvointialue', 'region', 'fi'),
	('DIGIFINLAND', 'DigiFinland Oy', 'joint_company', 'fi'),
	('OVPH', 'Österbottens välfärdsområde', 'region', 'sv'),
	('INSJOLANDET', 'Insjölandets välfärdsområde', 'region', 'sv'),
	('MELLANBYGDEN', 'Mellanbygdens välfärdsområde', 'region', 'sv'),
	('SKARGARDEN', 'Skärgårdens samkommun för vård och omsorg', 'municipality', 'sv'),
	('ASTER-JOINT', 'Aster-samarbetsorganisationen', 'joint_company', 'sv'),
	('INERA', 'Inera AB', 'joint_company', 'sv'),
	('NORRSUND', 'Region Norrsund', 'region', 'sv'),
	('VASTERMARK', 'Region Västermark', 'region', 'sv'),
	('ORESUND', 'Øresund Hospital Alliance', 'joint_company', 'en'),
	('NORDPROSESS', 'Nordprosess AS', 'supplier', 'nb'),
	('KLINIKSYSTEM', 'Kliniksystem Norden Oy', 'supplier', 'sv'),
	('VARDKLANG', 'Vårdklang AB', 'supplier', 'sv')
) AS v (code, name, kind, language);

INSERT INTO organisation (code, name, kind, parent_id, language)
SELECT v.code, v.name, v.kind, pg_temp.org(v.parent), v.language FROM (VALUES
	('SYKEHUSPARTNER', 'Sykehuspartner HF', 'joint_company', 'HSO', 'nb'),
	('SIV', 'Sykehuset i Vestfold HF', 'hospital', 'HSO', 'nb'),
	('FJORDBYGD', 'Fjordbygd sykehus HF', 'hospital', 'NORDLIA', 'nb'),
	('NORDLIA-IKT', 'Nordlia IKT HF', 'joint_company', 'NORDLIA', 'nb'),
	('VASA-CS', 'Vasa centralsjukhus', 'hospital', 'OVPH', 'sv'),
	('OULU-YS', 'Oulun yliopistollinen sairaala', 'hospital', 'POHDE', 'fi'),
	('NORRSUND-US', 'Norrsunds universitetssjukhus', 'hospital', 'NORRSUND', 'sv'),
	('SUNDBY-UH', 'Sundby University Hospital', 'hospital', 'ORESUND', 'en')
) AS v (code, name, kind, parent, language);

-- Each organisation's goals are a strategy, whose code is the organisation's; the ministry's has a name of its own.
INSERT INTO strategy (code, title, owner_id, language)
SELECT 'SOTE', 'Sosiaali- ja terveydenhuollon tietostrategia', pg_temp.org('STM'), 'fi'
UNION ALL
SELECT o.code, CASE o.language WHEN 'fi' THEN 'Strategia: ' WHEN 'en' THEN 'Strategy: ' ELSE 'Strategi: ' END || o.name, o.id, o.language
  FROM organisation o WHERE o.code IN ('HSO', 'NORDLIA', 'OVPH', 'POHDE', 'INERA', 'NORRSUND', 'ORESUND');

INSERT INTO strategy_goal (code, number, title, subject_id, language)
SELECT v.code, v.number, v.title, (SELECT id FROM strategy s WHERE s.code = CASE v.organisation WHEN 'STM' THEN 'SOTE' ELSE v.organisation END), v.language FROM (VALUES
	('HSO-1', '1', 'Pasienten deltar i egen behandling', 'HSO', 'nb'),
	('HSO-2', '2', 'Kortere vei til spesialisthjelp', 'HSO', 'nb'),
	('HSO-3', '3', 'Trygg behandling uten unødig variasjon', 'HSO', 'nb'),
	('HSO-4', '4', 'Tilgjengelig informasjon og styrket samhandling', 'HSO', 'nb'),
	('HSO-5', '5', 'Bærekraftig drift og mindre reising', 'HSO', 'nb'),
	('NORDLIA-1', '1', 'Likeverdige tjenester der folk bor', 'NORDLIA', 'nb'),
	('NORDLIA-2', '2', 'Sikre og enkle digitale verktøy', 'NORDLIA', 'nb'),
	('OVPH-A', 'A', 'Vården och omsorgen hänger ihop för kunden', 'OVPH', 'sv'),
	('OVPH-B', 'B', 'Information som går att lita på och leda med', 'OVPH', 'sv'),
	('OVPH-C', 'C', 'Tjänster på båda språken, också digitalt', 'OVPH', 'sv'),
	('POHDE-1', '1', 'Ihmistä varten', 'POHDE', 'fi'),
	('POHDE-2', '2', 'Vaikuttavasti yhdessä', 'POHDE', 'fi'),
	('POHDE-3', '3', 'Parhaat osaajat', 'POHDE', 'fi'),
	('POHDE-4', '4', 'Rohkeasti uutta', 'POHDE', 'fi'),
	('INERA-1', '1', 'En väg in till vården, dygnet runt', 'INERA', 'sv'),
	('INERA-2', '2', 'Gemensam infrastruktur som används fullt ut', 'INERA', 'sv'),
	('NORRSUND-1', '1', 'God och nära vård', 'NORRSUND', 'sv'),
	('NORRSUND-2', '2', 'Tid till patienten i stället för till systemen', 'NORRSUND', 'sv'),
	('SOTE-1', '1', 'Yhteentoimiva tieto koko maassa', 'STM', 'fi'),
	('SOTE-2', '2', 'Ennakoivat ja tietoon perustuvat palvelut', 'STM', 'fi'),
	('ORESUND-1', '1', 'One patient record across the strait', 'ORESUND', 'en')
) AS v (code, number, title, organisation, language);
