package examen.desktop.reader;

import examen.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The places in a transcript at which stands what is looked for.
 *
 * @param hits in reading order
 * @param whole whether these are all
 */
public record Finds(List<Hit> hits, boolean whole) {
  public static final Finds NONE = new Finds(List.of(), true);

  public Finds {
    hits = List.copyOf(hits);
  }

  /** One place. */
  public record Hit(int message, int part, Span span) {
    public Place start() {
      return new Place(message, part, span.start());
    }
  }

  /** Those that have a code unit in common with {@code [from, to)} of this part. */
  List<Hit> in(int message, int part, int from, int to) {
    List<Hit> found = new ArrayList<>();
    // No hit overlaps another, so only the one before may reach in.
    int first = Math.max(0, firstFrom(new Place(message, part, from)) - 1);
    for (int i = first; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      if (hit.start().compareTo(new Place(message, part, to)) >= 0) {
        break;
      }
      if (hit.message() == message && hit.part() == part && hit.span().end() > from) {
        found.add(hit);
      }
    }
    return found;
  }

  /** Index of the hit that begins here. */
  OptionalInt at(Place place) {
    int index = firstFrom(place);
    return index < hits.size() && hits.get(index).start().equals(place)
        ? OptionalInt.of(index)
        : OptionalInt.empty();
  }

  /**
   * Index of the first hit that does not begin before this place; their number if there is none.
   */
  int firstFrom(Place place) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).start().compareTo(place) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
