package examen.study;

import examen.rating.RaterId;
import examen.report.Cell;
import examen.report.Column;
import examen.report.Table;
import examen.stats.Bootstrapped;
import examen.stats.Weighed;
import examen.stats.span.Continuum;
import examen.stats.span.Disorder;
import examen.stats.span.Gamma;
import examen.stats.span.LabelledSpan;
import examen.stats.span.UAlpha;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The u-alpha family, and gamma where it is asked for, of the marks of some raters in the
 * transcripts that all of them read.
 */
record UAlphaRows(List<RaterId> raters, List<MarkedText> texts, Drawing drawing) {
  /** Only texts that all these raters read, and that have a text. */
  static UAlphaRows of(List<RaterId> raters, List<MarkedText> texts, Drawing drawing) {
    List<MarkedText> read =
        texts.stream()
            .filter(text -> raters.stream().allMatch(text::isReadBy) && text.places().length() > 0)
            .toList();
    return new UAlphaRows(raters, read, drawing.on(read.stream().map(MarkedText::one).toList()));
  }

  static Table table(List<UAlphaRows> groups, List<SpanSubject> subjects, Drawing drawing) {
    List<List<Cell>> rows = new ArrayList<>();
    groups.forEach(group -> subjects.forEach(subject -> rows.add(group.row(subject))));
    String interval = Choices.percent(drawing.bootstrap().confidence());
    return new Table(
        "u-alpha",
        "Units and gaps: Krippendorff's u-alpha",
        List.of(
            Column.words("raters", "raters"),
            Column.words("what", "tag"),
            Column.numbers("u", "u-alpha"),
            Column.numbers("u-interval", interval),
            Column.numbers("cu", "cu-alpha"),
            Column.numbers("cu-interval", interval),
            Column.numbers("ku", "(k)u-alpha"),
            Column.numbers("ku-interval", interval),
            Column.numbers("covered", "across others"),
            Column.numbers("units", "read by all")),
        rows,
        List.of(
            "Texts are put one after the other, in UTF-16 units; marks of one rater with one tag"
                + " that overlap are one. cu and (k)u ask how marks that lie across each other"
                + " are labelled, among all tags."));
  }

  private List<Cell> row(SpanSubject subject) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.words(names()));
    cells.add(Cell.words(subject.title()));
    UAlpha own = new UAlpha(continua(subject));
    UAlpha all = new UAlpha(continua(new SpanSubject.AllTags()));
    List<String> behind = texts.stream().map(text -> text.one().id().value()).toList();
    cells.addAll(number(own.u(), behind));
    switch (subject) {
      case SpanSubject.OfTag(String title, String wire, var tags) -> {
        cells.addAll(List.of(Cell.words(""), Cell.words("")));
        cells.addAll(number(all.ku(wire), behind));
        cells.add(Showing.share(all.coverage(wire).each(), behind.size()).on(behind));
      }
      case SpanSubject.AllTags allTags -> {
        cells.addAll(number(own.cu(), behind));
        cells.addAll(List.of(Cell.words(""), Cell.words(""), Cell.words("")));
      }
      case SpanSubject.AnyTag anyTag -> {
        for (int i = 0; i < 5; i++) {
          cells.add(Cell.words(""));
        }
      }
    }
    cells.add(Showing.count(behind.size()).on(behind));
    return cells;
  }

  private List<Cell> number(Weighed number, List<String> behind) {
    Drawing own = number.units() == texts.size() ? drawing : drawing.on(List.of());
    Bootstrapped measured = own.bootstrap().measure(List.of(number), own.clusters()).getFirst();
    return List.of(
        Showing.number(measured.value(), 3).on(behind),
        Showing.bounds(measured.interval(), 3).on(behind));
  }

  private String names() {
    return raters.stream().map(RaterId::value).collect(Collectors.joining(", "));
  }

  private List<Continuum> continua(SpanSubject subject) {
    return texts.stream()
        .map(text -> new Continuum(text.places().length(), marks(text, subject)).merged())
        .toList();
  }

  private List<List<LabelledSpan>> marks(MarkedText text, SpanSubject subject) {
    return raters.stream().map(rater -> subject.of(text.by(rater))).toList();
  }

  /** Gamma of all texts put one after the other. */
  static Table gamma(List<UAlphaRows> groups, List<SpanSubject> subjects, int draws, long seed) {
    List<List<Cell>> rows = new ArrayList<>();
    for (UAlphaRows group : groups) {
      for (SpanSubject subject : subjects) {
        rows.add(group.gamma(subject, draws, seed));
      }
    }
    return new Table(
        "gamma",
        "Gamma",
        List.of(
            Column.words("raters", "raters"),
            Column.words("what", "tag"),
            Column.numbers("gamma", "gamma"),
            Column.numbers("precision", "exact to"),
            Column.numbers("draws", "drawn texts"),
            Column.numbers("units", "read by all")),
        rows,
        List.of(
            "What chance gives is a mean of drawn texts; \"exact to\" is their error only, not an"
                + " interval for other transcripts."));
  }

  private List<Cell> gamma(SpanSubject subject, int draws, long seed) {
    List<String> behind = texts.stream().map(text -> text.one().id().value()).toList();
    List<List<LabelledSpan>> joined = new ArrayList<>();
    raters.forEach(rater -> joined.add(new ArrayList<>()));
    long length = 0;
    for (MarkedText text : texts) {
      for (int rater = 0; rater < raters.size(); rater++) {
        for (LabelledSpan span : subject.of(text.by(raters.get(rater)))) {
          joined
              .get(rater)
              .add(new LabelledSpan(span.start() + length, span.end() + length, span.label()));
        }
      }
      length += text.places().length();
    }
    Gamma gamma = Gamma.of(new Continuum(Math.max(1, length), joined), Disorder.PLAIN, draws, seed);
    return List.of(
        Cell.words(names()),
        Cell.words(subject.title()),
        Showing.number(gamma.gamma(), 3).on(behind),
        Showing.bounds(gamma.precision(drawing.bootstrap().confidence()), 3),
        Showing.count(gamma.draws()),
        Showing.count(behind.size()).on(behind));
  }
}
