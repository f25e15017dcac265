package examen.desktop.inspector;

import examen.codebook.Codebook;
import examen.codebook.Tag;
import examen.codebook.TagKind;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The panel at the right: highlight at the caret, annotations, tags. Close it when it is taken
 * away.
 */
public final class InspectorView extends ScrollPane implements AutoCloseable {
  private static final PseudoClass SUBMITTED = PseudoClass.getPseudoClass("submitted");

  /** In pixels. */
  private static final double AROUND = 24;

  private final InspectorViewModel model;
  private final Texts texts;
  private final VBox highlight = new VBox(8);
  private final AnnotationList annotations;
  private final VBox loose = new VBox(2);
  private final VBox tags = new VBox(0);
  private final Label count = new Label();
  private final QuestionsView questions;
  private final SuggestionsMenu suggestions;
  private final Subscriptions subscriptions = new Subscriptions();

  public InspectorView(InspectorViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("inspector");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    count.getStyleClass().add("panel-count");
    questions = new QuestionsView(model.questions(), texts, this::reveal);
    suggestions = new SuggestionsMenu(model, texts);
    annotations = new AnnotationList(model, texts);
    Node currentHead = head(texts.get("inspector.current"), new Region());
    Region currentCard = new CurrentCard(model, texts, subscriptions);
    currentHead.visibleProperty().bind(currentCard.visibleProperty());
    currentHead.managedProperty().bind(currentCard.visibleProperty());
    Region draft = new DraftCard(model, texts, subscriptions);
    VBox.setMargin(draft, new Insets(12, 0, 0, 0));
    VBox all =
        new VBox(
            draft,
            questions,
            cover(),
            marked(
                highlight,
                suggestions,
                currentHead,
                currentCard,
                head(texts.get("inspector.annotations"), count),
                annotations,
                loose),
            tags);
    all.getStyleClass().add("inspector-body");
    setContent(all);
    listen(all, currentCard);
  }

  /** What quotes the transcript is not shown while that is covered. */
  private Node marked(Node... parts) {
    VBox marked = new VBox(parts);
    subscriptions.watch(
        model.coveredProperty(),
        covered -> {
          marked.setVisible(!covered);
          marked.setManaged(!covered);
        });
    return marked;
  }

  private Node cover() {
    Label cover = new Label(texts.get("warning.inspector"));
    cover.getStyleClass().add("quiet");
    cover.setWrapText(true);
    VBox.setMargin(cover, new Insets(12, 0, 0, 0));
    cover.visibleProperty().bind(model.coveredProperty());
    cover.managedProperty().bind(model.coveredProperty());
    subscriptions.add(cover.visibleProperty()::unbind);
    subscriptions.add(cover.managedProperty()::unbind);
    return cover;
  }

  private void listen(Region all, Region currentCard) {
    subscriptions.watch(
        model.questions().submittedProperty(),
        at -> {
          all.pseudoClassStateChanged(SUBMITTED, at != null);
          showAnnotations();
          showHighlight();
        });
    watch(currentCard);
  }

  private void watch(Region currentCard) {
    subscriptions.onChange(model.current().draftProperty(), now -> setVvalue(0));
    subscriptions.onChange(currentCard.focusWithinProperty(), within -> show(currentCard, within));
    subscriptions.watch(model.highlightProperty(), shown -> showHighlight());
    subscriptions.onChange(model.choosingProperty(), choosing -> showHighlight());
    subscriptions.watch(model.learningProperty(), suggestions::show);
    subscriptions.watchAny(model.annotations(), this::showAnnotations);
    subscriptions.watchAny(model.loose(), this::showLoose);
    subscriptions.onChange(
        model.current().annotationProperty(), current -> annotations.showCurrent());
    subscriptions.watch(model.codebookProperty(), this::showTags);
  }

  @Override
  public void close() {
    subscriptions.close();
    questions.close();
  }

  /** Brings a part of the panel into sight, with some of what is above and below. */
  private void reveal(Node part) {
    Bounds at = getContent().sceneToLocal(part.localToScene(part.getLayoutBounds()));
    double height = getContent().getLayoutBounds().getHeight();
    double seen = getViewportBounds().getHeight();
    double top = getVvalue() * Math.max(0, height - seen);
    double wanted =
        at.getMinY() < top
            ? at.getMinY() - AROUND
            : Math.max(top, Math.min(at.getMinY(), at.getMaxY() + AROUND - seen));
    if (height > seen && wanted != top) {
      setVvalue(Math.clamp(wanted / (height - seen), 0, 1));
    }
  }

  /** Scrolls to a card in which the keyboard is. */
  private void show(Region card, boolean within) {
    double beyond = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
    if (within && beyond > 0) {
      setVvalue(Math.clamp((card.getBoundsInParent().getMinY() - 40) / beyond, 0, 1));
    }
  }

  private void showHighlight() {
    var shown = model.highlightProperty().get();
    highlight.getChildren().clear();
    if (shown != null) {
      highlight
          .getChildren()
          .addAll(
              head(texts.get("inspector.highlight"), new Region()),
              new HighlightCard(shown, model, texts));
    }
  }

  private void showAnnotations() {
    count.setText(model.annotations().isEmpty() ? "" : Texts.number(model.annotations().size()));
    annotations.show();
  }

  private void showLoose() {
    loose.getChildren().clear();
    if (!model.loose().isEmpty()) {
      Label number = new Label(Texts.number(model.loose().size()));
      number.getStyleClass().add("panel-count");
      loose.getChildren().add(head(texts.get("inspector.loose"), number));
      model.loose().forEach(each -> loose.getChildren().add(new LooseCard(each, texts)));
    }
  }

  private void showTags(@Nullable Codebook codebook) {
    tags.getChildren().clear();
    if (codebook != null) {
      legend(codebook, TagKind.ACTION);
      legend(codebook, TagKind.REASONING);
      showAnnotations();
    }
  }

  private void legend(Codebook codebook, TagKind kind) {
    if (codebook.tags().stream().noneMatch(tag -> tag.kind() == kind)) {
      return;
    }
    tags.getChildren().add(head(texts.get("inspector.tags." + kind.wire()), new Region()));
    for (Tag tag : codebook.tags()) {
      if (tag.kind() == kind) {
        tags.getChildren().add(new TagRow(tag, model));
      }
    }
  }

  private static Node head(String text, Node right) {
    Label title = new Label(text);
    title.getStyleClass().add("panel-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, right);
    head.setAlignment(Pos.BASELINE_LEFT);
    head.getStyleClass().add("inspector-head");
    return head;
  }
}
