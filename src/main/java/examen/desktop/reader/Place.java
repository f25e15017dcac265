package examen.desktop.reader;

import examen.transcript.Anchor;

/**
 * A point between two characters of a transcript.
 *
 * @param message index of the message
 * @param part index of the part in the message
 * @param offset UTF-16 code units before it in the part's text
 */
public record Place(int message, int part, int offset) implements Comparable<Place> {
  /** Where this anchor starts. */
  public static Place startOf(Anchor anchor) {
    return new Place(anchor.message(), anchor.part(), anchor.span().start());
  }

  /** The last code unit of this anchor. */
  static Place lastOf(Anchor anchor) {
    return startOf(anchor).at(Math.max(anchor.span().start(), anchor.span().end() - 1));
  }

  /** The same part at another offset. */
  public Place at(int other) {
    return new Place(message, part, other);
  }

  /** Whether both are in one part. */
  public boolean samePart(Place other) {
    return message == other.message && part == other.part;
  }

  /** In reading order. */
  @Override
  public int compareTo(Place other) {
    int byMessage = Integer.compare(message, other.message);
    if (byMessage != 0) {
      return byMessage;
    }
    int byPart = Integer.compare(part, other.part);
    return byPart != 0 ? byPart : Integer.compare(offset, other.offset);
  }
}
