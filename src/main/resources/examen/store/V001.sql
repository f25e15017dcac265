-- The project file, version 1.
-- Statements are separated by one empty line; inside a statement there is none.
-- Offsets are UTF-16 code units, half-open. Times are UTC, ISO 8601 with milliseconds.
-- JSON columns hold one JSON text. What a source says beyond our columns is kept under "metadata" as name: JSON text.

CREATE TABLE project (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE source_import (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  rater TEXT,
  report TEXT CHECK (report IS NULL OR json_valid(report)) -- null while the import runs, and for ever if it was killed
) STRICT;

CREATE TABLE transcript (
  seq INTEGER PRIMARY KEY, -- order of import
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
  title TEXT NOT NULL,
  format TEXT NOT NULL,
  source TEXT NOT NULL,
  record TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  reader_version INTEGER NOT NULL,
  metadata TEXT NOT NULL CHECK (json_valid(metadata)),
  imported_in INTEGER NOT NULL REFERENCES source_import (id)
) STRICT;

CREATE TABLE condition (
  transcript TEXT NOT NULL REFERENCES transcript (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (transcript, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE message (
  transcript TEXT NOT NULL REFERENCES transcript (id),
  idx INTEGER NOT NULL CHECK (idx >= 0),
  role TEXT NOT NULL CHECK (role IN ('system', 'user', 'assistant', 'tool')),
  speaker TEXT,
  metadata TEXT NOT NULL CHECK (json_valid(metadata)),
  PRIMARY KEY (transcript, idx)
) STRICT;

CREATE TABLE part (
  transcript TEXT NOT NULL,
  message INTEGER NOT NULL,
  idx INTEGER NOT NULL CHECK (idx >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('text', 'reasoning', 'tool-call', 'tool-result', 'media', 'unknown')),
  text TEXT NOT NULL,
  source_start INTEGER,
  source_end INTEGER,
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  PRIMARY KEY (transcript, message, idx),
  FOREIGN KEY (transcript, message) REFERENCES message (transcript, idx),
  CHECK ((source_start IS NULL AND source_end IS NULL)
    OR (source_start >= 0 AND source_end > source_start)),
  CHECK (kind <> 'reasoning'
    OR coalesce(attributes ->> '$.reasoning', '') IN ('raw', 'summarised', 'encrypted', 'omitted'))
) STRICT;

CREATE TABLE branch (
  transcript TEXT NOT NULL REFERENCES transcript (id),
  idx INTEGER NOT NULL CHECK (idx >= 0),
  name TEXT NOT NULL,
  messages TEXT NOT NULL CHECK (json_valid(messages)), -- indices of its messages, in reading order
  PRIMARY KEY (transcript, idx)
) STRICT;

CREATE TABLE classifier_run (
  seq INTEGER PRIMARY KEY, -- order of import
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT;

CREATE TABLE classifier_label (
  run TEXT NOT NULL REFERENCES classifier_run (id),
  transcript TEXT NOT NULL REFERENCES transcript (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  score REAL,
  rationale TEXT,
  PRIMARY KEY (run, transcript, name)
) STRICT;

CREATE INDEX classifier_label_of_transcript ON classifier_label (transcript);

CREATE TABLE codebook (
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  json TEXT NOT NULL CHECK (json_valid(json)),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  PRIMARY KEY (id, version)
) STRICT;

CREATE UNIQUE INDEX codebook_one_active ON codebook (active) WHERE active = 1;

CREATE TABLE step (
  seq INTEGER PRIMARY KEY, -- order in this file, from 1 without gaps
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  rater TEXT NOT NULL CHECK (rater <> ''),
  what TEXT NOT NULL,
  undoes TEXT REFERENCES step (id),
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) IN (0, 64)), -- hash of this rater's step before; empty at the first
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE INDEX step_of_rater ON step (rater);

CREATE TABLE change (
  step INTEGER NOT NULL REFERENCES step (seq),
  n INTEGER NOT NULL CHECK (n >= 0), -- order in the step, from 0 without gaps
  key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('annotation', 'verdict')),
  subject TEXT NOT NULL REFERENCES transcript (id),
  before TEXT CHECK (before IS NULL OR json_valid(before)), -- null: it was not there
  after TEXT CHECK (after IS NULL OR json_valid(after)), -- null: it is gone
  PRIMARY KEY (step, n),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

CREATE INDEX change_of_key ON change (key, step, n);

CREATE INDEX change_of_subject ON change (subject);

CREATE TRIGGER step_stays BEFORE UPDATE ON step
BEGIN SELECT raise(ABORT, 'a step is never changed'); END;

CREATE TRIGGER step_is_kept BEFORE DELETE ON step
BEGIN SELECT raise(ABORT, 'a step is never deleted'); END;

-- Without these, INSERT OR REPLACE would delete a row and fire no trigger.
CREATE TRIGGER step_is_not_replaced BEFORE INSERT ON step
WHEN EXISTS (SELECT 1 FROM step WHERE id = new.id OR seq = new.seq)
BEGIN SELECT raise(ABORT, 'a step is never replaced'); END;

CREATE TRIGGER change_stays BEFORE UPDATE ON change
BEGIN SELECT raise(ABORT, 'a change is never changed'); END;

CREATE TRIGGER change_is_kept BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'a change is never deleted'); END;

CREATE TRIGGER change_is_not_replaced BEFORE INSERT ON change
WHEN EXISTS (SELECT 1 FROM change WHERE step = new.step AND n = new.n)
BEGIN SELECT raise(ABORT, 'a change is never replaced'); END;

CREATE TRIGGER transcript_stays BEFORE UPDATE ON transcript
BEGIN SELECT raise(ABORT, 'a transcript is never changed'); END;

CREATE TRIGGER transcript_is_kept BEFORE DELETE ON transcript
BEGIN SELECT raise(ABORT, 'a transcript is never deleted'); END;

CREATE TRIGGER transcript_is_not_replaced BEFORE INSERT ON transcript
WHEN EXISTS (SELECT 1 FROM transcript WHERE id = new.id OR seq = new.seq)
BEGIN SELECT raise(ABORT, 'a transcript is never replaced'); END;

CREATE TRIGGER message_stays BEFORE UPDATE ON message
BEGIN SELECT raise(ABORT, 'a message is never changed'); END;

CREATE TRIGGER message_is_kept BEFORE DELETE ON message
BEGIN SELECT raise(ABORT, 'a message is never deleted'); END;

CREATE TRIGGER message_is_not_replaced BEFORE INSERT ON message
WHEN EXISTS (SELECT 1 FROM message WHERE transcript = new.transcript AND idx = new.idx)
BEGIN SELECT raise(ABORT, 'a message is never replaced'); END;

CREATE TRIGGER part_stays BEFORE UPDATE ON part
BEGIN SELECT raise(ABORT, 'a part is never changed'); END;

CREATE TRIGGER part_is_kept BEFORE DELETE ON part
BEGIN SELECT raise(ABORT, 'a part is never deleted'); END;

CREATE TRIGGER part_is_not_replaced BEFORE INSERT ON part
WHEN EXISTS (SELECT 1 FROM part WHERE transcript = new.transcript AND message = new.message AND idx = new.idx)
BEGIN SELECT raise(ABORT, 'a part is never replaced'); END;

CREATE TRIGGER branch_stays BEFORE UPDATE ON branch
BEGIN SELECT raise(ABORT, 'a branch is never changed'); END;

CREATE TRIGGER branch_is_kept BEFORE DELETE ON branch
BEGIN SELECT raise(ABORT, 'a branch is never deleted'); END;

CREATE TRIGGER codebook_stays BEFORE UPDATE OF id, version, json ON codebook
BEGIN SELECT raise(ABORT, 'a version of a codebook is never changed'); END;

-- What holds now, for people with other tools: the latest change of each key, computed from the log alone.
CREATE VIEW annotation_now AS
SELECT
  c.after ->> '$.id' AS id,
  c.subject AS transcript,
  c.after ->> '$.rater' AS rater,
  c.after ->> '$.tag' AS tag,
  c.after ->> '$.severity' AS severity,
  c.after ->> '$.enactment' AS enactment,
  c.after ->> '$.confidence' AS confidence,
  c.after ->> '$.note' AS note,
  s.at AS changed_at,
  s.seq AS changed_in
FROM change c JOIN step s ON s.seq = c.step
WHERE c.kind = 'annotation' AND c.after IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM change later WHERE later.key = c.key AND (later.step, later.n) > (c.step, c.n));

-- One row for each place of each annotation.
CREATE VIEW annotation_place_now AS
SELECT
  c.after ->> '$.id' AS annotation,
  place.key AS place,
  place.value ->> '$.transcript' AS transcript,
  place.value ->> '$.message' AS message,
  place.value ->> '$.part' AS part,
  place.value ->> '$.start' AS start_utf16,
  place.value ->> '$.end' AS end_utf16,
  place.value ->> '$.quote' AS quote
FROM change c, json_each(c.after, '$.anchors') place
WHERE c.kind = 'annotation' AND c.after IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM change later WHERE later.key = c.key AND (later.step, later.n) > (c.step, c.n));

CREATE VIEW verdict_now AS
SELECT
  c.subject AS transcript,
  c.after ->> '$.question' AS question,
  c.after ->> '$.rater' AS rater,
  c.after ->> '$.answer' AS answer,
  s.at AS changed_at,
  s.seq AS changed_in
FROM change c JOIN step s ON s.seq = c.step
WHERE c.kind = 'verdict' AND c.after IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM change later WHERE later.key = c.key AND (later.step, later.n) > (c.step, c.n));
