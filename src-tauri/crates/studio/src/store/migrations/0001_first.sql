-- The first layout. Each document stands beside a hash of its bytes: a flipped bit in a payload passes SQLite's own check.

CREATE TABLE workspace (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    document TEXT NOT NULL,
    hash INTEGER NOT NULL
) STRICT;

CREATE TABLE scenarios (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    hash INTEGER NOT NULL
) STRICT;

-- `done` counts the steps of the journey's history that are in force; the ones after it can be redone.
CREATE TABLE journeys (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    nodes INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    done INTEGER NOT NULL DEFAULT 0,
    changed TEXT NOT NULL,
    document TEXT NOT NULL,
    hash INTEGER NOT NULL
) STRICT;

-- Positions count from 1 without gaps.
CREATE TABLE steps (
    journey TEXT NOT NULL REFERENCES journeys (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    step TEXT NOT NULL,
    hash INTEGER NOT NULL,
    PRIMARY KEY (journey, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    journey TEXT NOT NULL REFERENCES journeys (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    scenario TEXT NOT NULL,
    seconds REAL NOT NULL,
    at TEXT NOT NULL,
    report TEXT NOT NULL,
    hash INTEGER NOT NULL
) STRICT;

CREATE INDEX runs_by_journey ON runs (journey, place);

CREATE TABLE preferences (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The attributes of accounts and people in the order in which records hold their cells.
CREATE TABLE columns (
    of TEXT NOT NULL CHECK (of IN ('account', 'person')),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (of, place),
    UNIQUE (of, name)
) STRICT, WITHOUT ROWID;

-- Cells are a JSON array along `columns`, shorter where the last ones are missing.
CREATE TABLE accounts (
    place INTEGER PRIMARY KEY,
    cells TEXT NOT NULL
) STRICT;

CREATE TABLE people (
    place INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES accounts (place),
    cells TEXT NOT NULL
) STRICT;

CREATE TABLE activities (
    place INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES people (place),
    timestamp TEXT NOT NULL,
    type TEXT NOT NULL,
    fields TEXT NOT NULL
) STRICT;

CREATE TABLE members (
    place INTEGER PRIMARY KEY,
    solution_interest TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES people (place),
    role TEXT NOT NULL,
    source TEXT NOT NULL,
    removed INTEGER NOT NULL,
    line INTEGER NOT NULL
) STRICT;
