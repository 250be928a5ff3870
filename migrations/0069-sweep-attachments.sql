-- Since when a file that was sent in for an article stands under none, so that it can go after a while.

ALTER TABLE attachment ADD COLUMN unused_since timestamptz;
GRANT UPDATE (unused_since), DELETE ON attachment TO loa_app;
