-- Acts also arrive from documents that are put out and from sheets hung on boards. What goes on for a day,
-- like a posting, counts once, but counts more as it goes on.

ALTER TABLE act_arrival
  DROP CONSTRAINT act_arrival_source_known,
  ADD CONSTRAINT act_arrival_source_known CHECK (source IN ('article', 'document', 'posting')),
  -- Which of several times the same thing was done: the day of a posting. Empty where it is done once.
  ADD COLUMN part text NOT NULL DEFAULT '',
  -- Amounts as acts have them, by name.
  ADD COLUMN quantities text NOT NULL DEFAULT '{}',
  -- Digests of photographs taken where it was done.
  ADD COLUMN photographs text[] NOT NULL DEFAULT '{}';

DROP INDEX act_arrival_once;
CREATE UNIQUE INDEX act_arrival_once ON act_arrival (commune_id, source, source_id, part) WHERE state <> 'ended';
