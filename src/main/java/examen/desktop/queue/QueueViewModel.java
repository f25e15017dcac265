package examen.desktop.queue;

import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The transcripts to read, those that the filter lets through, and the one that is being read. */
public final class QueueViewModel {
  private final ObservableList<QueueRow> shown = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable QueueRow> current = new ReadOnlyObjectWrapper<>();
  private final Consumer<TranscriptId> open;
  private final ReadOnlyIntegerWrapper submitted = new ReadOnlyIntegerWrapper();
  private final Map<TranscriptId, Integer> places = new HashMap<>();
  private List<QueueRow> all = new ArrayList<>();

  /**
   * @param open called when another transcript becomes the current one
   */
  public QueueViewModel(Consumer<TranscriptId> open) {
    this.open = open;
    filter.addListener((property, before, after) -> refresh());
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

  /**
   * Takes one row as it is now, in place of the one of the same transcript: there may be very many
   * others. Nothing where there is none.
   */
  public void update(QueueRow row) {
    Integer place = places.get(row.id());
    if (place == null || all.get(place).equals(row)) {
      return;
    }
    QueueRow before = all.set(place, row);
    submitted.set(submitted.get() + (isSubmitted(row) ? 1 : 0) - (isSubmitted(before) ? 1 : 0));
    QueueRow here = current.get();
    if (here != null && here.id().equals(row.id())) {
      current.set(row);
    }
    if (matches(before, words()) != matches(row, words())) {
      refresh();
    } else if (matches(row, words())) {
      shown.set(shown.indexOf(before), row);
    }
  }

  /** All rows, filtered out or not. */
  public List<QueueRow> rows() {
    return Collections.unmodifiableList(all);
  }

  /** The row of this transcript, filtered out or not. */
  public Optional<QueueRow> row(TranscriptId id) {
    return Optional.ofNullable(places.get(id)).map(all::get);
  }

  /** The rows that contain every word of the filter. */
  public ObservableList<QueueRow> shown() {
    return shown;
  }

  public StringProperty filterProperty() {
    return filter;
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
   * Goes to the next transcript shown that is not submitted, beginning anew after the last one.
   *
   * @return whether there is one
   */
  public boolean nextOpen() {
    QueueRow here = current.get();
    int index = here == null ? -1 : shown.indexOf(here);
    for (int i = 1; i <= shown.size(); i++) {
      QueueRow row = shown.get((index + i) % shown.size());
      if (!isSubmitted(row) && !row.equals(here)) {
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

  private List<String> words() {
    return List.of(filter.get().toLowerCase(Locale.ROOT).strip().split("\\s+"));
  }

  private void refresh() {
    List<String> words = words();
    shown.setAll(all.stream().filter(row -> matches(row, words)).toList());
  }

  private static boolean matches(QueueRow row, List<String> words) {
    String text = (row.title() + " " + row.detail()).toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }
}
