package examen.classifier;

import examen.transcript.Anchor;
import examen.transcript.QuoteFinder;
import java.util.ArrayList;
import java.util.List;

/** Something that a classifier points at to bear out its label. */
public sealed interface Citation {
  /** The words as the classifier gave them; empty where it gave none. */
  String quote();

  /** What a quote points at: the places that a finder finds for it, and what it does not find. */
  static List<Citation> of(QuoteFinder.Found found, String quote) {
    if (found.places().isEmpty()) {
      return List.of(new Unplaced(quote));
    }
    List<Citation> citations = new ArrayList<>();
    found.places().forEach(p -> citations.add(new InText(p.anchor(), p.quote(), p.likeness())));
    found.missing().forEach(piece -> citations.add(new Unplaced(piece)));
    return citations;
  }

  /**
   * A place in the text.
   *
   * @param anchor where; its own quote is what stands there, which {@link #quote} may differ from
   * @param likeness how alike the two are: 1 for the very same text, near 0 for none
   */
  record InText(Anchor anchor, String quote, double likeness) implements Citation {
    public InText {
      if (!(likeness > 0 && likeness <= 1)) {
        throw new IllegalArgumentException("a likeness of " + likeness);
      }
    }

    /** The place where exactly these words stand. */
    public static InText exactly(Anchor anchor) {
      return new InText(anchor, anchor.quote(), 1);
    }
  }

  /**
   * A whole message.
   *
   * @param message index of the message
   */
  record OfMessage(int message, String quote) implements Citation {
    public OfMessage {
      if (message < 0) {
        throw new IllegalArgumentException("message " + message);
      }
    }
  }

  /** A quote whose place was not found. */
  record Unplaced(String quote) implements Citation {}
}
