package examen.desktop.queue;

import examen.app.HighlightTallies.Tally;
import examen.app.queue.Order;
import examen.app.queue.QueueFilter;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.FxWork;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The transcripts to read, those that the filter lets through, and the one that is being read. What
 * is done to a transcript takes it in no filter's way: it stays in its place until something else
 * is asked for.
 */
public final class QueueViewModel {
  /** More rows than these are filtered beside the screen. */
  private static final int MANY = 2_000;

  private final ObservableList<QueueRow> shown = FXCollections.observableArrayList();
  private final StringProperty words = new SimpleStringProperty("");
  private final ObjectProperty<QueueFilter> filter = new SimpleObjectProperty<>(QueueFilter.ALL);
  private final ReadOnlyObjectWrapper<@Nullable Within> within = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable QueueRow> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper submitted = new ReadOnlyIntegerWrapper();
  private final Map<TranscriptId, Integer> places = new HashMap<>();
  private final Consumer<TranscriptId> open;
  private final FxWork work;
  private Map<TranscriptId, Tally> tallies = Map.of();
  private List<QueueRow> all = new ArrayList<>();
  private int turn;

  /**
   * The only transcripts that are shown.
   *
   * @param query by which they were found, or which number they are behind
   */
  public record Within(Why why, String query, Set<TranscriptId> transcripts) {
    public Within {
      transcripts = Set.copyOf(transcripts);
    }

    /** Those that were found. */
    public Within(String query, Set<TranscriptId> transcripts) {
      this(Why.FOUND, query, transcripts);
    }
  }

  /** Why only some transcripts are shown. */
  public enum Why {
    FOUND("found"),
    /** They are behind a number of an analysis. */
    BEHIND("behind");

    private final String wire;

    Why(String wire) {
      this.wire = wire;
    }

    /** The name in the keys of texts. */
    String wire() {
      return wire;
    }
  }

  /** One that does all at once. */
  public QueueViewModel(Consumer<TranscriptId> open) {
    this(open, new DirectWork());
  }

  /**
   * @param open called when another transcript becomes the current one
   */
  public QueueViewModel(Consumer<TranscriptId> open, FxWork work) {
    this.open = open;
    this.work = work;
    words.addListener((property, before, now) -> filter.set(filter.get().withWords(now)));
    filter.addListener(
        (property, before, now) -> {
          words.set(now.words());
          refresh();
        });
    within.addListener((property, before, now) -> refresh());
  }

  /**
   * Takes the rows as they are now; the current transcript stays current as long as it is among
   * them.
   */
  public void setRows(List<QueueRow> rows) {
    all = new ArrayList<>(rows);
    places.clear();
    for (int i = 0; i < all.size(); i++) {
      places.put(all.get(i).id(), i);
    }
    submitted.set((int) all.stream().filter(QueueViewModel::isSubmitted).count());
    QueueRow before = current.get();
    if (before != null) {
      current.set(row(before.id()).orElse(null));
    }
    refresh();
  }

  /** Takes one row as it is now, and leaves it in its place. */
  public void update(QueueRow row) {
    Integer place = places.get(row.id());
    if (place == null) {
      return;
    }
    QueueRow before = all.set(place, row);
    submitted.set(submitted.get() + (isSubmitted(row) ? 1 : 0) - (isSubmitted(before) ? 1 : 0));
    QueueRow here = current.get();
    int index = shown.indexOf(before);
    if (index >= 0) {
      shown.set(index, row);
    }
    if (here != null && here.id().equals(row.id())) {
      current.set(row);
    }
  }

  /** All rows, filtered out or not. */
  public List<QueueRow> rows() {
    return Collections.unmodifiableList(all);
  }

  /** The rows that are let through. */
  public ObservableList<QueueRow> shown() {
    return shown;
  }

  /** Which rows are let through, and in which order. */
  public ObjectProperty<QueueFilter> soughtProperty() {
    return filter;
  }

