package examen.desktop.queue;

/** A line in the list of what the queue can be narrowed to. */
public sealed interface FilterLine {
  String text();

  /** Names the lines after it. */
  record Heading(String text) implements FilterLine {}

  /**
   * Something to choose.
   *
   * @param key by which it is known again when its count has changed
   * @param count how many transcripts have it, in words; may be empty
   * @param chosen whether it is chosen now
   * @param run chooses it, or no longer
   */
  record Item(String key, String text, String count, boolean chosen, Runnable run)
      implements FilterLine {}
}
