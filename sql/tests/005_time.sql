-- Imprecise time: what is written is what is read, and its last day is what it is compared by.
BEGIN;
\ir support/setup.psql
SELECT plan(33);
CREATE TEMPORARY TABLE said (t text, day date, how text) ON COMMIT DROP;
INSERT INTO said VALUES ('2023-10-20', '2023-10-20', 'day'), ('2023-02', '2023-02-28', 'month'), ('2024-02', '2024-02-29', 'month'), ('2023-Q1', '2023-03-31', 'quarter'),
	('2023-Q4', '2023-12-31', 'quarter'), ('2023-spring', '2023-05-31', 'season'), ('2023-summer', '2023-08-31', 'season'), ('2023-autumn', '2023-11-30', 'season'),
	('2023-winter', '2024-02-29', 'season'), ('2033', '2033-12-31', 'year'), ('~2033', '2033-12-31', '~year');
SELECT is(styrbord.time_day(t), day, t || ' ends') FROM said;
SELECT is(styrbord.time_precision(t), how, t || ' is known to the') FROM said;
SELECT is(styrbord.time_text(day, how), t, t || ' is read as it was written') FROM said;
SELECT * FROM finish();
ROLLBACK;
