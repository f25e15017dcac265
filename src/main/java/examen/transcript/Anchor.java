package examen.transcript;

/**
 * A place in a transcript: a span of one part, with the text that stands there, so that a shifted
 * text is found out.
 *
 * @param message index of the message
 * @param part index of the part in the message
 * @param span UTF-16 code units of the part's text
 * @param quote the text of the span
 */
public record Anchor(TranscriptId transcript, int message, int part, Span span, String quote)
    implements Comparable<Anchor> {
  public Anchor {
    if (quote.length() != span.length()) {
      throw new IllegalArgumentException(
          "a quote of " + quote.length() + " units for a span of " + span.length());
    }
  }

  /**
   * The anchor for this span of this part.
   *
   * @throws IllegalArgumentException if there is no such part or the span does not fit its text
   */
  public static Anchor at(Transcript transcript, int message, int part, Span span) {
    String text =
        transcript
            .part(message, part)
            .orElseThrow(
                () -> new IllegalArgumentException("no part " + part + " in message " + message))
            .text();
    if (!span.fits(text)) {
      throw new IllegalArgumentException(
          "["
              + span.start()
              + ", "
              + span.end()
              + ") does not fit a text of "
              + text.length()
              + " units");
    }
    return new Anchor(transcript.id(), message, part, span, span.of(text));
  }

  /** Whether the quote is what stands there in {@code transcript}. */
  public boolean holdsIn(Transcript transcript) {
    return transcript.id().equals(this.transcript)
        && transcript
            .part(message, part)
            .filter(p -> span.fits(p.text()) && span.of(p.text()).equals(quote))
            .isPresent();
  }

  /** By message, part and span: reading order within one transcript. */
  @Override
  public int compareTo(Anchor other) {
    int byMessage = Integer.compare(message, other.message);
    if (byMessage != 0) {
      return byMessage;
    }
    int byPart = Integer.compare(part, other.part);
    return byPart != 0 ? byPart : span.compareTo(other.span);
  }
}
