-- The project file, version 5: an order of the log that is the same in every file that holds the same steps, what a merge
-- left out, who rates here, and who is to read what.
-- The order of the log is (clock, id): clock is 1 + the greatest clock that the file held when the step was made. seq is
-- only the order in which steps came into this file.

DROP VIEW annotation_now;

DROP VIEW annotation_place_now;

DROP VIEW verdict_now;

DROP VIEW highlight_decision_now;

DROP VIEW review_now;

DROP VIEW link_now;

DROP VIEW unsupported_now;

CREATE TABLE step_5 (
  seq INTEGER PRIMARY KEY, -- order of arrival in this file, from 1 without gaps
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  clock INTEGER NOT NULL CHECK (clock >= 1), -- with id: the order of the log
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  rater TEXT NOT NULL CHECK (rater <> ''),
  what TEXT NOT NULL,
  undoes TEXT REFERENCES step_5 (id),
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) IN (0, 64)), -- hash of a step of this rater before; empty at a first
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

INSERT INTO step_5 (seq, id, clock, at, rater, what, undoes, prev_hash, hash)
SELECT seq, id, seq, at, rater, what, undoes, prev_hash, hash FROM step ORDER BY seq;

CREATE TABLE change_5 (
  step INTEGER NOT NULL REFERENCES step_5 (seq),
  n INTEGER NOT NULL CHECK (n >= 0), -- order in the step, from 0 without gaps
  key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (
    'annotation', 'verdict', 'highlight-decision', 'review', 'link', 'no-supporting-reasoning', 'reveal'
  )),
  subject TEXT NOT NULL REFERENCES transcript (id),
  before TEXT CHECK (before IS NULL OR json_valid(before)), -- null: it was not there
  after TEXT CHECK (after IS NULL OR json_valid(after)), -- null: it is gone
  PRIMARY KEY (step, n),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

INSERT INTO change_5 (step, n, key, kind, subject, before, after)
SELECT step, n, key, kind, subject, before, after FROM change ORDER BY step, n;

DROP TABLE change;

DROP TABLE step;

ALTER TABLE step_5 RENAME TO step;

ALTER TABLE change_5 RENAME TO change;

CREATE UNIQUE INDEX step_in_order ON step (clock, id);

CREATE INDEX step_of_rater ON step (rater, clock, id);

CREATE INDEX change_of_key ON change (key, step, n);

CREATE INDEX change_of_subject ON change (subject);

CREATE TRIGGER step_stays BEFORE UPDATE ON step
BEGIN SELECT raise(ABORT, 'a step is never changed'); END;

CREATE TRIGGER step_is_kept BEFORE DELETE ON step
BEGIN SELECT raise(ABORT, 'a step is never deleted'); END;

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

-- Steps on which others in this file build and which are not here: a merge left them out, or its source did not have
-- them. If one comes later, its row stays.
CREATE TABLE left_out (
  hash TEXT NOT NULL CHECK (length(hash) = 64), -- of the step
  rater TEXT NOT NULL CHECK (rater <> ''), -- whose chain names it
  PRIMARY KEY (hash, rater)
) STRICT;

CREATE TRIGGER left_out_stays BEFORE UPDATE ON left_out
BEGIN SELECT raise(ABORT, 'what was left out is never changed'); END;

CREATE TRIGGER left_out_is_kept BEFORE DELETE ON left_out
BEGIN SELECT raise(ABORT, 'what was left out is never deleted'); END;

-- Who rates here. A rater may be given another name; the one given last holds.
CREATE TABLE rater (
  id TEXT PRIMARY KEY CHECK (id <> ''), -- as in step.rater
  name TEXT NOT NULL CHECK (name <> ''),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z') -- when this name was given
) STRICT;

CREATE TRIGGER rater_is_kept BEFORE DELETE ON rater
BEGIN SELECT raise(ABORT, 'a rater is never deleted'); END;

INSERT INTO rater (id, name, at)
SELECT rater, rater, min(at) FROM step GROUP BY rater ORDER BY min(seq);

