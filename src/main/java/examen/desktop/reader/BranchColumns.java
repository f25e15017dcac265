package examen.desktop.reader;

import examen.desktop.fx.FxWork;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.transcript.Branch;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Ways through a transcript side by side, what they share at their start in one row each. The keys
 * of the reader act on the one that is chosen.
 */
final class BranchColumns extends HBox implements AutoCloseable {
  /** The least width in pixels at which a column can be read. */
  private static final double NARROWEST = 300;

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final ReaderViewModel model;
  private final FxWork work;
  private final Texts texts;
  private final Runnable focus;
  private final Subscriptions subscriptions = new Subscriptions();
  private final List<Pane> panes = new ArrayList<>();
  private @Nullable Transcript transcript;
  private double widest = Column.WIDEST;

  /**
   * @param focus puts the keyboard into the reader
   */
  BranchColumns(ReaderViewModel model, FxWork work, Texts texts, Runnable focus) {
    this.model = model;
    this.work = work;
    this.texts = texts;
    this.focus = focus;
    getStyleClass().add("branch-columns");
    setMinWidth(0);
    subscriptions.onChange(widthProperty(), width -> later());
    subscriptions.onChange(
        model.rendering().onProperty(), on -> panes.forEach(pane -> pane.list.renew()));
  }

  /** One way, with its name above it. */
  private static final class Pane extends VBox {
    final Branch branch;
    final RowList list;
    final TranscriptFlow flow;
    final StickyHead sticky;
    final Subscriptions subscriptions = new Subscriptions();

    Pane(Branch branch, RowList list, TranscriptFlow flow, StickyHead sticky) {
      this.branch = branch;
      this.list = list;
      this.flow = flow;
      this.sticky = sticky;
    }

    void close() {
      subscriptions.close();
      flow.dispose();
      list.close();
    }
  }

  /** Another way was chosen; if another transcript is to be shown, that will be said. */
  void chose() {
    if (isShown(model.transcriptProperty().get())) {
      refresh();
    }
  }

  /** Shows the ways around the one that is chosen, as many as there is room for. */
  void refresh() {
    Branch chosen = model.branching().branchProperty().get();
    if (chosen == null) {
      clear();
      return;
    }
    List<Branch> wanted = wanted(chosen);
    if (!isShown(model.transcriptProperty().get())
        || !wanted.equals(panes.stream().map(pane -> pane.branch).toList())) {
      show(wanted);
    }
    for (Pane pane : panes) {
      pane.pseudoClassStateChanged(CHOSEN, pane.branch.equals(chosen));
    }
  }

  void repaint() {
    panes.forEach(pane -> pane.flow.repaint());
  }

  /** The rows of the way that is chosen, as far as they are in sight. */
  Optional<TranscriptFlow> chosen() {
    Branch chosen = model.branching().branchProperty().get();
    return panes.stream()
        .filter(pane -> pane.branch.equals(chosen))
        .map(pane -> pane.flow)
        .findFirst();
  }

  /** Brings this place of the chosen way into sight. */
  void show(Place place) {
    Branch chosen = model.branching().branchProperty().get();
    for (Pane pane : panes) {
      if (pane.branch.equals(chosen)) {
        pane.list.uncover(place);
        pane.flow.show(place);
      }
    }
  }

  /** Lets lines get at most so long, in pixels. */
  void setWidest(double pixels) {
    widest = pixels;
    panes.forEach(pane -> pane.flow.setWidest(pixels));
  }

  void clear() {
    panes.forEach(Pane::close);
    panes.clear();
    getChildren().clear();
    transcript = null;
  }

  @Override
  public void close() {
    clear();
    subscriptions.close();
  }

  private void later() {
    work.later(
        () -> {
          if (!panes.isEmpty()) {
            refresh();
          }
        });
  }

  /** This very object: to compare two by all they say could take long. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isShown(@Nullable Transcript other) {
    return transcript != null && transcript == other;
  }

  private List<Branch> wanted(Branch branch) {
    List<Branch> all = model.branching().all();
    int room = getWidth() <= 0 ? 2 : (int) (getWidth() / NARROWEST);
    int count = Math.min(all.size(), Math.max(2, room));
    int chosen = all.indexOf(branch);
    int from = Math.clamp(chosen - 1L, 0, Math.max(0, all.size() - count));
    // As long as the chosen one is there, the columns stay what they are.
    List<Branch> now = panes.stream().map(pane -> pane.branch).toList();
    return now.size() == count && all.containsAll(now) && now.contains(branch)
        ? now
        : all.subList(from, from + count);
  }

  private void show(List<Branch> wanted) {
    List<Branch> ways = List.copyOf(wanted);
    clear();
    transcript = model.transcriptProperty().get();
    if (transcript == null || ways.size() < 2) {
      return;
    }
    int shared = Ways.common(ways);
    for (Branch way : ways) {
      Pane pane = pane(way);
      panes.add(pane);
      getChildren().add(pane);
      pane.list.show(transcript, new RowList.Way(way.messages(), List.of(), shared));
    }
    int caret = model.caretProperty().get().message();
    // What is shared stays folded until one goes there.
    if (!ways.getFirst().messages().subList(0, shared).contains(caret)) {
      work.later(() -> show(model.caretProperty().get()));
    }
  }

  private Pane pane(Branch way) {
    RowList list = new RowList(model.folding());
    TranscriptFlow flow = new TranscriptFlow(model, list, texts);
    flow.setWidest(widest);
    Pane pane = new Pane(way, list, flow, new StickyHead(model, flow, texts));
    pane.getStyleClass().add("branch-column");
    Label name = new Label(VisibleText.inOneLine(way.name()));
    name.getStyleClass().add("branch-name");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setTooltip(new Tooltip(VisibleText.inOneLine(way.name())));
    StackPane text = new StackPane(flow.node(), pane.sticky);
    text.setMinWidth(0);
    VBox.setVgrow(text, Priority.ALWAYS);
    HBox.setHgrow(pane, Priority.ALWAYS);
    pane.setPrefWidth(1);
    pane.setMinWidth(0);
    pane.getChildren().addAll(name, text);
    pane.subscriptions.filter(pane, MouseEvent.MOUSE_PRESSED, event -> choose(way));
    var _ = new ReaderMouse(model, flow, pane.subscriptions);
    TranscriptFlow.Observables sight = flow.observables();
    pane.subscriptions.onChange(sight.scroll(), y -> work.later(pane.sticky::follow));
    pane.subscriptions.onChange(sight.width(), y -> work.later(pane.sticky::follow));
    return pane;
  }

  /** Nothing may move here while the mouse is pressed on it. */
  private void choose(Branch way) {
    focus.run();
    model.takeBranch(way);
  }
}
