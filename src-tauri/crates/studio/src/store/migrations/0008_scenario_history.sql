-- The scenarios have a history of their own, as the workspace has one. Positions count from 1 without gaps.

CREATE TABLE scenario_steps (
    position INTEGER PRIMARY KEY,
    step TEXT NOT NULL,
    hash INTEGER NOT NULL
) STRICT;

ALTER TABLE workspace ADD COLUMN scenarios_done INTEGER NOT NULL DEFAULT 0;
