-- The chapters of a journey have a history of their own. `chapters_done` counts its steps that are in force.

ALTER TABLE journeys ADD COLUMN chapters_done INTEGER NOT NULL DEFAULT 0;

-- Positions count from 1 without gaps.
CREATE TABLE chapter_steps (
    journey TEXT NOT NULL REFERENCES journeys (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    step TEXT NOT NULL,
    hash INTEGER NOT NULL,
    PRIMARY KEY (journey, position)
) STRICT, WITHOUT ROWID;
