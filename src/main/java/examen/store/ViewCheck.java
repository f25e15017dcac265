package examen.store;

import examen.rating.Annotation;
import examen.rating.Confidence;
import examen.rating.Enactment;
import examen.rating.HighlightDecision;
import examen.rating.Ledger;
import examen.rating.Link;
import examen.rating.Reveal;
import examen.rating.Review;
import examen.rating.Thing;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what the views give to other programs with what the log says. */
final class ViewCheck {
  private final Set<AnnotationRow> annotations = new HashSet<>();
  private final Set<PlaceRow> places = new HashSet<>();
  private final Set<VerdictRow> verdicts = new HashSet<>();

  private final Set<DecisionRow> decisions = new HashSet<>();
  private final Set<ReviewRow> reviews = new HashSet<>();
  private final Set<LinkRow> links = new HashSet<>();
  private final Set<UnsupportedRow> unsupported = new HashSet<>();
  private final Set<RevealRow> reveals = new HashSet<>();

  private record AnnotationRow(
      String id,
      String transcript,
      String rater,
      String tag,
      @Nullable Long severity,
      @Nullable String enactment,
      @Nullable String confidence,
      String note) {}

  private record PlaceRow(
      String annotation,
      long place,
      String transcript,
      long message,
      long part,
      long start,
      long end,
      String quote) {}

  private record DecisionRow(
      String transcript,
      List<Long> place,
      String quote,
      String pack,
      String rule,
      String category,
      String rater,
      String outcome,
      @Nullable String as) {}

  private record VerdictRow(String transcript, String question, String rater, String answer) {}

  private record ReviewRow(String transcript, String rater, String state) {}

  private record LinkRow(
      String id, String transcript, String rater, String type, String from, String to) {}

  private record RevealRow(String transcript, String rater, String json) {}

  private record UnsupportedRow(String annotation, String transcript, String rater) {}

  ViewCheck(Ledger ledger) {
    for (Thing thing : ledger.things()) {
      switch (thing) {
        case Annotation annotation -> expect(annotation);
        case HighlightDecision decision -> expect(decision);
        case Verdict verdict ->
            verdicts.add(
                new VerdictRow(
                    verdict.transcript().value(),
                    verdict.question().value(),
                    verdict.rater().value(),
                    verdict.answer()));
        case Review(var rater, var transcript, var state) ->
            reviews.add(new ReviewRow(transcript.value(), rater.value(), state.wire()));
        case Link link ->
            links.add(
                new LinkRow(
                    link.id().toString(),
                    link.transcript().value(),
                    link.rater().value(),
                    link.type().wire(),
                    link.from().toString(),
                    link.to().toString()));
        case Reveal reveal ->
            reveals.add(
                new RevealRow(
                    reveal.transcript().value(), reveal.rater().value(), ThingCodec.write(reveal)));
        case Unsupported(var rater, var transcript, var annotation) ->
            unsupported.add(
                new UnsupportedRow(annotation.toString(), transcript.value(), rater.value()));
      }
    }
  }

  void run(ProjectFile project, Consumer<Finding> found) {
    compare("annotation_now", annotations, project.reading(ViewCheck::annotationRows), found);
    compare("annotation_place_now", places, project.reading(ViewCheck::placeRows), found);
    compare("highlight_decision_now", decisions, project.reading(ViewCheck::decisions), found);
    compare("verdict_now", verdicts, project.reading(ViewCheck::verdictRows), found);
    compare("review_now", reviews, project.reading(ViewCheck::reviewRows), found);
    compare("link_now", links, project.reading(ViewCheck::linkRows), found);
    compare("unsupported_now", unsupported, project.reading(ViewCheck::unsupportedRows), found);
    compare("reveal_now", reveals, project.reading(ViewCheck::revealRows), found);
  }

