package examen.stats.span;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** One text, from its first place to its last, with what each rater marked in it. */
public final class Continuum {
  private final long length;
  private final List<List<LabelledSpan>> byRater;

  /**
   * @param length of the text, in the unit of the spans; above 0
   * @param byRater what each marked, in any order; a rater who marked nothing has an empty list
   * @throws IllegalArgumentException when a span ends after the text
   */
  public Continuum(long length, List<List<LabelledSpan>> byRater) {
    this.length = length;
    this.byRater = byRater.stream().map(Continuum::sorted).toList();
    if (length <= 0) {
      throw new IllegalArgumentException("a text of length " + length);
    }
    for (List<LabelledSpan> spans : byRater) {
      for (LabelledSpan span : spans) {
        if (span.end() > length) {
          throw new IllegalArgumentException(
              "a span that ends at " + span.end() + " in a text of length " + length);
        }
      }
    }
  }

  private static List<LabelledSpan> sorted(List<LabelledSpan> spans) {
    return spans.stream()
        .sorted(
            Comparator.comparingLong(LabelledSpan::start)
                .thenComparingLong(LabelledSpan::end)
                .thenComparing(LabelledSpan::label))
        .toList();
  }

  public long length() {
    return length;
  }

  public int raters() {
    return byRater.size();
  }

  /** What a rater marked, by start. */
  public List<LabelledSpan> spans(int rater) {
    return byRater.get(rater);
  }

  public SortedSet<String> labels() {
    TreeSet<String> labels = new TreeSet<>();
    byRater.forEach(spans -> spans.forEach(span -> labels.add(span.label())));
    return labels;
  }

  /** Whether two spans of one rater have a place in common. */
  public boolean overlaps() {
    for (List<LabelledSpan> spans : byRater) {
      for (int i = 1; i < spans.size(); i++) {
        if (spans.get(i - 1).end() > spans.get(i).start()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The same text with the spans of one label only. */
  public Continuum only(String label) {
    return new Continuum(
        length,
        byRater.stream()
            .map(spans -> spans.stream().filter(s -> s.label().equals(label)).toList())
            .toList());
  }

  /** The same text, spans of one rater and one label that overlap being made one. */
  public Continuum merged() {
    List<List<LabelledSpan>> merged = new ArrayList<>();
    for (List<LabelledSpan> spans : byRater) {
      List<LabelledSpan> own = new ArrayList<>();
      for (String label : labels()) {
        merge(spans.stream().filter(span -> span.label().equals(label)).toList(), own);
      }
      merged.add(own);
    }
    return new Continuum(length, merged);
  }

  private static void merge(List<LabelledSpan> ofLabel, List<LabelledSpan> into) {
    int first = into.size();
    for (LabelledSpan span : ofLabel) {
      if (into.size() > first && into.getLast().end() > span.start()) {
        LabelledSpan last = into.removeLast();
        into.add(new LabelledSpan(last.start(), Math.max(last.end(), span.end()), span.label()));
      } else {
        into.add(span);
      }
    }
  }
}
