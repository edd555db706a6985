-- The workspace has a history of its own, as each journey has.

ALTER TABLE workspace ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workspace ADD COLUMN done INTEGER NOT NULL DEFAULT 0;

-- Positions count from 1 without gaps.
CREATE TABLE workspace_steps (
    position INTEGER PRIMARY KEY,
    step TEXT NOT NULL,
    hash INTEGER NOT NULL
) STRICT;
