-- What was run is told from what is there now by the digest of the journey; none: of a program that did not keep it.

ALTER TABLE runs ADD COLUMN digest TEXT;
