-- What begins and ends does not end before it began, as projects and assignments already do not. By the last day of each time, so that a
-- quarter and a day may stand beside each other.
ALTER TABLE live.organisation ADD CONSTRAINT organisation_ends_after_start CHECK (ends_on >= starts_on);
ALTER TABLE live.body ADD CONSTRAINT body_ends_after_start CHECK (ends_on >= appointed_on);
ALTER TABLE live.strategy ADD CONSTRAINT strategy_ends_after_start CHECK (ends_on >= starts_on);
