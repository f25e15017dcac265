package examen.desktop.queue;

import examen.app.SavedFilter;
import examen.app.queue.Choice;
import examen.app.queue.Order;
import examen.app.queue.QueueFilter;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Choosing which transcripts the queue shows and in which order, with how many there are. */
public final class FilterViewModel {
  static final String SAVED = "saved ";

  private static final int NONE = -1;

  private final QueueViewModel queue;
  private final Means means;
  private final FxWork work;
  private final Texts texts;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final StringProperty typed = new SimpleStringProperty("");
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();
  private final ObservableList<FilterLine> lines = FXCollections.observableArrayList();
  private Map<Choice, Integer> counts = Map.of();
  private List<SavedFilter> saved = List.of();

  /**
   * What is done elsewhere.
   *
   * @param tag the name of a tag, by its id
   */
  public record Means(Kept kept, TallyViewModel tallies, UnaryOperator<String> tag) {}

  /** The filters that the rater kept. Not for the screen's thread. */
  public record Kept(
      Supplier<List<SavedFilter>> all,
      Function<SavedFilter, List<SavedFilter>> keep,
      Function<String, List<SavedFilter>> remove) {}

  /** A choice that is in force, to be shown and taken back. */
  public record Chip(String text, Runnable remove) {}

  public FilterViewModel(QueueViewModel queue, Means means, FxWork work, Texts texts) {
    this.queue = queue;
    this.means = means;
    this.work = work;
    this.texts = texts;
    typed.addListener(
        (property, before, now) -> {
          chosen.set(NONE);
          list(0);
        });
    queue.soughtProperty().addListener((property, before, now) -> changed());
    queue.withinProperty().addListener((property, before, now) -> changed());
    means
        .tallies()
        .setOnKnown(
            known -> {
              queue.setTallies(known);
              countAgain();
            });
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** What lines must have to be listed. */
  public StringProperty typedProperty() {
    return typed;
  }

  /** The name under which the filter is to be kept. */
  public StringProperty nameProperty() {
    return name;
  }

  /** What can be chosen. */
  public ObservableList<FilterLine> lines() {
    return lines;
  }

  /** Index of the line that a key acts on. */
  public ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Shows what can be chosen, and begins to count highlights. */
  public void open() {
    typed.set("");
    lines.clear();
    chosen.set(NONE);
    open.set(true);
    means.tallies().start();
    work.query(
        "saved-filters",
        means.kept().all(),
        all -> {
          saved = all;
          count();
        });
  }

  /** Highlights are counted on only if what is chosen asks for them. */
  public void close() {
    open.set(false);
    if (!queue.soughtProperty().get().asksForHighlights()) {
      means.tallies().stop();
    }
  }

  /** Goes so many lines down; headings are passed over. */
  public void move(int by) {
    int at = chosen.get();
    for (int left = Math.abs(by); left > 0; left--) {
      int next = at + Integer.signum(by);
      while (isHeading(next)) {
        next += Integer.signum(by);
      }
      at = next >= 0 && next < lines.size() ? next : at;
    }
    chosen.set(at);
  }

  /** Chooses the line that a key acts on, or no longer. */
  public void run() {
    chosenItem().ifPresent(item -> item.run().run());
  }

  private Optional<FilterLine.Item> chosenItem() {
    int at = chosen.get();
    return at >= 0 && at < lines.size() && lines.get(at) instanceof FilterLine.Item item
        ? Optional.of(item)
        : Optional.empty();
  }

  /** Chooses this line, or no longer. */
  public void run(int index) {
    chosen.set(index);
    run();
  }

  /** Keeps what is chosen now under the name that was typed. */
  public void keep() {
    SavedFilter filter = new SavedFilter(name.get().strip(), queue.soughtProperty().get());
    if (!filter.name().isEmpty()) {
      name.set("");
      work.command(() -> means.kept().keep().apply(filter), this::kept);
    }
  }

  /** Forgets the kept filter that a key acts on. */
  public void forget() {
    chosenItem()
        .map(FilterLine.Item::key)
        .filter(key -> key.startsWith(SAVED))
        .map(key -> key.substring(SAVED.length()))
        .ifPresent(which -> work.command(() -> means.kept().remove().apply(which), this::kept));
  }

  private void kept(List<SavedFilter> all) {
    saved = all;
    list(chosen.get());
  }

  /** All that is in force, in words. */
  public List<Chip> chips() {
    List<Chip> chips = new ArrayList<>();
    QueueFilter filter = queue.soughtProperty().get();
    QueueViewModel.Within within = queue.withinProperty().get();
    if (within != null) {
      String query = VisibleText.inOneLine(within.query());
      String key = "filter.chip." + within.why().wire();
      chips.add(new Chip(texts.get(key, query), () -> queue.showOnly(null)));
    }
    for (Choice choice : filter.choices()) {
      String value = FilterLines.name(choice, names(), texts);
      String field =
          choice.isCondition()
              ? VisibleText.inOneLine(choice.condition())
              : texts.get("filter.chip." + choice.field());
      chips.add(
          new Chip(
              texts.get("filter.chip", field, value),
              () -> queue.soughtProperty().set(queue.soughtProperty().get().toggled(choice))));
    }
    if (!filter.order().equals(Order.IMPORT)) {
      chips.add(
          new Chip(
              texts.get("filter.chip.order", order(filter.order())),
              () ->
                  queue
                      .soughtProperty()
                      .set(queue.soughtProperty().get().withOrder(Order.IMPORT))));
    }
    return chips;
  }

  /** Said where highlights are asked for and not all are known. */
  public String unknown() {
    int all = queue.rows().size();
    int looked = means.tallies().lookedProperty().get();
    return queue.soughtProperty().get().asksForHighlights() && looked < all
        ? texts.get("filter.unknown", Texts.number(looked), Texts.number(all))
        : "";
  }

  /** What counts highlights. */
  public TallyViewModel tallies() {
    return means.tallies();
  }

  private String order(Order order) {
    return order.by() == Order.By.CONDITION
        ? VisibleText.inOneLine(order.condition())
        : texts.get("filter.by." + order.by().wire());
  }

  private boolean isHeading(int index) {
    return index >= 0 && index < lines.size() && lines.get(index) instanceof FilterLine.Heading;
  }

  private void changed() {
    if (queue.soughtProperty().get().asksForHighlights()) {
      means.tallies().start();
    }
    countAgain();
  }

  private void countAgain() {
    if (open.get()) {
      count();
    }
  }

  private void count() {
    Sieve sieve = queue.sieve();
    List<QueueRow> rows = List.copyOf(queue.rows());
    work.query(
        "filter-counts",
        () -> sieve.counts(rows),
        counted -> {
          counts = counted;
          list(chosen.get());
        });
  }

  private FilterLines.Names names() {
    int all = queue.rows().size();
    int looked = Math.min(all, means.tallies().lookedProperty().get());
    String counting =
        looked < all ? texts.get("filter.counting", Texts.number(looked), Texts.number(all)) : "";
    return new FilterLines.Names(means.tag(), counting);
  }

  /** Lists all anew; the line that was chosen stays so. */
  private void list(int otherwise) {
    String before = chosenItem().map(FilterLine.Item::key).orElse("");
    QueueFilter filter = queue.soughtProperty().get();
    List<FilterLine> now =
        new FilterLines(filter, counts, names(), queue.soughtProperty()::set, texts)
            .lines(saved, typed.get());
    lines.setAll(now);
    int place = otherwise;
    for (int i = 0; i < now.size(); i++) {
      if (now.get(i) instanceof FilterLine.Item item && item.key().equals(before)) {
        place = i;
      }
    }
    place = Math.clamp(place, 0, Math.max(0, now.size() - 1));
    chosen.set(isHeading(place) ? place + 1 : place);
  }
}
