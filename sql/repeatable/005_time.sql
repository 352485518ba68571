-- Imprecise time. A column X is the last day of what is meant, X_precision how much is meant by it: day, month, quarter, season or year,
-- with ~ before it for "about". Documents and forms carry both as one text: 2023-10-20, 2023-10, 2023-Q3, 2023-autumn, 2023, ~2023. A winter
-- begins in December of its year. A form has checked the text (src/record/field_time.c) before it comes here.

CREATE OR REPLACE FUNCTION styrbord.time_precision(said text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE WHEN said IS NULL THEN 'day' ELSE CASE WHEN said LIKE '~%' THEN '~' ELSE '' END
		|| CASE WHEN said ~ '^~?[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN 'day' WHEN said ~ '^~?[0-9]{4}-[0-9]{2}$' THEN 'month' WHEN said ~ '^~?[0-9]{4}-Q[1-4]$' THEN 'quarter'
		        WHEN said ~ '^~?[0-9]{4}-(spring|summer|autumn|winter)$' THEN 'season' ELSE 'year' END END
$$;

CREATE OR REPLACE FUNCTION styrbord.time_day(said text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE ltrim(styrbord.time_precision(said), '~')
		WHEN 'day' THEN make_date(substr(t, 1, 4)::int, substr(t, 6, 2)::int, substr(t, 9, 2)::int)
		WHEN 'month' THEN (make_date(y, substr(t, 6, 2)::int, 1) + interval '1 month')::date - 1
		WHEN 'quarter' THEN (make_date(y, substr(t, 7, 1)::int * 3, 1) + interval '1 month')::date - 1
		WHEN 'season' THEN (make_date(y, CASE substr(t, 6) WHEN 'spring' THEN 5 WHEN 'summer' THEN 8 WHEN 'autumn' THEN 11 ELSE 12 END, 1)
		                    + CASE substr(t, 6) WHEN 'winter' THEN interval '3 months' ELSE interval '1 month' END)::date - 1
		ELSE make_date(y, 12, 31) END
	  FROM (SELECT ltrim(said, '~') AS t, substr(ltrim(said, '~'), 1, 4)::int AS y) AS parts
	 WHERE said IS NOT NULL
$$;

-- Is it such a text, and a time that exists? What comes by another way than a field of a form is asked here.
CREATE OR REPLACE FUNCTION styrbord.is_time(said text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RETURN said ~ '^~?(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2])(-[0-9]{2})?|-Q[1-4]|-(spring|summer|autumn|winter))?$' AND styrbord.time_day(said) IS NOT NULL;
EXCEPTION WHEN data_exception THEN
	RETURN false; -- 2026-02-30
END
$$;
REVOKE ALL ON FUNCTION styrbord.is_time(text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION styrbord.time_text_imprecise(last_day date, how text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
	SELECT CASE WHEN how LIKE '~%' THEN '~' ELSE '' END || CASE ltrim(how, '~')
		WHEN 'day' THEN to_char(last_day, 'YYYY-MM-DD') WHEN 'month' THEN to_char(last_day, 'YYYY-MM') WHEN 'quarter' THEN to_char(last_day, 'YYYY-"Q"Q')
		WHEN 'season' THEN CASE extract(month FROM last_day)::int WHEN 5 THEN to_char(last_day, 'YYYY-"spring"') WHEN 8 THEN to_char(last_day, 'YYYY-"summer"')
			WHEN 11 THEN to_char(last_day, 'YYYY-"autumn"') ELSE to_char(last_day - 365, 'YYYY-"winter"') END
		ELSE to_char(last_day, 'YYYY') END
$$;

-- Without a search path of its own, so that a statement takes it into itself: a page asks it for every day that it shows.
CREATE OR REPLACE FUNCTION styrbord.time_text(last_day date, how text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
	SELECT CASE WHEN how = 'day' THEN to_char(last_day, 'YYYY-MM-DD') ELSE styrbord.time_text_imprecise(last_day, how) END
$$;
REVOKE ALL ON FUNCTION styrbord.time_precision(text), styrbord.time_day(text), styrbord.time_text(date, text), styrbord.time_text_imprecise(date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION styrbord.time_precision(text), styrbord.time_day(text), styrbord.time_text(date, text), styrbord.time_text_imprecise(date, text) TO styrbord_app;
