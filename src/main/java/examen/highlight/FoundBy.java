package examen.highlight;

import org.jspecify.annotations.Nullable;

/** What found a highlight. */
public sealed interface FoundBy {
  /** What a decision names as the pack: a rule pack and its version, or a classifier run. */
  String pack();

  /** What a decision names as the rule: its id, or the classifier's label with its number. */
  String rule();

  /** A rule, or what was learned besides. */
  record Rule(String pack, String rule) implements FoundBy {}

  /**
   * A classifier, which points at the place to bear out one of its labels.
   *
   * @param label what was judged
   * @param number which of the labels that have this name in this run, from 0
   * @param value the verdict as a JSON text
   * @param score how sure, where the source gives a number
   * @param said the words as the classifier gave them, which may differ from what stands there
   * @param likeness how alike the two are: 1 for the very same text, near 0 for none
   */
  record Classifier(
      Run run,
      String label,
      int number,
      String value,
      @Nullable Double score,
      String said,
      double likeness)
      implements FoundBy {
    /** How the packs begin under which decisions on such highlights are stored. */
    public static final String PACK = "classifier/";

    @Override
    public String pack() {
      return PACK + Words.one(run.id());
    }

    @Override
    public String rule() {
      return Words.one(label) + "#" + number;
    }
  }

  /**
   * A classifier run.
   *
   * @param id unique in the project
   * @param name of the classifier
   * @param version of the classifier, may be empty
   */
  record Run(String id, String name, String version) {}
}
