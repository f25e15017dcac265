package examen.desktop.inspector;

import examen.app.Choices;
import examen.app.JudgedHighlight;
import examen.app.Judging;
import examen.codebook.Codebook;
import examen.codebook.Tag;
import examen.codebook.TagKind;
import examen.desktop.fx.KeyCap;
import examen.desktop.fx.SafeFlow;
import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Texts;
import examen.desktop.fx.Underline;
import examen.highlight.Category;
import examen.highlight.FoundBy;
import examen.highlight.Highlight;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Why something is highlighted, what the rater decided on it, and by which keys. */
final class HighlightCard extends VBox {
  private final Texts texts;
  private final InspectorViewModel model;
  private final HighlightActions actions;

  HighlightCard(JudgedHighlight judged, InspectorViewModel model, Texts texts) {
    super(8);
    this.texts = texts;
    this.model = model;
    actions = model.highlightActions();
    getStyleClass().addAll("highlight-card", Underline.style(judged.kind()));
    getChildren().add(title(judged));
    getChildren().addAll(CardFacts.of(judged.highlight(), texts));
    likelihood(judged.highlight()).ifPresent(getChildren()::add);
    getChildren().add(standing(judged));
    if (!model.questions().isSubmitted()) {
      getChildren().addAll(forOne(), forAll(judged.highlight()));
    }
    Codebook codebook = model.codebookProperty().get();
    if (model.choosingProperty().get() && codebook != null) {
      getChildren().add(choice(Choices.of(codebook)));
    }
  }

  private HBox title(JudgedHighlight judged) {
    String plain = CardFacts.name(judged.kind(), texts);
    boolean suggested = judged.highlight().isSuggestion();
    Label name = new Label(suggested ? texts.get("inspector.highlight.suggested", plain) : plain);
    name.getStyleClass().add("highlight-category");
    name.setWrapText(!SafeFlow.hasRightToLeft(name.getText()));
    HBox title = new HBox(9, sample(Underline.of(judged, 0, 28, 6)), name);
    title.setAlignment(Pos.CENTER_LEFT);
    return title;
  }

  /** A suggestion says it in its reason. */
  private Optional<SafeLabel> likelihood(Highlight highlight) {
    return highlight.isSuggestion()
        ? Optional.empty()
        : model
            .likelihood(highlight)
            .map(
                it -> new SafeLabel(texts.get("inspector.highlight.likelihood", it), "card-small"));
  }

  private static Pane sample(Node line) {
    Pane sample = new Pane(line);
    sample.setMinSize(28, 12);
    sample.setMaxSize(28, 12);
    return sample;
  }

  private Label standing(JudgedHighlight judged) {
    String own = CardFacts.name(judged.highlight().kind(), texts);
    Label said =
        new Label(
            switch (judged.standing()) {
              case UNDECIDED -> undecided(judged);
              case TAGGED -> texts.get("standing.tagged");
              case ACCEPTED -> texts.get("standing.accepted");
              case ACCEPTED_AS ->
                  judged.kind().equals(judged.highlight().kind())
                      ? texts.get("standing.accepted-with", own)
                      : texts.get("standing.accepted-as", own);
              case REJECTED -> texts.get("standing.rejected");
            });
    said.setWrapText(true);
    said.getStyleClass().add(judged.isUndecided() ? "standing-open" : "standing");
    return said;
  }

  /** What accepting it would put. */
  private String undecided(JudgedHighlight judged) {
    if (model.questions().isSubmitted()) {
      return texts.get("standing.undecided.submitted");
    }
    Codebook codebook = model.codebookProperty().get();
    Optional<Tag> tag =
        codebook == null
            ? Optional.empty()
            : judged.highlight().category().flatMap(c -> Judging.tagFor(codebook, c));
    return tag.map(t -> texts.get("standing.undecided.tag", t.name()))
        .orElseGet(() -> texts.get("standing.undecided.no-tag"));
  }

  private FlowPane forOne() {
    return row(
        button("a", "inspector.highlight.accept", actions::accept),
        button("x", "inspector.highlight.reject", actions::reject),
        button("c", "inspector.highlight.choose", actions::choose));
  }

  private VBox forAll(Highlight highlight) {
    Label all =
        new Label(
            texts.get(
                switch (highlight.foundBy()) {
                  case FoundBy.Rule _ ->
                      highlight.isSuggestion()
                          ? "inspector.highlight.all-suggested"
                          : "inspector.highlight.all";
                  case FoundBy.Classifier _ -> "inspector.highlight.all-of-label";
                }));
    all.getStyleClass().add("card-small");
    all.setWrapText(true);
    return new VBox(
        5,
        all,
        row(
            button("⇧A", "inspector.highlight.accept", actions::acceptAll),
            button("⇧X", "inspector.highlight.reject", actions::rejectAll)));
  }

  /** A click on a tag puts it, here as among the tags below. */
  private VBox choice(Choices choices) {
    VBox choice = new VBox(0);
    choice.getStyleClass().add("category-choice");
    for (TagKind kind : List.of(TagKind.REASONING, TagKind.ACTION)) {
      choices.tags().stream()
          .filter(tag -> tag.kind() == kind)
          .forEach(tag -> choice.getChildren().add(new TagRow(tag, model)));
      if (kind == TagKind.REASONING && !choices.categories().isEmpty()) {
        choices.categories().forEach((key, c) -> choice.getChildren().add(withoutTag(key, c)));
      }
    }
    return choice;
  }

  private HBox withoutTag(String key, Category category) {
    Label name =
        new Label(
            texts.get("inspector.highlight.no-tag", texts.get("category." + category.wire())));
    name.getStyleClass().add("tag-name");
    name.setWrapText(true);
    name.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox line = new HBox(9, sample(Underline.of(category, 0, 28, 6)), name, new KeyCap(key));
    line.getStyleClass().add("tag-row");
    line.setAlignment(Pos.CENTER_LEFT);
    line.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            actions.acceptAs(category);
          }
        });
    return line;
  }

  private Button button(String key, String text, Runnable action) {
    Label what = new Label(texts.get(text));
    HBox content = new HBox(6, new KeyCap(key), what);
    content.setAlignment(Pos.CENTER_LEFT);
    Button button = plain(content, action);
    button.setAccessibleText(texts.get(text));
    return button;
  }

  /** The keyboard stays in the reader, where the keys of these buttons work. */
  private static Button plain(Node content, Runnable action) {
    Button button = new Button();
    button.setGraphic(content);
    button.getStyleClass().setAll("quiet-button");
    button.setFocusTraversable(false);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static FlowPane row(Region... buttons) {
    return CardButtons.row(4, List.of(buttons));
  }
}
