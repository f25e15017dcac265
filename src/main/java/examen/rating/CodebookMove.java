package examen.rating;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a step of a codebook does: it puts all that was said into the words of a newer version, or
 * what was said later in the words of an earlier one.
 *
 * @param from equal to {@code to} where the version was in use already
 */
public record CodebookMove(int from, int to) {
  private static final Pattern NEWER = Pattern.compile("codebook (\\d{1,9}) -> (\\d{1,9})");
  private static final Pattern AGAIN = Pattern.compile("codebook (\\d{1,9}) again");

  /** What a step with this name does; empty if it is not of a codebook. */
  public static Optional<CodebookMove> of(Step step) {
    Matcher newer = NEWER.matcher(step.what());
    if (newer.matches()) {
      return Optional.of(new CodebookMove(number(newer.group(1)), number(newer.group(2))));
    }
    Matcher again = AGAIN.matcher(step.what());
    return again.matches()
        ? Optional.of(new CodebookMove(number(again.group(1)), number(again.group(1))))
        : Optional.empty();
  }

  /** Whether the version was in use already. */
  public boolean isAgain() {
    return from == to;
  }

  /** What the step is called. */
  public String words() {
    return isAgain() ? Step.OF_CODEBOOK + to + " again" : Step.OF_CODEBOOK + from + " -> " + to;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
