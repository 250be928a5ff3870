-- Procedures also come as tables in Excel: the annex of a decision, or the open-data table corrected.
ALTER TABLE procedure_change DROP CONSTRAINT procedure_change_kind_known;
ALTER TABLE procedure_change
  ADD CONSTRAINT procedure_change_kind_known CHECK (kind IN ('export', 'decision', 'table'));
