package examen.app;

import examen.highlight.Highlight;
import examen.highlight.Likelihood;
import java.util.List;
import java.util.Map;

/**
 * What decisions teach about one transcript.
 *
 * @param suggestions sentences that no rule found, and those that the rater has decided on already
 * @param likelihoods how likely highlights and suggestions are to be accepted; those of which
 *     nothing is known are missing
 */
public record Recommended(List<Highlight> suggestions, Map<Highlight, Likelihood> likelihoods) {
  public static final Recommended NOTHING = new Recommended(List.of(), Map.of());

  public Recommended {
    suggestions = List.copyOf(suggestions);
    likelihoods = Map.copyOf(likelihoods);
  }
}
