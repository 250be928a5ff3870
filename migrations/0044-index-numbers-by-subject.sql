-- What holds a number of the outgoing register asks for it by itself.
CREATE INDEX outgoing_document_by_subject ON outgoing_document (commune_id, subject_id)
  WHERE subject_id IS NOT NULL;
