-- Who made sure of a number, beside when: one truth per number has somebody who answers for it.
ALTER TABLE hotline ADD COLUMN verified_by uuid;
