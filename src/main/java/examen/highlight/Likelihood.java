package examen.highlight;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How likely a highlight is to be accepted, by the decisions on others, and what that rests on.
 *
 * @param value between 0 and 1
 * @param decisions how many it was learned from
 * @param strongest words of the sentence that move it most, the strongest first
 */
public record Likelihood(double value, int decisions, List<Weight> strongest) {
  public Likelihood {
    strongest = List.copyOf(strongest);
  }

  /**
   * Words of a sentence, and what they do.
   *
   * @param words as rules see them: lower case, contractions written out
   * @param by how much they move the log-odds of being accepted; below 0 they speak against it
   */
  public record Weight(String words, double by) {
    @Override
    public String toString() {
      return (by < 0 ? "\u2212" : "+") + "\u201c" + words + "\u201d";
    }
  }

  /** Such as {@code 0.83, learned from 57 decisions here; strongest: +“his wife”, −“schedule”}. */
  @Override
  public String toString() {
    String rest =
        strongest.isEmpty()
            ? ""
            : "; strongest: "
                + strongest.stream().map(Weight::toString).collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT, "%.2f, learned from %d decisions here%s", value, decisions, rest);
  }
}
