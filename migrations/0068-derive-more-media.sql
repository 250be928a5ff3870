-- A poster of twice the size, and the words of an article that somebody said were sent or read out.

ALTER TABLE derived_print DROP CONSTRAINT derived_print_form_known;
ALTER TABLE derived_print ADD CONSTRAINT derived_print_form_known
  CHECK (form IN ('board-sheet', 'poster', 'poster-a3', 'chat', 'short', 'radio'));
COMMENT ON TABLE derived_print IS
  'A paper made from an edition, or its words as they were sent, and for which edition it holds';
