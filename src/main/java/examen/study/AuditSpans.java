package examen.study;

import examen.classifier.Citation;
import examen.classifier.ClassifierLabel;
import examen.rating.RaterId;
import examen.report.Cell;
import examen.report.Column;
import examen.report.Table;
import examen.stats.Bootstrapped;
import examen.stats.Weighed;
import examen.stats.rate.Proportion;
import examen.stats.span.LabelledSpan;
import examen.stats.span.PairwiseSpans;
import examen.stats.span.SpanCounts;
import examen.stats.span.SpanCriterion;
import examen.stats.span.SpanF1;
import java.util.ArrayList;
import java.util.List;

/**
 * The places that a classifier points at beside those that each rater marked with a tag.
 *
 * @param texts of which the classifier's label says something, with what it points at
 */
record AuditSpans(List<Pointed> texts, Drawing drawing) {
  /** A transcript with the places that the label points at. */
  private record Pointed(MarkedText text, List<LabelledSpan> places, long unplaced) {
    String id() {
      return text.one().id().value();
    }
  }

  static AuditSpans of(Frame frame, Variable.OfLabel label, String tag, Drawing drawing) {
    List<Pointed> texts = new ArrayList<>();
    for (Case one : frame.cases()) {
      if (label.label(one).isPresent() && !one.submitted().isEmpty()) {
        texts.add(pointed(frame, label, tag, one));
      }
    }
    return new AuditSpans(texts, drawing);
  }

  private static Pointed pointed(Frame frame, Variable.OfLabel label, String tag, Case one) {
    MarkedText text = MarkedText.of(frame, one);
    List<LabelledSpan> places = new ArrayList<>();
    long unplaced = 0;
    for (ClassifierLabel said : frame.texts().cited(one.id())) {
      if (said.run().equals(label.run()) && said.name().equals(label.name())) {
        for (Citation citation : said.citations()) {
          List<LabelledSpan> at = place(text, citation, tag);
          places.addAll(at);
          unplaced += at.isEmpty() ? 1 : 0;
        }
      }
    }
    return new Pointed(text, places, unplaced);
  }

  private static List<LabelledSpan> place(MarkedText text, Citation citation, String tag) {
    return switch (citation) {
      case Citation.InText in -> text.places().of(in.anchor(), tag);
      case Citation.OfMessage of -> text.places().ofMessage(of.message(), tag);
      case Citation.Unplaced unplaced -> List.of();
    };
  }

  /** Whether the classifier points at anything. */
  boolean isEmpty() {
    return texts.stream().allMatch(text -> text.places().isEmpty());
  }

  /** A row for each rater and criterion. */
  Table table(List<RaterId> raters, SpanSubject tag) {
    List<List<Cell>> rows = new ArrayList<>();
    for (RaterId rater : raters) {
      List<Pointed> read = texts.stream().filter(t -> t.text().isReadBy(rater)).toList();
      if (!read.isEmpty()) {
        rows.addAll(rows(rater, read, tag));
      }
    }
    long unplaced = texts.stream().mapToLong(Pointed::unplaced).sum();
    String interval = Choices.percent(drawing.bootstrap().confidence());
    return new Table(
        "places",
        "Places that the classifier points at, beside marks of " + tag.title(),
        List.of(
            Column.words("rater", "rater"),
            Column.words("criterion", "the same if"),
            Column.numbers("right", "right / pointed at"),
            Column.numbers("precision", "precision"),
            Column.numbers("found", "right / marked"),
            Column.numbers("recall", "recall"),
            Column.numbers("f1", "F1"),
            Column.numbers("interval", interval + " bootstrap"),
            Column.numbers("units", "transcripts")),
        rows,
        List.of(
            "Places are matched one to one; a label that points at a message points at all of it."
                + " Without a place: %,d.".formatted(unplaced)));
  }

  private List<List<Cell>> rows(RaterId rater, List<Pointed> read, SpanSubject tag) {
    List<List<List<LabelledSpan>>> pairs =
        read.stream().map(t -> List.of(t.places(), tag.of(t.text().by(rater)))).toList();
    List<PairwiseSpans> compared =
        List.of(
            PairwiseSpans.of(pairs, SpanCriterion.OVERLAP),
            PairwiseSpans.of(pairs, SpanCriterion.EXACT),
            new PairwiseSpans(pairs, SpanF1::places));
    List<String> names = List.of("they overlap", "same ends", "same characters");
    Drawing own = drawing.on(read.stream().map(t -> t.text().one()).toList());
    List<Weighed> numbers = compared.stream().map(PairwiseSpans::pooled).toList();
    List<Bootstrapped> measured = own.bootstrap().measure(numbers, own.clusters());
    List<String> ids = read.stream().map(Pointed::id).toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      SpanCounts counts = compared.get(i).counts().getFirst();
      Proportion precision = new Proportion(counts.both(), counts.first());
      Proportion recall = new Proportion(counts.both(), counts.second());
      rows.add(
          List.of(
              Cell.words(rater.value()),
              Cell.words(names.get(i)),
              Showing.count(precision).on(ids),
              Showing.rate(precision).on(ids),
              Showing.count(recall).on(ids),
              Showing.rate(recall).on(ids),
              Showing.number(measured.get(i).value(), 3).on(ids),
              Showing.bounds(measured.get(i).interval(), 3).on(ids),
              Showing.count(ids.size()).on(ids)));
    }
    return rows;
  }
}
