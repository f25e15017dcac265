package examen.desktop.reader;

import examen.app.JudgedHighlight;
import examen.highlight.Highlight;
import examen.rating.Annotation;
import examen.transcript.Anchor;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The highlights and annotations of a transcript by place, found fast however many there are. */
public final class Marks {
  /** No marks. */
  public static final Marks NONE = new Marks(List.of(), List.of(), List.of());

  /** As many marks as can be told apart where they overlap; more are drawn on the last lane. */
  static final int LANES = 3;

  /** The same of annotations, which are drawn over the height of a line. */
  static final int ANNOTATION_LANES = 5;

  private final Map<Long, Lane<JudgedHighlight>> highlights = new HashMap<>();
  private final Map<Long, Lane<JudgedHighlight>> unseen = new HashMap<>();
  private final Map<Long, Lane<Annotation>> annotations = new HashMap<>();
  private final List<JudgedHighlight> inOrder;
  private final List<Annotation> allAnnotations;

  /**
   * @param highlights that are drawn
   * @param unseen highlights that are not drawn, but found where the caret stands in no other
   */
  public Marks(
      List<JudgedHighlight> highlights,
      List<JudgedHighlight> unseen,
      List<Annotation> annotations) {
    inOrder = highlights.stream().sorted(Comparator.comparing(Marks::anchor)).toList();
    allAnnotations = List.copyOf(annotations);
    inOrder.forEach(highlight -> put(this.highlights, anchor(highlight), highlight));
    unseen.forEach(highlight -> put(this.unseen, anchor(highlight), highlight));
    for (Annotation annotation : annotations) {
      for (Anchor anchor : annotation.anchors()) {
        put(this.annotations, anchor, annotation);
      }
    }
    this.highlights.values().forEach(lane -> lane.close(LANES));
    this.unseen.values().forEach(lane -> lane.close(LANES));
    this.annotations.values().forEach(lane -> lane.close(ANNOTATION_LANES));
  }

  /**
   * One thing drawn at one place.
   *
   * @param lane 0 nearest to the text; things that overlap are on different lanes as far as there
   *     are any
   */
  public record Mark<T>(Span span, T what, int lane) {}

  /** All annotations. */
  public List<Annotation> annotations() {
    return allAnnotations;
  }

  /** All highlights in reading order. */
  public List<JudgedHighlight> highlights() {
    return inOrder;
  }

  /** Highlights that have a code unit in common with {@code [from, to)} of this part. */
  public List<Mark<JudgedHighlight>> highlights(int message, int part, int from, int to) {
    Lane<JudgedHighlight> there = highlights.get(key(message, part));
    return there == null ? List.of() : there.in(from, to);
  }

  /** Annotations that have a code unit in common with {@code [from, to)} of this part. */
  public List<Mark<Annotation>> annotations(int message, int part, int from, int to) {
    Lane<Annotation> there = annotations.get(key(message, part));
    return there == null ? List.of() : there.in(from, to);
  }

  /** Whether an annotation marks this very span. */
  public boolean isAnnotated(Anchor place) {
    Span span = place.span();
    return annotations(place.message(), place.part(), span.start(), span.end()).stream()
        .anyMatch(mark -> mark.span().equals(span));
  }

  /**
   * The highlight at this place that was chosen, or else the innermost: of those that hold the
   * place, the one that begins last.
   *
   * @param chosen null where none was
   */
  public Optional<JudgedHighlight> highlightAt(Place place, @Nullable Highlight chosen) {
    return Stream.concat(holding(highlights, place), holding(unseen, place))
        .filter(h -> h.highlight().equals(chosen))
        .findFirst()
        .or(() -> holding(highlights, place).reduce((first, second) -> second))
        .or(() -> holding(unseen, place).reduce((first, second) -> second));
  }

  /** The annotations that hold this place, outermost first. */
  public List<Annotation> annotationsAt(Place place) {
    return annotations(place.message(), place.part(), place.offset(), place.offset() + 1).stream()
        .map(Mark::what)
        .toList();
  }

