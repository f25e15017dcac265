package examen.desktop.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.HeldWork;
import examen.desktop.fx.Texts;
import examen.report.Report;
import examen.study.Chosen;
import examen.study.Frame;
import examen.study.Going;
import examen.study.Study;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workspace with real keys, and what is saved from it. */
@SuppressWarnings("NullAway.Init") // The project is made once for all tests.
class FindingsViewTest {
  @TempDir private static Path folder;
  private static Frame frame;

  private final List<Behind> opened = new ArrayList<>();
  private final Texts texts = Texts.load();
  private FindingsView view;

  @BeforeAll
  static void gather() throws Exception {
    Path file = SmallProject.in(folder);
    try (Workbench workbench = Workbench.open(file, TestProjects.surroundings(folder))) {
      frame = workbench.findings(SmallProject.ANN).frame();
    }
  }

  private record Asked(Frame frame) implements FindingsViewModel.Asks {
    @Override
    public Optional<Report> of(
        Frame from, String study, Map<String, String> said, Progress progress) {
      Study made =
          MadeUp.studies().stream().filter(s -> s.id().equals(study)).findFirst().orElseThrow();
      return progress.at(1, 2, study)
          ? Optional.of(made.of(from, new Chosen(List.of(), Map.of()), Going.QUIETLY))
          : Optional.empty();
    }
  }

  private FindingsViewModel model(FxWork work, String study) {
    FindingsViewModel model =
        new FindingsViewModel(
            new Asked(frame),
            MadeUp.studies(),
            new FindingsViewModel.Tools(work, texts, opened::add, () -> {}));
    model
        .studyProperty()
        .set(model.studies().stream().filter(s -> s.id().equals(study)).findFirst().orElseThrow());
    return model;
  }

  private Ui show(FindingsViewModel model, FxWork work) throws Exception {
    return Ui.show(
        () -> {
          view =
              new FindingsView(
                  model,
                  new SavingViewModel(work, texts),
                  name -> Optional.of(folder.resolve(name)),
                  texts);
          return view;
        },
        1000,
        900);
  }

  private static void run(Runnable action) throws Exception {
    Ui.fx(
        () -> {
          action.run();
          return 0;
        });
    Ui.pulses(2);
  }

  @Test
  void arrowsGoFromCellToCellAndEnterOpensWhatIsBehind() throws Exception {
    DirectWork work = new DirectWork();
    FindingsViewModel model = model(work, "wide");
    try (Ui ui = show(model, work)) {
      run(model::open);
      run(view::make);
      Node first = Ui.fx(() -> view.lookup(".sheet-cell"));
      run(first::requestFocus);
      ui.press(KeyCode.RIGHT);
      ui.press(KeyCode.RIGHT);
      ui.press(KeyCode.DOWN);
      Labeled on = (Labeled) Ui.fx(() -> ui.scene().getFocusOwner());
      assertNotNull(on);
      assertEquals("3 / 40", on.getText());
      ui.press(KeyCode.ENTER);
      assertEquals(1, opened.size());
      assertEquals(
          "rate 2 3 / 40 · blackmail 1 · Everything by everything", opened.getFirst().words());
      ui.press(KeyCode.CONTROL, KeyCode.END);
      Labeled last = (Labeled) Ui.fx(() -> ui.scene().getFocusOwner());
      assertNotNull(last);
      assertEquals("31 / 40", last.getText(), "the last row of the same column");
      ui.press(KeyCode.LEFT);
      ui.press(KeyCode.ENTER);
      assertEquals(1, opened.size(), "behind this there is nothing");
      run(view::close);
    }
    assertEquals(List.of(), Ui.uncaught());
  }

  @Test
  void theColumnThatNamesTheRowsStaysWhileTheOthersAreScrolledAside() throws Exception {
    DirectWork work = new DirectWork();
    FindingsViewModel model = model(work, "wide");
    try (Ui ui = show(model, work)) {
      run(model::open);
      run(view::make);
      ScrollPane aside = Ui.fx(() -> (ScrollPane) view.lookup(".findings-side"));
      Labeled name = Ui.fx(() -> (Labeled) view.lookup(".sheet-cell"));
      double at = Ui.fx(() -> name.localToScene(0, 0).getX());
      run(() -> aside.setHvalue(1));
      assertEquals(at, Ui.fx(() -> name.localToScene(0, 0).getX()), 0.5);
      run(name::requestFocus);
      ui.press(KeyCode.END);
      for (int i = 0; i < 4; i++) {
        ui.press(KeyCode.LEFT);
        Node on = Ui.fx(() -> ui.scene().getFocusOwner());
        double left = Ui.fx(() -> on.localToScene(0, 0).getX());
        assertTrue(left >= at + name.getWidth() - 0.5, "beside the name, not beneath it: " + left);
      }
      run(() -> aside.setHvalue(0));
      assertEquals(at, Ui.fx(() -> name.localToScene(0, 0).getX()), 0.5);
      assertEquals(0, Ui.fx(name::getTranslateX), 1e-9);
      run(view::close);
    }
    assertEquals(List.of(), Ui.uncaught());
  }

