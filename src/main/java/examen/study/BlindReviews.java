package examen.study;

import examen.rating.FirstSight;
import java.time.Instant;
import java.util.List;

/**
 * The reviews that were submitted before the rater could know what others and classifiers say: a
 * classifier is not to be judged by those who saw its labels.
 *
 * @param frame with these reviews only, if that is asked for
 * @param seeing how many reviews were submitted later than that
 */
record BlindReviews(Frame frame, int seeing, boolean only) {
  static final Choice CHOICE =
      new Choice(
          "reviews",
          "Reviews",
          "those submitted before the rater could know what others and classifiers say, or all",
          Choice.Kind.ONE_OF,
          "blind",
          List.of("blind", "all"));

  private static final String SEEING =
      "%s submitted after the rater could know what others and classifiers say; ";

  /** As was chosen with {@link #CHOICE}. */
  static BlindReviews of(Frame frame, Chosen chosen) {
    boolean only = Agreement.oneOf(chosen, CHOICE).equals("blind");
    int seeing = 0;
    for (Case one : frame.cases()) {
      seeing += (int) one.submitted().stream().filter(sheet -> !isBlind(sheet)).count();
    }
    return new BlindReviews(only ? kept(frame) : frame, seeing, only);
  }

  private static Frame kept(Frame frame) {
    List<Case> cases =
        frame.cases().stream()
            .map(
                c ->
                    new Case(
                        c.id(),
                        c.title(),
                        c.conditions(),
                        c.sheets().stream().filter(BlindReviews::isBlind).toList(),
                        c.labels()))
            .toList();
    return frame.with(cases);
  }

  private static boolean isBlind(Sheet sheet) {
    FirstSight sight = sheet.firstSight();
    Instant submitted = sheet.submitted();
    return sight == null || submitted == null || !sight.at().isBefore(submitted);
  }

  List<String> notes() {
    if (seeing == 0) {
      return List.of();
    }
    return List.of(
        only
            ? SEEING.formatted(Counted.of(seeing, "review"))
                + "left out (--reviews all counts them)."
            : SEEING.formatted(Counted.of(seeing, "review"))
                + "recall may seem higher than it is.");
  }
}
