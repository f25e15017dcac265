package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Report;
import examen.report.Table;
import examen.stats.ReliabilityTable;
import examen.stats.Result;
import examen.stats.gold.DawidSkene;
import examen.stats.gold.DawidSkeneFit;
import examen.stats.gold.Gold.Cause;
import examen.stats.gold.Gold.Unresolved;
import examen.stats.gold.GoldView;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** What each rule holds for true of the transcripts, and which of them it cannot settle. */
final class GoldViews implements Study {
  /** Fewer expected transcripts than this are none. */
  private static final double LEAST = 1e-9;

  private static final Choice WHAT =
      new Choice(
          "what",
          "Question or tag",
          "the question or tag that raters answered",
          Choice.Kind.HUMAN,
          Choice.REQUIRED);

  @Override
  public String id() {
    return "gold";
  }

  @Override
  public String title() {
    return "Gold";
  }

  @Override
  public String about() {
    return "What is held for true by each rule, and which transcripts need adjudication";
  }

  @Override
  public List<Choice> choices() {
    return List.of(WHAT, Choices.GOLD, Choices.WITHIN);
  }

  @Override
  public Report of(Frame whole, Chosen chosen, Going going) {
    Frame frame = chosen.within(Choices.WITHIN.id(), whole);
    Variable.Human what = Variables.human(frame, chosen.text(WHAT.id()));
    Ratings ratings = Ratings.of(frame, what);
    return new Made(frame, chosen, ratings, DawidSkene.fit(ratings.table())).report();
  }

  /** The views of one question or tag. */
  private record Made(Frame frame, Chosen chosen, Ratings ratings, DawidSkeneFit fit) {
    Report report() {
      Gold rule = chosen.gold(Choices.GOLD.id(), frame);
      List<Table> tables = new ArrayList<>(List.of(rules()));
      if (rule instanceof Gold.ByTable byTable) {
        GoldView view = byTable.view(ratings.table());
        tables.add(answers(rule, view));
        tables.add(unresolved(rule, view));
      }
      tables.add(raters());
      return new Report(
          "gold",
          "Gold: " + ratings.variable().title(frame),
          "transcript",
          notes(),
          tables,
          List.of(),
          chosen.all(),
          List.of(
              "votes: majority, plurality, unanimity; ties unresolved",
              "model of raters' errors by expectation and maximisation (Dawid and Skene 1979)"),
          List.of(Inputs.ratings(frame, List.of(ratings.variable())), posteriors()));
    }

    private List<String> notes() {
      DawidSkeneFit.Course course = fit.course();
      List<String> notes = new ArrayList<>();
      notes.add("Gold is derived from ratings that are all kept; another rule gives another view.");
      notes.add(
          String.format(
              Locale.ROOT,
              "Dawid and Skene: log-likelihood %.4f after %,d steps%s; another start may end"
                  + " elsewhere.",
              course.logLikelihood(),
              course.steps(),
              course.end() == DawidSkeneFit.End.STOOD_STILL ? "" : ", still moving"));
      if (fit.thinUnits() > 0) {
        notes.add(
            "Of %s there are fewer than %d votes: the model is not determined by them."
                .formatted(Counted.of(fit.thinUnits(), "transcript"), DawidSkeneFit.VOTES_WANTED));
      }
      notes.addAll(Notes.withheld(frame));
      return notes;
    }

    private Table rules() {
      List<List<Cell>> rows = new ArrayList<>();
      for (Gold.ByTable rule : Gold.OF_ALL) {
        GoldView view = rule.view(ratings.table());
        List<Cell> row = new ArrayList<>();
        row.add(Cell.words(rule.wire()));
        List<String> settled = ids(view, unit -> view.categories()[unit] >= 0);
        int rated = ratings.ratedBy(1).size();
        row.add(Showing.count(new Proportion(settled.size(), rated)).on(settled));
        row.add(Showing.rate(new Proportion(settled.size(), rated)).on(settled));
        for (Cause cause :
            List.of(Cause.TIE, Cause.SHARE_TOO_SMALL, Cause.POSTERIOR_TOO_SMALL, Cause.NO_VOTES)) {
          List<String> because = because(view, cause);
          row.add(Showing.count(because.size()).on(because));
        }
        rows.add(row);
      }
      return new Table(
          "rules",
          "",
          List.of(
              Column.words("rule", "rule"),
              Column.numbers("settled", "settled / rated"),
              Column.numbers("share", "share"),
              Column.numbers("tie", "ties"),
              Column.numbers("share-too-small", "too few votes alike"),
              Column.numbers("posterior-too-small", "posterior < " + DawidSkeneFit.SURE),
              Column.numbers("no-votes", "not rated")),
          rows,
          List.of());
    }

    private List<String> because(GoldView view, Cause cause) {
      return ids(view, unit -> view.units().get(unit).equals(new Unresolved(cause)));
    }

    private List<String> ids(GoldView view, IntPredicate wanted) {
      return ratings.ids(unit -> unit < view.units().size() && wanted.test(unit));
    }

    private Table answers(Gold rule, GoldView view) {
      List<List<Cell>> rows = new ArrayList<>();
      int[] held = view.categories();
      long settled = view.settled();
      for (int category = 0; category < view.scale().size(); category++) {
        int own = category;
        List<String> ids = ratings.ids(unit -> held[unit] == own);
        Proportion share = new Proportion(ids.size(), settled);
        rows.add(
            List.of(
                Cell.words(view.scale().categories().get(category)),
                Showing.count(share).on(ids),
                Showing.rate(share).on(ids),
                Showing.percents(share.wilson(0.95), settled).on(ids)));
      }
      return new Table(
          "answers",
          "Held for true: " + rule.title(),
          List.of(
              Column.words("answer", "answer"),
              Column.numbers("count", "of settled"),
              Column.numbers("rate", "rate"),
              Column.numbers("interval", "95% Wilson")),
          rows,
          List.of());
    }

