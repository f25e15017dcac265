package examen.study;

import examen.report.Report;
import examen.stats.design.Precision;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many transcripts have to be read for what one wants to be able to say, with what it takes for
 * granted.
 */
final class PlanSize implements Study {
  static final Choice RATE = number("rate", "Expected rate", "the rate that is expected", "0.5");
  static final Choice HALF_WIDTH =
      number("half-width", "Half-width", "how far the interval may reach to each side", "0.05");
  static final Choice POPULATION =
      whole("population", "Of how many", "how many there are, else those of the project", "");
  static final Choice OTHER_RATE =
      number("other-rate", "Other rate", "a second rate from which it is to be told apart", "");
  static final Choice POWER =
      number("power", "Power", "how often a difference is to be found that is there", "0.8");
  static final Choice ALPHA = number("alpha", "Alpha", "the two-sided level of the test", "0.05");
  static final Choice ERROR_RATE =
      number(
          "error-rate",
          "Errors to rule out",
          "the share of errors that is to be ruled out",
          "0.01");
  static final Choice RECALL = number("recall", "Expected recall", "the recall expected", "0.9");
  static final Choice PREVALENCE =
      number("prevalence", "True cases", "the share that is expected to have it, for recall", "");
  static final Choice SAMPLES =
      whole("samples", "Samples of one", "how many transcripts each prompt has", "1");
  static final Choice CORRELATION =
      number("correlation", "Alike", "how alike the samples of a prompt are, from 0 to 1", "0.3");
  static final Choice KAPPA =
      number("kappa", "Expected kappa", "of two raters who say yes at the expected rate", "");
  static final Choice REFUTED_KAPPA =
      number("refuted-kappa", "Kappa to refute", "the kappa that is to be shown too low", "0.4");

  @Override
  public String id() {
    return "plan-size";
  }

  @Override
  public String title() {
    return "How many to read";
  }

  @Override
  public String about() {
    return "How many transcripts to read for an interval, a difference, recall, or no error found";
  }

  @Override
  public List<Choice> choices() {
    return List.of(
        RATE,
        HALF_WIDTH,
        POPULATION,
        OTHER_RATE,
        POWER,
        ALPHA,
        ERROR_RATE,
        RECALL,
        PREVALENCE,
        SAMPLES,
        CORRELATION,
        KAPPA,
        REFUTED_KAPPA,
        Choices.WITHIN,
        Choices.CONFIDENCE);
  }

  @Override
  public Report of(Frame frame, Chosen chosen, Going going) {
    long population = population(frame, chosen);
    SizeRows rows = new SizeRows(chosen, population);
    return new Report(
        id(),
        title(),
        "transcript",
        rows.notes(),
        List.of(rows.table()),
        List.of(rows.curve()),
        chosen.all(),
        methods(chosen),
        List.of(rows.inputs()));
  }

  private static long population(Frame frame, Chosen chosen) {
    if (!chosen.has(POPULATION.id())) {
      return chosen.within(Choices.WITHIN.id(), frame).cases().size();
    }
    return atLeastOne(chosen, POPULATION);
  }

  /** A whole number from 1 to as many as are planned for. */
  static long atLeastOne(Chosen chosen, Choice choice) {
    long number = chosen.whole(choice.id());
    if (number < 1 || number > Precision.MOST) {
      throw new Unanswerable(
          "--%s wants a number from 1 to %,d, not %d"
              .formatted(choice.id(), Precision.MOST, number));
    }
    return number;
  }

  private static List<String> methods(Chosen chosen) {
    Stream<String> always =
        Stream.of(
            "smallest number whose Wilson interval is narrow enough at the expected count"
                + " (Wilson 1927; Newcombe 1998)",
            "Wald interval with the correction for a finite population (Cochran 1977, ch. 4)",
            "no error found: (1-p)^n, and hypergeometric of a population (Hanley and Lippman-Hand"
                + " 1983; Wright 1991)");
    Stream<String> asked =
        Stream.of(
            chosen.has(PREVALENCE.id()) ? "recall by the expected number of true cases" : "",
            chosen.has(OTHER_RATE.id())
                ? "two rates, normal approximation without correction (Fleiss, Levin and Paik"
                    + " 2003, ch. 4); Cohen's h (Cohen 1988)"
                : "",
            "design effect of clusters (Kish 1965)",
            chosen.has(KAPPA.id())
                ? "kappa of two raters, one-sided (Flack et al. 1988; Fleiss, Cohen and Everitt"
                    + " 1969)"
                : "");
    return Stream.concat(always, asked).filter(method -> !method.isEmpty()).toList();
  }

  private static Choice number(String id, String title, String help, String fallback) {
    return new Choice(id, title, help, Choice.Kind.NUMBER, fallback);
  }

  private static Choice whole(String id, String title, String help, String fallback) {
    return new Choice(id, title, help, Choice.Kind.WHOLE_NUMBER, fallback);
  }
}
