package examen.store;

import examen.transcript.Message;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells of what was read from a damaged file which transcripts are certainly all that they were.
 * Messages and parts are numbered without gaps through the whole file; whatever stands beside a gap
 * may have lost something.
 */
final class Wholeness {
  private final Session salvaged;
  private final SortedMap<String, String> doubts = new TreeMap<>();

  /**
   * @param salvaged what was read
   */
  Wholeness(Session salvaged) {
    this.salvaged = salvaged;
  }

  /**
   * The same for a file of which transcripts carry seals: whose seal holds is certainly whole,
   * whatever else was lost.
   */
  void lookAtSeals(Map<String, Long> failed) {
    Reading reading = new Reading(salvaged);
    for (String id : salvaged.query("SELECT id FROM transcript").list(row -> row.text(1))) {
      SealedThing transcript = SealedThing.of(SealKind.TRANSCRIPT, id);
      if (Seals.holds(reading, transcript)) {
        doubts.remove(id);
      } else if (Seals.hasSeal(reading, transcript)) {
        doubt(id, "it does not read as it was stored");
      } else if (!SealSieve.onlySeals(failed)) {
        doubt(id, "its seal could not be read");
      }
    }
  }

  /** Why each transcript that may not be whole is left out, by id. */
  SortedMap<String, String> doubts() {
    return doubts;
  }

  /**
   * @param failed tables of which not all could be read
   * @param otherWords numbers of parts whose words are not those of the damaged file's index
   */
  void look(Map<String, Long> failed, Set<Long> otherWords) {
    long parts =
        salvaged
            .query("SELECT coalesce(max(id), 0) FROM part_text_docsize")
            .first(row -> row.integer(1))
            .orElse(0L);
    // A page in the place of another can make a table end early and be read without a failure.
    if (failed.containsKey("part") || parts > 0) {
      besideGaps("part", parts);
    }
    if (failed.containsKey("message")) {
      besideGaps("message", 0);
    }
    for (String table : List.of("condition", "branch")) {
      if (failed.containsKey(table)) {
        all("its " + table + "s may not be all that there were");
      }
    }
    for (long part : otherWords) {
      salvaged
          .query("SELECT transcript FROM part WHERE seq = ?")
          .integer(part)
          .each(row -> doubt(row.text(1), "a text has not the words that the index has of it"));
    }
    salvaged.query("SELECT id FROM transcript").list(row -> row.text(1)).forEach(this::read);
  }

  private void all(String why) {
    salvaged.query("SELECT id FROM transcript").each(row -> doubt(row.text(1), why));
  }

  /** Transcripts are stored one after another; whose rows were in a gap, only its ends tell. */
  private void besideGaps(String table, long last) {
    String why = "a " + table + " beside one of its own could not be read";
    long[] at = {0, 0};
    salvaged
        .query(
            "SELECT r.rowid, coalesce(t.seq, -1) FROM "
                + table
                + " r LEFT JOIN transcript t ON t.id = r.transcript ORDER BY r.rowid")
        .each(
            row -> {
              long owner = row.integer(2) < 0 ? at[1] : row.integer(2);
              if (row.integer(1) != at[0] + 1) {
                doubtBetween(at[1], owner, why);
              }
              at[0] = row.integer(1);
              at[1] = owner;
            });
    // Of messages that are lost at the very end nothing tells how many they were.
    if (last == 0 || at[0] < last) {
      doubtBetween(at[1], Long.MAX_VALUE, why);
    }
  }

  private void doubtBetween(long first, long last, String why) {
    salvaged
        .query("SELECT id FROM transcript WHERE seq BETWEEN ? AND ?")
        .integer(first)
        .integer(last)
        .each(row -> doubt(row.text(1), why));
  }

  private void read(String id) {
    try {
      Transcript transcript =
          TranscriptTable.readAnyhow(new Reading(salvaged), new TranscriptId(id)).orElseThrow();
      for (int i = 0; i < transcript.messages().size(); i++) {
        Message message = transcript.messages().get(i);
        if (message.index() != i) {
          doubt(id, "a message is missing");
        }
      }
      boolean silent = transcript.messages().stream().allMatch(m -> m.parts().isEmpty());
      if (silent || hasStrays(id) || hasGaps(id)) {
        doubt(id, "a part or a message is missing");
      }
    } catch (StoreException | IllegalArgumentException e) {
      doubt(id, "it does not read as a transcript");
    }
  }

  private boolean hasStrays(String id) {
    return salvaged
        .query(
            "SELECT 1 FROM part p WHERE p.transcript = ? AND NOT EXISTS (SELECT 1 FROM message m"
                + " WHERE m.transcript = p.transcript AND m.idx = p.message)")
        .text(id)
        .any();
  }

  private boolean hasGaps(String id) {
    return salvaged
        .query(
            "SELECT 1 FROM part WHERE transcript = ? GROUP BY message HAVING max(idx) + 1 <>"
                + " count(*)")
        .text(id)
        .any();
  }

  private void doubt(String id, String why) {
    doubts.putIfAbsent(id, why);
  }

  /** Those of which there is no doubt. */
  Set<String> whole() {
    Set<String> ids =
        new HashSet<>(salvaged.query("SELECT id FROM transcript").list(row -> row.text(1)));
    ids.removeAll(doubts.keySet());
    return ids;
  }
}
