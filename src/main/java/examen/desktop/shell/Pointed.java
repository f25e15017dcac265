package examen.desktop.shell;

import examen.app.ImportedHighlights;
import examen.app.ImportedHighlights.Loose;
import examen.app.Workbench;
import examen.highlight.Highlight;
import examen.rating.RaterId;
import examen.transcript.Transcript;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a rater is pointed at in a transcript, by rules and by classifiers.
 *
 * @param loose what classifiers cite that has no place in the text
 */
record Pointed(List<Highlight> highlights, List<Loose> loose) {
  static final Pointed NOTHING = new Pointed(List.of(), List.of());

  /** By rules, and by classifiers as far as this rater may know of it now. */
  static Pointed in(Transcript transcript, Workbench workbench, RaterId rater) {
    List<Highlight> found = workbench.highlights(transcript);
    return switch (workbench.imported(transcript.id(), rater)) {
      case ImportedHighlights.Hidden _ -> new Pointed(found, List.of());
      case ImportedHighlights.Shown(List<Highlight> imported, List<Loose> loose) ->
          new Pointed(Stream.concat(found.stream(), imported.stream()).toList(), loose);
    };
  }
}
