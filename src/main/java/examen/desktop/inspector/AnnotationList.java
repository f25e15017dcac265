package examen.desktop.inspector;

import examen.desktop.fx.Texts;
import examen.rating.Annotation;
import java.util.List;
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
  private int first;

  AnnotationList(InspectorViewModel model, Texts texts) {
    super(2);
    this.model = model;
    this.texts = texts;
  }

  /** Shows what there is now. */
  void show() {
    List<Annotation> all = model.annotations();
    first = Math.clamp(first, 0, Math.max(0, all.size() - MOST));
    getChildren().clear();
    if (all.isEmpty()) {
      boolean submitted = model.questions().isSubmitted();
      Label none =
          new Label(
              texts.get(
                  submitted
                      ? "inspector.annotations.none-submitted"
                      : "inspector.annotations.none"));
      none.getStyleClass().add("quiet");
      none.setWrapText(true);
      getChildren().add(none);
    }
    int end = Math.min(all.size(), first + MOST);
    more("inspector.annotations.before", first, first - MOST);
    all.subList(first, end)
        .forEach(each -> getChildren().add(new AnnotationCard(each, model, texts)));
    more("inspector.annotations.after", all.size() - end, end);
    mark();
  }

  /** Shows which one keys act on, and brings it among those that are shown. */
  void showCurrent() {
    Annotation current = model.current().annotationProperty().get();
    int index = current == null ? -1 : model.annotations().indexOf(current);
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

  private void more(String text, int count, int from) {
    if (count > 0) {
      Button more = new Button(texts.get(text, Texts.number(count)));
      more.getStyleClass().setAll("button", "quiet-button", "more-button");
      more.setFocusTraversable(false);
      more.setOnAction(
          event -> {
            first = from;
            show();
          });
      getChildren().add(more);
    }
  }
}
