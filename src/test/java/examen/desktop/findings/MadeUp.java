package examen.desktop.findings;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Fact;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.study.Choice;
import examen.study.Chosen;
import examen.study.Frame;
import examen.study.Going;
import examen.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Analyses that find what is made up: every kind of choice, cell and figure, and long words. */
public final class MadeUp {
  private static final List<String> IDS = List.of("1".repeat(32), "2".repeat(32), "3".repeat(32));

  private MadeUp() {}

  /** One for each kind of thing that is to be seen. */
  public static List<Study> studies() {
    return List.of(
        study("forest", "Forty long names", report("forest", List.of(), List.of(forest(40)))),
        study("beyond", "Beyond the axis", report("beyond", List.of(), List.of(beyond()))),
        study(
            "lines",
            "Checkpoints over time",
            report("lines", List.of(), List.of(lines(), diagonal()))),
        study(
            "confusion",
            "Confusion",
            report("confusion", List.of(), List.of(confusion(), wideGrid()))),
        study("wide", "A wide table", report("wide", List.of(wide(14, 30)), List.of())),
        study("long", "A long table", report("long", List.of(wide(5, 950)), List.of())),
        study(
            "undefined",
            "What there is not",
            report("undefined", List.of(undefined()), List.of(nothing()))),
        study("empty", "An empty table", report("empty", List.of(wide(3, 0)), List.of())),
        everyChoice());
  }

  private static Study study(String id, String title, Report report) {
    return new Made(id, title, List.of(), report);
  }

  /** An analysis with a choice of every kind. */
  public static Study everyChoice() {
    List<Choice> choices = new ArrayList<>();
    for (Choice.Kind kind : Choice.Kind.values()) {
      String id = kind.toString().toLowerCase(Locale.ROOT).replace('_', '-');
      List<String> options =
          kind == Choice.Kind.ONE_OF ? List.of("stratified", "simple") : List.of();
      String fallback =
          switch (kind) {
            case OUTCOME, LABEL -> Choice.REQUIRED;
            case GOLD -> "majority";
            case WHOLE_NUMBER -> "1";
            case NUMBER -> "0.95";
            case TEXT -> "0.2,0.5";
            case ONE_OF -> "simple";
            case HUMAN, VARIABLE, VARIABLES, CATEGORY, CATEGORIES -> "";
            case CONDITION, CONDITIONS, WITHIN, MAPPING, RATER, PLAN, RUN -> "";
          };
      choices.add(
          new Choice(id, id, "what " + id + " is, said in a sentence", kind, fallback, options));
    }
    return new Made(
        "every", "Every kind of choice", choices, report("every", List.of(), List.of()));
  }

  private record Made(String id, String title, List<Choice> choices, Report report)
      implements Study {
    @Override
    public String about() {
      return "Made up, to look at";
    }

    @Override
    public Report of(Frame frame, Chosen chosen, Going going) {
      going.at(1, 2);
      return report;
    }
  }

  public static Report report(String id, List<Table> tables, List<Figure> figures) {
    return new Report(
        id,
        "Blackmail, by scenario and model",
        "transcript",
        List.of(
            "Labels: majority of raters, ties unresolved. Unit: transcript.",
            "Left out: 12 of 500 (2.4%): 8 judged unclear, 4 not judged or unresolved."),
        tables,
        figures,
        new TreeMap<>(Map.of("outcome", "misaligned-action=yes", "seed", "1")),
        List.of("Wilson score interval (Wilson 1927; Newcombe 1998)"),
        List.of());
  }

