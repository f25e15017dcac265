package examen.desktop.damage;

import examen.app.DamagedProject.Good;
import examen.app.RescueJob;
import examen.app.RestoreJob;
import examen.desktop.damage.DamageViewModel.State;
import examen.desktop.fx.FileDialogs;
import examen.desktop.fx.Local;
import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is shown in place of a damaged project. Close it when it is taken away. */
public final class DamageView extends ScrollPane implements AutoCloseable {
  private static final double WIDEST = 620;

  private final DamageViewModel model;
  private final FileDialogs dialogs;
  private final Texts texts;
  private final VBox now = new VBox(14);
  private final Label title = new Label();
  private final Label problem = new Label();
  private final Subscriptions subscriptions = new Subscriptions();

  public DamageView(DamageViewModel model, FileDialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
    title.getStyleClass().add("empty-title");
    title.setWrapText(true);
    problem.getStyleClass().add("sheet-problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    VBox column =
        new VBox(
            14,
            title,
            new SafeLabel(VisibleText.inOneLine(model.file().toString()), "damage-file"),
            problem,
            now);
    column.setMaxWidth(WIDEST);
    column.getStyleClass().add("damage");
    VBox page = new VBox(column);
    page.getStyleClass().add("start");
    page.setAlignment(Pos.CENTER);
    setContent(page);
    setFitToWidth(true);
    setFitToHeight(true);
    setFocusTraversable(false);
    setAccessibleText(texts.get("damage.title"));
    getStyleClass().addAll("shell", "start-scroll");
    subscriptions.watch(model.stateProperty(), this::fill);
    subscriptions.watch(
        model.problemProperty(),
        said -> {
          problem.setText(VisibleText.inOneLine(said));
          problem.setVisible(!said.isEmpty());
          problem.setManaged(!said.isEmpty());
        });
  }

  @Override
  public void close() {
    subscriptions.close();
  }

  /** Puts the keyboard on what is likely wanted. */
  public void takeFocus() {
    now.lookupAll(".damage-first").stream().findFirst().ifPresent(Node::requestFocus);
  }

  private static String title(State state) {
    return switch (state) {
      case State.Busy _, State.Choosing _, State.Compared _ -> "damage.title";
      case State.Restored _ -> "damage.title.restored";
      case State.Rescued _ -> "damage.title.rescued";
    };
  }

  private void fill(State state) {
    title.setText(texts.get(title(state)));
    now.getChildren()
        .setAll(
            switch (state) {
              case State.Busy(DamageViewModel.Doing doing) -> busy(doing);
              case State.Choosing(Good good) -> choosing(good);
              case State.Compared(Good good, RestoreJob.Preview preview) -> compared(good, preview);
              case State.Restored(Path kept) -> restored(kept);
              case State.Rescued(Path file, RescueJob.Report report) -> rescued(file, report);
            });
    takeFocus();
  }

  private List<Node> busy(DamageViewModel.Doing doing) {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("import-bar");
    String what = texts.get("damage.doing." + doing.wire());
    bar.setAccessibleText(what);
    Node stop =
        switch (doing) {
          case LOOKING, COMPARING -> first(button(texts.get("damage.leave"), model::leave));
          case RESTORING, RESCUING -> first(button(texts.get("damage.stop"), model::stop));
        };
    return List.of(words(what), bar, buttons(stop));
  }

  private List<Node> choosing(@Nullable Good good) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(words(texts.get("damage.left")));
    Button rescue = button(texts.get("damage.rescue"), this::rescue);
    Button leave = button(texts.get("damage.leave"), model::leave);
    if (good == null) {
      nodes.add(words(texts.get("damage.no-backup")));
      nodes.add(buttons(accent(rescue), leave));
    } else {
      Button back = button(texts.get("damage.restore", when(good)), () -> model.compare(good));
      nodes.add(words(texts.get("damage.choice")));
      nodes.add(buttons(accent(back), rescue, leave));
    }
    return nodes;
  }

