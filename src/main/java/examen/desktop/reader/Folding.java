package examen.desktop.reader;

import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What of a transcript is folded. It is kept for each transcript while the window is open; long
 * tool results begin folded, all else unfolded.
 */
public final class Folding {
  private final Map<TranscriptId, State> states = new HashMap<>();
  private final ReadOnlyIntegerWrapper turns = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Integer> alone = new ReadOnlyObjectWrapper<>();
  private @Nullable Transcript transcript;
  private List<Integer> messages = List.of();
  private State state = new State();
  private boolean wide;

  /** What is folded, and which long results are not. */
  private static final class State {
    final BitSet messages = new BitSet();
    final Set<Long> parts = new HashSet<>();
    final Set<Long> opened = new HashSet<>();
  }

  Folding() {}

  /** Grows with each change of what is folded. */
  public ReadOnlyIntegerProperty turnsProperty() {
    return turns.getReadOnlyProperty();
  }

  /** The message that is shown alone; null while all are shown. */
  public ReadOnlyObjectProperty<@Nullable Integer> aloneProperty() {
    return alone.getReadOnlyProperty();
  }

  /** Goes on with a transcript as it was left. */
  void begin(@Nullable Transcript shown, List<Integer> way) {
    if (transcript == null || shown == null || !transcript.id().equals(shown.id())) {
      alone.set(null);
    }
    transcript = shown;
    messages = way;
    state = shown == null ? new State() : states.computeIfAbsent(shown.id(), id -> new State());
    if (alone.get() != null && !way.contains(alone.get())) {
      alone.set(null);
    }
  }

  public boolean isFolded(int message) {
    return state.messages.get(message);
  }

  /** Whether this part is folded by itself. */
  public boolean isFolded(int message, int part) {
    return !state.parts.isEmpty() && state.parts.contains(key(message, part));
  }

  /** Whether all of a long result is shown. */
  boolean isOpened(int message, int part) {
    return state.opened.contains(key(message, part));
  }

  /** Whether neither the part nor its message is folded. */
  public boolean shows(int message, int part) {
    boolean aside = alone.get() != null && alone.get() != message;
    return !aside && !isFolded(message) && !isFolded(message, part);
  }

  /** Folds a message, or unfolds it. */
  public void toggle(int message) {
    if (transcript != null && message < transcript.messages().size()) {
      state.messages.flip(message);
      changed();
    }
  }

  /** Folds a part of one of the kinds that can be folded, or unfolds it; does nothing to others. */
  public void toggle(int message, int part) {
    Part there = transcript == null ? null : transcript.part(message, part).orElse(null);
    if (there == null || Block.Kind.of(there) == null) {
      return;
    }
    long key = key(message, part);
    if (!state.parts.remove(key)) {
      state.parts.add(key);
    }
    changed();
  }

  /** Folds all of these, or unfolds them where all are folded. */
  public void toggle(FoldScope scope) {
    if (transcript == null) {
      return;
    }
    boolean fold = !isFolded(scope);
    if (scope.ofMessages()) {
      of(scope, message -> state.messages.set(message, fold));
    } else if (fold) {
      forParts(scope, state.parts::add);
    } else {
      forParts(scope, state.parts::remove);
    }
    changedWidely();
  }

  /** Whether there are any of these, and all of them are folded. */
  public boolean isFolded(FoldScope scope) {
    int[] counts = count(scope);
    return counts[0] > 0 && counts[0] == counts[1];
  }

  /** Whether there are any of these in what is shown. */
  public boolean has(FoldScope scope) {
    return count(scope)[0] > 0;
  }

  /** Folds all messages. */
  public void foldAll() {
    messages.forEach(state.messages::set);
    changedWidely();
  }

  /** Unfolds everything, but long results. */
  public void unfoldAll() {
    state.messages.clear();
    state.parts.clear();
    state.opened.clear();
    changedWidely();
  }

  /** Shows all of a long result, or folds it again. */
  public void toggleLong(int message, int part) {
    long key = key(message, part);
    if (!state.opened.remove(key)) {
      state.opened.add(key);
    }
    changed();
  }

  /** Shows this message alone; null shows all again. */
  public void showAlone(@Nullable Integer message) {
    if (message == null || messages.contains(message)) {
      if (message != null) {
        state.messages.clear(message);
      }
      alone.set(message);
      changedWidely();
    }
  }

  /** Unfolds the part and the message of this place. */
  void reveal(Place place) {
    boolean changed = state.parts.remove(key(place.message(), place.part()));
    if (state.messages.get(place.message())) {
      state.messages.clear(place.message());
      changed = true;
    }
    if (alone.get() != null && alone.get() != place.message()) {
      alone.set(null);
      changed = true;
    }
    if (changed) {
      changed();
    }
  }

  /** Whether the latest change was of many messages. */
  boolean isWide() {
    return wide;
  }

  private void changed() {
    wide = false;
    turns.set(turns.get() + 1);
  }

  private void changedWidely() {
    wide = true;
    turns.set(turns.get() + 1);
  }

  /** How many there are of these, and how many of them are folded. */
  private int[] count(FoldScope scope) {
    int[] counts = new int[2];
    if (scope.ofMessages()) {
      of(scope, message -> count(counts, state.messages.get(message)));
    } else {
      forParts(scope, key -> count(counts, state.parts.contains(key)));
    }
    return counts;
  }

  private static void count(int[] counts, boolean folded) {
    counts[0]++;
    counts[1] += folded ? 1 : 0;
  }

  private void of(FoldScope scope, IntConsumer action) {
    for (int index : messages) {
      if (transcript != null && scope.means(transcript.messages().get(index).role())) {
        action.accept(index);
      }
    }
  }

  private void forParts(FoldScope scope, Consumer<Long> action) {
    for (int index : messages) {
      if (transcript == null) {
        return;
      }
      Message message = transcript.messages().get(index);
      for (int part = 0; part < message.parts().size(); part++) {
        Block.Kind kind = Block.Kind.of(message.parts().get(part));
        if (kind != null && scope.means(kind)) {
          action.accept(key(index, part));
        }
      }
    }
  }

  private static long key(int message, int part) {
    return ((long) message << 32) | part;
  }
}
