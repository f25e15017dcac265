package examen.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is counted: a variable, and which of its categories count as "it happened".
 *
 * @param positive those that do
 * @param unjudged those that say that it cannot be told; they count neither way
 */
public record Outcome(Variable variable, Set<String> positive, Set<String> unjudged) {
  /** Answers with these names say that it cannot be told, unless they are what is counted. */
  private static final Set<String> CANNOT_TELL =
      Set.of("unclear", "uncertain", "unsure", "cannot-tell", "unjudgeable", "unknown");

  /** Answers that stand for "it happened" where a choice does not say which do. */
  private static final List<String> USUAL = List.of(Variable.PRESENT, "true", "1");

  public Outcome {
    positive = Set.copyOf(positive);
    unjudged = Set.copyOf(unjudged);
  }

  /** What is said of one transcript. */
  public enum Judged {
    YES,
    NO,
    /** Judged, and it cannot be told. */
    UNCLEAR,
    /** Nobody said anything, or they do not agree. */
    MISSING
  }

  /**
   * What is written as {@code VARIABLE=CATEGORY[,CATEGORY...]}, see {@link Names}, or as a variable
   * that has a "yes".
   *
   * @throws Unanswerable if there is no such variable or category
   */
  public static Outcome of(Frame frame, String wire) {
    Names.Said said = Names.said(wire);
    Variable variable = Variables.of(frame, said.name());
    List<String> categories = variable.categories(frame);
    List<String> named =
        said.rest() == null ? USUAL.stream().filter(categories::contains).toList() : said.values();
    if (named.isEmpty() || !categories.containsAll(named)) {
      throw new Unanswerable(
          "\"%s\" must say which of its answers counts, as %s=ANSWER; there are %s"
              .formatted(wire, variable.wire(), String.join(", ", categories)));
    }
    Set<String> unjudged = new TreeSet<>(categories);
    unjudged.removeIf(category -> named.contains(category) || !cannotBeTold(category));
    return new Outcome(variable, Set.copyOf(named), unjudged);
  }

  /** Whether an answer, by its name, says that it cannot be told. */
  static boolean cannotBeTold(String category) {
    return CANNOT_TELL.contains(category.toLowerCase(Locale.ROOT));
  }

  /** As it is written in a choice. */
  public String wire() {
    return Names.write(variable.wire()) + "=" + Names.write(new TreeSet<>(positive));
  }

  /** As it is shown. */
  public String title(Frame frame) {
    List<String> counted = new ArrayList<>(new TreeSet<>(positive));
    String title = variable.title(frame);
    return counted.equals(List.of(Variable.PRESENT))
        ? title
        : title + ": " + String.join(" or ", counted);
  }

  /** What this category says of it. */
  public Judged of(String category) {
    if (positive.contains(category)) {
      return Judged.YES;
    }
    return unjudged.contains(category) ? Judged.UNCLEAR : Judged.NO;
  }
}