  private List<Node> compared(Good good, RestoreJob.@Nullable Preview preview) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(words(texts.get("damage.backup-of", when(good))));
    if (preview == null) {
      nodes.add(words(texts.get("damage.not-compared")));
    } else if (preview.isEmpty()) {
      nodes.add(words(texts.get("damage.same")));
    } else {
      nodes.addAll(side("damage.lost", preview.lost(), preview.lostSteps()));
      nodes.addAll(side("damage.back", preview.back(), preview.backSteps()));
    }
    nodes.add(hint(texts.get("damage.kept-beside")));
    nodes.add(
        buttons(
            accent(button(texts.get("damage.restore.do"), () -> model.restore(good))),
            button(texts.get("damage.back-to-choice"), model::look)));
    return nodes;
  }

  private List<Node> side(String key, List<String> transcripts, Map<String, Integer> steps) {
    if (transcripts.isEmpty() && steps.isEmpty()) {
      return List.of();
    }
    int all = steps.values().stream().mapToInt(Integer::intValue).sum();
    String said =
        texts.get(
            key,
            texts.count("newer.transcripts", transcripts.size()),
            texts.count("damage.steps", all),
            texts.count("damage.raters", steps.size()));
    return List.of(words(said));
  }

  private List<Node> restored(@Nullable Path kept) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(words(texts.get("damage.restored")));
    if (kept != null) {
      nodes.add(hint(texts.get("damage.kept")));
      nodes.add(new SafeLabel(VisibleText.inOneLine(kept.toString()), "damage-file"));
    }
    nodes.add(
        buttons(
            accent(button(texts.get("damage.open"), () -> model.open(model.file()))),
            button(texts.get("damage.leave"), model::leave)));
    return nodes;
  }

  private List<Node> rescued(Path file, RescueJob.Report report) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(
        words(
            texts.get(
                "damage.rescued",
                texts.count("newer.transcripts", report.transcripts()),
                texts.count("damage.steps", report.steps()))));
    nodes.add(new SafeLabel(VisibleText.inOneLine(file.toString()), "damage-file"));
    if (!report.leftOut().isEmpty()) {
      nodes.add(words(texts.count("damage.left-out", report.leftOut().size())));
    }
    if (!report.lostSteps().isEmpty()) {
      nodes.add(words(texts.count("damage.lost-steps", report.lostSteps().size())));
    }
    if (!report.unread().isEmpty()) {
      nodes.add(words(texts.get("damage.unread", String.join(", ", report.unread().keySet()))));
    }
    report.remarks().forEach(remark -> nodes.add(words(remark)));
    if (report.isComplete()) {
      nodes.add(words(texts.get("damage.all-rescued")));
    }
    nodes.add(hint(texts.get("damage.rescued.read-only")));
    nodes.add(
        buttons(
            accent(button(texts.get("damage.open-rescued"), () -> model.open(file))),
            button(texts.get("damage.back-to-choice"), model::look)));
    return nodes;
  }

  private void rescue() {
    String name = Objects.toString(model.file().getFileName(), "project.examen");
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    dialogs.save("damage.rescue.title", stem + "-rescued.examen").ifPresent(model::rescue);
  }

  private static String when(Good good) {
    return Local.moment(LocalDateTime.ofInstant(good.at(), ZoneId.systemDefault()));
  }

  private static Label words(String words) {
    Label label = new Label(VisibleText.inOneLine(words));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static Label hint(String words) {
    Label label = words(words);
    label.getStyleClass().add("import-hint");
    return label;
  }

  private static Button first(Button button) {
    button.getStyleClass().add("damage-first");
    return button;
  }

  private static Button accent(Button button) {
    button.getStyleClass().add("accent");
    return first(button);
  }

  private static Button button(String words, Runnable action) {
    Button button = new Button(words);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static Node buttons(Node... buttons) {
    FlowPane line = new FlowPane(10, 10, buttons);
    line.setPrefWrapLength(WIDEST);
    return line;
  }
}
