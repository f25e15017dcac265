-- The project file, version 6: what was stored as a whole carries a hash, so that a page which another took the place of, or
-- a changed byte, is found where SQLite finds nothing wrong. Steps carry their own. After this script the program makes the
-- seals of all that is there, in the same transaction.

CREATE TABLE seal (
  kind TEXT NOT NULL CHECK (kind IN (
    'transcript', 'labels', 'run', 'record', 'setting', 'codebook', 'plan', 'import', 'rater'
  )),
  id TEXT NOT NULL, -- of what is sealed
  sub TEXT NOT NULL, -- the run of labels, the version of a codebook; else empty
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64), -- over all rows of it
  PRIMARY KEY (kind, id, sub)
) STRICT;

CREATE TRIGGER seal_is_kept BEFORE DELETE ON seal
BEGIN SELECT raise(ABORT, 'a seal is never deleted'); END;

CREATE TRIGGER seal_is_of_the_same BEFORE UPDATE OF kind, id, sub ON seal
BEGIN SELECT raise(ABORT, 'a seal is never of something else'); END;
