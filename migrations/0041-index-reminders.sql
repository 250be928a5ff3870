-- The newest reminders and urgings are listed by their day; without an index each list reads every year.

CREATE INDEX reminder_by_day ON reminder (commune_id, day DESC, id);
CREATE INDEX urging_by_day ON urging (commune_id, happened_on DESC, id DESC);
