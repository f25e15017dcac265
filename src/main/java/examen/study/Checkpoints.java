package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.stats.Bounds;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.rate.LogisticLine;
import examen.stats.rate.ManyTests;
import examen.stats.rate.Proportion;
import examen.stats.rate.Trend;
import examen.stats.rate.TwoRates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A rate over an ordered condition, such as the checkpoints of a training. */
final class Checkpoints implements Study {
  private static final Choice OVER =
      new Choice(
          "over",
          "Over",
          "the ordered condition, such as checkpoint",
          Choice.Kind.CONDITION,
          "checkpoint");
  private static final List<String> METHODS =
      List.of(
          "Cochran-Armitage trend and departure from it (Armitage 1955)",
          "logistic slope by greatest likelihood with Wald interval (Cox 1958)",
          Contrasted.BENJAMINI);
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  @Override
  public String id() {
    return "checkpoints";
  }

  @Override
  public String title() {
    return "Series of checkpoints";
  }

  @Override
  public String about() {
    return "How often it happened from checkpoint to checkpoint, with its trend";
  }

  @Override
  public List<Choice> choices() {
    return Asked.with(OVER, Choices.BY);
  }

  @Override
  public Report of(Frame frame, Chosen chosen, Going going) {
    Asked asked = Asked.of(frame, chosen);
    String over = Asked.condition(chosen, OVER, asked.frame());
    List<String> by = chosen.conditions(Choices.BY.id(), asked.frame());
    List<String> places = asked.frame().values(over);
    Scores scores = Scores.of(places);
    List<Series> series = new ArrayList<>();
    for (Slice part : Slices.of(asked.frame(), by, asked.judging()).parts()) {
      series.add(series(asked, part, over, places));
    }
    List<Slice> rows = series.stream().flatMap(one -> one.at().stream()).toList();
    List<Column> names = new ArrayList<>();
    by.forEach(name -> names.add(Column.words("condition:" + name, name)));
    names.add(Column.words("condition:" + over, over));
    return new Report(
        id(),
        asked.title() + " | " + over,
        "transcript",
        notes(asked, over, scores, series),
        List.of(
            new RateRows(names, rows, asked.prompts(), asked.confidence())
                .table("rates", Slice::names),
            trends(series, scores, asked)),
        List.of(lines(asked, over, places, series)),
        chosen.all(),
        asked.methods(METHODS),
        asked.inputs(Stream.concat(by.stream(), Stream.of(over)).toList()));
  }

  /**
   * What stands for each place in a trend.
   *
   * @param each in the order of the places
   * @param unit by how much of it the slope is told
   */
  private record Scores(List<Double> each, double unit, boolean numbered) {
    /** The one number in each name where all have one and they differ; else their order. */
    static Scores of(List<String> places) {
      List<Double> numbers = new ArrayList<>();
      for (String place : places) {
        Matcher matcher = NUMBER.matcher(place);
        if (matcher.find()) {
          double number = Double.parseDouble(matcher.group());
          if (!matcher.find() && Double.isFinite(number)) {
            numbers.add(number);
          }
        }
      }
      if (numbers.size() < places.size() || new HashSet<>(numbers).size() < numbers.size()) {
        List<Double> order = new ArrayList<>();
        places.forEach(place -> order.add((double) order.size()));
        return new Scores(order, 1, false);
      }
      double low = numbers.stream().mapToDouble(n -> n).min().orElse(0);
      double high = numbers.stream().mapToDouble(n -> n).max().orElse(1);
      double unit = high > low ? Math.pow(10, Math.floor(Math.log10(high - low))) : 1;
      return new Scores(numbers, unit, true);
    }

    String by() {
      return numbered
          ? String.format(Locale.ROOT, "%,.4g", unit).replaceAll("\\.0+$", "")
          : "place";
    }
  }

  /** One line: a slice at each place. */
  private record Series(String name, List<Slice> at) {
    Trend trend(Scores scores) {
      List<Proportion> rates = at.stream().map(Slice::share).toList();
      return new Trend(rates, scores.each().stream().map(s -> s / scores.unit()).toList());
    }

    /** Where something was judged, and if nothing was, anywhere. */
    Slice first() {
      return at.stream().filter(s -> s.share().total() > 0).findFirst().orElse(at.getFirst());
    }

    Slice last() {
      return at.reversed().stream()
          .filter(s -> s.share().total() > 0)
          .findFirst()
          .orElse(at.getLast());
    }

    TwoRates change() {
      return new TwoRates(last().share(), first().share());
    }

    List<String> ids() {
      return at.stream()
          .flatMap(s -> s.ids(Outcome.Judged.YES, Outcome.Judged.NO).stream())
          .toList();
    }
  }

  private static Series series(Asked asked, Slice part, String over, List<String> places) {
    List<Case> cases = part.cases().values().stream().flatMap(List::stream).toList();
    return new Series(
        part.label(),
        places.stream()
            .map(
                place ->
                    asked.slice(
                        Stream.concat(part.names().stream(), Stream.of(place)).toList(),
                        Asked.having(cases, over, place)))
            .toList());
  }

