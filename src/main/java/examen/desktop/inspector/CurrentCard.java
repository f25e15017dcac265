package examen.desktop.inspector;

import examen.codebook.Tag;
import examen.codebook.TagKind;
import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.rating.Annotation;
import examen.rating.Confidence;
import examen.rating.Enactment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The annotation that keys act on: what is said of it, and the keys by which that is said. */
final class CurrentCard extends VBox {
  private static final int QUOTE = 160;

  private final InspectorViewModel inspector;
  private final CurrentViewModel model;
  private final Texts texts;
  private final VBox facts = new VBox(7);
  private final VBox after = new VBox(7);

  CurrentCard(InspectorViewModel inspector, Texts texts, Subscriptions subscriptions) {
    super(7);
    this.inspector = inspector;
    this.texts = texts;
    model = inspector.current();
    getStyleClass().add("current-card");
    getChildren().addAll(facts, new NoteField(model, texts, subscriptions), after);
    subscriptions.onChange(inspector.codebookProperty(), codebook -> show());
    subscriptions.onChange(inspector.atCaretProperty(), here -> show());
    subscriptions.onChange(model.ratingsProperty(), ratings -> show());
    subscriptions.watch(model.annotationProperty(), annotation -> show());
  }

  private void show() {
    Annotation annotation = model.annotationProperty().get();
    setVisible(annotation != null);
    setManaged(annotation != null);
    facts.getChildren().clear();
    after.getChildren().clear();
    if (annotation == null) {
      return;
    }
    Optional<Tag> tag = inspector.tag(annotation.tag());
    getStyleClass().removeIf(style -> style.startsWith("tag-"));
    getStyleClass().add("tag-" + tag.map(Tag::colour).orElse("unknown"));
    boolean action = tag.map(Tag::kind).orElse(TagKind.ACTION) == TagKind.ACTION;
    facts.getChildren().add(title(annotation, tag.orElse(null)));
    facts.getChildren().add(new SafeLabel("“" + quote(annotation) + "”", "card-quote"));
    if (action || annotation.severity() != null) {
      facts.getChildren().add(severities(annotation));
    }
    if (action || annotation.enactment() != null) {
      facts.getChildren().add(enactments(annotation));
    }
    facts.getChildren().add(confidences(annotation));
    after.getChildren().add(places(annotation));
    model.links().forEach(end -> after.getChildren().add(new LinkRow(end, inspector, texts)));
    after.getChildren().add(linking(action));
  }

  private HBox title(Annotation annotation, @Nullable Tag tag) {
    Region swatch = new Region();
    swatch.getStyleClass().add("swatch");
    Label name =
        new Label(CardFacts.inOneLine(tag == null ? annotation.tag().value() : tag.name()));
    name.getStyleClass().add("highlight-category");
    name.setMinWidth(0);
    HBox title = new HBox(8, swatch, name);
    title.setAlignment(Pos.CENTER_LEFT);
    int here = inspector.atCaretProperty().get().size();
    if (here > 1) {
      title
          .getChildren()
          .add(
              CardButtons.of(
                  "o", texts.get("inspector.current.of", Texts.number(here)), inspector::cycle));
    }
    return title;
  }

  private String quote(Annotation annotation) {
    String first =
        SafeLabel.shortened(
            annotation.anchors().getFirst().quote().replaceAll("\\s+", " ").strip(), QUOTE);
    int more = annotation.anchors().size() - 1;
    return more == 0 ? first : first + " " + texts.get("inspector.annotation.places", more);
  }

  private Node severities(Annotation annotation) {
    List<Button> buttons = new ArrayList<>();
    for (int severity = 1; severity <= 3; severity++) {
      int each = severity;
      String text = texts.get("inspector.annotation.severity." + each);
      Button button = CardButtons.of("⇧" + each, text, () -> model.actions().severity(each));
      buttons.add(marked(button, text, Integer.valueOf(each).equals(annotation.severity())));
    }
    return row("inspector.current.severity", buttons);
  }

  private Node enactments(Annotation annotation) {
    List<Button> buttons = new ArrayList<>();
    for (Enactment each : Enactment.values()) {
      String key =
          switch (each) {
            case EXECUTED -> "⇧E";
            case ATTEMPTED -> "⇧T";
            case CONSIDERED -> "⇧C";
          };
      String text = texts.get("inspector.annotation.enactment." + each.wire());
      Button button = CardButtons.of(key, text, () -> model.actions().enactment(each));
      buttons.add(marked(button, text, each == annotation.enactment()));
    }
    return row("inspector.current.enactment", buttons);
  }

  private Node confidences(Annotation annotation) {
    List<Button> buttons = new ArrayList<>();
    for (Confidence each : Confidence.values()) {
      String key =
          switch (each) {
            case LOW -> "⇧L";
            case MEDIUM -> "⇧M";
            case HIGH -> "⇧H";
          };
      String text = texts.get("inspector.current.confidence." + each.wire());
      Button button = CardButtons.of(key, text, () -> model.actions().confidence(each));
      buttons.add(marked(button, text, each == annotation.confidence()));
    }
    return row("inspector.current.confidence", buttons);
  }

  private Button marked(Button button, String text, boolean chosen) {
    return chosen
        ? CardButtons.chosen(button, texts.get("inspector.current.chosen", text))
        : button;
  }

  private Node places(Annotation annotation) {
    List<Button> buttons = new ArrayList<>();
    buttons.add(
        CardButtons.of(
            "Alt A", texts.get("inspector.current.add"), () -> model.actions().addPlaces()));
    if (annotation.anchors().size() > 1) {
      buttons.add(
          CardButtons.of(
              "Alt U", texts.get("inspector.current.take"), () -> model.actions().removePlace()));
    }
    return CardButtons.row(4, buttons);
  }

  private Node linking(boolean action) {
    List<Button> buttons = new ArrayList<>();
    buttons.add(
        CardButtons.of(
            "Alt R", texts.get("inspector.current.link"), () -> model.actions().beginLink()));
    if (action) {
      String text = texts.get("inspector.current.unsupported");
      Button mark = CardButtons.of("⇧R", text, () -> model.actions().markUnsupported());
      buttons.add(marked(mark, text, model.isUnsupported()));
    }
    return CardButtons.row(4, buttons);
  }

  private Node row(String title, List<Button> buttons) {
    Label name = new Label(texts.get(title));
    name.getStyleClass().add("card-small");
    return new VBox(2, name, CardButtons.row(3, buttons));
  }
}
