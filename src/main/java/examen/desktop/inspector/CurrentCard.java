package examen.desktop.inspector;

import examen.codebook.Codebook;
import examen.codebook.Tag;
import examen.codebook.TagKind;
import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.inspector.ChoiceRow.Choice;
import examen.rating.Annotation;
import examen.rating.Confidence;
import examen.rating.Enactment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
  private final Label name = new Label();
  private final Button cycle;
  private final VBox quote = new VBox();
  private final ChoiceRow<Integer> severities;
  private final ChoiceRow<Enactment> enactments;
  private final ChoiceRow<Confidence> confidences;
  private final Button takePlace;
  private final VBox links = new VBox(7);
  private final Button unsupported;
  private String colour = "";
  private @Nullable Said said;

  CurrentCard(InspectorViewModel inspector, Texts texts, Subscriptions subscriptions) {
    super(7);
    this.inspector = inspector;
    this.texts = texts;
    model = inspector.current();
    cycle = CardButtons.of("o", "", inspector::cycle);
    severities = severities();
    enactments = enactments();
    confidences = confidences();
    takePlace = button("Alt U", "inspector.current.take", () -> model.actions().removePlace());
    unsupported =
        button("⇧R", "inspector.current.unsupported", () -> model.actions().markUnsupported());
    getStyleClass().add("current-card");
    getChildren().addAll(title(), quote, severities, enactments, confidences);
    getChildren().addAll(new NoteField(model, texts, subscriptions), places(), links, linking());
    subscriptions.onChange(inspector.codebookProperty(), codebook -> show());
    subscriptions.onChange(inspector.atCaretProperty(), here -> show());
    subscriptions.onChange(model.ratingsProperty(), ratings -> show());
    subscriptions.watch(model.annotationProperty(), annotation -> show());
  }

  /** All on which it depends what the card says. */
  private record Said(
      @Nullable Annotation annotation,
      @Nullable Codebook codebook,
      int here,
      List<CurrentViewModel.End> links,
      boolean unsupported) {}

  /**
   * A step changes several of the things that are shown here; the card changes once for all. Its
   * parts stay, as new ones would have to be styled, which takes longer than all else of a step.
   */
  private void show() {
    Annotation annotation = model.annotationProperty().get();
    Said now =
        new Said(
            annotation,
            inspector.codebookProperty().get(),
            inspector.atCaretProperty().get().size(),
            model.links(),
            model.isUnsupported());
    if (!now.equals(said)) {
      Said before = said;
      said = now;
      isThere(this, annotation != null);
      if (annotation != null) {
        change(annotation, now, before);
      }
    }
  }

  private void change(Annotation annotation, Said now, @Nullable Said before) {
    Optional<Tag> tag = inspector.tag(annotation.tag());
    colour(tag.map(Tag::colour).orElse("unknown"));
    name.setText(CardFacts.inOneLine(tag.map(Tag::name).orElse(annotation.tag().value())));
    isThere(cycle, now.here() > 1);
    CardButtons.name(cycle, texts.get("inspector.current.of", Texts.number(now.here())));
    quote.getChildren().setAll(new SafeLabel("“" + quote(annotation) + "”", "card-quote"));
    boolean action = tag.map(Tag::kind).orElse(TagKind.ACTION) == TagKind.ACTION;
    isThere(severities, action || annotation.severity() != null);
    severities.show(annotation.severity());
    isThere(enactments, action || annotation.enactment() != null);
    enactments.show(annotation.enactment());
    confidences.show(annotation.confidence());
    isThere(takePlace, annotation.anchors().size() > 1);
    isThere(unsupported, action);
    mark(unsupported, "inspector.current.unsupported", now.unsupported());
    if (before == null || !before.links().equals(now.links())) {
      links
          .getChildren()
          .setAll(now.links().stream().map(end -> new LinkRow(end, inspector, texts)).toList());
      isThere(links, !now.links().isEmpty());
    }
  }

  private static void isThere(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }

  private void colour(String now) {
    if (!now.equals(colour)) {
      getStyleClass().remove("tag-" + colour);
      getStyleClass().add("tag-" + now);
      colour = now;
    }
  }

  private HBox title() {
    Region swatch = new Region();
    swatch.getStyleClass().add("swatch");
    name.getStyleClass().add("highlight-category");
    name.setMinWidth(0);
    HBox title = new HBox(8, swatch, name, cycle);
    title.setAlignment(Pos.CENTER_LEFT);
    return title;
  }

  private String quote(Annotation annotation) {
    String first =
        SafeLabel.shortened(
            annotation.anchors().getFirst().quote().replaceAll("\\s+", " ").strip(), QUOTE);
    int more = annotation.anchors().size() - 1;
    return more == 0 ? first : first + " " + texts.get("inspector.annotation.places", more);
  }

  private ChoiceRow<Integer> severities() {
    List<Choice<Integer>> choices =
        Stream.of(1, 2, 3)
            .map(
                each ->
                    new Choice<>(
                        each, "⇧" + each, texts.get("inspector.annotation.severity." + each)))
            .toList();
    return new ChoiceRow<>(
        texts.get("inspector.current.severity"),
        choices,
        severity -> model.actions().severity(severity),
        texts);
  }

  private ChoiceRow<Enactment> enactments() {
    List<Choice<Enactment>> choices = new ArrayList<>();
    for (Enactment each : Enactment.values()) {
      String key =
          switch (each) {
            case EXECUTED -> "⇧E";
            case ATTEMPTED -> "⇧T";
            case CONSIDERED -> "⇧C";
          };
      choices.add(
          new Choice<>(each, key, texts.get("inspector.annotation.enactment." + each.wire())));
    }
    return new ChoiceRow<>(
        texts.get("inspector.current.enactment"),
        choices,
        enactment -> model.actions().enactment(enactment),
        texts);
  }

  private ChoiceRow<Confidence> confidences() {
    List<Choice<Confidence>> choices = new ArrayList<>();
    for (Confidence each : Confidence.values()) {
      String key =
          switch (each) {
            case LOW -> "⇧L";
            case MEDIUM -> "⇧M";
            case HIGH -> "⇧H";
          };
      choices.add(
          new Choice<>(each, key, texts.get("inspector.current.confidence." + each.wire())));
    }
    return new ChoiceRow<>(
        texts.get("inspector.current.confidence"),
        choices,
        confidence -> model.actions().confidence(confidence),
        texts);
  }

  private Node places() {
    Button add = button("Alt A", "inspector.current.add", () -> model.actions().addPlaces());
    return CardButtons.row(4, List.of(add, takePlace));
  }

  private Node linking() {
    Button link = button("Alt R", "inspector.current.link", () -> model.actions().beginLink());
    return CardButtons.row(4, List.of(link, unsupported));
  }

  private Button button(String key, String text, Runnable action) {
    return CardButtons.of(key, texts.get(text), action);
  }

  private void mark(Button button, String key, boolean chosen) {
    String text = texts.get(key);
    if (chosen) {
      CardButtons.chosen(button, texts.get("inspector.current.chosen", text));
    } else {
      CardButtons.notChosen(button, text);
    }
  }
}
