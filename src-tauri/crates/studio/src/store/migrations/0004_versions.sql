-- What a journey once was: a document for each version, kept as long as the journey. `summary` is JSON.

CREATE TABLE versions (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    journey TEXT NOT NULL REFERENCES journeys (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    name TEXT,
    nodes INTEGER NOT NULL,
    summary TEXT NOT NULL,
    document TEXT NOT NULL,
    hash INTEGER NOT NULL
) STRICT;

CREATE INDEX versions_by_journey ON versions (journey, place);
