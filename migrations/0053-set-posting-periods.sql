-- From when to when what must hang on a board, and within how many working days a sheet is hung or swapped,
-- where the commune set it. Without a line the law's term counts, from the day of effect on.

CREATE TABLE board_period (
  commune_id uuid NOT NULL,
  board_id uuid NOT NULL,
  -- The field of the procedures; '' stands for those that have no line of their own.
  field text NOT NULL,
  starts_on date,
  -- The last day.
  ends_on date,
  -- NULL: as the law says.
  within_days integer,
  CONSTRAINT board_period_pk PRIMARY KEY (commune_id, board_id, field),
  CONSTRAINT board_period_board_fk FOREIGN KEY (commune_id, board_id) REFERENCES board (commune_id, id),
  CONSTRAINT board_period_forwards CHECK (starts_on <= ends_on),
  CONSTRAINT board_period_within CHECK (within_days BETWEEN 0 AND 60),
  CONSTRAINT board_period_says_something CHECK (
    starts_on IS NOT NULL OR ends_on IS NOT NULL OR within_days IS NOT NULL)
);
COMMENT ON TABLE board_period IS 'When procedures of a field must hang on a board, and how soon a sheet is hung';
ALTER TABLE board_period ENABLE ROW LEVEL SECURITY;
ALTER TABLE board_period FORCE ROW LEVEL SECURITY;
CREATE POLICY board_period_in_commune ON board_period
  USING (commune_id = current_setting('loa.commune')::uuid)
  WITH CHECK (commune_id = current_setting('loa.commune')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON board_period TO loa_app;
