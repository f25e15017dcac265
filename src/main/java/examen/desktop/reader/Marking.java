package examen.desktop.reader;

import examen.app.JudgedHighlight;
import examen.desktop.reader.Marks.Marked;
import examen.desktop.reader.Marks.PartPlace;
import examen.highlight.Category;
import examen.highlight.Highlight;
import examen.rating.Annotation;
import examen.rating.HighlightDecision;
import examen.transcript.Anchor;
import examen.transcript.Part;
import examen.transcript.Role;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is marked in the transcript that is shown, and which layers of highlights are. Layers stay
 * as they are when another transcript is shown.
 */
public final class Marking {
  /** Where more than these change at once, to begin anew is as fast. */
  private static final int FEW = 64;

  private final ReadOnlyObjectWrapper<Marks> marks = new ReadOnlyObjectWrapper<>(Marks.NONE);
  private final ReadOnlyObjectWrapper<Set<Layer>> hidden =
      new ReadOnlyObjectWrapper<>(Set.of(new Layer.Rejected()));
  private final ReadOnlyObjectWrapper<Map<Layer, Integer>> layers =
      new ReadOnlyObjectWrapper<>(Map.of());

  private final ReadOnlyObjectWrapper<Finds> finds = new ReadOnlyObjectWrapper<>(Finds.NONE);

  private @Nullable Transcript transcript;
  private List<Highlight> highlights = List.of();
  private List<HighlightDecision> decisions = List.of();
  private List<Annotation> annotations = List.of();
  private Judgements judgements = judge();

  /** What is drawn and found. */
  public ReadOnlyObjectProperty<Marks> marksProperty() {
    return marks.getReadOnlyProperty();
  }

  /** The layers that are not shown; at first only the rejected. */
  public ReadOnlyObjectProperty<Set<Layer>> hiddenProperty() {
    return hidden.getReadOnlyProperty();
  }

  /** The layers in which this transcript has highlights, and how many. */
  public ReadOnlyObjectProperty<Map<Layer, Integer>> layersProperty() {
    return layers.getReadOnlyProperty();
  }

  /** All highlights of the transcript, shown or not, with what the rater made of them. */
  public List<JudgedHighlight> judged() {
    return judgements.all();
  }

  /** Where what is looked for stands. */
  public ReadOnlyObjectProperty<Finds> findsProperty() {
    return finds.getReadOnlyProperty();
  }

  void setFinds(Finds found) {
    finds.set(found);
  }

  public void setHighlights(List<Highlight> shown) {
    highlights = List.copyOf(shown);
    refresh();
  }

  public void setDecisions(List<HighlightDecision> shown) {
    decisions = List.copyOf(shown);
    refresh();
  }

  public void setAnnotations(List<Annotation> shown) {
    annotations = List.copyOf(shown);
    refresh();
  }

  /** Both at once, as they change together; where little changes, little is done. */
  public void setRatings(List<HighlightDecision> decided, List<Annotation> annotated) {
    Difference<HighlightDecision> decisionsChanged = Difference.between(decisions, decided);
    Difference<Annotation> annotationsChanged = Difference.between(annotations, annotated);
    decisions = List.copyOf(decided);
    annotations = List.copyOf(annotated);
    if (decisionsChanged.size() + annotationsChanged.size() > FEW) {
      refresh();
    } else {
      change(decisionsChanged, annotationsChanged);
    }
  }

  /** Shows this layer if it is hidden, or hides it. */
  public void toggle(Layer layer) {
    Set<Layer> then = new HashSet<>(hidden.get());
    if (!then.remove(layer)) {
      then.add(layer);
    }
    hidden.set(Set.copyOf(then));
    mark();
  }

  /** Shows all layers but the rejected. */
  public void showAll() {
    hidden.set(Set.of(new Layer.Rejected()));
    mark();
  }

  /** Starts anew on this transcript, without marks. */
  void begin(@Nullable Transcript shown) {
    transcript = shown;
    finds.set(Finds.NONE);
    highlights = List.of();
    decisions = List.of();
    annotations = List.of();
    refresh();
  }

