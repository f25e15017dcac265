package examen.desktop.shell;

import examen.desktop.fx.Icon;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.desktop.inspector.InspectorView;
import examen.desktop.queue.QueueView;
import examen.desktop.reader.ReaderView;
import examen.desktop.source.SourceView;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The window's content: rail, queue, reader, inspector, and the line at the foot. Close it with the
 * window.
 */
public final class ReviewShell extends BorderPane implements AutoCloseable {
  private static final double QUEUE_WIDTH = 264;
  private static final double INSPECTOR_WIDTH = 284;
  private static final double SOURCE_WIDTH = 440;

  /** How much of the height a panel below takes. */
  private static final double SHARE = 0.38;

  private final ShellViewModel model;
  private final Texts texts;
  private final QueueView queue;
  private final ReaderView reader;
  private final StackPane readerPlace;
  private final InspectorView inspector;
  private final SourceView source;
  private final SplitPane split;
  private final StackPane review;
  private final StackPane elsewhere = new StackPane();
  private final Button choose = new Button();
  private final Subscriptions subscriptions = new Subscriptions();

  /** The panels of the workspace; the source takes the inspector's place while it is shown. */
  public record Panels(
      QueueView queue, ReaderView reader, InspectorView inspector, SourceView source) {}

  public ReviewShell(ShellViewModel model, Panels panels, Texts texts) {
    this.model = model;
    this.texts = texts;
    queue = panels.queue();
    reader = panels.reader();
    inspector = panels.inspector();
    source = panels.source();
    getStyleClass().add("shell");
    readerPlace = new StackPane(reader);
    split = split();
    Node nothing = nothingYet();
    setLeft(new Rail(model.workspaceProperty(), texts, subscriptions));
    review = new StackPane(split, nothing);
    // Though empty, it would catch what the mouse does on the panels beneath it.
    elsewhere.setVisible(false);
    setCenter(new VBox(notice(), banner(), grow(new StackPane(review, elsewhere))));
    setBottom(new StatusBar(model, texts, subscriptions));
    subscriptions.watch(
        model.emptyProperty(),
        empty -> {
          split.setVisible(!empty);
          nothing.setVisible(empty);
          // Without the keyboard anywhere, no key would be heard.
          if (review.isVisible()) {
            takeFocus();
          }
        });
    subscriptions.filter(queue, KeyEvent.KEY_PRESSED, this::leaveQueue);
    subscriptions.handle(source, KeyEvent.KEY_PRESSED, this::leaveSource);
    queue.addTool(importTool());
  }

  @Override
  public void close() {
    subscriptions.close();
    queue.close();
    reader.close();
    inspector.close();
    source.close();
  }

  /** Puts a panel below all others; it is there while it is visible. */
  void showBelow(Region panel) {
    VBox.setVgrow(split, Priority.ALWAYS);
    split.setMinHeight(0);
    subscriptions.bind(panel.minHeightProperty(), review.heightProperty().multiply(SHARE));
    subscriptions.bind(panel.maxHeightProperty(), review.heightProperty().multiply(SHARE));
    keepWithin(panel);
    keepWithin(split);
    VBox both = new VBox(split, panel); // This takes the panels out of where they stood.
    review.getChildren().addFirst(both);
  }

  /** What has no room for all that it holds would otherwise be drawn over what is beside it. */
  private void keepWithin(Region panel) {
    Rectangle bounds = new Rectangle();
    subscriptions.bind(bounds.widthProperty(), panel.widthProperty());
    subscriptions.bind(bounds.heightProperty(), panel.heightProperty());
    panel.setClip(bounds);
  }

  /** Puts the panel "Source" in the inspector's place, or that one back. */
  void showSource(boolean shown) {
    Region right = shown ? source : inspector;
    if (!right.equals(split.getItems().getLast())) {
      Node on = getScene() == null ? null : getScene().getFocusOwner();
      boolean leaves = isWithin(shown ? inspector : source, on);
      double first = split.getDividerPositions()[0];
      split.getItems().set(2, right);
      double room = split.getWidth() * (1 - first) - readerPlace.getMinWidth() - 12;
      double width = shown ? Math.clamp(room, 240, SOURCE_WIDTH) : INSPECTOR_WIDTH;
      if (split.getWidth() > 0) {
        split.setDividerPositions(first, 1 - width / split.getWidth());
      }
      if (leaves) {
        reader.requestFocus();
      }
    }
  }