  private void expect(Annotation annotation) {
    Integer severity = annotation.severity();
    Enactment enactment = annotation.enactment();
    Confidence confidence = annotation.confidence();
    annotations.add(
        new AnnotationRow(
            annotation.id().toString(),
            annotation.transcript().value(),
            annotation.rater().value(),
            annotation.tag().value(),
            severity == null ? null : severity.longValue(),
            enactment == null ? null : enactment.wire(),
            confidence == null ? null : confidence.wire(),
            annotation.note()));
    for (int i = 0; i < annotation.anchors().size(); i++) {
      Anchor anchor = annotation.anchors().get(i);
      places.add(
          new PlaceRow(
              annotation.id().toString(),
              i,
              anchor.transcript().value(),
              anchor.message(),
              anchor.part(),
              anchor.span().start(),
              anchor.span().end(),
              anchor.quote()));
    }
  }

  private void expect(HighlightDecision decision) {
    Anchor at = decision.highlight().anchor();
    decisions.add(
        new DecisionRow(
            decision.transcript().value(),
            Stream.of(at.message(), at.part(), at.span().start(), at.span().end())
                .map(Integer::longValue)
                .toList(),
            at.quote(),
            decision.highlight().pack(),
            decision.highlight().rule(),
            decision.highlight().category(),
            decision.rater().value(),
            decision.outcome().wire(),
            decision.outcome().other().orElse(null)));
  }

  private static List<AnnotationRow> annotationRows(Reading reading) {
    return reading
        .query(
            "SELECT id, transcript, rater, tag, severity, enactment, confidence, note FROM"
                + " annotation_now")
        .list(
            row ->
                new AnnotationRow(
                    row.text(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.integerIfAny(5),
                    row.textIfAny(6),
                    row.textIfAny(7),
                    row.text(8)));
  }

  private static List<PlaceRow> placeRows(Reading reading) {
    return reading
        .query(
            "SELECT annotation, place, transcript, message, part, start_utf16, end_utf16, quote"
                + " FROM annotation_place_now")
        .list(
            row ->
                new PlaceRow(
                    row.text(1),
                    row.integer(2),
                    row.text(3),
                    row.integer(4),
                    row.integer(5),
                    row.integer(6),
                    row.integer(7),
                    row.text(8)));
  }

  private static List<DecisionRow> decisions(Reading reading) {
    return reading
        .query(
            "SELECT transcript, message, part, start_utf16, end_utf16, quote, pack, rule, category,"
                + " rater, outcome, accepted_as FROM highlight_decision_now")
        .list(
            row ->
                new DecisionRow(
                    row.text(1),
                    List.of(row.integer(2), row.integer(3), row.integer(4), row.integer(5)),
                    row.text(6),
                    row.text(7),
                    row.text(8),
                    row.text(9),
                    row.text(10),
                    row.text(11),
                    row.textIfAny(12)));
  }

  private static List<VerdictRow> verdictRows(Reading reading) {
    return reading
        .query("SELECT transcript, question, rater, answer FROM verdict_now")
        .list(row -> new VerdictRow(row.text(1), row.text(2), row.text(3), row.text(4)));
  }

  private static List<ReviewRow> reviewRows(Reading reading) {
    return reading
        .query("SELECT transcript, rater, state FROM review_now")
        .list(row -> new ReviewRow(row.text(1), row.text(2), row.text(3)));
  }

  private static List<LinkRow> linkRows(Reading reading) {
    return reading
        .query("SELECT id, transcript, rater, type, from_annotation, to_annotation FROM link_now")
        .list(
            row ->
                new LinkRow(
                    row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)));
  }

  private static List<UnsupportedRow> unsupportedRows(Reading reading) {
    return reading
        .query("SELECT annotation, transcript, rater FROM unsupported_now")
        .list(row -> new UnsupportedRow(row.text(1), row.text(2), row.text(3)));
  }

  private static List<RevealRow> revealRows(Reading reading) {
    return reading
        .query("SELECT transcript, rater, json FROM reveal_now")
        .list(row -> new RevealRow(row.text(1), row.text(2), row.text(3)));
  }

  private static <T> void compare(
      String view, Set<T> expected, List<T> actual, Consumer<Finding> found) {
    Set<T> rest = new HashSet<>(expected);
    boolean same = actual.size() == expected.size();
    for (T row : actual) {
      same &= rest.remove(row);
    }
    if (!same) {
      found.accept(
          new Finding(
              "gives "
                  + actual.size()
                  + " rows that are not the "
                  + expected.size()
                  + " of the log",
              "view " + view,
              "do not use this view; export with Examen instead"));
    }
  }
}
