-- How files with the same headers were taken last. `attributes` is a JSON list along the headers, null where a column was left out.

CREATE TABLE mappings (
    headers TEXT PRIMARY KEY,
    class TEXT NOT NULL,
    attributes TEXT NOT NULL,
    place INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The history of edits of the tables by hand, as the workspace has one. An import ends it.
CREATE TABLE table_steps (
    position INTEGER PRIMARY KEY,
    step TEXT NOT NULL,
    hash INTEGER NOT NULL
) STRICT;

ALTER TABLE workspace ADD COLUMN tables_done INTEGER NOT NULL DEFAULT 0;
