package examen.desktop.shell;

import examen.app.ImportedHighlights;
import examen.app.ImportedHighlights.Loose;
import examen.app.Learning;
import examen.app.Recommendations;
import examen.app.Recommended;
import examen.app.Workbench;
import examen.highlight.Highlight;
import examen.rating.RaterId;
import examen.transcript.Transcript;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is highlighted in a transcript, for one rater: by rules, by decisions on others, and by
 * classifiers as far as the rater may know of it now.
 *
 * @param byRules what the rules find
 * @param imported what classifiers point at
 * @param loose what classifiers cite that has no place in the text
 * @param learning how far the project has got with learning; null where nothing is open
 */
record Highlighted(
    List<Highlight> byRules,
    List<Highlight> imported,
    List<Loose> loose,
    Recommended recommended,
    @Nullable Learning learning) {
  static final Highlighted NOTHING =
      new Highlighted(List.of(), List.of(), List.of(), Recommended.NOTHING, null);

  static Highlighted of(Workbench workbench, Transcript transcript, RaterId rater) {
    List<Highlight> byRules = workbench.recent().highlights(transcript);
    Recommendations recommendations = workbench.recommendations();
    // What is suggested must not depend on what classifiers say, which the blind may not know.
    Recommended recommended = recommendations.of(transcript, byRules, rater);
    Learning learning = recommendations.learning(transcript, rater);
    return switch (workbench.imported(transcript.id(), rater)) {
      case ImportedHighlights.Hidden _ ->
          new Highlighted(byRules, List.of(), List.of(), recommended, learning);
      case ImportedHighlights.Shown(List<Highlight> imported, List<Loose> loose) ->
          new Highlighted(byRules, imported, loose, recommended, learning);
    };
  }

  List<Highlight> all() {
    return Stream.of(byRules, recommended.suggestions(), imported).flatMap(List::stream).toList();
  }
}
