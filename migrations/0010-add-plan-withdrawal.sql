-- A published plan can be taken off the portal again; when and why stays with it.

ALTER TABLE plan
  ADD COLUMN withdrawn_at timestamptz,
  ADD COLUMN withdrawn_reason text,
  ADD CONSTRAINT plan_withdrawn_with_reason CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
  ADD CONSTRAINT plan_published_or_withdrawn CHECK (published_at IS NULL OR withdrawn_at IS NULL);
