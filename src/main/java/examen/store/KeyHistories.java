package examen.store;

import examen.rating.MergeAccount.MergeConflict;
import examen.rating.RaterId;
import examen.rating.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each thing that a merge touches, step by step in the order of the log: where a
 * step was not made over what stands before it, its rater changed the same thing in two copies.
 */
final class KeyHistories {
  private static final int AT_ONCE = 200;
  private static final Comparator<Piece> ORDER =
      Comparator.comparingLong((Piece piece) -> piece.place().clock())
          .thenComparing(piece -> piece.place().id())
          .thenComparingLong(Piece::n);

  private final Map<String, List<Piece>> taken = new HashMap<>();

  /**
   * A change, without what it says: only whether two say the same matters here.
   *
   * @param before digest of what was there; empty if nothing was
   */
  private record Piece(
      LogPlace place, long n, By by, Subject subject, String before, String after) {}

  /**
   * @param isOfCodebook whether the step put what was said into other words; then what is said
   *     stays its rater's
   */
  private record By(RaterId rater, boolean isOfCodebook) {
    static By of(String rater, String what) {
      return new By(new RaterId(rater), what.startsWith(Step.OF_CODEBOOK));
    }
  }

  private record Subject(String transcript, String kind) {}

  void take(StepRow row) {
    for (ChangeRow change : row.changes()) {
      taken
          .computeIfAbsent(change.key(), k -> new ArrayList<>())
          .add(
              new Piece(
                  LogPlace.of(row),
                  change.n(),
                  By.of(row.rater(), row.what()),
                  new Subject(change.subject(), change.kind()),
                  digest(change.before()),
                  digest(change.after())));
    }
  }

  /**
   * Whether all that was ever done to the thing with this key was done by this rater, but for what
   * a newer codebook changed.
   */
  boolean isOf(Reading ours, String key, String rater) {
    return taken.getOrDefault(key, List.of()).stream()
            .map(Piece::by)
            .allMatch(by -> by.isOfCodebook() || by.rater().value().equals(rater))
        && !ours.query(
                "SELECT 1 FROM change c JOIN step s ON s.seq = c.step WHERE c.key = ? AND s.rater"
                    + " <> ? AND substr(s.what, 1, length(?)) <> ? LIMIT 1")
            .text(key)
            .text(rater)
            .text(Step.OF_CODEBOOK)
            .text(Step.OF_CODEBOOK)
            .any();
  }

  /** Finds the conflicts that the merge brings; those that were here before are not told again. */
  void conflicts(ProjectFile ours, Consumer<MergeConflict> found) {
    List<String> keys = taken.keySet().stream().sorted().toList();
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      List<String> some = keys.subList(from, Math.min(from + AT_ONCE, keys.size()));
      List<List<Piece>> here =
          ours.reading(reading -> some.stream().map(key -> pieces(reading, key)).toList());
      for (int i = 0; i < some.size(); i++) {
        List<Piece> all = new ArrayList<>(here.get(i));
        all.addAll(taken.getOrDefault(some.get(i), List.of()));
        List<Piece> known = misfits(here.get(i));
        misfits(all).stream()
            .filter(piece -> !known.contains(piece))
            .map(KeyHistories::conflict)
            .forEach(found);
      }
    }
  }

  private static List<Piece> misfits(List<Piece> pieces) {
    List<Piece> misfits = new ArrayList<>();
    String now = "";
    boolean inOtherWords = false;
    for (Piece piece : pieces.stream().sorted(ORDER).toList()) {
      boolean fits = piece.before().equals(now) || piece.after().equals(now);
      if (!fits && !inOtherWords && !piece.by().isOfCodebook()) {
        misfits.add(piece);
      }
      now = piece.after();
      inOtherWords = piece.by().isOfCodebook();
    }
    return misfits;
  }

  private static MergeConflict conflict(Piece piece) {
    return new MergeConflict(
        piece.place().id(),
        piece.by().rater(),
        piece.subject().transcript(),
        piece.subject().kind());
  }

  private static List<Piece> pieces(Reading reading, String key) {
    return reading
        .query(
            "SELECT s.clock, s.id, c.n, s.rater, c.subject, c.kind, c.before, c.after, s.what FROM"
                + " change c"
                + " JOIN step s ON s.seq = c.step WHERE c.key = ?")
        .text(key)
        .list(
            row ->
                new Piece(
                    new LogPlace(row.integer(1), row.text(2)),
                    row.integer(3),
                    Stored.value(() -> By.of(row.text(4), row.text(9))),
                    new Subject(row.text(5), row.text(6)),
                    digest(row.textIfAny(7)),
                    digest(row.textIfAny(8))));
  }

  private static String digest(@Nullable String json) {
    return json == null ? "" : new HashInput("examen thing 1").add(json).sha256().substring(0, 32);
  }
}
