package examen.store;

import examen.rating.Change;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.rating.StepId;
import examen.rating.Thing;
import examen.transcript.Anchor;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The log of all that raters did, from which everything else about their work is computed. Steps
 * are only ever added. Each carries a hash over itself and over a step that its rater made before,
 * so that a later change to any of them shows. Their order is the same in every file that holds the
 * same steps, however they came into it.
 */
public final class ChangeLog {
  private static final int PAGE = 2000;

  private ChangeLog() {}

  /**
   * Adds a step; when this returns, it is on the disk.
   *
   * @return as which it arrived, from 1; that of before, if the very same step was there already
   * @throws StoreException if it could not be stored, or does not fit what the log holds
   */
  public static long append(ProjectFile project, Step step) {
    return project.inTransaction(writing -> append(writing, step));
  }

  /**
   * Adds a step within a transaction, in which steps that others added meanwhile can be read first.
   *
   * @return as which it arrived, from 1; that of before, if the very same step was there already
   * @throws StoreException if another step has its id, what it changes is no longer as it says, or
   *     a quote is not what stands there
   */
  public static long append(Writing writing, Step step) {
    return append(writing, step, 0);
  }

  /**
   * The same of a step that is made in knowledge of more than this file holds.
   *
   * @param known the greatest clock of all that its maker knew of
   */
  public static long append(Writing writing, Step step, long known) {
    StepRow row =
        StepRow.of(
            step,
            Math.max(StepTable.lastClock(writing), known) + 1,
            StepTable.lastHash(writing, step.rater().value()));
    Optional<StepRow> there = StepTable.byId(writing, row.id());
    if (there.isPresent()) {
      if (!there.get().saysTheSameAs(row)) {
        throw new StoreException("not stored: the log has another step with the id " + row.id());
      }
      return there.get().seq();
    }
    long seq = StepTable.lastSeq(writing) + 1;
    StepTable.insertHead(writing, row, seq);
    for (ChangeRow change : row.changes()) {
      refuseIfChangedSince(writing, change);
      StepTable.insertChange(writing, change, seq);
    }
    refuseFalseQuotes(writing, step);
    writing.provedBy(reading -> has(reading, step.id()));
    return seq;
  }

  public static boolean has(Reading reading, StepId id) {
    return reading.query("SELECT 1 FROM step WHERE id = ?").text(id.toString()).any();
  }

  /** As which the step that arrived last did so; 0 if there is none. */
  public static long lastSeq(Reading reading) {
    return StepTable.lastSeq(reading);
  }

  /** Whether any step ever put what was said into the words of another codebook. */
  public static boolean hasOfCodebook(Reading reading) {
    return reading
        .query("SELECT 1 FROM step WHERE substr(what, 1, length(?)) = ? LIMIT 1")
        .text(Step.OF_CODEBOOK)
        .text(Step.OF_CODEBOOK)
        .any();
  }

  /** The greatest clock of all steps; 0 if there is none. */
  public static long lastClock(Reading reading) {
    return StepTable.lastClock(reading);
  }

  /**
   * The steps that arrived after this one, in the order in which they came: what others have added
   * since. It need not be the order of the log.
   *
   * @param atMost how many; where there are more, ask again after the last
   */
  public static List<LoggedStep> stepsAfter(Reading reading, long seq, int atMost) {
    return StepTable.arrivedAfter(reading, seq, atMost).stream().map(StepRow::logged).toList();
  }

  /** All steps that arrived after this one, in the order in which they came. */
  public static void eachAfter(ProjectFile project, long seq, Consumer<LoggedStep> use) {
    long from = seq;
    while (true) {
      long after = from;
      List<StepRow> page = project.reading(reading -> StepTable.arrivedAfter(reading, after, PAGE));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(row -> use.accept(row.logged()));
      from = page.getLast().seq();
    }
  }

  /** All steps in the order of the log; what arrives meanwhile may be among them or not. */
  public static void eachInOrder(ProjectFile project, Consumer<LoggedStep> use) {
    LogReader reader = new LogReader();
    LogReader.Page page = new LogReader.Page(List.of(), LogPlace.START);
    do {
      LogPlace from = page.last();
      page = project.reading(reading -> reader.after(reading, from, PAGE));
      page.steps().forEach(use);
    } while (!page.steps().isEmpty());
  }

  /**
   * Hash of each rater's latest step in the order of the log: kept elsewhere, it shows later
   * whether steps were cut off the end.
   */
  public static SortedMap<RaterId, String> heads(Reading reading) {
    SortedMap<RaterId, String> heads = new TreeMap<>();
    reading
        .query("SELECT rater, hash FROM step ORDER BY rater, clock, id")
        .each(row -> heads.put(Stored.value(() -> new RaterId(row.text(1))), row.text(2)));
    return heads;
  }

  /** Read in pieces, so that nobody who writes has to wait long. */
  static void eachRowInOrder(ProjectFile project, Consumer<StepRow> use) {
    LogPlace from = LogPlace.START;
    while (true) {
      LogPlace after = from;
      List<StepRow> page = project.reading(reading -> StepTable.inOrder(reading, after, PAGE));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(use);
      from = LogPlace.of(page.getLast());
    }
  }

  /** A log that holds a step which does not fit those before it could not be read back. */
  private static void refuseIfChangedSince(Reading reading, ChangeRow change) {
    if (!StepTable.now(reading, change.key()).equals(Optional.ofNullable(change.before()))) {
      throw new StoreException(
          "not stored: it has been changed since, perhaps by another program; look at it again");
    }
  }

  private static void refuseFalseQuotes(Reading reading, Step step) {
    for (Change change : step.changes()) {
      Thing after = after(change);
      if (after != null) {
        after.places().forEach(anchor -> refuseFalseQuote(reading, anchor));
      }
    }
  }

  private static void refuseFalseQuote(Reading reading, Anchor anchor) {
    Optional<String> text =
        TranscriptTable.partText(reading, anchor.transcript(), anchor.message(), anchor.part());
    if (!text.map(t -> Quotes.stands(anchor, t)).orElse(false)) {
      throw new StoreException(
          "not stored: the quote of what was marked is not what stands at its place");
    }
  }

  private static @Nullable Thing after(Change change) {
    return switch (change) {
      case Change.Added(Thing after) -> after;
      case Change.Replaced(Thing before, Thing after) -> after;
      case Change.Removed(Thing before) -> null;
    };
  }
}
