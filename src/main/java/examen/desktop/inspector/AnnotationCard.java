package examen.desktop.inspector;

import examen.codebook.Tag;
import examen.desktop.fx.Icon;
import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Texts;
import examen.rating.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One annotation: tag, quote, what the rater said of it. A click shows its place. */
final class AnnotationCard extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final int QUOTE = 140;

  private final Annotation annotation;

  AnnotationCard(Annotation annotation, InspectorViewModel model, Texts texts) {
    super(5);
    this.annotation = annotation;
    Optional<Tag> tag = model.tag(annotation.tag());
    getStyleClass().addAll("annotation-card", "tag-" + tag.map(Tag::colour).orElse("unknown"));
    Region swatch = new Region();
    swatch.getStyleClass().add("swatch");
    Label name = new Label(tag.map(Tag::name).orElse(annotation.tag().value()));
    name.getStyleClass().add("annotation-name");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox title = new HBox(8, swatch, name, gap, removal(model, texts));
    title.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, new SafeLabel("“" + quote(texts) + "”", "card-quote"));
    String said = said(texts);
    if (!said.isEmpty()) {
      Label details = new Label(said);
      details.getStyleClass().add("card-small");
      getChildren().add(details);
    }
    if (!annotation.note().isBlank()) {
      getChildren().add(new SafeLabel(annotation.note().strip(), "card-note"));
    }
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            model.goTo(annotation);
          }
        });
  }

  /** Shows whether this is the annotation that keys act on. */
  void setCurrent(@Nullable Annotation current) {
    pseudoClassStateChanged(CURRENT, annotation.equals(current));
  }

  private Button removal(InspectorViewModel model, Texts texts) {
    Button button = new Button();
    button.setGraphic(Icon.CLOSE.node(11));
    button.getStyleClass().setAll("quiet-button");
    button.setFocusTraversable(false);
    button.setTooltip(new Tooltip(texts.get("inspector.annotation.remove")));
    button.setAccessibleText(texts.get("inspector.annotation.remove"));
    button.setOnAction(event -> model.remove(annotation));
    button.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
    return button;
  }

  private String quote(Texts texts) {
    String first =
        SafeLabel.shortened(
            annotation.anchors().getFirst().quote().replaceAll("\\s+", " ").strip(), QUOTE);
    int more = annotation.anchors().size() - 1;
    return more == 0 ? first : first + " " + texts.get("inspector.annotation.places", more);
  }

  private String said(Texts texts) {
    List<String> said = new ArrayList<>();
    if (annotation.severity() != null) {
      said.add(texts.get("inspector.annotation.severity." + annotation.severity()));
    }
    if (annotation.enactment() != null) {
      said.add(texts.get("inspector.annotation.enactment." + annotation.enactment().wire()));
    }
    if (annotation.confidence() != null) {
      said.add(texts.get("inspector.annotation.confidence." + annotation.confidence().wire()));
    }
    return String.join(" · ", said);
  }
}
