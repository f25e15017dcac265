package examen.desktop.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.Texts;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets that are closed are gone, though what they showed lives on. */
final class ImportLeakTest {
  @TempDir private Path folder;

  @Test
  void aSheetOpenedAndClosedFiftyTimesInEveryStepIsGone() throws Exception {
    Ui.start();
    Texts texts = Texts.load();
    try (Workbench workbench =
        Workbench.openOrCreate(folder.resolve("p.examen"), TestProjects.surroundings(folder))) {
      AtomicLong nanos = new AtomicLong();
      ImportViewModel model =
          new ImportViewModel(workbench, new DirectWork(), nanos::incrementAndGet, () -> {});
      Path in = Inputs.mixed(folder.resolve("in"));
      List<WeakReference<Node>> seen = new ArrayList<>();
      StackPane root = new StackPane();
      try (Ui ui = Ui.show(() -> root, 900, 700)) {
        for (int i = 0; i < 50; i++) {
          seen.add(openAndClose(root, model, texts, in, i));
        }
        assertEquals(root, ui.scene().getRoot());
        for (int i = 0; i < 40 && seen.stream().anyMatch(r -> r.get() != null); i++) {
          System.gc();
          Ui.pulses(2);
        }
      }
      assertEquals(0, seen.stream().filter(r -> r.get() != null).count());
    }
    assertEquals(List.of(), Ui.uncaught());
  }

  private static WeakReference<Node> openAndClose(
      StackPane root, ImportViewModel model, Texts texts, Path in, int turn) throws Exception {
    ImportView view = Ui.fx(() -> new ImportView(model, new NoDialogs(), texts, () -> {}));
    Ui.fx(
        () -> {
          root.getChildren().setAll(List.of(view));
          switch (turn % 4) {
            case 0 -> model.open();
            case 1 -> model.add(List.of(in));
            case 2 -> model.importAll();
            default -> model.openHistory();
          }
          return 0;
        });
    Ui.pulses(1);
    Ui.fx(
        () -> {
          view.close();
          root.getChildren().clear();
          return 0;
        });
    Ui.pulses(1);
    return new WeakReference<>(view);
  }
}
