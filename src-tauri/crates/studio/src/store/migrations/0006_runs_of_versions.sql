-- What a run belongs to: the version of its journey, and the scenario as it was.
ALTER TABLE runs ADD COLUMN version TEXT;
ALTER TABLE runs ADD COLUMN assumed TEXT;