  /** Marks what is marked once more, as tags may look otherwise now. */
  void showAgain() {
    mark();
  }

  private void refresh() {
    judgements = judge();
    mark();
  }

  private Judgements judge() {
    return new Judgements(highlights, decisions, annotations, this::ground);
  }

  private void change(Difference<HighlightDecision> decided, Difference<Annotation> annotated) {
    Set<PartPlace> touched = new HashSet<>();
    annotated.both(each -> each.anchors().forEach(a -> touched.add(PartPlace.of(a))));
    Marks before = marks.get();
    Marked sameHighlights = new Marked(before.highlights(), List.of(), annotations);
    Marks annotatedAnew = before.changed(sameHighlights, Set.of(), touched);
    Set<PartPlace> judged = judgements.change(decided, annotated, a -> around(annotatedAnew, a));
    showCounts();
    marks.set(judged.isEmpty() ? annotatedAnew : annotatedAnew.changed(marked(), judged, Set.of()));
  }

  private static List<Annotation> around(Marks marks, Anchor place) {
    Span span = place.span();
    return marks.annotations(place.message(), place.part(), span.start(), span.end()).stream()
        .map(Marks.Mark::what)
        .toList();
  }

  private void mark() {
    showCounts();
    Marked now = marked();
    marks.set(new Marks(now.highlights(), now.unseen(), now.annotations()));
  }

  private Marked marked() {
    Set<Layer> off = hidden.get();
    return new Marked(
        judgements.inReadingOrder(its -> isShown(its, off)),
        judgements.inReadingOrder(its -> isUnseen(its, off)),
        annotations);
  }

  private static boolean isShown(List<Layer> its, Set<Layer> off) {
    for (Layer layer : its) {
      if (off.contains(layer)) {
        return false;
      }
    }
    return true;
  }

  /** What is hidden for being rejected alone is still found where the caret stands. */
  private static boolean isUnseen(List<Layer> its, Set<Layer> off) {
    boolean hidden = false;
    for (Layer layer : its) {
      if (off.contains(layer)) {
        hidden = true;
        if (!(layer instanceof Layer.Rejected)) {
          return false;
        }
      }
    }
    return hidden;
  }

  private void showCounts() {
    Map<Layer, Integer> found = counted();
    if (!found.equals(layers.get())) {
      layers.set(found);
    }
  }

  /** In one order, whatever comes first in the transcript. */
  private Map<Layer, Integer> counted() {
    Map<Layer, Integer> counts = judgements.counts();
    List<Layer> order = new ArrayList<>();
    for (Category category : Category.values()) {
      order.add(new Layer.Of(category));
    }
    counts.keySet().stream()
        .filter(Layer.From.class::isInstance)
        .map(Layer.From.class::cast)
        .sorted(Comparator.comparing(from -> from.run().id()))
        .forEach(order::add);
    for (Layer.Ground ground : Layer.Ground.values()) {
      order.add(new Layer.In(ground));
    }
    order.add(new Layer.Suggested());
    order.add(new Layer.Rejected());
    Map<Layer, Integer> found = new LinkedHashMap<>();
    for (Layer layer : order) {
      Integer count = counts.get(layer);
      if (count != null) {
        found.put(layer, count);
      }
    }
    return found;
  }

  private Layer.Ground ground(Anchor place) {
    Part part =
        transcript == null ? null : transcript.part(place.message(), place.part()).orElse(null);
    if (transcript != null && transcript.messages().get(place.message()).role() != Role.ASSISTANT) {
      return Layer.Ground.OTHER;
    }
    return switch (part) {
      case Part.Reasoning reasoning -> Layer.Ground.REASONING;
      case Part.ToolCall call -> Layer.Ground.TOOL_CALL;
      case Part.Text text -> Layer.Ground.ANSWER;
      case Part.ToolResult result -> Layer.Ground.OTHER;
      case Part.Media media -> Layer.Ground.ANSWER;
      case Part.Unknown unknown -> Layer.Ground.ANSWER;
      case null -> Layer.Ground.ANSWER;
    };
  }
}
