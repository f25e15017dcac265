-- The project file, version 7: how transcripts were drawn for reading or auditing, with the probability of each that could be
-- drawn, as it was at the draw. What is read can only be weighed by that.

CREATE TABLE sampling_plan (
  seq INTEGER PRIMARY KEY, -- order of arrival in this file
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  json TEXT NOT NULL CHECK (json_valid(json)) -- design, seed, what was asked for, hash of the frame, strata
) STRICT;

-- All transcripts that could be drawn. They need not be in this file: a plan tells what it was drawn from.
CREATE TABLE sampling_unit (
  plan INTEGER NOT NULL REFERENCES sampling_plan (seq),
  transcript TEXT NOT NULL CHECK (length(transcript) = 32),
  stratum INTEGER NOT NULL CHECK (stratum >= 0), -- place among the strata of the plan
  size REAL NOT NULL CHECK (size >= 0),
  probability REAL CHECK (probability > 0 AND probability <= 1), -- null: it was chosen or passed over, not drawn
  place INTEGER NOT NULL CHECK (place >= 0), -- in the order of reading, from 1; 0: not drawn
  PRIMARY KEY (plan, transcript)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sampling_plan_stays BEFORE UPDATE ON sampling_plan
BEGIN SELECT raise(ABORT, 'a sampling plan is never changed'); END;

CREATE TRIGGER sampling_plan_is_kept BEFORE DELETE ON sampling_plan
BEGIN SELECT raise(ABORT, 'a sampling plan is never deleted'); END;

CREATE TRIGGER sampling_plan_is_not_replaced BEFORE INSERT ON sampling_plan
WHEN EXISTS (SELECT 1 FROM sampling_plan WHERE name = new.name OR seq = new.seq)
BEGIN SELECT raise(ABORT, 'a sampling plan is never replaced'); END;

CREATE TRIGGER sampling_unit_stays BEFORE UPDATE ON sampling_unit
BEGIN SELECT raise(ABORT, 'a unit of a sampling plan is never changed'); END;

CREATE TRIGGER sampling_unit_is_kept BEFORE DELETE ON sampling_unit
BEGIN SELECT raise(ABORT, 'a unit of a sampling plan is never deleted'); END;

CREATE TRIGGER sampling_unit_is_not_replaced BEFORE INSERT ON sampling_unit
WHEN EXISTS (SELECT 1 FROM sampling_unit WHERE plan = new.plan AND transcript = new.transcript)
BEGIN SELECT raise(ABORT, 'a unit of a sampling plan is never replaced'); END;

-- Seals as in version 6, of sampling plans too.
CREATE TABLE seal_7 (
  kind TEXT NOT NULL CHECK (kind IN (
    'transcript', 'labels', 'run', 'record', 'setting', 'codebook', 'plan', 'import', 'rater', 'sampling-plan'
  )),
  id TEXT NOT NULL, -- of what is sealed
  sub TEXT NOT NULL, -- the run of labels, the version of a codebook; else empty
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64), -- over all rows of it
  PRIMARY KEY (kind, id, sub)
) STRICT;

INSERT INTO seal_7 (rowid, kind, id, sub, sha256)
SELECT rowid, kind, id, sub, sha256 FROM seal ORDER BY rowid;

DROP TABLE seal;

ALTER TABLE seal_7 RENAME TO seal;

CREATE TRIGGER seal_is_kept BEFORE DELETE ON seal
BEGIN SELECT raise(ABORT, 'a seal is never deleted'); END;

CREATE TRIGGER seal_is_of_the_same BEFORE UPDATE OF kind, id, sub ON seal
BEGIN SELECT raise(ABORT, 'a seal is never of something else'); END;
