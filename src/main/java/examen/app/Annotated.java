package examen.app;

import examen.rating.Annotation;
import examen.transcript.Anchor;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places of a transcript that have an annotation, found fast however many there are. */
final class Annotated {
  private final Map<Long, Ends> byPart = new HashMap<>();

  /**
   * The spans of one part by start.
   *
   * @param furthest for each, how far it and those before it reach
   */
  private record Ends(int[] starts, int[] furthest) {}

  Annotated(List<Annotation> annotations) {
    Map<Long, List<Span>> spans = new HashMap<>();
    for (Annotation annotation : annotations) {
      for (Anchor anchor : annotation.anchors()) {
        spans.computeIfAbsent(key(anchor), part -> new ArrayList<>()).add(anchor.span());
      }
    }
    spans.forEach((part, there) -> byPart.put(part, ends(there)));
  }

  /** Whether an annotation has a character in common with this place. */
  boolean overlaps(Anchor place) {
    Ends there = byPart.get(key(place));
    if (there == null) {
      return false;
    }
    int found = Arrays.binarySearch(there.starts(), place.span().end());
    int before = found >= 0 ? firstOf(there.starts(), found) : -found - 1;
    return before > 0 && there.furthest()[before - 1] > place.span().start();
  }

  /** Several may begin at one place. */
  private static int firstOf(int[] starts, int found) {
    int first = found;
    while (first > 0 && starts[first - 1] == starts[found]) {
      first--;
    }
    return first;
  }

  private static Ends ends(List<Span> spans) {
    spans.sort(null);
    int[] starts = new int[spans.size()];
    int[] furthest = new int[spans.size()];
    int end = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = spans.get(i).start();
      end = Math.max(end, spans.get(i).end());
      furthest[i] = end;
    }
    return new Ends(starts, furthest);
  }

  private static long key(Anchor anchor) {
    return ((long) anchor.message() << 32) | anchor.part();
  }
}
