package examen.app;

import examen.rating.Annotation;
import examen.transcript.Anchor;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places of a transcript that have an annotation, found fast however many there are. */
final class Annotated {
  private final Map<Long, Ends> byPart = new HashMap<>();

  Annotated(List<Annotation> annotations) {
    Map<Long, List<Span>> spans = new HashMap<>();
    for (Annotation annotation : annotations) {
      for (Anchor anchor : annotation.anchors()) {
        spans.computeIfAbsent(key(anchor), part -> new ArrayList<>()).add(anchor.span());
      }
    }
    spans.forEach((part, there) -> byPart.put(part, new Ends(there)));
  }

  /** Whether an annotation has a character in common with this place. */
  boolean overlaps(Anchor place) {
    Ends there = byPart.get(key(place));
    if (there == null) {
      return false;
    }
    return there.overlaps(place.span());
  }

  private static long key(Anchor anchor) {
    return ((long) anchor.message() << 32) | anchor.part();
  }

  /** The spans of one part by start, and how far each and those before it reach. */
  private static final class Ends {
    private final int[] starts;
    private final int[] furthest;

    Ends(List<Span> spans) {
      spans.sort(null);
      starts = new int[spans.size()];
      furthest = new int[spans.size()];
      int end = 0;
      for (int i = 0; i < starts.length; i++) {
        starts[i] = spans.get(i).start();
        end = Math.max(end, spans.get(i).end());
        furthest[i] = end;
      }
    }

    boolean overlaps(Span span) {
      int before = countBefore(span.end());
      return before > 0 && furthest[before - 1] > span.start();
    }

    /** How many begin before this offset. */
    private int countBefore(int offset) {
      int low = 0;
      int high = starts.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (starts[middle] < offset) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
