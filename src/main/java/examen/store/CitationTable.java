package examen.store;

import examen.classifier.Citation;
import examen.classifier.ClassifierLabel;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What labels point at. */
final class CitationTable {
  private CitationTable() {}

  /**
   * Stores what this label points at.
   *
   * @throws StoreException if a quote is not what stands at its place, or the place is not in the
   *     label's transcript
   */
  static void insert(Writing writing, ClassifierLabel label) {
    for (int n = 0; n < label.citations().size(); n++) {
      insert(writing, label, n, label.citations().get(n));
    }
  }

  private static void insert(Writing writing, ClassifierLabel label, int n, Citation citation) {
    Anchor anchor = null;
    Double likeness = null;
    Integer message = null;
    switch (citation) {
      case Citation.InText(Anchor at, String said, double alike) -> {
        refuseFalse(writing, label, at);
        anchor = at;
        message = at.message();
        likeness = alike;
      }
      case Citation.OfMessage(int of, String said) -> message = of;
      case Citation.Unplaced unplaced -> {}
    }
    writing
        .query(
            "INSERT INTO citation (run, transcript, name, number, n, said, message, part,"
                + " start_utf16, end_utf16, quote, likeness) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?)")
        .text(label.run())
        .text(label.transcript().value())
        .text(label.name())
        .integer(label.number())
        .integer(n)
        .text(citation.quote())
        .integerIfAny(message)
        .integerIfAny(anchor == null ? null : (Integer) anchor.part())
        .integerIfAny(anchor == null ? null : (Integer) anchor.span().start())
        .integerIfAny(anchor == null ? null : (Integer) anchor.span().end())
        .text(anchor == null ? null : anchor.quote())
        .realIfAny(likeness)
        .update();
  }

  private static void refuseFalse(Writing writing, ClassifierLabel label, Anchor anchor) {
    Optional<String> text =
        TranscriptTable.partText(writing, anchor.transcript(), anchor.message(), anchor.part());
    boolean stands = text.map(t -> Quotes.stands(anchor, t)).orElse(false);
    if (!stands || !anchor.transcript().equals(label.transcript())) {
      throw new StoreException(
          "not stored: the quote of a classifier is not what stands at its place");
    }
  }

  /** What this label points at, in its own order. */
  static List<Citation> of(Reading reading, ClassifierLabel label) {
    return reading
        .query(
            "SELECT said, message, part, start_utf16, end_utf16, quote, likeness FROM citation"
                + " WHERE run = ? AND transcript = ? AND name = ? AND number = ? ORDER BY n")
        .text(label.run())
        .text(label.transcript().value())
        .text(label.name())
        .integer(label.number())
        .list(row -> citation(label.transcript(), row));
  }

  /** Every transcript with a place that a label points at. */
  static List<TranscriptId> transcripts(Reading reading) {
    return reading
        .query("SELECT DISTINCT transcript FROM citation WHERE part IS NOT NULL")
        .list(row -> Stored.value(() -> new TranscriptId(row.text(1))));
  }

  private static Citation citation(TranscriptId transcript, Row row) {
    Long message = row.integerIfAny(2);
    Long part = row.integerIfAny(3);
    if (message == null) {
      return new Citation.Unplaced(row.text(1));
    }
    if (part == null) {
      return new Citation.OfMessage(Stored.number(message), row.text(1));
    }
    Anchor anchor =
        Stored.value(
            () ->
                new Anchor(
                    transcript,
                    Stored.number(message),
                    Stored.number(part),
                    new Span(number(row.integerIfAny(4)), number(row.integerIfAny(5))),
                    row.text(6)));
    Double likeness = row.realIfAny(7);
    return Stored.value(
        () -> new Citation.InText(anchor, row.text(1), likeness == null ? 0 : likeness));
  }

  private static int number(@Nullable Long value) {
    return Stored.number(value == null ? -1 : value);
  }
}
