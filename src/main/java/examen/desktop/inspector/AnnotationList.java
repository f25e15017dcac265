package examen.desktop.inspector;

import examen.codebook.Tag;
import examen.desktop.fx.Texts;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The annotations of the transcript, in reading order; of many only those around the one that keys
 * act on, with a way to the others.
 */
final class AnnotationList extends VBox {
  private static final int MOST = 30;

  private final InspectorViewModel model;
  private final Texts texts;
  private Map<AnnotationId, Card> cards = new HashMap<>();
  private int first;

  AnnotationList(InspectorViewModel model, Texts texts) {
    super(2);
    this.model = model;
    this.texts = texts;
  }

  /** Shows what there is now; the cards of those that are as they were stay. */
  void show() {
    List<Annotation> all = model.annotations();
    first = Math.clamp(first, 0, Math.max(0, all.size() - MOST));
    int end = Math.min(all.size(), first + MOST);
    List<Node> wanted = new ArrayList<>();
    if (all.isEmpty()) {
      wanted.add(none());
    }
    more(wanted, "inspector.annotations.before", first, first - MOST);
    Map<AnnotationId, Card> known = cards;
    cards = new HashMap<>();
    for (Annotation each : all.subList(first, end)) {
      Card card = card(each, known.get(each.id()));
      cards.put(each.id(), card);
      wanted.add(card.node());
    }
    more(wanted, "inspector.annotations.after", all.size() - end, end);
    Children.become(getChildren(), wanted);
    mark();
  }

  /**
   * A card on the screen.
   *
   * @param tag as it was when the card was made
   */
  private record Card(Annotation annotation, @Nullable Tag tag, AnnotationCard node) {}

  /** The card that there is, if it still says what holds; else a new one. */
  private Card card(Annotation annotation, @Nullable Card known) {
    Tag tag = model.tag(annotation.tag()).orElse(null);
    boolean holds =
        known != null && known.annotation().equals(annotation) && Objects.equals(known.tag(), tag);
    return holds
        ? Objects.requireNonNull(known)
        : new Card(annotation, tag, new AnnotationCard(annotation, model, texts));
  }

  private Label none() {
    boolean submitted = model.questions().isSubmitted();
    Label none =
        new Label(
            texts.get(
                submitted ? "inspector.annotations.none-submitted" : "inspector.annotations.none"));
    none.getStyleClass().add("quiet");
    none.setWrapText(true);
    return none;
  }

  /** Shows which one keys act on, and brings it among those that are shown. */
  void showCurrent() {
    Annotation current = model.current().annotationProperty().get();
    boolean shown = current == null || cards.containsKey(current.id());
    int index = shown ? -1 : model.annotations().indexOf(current);
    if (index >= 0 && (index < first || index >= first + MOST)) {
      first = index - MOST / 2;
      show();
    } else {
      mark();
    }
  }

  private void mark() {
    @Nullable Annotation current = model.current().annotationProperty().get();
    for (Node node : getChildren()) {
      if (node instanceof AnnotationCard card) {
        card.setCurrent(current);
      }
    }
  }

  private void more(List<Node> wanted, String text, int count, int from) {
    if (count > 0) {
      Button more = new Button(texts.get(text, Texts.number(count)));
      more.getStyleClass().setAll("button", "quiet-button", "more-button");
      more.setFocusTraversable(false);
      more.setOnAction(
          event -> {
            first = from;
            show();
          });
      wanted.add(more);
    }
  }
}
