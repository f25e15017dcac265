-- The project file, version 4: reviews that are submitted, links between annotations, and the mark that no reasoning
-- supports an action stand in the log beside the rest.

DROP VIEW annotation_now;

DROP VIEW annotation_place_now;

DROP VIEW verdict_now;

DROP VIEW highlight_decision_now;

CREATE TABLE change_4 (
  step INTEGER NOT NULL REFERENCES step (seq),
  n INTEGER NOT NULL CHECK (n >= 0), -- order in the step, from 0 without gaps
  key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (
    'annotation', 'verdict', 'highlight-decision', 'review', 'link', 'no-supporting-reasoning'
  )),
  subject TEXT NOT NULL REFERENCES transcript (id),
  before TEXT CHECK (before IS NULL OR json_valid(before)), -- null: it was not there
  after TEXT CHECK (after IS NULL OR json_valid(after)), -- null: it is gone
  PRIMARY KEY (step, n),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

INSERT INTO change_4 (step, n, key, kind, subject, before, after)
SELECT step, n, key, kind, subject, before, after FROM change ORDER BY step, n;

DROP TABLE change;

ALTER TABLE change_4 RENAME TO change;

CREATE INDEX change_of_key ON change (key, step, n);

CREATE INDEX change_of_subject ON change (subject);

CREATE TRIGGER change_stays BEFORE UPDATE ON change
BEGIN SELECT raise(ABORT, 'a change is never changed'); END;

CREATE TRIGGER change_is_kept BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'a change is never deleted'); END;

CREATE TRIGGER change_is_not_replaced BEFORE INSERT ON change
WHEN EXISTS (SELECT 1 FROM change WHERE step = new.step AND n = new.n)
BEGIN SELECT raise(ABORT, 'a change is never replaced'); END;

-- The views of versions 1 and 3, over the new table.
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
  s.at AS changed_at,
  s.seq AS changed_in
FROM change c JOIN step s ON s.seq = c.step
WHERE c.kind = 'highlight-decision' AND c.after IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM change later WHERE later.key = c.key AND (later.step, later.n) > (c.step, c.n));

-- Reviews that were submitted, and not made open again by an undo.
CREATE VIEW review_now AS
SELECT
  c.subject AS transcript,
  c.after ->> '$.rater' AS rater,
  c.after ->> '$.state' AS state,
  s.at AS changed_at,
  s.seq AS changed_in
FROM change c JOIN step s ON s.seq = c.step
WHERE c.kind = 'review' AND c.after IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM change later WHERE later.key = c.key AND (later.step, later.n) > (c.step, c.n));

CREATE VIEW link_now AS
SELECT
  c.after ->> '$.id' AS id,
  c.subject AS transcript,
  c.after ->> '$.rater' AS rater,
  c.after ->> '$.type' AS type,
  c.after ->> '$.from' AS from_annotation,
  c.after ->> '$.to' AS to_annotation,
  s.at AS changed_at,
  s.seq AS changed_in
FROM change c JOIN step s ON s.seq = c.step
WHERE c.kind = 'link' AND c.after IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM change later WHERE later.key = c.key AND (later.step, later.n) > (c.step, c.n));

-- Actions of which a rater says that no reasoning supports them.
CREATE VIEW unsupported_now AS
SELECT
  c.after ->> '$.annotation' AS annotation,
  c.subject AS transcript,
  c.after ->> '$.rater' AS rater,
  s.at AS changed_at,
  s.seq AS changed_in
FROM change c JOIN step s ON s.seq = c.step
WHERE c.kind = 'no-supporting-reasoning' AND c.after IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM change later WHERE later.key = c.key AND (later.step, later.n) > (c.step, c.n));
