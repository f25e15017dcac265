package examen.desktop.reader;

import examen.desktop.fx.Subscriptions;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The rows of one way through a transcript, as far as they are unfolded. */
final class RowList implements AutoCloseable {
  /** JavaFX takes single rows out of a list one by one, so that more of them take too long. */
  static final int FEW = 200;

  private static final int NOT_HERE = -1;

  private final Folding folding;
  private final ObservableList<Block> rows = FXCollections.observableArrayList();
  private final Subscriptions subscriptions = new Subscriptions();

  /** All rows of each message, made once, as messages do not change. */
  private final Map<Integer, List<Block>> made = new HashMap<>();

  private @Nullable Transcript transcript;
  private Way way = new Way(List.of(), List.of(), 0);
  private int[] order = {};
  private boolean sharedShown;
  private Consumer<Runnable> keeper = Runnable::run;

  /**
   * What is shown.
   *
   * @param shared how many messages at its start stand in one row until asked for
   */
  record Way(List<Integer> messages, List<Block.Fork> forks, int shared) {}

  RowList(Folding folding) {
    this.folding = folding;
    subscriptions.onChange(folding.turnsProperty(), turn -> keeper.accept(this::refresh));
  }

  @Override
  public void close() {
    subscriptions.close();
  }

  ObservableList<Block> rows() {
    return rows;
  }

  /** Shows a way through a transcript; null shows nothing. */
  void show(@Nullable Transcript shown, Way through) {
    boolean same = shown != null && isShown(shown);
    if (!same) {
      made.clear();
    }
    transcript = shown;
    way = through;
    sharedShown = false;
    order = new int[shown == null ? 0 : shown.messages().size()];
    Arrays.fill(order, NOT_HERE);
    for (int i = 0; i < through.messages().size(); i++) {
      order[through.messages().get(i)] = i;
    }
    if (same) {
      keeper.accept(this::refresh);
    } else {
      rows.setAll(assembled());
    }
  }

  /** This very object: to compare two by all they say could take long. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isShown(Transcript other) {
    return other == transcript;
  }

  /** Lets rows change only within what is given here, so that what is in sight can stay there. */
  void setKeeper(Consumer<Runnable> keeping) {
    keeper = keeping;
  }

  /** Has all rows made anew, as they look otherwise now. */
  void renew() {
    keeper.accept(
        () -> {
          List<Block> all = List.copyOf(rows);
          rows.clear();
          rows.setAll(all);
        });
  }

  /** Shows the messages at the start that other ways have too. */
  void showShared() {
    sharedShown = true;
    keeper.accept(this::refresh);
  }

  /** Shows the shared messages if this place is in one of them. */
  void uncover(Place place) {
    if (!sharedShown && order(place.message()) >= 0 && order(place.message()) < way.shared()) {
      showShared();
    }
  }

  /** Unfolds whatever is folded over this place. */
  void reveal(Place place) {
    if (place.message() >= order.length || order[place.message()] == NOT_HERE) {
      return;
    }
    uncover(place);
    folding.reveal(place);
    // Only now does the row stand there that may hide the rest of a long result.
    int index = find(place);
    if (index < rows.size()
        && rows.get(index) instanceof Block.Fold fold
        && place.offset() >= fold.from()) {
      folding.toggleLong(place.message(), place.part());
    }
  }

