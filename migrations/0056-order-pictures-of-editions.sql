-- Which of its pictures an article is shown by in lists: the first in its text.

ALTER TABLE media_use ADD COLUMN position integer NOT NULL DEFAULT 0;
