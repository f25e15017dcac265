package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.stats.Measurement;
import java.util.ArrayList;
import java.util.List;

/** How far raters agree, on each question and tag. */
final class Agreement implements Study {
  private static final String SETS = "sets";

  private static final Choice WHAT =
      new Choice(
          "what",
          "Question or tag",
          "the question or tag that is looked at closely; all of them if nothing is said",
          Choice.Kind.HUMAN,
          "");

  private static final Choice SCALE =
      new Choice(
          "scale",
          "Scale",
          "what the answers of a question mean to each other in alpha",
          Choice.Kind.ONE_OF,
          "nominal",
          List.of("nominal", "ordinal", "interval"));

  private static final List<String> METHODS =
      List.of(
          "percent agreement, mean over transcripts (Gwet 2014)",
          "Krippendorff's alpha (Krippendorff 2011; Hayes and Krippendorff 2007)",
          "Gwet's AC1 (Gwet 2008, 2014)",
          "positive agreement (Cicchetti and Feinstein 1990)",
          Drawing.METHOD);

  @Override
  public String id() {
    return "agreement";
  }

  @Override
  public String title() {
    return "Agreement of raters";
  }

  @Override
  public String about() {
    return "How far raters agree on each question and tag, with intervals";
  }

  @Override
  public List<Choice> choices() {
    return List.of(
        WHAT,
        SCALE,
        Choices.WITHIN,
        Choices.CLUSTER,
        Choices.CONFIDENCE,
        Choices.SEED,
        Choices.REPLICATES);
  }

  @Override
  public Report of(Frame whole, Chosen chosen, Going going) {
    Frame frame = chosen.within(Choices.WITHIN.id(), whole);
    Drawing drawing = Drawing.of(frame, chosen);
    if (!chosen.has(WHAT.id()) && measurement(oneOf(chosen, SCALE)) != Measurement.NOMINAL) {
      throw new Unanswerable("--scale wants a question, named by --what");
    }
    return chosen.has(WHAT.id())
        ? close(frame, chosen, drawing)
        : all(frame, chosen, drawing, going);
  }

  private static Measurement measurement(String word) {
    return switch (word) {
      case "ordinal" -> Measurement.ORDINAL;
      case "interval" -> Measurement.INTERVAL;
      default -> Measurement.NOMINAL;
    };
  }

  /** One of the words that can be chosen. */
  static String oneOf(Chosen chosen, Choice choice) {
    String word = chosen.text(choice.id());
    if (!choice.options().contains(word)) {
      throw new Unanswerable(
          "--%s is one of %s, not \"%s\""
              .formatted(choice.id(), String.join(", ", choice.options()), word));
    }
    return word;
  }

  private Report all(Frame frame, Chosen chosen, Drawing drawing, Going going) {
    List<Agreed> rows = new ArrayList<>();
    List<Variable.Human> human = new ArrayList<>();
    for (Variable variable : Variables.human(frame)) {
      if (variable instanceof Variable.Human each && !each.categories(frame).isEmpty()) {
        human.add(each);
      }
    }
    for (Variable.Human each : human) {
      going.at(rows.size(), human.size());
      rows.add(Agreed.of(frame, Ratings.of(frame, each), drawing));
    }
    List<Table> tables = new ArrayList<>(List.of(Agreed.table(rows, drawing)));
    TagSetAgreement sets = TagSetAgreement.of(frame, drawing);
    tables.add(sets.table(SETS));
    return new Report(
        id(),
        title(),
        "transcript",
        notes(frame, drawing, "nominal"),
        tables,
        List.of(forest(rows, drawing)),
        chosen.all(),
        methods(TagSetAgreement.METHODS),
        List.of(Inputs.ratings(frame, human)));
  }

  private Report close(Frame frame, Chosen chosen, Drawing drawing) {
    String scale = oneOf(chosen, SCALE);
    Measurement measurement = measurement(scale);
    Variable.Human what = Variables.human(frame, chosen.text(WHAT.id()));
    Ratings ratings = Ratings.of(frame, what, Ratings.scale(frame, what, measurement));
    Agreed agreed = Agreed.of(frame, ratings, drawing);
    RaterMatrix matrix = RaterMatrix.of(ratings);
    List<String> notes = new ArrayList<>(notes(frame, drawing, scale));
    notes.add("Declared: " + String.join(", ", ratings.table().scale().categories()) + ".");
    return new Report(
        id(),
        title() + ": " + what.title(frame),
        "transcript",
        notes,
        List.of(Agreed.table(List.of(agreed), drawing), agreed.categories(), matrix.table(frame)),
        List.of(matrix.grid(what.title(frame))),
        chosen.all(),
        methods(List.of("Cohen's kappa of two raters (Cohen 1960)")),
        List.of(Inputs.ratings(frame, List.of(what))));
  }

  private static List<String> methods(List<String> more) {
    List<String> all = new ArrayList<>(METHODS);
    all.addAll(more);
    return all;
  }

  private static List<String> notes(Frame frame, Drawing drawing, String scale) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Unit: transcript; only submitted reviews count. A tag that a submitted review does not"
            + " have is a no.");
    notes.add(
        "Alpha is "
            + scale
            + (scale.equals("nominal")
                ? "; answers that say that it cannot be told are a category of their own."
                : "; answers that say that it cannot be told are left out."));
    notes.add("AC1 depends on how many answers are declared; high AC1 says little of a rare yes.");
    notes.add(drawing.note());
    notes.add(
        "Where nobody differs, drawing again gives coefficients no width; the interval of percent"
            + " agreement is then the exact one-sided bound.");
    notes.addAll(Notes.withheld(frame));
    return notes;
  }

  private static Figure forest(List<Agreed> rows, Drawing drawing) {
    return new Figure.Forest(
        "alpha",
        "Krippendorff's alpha",
        "alpha, "
            + Choices.percent(drawing.bootstrap().confidence())
            + " interval; the line is at .800",
        new Figure.Axis("", -1, 1, Figure.Unit.NUMBER, List.of()),
        0.8,
        rows.stream().map(Agreed::mark).toList());
  }

  /** The first column of a table of questions and tags. */
  static Column what() {
    return Column.words("what", "question or tag");
  }

  /** What was said of how many, as a cell. */
  static Cell title(Frame frame, Variable variable) {
    return Cell.words(
        variable instanceof Variable.OfTag
            ? "tag " + variable.title(frame)
            : variable.title(frame));
  }
}
