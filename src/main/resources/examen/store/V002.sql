-- The project file, version 2: what a classifier points at, the names that sources give to samples,
-- records as they stood in their files, and an index of all words.

ALTER TABLE transcript ADD COLUMN sample TEXT NOT NULL DEFAULT ''; -- by which its source tells it from all others

CREATE INDEX transcript_of_sample ON transcript (sample, format) WHERE sample <> '';

CREATE TABLE raw_record (
  seq INTEGER PRIMARY KEY,
  packing TEXT NOT NULL CHECK (packing IN ('zstd', 'none')),
  length INTEGER NOT NULL CHECK (length >= 0), -- in bytes, unpacked: UTF-8
  packed BLOB NOT NULL
) STRICT;

CREATE TRIGGER raw_record_stays BEFORE UPDATE ON raw_record
BEGIN SELECT raise(ABORT, 'a record is never changed'); END;

CREATE TRIGGER raw_record_is_kept BEFORE DELETE ON raw_record
BEGIN SELECT raise(ABORT, 'a record is never deleted'); END;

CREATE TRIGGER raw_record_is_not_replaced BEFORE INSERT ON raw_record
WHEN EXISTS (SELECT 1 FROM raw_record WHERE seq = new.seq)
BEGIN SELECT raise(ABORT, 'a record is never replaced'); END;

ALTER TABLE transcript ADD COLUMN raw INTEGER REFERENCES raw_record (seq); -- several may come from one record

CREATE TABLE classifier_label_2 (
  run TEXT NOT NULL REFERENCES classifier_run (id),
  transcript TEXT NOT NULL REFERENCES transcript (id),
  name TEXT NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0), -- which of those with this name, from 0
  value TEXT NOT NULL CHECK (json_valid(value)),
  score REAL,
  rationale TEXT,
  PRIMARY KEY (run, transcript, name, ordinal)
) STRICT;

INSERT INTO classifier_label_2 (run, transcript, name, ordinal, value, score, rationale)
SELECT run, transcript, name, 0, value, score, rationale FROM classifier_label ORDER BY rowid;

DROP TABLE classifier_label;

ALTER TABLE classifier_label_2 RENAME TO classifier_label;

CREATE INDEX classifier_label_of_transcript ON classifier_label (transcript);

-- What a label points at: a place (with part), a message (without), or neither where the quote was not found.
CREATE TABLE citation (
  run TEXT NOT NULL,
  transcript TEXT NOT NULL,
  name TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0), -- order in the label, from 0 without gaps
  said TEXT NOT NULL, -- the words as the classifier gave them
  message INTEGER CHECK (message >= 0),
  part INTEGER CHECK (part >= 0),
  start_utf16 INTEGER CHECK (start_utf16 >= 0),
  end_utf16 INTEGER,
  quote TEXT, -- what stands at the place
  likeness REAL CHECK (likeness > 0 AND likeness <= 1), -- of said and quote
  PRIMARY KEY (run, transcript, name, ordinal, n),
  FOREIGN KEY (run, transcript, name, ordinal) REFERENCES classifier_label (run, transcript, name, ordinal),
  CHECK ((part IS NULL AND start_utf16 IS NULL AND end_utf16 IS NULL AND quote IS NULL AND likeness IS NULL)
    OR (message IS NOT NULL AND part IS NOT NULL AND end_utf16 > start_utf16 AND quote IS NOT NULL AND likeness IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX citation_of_place ON citation (transcript, message, part);

-- Parts get numbers that stay, for the index of words to refer to.
CREATE TABLE part_2 (
  seq INTEGER PRIMARY KEY, -- order of import
  transcript TEXT NOT NULL,
  message INTEGER NOT NULL,
  idx INTEGER NOT NULL CHECK (idx >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('text', 'reasoning', 'tool-call', 'tool-result', 'media', 'unknown')),
  text TEXT NOT NULL,
  source_start INTEGER,
  source_end INTEGER,
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  UNIQUE (transcript, message, idx),
  FOREIGN KEY (transcript, message) REFERENCES message (transcript, idx),
  CHECK ((source_start IS NULL AND source_end IS NULL)
    OR (source_start >= 0 AND source_end > source_start)),
  CHECK (kind <> 'reasoning'
    OR coalesce(attributes ->> '$.reasoning', '') IN ('raw', 'summarised', 'encrypted', 'omitted'))
) STRICT;

INSERT INTO part_2 (transcript, message, idx, kind, text, source_start, source_end, attributes)
SELECT transcript, message, idx, kind, text, source_start, source_end, attributes FROM part ORDER BY rowid;

DROP TABLE part;

ALTER TABLE part_2 RENAME TO part;

CREATE TRIGGER part_stays BEFORE UPDATE ON part
BEGIN SELECT raise(ABORT, 'a part is never changed'); END;

CREATE TRIGGER part_is_kept BEFORE DELETE ON part
BEGIN SELECT raise(ABORT, 'a part is never deleted'); END;

CREATE TRIGGER part_is_not_replaced BEFORE INSERT ON part
WHEN EXISTS (SELECT 1 FROM part WHERE transcript = new.transcript AND message = new.message AND idx = new.idx)
  OR EXISTS (SELECT 1 FROM part WHERE seq = new.seq)
BEGIN SELECT raise(ABORT, 'a part is never replaced'); END;

-- What can be searched: never a seal, which stands in a part's attributes.
CREATE VIEW searchable_part AS
SELECT seq, text FROM part WHERE kind IN ('text', 'reasoning', 'tool-call', 'tool-result');

-- An index of the words of these parts; rowid is a part's seq. Whoever adds parts adds them here too.
CREATE VIRTUAL TABLE part_text USING fts5 (
  text, content = 'searchable_part', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2');

-- So many bytes of the index are gathered before they are written out: fewer pieces, less joining.
INSERT INTO part_text (part_text, rank) VALUES ('hashsize', 16777216);

INSERT INTO part_text (part_text) VALUES ('rebuild');
