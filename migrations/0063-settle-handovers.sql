-- When the secretary made an article of a hand-over or declined it: so long it stays on the list, whenever it
-- came. Known for what is settled already from the chain.

ALTER TABLE handover ADD COLUMN settled_at timestamptz;
COMMENT ON COLUMN handover.settled_at IS 'When it was declined or became an article';

ALTER TABLE handover NO FORCE ROW LEVEL SECURITY;
ALTER TABLE event NO FORCE ROW LEVEL SECURITY;
UPDATE handover SET settled_at = coalesce(
  (SELECT max(event.at) FROM event
    WHERE event.commune_id = handover.commune_id AND event.subject_type = 'handover'
      AND event.subject_id = handover.id AND event.kind IN ('handover.drafted', 'handover.declined')),
  since)
WHERE state IN ('drafted', 'declined');
ALTER TABLE event FORCE ROW LEVEL SECURITY;
ALTER TABLE handover FORCE ROW LEVEL SECURITY;

-- Holds every row to it, so that a renewal that missed one stops here.
ALTER TABLE handover
  ADD CONSTRAINT handover_settled_whole CHECK ((state IN ('drafted', 'declined')) = (settled_at IS NOT NULL));
