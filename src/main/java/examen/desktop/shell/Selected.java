package examen.desktop.shell;

import examen.app.JudgedHighlight;
import examen.desktop.reader.ReaderViewModel;
import examen.transcript.Anchor;
import java.util.List;

/** What the rater points at. */
final class Selected {
  private Selected() {}

  /** The selected words, else those of the highlight at the caret; empty if there are neither. */
  static List<Anchor> in(ReaderViewModel reader) {
    List<Anchor> selected = reader.selectionProperty().get();
    JudgedHighlight highlight = reader.highlightProperty().get();
    return !selected.isEmpty() || highlight == null
        ? selected
        : List.of(highlight.highlight().anchor());
  }
}
