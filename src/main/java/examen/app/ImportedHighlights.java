package examen.app;

import examen.highlight.FoundBy;
import examen.highlight.Highlight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What classifiers point at in one transcript, as far as one may know of it. */
public sealed interface ImportedHighlights {
  /** Nothing may be known, not even whether there is anything. */
  record Hidden() implements ImportedHighlights {}

  /**
   * All of it.
   *
   * @param highlights that stand at a place of the text, in reading order
   * @param loose what has no place of its own in the text, by run, label, number and place in it
   */
  record Shown(List<Highlight> highlights, List<Loose> loose) implements ImportedHighlights {
    public Shown {
      highlights = List.copyOf(highlights);
      loose = List.copyOf(loose);
    }
  }

  /**
   * What a label cites without a place in the text: a quote that was not found, or a whole message.
   *
   * @param label name of the label
   * @param number which of the labels that have this name in this run, from 0
   * @param citation which of the label's citations, from 0
   * @param quote the words as the classifier gave them; may be empty
   * @param message index of the message that is meant; null where the quote was not found
   */
  record Loose(
      FoundBy.Run run,
      String label,
      int number,
      int citation,
      String quote,
      @Nullable Integer message) {}
}
