-- Counts and lists of acts find all they ask for in an index: no row of the table is visited for what is
-- only counted, and withdrawn acts and removed evidence, which few pages ask for, stay out of the way.

DROP INDEX act_by_day;
CREATE INDEX act_by_day ON act (commune_id, happened_on DESC, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX act_withdrawn_by_day ON act (commune_id, happened_on DESC, id DESC)
  WHERE withdrawn_at IS NOT NULL;
DROP INDEX act_by_unit;
CREATE INDEX act_by_unit ON act (commune_id, unit_id, happened_on DESC, id DESC)
  WHERE withdrawn_at IS NULL;
DROP INDEX act_topic_by_topic;
CREATE INDEX act_topic_by_topic ON act_topic (commune_id, topic_id, act_id);
DROP INDEX act_duty_by_duty;
CREATE INDEX act_duty_by_duty ON act_duty (commune_id, duty_id, act_id);
CREATE INDEX evidence_standing ON evidence (commune_id, act_id) WHERE removed_at IS NULL;
