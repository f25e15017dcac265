package examen.desktop.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.fx.Covering;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.Texts;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace that is closed is gone, though what it showed lives on. */
final class CodebookLeakTest {
  @TempDir private Path folder;

  @Test
  void aWorkspaceOpenedAndClosedFiftyTimesIsGone() throws Exception {
    Ui.start();
    List<WeakReference<Node>> seen = new ArrayList<>();
    StackPane root = new StackPane();
    try (Workbench workbench =
            Workbench.openOrCreate(folder.resolve("p.examen"), TestProjects.surroundings(folder));
        Ui ui = Ui.show(() -> root, 900, 700)) {
      workbench.importFrom(
          TestProjects.request(TestProjects.SAMPLES.resolve("petri")), Progress.NONE);
      CodebookViewModel model = Ui.fx(() -> model(workbench));
      for (int i = 0; i < 50; i++) {
        seen.add(openAndClose(root, model, i));
      }
      assertEquals(root, ui.scene().getRoot());
      for (int i = 0; i < 40 && seen.stream().anyMatch(r -> r.get() != null); i++) {
        System.gc();
        Ui.pulses(2);
      }
      assertEquals(0, seen.stream().filter(r -> r.get() != null).count());
      assertEquals(0, model.unsaved().countProperty().get());
    }
    assertEquals(List.of(), Ui.uncaught());
  }

  private static CodebookViewModel model(Workbench workbench) {
    CodebookViewModel.Tools tools =
        new CodebookViewModel.Tools(
            new DirectWork(), Texts.load(), new CodebookViewModelTest.AtOnce(), () -> 0);
    CodebookViewModel model =
        new CodebookViewModel(workbench, new RaterId("ann"), tools, new Nowhere());
    model.open();
    return model;
  }

  private static WeakReference<Node> openAndClose(StackPane root, CodebookViewModel model, int turn)
      throws Exception {
    CodebookView view = Ui.fx(() -> new CodebookView(model, new NoFiles(), Texts.load()));
    Ui.fx(
        () -> {
          root.getChildren().setAll(List.of(view));
          view.takeFocus();
          model.select(model.list().rows().get(turn % model.list().rows().size()).key());
          model.list().filterProperty().set(turn % 3 == 0 ? "e" : "");
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

  private static final class NoFiles implements CodebookDialogs {
    @Override
    public Optional<Path> codebook() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> rules() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> rulesTarget(String name) {
      return Optional.empty();
    }
  }

  private static final class Nowhere implements CodebookViewModel.Outside {
    @Override
    public void open(Anchor place) {}

    @Override
    public void changed() {}

    @Override
    public void back() {}

    @Override
    public Covering covering() {
      return Covering.nothing();
    }
  }
}
