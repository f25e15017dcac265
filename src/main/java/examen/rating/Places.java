package examen.rating;

import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Several places of one transcript, as an annotation marks them. */
public final class Places {
  private Places() {}

  /**
   * All these places in reading order; those of one part that overlap or touch become one.
   *
   * @param transcript the one in which all of them are
   */
  public static List<Anchor> joined(Transcript transcript, List<Anchor> some, List<Anchor> others) {
    List<Anchor> joined = new ArrayList<>();
    Stream.concat(some.stream(), others.stream())
        .sorted()
        .forEach(
            next -> {
              Anchor last = joined.isEmpty() ? null : joined.getLast();
              if (last != null && meet(last, next)) {
                joined.removeLast();
                joined.add(around(transcript, last, next));
              } else {
                joined.add(next);
              }
            });
    return List.copyOf(joined);
  }

  private static boolean meet(Anchor first, Anchor second) {
    return first.message() == second.message()
        && first.part() == second.part()
        && second.span().start() <= first.span().end();
  }

  private static Anchor around(Transcript transcript, Anchor first, Anchor second) {
    Span span = new Span(first.span().start(), Math.max(first.span().end(), second.span().end()));
    return Anchor.at(transcript, first.message(), first.part(), span);
  }
}
