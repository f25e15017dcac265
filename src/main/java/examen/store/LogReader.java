package examen.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the log in its order, as it is folded: all that steps say, in one pass and without their
 * hashes, which nobody looks at here.
 */
final class LogReader {
  private static final LogPlace END = new LogPlace(Long.MAX_VALUE, "\uffff");
  private static final String STEPS =
      "SELECT s.seq, s.id, s.clock, s.at, s.rater, s.what, s.undoes, c.key, c.kind, c.subject,"
          + " c.before, c.after FROM step s LEFT JOIN change c ON c.step = s.seq WHERE (s.clock,"
          + " s.id) > (?, ?) AND (s.clock, s.id) <= (?, ?) ORDER BY s.clock, s.id, c.n";

  private final KnownIds ids = new KnownIds();

  /**
   * Some steps of the log.
   *
   * @param last where they end; empty ones end where they began
   */
  record Page(List<LoggedStep> steps, LogPlace last) {}

  /** At most {@code atMost} steps after this place, in the order of the log. */
  Page after(Reading reading, LogPlace place, int atMost) {
    LogPlace last =
        reading
            .query(
                "SELECT clock, id FROM step WHERE (clock, id) > (?, ?) ORDER BY clock, id LIMIT 1"
                    + " OFFSET ?")
            .integer(place.clock())
            .text(place.id())
            .integer(atMost - 1L)
            .first(row -> new LogPlace(row.integer(1), row.text(2)))
            .orElse(END);
    Gathered gathered = new Gathered(place);
    reading
        .query(STEPS)
        .integer(place.clock())
        .text(place.id())
        .integer(last.clock())
        .text(last.id())
        .each(gathered::take);
    return gathered.page();
  }

  /** The steps of a page; each begins with the first row that has its number. */
  private final class Gathered {
    private final List<LoggedStep> steps = new ArrayList<>();
    private final List<ChangeRow> changes = new ArrayList<>();
    private LogPlace last;
    private StepRow head = NONE;

    Gathered(LogPlace from) {
      this.last = from;
    }

    void take(Row row) {
      if (row.integer(1) != head.seq()) {
        complete();
        head = head(row);
      }
      String key = row.textIfAny(8);
      if (key != null) {
        changes.add(
            new ChangeRow(
                changes.size(),
                key,
                row.text(9),
                row.text(10),
                row.textIfAny(11),
                row.textIfAny(12)));
      }
    }

    Page page() {
      complete();
      return new Page(steps, last);
    }

    private void complete() {
      if (head.seq() != NONE.seq()) {
        steps.add(head.withChanges(changes).logged(ids));
        last = LogPlace.of(head);
        changes.clear();
      }
    }
  }

  private static final StepRow NONE =
      new StepRow(Long.MIN_VALUE, "", 0, "", "", "", null, "", "", List.of());

  private static StepRow head(Row row) {
    return new StepRow(
        row.integer(1),
        row.text(2),
        row.integer(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.textIfAny(7),
        "",
        "",
        List.of());
  }
}
