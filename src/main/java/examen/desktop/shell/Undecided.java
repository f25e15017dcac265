package examen.desktop.shell;

import examen.highlight.Highlight;
import examen.rating.Annotation;
import examen.transcript.Anchor;
import java.util.List;

/** The highlights on which a rater has put nothing yet. */
final class Undecided {
  private Undecided() {}

  static long count(List<Highlight> highlights, List<Annotation> annotations) {
    return highlights.stream()
        .filter(h -> annotations.stream().noneMatch(a -> touches(a, h.anchor())))
        .count();
  }

  private static boolean touches(Annotation annotation, Anchor place) {
    return annotation.anchors().stream()
        .anyMatch(
            a ->
                a.message() == place.message()
                    && a.part() == place.part()
                    && a.span().overlaps(place.span()));
  }
}
