package examen.desktop.reader;

import examen.desktop.fx.Action;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Keyboard;
import examen.desktop.fx.Keymap;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The transcript with its highlights and annotations, for reading and selecting. Close it when it
 * is taken away.
 */
public final class ReaderView extends BorderPane implements AutoCloseable {
  private final ReaderViewModel model;
  private final FxWork work;
  private final TranscriptFlow flow;
  private final ReaderMap map;
  private final ReaderHead head;
  private final List<Action> actions;
  private final GoToBar goTo;
  private Keyboard keyboard = new Keyboard(new Keymap());
  private final LinkLines links;
  private final StickyHead sticky;
  private final BranchColumns columns;
  private final HBox single;
  private final StackPane middle = new StackPane();
  private boolean covered;
  private final Subscriptions subscriptions = new Subscriptions();
  private final AtomicBoolean marksAreLate = new AtomicBoolean();
  private final AtomicBoolean mapIsLate = new AtomicBoolean();
  private final AtomicBoolean mapMarksAreLate = new AtomicBoolean();
  private final AtomicBoolean viewIsLate = new AtomicBoolean();
  private final AtomicBoolean linksAreLate = new AtomicBoolean();

  public ReaderView(ReaderViewModel model, FxWork work, Texts texts) {
    this.model = model;
    this.work = work;
    flow = new TranscriptFlow(model, model.rowList(), texts);
    map = new ReaderMap(model, flow);
    links = new LinkLines(model, flow);
    sticky = new StickyHead(model, flow, texts);
    columns = new BranchColumns(model, work, texts, this::requestFocus);
    getStyleClass().add("reader");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    StackPane text = new StackPane(flow.node(), links, sticky);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    head = new ReaderHead(model, texts, subscriptions, this::requestFocus);
    setTop(head);
    single = new HBox(text, map);
    setCenter(middle);
    middle.getChildren().add(single);
    goTo = new GoToBar(model, texts, subscriptions, this::requestFocus);
    setBottom(goTo);
    actions =
        Stream.concat(
                new ReaderKeys(model, this::shown).actions().stream(), Stream.of(goTo.action()))
            .toList();
    subscriptions.handle(this, KeyEvent.KEY_PRESSED, this::heard);
    subscriptions.handle(this, KeyEvent.KEY_TYPED, this::heard);
    subscriptions.handle(this, MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    model.setOnLayers(head::takeLayers);
    subscriptions.add(() -> model.setOnLayers(() -> {}));
    model.setOnView(head::openView);
    subscriptions.add(() -> model.setOnView(() -> {}));
    var _ = new ReaderMouse(model, flow, subscriptions);
    watch();
  }

  /** What can be done here; its keys mean something while the keyboard is here. */
  public List<Action> actions() {
    return actions;
  }

  /** Has other keys do what can be done here. */
  public void setKeymap(Keymap keymap) {
    keyboard = new Keyboard(keymap);
    head.setKeys(
        id ->
            actions.stream()
                .filter(action -> action.id().equals(id))
                .flatMap(action -> keymap.of(action).stream())
                .toList());
  }

  /** Puts the bar to find words with at the foot. */
  public void setFindBar(FindViewModel find, Texts texts) {
    setBottom(new VBox(goTo, new FindBar(find, texts, subscriptions)));
  }

  @Override
  protected void layoutChildren() {
    head.fit(getWidth(), getHeight());
    super.layoutChildren();
  }

  /** Lets lines get at most so long, in pixels; what was at the top stays there. */
  public void setLongestLine(double pixels) {
    int top = flow.firstInSight();
    flow.setWidest(pixels);
    columns.setWidest(pixels);
    work.later(() -> flow.showRow(top));
  }

  /** Keeps the text from being read, by eyes, keys or a screen reader, until it is uncovered. */
  public void cover() {
    covered = true;
    // Not blurred: large letters can be read all the same, and a screen reader reads them anyway.
    middle.setVisible(false);
    head.setMouseTransparent(true);
  }

  /** Lets the text be read. */
  public void uncover() {
    covered = false;
    middle.setVisible(true);
    head.setMouseTransparent(false);
  }

  private void heard(KeyEvent event) {
    if (!covered && (keyboard.heard(event, actions) || leftMessage(event))) {
      event.consume();
    }
  }

  /** Escape means this only while one message is shown alone, and else something to the window. */
  private boolean leftMessage(KeyEvent event) {
    boolean leaves =
        event.getEventType() == KeyEvent.KEY_PRESSED
            && event.getCode() == KeyCode.ESCAPE
            && model.folding().aloneProperty().get() != null;
    if (leaves) {
      model.toggleAlone();
    }
    return leaves;
  }

  /** The rows on which keys act. */
  private TranscriptFlow shown() {
    return model.branching().columnsProperty().get() ? columns.chosen().orElse(flow) : flow;
  }

  private void show(Place place) {
    if (model.branching().columnsProperty().get()) {
      columns.refresh();
      columns.show(place);
    } else {
      flow.show(place);
    }
  }

  private void showColumns() {
    boolean several = model.branching().columnsProperty().get();
    if (several) {
      columns.refresh();
      middle.getChildren().setAll(columns);
    } else {
      columns.clear();
      middle.getChildren().setAll(single);
      work.later(() -> flow.show(model.caretProperty().get()));
    }
  }

  /** Brings this place into sight and puts the caret there. */
  public void scrollTo(Place place) {
    model.goTo(place);
  }

  /**
   * Where the caret would stand at this place, in the coordinates of the text area; empty if that
   * is out of sight.
   */
  public Optional<Rectangle2D> caretBounds(Place place) {
    return shown().caretBounds(place);
  }

  /** Ends all that this view listens to. */
  @Override
  public void close() {
    model.setOnReveal(place -> {});
    subscriptions.close();
    columns.close();
    flow.dispose();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> covered ? "" : shown().textInSight();
      case EDITABLE -> false;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private void watch() {
    model.setOnReveal(this::show);
    subscriptions.add(() -> model.setOnReveal(place -> {}));
    subscriptions.onChange(model.marksProperty(), marks -> repaintLater());
    subscriptions.onChange(model.marksProperty(), marks -> drawMarksLater());
    subscriptions.onChange(model.marking().findsProperty(), finds -> repaintLater());
    subscriptions.onChange(model.marking().findsProperty(), finds -> drawMarksLater());
    subscriptions.onChange(model.selectionProperty(), selection -> repaintLater());
    subscriptions.onChange(model.caretProperty(), caret -> repaintLater());
    subscriptions.onChange(model.highlightProperty(), highlight -> repaintLater());
    subscriptions.onChange(model.current().annotationProperty(), current -> repaintLater());
    subscriptions.watchAny(model.rows(), this::drawMapLater);
    subscriptions.watchAny(model.rows(), this::drawViewLater);
    subscriptions.onChange(model.transcriptProperty(), shown -> sticky.forget());
    subscriptions.onChange(model.branching().columnsProperty(), several -> showColumns());
    subscriptions.onChange(model.branching().branchProperty(), branch -> columns.chose());
    subscriptions.onChange(model.current().annotationProperty(), current -> drawLinksLater());
    subscriptions.onChange(model.linked().linksProperty(), links -> drawLinksLater());
    subscriptions.onChange(model.linked().draftProperty(), draft -> drawLinksLater());
    TranscriptFlow.Observables sight = flow.observables();
    subscriptions.onChange(sight.scroll(), y -> drawViewLater());
    subscriptions.onChange(sight.height(), height -> drawViewLater());
    subscriptions.onChange(sight.width(), width -> drawViewLater());
    subscriptions.onChange(sceneProperty(), scene -> drawMapLater());
  }

  private void repaintLater() {
    once(marksAreLate, this::repaint);
  }

  private void repaint() {
    if (model.branching().columnsProperty().get()) {
      columns.repaint();
    } else {
      flow.repaint();
    }
  }

  private void drawMapLater() {
    once(
        mapIsLate,
        () -> {
          map.measure();
          sticky.follow();
        });
  }

  /** What is marked has changed, and no row. */
  private void drawMarksLater() {
    once(mapMarksAreLate, map::draw);
  }

  private void drawViewLater() {
    once(
        viewIsLate,
        () -> {
          map.drawView();
          sticky.follow();
        });
    drawLinksLater();
  }

  private void drawLinksLater() {
    once(linksAreLate, links::draw);
  }

  /** Not at once: the flow may be in the middle of its layout, and it is enough once a frame. */
  private void once(AtomicBoolean late, Runnable action) {
    if (late.compareAndSet(false, true)) {
      work.later(
          () -> {
            late.set(false);
            action.run();
          });
    }
  }
}
