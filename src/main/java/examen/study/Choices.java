package examen.study;

import java.util.List;
import java.util.Locale;

/** The choices that several analyses share. */
final class Choices {
  static final Choice OUTCOME =
      new Choice(
          "outcome",
          "Outcome",
          "what is counted: a question, tag or label with the answers that count, such as"
              + " misaligned-action=yes",
          Choice.Kind.OUTCOME,
          Choice.REQUIRED);

  static final Choice BY =
      new Choice(
          "by",
          "By",
          "conditions by which it is counted, with commas between them",
          Choice.Kind.CONDITIONS,
          "");

  static final Choice WITHIN =
      new Choice(
          "within",
          "Within",
          "only transcripts with these conditions, such as scenario=blackmail,goal=none",
          Choice.Kind.WITHIN,
          "");

  static final Choice GOLD =
      new Choice(
          "gold",
          "Whose word counts",
          "where several raters answered: majority, plurality, unanimous, dawid-skene or rater:ID",
          Choice.Kind.GOLD,
          "majority");

  static final Choice PLAN =
      new Choice(
          "plan",
          "Sampling plan",
          "the stored plan by which the transcripts that were read were drawn",
          Choice.Kind.PLAN,
          "");

  static final Choice CONFIDENCE =
      new Choice(
          "confidence",
          "Confidence",
          "of intervals, between 0.5 and 0.999",
          Choice.Kind.NUMBER,
          "0.95");

  static final Choice CLUSTER =
      new Choice(
          "cluster",
          "Samples of one",
          "the condition that names the prompt, where a prompt has several samples",
          Choice.Kind.CONDITION,
          "");

  static final Choice SEED =
      new Choice("seed", "Seed", "of what is drawn by lot", Choice.Kind.WHOLE_NUMBER, "1");

  static final Choice REPLICATES =
      new Choice(
          "replicates", "Draws", "how often the bootstrap draws", Choice.Kind.WHOLE_NUMBER, "2000");

  static final List<Choice> DRAWN = List.of(SEED, REPLICATES);

  private static final double LEAST = 0.5;
  private static final double MOST = 0.999;

  private Choices() {}

  static double confidence(Chosen chosen) {
    return chosen.number(CONFIDENCE.id(), LEAST, MOST);
  }

  /** "95%", "99.9%". */
  static String percent(double confidence) {
    return String.format(Locale.ROOT, "%.1f%%", confidence * 100).replace(".0%", "%");
  }
}