-- Who is to read what. A plan is never changed: a later one continues it.
CREATE TABLE plan (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE TRIGGER plan_stays BEFORE UPDATE ON plan
BEGIN SELECT raise(ABORT, 'a plan is never changed'); END;

CREATE TRIGGER plan_is_kept BEFORE DELETE ON plan
BEGIN SELECT raise(ABORT, 'a plan is never deleted'); END;

CREATE TRIGGER plan_is_not_replaced BEFORE INSERT ON plan
WHEN EXISTS (SELECT 1 FROM plan WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'a plan is never replaced'); END;

CREATE TABLE assignment (
  plan TEXT NOT NULL REFERENCES plan (id),
  transcript TEXT NOT NULL REFERENCES transcript (id),
  rater TEXT NOT NULL CHECK (rater <> ''),
  place INTEGER NOT NULL CHECK (place >= 0), -- in this rater's own shuffled order
  PRIMARY KEY (plan, transcript, rater)
) STRICT;

CREATE INDEX assignment_of_rater ON assignment (rater, plan, place);

CREATE INDEX assignment_of_transcript ON assignment (transcript);

CREATE TRIGGER assignment_stays BEFORE UPDATE ON assignment
BEGIN SELECT raise(ABORT, 'an assignment is never changed'); END;

CREATE TRIGGER assignment_is_kept BEFORE DELETE ON assignment
BEGIN SELECT raise(ABORT, 'an assignment is never deleted'); END;

CREATE TRIGGER assignment_is_not_replaced BEFORE INSERT ON assignment
WHEN EXISTS (SELECT 1 FROM assignment WHERE plan = new.plan AND transcript = new.transcript AND rater = new.rater)
BEGIN SELECT raise(ABORT, 'an assignment is never replaced'); END;

-- What each thing is after all steps, in the order of the log; things that are gone are not here.
CREATE VIEW change_now AS
SELECT c.key, c.kind, c.subject, c.after, s.at AS changed_at, s.seq AS changed_in
FROM change c JOIN step s ON s.seq = c.step
WHERE c.after IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM change later JOIN step l ON l.seq = later.step
    WHERE later.key = c.key AND (l.clock, l.id, later.n) > (s.clock, s.id, c.n));

-- The views of version 4, over that.
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
  c.changed_at,
  c.changed_in
FROM change_now c
WHERE c.kind = 'annotation';

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
FROM change_now c, json_each(c.after, '$.anchors') place
WHERE c.kind = 'annotation';

CREATE VIEW verdict_now AS
SELECT
  c.subject AS transcript,
  c.after ->> '$.question' AS question,
  c.after ->> '$.rater' AS rater,
  c.after ->> '$.answer' AS answer,
  c.changed_at,
  c.changed_in
FROM change_now c
WHERE c.kind = 'verdict';

-- What raters decided on highlights; accepted_as names the other category, where one was chosen.
CREATE VIEW highlight_decision_now AS
SELECT
  c.subject AS transcript,
  c.after ->> '$.anchor.message' AS message,
  c.after ->> '$.anchor.part' AS part,
  c.after ->> '$.anchor.start' AS start_utf16,
  c.after ->> '$.anchor.end' AS end_utf16,
  c.after ->> '$.anchor.quote' AS quote,
  c.after ->> '$.pack' AS pack,
  c.after ->> '$.rule' AS rule,
  c.after ->> '$.category' AS category,
  c.after ->> '$.rater' AS rater,
  c.after ->> '$.outcome' AS outcome,
  c.after ->> '$.as' AS accepted_as,
  c.changed_at,
  c.changed_in
FROM change_now c
WHERE c.kind = 'highlight-decision';

-- Reviews that were submitted, and not made open again by an undo.
CREATE VIEW review_now AS
SELECT
  c.subject AS transcript,
  c.after ->> '$.rater' AS rater,
  c.after ->> '$.state' AS state,
  c.changed_at,
  c.changed_in
FROM change_now c
WHERE c.kind = 'review';

CREATE VIEW link_now AS
SELECT
  c.after ->> '$.id' AS id,
  c.subject AS transcript,
  c.after ->> '$.rater' AS rater,
  c.after ->> '$.type' AS type,
  c.after ->> '$.from' AS from_annotation,
  c.after ->> '$.to' AS to_annotation,
  c.changed_at,
  c.changed_in
FROM change_now c
WHERE c.kind = 'link';

-- Actions of which a rater says that no reasoning supports them.
CREATE VIEW unsupported_now AS
SELECT
  c.after ->> '$.annotation' AS annotation,
  c.subject AS transcript,
  c.after ->> '$.rater' AS rater,
  c.changed_at,
  c.changed_in
FROM change_now c
WHERE c.kind = 'no-supporting-reasoning';

-- Moments at which a rater was shown what was kept from them.
CREATE VIEW reveal_now AS
SELECT
  c.subject AS transcript,
  c.after ->> '$.rater' AS rater,
  c.after AS json,
  c.changed_at,
  c.changed_in
FROM change_now c
WHERE c.kind = 'reveal';