  @Test
  void marksAndTilesAndPointsAreOpenedByKeys() throws Exception {
    DirectWork work = new DirectWork();
    for (List<String> each :
        List.of(
            List.of("forest", ".forest-row.opens"),
            List.of("confusion", ".grid-tile.opens"),
            List.of("lines", ".series-point.opens"))) {
      FindingsViewModel model = model(work, each.getFirst());
      try (Ui ui = show(model, work)) {
        run(model::open);
        run(view::make);
        Node place = Ui.fx(() -> view.lookup(each.getLast()));
        run(place::requestFocus);
        opened.clear();
        ui.press(KeyCode.SPACE);
        assertEquals(1, opened.size(), each.getFirst());
        ui.press(KeyCode.DOWN);
        assertFalse(Ui.fx(place::isFocused), each.getFirst());
        run(view::close);
      }
    }
    assertEquals(List.of(), Ui.uncaught());
  }

  @Test
  void tablesFiguresAndTheWholeAreSavedAndCopied() throws Exception {
    DirectWork work = new DirectWork();
    FindingsViewModel model = model(work, "undefined");
    try (Ui ui = show(model, work)) {
      run(model::open);
      run(view::make);
      for (String name : List.of("CSV", "SVG", "PNG", "JSON", "Copy")) {
        Button button =
            Ui.fx(
                () ->
                    (Button)
                        view.lookupAll(".find-button").stream()
                            .filter(n -> n instanceof Button b && b.getText().equals(name))
                            .findFirst()
                            .orElseThrow());
        run(button::fire);
      }
      assertTrue(Files.readString(folder.resolve("undefined.csv")).contains("'=cmd|"));
      assertTrue(Files.readString(folder.resolve("undefined-nothing.svg")).contains("<svg"));
      assertTrue(Files.readString(folder.resolve("undefined.json")).contains("\"tables\""));
      Path png = folder.resolve("undefined-nothing.png");
      Image image = new Image(png.toUri().toString());
      assertFalse(image.isError(), "" + image.getException());
      assertEquals(1640, image.getWidth(), "twice as sharp");
      assertEquals(0xfffffefc, image.getPixelReader().getArgb(1, 1), "on the light page");
      String copied = Ui.fx(() -> Clipboard.getSystemClipboard().getString());
      assertTrue(copied.startsWith("question\talpha\t95%\tunits\n"), copied);
      try (var files = Files.list(folder)) {
        assertEquals(0, files.filter(f -> f.toString().endsWith(".part")).count());
      }
      run(view::close);
      assertNotNull(ui);
    }
    assertEquals(List.of(), Ui.uncaught());
  }

  @Test
  void whatRunsShowsAWayToStopIt() throws Exception {
    HeldWork work = new HeldWork();
    FindingsViewModel model = model(work, "lines");
    try (Ui ui = show(model, work)) {
      run(model::open);
      run(work::run);
      run(work::hearAll);
      run(view::make);
      assertTrue(Ui.fx(() -> view.lookup(".import-bar").isVisible()));
      run(view::requestFocus);
      run(view::takeFocus);
      ui.press(KeyCode.ESCAPE);
      assertFalse(Ui.fx(() -> view.lookup(".import-bar").isVisible()));
      assertTrue(model.stoppedProperty().get());
      run(work::run);
      run(work::hearAll);
      assertEquals(null, model.madeProperty().get());
      run(view::close);
    }
    assertEquals(List.of(), Ui.uncaught());
  }

  @Test
  void aWorkspaceOpenedAndClosedThirtyTimesIsGone() throws Exception {
    Ui.start();
    DirectWork work = new DirectWork();
    FindingsViewModel model = Ui.fx(() -> model(work, "forest"));
    SavingViewModel saving = new SavingViewModel(work, texts);
    List<WeakReference<Node>> seen = new ArrayList<>();
    StackPane root = new StackPane();
    try (Ui ui = Ui.show(() -> root, 900, 700)) {
      run(model::open);
      for (int i = 0; i < 30; i++) {
        seen.add(openAndClose(root, model, saving, i));
      }
      assertEquals(root, ui.scene().getRoot());
      for (int i = 0; i < 40 && seen.stream().anyMatch(r -> r.get() != null); i++) {
        System.gc();
        Ui.pulses(2);
      }
      assertEquals(0, seen.stream().filter(r -> r.get() != null).count());
    }
    assertEquals(List.of(), Ui.uncaught());
  }

  private WeakReference<Node> openAndClose(
      StackPane root, FindingsViewModel model, SavingViewModel saving, int turn) throws Exception {
    FindingsView shown =
        Ui.fx(() -> new FindingsView(model, saving, name -> Optional.empty(), texts));
    run(
        () -> {
          root.getChildren().setAll(List.of(shown));
          model.studyProperty().set(model.studies().get(turn % model.studies().size()));
          shown.make();
          shown.takeFocus();
        });
    run(
        () -> {
          shown.close();
          root.getChildren().clear();
        });
    return new WeakReference<>(shown);
  }
}