  private static boolean isWithin(Node panel, @Nullable Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(panel)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Puts another workspace in the place of this one; what it has keeps being there behind it.
   *
   * @param other null for this one
   * @param takeFocus puts the keyboard there
   */
  void showElsewhere(@Nullable Region other, Runnable takeFocus) {
    Node shown = other == null ? review : elsewhere;
    Node hidden = other == null ? elsewhere : review;
    if (other != null) {
      elsewhere.getChildren().setAll(other);
    }
    shown.setVisible(true);
    // What stands in split panes is there only when they were styled, and cannot be focused before.
    shown.applyCss();
    takeFocus.run();
    // Later: what is hidden with the keyboard on it gives it to whatever comes next.
    hidden.setVisible(false);
    if (other == null) {
      elsewhere.getChildren().clear();
    }
  }

  /** Stands over the text, as long as it is visible. */
  void overReader(Node cover) {
    readerPlace.getChildren().add(cover);
  }

  /** Puts the keyboard where work goes on. */
  void takeFocus() {
    (model.emptyProperty().get() ? choose : reader).requestFocus();
  }

  private SplitPane split() {
    queue.setMinWidth(180);
    readerPlace.setMinWidth(320);
    inspector.setMinWidth(200);
    source.setMinWidth(240);
    SplitPane split = new SplitPane(queue, readerPlace, inspector);
    split.getStyleClass().add("workspace");
    SplitPane.setResizableWithParent(queue, false);
    SplitPane.setResizableWithParent(inspector, false);
    SplitPane.setResizableWithParent(source, false);
    subscriptions.onChange(
        split.widthProperty(), width -> placeDividers(split, width.doubleValue()));
    return split;
  }

  /** The panels begin with the widths that suit them; later they are the reader's to choose. */
  private static void placeDividers(SplitPane split, double width) {
    if (width > 0 && split.getProperties().putIfAbsent("placed", true) == null) {
      split.setDividerPositions(QUEUE_WIDTH / width, 1 - INSPECTOR_WIDTH / width);
    }
  }

  /** A bar that stays. */
  private Node notice() {
    Label text = new Label();
    text.setMinWidth(0);
    HBox bar = new HBox(9, Icon.ALERT.node(16), text);
    bar.getStyleClass().add("notice-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    subscriptions.watch(
        model.noticeProperty(),
        notice -> {
          text.setText(VisibleText.inOneLine(notice));
          text.setTooltip(new Tooltip(VisibleText.inOneLine(notice)));
          bar.setVisible(!notice.isEmpty());
          bar.setManaged(!notice.isEmpty());
        });
    return bar;
  }

  private Node banner() {
    Label text = new Label();
    text.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button dismiss = new Button();
    dismiss.setGraphic(Icon.CLOSE.node(12));
    dismiss.getStyleClass().setAll("quiet-button");
    dismiss.setFocusTraversable(false);
    dismiss.setAccessibleText(texts.get("shell.error.dismiss"));
    dismiss.setTooltip(new Tooltip(texts.get("shell.error.dismiss")));
    dismiss.setOnAction(event -> model.problemProperty().set(""));
    HBox banner = new HBox(9, Icon.ALERT.node(16), text, gap, dismiss);
    banner.getStyleClass().add("banner");
    banner.setAlignment(Pos.CENTER_LEFT);
    subscriptions.watch(
        model.problemProperty(),
        problem -> {
          text.setText(VisibleText.inOneLine(problem));
          text.setTooltip(new Tooltip(VisibleText.inOneLine(problem)));
          banner.setVisible(!problem.isEmpty());
          banner.setManaged(!problem.isEmpty());
        });
    return banner;
  }

  private Node importTool() {
    Button tool = new Button();
    tool.setGraphic(Icon.IMPORT.node(15));
    tool.getStyleClass().setAll("quiet-button");
    tool.setFocusTraversable(false);
    tool.setAccessibleText(texts.get("import.open"));
    tool.setTooltip(new Tooltip(texts.get("import.open.key")));
    tool.setOnAction(event -> model.openImport());
    return tool;
  }

  private Node nothingYet() {
    Label title = new Label(texts.get("shell.empty.title"));
    title.getStyleClass().add("empty-title");
    choose.setText(texts.get("import.open"));
    choose.getStyleClass().add("accent");
    choose.setOnAction(event -> model.openImport());
    Label before = new Label(texts.get("shell.empty.text"));
    before.getStyleClass().add("empty-text");
    Label command = new Label(texts.get("shell.empty.command"));
    command.getStyleClass().add("empty-command");
    HBox line = new HBox(6, before, command);
    line.setAlignment(Pos.CENTER);
    VBox nothing = new VBox(10, Icon.INBOX.node(44), title, line, choose);
    nothing.getStyleClass().add("empty");
    nothing.setAlignment(Pos.CENTER);
    return nothing;
  }

  private static Node grow(Node node) {
    VBox.setVgrow(node, Priority.ALWAYS);
    return node;
  }

  private void leaveSource(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      reader.requestFocus();
      event.consume();
    }
  }

  /** From the filter, the keyboard goes back to the transcript. */
  private void leaveQueue(KeyEvent event) {
    boolean leaves = event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER;
    if (leaves && !event.isShortcutDown()) {
      reader.requestFocus();
      event.consume();
    }
  }
}