  /** The only transcripts that are shown; null for all. */
  public ReadOnlyObjectProperty<@Nullable Within> withinProperty() {
    return within.getReadOnlyProperty();
  }

  /** Shows these transcripts only, and nothing of them hidden; null for all again. */
  public void showOnly(@Nullable Within only) {
    if (only != null) {
      filter.set(filter.get().withWords("").withOrder(Order.IMPORT).withoutChoices());
    }
    within.set(only);
  }

  /** Shows all transcripts, in the order of import. */
  public void showAll() {
    within.set(null);
    filter.set(QueueFilter.ALL);
  }

  /** Takes what is known of highlights. */
  public void setTallies(Map<TranscriptId, Tally> known) {
    tallies = known;
    if (filter.get().asksForHighlights()) {
      refresh();
    }
  }

  /** What lets rows through now. */
  Sieve sieve() {
    Within only = within.get();
    return new Sieve(filter.get(), only == null ? null : only.transcripts(), tallies);
  }

  /** The words that must stand in a transcript's title or conditions. */
  public StringProperty filterProperty() {
    return words;
  }

  public ReadOnlyObjectProperty<@Nullable QueueRow> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Makes this transcript the current one, and opens it if it was not. */
  public void select(TranscriptId id) {
    QueueRow before = current.get();
    if (before == null || !before.id().equals(id)) {
      row(id)
          .ifPresent(
              row -> {
                current.set(row);
                open.accept(id);
              });
    }
  }

  /** Goes to the next transcript shown; stays at the last. */
  public void next() {
    step(1);
  }

  public void previous() {
    step(-1);
  }

  /**
   * Goes to the next transcript shown that is not submitted, or is to be read again, beginning anew
   * after the last one.
   *
   * @return whether there is one
   */
  public boolean nextOpen() {
    QueueRow here = current.get();
    int index = here == null ? -1 : shown.indexOf(here);
    for (int i = 1; i <= shown.size(); i++) {
      QueueRow row = shown.get((index + i) % shown.size());
      boolean isWork = !isSubmitted(row) || row.isToReadAgain();
      if (isWork && !row.equals(here)) {
        select(row.id());
        return true;
      }
    }
    return false;
  }

  /** How many of all rows are submitted. */
  public ReadOnlyIntegerProperty submittedProperty() {
    return submitted.getReadOnlyProperty();
  }

  private static boolean isSubmitted(QueueRow row) {
    return row.state() == QueueRow.State.SUBMITTED;
  }

  private void step(int by) {
    if (shown.isEmpty()) {
      return;
    }
    QueueRow here = current.get();
    int index = here == null ? -1 : shown.indexOf(here);
    int target = index < 0 ? 0 : Math.clamp(index + by, 0, shown.size() - 1);
    select(shown.get(target).id());
  }

  /** The transcripts that {@link #next} and {@link #previous} would go to. */
  public List<TranscriptId> neighbours() {
    QueueRow here = current.get();
    int index = here == null ? -1 : shown.indexOf(here);
    List<TranscriptId> ids = new ArrayList<>();
    if (index >= 0 && index + 1 < shown.size()) {
      ids.add(shown.get(index + 1).id());
    }
    if (index > 0) {
      ids.add(shown.get(index - 1).id());
    }
    return ids;
  }

  /** The row of this transcript, shown or not. */
  public Optional<QueueRow> row(TranscriptId id) {
    Integer place = places.get(id);
    return place == null ? Optional.empty() : Optional.of(all.get(place));
  }

  private void refresh() {
    int mine = ++turn;
    Sieve sieve = sieve();
    if (all.size() <= MANY) {
      shown.setAll(sieve.rows(all));
      return;
    }
    List<QueueRow> rows = List.copyOf(all);
    work.query("queue-filter", () -> sieve.rows(rows), through -> take(through, mine));
  }

  /** Rows may have changed while they were looked at. */
  private void take(List<QueueRow> through, int mine) {
    if (mine == turn) {
      shown.setAll(through.stream().map(row -> row(row.id()).orElse(row)).toList());
    }
  }
}