  private static Table trends(List<Series> series, Scores scores, Asked asked) {
    double confidence = asked.confidence();
    List<Result> p = series.stream().map(one -> one.trend(scores).line().p()).toList();
    List<Result> adjusted = new ManyTests(p).benjaminiHochberg();
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      rows.add(trend(series.get(i), scores, asked, List.of(p.get(i), adjusted.get(i))));
    }
    return new Table(
        "trend",
        "Trend, descriptive",
        List.of(
            Column.words("series", ""),
            Column.numbers("chi-square", "trend chi2"),
            Column.numbers("p", "trend p"),
            Column.numbers("adjusted", "BH p"),
            Column.numbers("slope", "log odds per " + scores.by()),
            Column.numbers("slope-interval", Choices.percent(confidence) + " Wald"),
            Column.numbers("departure", "departure p"),
            Column.numbers("change", "last - first"),
            Column.numbers(
                "change-interval",
                Choices.percent(confidence)
                    + (asked.prompts().isAsked() ? " t by prompt" : " Newcombe"))),
        rows,
        List.of());
  }

  /**
   * @param p of the line, raw and adjusted
   */
  private static List<Cell> trend(Series one, Scores scores, Asked asked, List<Result> p) {
    Trend trend = one.trend(scores);
    LogisticLine line = trend.logistic();
    List<Cell> row = new ArrayList<>(List.of(Cell.words(one.name())));
    Stream.of(
            Showing.number(trend.line().statistic(), 2),
            Showing.p(p.getFirst()),
            Showing.p(p.getLast()),
            Showing.number(line.slope(), 3),
            Showing.bounds(line.slopeInterval(asked.confidence()), 3),
            Showing.p(trend.departure().p()),
            Showing.points(one.change().difference()),
            Showing.points(changeInterval(one, asked)))
        .forEach(cell -> row.add(cell.on(one.ids())));
    return row;
  }

  /** Prompts that are at both places are compared with themselves. */
  private static Bounds changeInterval(Series series, Asked asked) {
    return asked.prompts().isAsked()
        ? Prompts.told(
            asked.prompts().difference(series.last(), series.first()).tInterval(asked.confidence()))
        : series.change().newcombe(asked.confidence());
  }

  private static List<String> notes(Asked asked, String over, Scores scores, List<Series> series) {
    List<String> notes =
        new ArrayList<>(Notes.of(asked.frame(), asked.all(), asked.gold(), asked.outcome()));
    notes.add(
        "The trend is descriptive: it takes samples as independent, and looking at each place as it"
            + " comes is many looks.");
    notes.add(
        scores.numbered()
            ? "Places are scored by the number in their names."
            : "Places are scored by their order, as their names have not one number each.");
    notes.addAll(asked.prompts().notes(asked.frame()));
    if (asked.prompts().isAsked()) {
      notes.add(
          "At every %3$s of their series: %1$,d of %2$,d prompts; the trend's p knows nothing of prompts that places share."
              .formatted(everywhere(asked, series), prompts(asked, series), over));
    }
    long without =
        asked.frame().cases().stream().filter(c -> c.conditions().get(over).isEmpty()).count();
    if (without > 0) {
      notes.add(
          "Of %s it is not said which %s; not in any row."
              .formatted(Counted.of(without, "transcript"), over));
    }
    return notes;
  }

  private static long prompts(Asked asked, List<Series> series) {
    return series.stream().mapToLong(one -> at(asked, one, Where.ANYWHERE).size()).sum();
  }

  private static long everywhere(Asked asked, List<Series> series) {
    return series.stream().mapToLong(one -> at(asked, one, Where.EVERYWHERE).size()).sum();
  }

  private enum Where {
    ANYWHERE,
    EVERYWHERE
  }

  /** The prompts of a series at any place, or at every place. */
  private static Set<List<String>> at(Asked asked, Series series, Where where) {
    Set<List<String>> found = new HashSet<>();
    for (int i = 0; i < series.at().size(); i++) {
      Set<List<String>> here = new HashSet<>();
      series.at().get(i).cases().values().stream()
          .flatMap(List::stream)
          .forEach(c -> here.add(asked.prompts().of(c)));
      if (where == Where.EVERYWHERE && i > 0) {
        found.retainAll(here);
      } else {
        found.addAll(here);
      }
    }
    return found;
  }

  private static Figure lines(Asked asked, String over, List<String> places, List<Series> series) {
    List<Figure.Series> lines = new ArrayList<>();
    for (Series one : series) {
      List<Figure.Point> points = new ArrayList<>();
      for (int i = 0; i < one.at().size(); i++) {
        Slice slice = one.at().get(i);
        if (slice.share().wilson(asked.confidence()) instanceof Interval interval) {
          double rate = slice.share().rate().orNaN();
          points.add(
              new Figure.Point(
                  i,
                  new Figure.Whisker(rate, interval.low(), interval.high()),
                  Showing.point(slice.share(), asked.confidence()),
                  slice.ids(Outcome.Judged.YES)));
        }
      }
      lines.add(new Figure.Series(one.name(), points));
    }
    return new Figure.Lines(
        "series",
        asked.title(),
        new Figure.Axis(over, 0, Math.max(1, places.size() - 1), Figure.Unit.NUMBER, places),
        Figure.Axis.share("share of judged transcripts"),
        Figure.Reference.NONE,
        lines);
  }
}
