package examen.desktop.reader;

import examen.desktop.reader.Marks.Mark;
import examen.desktop.reader.Marks.PartPlace;
import examen.transcript.Anchor;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Marks of one kind by part. Those of one part share lanes, so that a change in a part concerns no
 * other; parts in which nothing changed are taken over as they are.
 */
final class Lanes<T> {
  private final Map<PartPlace, Lane<T>> byPart;
  private final int count;

  private Lanes(Map<PartPlace, Lane<T>> byPart, int count) {
    this.byPart = byPart;
    this.count = count;
  }

  /**
   * @param all in an order that decides between marks of one span
   * @param places where each is marked
   * @param count how many lanes there are in a part
   */
  static <T> Lanes<T> of(List<T> all, Function<T, List<Anchor>> places, int count) {
    Lanes<T> none = new Lanes<>(Map.of(), count);
    Set<PartPlace> parts = new HashSet<>();
    all.forEach(each -> places.apply(each).forEach(anchor -> parts.add(PartPlace.of(anchor))));
    return none.again(parts, all, places);
  }

  /** The same with these parts made anew from all that there is now. */
  Lanes<T> again(Set<PartPlace> parts, List<T> all, Function<T, List<Anchor>> places) {
    if (parts.isEmpty()) {
      return this;
    }
    Map<PartPlace, List<Mark<T>>> found = new HashMap<>();
    parts.forEach(part -> found.put(part, new ArrayList<>()));
    PartPlace last = parts.iterator().next();
    @Nullable List<Mark<T>> there = found.get(last);
    for (T each : all) {
      for (Anchor anchor : places.apply(each)) {
        if (!last.isOf(anchor)) {
          last = PartPlace.of(anchor);
          there = found.get(last);
        }
        if (there != null) {
          there.add(new Mark<>(anchor.span(), each, 0));
        }
      }
    }
    Map<PartPlace, Lane<T>> now = new HashMap<>(byPart);
    found.forEach((part, marks) -> put(now, part, marks));
    return new Lanes<>(now, count);
  }

  private void put(Map<PartPlace, Lane<T>> now, PartPlace part, List<Mark<T>> marks) {
    if (marks.isEmpty()) {
      now.remove(part);
    } else {
      now.put(part, new Lane<>(marks, count));
    }
  }

  /** Those that have a code unit in common with {@code [from, to)} of this part, by start. */
  List<Mark<T>> in(PartPlace part, int from, int to) {
    Lane<T> there = byPart.get(part);
    return there == null ? List.of() : there.in(from, to);
  }

  /**
   * The marks of one part, sorted by start, with the furthest end so far, so that a query can stop
   * early.
   */
  private static final class Lane<T> {
    private final List<Mark<T>> marks;
    private final int[] furthest;

    Lane(List<Mark<T>> unsorted, int lanes) {
      marks = unsorted;
      marks.sort(Comparator.comparing(Mark<T>::span));
      furthest = new int[marks.size()];
      int[] ends = new int[lanes];
      int end = 0;
      for (int i = 0; i < marks.size(); i++) {
        Mark<T> mark = marks.get(i);
        Span span = mark.span();
        int lane = freeLane(ends, span.start());
        ends[lane] = Math.max(ends[lane], span.end());
        marks.set(i, new Mark<>(span, mark.what(), lane));
        end = Math.max(end, span.end());
        furthest[i] = end;
      }
    }

    List<Mark<T>> in(int from, int to) {
      List<Mark<T>> found = new ArrayList<>();
      for (int i = firstThatReaches(from);
          i < marks.size() && marks.get(i).span().start() < to;
          i++) {
        if (marks.get(i).span().end() > from) {
          found.add(marks.get(i));
        }
      }
      return found;
    }

    private int firstThatReaches(int from) {
      int low = 0;
      int high = marks.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (furthest[middle] > from) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    private static int freeLane(int[] ends, int start) {
      for (int lane = 0; lane < ends.length; lane++) {
        if (ends[lane] <= start) {
          return lane;
        }
      }
      return ends.length - 1;
    }
  }
}
