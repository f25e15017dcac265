package examen.study;

import examen.rating.RaterId;
import examen.report.Cell;
import examen.report.Column;
import examen.report.Table;
import examen.stats.Bootstrapped;
import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Weighed;
import examen.stats.span.LabelledSpan;
import examen.stats.span.PairwiseSpans;
import examen.stats.span.SpanCriterion;
import examen.stats.span.SpanF1;
import java.util.ArrayList;
import java.util.List;

/**
 * The F1 of the marks of each two raters in the transcripts that both read, and the mean over the
 * pairs.
 *
 * @param texts that two raters read, the units that are drawn
 */
record SpanF1Rows(List<RaterId> raters, List<MarkedText> texts, Drawing drawing) {
  private static final List<SpanCriterion> CRITERIA =
      List.of(SpanCriterion.EXACT, SpanCriterion.OVERLAP, SpanCriterion.HALF);

  /** Two raters and the places of the texts that both read. */
  private record Pair(RaterId first, RaterId second, List<Integer> texts) {}

  /** A row for each subject. */
  Table table(List<SpanSubject> subjects, Going going) {
    List<List<Cell>> rows = new ArrayList<>();
    List<Pair> pairs = pairs();
    for (SpanSubject subject : subjects) {
      going.at(rows.size(), subjects.size());
      rows.add(row(subject, pairs));
    }
    return new Table(
        "spans", "F1 of places, mean over pairs of raters", columns(), rows, List.of());
  }

  private List<Column> columns() {
    String interval = Choices.percent(drawing.bootstrap().confidence());
    return List.of(
        Column.words("what", "tag"),
        Column.numbers("exact", "exact"),
        Column.numbers("exact-interval", interval),
        Column.numbers("overlap", "overlap"),
        Column.numbers("overlap-interval", interval),
        Column.numbers("half", "IoU >= .5"),
        Column.numbers("half-interval", interval),
        Column.numbers("characters", "characters"),
        Column.numbers("characters-interval", interval),
        Column.numbers("marks", "marks"),
        Column.numbers("transcripts", "marked by any"),
        Column.numbers("pairs", "pairs"),
        Column.numbers("units", "read by two"));
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int one = 0; one < raters.size(); one++) {
      for (int other = one + 1; other < raters.size(); other++) {
        Pair pair = pair(raters.get(one), raters.get(other));
        if (!pair.texts().isEmpty()) {
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }

  private Pair pair(RaterId first, RaterId second) {
    List<Integer> both = new ArrayList<>();
    for (int text = 0; text < texts.size(); text++) {
      if (texts.get(text).isReadBy(first) && texts.get(text).isReadBy(second)) {
        both.add(text);
      }
    }
    return new Pair(first, second, both);
  }

  private List<Cell> row(SpanSubject subject, List<Pair> pairs) {
    List<Weighed> numbers = new ArrayList<>();
    for (SpanCriterion criterion : CRITERIA) {
      numbers.add(mean(pairs, pair -> PairwiseSpans.of(marks(pair, subject), criterion)));
    }
    numbers.add(mean(pairs, pair -> new PairwiseSpans(marks(pair, subject), SpanF1::places)));
    List<Bootstrapped> measured = drawing.bootstrap().measure(numbers, drawing.clusters());
    List<String> marked = marked(subject);
    List<Cell> cells = new ArrayList<>(List.of(Cell.words(subject.title())));
    for (Bootstrapped number : measured) {
      cells.add(Showing.number(number.value(), 3).on(marked));
      cells.add(Showing.bounds(number.interval(), 3).on(marked));
    }
    cells.add(Showing.count(marks(subject)).on(marked));
    cells.add(Showing.count(marked.size()).on(marked));
    cells.add(Showing.count(pairs.size()));
    cells.add(Showing.count(texts.size()).on(texts.stream().map(SpanF1Rows::id).toList()));
    return cells;
  }

  private List<List<List<LabelledSpan>>> marks(Pair pair, SpanSubject subject) {
    return pair.texts().stream()
        .map(texts::get)
        .map(text -> List.of(subject.of(text.by(pair.first())), subject.of(text.by(pair.second()))))
        .toList();
  }

  private long marks(SpanSubject subject) {
    return texts.stream()
        .flatMap(text -> text.marked().values().stream())
        .mapToLong(spans -> subject.of(spans).size())
        .sum();
  }

  private List<String> marked(SpanSubject subject) {
    return texts.stream()
        .filter(t -> t.marked().values().stream().anyMatch(s -> !subject.of(s).isEmpty()))
        .map(SpanF1Rows::id)
        .toList();
  }

  private static String id(MarkedText text) {
    return text.one().id().value();
  }

  /** Makes the comparison of one pair. */
  private interface Compared {
    PairwiseSpans of(Pair pair);
  }

  private Weighed mean(List<Pair> pairs, Compared compared) {
    List<Weighed> each = pairs.stream().map(pair -> compared.of(pair).pooled()).toList();
    return new MeanOfPairs(texts.size(), pairs.stream().map(Pair::texts).toList(), each);
  }

  /** The mean of the pairs that have a number; each knows only the texts that both read. */
  private record MeanOfPairs(int units, List<List<Integer>> texts, List<Weighed> pairs)
      implements Weighed {
    @Override
    public Result weighted(int[] weights) {
      double sum = 0;
      int n = 0;
      for (int pair = 0; pair < pairs.size(); pair++) {
        int[] own = texts.get(pair).stream().mapToInt(text -> weights[text]).toArray();
        if (pairs.get(pair).weighted(own) instanceof Estimate(double value)) {
          sum += value;
          n++;
        }
      }
      return Result.ratio(
          sum, n, pairs.isEmpty() ? "no transcript was read by two" : "nobody marked anything");
    }
  }
}