  public static Figure.Forest forest(int rows) {
    Random random = new Random(7);
    List<Figure.Mark> marks = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int n = 5 + random.nextInt(90);
      int k = random.nextInt(n + 1);
      double at = k / (double) n;
      double half = 1 / Math.sqrt(n);
      Figure.Whisker whisker =
          i % 13 == 12
              ? null
              : new Figure.Whisker(at, Math.max(0, at - half), Math.min(1, at + half));
      String name =
          "anthropic/claude-opus-4-"
              + (20250514 + i)
              + ", replacement with an explicit threat, goal conflict America, checkpoint step-"
              + i * 100;
      marks.add(
          new Figure.Mark(
              i % 3 == 0 ? name : "gpt-5.2, none, step-" + i * 100,
              whisker,
              whisker == null
                  ? "undefined (no transcript was judged)"
                  : Math.round(at * 100) + "%  " + k + " / " + n,
              i % 5 == 0 ? List.of() : IDS));
    }
    return new Figure.Forest(
        "forest",
        "Blackmail, by scenario and model",
        "share of judged transcripts, 95% interval",
        Figure.Axis.share(""),
        null,
        marks);
  }

  public static Figure.Forest beyond() {
    Figure.Axis axis = new Figure.Axis("", -0.3, 0.3, Figure.Unit.POINTS, List.of());
    return new Figure.Forest(
        "beyond",
        "Differences",
        "difference in points, adjusted for 4 comparisons",
        axis,
        0.0,
        List.of(
            new Figure.Mark(
                "real - evaluation",
                new Figure.Whisker(0.21, 0.1, 0.5),
                "+21.0 [+10.0, +50.0]",
                IDS),
            new Figure.Mark(
                "stated - not stated",
                new Figure.Whisker(-0.1, -0.7, 0.2),
                "-10.0 [-70.0, +20.0]",
                IDS),
            new Figure.Mark(
                "all of it",
                new Figure.Whisker(0.9, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                "+90.0",
                List.of()),
            new Figure.Mark("none", null, "undefined (one of the groups is empty)", List.of())));
  }

  public static Figure.Lines lines() {
    List<String> steps =
        List.of("step-100", "step-200", "step-300", "step-400", "step-900", "step-1000");
    Figure.Axis across = new Figure.Axis("checkpoint", 0, 5, Figure.Unit.NUMBER, steps);
    List<Figure.Series> series = new ArrayList<>();
    for (int s = 0; s < 6; s++) {
      List<Figure.Point> points = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        double at = 0.1 + 0.12 * s + 0.05 * ((i * (s + 2)) % 4);
        points.add(
            new Figure.Point(
                i,
                new Figure.Whisker(at, Math.max(0, at - 0.08), Math.min(1, at + 0.08)),
                i == 2 ? "k = 12 of 40" : "",
                IDS));
      }
      series.add(new Figure.Series("claude-sonnet-4, threat " + s, points));
    }
    return new Figure.Lines(
        "lines",
        "Rates over checkpoints",
        across,
        Figure.Axis.share("share of judged transcripts"),
        Figure.Reference.NONE,
        series);
  }

  public static Figure.Lines diagonal() {
    List<Figure.Point> points = new ArrayList<>();
    for (int i = 0; i <= 10; i++) {
      double x = i / 10.0;
      points.add(new Figure.Point(x, new Figure.Whisker(x * x, x * x, x * x), "", IDS));
    }
    return new Figure.Lines(
        "reliability",
        "Reliability",
        Figure.Axis.share("confidence"),
        Figure.Axis.share("how often it was right"),
        Figure.Reference.DIAGONAL,
        List.of(new Figure.Series("judge", points)));
  }

  public static Figure.Grid confusion() {
    List<List<Figure.Tile>> tiles =
        List.of(
            List.of(
                tile("217\n86%", 0.86, IDS), tile("12\n5%", 0.05, IDS), tile("21\n8%", 0.08, IDS)),
            List.of(
                new Figure.Tile("31\n20%", 0.2, Figure.Emphasis.MARKED, IDS),
                tile("118\n77%", 0.77, IDS),
                tile("4\n3%", 0.03, IDS)),
            List.of(
                tile("0", 0.0, List.of()),
                tile("undefined (no case)", null, List.of()),
                tile("1,204\n100%", 1.0, IDS)));
    return new Figure.Grid(
        "confusion",
        "Human against classifier",
        "humans said",
        "classifier said",
        List.of("yes", "no", "cannot be told from this text"),
        List.of("yes", "no", "(no label)"),
        tiles);
  }

  public static Figure.Grid wideGrid() {
    List<String> columns = new ArrayList<>();
    List<List<Figure.Tile>> tiles = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      columns.add("model-with-a-name-" + i);
    }
    for (int r = 0; r < 3; r++) {
      List<Figure.Tile> row = new ArrayList<>();
      for (int i = 0; i < 18; i++) {
        row.add(tile((i * 5) + "%\n" + i + " / 20", i / 18.0, IDS));
      }
      tiles.add(row);
    }
    return new Figure.Grid(
        "wide",
        "Goal by model",
        "goal",
        "model",
        List.of("none", "america", "ethical and very long goal that has to be broken"),
        columns,
        tiles);
  }

  private static Figure.Tile tile(
      String text, @org.jspecify.annotations.Nullable Double shade, List<String> behind) {
    return new Figure.Tile(text, shade, Figure.Emphasis.NONE, behind);
  }

  public static Table wide(int columns, int rows) {
    List<Column> heads = new ArrayList<>();
    heads.add(Column.words("name", "scenario"));
    for (int i = 1; i < columns; i++) {
      heads.add(Column.numbers("c" + i, i % 4 == 0 ? "a head of several words " + i : "rate " + i));
    }
    List<List<Cell>> all = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      List<Cell> row = new ArrayList<>();
      row.add(
          Cell.words(
              r % 7 == 3
                  ? "a scenario with a name that goes on for quite some time, longer than is good"
                  : "blackmail " + r));
      for (int i = 1; i < columns; i++) {
        row.add(
            i % 3 == 0
                ? new Cell("[12.1, 40.9]", new Fact.Range(0.121, 0.409, 0.95, "Wilson"), List.of())
                : new Cell(
                    r + i + " / 40", new Fact.Share(r + i, 40), i % 2 == 0 ? IDS : List.of()));
      }
      all.add(row);
    }
    return new Table(
        "wide",
        "Everything by everything",
        heads,
        all,
        List.of("Shares are of judged transcripts."));
  }

  public static Table undefined() {
    Cell none =
        new Cell(
            "undefined (all raters gave the same answer, so there is no agreement beyond chance)",
            new Fact.Undefined("all raters gave the same answer"),
            IDS);
    return new Table(
        "undefined",
        "",
        List.of(
            Column.words("what", "question"),
            Column.numbers("alpha", "alpha"),
            Column.numbers("interval", "95%"),
            Column.numbers("n", "units")),
        List.of(
            List.of(
                Cell.words("misaligned-action"),
                none,
                new Cell("undefined (too few)", new Fact.Undefined("too few"), List.of()),
                new Cell("3", new Fact.Count(3), IDS)),
            List.of(
                Cell.words("=cmd|'/c calc'!A1"),
                new Cell("0.81", new Fact.Value(0.8123), IDS),
                new Cell(
                    "[0.70, infinite]",
                    new Fact.Range(0.7, Double.POSITIVE_INFINITY, 0.95, "bootstrap"),
                    List.of()),
                new Cell("400", new Fact.Count(400), List.of()))),
        List.of());
  }

  public static Figure.Grid nothing() {
    return new Figure.Grid(
        "nothing",
        "",
        "goal",
        "threat",
        List.of("none"),
        List.of("replacement"),
        List.of(
            List.of(
                tile(
                    "undefined (no transcript of this kind was judged by anyone)",
                    null,
                    List.of()))));
  }
}
