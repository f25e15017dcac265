package examen.store;

import examen.rating.MergeReason;
import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whether a transcript of another file is here, and reads the same. */
final class TextMatch {
  private static final int KEPT = 64;

  private final ForeignFile source;
  private final Map<String, Optional<MergeReason>> subjects = new HashMap<>();
  private final Map<String, Optional<String>> texts =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
          return size() > KEPT;
        }
      };

  TextMatch(ForeignFile source) {
    this.source = source;
  }

  /** Why nothing about this transcript can be taken; empty if there is no reason. */
  Optional<MergeReason> refusal(Reading ours, String transcript) {
    Optional<MergeReason> known = subjects.get(transcript);
    if (known == null) {
      known = compare(ours, transcript);
      subjects.put(transcript, known);
    }
    return known;
  }

  /** Whether the quote is what stands at its place here. */
  boolean stands(Reading ours, Anchor anchor) {
    TranscriptId id = anchor.transcript();
    String place = id + " " + anchor.message() + " " + anchor.part();
    Optional<String> text = texts.get(place);
    if (text == null) {
      text = TranscriptTable.partText(ours, id, anchor.message(), anchor.part());
      texts.put(place, text);
    }
    return text.map(t -> Quotes.stands(anchor, t)).orElse(false);
  }

  private Optional<MergeReason> compare(Reading ours, String transcript) {
    if (!ours.query("SELECT 1 FROM transcript WHERE id = ?").text(transcript).any()) {
      return Optional.of(MergeReason.UNKNOWN_TRANSCRIPT);
    }
    TranscriptId id = new TranscriptId(transcript);
    if (!source.reading(reading -> Seals.holds(reading, SealedThing.transcript(id)))) {
      return Optional.of(MergeReason.ALTERED_TEXT);
    }
    String theirs = source.reading(reading -> digest(reading, transcript));
    return theirs.equals(digest(ours, transcript))
        ? Optional.empty()
        : Optional.of(MergeReason.ALTERED_TEXT);
  }

  /** Over all that a reader sees as text, and where; not over what its source says beyond that. */
  private static String digest(Reading reading, String transcript) {
    HashInput input = new HashInput("examen text 1");
    reading
        .query("SELECT idx, role FROM message WHERE transcript = ? ORDER BY idx")
        .text(transcript)
        .each(row -> input.add(Long.toString(row.integer(1))).add(row.text(2)));
    reading
        .query(
            "SELECT message, idx, kind, text FROM part WHERE transcript = ? ORDER BY message, idx")
        .text(transcript)
        .each(
            row -> {
              input.add(Long.toString(row.integer(1))).add(Long.toString(row.integer(2)));
              input.add(row.text(3)).add(row.text(4));
            });
    return input.sha256();
  }
}
