package examen.desktop.inspector;

import examen.app.JudgedHighlight;
import examen.desktop.fx.KeyCap;
import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Texts;
import examen.desktop.fx.Underline;
import examen.highlight.Category;
import examen.highlight.Highlight;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** Why something is highlighted, what the rater decided on it, and by which keys. */
final class HighlightCard extends VBox {
  private final Texts texts;
  private final HighlightActions actions;

  HighlightCard(JudgedHighlight judged, InspectorViewModel model, Texts texts) {
    super(8);
    this.texts = texts;
    actions = model.highlightActions();
    Highlight highlight = judged.highlight();
    getStyleClass().addAll("highlight-card", "category-" + judged.category().wire());
    SafeLabel reason = new SafeLabel(highlight.reason(), "card-text");
    SafeLabel cue = new SafeLabel("“" + cueOf(highlight) + "”", "card-quote");
    Label rule =
        new Label(texts.get("inspector.highlight.rule", highlight.rule(), highlight.pack()));
    rule.getStyleClass().add("card-small");
    getChildren().addAll(title(judged), reason, cue, rule);
    likelihood(highlight, model).ifPresent(getChildren()::add);
    getChildren().add(standing(judged));
    getChildren().addAll(forOne(), forAll());
    if (model.choosingProperty().get()) {
      getChildren().add(choice());
    }
  }

  private HBox title(JudgedHighlight judged) {
    Category category = judged.category();
    String plain = texts.get("category." + category.wire());
    boolean suggested = judged.highlight().isSuggestion();
    Label name = new Label(suggested ? texts.get("inspector.highlight.suggested", plain) : plain);
    name.getStyleClass().add("highlight-category");
    HBox title = new HBox(9, sample(category), name);
    title.setAlignment(Pos.CENTER_LEFT);
    return title;
  }

  /** A suggestion says it in its reason. */
  private Optional<SafeLabel> likelihood(Highlight highlight, InspectorViewModel model) {
    return highlight.isSuggestion()
        ? Optional.empty()
        : model
            .likelihood(highlight)
            .map(
                it -> new SafeLabel(texts.get("inspector.highlight.likelihood", it), "card-small"));
  }

  private static Pane sample(Category category) {
    Pane sample = new Pane(Underline.of(category, 0, 28, 6));
    sample.setMinSize(28, 12);
    sample.setMaxSize(28, 12);
    return sample;
  }

  private Label standing(JudgedHighlight judged) {
    String own = texts.get("category." + judged.highlight().category().wire());
    Label said =
        new Label(
            switch (judged.standing()) {
              case UNDECIDED -> texts.get("standing.undecided");
              case TAGGED -> texts.get("standing.tagged");
              case ACCEPTED -> texts.get("standing.accepted");
              case ACCEPTED_AS -> texts.get("standing.accepted-as", own);
              case REJECTED -> texts.get("standing.rejected");
            });
    said.setWrapText(true);
    said.getStyleClass().add(judged.isUndecided() ? "standing-open" : "standing");
    return said;
  }

  private FlowPane forOne() {
    return row(
        button("a", "inspector.highlight.accept", actions::accept),
        button("x", "inspector.highlight.reject", actions::reject),
        button("c", "inspector.highlight.choose", actions::choose));
  }

  private VBox forAll() {
    Label all = new Label(texts.get("inspector.highlight.all"));
    all.getStyleClass().add("card-small");
    return new VBox(
        5,
        all,
        row(
            button("⇧A", "inspector.highlight.accept", actions::acceptAll),
            button("⇧X", "inspector.highlight.reject", actions::rejectAll)));
  }

  private VBox choice() {
    VBox choice = new VBox(2);
    choice.getStyleClass().add("category-choice");
    int number = 0;
    for (Category category : Category.values()) {
      number++;
      Label name = new Label(texts.get("category." + category.wire()));
      HBox line = new HBox(9, new KeyCap(String.valueOf(number)), sample(category), name);
      line.setAlignment(Pos.CENTER_LEFT);
      choice.getChildren().add(plain(line, () -> actions.acceptAs(category)));
    }
    return choice;
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

  private static FlowPane row(Node... nodes) {
    return new FlowPane(4, 4, nodes);
  }

  private static String cueOf(Highlight highlight) {
    int start = highlight.cue().start() - highlight.anchor().span().start();
    int end = highlight.cue().end() - highlight.anchor().span().start();
    String quote = highlight.anchor().quote();
    return start >= 0 && end <= quote.length() ? quote.substring(start, end) : quote;
  }
}