  /** Index of the last row that does not begin after this place; 0 where there is none. */
  int find(Place place) {
    int low = 0;
    int high = rows.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (compare(rows.get(middle), place) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Index of the row that stands at the very place of this one; -1 where there is none. */
  int same(Block row) {
    int index = find(new Place(row.message(), row.part(), row.from()));
    return index < rows.size() && samePlace(rows.get(index), row) ? index : -1;
  }

  /**
   * The row with text in which a caret at this place stands, or that is next in the same part; null
   * where none is shown.
   */
  Block.@Nullable Words wordsAt(Place place) {
    int found = find(place);
    for (int index = found; isOf(index, place); index--) {
      if (rows.get(index) instanceof Block.Words words) {
        return words;
      }
    }
    for (int index = found + 1; isOf(index, place); index++) {
      if (rows.get(index) instanceof Block.Words words) {
        return words;
      }
    }
    return null;
  }

  /**
   * Of a selection what can be seen. What is folded between its ends was not read, and so is not
   * meant, be it messages, parts or the rest of a long result. To unfold that instead would move
   * the text away under the mouse that selects it.
   */
  List<Anchor> inSight(List<Anchor> all) {
    return all.stream()
        .filter(a -> all.size() < 2 || folding.shows(a.message(), a.part()))
        .flatMap(a -> upToFold(a).stream())
        .toList();
  }

  private Optional<Anchor> upToFold(Anchor anchor) {
    int index = find(new Place(anchor.message(), anchor.part(), Integer.MAX_VALUE));
    Transcript shown = transcript;
    if (shown == null
        || !isOf(index, Place.startOf(anchor))
        || !(rows.get(index) instanceof Block.Fold fold)
        || fold.from() >= anchor.span().end()) {
      return Optional.of(anchor);
    }
    int start = anchor.span().start();
    return start >= fold.from()
        ? Optional.empty()
        : Optional.of(
            Anchor.at(shown, anchor.message(), anchor.part(), new Span(start, fold.from())));
  }

  private boolean isOf(int index, Place place) {
    return index >= 0
        && index < rows.size()
        && rows.get(index).message() == place.message()
        && rows.get(index).part() == place.part();
  }

  private static boolean samePlace(Block one, Block other) {
    return one.message() == other.message()
        && one.part() == other.part()
        && one.from() == other.from()
        && one.getClass() == other.getClass();
  }

  private int compare(Block row, Place place) {
    int ordered = Integer.compare(order(row.message()), order(place.message()));
    int byPart = ordered != 0 ? ordered : Integer.compare(row.part(), place.part());
    return byPart != 0 ? byPart : Integer.compare(row.from(), place.offset());
  }

  private int order(int message) {
    return message >= 0 && message < order.length ? order[message] : NOT_HERE;
  }

  /** Replaces only the rows that differ, so that those in sight are not all made anew. */
  private void refresh() {
    List<Block> now = assembled();
    int start = 0;
    int shorter = Math.min(now.size(), rows.size());
    while (start < shorter && now.get(start).equals(rows.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && now.get(now.size() - 1 - end).equals(rows.get(rows.size() - 1 - end))) {
      end++;
    }
    int gone = rows.size() - end - start;
    if (gone > FEW) {
      rows.setAll(now);
      return;
    }
    if (gone > 0) {
      rows.remove(start, start + gone);
    }
    if (start < now.size() - end) {
      rows.addAll(start, now.subList(start, now.size() - end));
    }
  }

  private List<Block> assembled() {
    List<Block> all = new ArrayList<>();
    Integer alone = folding.aloneProperty().get();
    int from = sharedShown || alone != null ? 0 : way.shared();
    if (from > 0) {
      all.add(new Block.Shared(way.messages().getFirst(), from));
    }
    for (int i = 0; i < way.messages().size(); i++) {
      int message = way.messages().get(i);
      if (alone == null || alone == message) {
        fork(all, message, -2);
        if (i >= from) {
          add(all, message);
        }
        fork(all, message, Integer.MAX_VALUE);
      }
    }
    return all;
  }

  private void fork(List<Block> all, int message, int part) {
    if (way.forks().isEmpty() || folding.aloneProperty().get() != null) {
      return;
    }
    way.forks().stream()
        .filter(fork -> fork.message() == message && fork.part() == part)
        .forEach(all::add);
  }

  private void add(List<Block> all, int message) {
    if (folding.isFolded(message)) {
      all.add(new Block.Head(message, true));
      return;
    }
    for (Block row : made.computeIfAbsent(message, this::make)) {
      boolean folded = row.part() >= 0 && folding.isFolded(message, row.part());
      switch (row) {
        case Block.Caption c when folded ->
            all.add(new Block.Caption(c.message(), c.part(), c.kind(), true));
        case Block.Fold fold when !folded && folding.isOpened(message, row.part()) ->
            all.addAll(fold.rest());
        default -> {
          if (!folded) {
            all.add(row);
          }
        }
      }
    }
  }

  private List<Block> make(int message) {
    return transcript == null ? List.of() : Rows.of(transcript.messages().get(message));
  }
}
