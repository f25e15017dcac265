package examen.desktop.reader;

import examen.app.search.BadQuery;
import examen.app.search.TextPattern;
import examen.app.search.TextPattern.Option;
import examen.desktop.fx.FxWork;
import examen.transcript.Anchor;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Finding words in the transcript that is shown, on the way that is shown. What is looked for stays
 * when another transcript is shown. The hit that is looked at is the one at the caret.
 */
public final class FindViewModel {
  /** The most places that are found in one transcript. */
  static final int MOST = 20_000;

  /** The longest selection that is taken for what is looked for, in UTF-16 code units. */
  private static final int LONGEST_SELECTION = 200;

  private final ReaderViewModel reader;
  private final FxWork work;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper wrapped = new ReadOnlyBooleanWrapper();
  private final StringProperty words = new SimpleStringProperty("");
  private final ObjectProperty<Set<Option>> options = new SimpleObjectProperty<>(Set.of());
  private final ReadOnlyObjectWrapper<@Nullable BadQuery> mistake = new ReadOnlyObjectWrapper<>();
  private final AtomicInteger turn = new AtomicInteger();
  private Runnable onAsked = () -> {};
  private Runnable onLeave = () -> {};

  public FindViewModel(ReaderViewModel reader, FxWork work) {
    this.reader = reader;
    this.work = work;
    words.addListener((property, before, now) -> search(this::goToFirst));
    options.addListener((property, before, now) -> search(this::goToFirst));
    reader.transcriptProperty().addListener((property, before, now) -> again());
    reader.branching().branchProperty().addListener((property, before, now) -> again());
  }

  /** Whether words are looked for. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** What is looked for. */
  public StringProperty wordsProperty() {
    return words;
  }

  /** How that is meant. */
  public ObjectProperty<Set<Option>> optionsProperty() {
    return options;
  }

  /** Why what is looked for cannot be understood; null where it can. */
  public ReadOnlyObjectProperty<@Nullable BadQuery> mistakeProperty() {
    return mistake.getReadOnlyProperty();
  }

  /** Whether the texts are still being looked through. */
  public ReadOnlyBooleanProperty searchingProperty() {
    return searching.getReadOnlyProperty();
  }

  /** Whether the last step went on at the other end of the transcript. */
  public ReadOnlyBooleanProperty wrappedProperty() {
    return wrapped.getReadOnlyProperty();
  }

  /** What was found. */
  public ReadOnlyObjectProperty<Finds> findsProperty() {
    return reader.marking().findsProperty();
  }

  /** Number of the hit at the caret, from 1; 0 where there is none. */
  public int number() {
    OptionalInt at = finds().at(reader.caretProperty().get());
    return at.isPresent() ? at.getAsInt() + 1 : 0;
  }

  ReaderViewModel reader() {
    return reader;
  }

  /** Called when the keyboard ought to be put where words are typed. */
  void setOnAsked(Runnable action) {
    onAsked = action;
  }

  /** Called when the keyboard ought to be put back into the transcript. */
  public void setOnLeave(Runnable action) {
    onLeave = action;
  }

  /** Asks what to look for; what is selected in one line is taken for it. */
  public void ask() {
    List<Anchor> selected = reader.selectionProperty().get();
    open.set(true);
    if (selected.size() == 1 && isShort(selected.getFirst().quote())) {
      reader.moveTo(Place.startOf(selected.getFirst()));
      words.set(selected.getFirst().quote());
    }
    again();
    onAsked.run();
  }

  private static boolean isShort(String quote) {
    return quote.length() <= LONGEST_SELECTION && !quote.contains("\n") && !quote.isBlank();
  }

  /** Means the words another way. */
  public void toggle(Option option) {
    EnumSet<Option> then = EnumSet.noneOf(Option.class);
    then.addAll(options.get());
    if (!then.remove(option)) {
      then.add(option);
    }
    options.set(Set.copyOf(then));
  }

  /** Goes to the next hit after the caret; after the last one, to the first. */
  public void next() {
    whenFound(
        finds -> {
          int index = finds.firstFrom(reader.caretProperty().get());
          int after = finds.at(reader.caretProperty().get()).isPresent() ? index + 1 : index;
          wrapped.set(after >= finds.hits().size());
          goTo(finds, wrapped.get() ? 0 : after);
        });
  }

  /** Goes to the hit before the caret; before the first one, to the last. */
  public void previous() {
    whenFound(
        finds -> {
          int before = finds.firstFrom(reader.caretProperty().get()) - 1;
          wrapped.set(before < 0);
          goTo(finds, wrapped.get() ? finds.hits().size() - 1 : before);
        });
  }

  /** Marks nothing any more; the caret stays at the hit. */
  public void close() {
    if (open.get()) {
      open.set(false);
      turn.incrementAndGet();
      searching.set(false);
      mistake.set(null);
      wrapped.set(false);
      reader.marking().setFinds(Finds.NONE);
      onLeave.run();
    }
  }

  private Finds finds() {
    return findsProperty().get();
  }

  private void whenFound(Consumer<Finds> step) {
    if (!open.get() && !words.get().isEmpty()) {
      open.set(true);
      search(
          found -> {
            if (!found.hits().isEmpty()) {
              step.accept(found);
            }
          });
    } else if (!finds().hits().isEmpty()) {
      step.accept(finds());
    }
  }

  private void goToFirst(Finds found) {
    if (!found.hits().isEmpty()) {
      int index = found.firstFrom(reader.caretProperty().get());
      goTo(found, index < found.hits().size() ? index : 0);
    }
  }

  private void goTo(Finds found, int index) {
    reader.goTo(found.hits().get(index).start());
  }

  /** Marks the hits in what is shown now and leaves the caret where it is. */
  private void again() {
    search(found -> {});
  }

  private void search(Consumer<Finds> then) {
    int mine = turn.incrementAndGet();
    wrapped.set(false);
    Transcript shown = reader.transcriptProperty().get();
    TextPattern pattern = open.get() && shown != null ? pattern() : null;
    if (shown == null || pattern == null) {
      searching.set(false);
      reader.marking().setFinds(Finds.NONE);
      return;
    }
    searching.set(true);
    List<Integer> messages = Rows.messages(shown, reader.branching().branchProperty().get());
    work.query(
        "find",
        () -> find(pattern, shown, messages, mine),
        found -> {
          if (mine == turn.get()) {
            searching.set(false);
            reader.marking().setFinds(found);
            then.accept(found);
          }
        });
  }

  private @Nullable TextPattern pattern() {
    mistake.set(null);
    if (words.get().isEmpty()) {
      return null;
    }
    try {
      return TextPattern.of(words.get(), options.get());
    } catch (BadQuery bad) {
      mistake.set(bad);
      return null;
    }
  }

  private Finds find(TextPattern pattern, Transcript in, List<Integer> messages, int mine) {
    List<Place> places = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int index : messages) {
      if (index >= in.messages().size()) {
        // The way is still that of the transcript before; its own is looked through in a moment.
        return Finds.NONE;
      }
      Message message = in.messages().get(index);
      for (int part = 0; part < message.parts().size(); part++) {
        Part of = message.parts().get(part);
        places.add(new Place(index, part, 0));
        texts.add(of.text());
      }
    }
    TextPattern.Found found = pattern.find(texts, MOST, () -> turn.get() != mine);
    List<Finds.Hit> hits = new ArrayList<>();
    for (int i = 0; i < found.places().size(); i++) {
      Place place = places.get(i);
      for (Span span : found.places().get(i)) {
        hits.add(new Finds.Hit(place.message(), place.part(), span));
      }
    }
    return new Finds(hits, found.whole());
  }
}