    /** Those that somebody rated and the rule does not settle. */
    private Table unresolved(Gold rule, GoldView view) {
      List<Column> columns = new ArrayList<>();
      columns.add(Column.words("transcript", "transcript"));
      ratings.raters().forEach(r -> columns.add(Column.words("rater:" + r.value(), r.value())));
      columns.add(Column.words("because", "because"));
      columns.add(Column.words("likeliest", "Dawid-Skene"));
      columns.add(Column.numbers("posterior", "posterior"));
      List<List<Cell>> rows = new ArrayList<>();
      for (int unit = 0; unit < ratings.cases().size(); unit++) {
        if (view.units().get(unit) instanceof Unresolved(Cause cause) && cause != Cause.NO_VOTES) {
          rows.add(line(unit, cause));
        }
      }
      return new Table(
          "adjudication", "To be adjudicated: " + rule.title(), columns, rows, List.of());
    }

    private List<Cell> line(int unit, Cause cause) {
      Case one = ratings.cases().get(unit);
      List<String> behind = List.of(one.id().value());
      List<Cell> row = new ArrayList<>();
      row.add(Cell.words(one.title()).on(behind));
      for (int rater = 0; rater < ratings.raters().size(); rater++) {
        row.add(Cell.words(ratings.said(unit, rater)).on(behind));
      }
      row.add(Cell.words(why(cause)).on(behind));
      int likeliest = likeliest(unit);
      row.add(Cell.words(ratings.table().scale().categories().get(likeliest)).on(behind));
      row.add(Showing.number(fit.posterior(unit, likeliest), 3).on(behind));
      return row;
    }

    private static String why(Cause cause) {
      return switch (cause) {
        case TIE -> "tie";
        case SHARE_TOO_SMALL -> "too few votes alike";
        case POSTERIOR_TOO_SMALL -> "posterior too small";
        case NO_VOTES -> "not rated";
      };
    }

    private int likeliest(int unit) {
      int best = 0;
      for (int category = 1; category < ratings.table().scale().size(); category++) {
        if (fit.posterior(unit, category).orNaN() > fit.posterior(unit, best).orNaN()) {
          best = category;
        }
      }
      return best;
    }

    /** How each rater takes each answer for others, as the model believes. */
    private Table raters() {
      List<String> categories = ratings.table().scale().categories();
      List<Column> columns = new ArrayList<>();
      columns.add(Column.words("rater", "rater"));
      columns.add(Column.words("truth", "where it is"));
      categories.forEach(name -> columns.add(Column.numbers("says:" + name, "says " + name)));
      columns.add(Column.numbers("ratings", "ratings"));
      List<List<Cell>> rows = new ArrayList<>();
      for (int rater = 0; rater < ratings.raters().size(); rater++) {
        for (int truth = 0; truth < categories.size(); truth++) {
          rows.add(habit(rater, truth));
        }
      }
      return new Table(
          "raters",
          "Raters, as the model of Dawid and Skene believes",
          columns,
          rows,
          List.of("Rates are of a model, not counts."));
    }

    /** Of what a rater never met the model knows nothing. */
    private boolean isMet(int rater, int truth) {
      ReliabilityTable table = ratings.table();
      double met = 0;
      for (int unit = 0; unit < table.units(); unit++) {
        if (table.rating(unit, rater) != ReliabilityTable.MISSING) {
          met += Math.max(0, fit.posterior(unit, truth).orNaN());
        }
      }
      return met > LEAST;
    }

    private List<Cell> habit(int rater, int truth) {
      int size = ratings.table().scale().size();
      List<String> own =
          ratings.ids(unit -> ratings.table().rating(unit, rater) != ReliabilityTable.MISSING);
      List<Cell> row = new ArrayList<>();
      row.add(Cell.words(ratings.raters().get(rater).value()));
      row.add(Cell.words(ratings.table().scale().categories().get(truth)));
      boolean isMet = isMet(rater, truth);
      for (int said = 0; said < size; said++) {
        double rate = isMet ? fit.error(rater, truth, said) : Double.NaN;
        row.add(Showing.number(Result.of(rate, "held for true of none that they rated"), 3));
      }
      row.add(Showing.count(own.size()).on(own));
      return row;
    }

    private Table posteriors() {
      List<String> categories = ratings.table().scale().categories();
      List<Column> columns = new ArrayList<>();
      columns.add(Column.words("transcript", "transcript"));
      categories.forEach(name -> columns.add(Column.numbers("posterior:" + name, name)));
      List<List<Cell>> rows = new ArrayList<>();
      for (int unit = 0; unit < ratings.cases().size(); unit++) {
        if (ratings.table().ratingsOf(unit) > 0) {
          List<Cell> row = new ArrayList<>();
          row.add(Cell.words(ratings.cases().get(unit).id().value()));
          for (int category = 0; category < categories.size(); category++) {
            row.add(Showing.number(fit.posterior(unit, category), 4));
          }
          rows.add(row);
        }
      }
      return new Table("dawid-skene", "", columns, rows, List.of());
    }
  }
}
