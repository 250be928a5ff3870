-- A comment that nobody looked over before its words had to be destroyed is put aside as that, so that the
-- result of its consultation can still be published.

ALTER TABLE consultation_comment
  DROP CONSTRAINT consultation_comment_aside_known,
  ADD CONSTRAINT consultation_comment_aside_known
    CHECK (aside IN ('empty', 'other-matter', 'personal', 'insulting', 'repeated', 'expired'));
