package examen.desktop.reader;

import examen.app.JudgedHighlight;
import examen.highlight.Highlight;
import examen.rating.Annotation;
import examen.transcript.Anchor;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private final Lanes<JudgedHighlight> highlights;
  private final Lanes<JudgedHighlight> unseen;
  private final Lanes<Annotation> annotations;
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
    this.highlights = Lanes.of(inOrder, Marks::places, LANES);
    this.unseen = Lanes.of(unseen, Marks::places, LANES);
    this.annotations = Lanes.of(allAnnotations, Annotation::anchors, ANNOTATION_LANES);
  }

  private Marks(Marks before, Marked now, Set<PartPlace> highlighted, Set<PartPlace> annotated) {
    inOrder = now.highlights();
    allAnnotations = now.annotations();
    highlights = before.highlights.again(highlighted, inOrder, Marks::places);
    unseen = before.unseen.again(highlighted, now.unseen(), Marks::places);
    annotations = before.annotations.again(annotated, allAnnotations, Annotation::anchors);
  }

  /**
   * All that is marked.
   *
   * @param highlights that are drawn, in reading order
   * @param unseen highlights that are not drawn, in reading order
   */
  record Marked(
      List<JudgedHighlight> highlights,
      List<JudgedHighlight> unseen,
      List<Annotation> annotations) {
    Marked {
      highlights = List.copyOf(highlights);
      unseen = List.copyOf(unseen);
      annotations = List.copyOf(annotations);
    }
  }

  /** One part of one message. */
  record PartPlace(int message, int part) {
    static PartPlace of(Anchor anchor) {
      return new PartPlace(anchor.message(), anchor.part());
    }

    boolean isOf(Anchor anchor) {
      return anchor.message() == message && anchor.part() == part;
    }
  }

  /**
   * The marks after a change that concerns these parts alone: what is marked in all others must be
   * what it was, and is not looked at.
   */
  Marks changed(Marked now, Set<PartPlace> highlighted, Set<PartPlace> annotated) {
    return new Marks(this, now, highlighted, annotated);
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
    return highlights.in(new PartPlace(message, part), from, to);
  }

  /** Annotations that have a code unit in common with {@code [from, to)} of this part. */
  public List<Mark<Annotation>> annotations(int message, int part, int from, int to) {
    return annotations.in(new PartPlace(message, part), from, to);
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

  private static Stream<JudgedHighlight> holding(Lanes<JudgedHighlight> among, Place place) {
    PartPlace part = new PartPlace(place.message(), place.part());
    return among.in(part, place.offset(), place.offset() + 1).stream().map(Mark::what);
  }

  private static List<Anchor> places(JudgedHighlight highlight) {
    return List.of(anchor(highlight));
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
}
