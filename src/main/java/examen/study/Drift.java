package examen.study;

import examen.rating.RaterId;
import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.rate.ManyTests;
import examen.stats.rate.Proportion;
import examen.stats.rate.Trend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether a rater's word changes over time: its rate, and its agreement with the others. */
final class Drift implements Study {
  private static final Choice BLOCKS =
      new Choice(
          "blocks",
          "Blocks",
          "into how many blocks each rater's submissions are cut, in their order",
          Choice.Kind.WHOLE_NUMBER,
          "5");

  @Override
  public String id() {
    return "drift";
  }

  @Override
  public String title() {
    return "Rater drift";
  }

  @Override
  public String about() {
    return "How a rater's rate of an outcome and agreement with others go over time";
  }

  @Override
  public List<Choice> choices() {
    return List.of(Choices.OUTCOME, BLOCKS, Choices.WITHIN, Choices.CONFIDENCE);
  }

  /** What one rater said of one transcript, and the others of the same. */
  private record Said(String id, Instant at, boolean yes, Others others) {}

  private enum Others {
    SAME,
    ANOTHER,
    /** Nobody else said yes or no, or they are tied. */
    NONE
  }

  /** Submissions that follow each other. */
  private record Block(String rater, int number, List<Said> said) {
    Proportion rate() {
      return share(Said::yes, s -> true);
    }

    Proportion agreement() {
      return share(s -> s.others() == Others.SAME, s -> s.others() != Others.NONE);
    }

    private Proportion share(Predicate<Said> counted, Predicate<Said> of) {
      return new Proportion(
          said.stream().filter(of).filter(counted).count(), said.stream().filter(of).count());
    }

    List<String> ids(Predicate<Said> wanted) {
      return said.stream().filter(wanted).map(Said::id).toList();
    }
  }

  @Override
  public Report of(Frame whole, Chosen chosen, Going going) {
    Frame frame = chosen.within(Choices.WITHIN.id(), whole);
    Outcome outcome = chosen.outcome(Choices.OUTCOME.id(), frame);
    if (!(outcome.variable() instanceof Variable.Human human)) {
      throw new Unanswerable("--outcome wants what raters say: a question or a tag");
    }
    double confidence = Choices.confidence(chosen);
    long blocks = blocks(chosen);
    List<List<Block>> raters = new ArrayList<>();
    for (RaterId rater : frame.raters()) {
      List<Block> cut = cut(rater, said(frame, outcome, human, rater), (int) blocks);
      if (!cut.isEmpty()) {
        raters.add(cut);
      }
    }
    return new Report(
        id(),
        outcome.title(frame) + " over time, by rater",
        "transcript",
        notes(frame, blocks, raters.size()),
        List.of(table(raters, confidence), trends(raters)),
        List.of(lines(raters, outcome.title(frame), (int) blocks, confidence)),
        chosen.all(),
        List.of(
            Rates.WILSON,
            "Cochran-Armitage trend over the order of blocks (Armitage 1955)",
            Contrasted.BENJAMINI),
        List.of(inputs(raters)));
  }

  private static long blocks(Chosen chosen) {
    long blocks = chosen.whole(BLOCKS.id());
    if (blocks < 2 || blocks > 100) {
      throw new Unanswerable("--blocks wants a number from 2 to 100");
    }
    return blocks;
  }

