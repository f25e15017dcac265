package examen.desktop.queue;

import examen.app.SavedFilter;
import examen.app.queue.Choice;
import examen.app.queue.Order;
import examen.app.queue.QueueFilter;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Makes the list of what the queue can be narrowed to. */
final class FilterLines {
  /** So many values of one condition are listed; the others are found by typing. */
  static final int MOST = 200;

  private final QueueFilter filter;
  private final Map<Choice, Integer> counts;
  private final Names names;
  private final Consumer<QueueFilter> set;
  private final Texts texts;

  /**
   * What things are called.
   *
   * @param tag the name of a tag, by its id
   * @param highlights said beside the heading of highlights, such as that they are being counted
   */
  record Names(UnaryOperator<String> tag, String highlights) {}

  /** Items that belong together. */
  private record Group(String heading, List<FilterLine.Item> items) {}

  FilterLines(
      QueueFilter filter,
      Map<Choice, Integer> counts,
      Names names,
      Consumer<QueueFilter> set,
      Texts texts) {
    this.filter = filter;
    this.counts = counts;
    this.names = names;
    this.set = set;
    this.texts = texts;
  }

  /**
   * The lines.
   *
   * @param typed words that the lines must have, or the heading that they are under
   */
  List<FilterLine> lines(List<SavedFilter> saved, String typed) {
    List<Group> groups = new ArrayList<>();
    groups.add(new Group(texts.get("filter.saved"), saved.stream().map(this::item).toList()));
    groups.add(of(Choice.STATE, texts.get("filter.state")));
    groups.add(of(Choice.TAG, texts.get("filter.tag")));
    groups.add(of(Choice.HIGHLIGHT, texts.get("filter.highlight", names.highlights()).strip()));
    conditions().map(name -> of(Choice.CONDITION + name, name)).forEach(groups::add);
    groups.add(new Group(texts.get("filter.order"), orders()));
    List<FilterLine> lines = new ArrayList<>();
    List<String> words = List.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    groups.forEach(group -> add(group, words, lines));
    return lines;
  }

  private void add(Group group, List<String> words, List<FilterLine> lines) {
    List<FilterLine.Item> found =
        group.items().stream().filter(item -> has(group.heading(), item, words)).toList();
    if (!found.isEmpty()) {
      int more = found.size() - MOST;
      String heading = VisibleText.inOneLine(group.heading());
      lines.add(
          new FilterLine.Heading(
              more > 0 ? texts.get("filter.more", heading, Texts.number(more)) : heading));
      lines.addAll(found.subList(0, Math.min(MOST, found.size())));
    }
  }

  private static boolean has(String heading, FilterLine.Item item, List<String> words) {
    String text = (heading + " " + item.text()).toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }

  private Stream<String> conditions() {
    return Stream.concat(counts.keySet().stream(), filter.choices().stream())
        .filter(Choice::isCondition)
        .map(Choice::condition)
        .distinct()
        .sorted();
  }

  private Group of(String field, String heading) {
    Stream<Choice> known = Stream.concat(counts.keySet().stream(), filter.choices().stream());
    Comparator<Choice> order =
        field.equals(Choice.STATE)
            ? Comparator.comparingInt(FilterLines::placeOfState)
            : Comparator.comparingInt((Choice c) -> -counts.getOrDefault(c, 0))
                .thenComparing(Choice::value);
    return new Group(
        heading,
        known
            .filter(c -> c.field().equals(field))
            .distinct()
            .sorted(order)
            .map(this::item)
            .toList());
  }

  private static int placeOfState(Choice choice) {
    return List.of("open", "begun", "submitted", Choice.AGAIN).indexOf(choice.value());
  }

  private FilterLine.Item item(Choice choice) {
    return new FilterLine.Item(
        choice.field() + " " + choice.value(),
        name(choice, names, texts),
        Texts.number(counts.getOrDefault(choice, 0)),
        filter.choices().contains(choice),
        () -> set.accept(filter.toggled(choice)));
  }

  /** What a choice is called, without its field. */
  static String name(Choice choice, Names names, Texts texts) {
    String name =
        switch (choice.field()) {
          case Choice.STATE -> texts.get("queue.state." + choice.value());
          case Choice.TAG -> names.tag().apply(choice.value());
          case Choice.HIGHLIGHT -> texts.get("category." + choice.value());
          default -> choice.value().isEmpty() ? texts.get("filter.missing") : choice.value();
        };
    return VisibleText.inOneLine(name);
  }

  private FilterLine.Item item(SavedFilter saved) {
    return new FilterLine.Item(
        FilterViewModel.SAVED + saved.name(),
        VisibleText.inOneLine(saved.name()),
        "",
        saved.filter().equals(filter),
        () -> set.accept(saved.filter()));
  }

  private List<FilterLine.Item> orders() {
    List<FilterLine.Item> orders = new ArrayList<>();
    for (Order.By by : Order.By.values()) {
      if (by != Order.By.CONDITION) {
        orders.add(order(new Order(by, ""), texts.get("filter.order." + by.wire())));
      }
    }
    conditions()
        .forEach(
            name ->
                orders.add(
                    order(
                        new Order(Order.By.CONDITION, name),
                        texts.get("filter.order.condition", VisibleText.inOneLine(name)))));
    return orders;
  }

  private FilterLine.Item order(Order order, String text) {
    return new FilterLine.Item(
        "order " + order.by().wire() + " " + order.condition(),
        text,
        "",
        filter.order().equals(order),
        () -> set.accept(filter.withOrder(order)));
  }
}