  /**
   * The first undecided highlight after this place: that begins after it, or there but comes after
   * the one that is looked at.
   *
   * @param at the highlight that is looked at; null where there is none
   */
  public Optional<JudgedHighlight> undecidedAfter(Place place, @Nullable JudgedHighlight at) {
    return first(beyond(inOrder, place, at, 1), JudgedHighlight::isUndecided);
  }

  /** The last undecided highlight before this place, and before the one that is looked at. */
  public Optional<JudgedHighlight> undecidedBefore(Place place, @Nullable JudgedHighlight at) {
    return first(beyond(inOrder.reversed(), place, at, -1), JudgedHighlight::isUndecided);
  }

  /**
   * The annotation that begins next after this place, or before it; of several that begin there,
   * the one that comes after the one that is looked at.
   *
   * @param at the annotation that is looked at; null where there is none
   * @param direction 1 for after, -1 for before
   */
  public Optional<Annotation> annotationFrom(Place place, @Nullable Annotation at, int direction) {
    Place from = at == null ? place : Place.startOf(at.anchors().getFirst());
    boolean passed = false;
    for (Annotation each : direction > 0 ? allAnnotations : allAnnotations.reversed()) {
      int where = direction * Place.startOf(each.anchors().getFirst()).compareTo(from);
      if (where > 0 || (where == 0 && passed)) {
        return Optional.of(each);
      }
      passed |= at != null && each.id().equals(at.id());
    }
    return Optional.empty();
  }

  /** Several may begin at one place, and each must be come to. */
  private static List<JudgedHighlight> beyond(
      List<JudgedHighlight> all, Place place, @Nullable JudgedHighlight at, int direction) {
    List<JudgedHighlight> beyond = new ArrayList<>();
    boolean passed = false;
    for (JudgedHighlight each : all) {
      int where = direction * startOf(each).compareTo(place);
      if (where > 0 || (where == 0 && passed)) {
        beyond.add(each);
      }
      passed |= at != null && each.highlight().equals(at.highlight());
    }
    return beyond;
  }

  private static Stream<JudgedHighlight> holding(
      Map<Long, Lane<JudgedHighlight>> map, Place place) {
    Lane<JudgedHighlight> there = map.get(key(place.message(), place.part()));
    return there == null
        ? Stream.empty()
        : there.in(place.offset(), place.offset() + 1).stream().map(Mark::what);
  }

  private static Anchor anchor(JudgedHighlight highlight) {
    return highlight.highlight().anchor();
  }

  private static Place startOf(JudgedHighlight highlight) {
    return Place.startOf(anchor(highlight));
  }

  private static <T> Optional<T> first(List<T> list, Predicate<T> condition) {
    return list.stream().filter(condition).findFirst();
  }

  private static <T> void put(Map<Long, Lane<T>> map, Anchor anchor, T what) {
    map.computeIfAbsent(key(anchor.message(), anchor.part()), k -> new Lane<>())
        .marks
        .add(new Mark<>(anchor.span(), what, 0));
  }

  private static long key(int message, int part) {
    return ((long) message << 32) | part;
  }

  /**
   * The marks of one part, sorted by start, with the furthest end so far, so that a query can stop
   * early.
   */
  private static final class Lane<T> {
    private final List<Mark<T>> marks = new ArrayList<>();
    private int[] furthest = new int[0];

    void close(int lanes) {
      marks.sort(Comparator.comparing(Mark<T>::span));
      furthest = new int[marks.size()];
      int[] ends = new int[lanes];
      int end = 0;
      for (int i = 0; i < marks.size(); i++) {
        Mark<T> mark = marks.get(i);
        int lane = freeLane(ends, mark.span().start());
        ends[lane] = Math.max(ends[lane], mark.span().end());
        marks.set(i, new Mark<>(mark.span(), mark.what(), lane));
        end = Math.max(end, mark.span().end());
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
