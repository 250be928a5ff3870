-- A sign of effect that was noted wrongly is taken back with a reason and noted anew; what it said stays.

ALTER TABLE act_effect
  ADD COLUMN withdrawn_at timestamptz,
  ADD COLUMN withdrawn_reason text,
  ADD CONSTRAINT act_effect_withdrawn_whole CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL));
GRANT UPDATE (withdrawn_at, withdrawn_reason) ON act_effect TO loa_app;
