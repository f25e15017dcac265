package examen.cli;

import examen.app.ImportedHighlights.Loose;
import examen.app.ImportedHighlights.Shown;
import examen.highlight.FoundBy;
import examen.highlight.Highlight;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/** What classifiers point at, a line each. */
final class ImportedLines {
  private static final int QUOTE = 90;
  private static final int NAME = 40;

  private ImportedLines() {}

  static List<String> of(Transcript transcript, Shown shown) {
    String title = Plain.of(transcript.title());
    List<String> lines = new ArrayList<>();
    for (Highlight highlight : shown.highlights()) {
      if (highlight.foundBy() instanceof FoundBy.Classifier by) {
        lines.add(
            "%-24s %s [%d] %s (by %s)"
                .formatted(
                    Plain.of(by.label(), NAME),
                    title,
                    highlight.anchor().message(),
                    Plain.of(highlight.anchor().quote(), QUOTE),
                    Plain.of(by.run().name(), NAME)));
      }
    }
    for (Loose loose : shown.loose()) {
      Integer message = loose.message();
      lines.add(
          "%-24s %s %s %s (by %s)"
              .formatted(
                  Plain.of(loose.label(), NAME),
                  title,
                  message == null ? "not found:" : "[" + message + "] as a whole",
                  Plain.of(loose.quote(), QUOTE),
                  Plain.of(loose.run().name(), NAME)));
    }
    return lines;
  }
}