  private static List<String> notes(Frame frame, long blocks, int raters) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Submissions in the order of their time, in %,d blocks as equal as can be. Unit: a rater's transcript judged yes or no."
            .formatted(blocks));
    notes.add(
        "Agreement: with what most of the others said, yes or no; where nobody else did, or they"
            + " are tied, it is not counted.");
    notes.add(
        "Descriptive: transcripts that came later may be other ones. BH p: over all trends (%,d)."
            .formatted(2 * raters));
    notes.addAll(Notes.withheld(frame));
    return notes;
  }

  private static List<Said> said(
      Frame frame, Outcome outcome, Variable.Human human, RaterId rater) {
    List<Said> all = new ArrayList<>();
    for (Case one : frame.cases()) {
      Sheet sheet = one.submitted(rater).orElse(null);
      if (sheet == null || sheet.submitted() == null) {
        continue;
      }
      Outcome.Judged own = judged(outcome, human, sheet);
      if (own == Outcome.Judged.YES || own == Outcome.Judged.NO) {
        boolean yes = own == Outcome.Judged.YES;
        all.add(
            new Said(one.id().value(), sheet.submitted(), yes, others(one, outcome, human, sheet)));
      }
    }
    all.sort(Comparator.comparing(Said::at).thenComparing(Said::id));
    return all;
  }

  private static Outcome.Judged judged(Outcome outcome, Variable.Human human, Sheet sheet) {
    return human.of(sheet).map(outcome::of).orElse(Outcome.Judged.MISSING);
  }

  private static Others others(Case one, Outcome outcome, Variable.Human human, Sheet own) {
    int sum = 0;
    for (Sheet sheet : one.submitted()) {
      if (!sheet.rater().equals(own.rater())) {
        sum +=
            switch (judged(outcome, human, sheet)) {
              case YES -> 1;
              case NO -> -1;
              case UNCLEAR, MISSING -> 0;
            };
      }
    }
    if (sum == 0) {
      return Others.NONE;
    }
    boolean yes = judged(outcome, human, own) == Outcome.Judged.YES;
    return yes == sum > 0 ? Others.SAME : Others.ANOTHER;
  }

  private static List<Block> cut(RaterId rater, List<Said> said, int blocks) {
    List<Block> cut = new ArrayList<>();
    for (int i = 0; i < blocks; i++) {
      int from = (int) ((long) said.size() * i / blocks);
      int to = (int) ((long) said.size() * (i + 1) / blocks);
      if (from < to) {
        cut.add(new Block(rater.value(), i + 1, said.subList(from, to)));
      }
    }
    return cut;
  }

  private static Table table(List<List<Block>> raters, double confidence) {
    String of = Choices.percent(confidence) + " Wilson";
    List<List<Cell>> rows = new ArrayList<>();
    for (Block block : raters.stream().flatMap(List::stream).toList()) {
      Proportion rate = block.rate();
      Proportion agreement = block.agreement();
      List<String> same = block.ids(s -> s.others() == Others.SAME);
      List<String> compared = block.ids(s -> s.others() != Others.NONE);
      rows.add(
          List.of(
              Cell.words(block.rater()),
              Showing.count(block.number()).on(block.ids(s -> true)),
              Showing.count(rate).on(block.ids(Said::yes)),
              Showing.rate(rate).on(block.ids(Said::yes)),
              Showing.percents(rate.wilson(confidence), rate.total()).on(block.ids(s -> true)),
              Showing.count(agreement).on(same),
              Showing.rate(agreement).on(same),
              Showing.percents(agreement.wilson(confidence), agreement.total()).on(compared)));
    }
    return new Table(
        "blocks",
        "",
        List.of(
            Column.words("rater", "rater"),
            Column.numbers("block", "block"),
            Column.numbers("count", "yes / judged"),
            Column.numbers("rate", "rate"),
            Column.numbers("interval", of),
            Column.numbers("agreed", "agreed / compared"),
            Column.numbers("agreement", "agreement"),
            Column.numbers("agreement-interval", of)),
        rows,
        List.of());
  }

  private static Table trends(List<List<Block>> raters) {
    List<Result> p = new ArrayList<>();
    for (List<Block> blocks : raters) {
      p.add(trend(blocks, blocks.stream().map(Block::rate).toList()));
      p.add(trend(blocks, blocks.stream().map(Block::agreement).toList()));
    }
    List<Result> adjusted = new ManyTests(p).benjaminiHochberg();
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < p.size(); i++) {
      List<Block> blocks = raters.get(i / 2);
      List<String> ids = blocks.stream().flatMap(b -> b.ids(s -> true).stream()).toList();
      rows.add(
          List.of(
              Cell.words(blocks.getFirst().rater()),
              Cell.words(i % 2 == 0 ? "rate" : "agreement"),
              Showing.p(p.get(i)).on(ids),
              Showing.p(adjusted.get(i)).on(ids)));
    }
    return new Table(
        "trends",
        "Trends, descriptive",
        List.of(
            Column.words("rater", "rater"),
            Column.words("what", "of"),
            Column.numbers("p", "trend p"),
            Column.numbers("adjusted", "BH p")),
        rows,
        List.of());
  }

  private static Result trend(List<Block> blocks, List<Proportion> rates) {
    return new Trend(rates, blocks.stream().map(b -> (double) b.number()).toList()).line().p();
  }

  private static Figure lines(
      List<List<Block>> raters, String title, int blocks, double confidence) {
    List<Figure.Series> series = new ArrayList<>();
    for (List<Block> one : raters) {
      List<Figure.Point> points = new ArrayList<>();
      for (Block block : one) {
        if (block.rate().wilson(confidence) instanceof Interval interval) {
          points.add(
              new Figure.Point(
                  block.number(),
                  new Figure.Whisker(block.rate().rate().orNaN(), interval.low(), interval.high()),
                  Showing.point(block.rate(), confidence),
                  block.ids(Said::yes)));
        }
      }
      series.add(new Figure.Series(one.getFirst().rater(), points));
    }
    return new Figure.Lines(
        "drift",
        title,
        new Figure.Axis("block of submissions", 1, blocks, Figure.Unit.NUMBER, List.of()),
        Figure.Axis.share("share of judged transcripts"),
        Figure.Reference.NONE,
        series);
  }

  private static Table inputs(List<List<Block>> raters) {
    return new Table(
        "submissions",
        "",
        Stream.of("rater", "block", "transcript", "submitted", "outcome", "others")
            .map(name -> Column.words(name, name))
            .toList(),
        raters.stream()
            .flatMap(List::stream)
            .flatMap(block -> block.said().stream().map(said -> input(block, said)))
            .toList(),
        List.of());
  }

  private static List<Cell> input(Block block, Said said) {
    return Stream.of(
            block.rater(),
            String.valueOf(block.number()),
            said.id(),
            said.at().toString(),
            said.yes() ? Variable.PRESENT : Variable.ABSENT,
            switch (said.others()) {
              case SAME -> "same";
              case ANOTHER -> "another";
              case NONE -> "";
            })
        .map(Cell::words)
        .toList();
  }
}
