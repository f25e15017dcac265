package examen.desktop.reader;

import examen.app.JudgedHighlight;
import examen.app.Standing;
import examen.highlight.Category;
import examen.highlight.Highlight;
import examen.rating.Annotation;
import examen.rating.HighlightDecision;
import examen.transcript.Anchor;
import examen.transcript.Part;
import examen.transcript.Role;
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
  private List<JudgedHighlight> judged = List.of();

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
    return judged;
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

  /** Both at once, as they change together. */
  public void setRatings(List<HighlightDecision> decided, List<Annotation> annotated) {
    decisions = List.copyOf(decided);
    annotations = List.copyOf(annotated);
    refresh();
  }

  /** Shows this layer if it is hidden, or hides it. */
  public void toggle(Layer layer) {
    Set<Layer> then = new HashSet<>(hidden.get());
    if (!then.remove(layer)) {
      then.add(layer);
    }
    hidden.set(Set.copyOf(then));
    refresh();
  }

  /** Shows all layers but the rejected. */
  public void showAll() {
    hidden.set(Set.of(new Layer.Rejected()));
    refresh();
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
    refresh();
  }

  private void refresh() {
    judged = JudgedHighlight.of(highlights, decisions, annotations);
    Set<Layer> off = hidden.get();
    List<JudgedHighlight> shown = new ArrayList<>();
    List<JudgedHighlight> unseen = new ArrayList<>();
    for (JudgedHighlight highlight : judged) {
      List<Layer> its = layers(highlight);
      if (its.stream().noneMatch(off::contains)) {
        shown.add(highlight);
      } else if (its.stream().filter(off::contains).allMatch(Layer.Rejected.class::isInstance)) {
        unseen.add(highlight);
      }
    }
    Map<Layer, Integer> found = counted();
    if (!found.equals(layers.get())) {
      layers.set(found);
    }
    marks.set(new Marks(shown, unseen, annotations));
  }

  /** In one order, whatever comes first in the transcript. */
  private Map<Layer, Integer> counted() {
    Map<Layer, Integer> counts = new LinkedHashMap<>();
    for (Category category : Category.values()) {
      counts.put(new Layer.Of(category), 0);
    }
    judged.stream()
        .map(Layer::of)
        .filter(Layer.From.class::isInstance)
        .map(Layer.From.class::cast)
        .sorted(Comparator.comparing(from -> from.run().id()))
        .forEach(from -> counts.put(from, 0));
    for (Layer.Ground ground : Layer.Ground.values()) {
      counts.put(new Layer.In(ground), 0);
    }
    counts.put(new Layer.Suggested(), 0);
    counts.put(new Layer.Rejected(), 0);
    for (JudgedHighlight highlight : judged) {
      layers(highlight).forEach(layer -> counts.merge(layer, 1, Integer::sum));
    }
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private List<Layer> layers(JudgedHighlight highlight) {
    List<Layer> its = new ArrayList<>();
    its.add(Layer.of(highlight));
    its.add(new Layer.In(ground(highlight.highlight().anchor())));
    if (highlight.highlight().isSuggestion()) {
      its.add(new Layer.Suggested());
    }
    if (highlight.standing() == Standing.REJECTED) {
      its.add(new Layer.Rejected());
    }
    return its;
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
