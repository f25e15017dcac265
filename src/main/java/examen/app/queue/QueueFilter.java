package examen.app.queue;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which transcripts are shown in the queue, and in which order.
 *
 * @param words all of which must stand in a transcript's title or conditions
 * @param choices of those with one field at least one must hold
 */
public record QueueFilter(String words, Order order, SortedSet<Choice> choices) {
  public static final QueueFilter ALL = new QueueFilter("", Order.IMPORT, new TreeSet<>());

  public QueueFilter {
    choices = Collections.unmodifiableSortedSet(new TreeSet<>(choices));
  }

  public QueueFilter withWords(String other) {
    return new QueueFilter(other, order, choices);
  }

  public QueueFilter withOrder(Order other) {
    return new QueueFilter(words, other, choices);
  }

  /** The same with nothing chosen. */
  public QueueFilter withoutChoices() {
    return new QueueFilter(words, order, new TreeSet<>());
  }

  /** The same with this choice, or without it where it is there. */
  public QueueFilter toggled(Choice choice) {
    SortedSet<Choice> then = new TreeSet<>(choices);
    if (!then.remove(choice)) {
      then.add(choice);
    }
    return new QueueFilter(words, order, then);
  }

  /** The fields that something is chosen of. */
  public Set<String> fields() {
    SortedSet<String> fields = new TreeSet<>();
    choices.forEach(choice -> fields.add(choice.field()));
    return fields;
  }

  /** Whether it asks what rules find. */
  public boolean asksForHighlights() {
    return order.by() == Order.By.UNDECIDED || fields().contains(Choice.HIGHLIGHT);
  }
}
