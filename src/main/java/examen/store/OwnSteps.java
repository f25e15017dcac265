package examen.store;

import examen.rating.Change;
import examen.rating.RaterId;
import examen.rating.Thing;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one rater did, to be put into a file that holds nothing of others. A step that also changed
 * what is another's is left out, and it is noted that it is missing there; so is a step of another
 * that changed what is this rater's.
 */
public final class OwnSteps {
  private final RaterId rater;
  private final List<StepRow> rows = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final SortedSet<TranscriptId> transcripts = new TreeSet<>();

  private OwnSteps(RaterId rater) {
    this.rater = rater;
  }

  public static OwnSteps of(ProjectFile project, RaterId rater) {
    OwnSteps own = new OwnSteps(rater);
    ChangeLog.eachRowInOrder(project, own::take);
    return own;
  }

  private void take(StepRow row) {
    List<Thing> things = row.step().changes().stream().map(Change::thing).toList();
    boolean byOwn = row.rater().equals(rater.value());
    boolean ofOwn = things.stream().anyMatch(thing -> thing.rater().equals(rater));
    boolean ofOthers = things.stream().anyMatch(thing -> !thing.rater().equals(rater));
    if (byOwn && !ofOthers) {
      rows.add(row);
      things.forEach(thing -> transcripts.add(thing.transcript()));
    } else if (byOwn || ofOwn) {
      missing.add(row.hash());
    }
  }

  /** The transcripts that they are about: these must be there before them. */
  public SortedSet<TranscriptId> transcripts() {
    return transcripts;
  }

  /** Puts them into a file without steps. */
  public void putInto(Writing writing) {
    missing.forEach(hash -> LeftOut.insert(writing, hash, rater.value()));
    long seq = 0;
    for (StepRow row : rows) {
      seq++;
      StepTable.insertHead(writing, row, seq);
      for (ChangeRow change : row.changes()) {
        StepTable.insertChange(writing, change, seq);
      }
    }
  }
}
