-- Acts also arrive from drafts that are opened for comment and from results that are published.

ALTER TABLE act_arrival
  DROP CONSTRAINT act_arrival_source_known,
  ADD CONSTRAINT act_arrival_source_known
    CHECK (source IN ('article', 'document', 'posting', 'consultation', 'consultation-result'));
