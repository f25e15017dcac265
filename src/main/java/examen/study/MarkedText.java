package examen.study;

import examen.rating.RaterId;
import examen.stats.span.LabelledSpan;
import examen.transcript.Anchor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What raters marked in one transcript, as ranges of its whole text: the texts of its parts one
 * after the other in reading order, in UTF-16 units.
 *
 * @param marked by each rater who submitted a review, labelled by the ids of tags; may be empty
 */
record MarkedText(Case one, Places places, Map<RaterId, List<LabelledSpan>> marked) {
  MarkedText {
    marked = Map.copyOf(marked);
  }

  /** Where each part begins. */
  static final class Places {
    private final Map<List<Integer>, Frame.PartLength> parts = new HashMap<>();
    private final Map<List<Integer>, Long> starts = new HashMap<>();
    private final Map<Integer, long[]> messages = new HashMap<>();
    private long length;

    Places(List<Frame.PartLength> lengths) {
      for (Frame.PartLength part : lengths) {
        List<Integer> key = List.of(part.message(), part.part());
        parts.put(key, part);
        starts.put(key, length);
        messages.computeIfAbsent(part.message(), m -> new long[] {length, length});
        length += part.length();
        messages.getOrDefault(part.message(), new long[2])[1] = length;
      }
    }

    long length() {
      return length;
    }

    /** The range of an anchor; empty where there is no such place. */
    List<LabelledSpan> of(Anchor anchor, String label) {
      List<Integer> key = List.of(anchor.message(), anchor.part());
      Frame.PartLength part = parts.get(key);
      Long start = starts.get(key);
      if (part == null || start == null || anchor.span().end() > part.length()) {
        return List.of();
      }
      return List.of(
          new LabelledSpan(start + anchor.span().start(), start + anchor.span().end(), label));
    }

    /** The range of a whole message; empty where there is none, or no text in it. */
    List<LabelledSpan> ofMessage(int message, String label) {
      long[] range = messages.getOrDefault(message, new long[2]);
      return range[0] < range[1] ? List.of(new LabelledSpan(range[0], range[1], label)) : List.of();
    }
  }

  static MarkedText of(Frame frame, Case one) {
    Places places = new Places(frame.texts().of(one.id()));
    Map<RaterId, List<LabelledSpan>> marked = new HashMap<>();
    for (Sheet sheet : one.submitted()) {
      List<LabelledSpan> spans = new ArrayList<>();
      sheet
          .annotations()
          .forEach(a -> a.anchors().forEach(at -> spans.addAll(places.of(at, a.tag().value()))));
      marked.put(sheet.rater(), spans);
    }
    return new MarkedText(one, places, marked);
  }

  /** Whether this rater read it to the end. */
  boolean isReadBy(RaterId rater) {
    return marked.containsKey(rater);
  }

  /** What this rater marked; nothing too where they did not read it. */
  List<LabelledSpan> by(RaterId rater) {
    return marked.getOrDefault(rater, List.of());
  }
}
