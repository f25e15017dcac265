package examen.desktop.inspector;

import examen.codebook.Tag;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.rating.Annotation;
import examen.rating.Link;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A link in the making: between which annotations, of which type, and by which keys. */
final class DraftCard extends VBox {
  private final InspectorViewModel model;
  private final Texts texts;

  DraftCard(InspectorViewModel model, Texts texts, Subscriptions subscriptions) {
    super(7);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("draft-card");
    subscriptions.watch(model.current().draftProperty(), this::show);
  }

  private void show(@Nullable LinkDraft draft) {
    setVisible(draft != null);
    setManaged(draft != null);
    getChildren().clear();
    if (draft == null) {
      return;
    }
    Label title = new Label(texts.get("inspector.draft"));
    title.getStyleClass().add("highlight-category");
    Annotation other = draft.other();
    String end = other == null ? texts.get("inspector.draft.open") : name(other);
    getChildren()
        .addAll(
            title,
            line("inspector.draft.start", name(draft.start())),
            line("inspector.draft.other", end),
            types(draft));
    getChildren()
        .add(
            CardButtons.row(
                4,
                List.of(
                    CardButtons.of(
                        "Enter",
                        texts.get("inspector.draft.put"),
                        () -> model.current().actions().putLink()),
                    CardButtons.of(
                        "Esc",
                        texts.get("inspector.draft.end"),
                        () -> model.current().actions().endLink()))));
  }

  private FlowPane types(LinkDraft draft) {
    List<Button> types = new ArrayList<>();
    for (Link.Type type : Link.Type.values()) {
      String text = texts.get("inspector.link." + type.wire());
      Button button =
          CardButtons.of(
              String.valueOf(types.size() + 1),
              text,
              () -> model.current().actions().chooseType(type));
      types.add(
          type == draft.type()
              ? CardButtons.chosen(button, texts.get("inspector.current.chosen", text))
              : button);
    }
    return CardButtons.row(3, types);
  }

  private Label line(String key, String name) {
    Label line = new Label(texts.get(key, name));
    line.getStyleClass().add("card-small");
    line.setMinWidth(0);
    return line;
  }

  private String name(Annotation annotation) {
    return CardFacts.inOneLine(
        model.tag(annotation.tag()).map(Tag::name).orElse(annotation.tag().value()));
  }
}
