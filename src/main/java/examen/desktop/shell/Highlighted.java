package examen.desktop.shell;

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
 * What is highlighted in a transcript, for one rater.
 *
 * @param byRules what the rules find
 * @param learning how far the project has got with learning; null where nothing is open
 */
record Highlighted(List<Highlight> byRules, Recommended recommended, @Nullable Learning learning) {
  static final Highlighted NOTHING = new Highlighted(List.of(), Recommended.NOTHING, null);

  static Highlighted of(Workbench workbench, Transcript transcript, RaterId rater) {
    List<Highlight> byRules = workbench.highlights(transcript);
    Recommendations recommendations = workbench.recommendations();
    return new Highlighted(
        byRules,
        recommendations.of(transcript, byRules, rater),
        recommendations.learning(transcript, rater));
  }

  List<Highlight> all() {
    return Stream.concat(byRules.stream(), recommended.suggestions().stream()).toList();
  }
}
