-- Where each journey stands: draft, live, closed, finished or aborted.

ALTER TABLE journeys ADD COLUMN status TEXT NOT NULL DEFAULT 'draft';
